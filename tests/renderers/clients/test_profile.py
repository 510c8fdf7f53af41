"""Profiles are files, and a damaged one says what is wrong."""

from pathlib import Path

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.profile import FOLDER, load_profile, own_folder, profile, profiles
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


def test_a_profile_of_ones_own_is_one_file_in_the_settings(own_home: Path, monkeypatch: pytest.MonkeyPatch):
    """It is listed with the others, follows a shipped pipeline with its own settings, and goes when the file goes."""
    monkeypatch.setenv("MAILWRIGHT_CONFIG", str(own_home / "settings"))
    folder = own_folder()
    folder.mkdir(parents=True)
    mine = folder / "intranet.toml"
    mine.write_text(
        GOOD.replace('group = "web"', 'group = "web"\npipeline = "gmail"\n')
        + "\n[settings.clip]\nbytes = 60\n\n[evidence.clip]\nbytes = { source = 'our administrators' }\n"
    )
    made = client_html("<p>words</p>" * 20, "intranet")
    cut = next(change for change in made.changes if change.rule == "clip.bytes")
    assert cut.evidence.source == "our administrators"
    assert [each.id for each in profiles()] == sorted(each.id for each in profiles())
    mine.unlink()
    assert "intranet" not in {each.id for each in profiles()}


def test_a_profile_of_ones_own_takes_the_place_of_a_shipped_one(own_home: Path, monkeypatch: pytest.MonkeyPatch):
    """The same id means that one."""
    monkeypatch.setenv("MAILWRIGHT_CONFIG", str(own_home / "settings"))
    own_folder().mkdir(parents=True)
    (own_folder() / "gmail-web.toml").write_text(GOOD)
    assert profile("gmail-web").name == "Reader"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('pipeline = "gmial"', "no pipeline gmial"),
        ('[[stage]]\nname = "cilp"', "the stage cilp, which does not exist"),
        ('[[stage]]\nname = "clip"\nbytes = "many"', "bytes"),
        ('[[stage]]\nname = "clip"\nsize = 9', "size"),
    ],
)
def test_a_wrong_pipeline_or_setting_is_named(own_home: Path, monkeypatch: pytest.MonkeyPatch, line: str, words: str):
    """Whoever writes a profile learns which stage and which setting is wrong."""
    monkeypatch.setenv("MAILWRIGHT_CONFIG", str(own_home / "settings"))
    own_folder().mkdir(parents=True)
    (own_folder() / "intranet.toml").write_text(f"{GOOD}\n{line}\n" if line[0] == "[" else f"{line}\n{GOOD}")
    with pytest.raises(InputError, match=words):
        client_html("<p>words</p>", "intranet")
