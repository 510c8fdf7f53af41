"""What is said about a picture."""

from desktop.proofs.look.words import missing_names, missing_words


def test_many_files_that_did_not_come_are_not_all_named():
    """A mail may name thousands."""
    names = [f"https://cdn.example.com/{number}.png" for number in range(3000)]
    assert missing_names(names) == [*names[:12], "…"]
    assert missing_words([]) == ""


def test_an_address_is_no_markup():
    """A tip that looks like HTML would be shown as such, with pictures from this computer."""
    assert missing_names(["http://x.example/<img src='/logo.png'>"]) == ["http://x.example/%3Cimg src='/logo.png'>"]
