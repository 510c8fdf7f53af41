"""Profiles are files, and a damaged one says what is wrong."""

from pathlib import Path

import pytest

from renderers.clients.profile import FOLDER, load_profile, profile, profiles
from templates.errors import InputError

GOOD = """name = "Reader"
group = "web"
engine = "chromium"
modes = ["light"]
fidelity = "modelled"
note = "A test."
viewport = { width = 500, height = 600, scale = 2 }
"""


def test_every_file_of_the_folder_is_a_profile():
    """Adding a client is adding one file."""
    assert {each.id for each in profiles()} == {path.stem for path in FOLDER.glob("*.toml")}


def test_the_plain_profiles_are_the_three_of_the_design():
    """Desktop is 640 wide, mobile 375, and only one is dark; none pretends to be a client."""
    plain = {each.id: (each.width, each.scheme, each.fidelity) for each in profiles() if each.group == "plain"}
    assert plain == {
        "plain-desktop": (640, "light", "real-engine"),
        "plain-mobile": (375, "light", "real-engine"),
        "plain-mobile-dark": (375, "dark", "real-engine"),
    }


def test_an_unknown_profile_is_answered_with_those_of_a_like_name():
    """A typing error on the command line is corrected by its message."""
    with pytest.raises(InputError, match=r"no client profile plain-desk\. Is it one of plain-desktop, "):
        profile("plain-desk")


def test_a_profile_reads_its_viewport(tmp_path: Path):
    """The id is the file's name, and the scale is a number."""
    path = tmp_path / "reader.toml"
    path.write_text(GOOD)
    read = load_profile(path)
    assert (read.id, read.width, read.height, read.scale) == ("reader", 500, 600, 2.0)


@pytest.mark.parametrize(
    ("good", "bad", "key"),
    [
        ('modes = ["light"]', 'modes = ["dim"]', "modes"),
        ('name = "Reader"', "name = 3", "name"),
        ("width = 500", "width = 5", "width"),
        ("scale = 2", "scale = 99", "scale"),
        ('fidelity = "modelled"', "", "fidelity"),
    ],
)
def test_a_damaged_profile_names_file_and_key(tmp_path: Path, good: str, bad: str, key: str):
    """Whoever writes a profile by hand is told which key is wrong."""
    path = tmp_path / "reader.toml"
    path.write_text(GOOD.replace(good, bad))
    with pytest.raises(InputError) as caught:
        load_profile(path)
    assert key in str(caught.value)
    assert "reader.toml" in str(caught.value)
