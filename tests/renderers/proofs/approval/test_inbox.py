"""Subject and preheader as clients cut them."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.profile import profile, profiles
from renderers.proofs.approval.inbox import CUTS, cut_of, inbox_rows, shortened
from templates.store.runs import SavedMail

MAIL = SavedMail("default", "", "Kettlewren", "S" * 80, "P" * 150)


def test_every_figure_has_a_source_and_a_client():
    """Each client is there, stands once, and each source is used."""
    data = tomllib.loads(CUTS.read_text("utf-8"))
    clients = [client for cut in data["cut"] for client in cut["clients"]]
    assert set(clients) <= {each.id for each in profiles()}
    assert len(clients) == len(set(clients))
    used = {cut[part]["source"] for cut in data["cut"] for part in ("subject", "preheader") if part in cut}
    assert used == set(data["sources"])


def test_every_client_has_a_cut():
    """Its own, or its group's general one."""
    cuts = {each.id: cut_of(each) for each in profiles()}
    assert cuts["apple-mail-iphone"].is_known
    assert not cuts["hey-web"].is_known
    assert all(cut.subject > 0 for cut in cuts.values())


def test_clients_that_show_the_same_share_a_line():
    """Each with whether its figures are known; one that shows no preheader has none."""
    shown = [profile(each) for each in ("gmail-web", "thunderbird-linux", "hey-web", "fastmail-web")]
    gmail, thunderbird, general = inbox_rows(MAIL, shown, "en")
    assert (gmail.clients, len(gmail.subject), len(gmail.preheader or "")) == ((("Gmail, web", True),), 70, 97)
    assert thunderbird.preheader is None
    assert [known for _, known in general.clients] == [False, False]
    assert len(inbox_rows(SavedMail("default", "", "K", "Short", ""), shown, "en")) == 2


@given(st.text(), st.integers(1, 40))
def test_a_cut_text_is_not_longer(text, letters):
    """And is the beginning of the whole one."""
    cut = shortened(text, letters)
    assert len(cut) <= letters
    assert cut == " ".join(text.split()) or cut.endswith("…")


def test_an_emoji_is_not_cut_in_two():
    """Those of several signs stay whole or go."""
    assert shortened("Summer 👩\u200d👩\u200d👧 is here", 11) == "Summer…"
    assert shortened("Cafe\u0301 noir", 5) == "Caf…"
    assert shortened("Hi \U0001f44b\U0001f3fd there", 5) == "Hi…"
    assert [shortened("A🇫🇷🇩🇪🇮🇹 and more", letters) for letters in range(3, 7)] == ["A…", "A🇫🇷…", "A🇫🇷…", "A🇫🇷🇩🇪…"]
