"""Kinds of engine are found by listing, and each says how to get it."""

import pytest

from renderers.clients.profile import profiles
from renderers.engines import BrowserMissingError
from renderers.engines.offers import NAMES, missing_engines, offers


def test_every_kind_is_found():
    """A file is a kind; clients themselves are told apart."""
    assert {kind: offer.is_client for kind, offer in offers().items()} == {
        "chromium": False,
        "firefox": False,
        "thunderbird": True,
        "webkit": False,
    }


def test_profiles_name_engines_that_have_a_name():
    """Also one that is not offered yet: its name stands in the sentence that says what drew in its place."""
    assert {shown.engine for shown in profiles()} <= NAMES.keys()
    assert {shown.program for shown in profiles()} - {""} <= offers().keys()


@pytest.fixture
def nowhere(monkeypatch, tmp_path) -> None:
    """A computer without any Gecko program."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr("renderers.engines.gecko.locate.applications", lambda *where: [])


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("kind", ["firefox", "thunderbird", "webkit"])
def test_what_is_missing_says_how_to_get_it(kind):
    """Name and command; nobody is sent to a search engine."""
    with pytest.raises(BrowserMissingError, match=f"{offers()[kind].name} was not found") as caught:
        offers()[kind].find()
    assert "install" in caught.value.advice


@pytest.mark.usefixtures("nowhere")
def test_what_was_stood_in_for_can_be_had():
    """Each is named once; of what drew itself there is nothing to say."""
    assert [missing.what for missing in missing_engines({"Firefox", ""})] == ["Firefox was not found."]
