"""Tests of renderers/clients/stages/clip.py."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import client_html
from renderers.clients.stages.clip import STAGE, Clip

LIMIT = 10_000
NOTICE = {"bytes": LIMIT, "notice": "[Message clipped]", "link": "View entire message"}
WORDS = "many words in a row "


def test_a_long_mail_is_cut_and_says_so(through):
    """Everything in front of the limit is there, and a link stands for the rest."""
    mail = "<p>start</p>" + f"<p>{WORDS}</p>" * 600 + "<p>end</p>"
    html, changes = through(STAGE, mail, **NOTICE)
    assert "start" in html
    assert "<p>end</p>" not in html
    assert html.endswith(
        '[Message clipped]\u00a0 <a data-client="" href="#" style="text-decoration:none" target="_blank">'
        "View entire message</a></div></body></html>"
    )
    assert abs(html.index("<div data-client") - html.index("<p>start") - LIMIT) < 60
    assert changes[0].at == pytest.approx(LIMIT, abs=60)
    assert changes[0].values == {"limit": LIMIT, "size": pytest.approx(len(mail), abs=20)}


@pytest.mark.parametrize("over", [-1, 1])
def test_the_limit_is_exact(through, over):
    """One byte more than the limit is too much, and not one less."""
    text = "x" * (LIMIT + over - len("<p></p>") - 9)
    _, changes = through(STAGE, f"<p>{text}</p><b>k</b> l", **NOTICE)
    assert bool(changes) is (over > 0)


def test_head_and_comments_count(through):
    """People measured sizes of whole mails."""
    body = f"<p>{'x' * 6000}</p><b>k</b>"
    assert through(STAGE, body, **NOTICE)[1] == []
    assert through(STAGE, f"<style>{' ' * 6000}</style>{body}", **NOTICE)[1] != []
    assert through(STAGE, f"<i></i><!--{' ' * 6000}-->{body}", **NOTICE)[1] != []


def test_bytes_count_and_not_characters(through):
    """A letter beyond ASCII has two or more."""
    ascii_letters, others = ("<p>" + letter * 6000 + "</p><b>k</b>" for letter in "eé")
    assert through(STAGE, ascii_letters, **NOTICE)[1] == []
    html, changes = through(STAGE, others, **NOTICE)
    assert changes
    assert "<b>" not in html


def test_text_is_cut_between_words(through):
    """A long text without tags ends at the limit as well, behind a whole word."""
    html, _ = through(STAGE, f"<div>{WORDS * 900}</div>", **NOTICE)
    shown = re.search("<div>(.*?)</div>", html)
    assert shown
    assert shown[1].split()[-1] in WORDS.split()
    assert LIMIT - 40 < len(shown[1]) < LIMIT


def test_cutting_twice_is_cutting_once(through):
    """Frames and prefixes make a mail longer; a cut one is cut."""
    once, _ = through(STAGE, f"<p>{WORDS}</p>" * 900, **NOTICE)
    assert through(STAGE, once + " " * LIMIT, **NOTICE)[1] == []


def test_without_a_limit_or_a_notice(through):
    """Every default means that the client does nothing of this."""
    mail = f"<p>{WORDS}</p>" * 900
    assert through(STAGE, mail)[1] == []
    html, _ = through(STAGE, mail, bytes=LIMIT)
    assert "clipped" not in html


def test_gmail_cuts_at_102_kilobytes():
    """On the web and in the apps."""
    mail = "<p>start</p>" + f"<p>{WORDS * 5}</p>" * 1100 + "<p>end of it</p>"
    for profile in ("gmail-web", "gmail-android", "gmail-ios-ganga", "gmail-mobile-web"):
        html = client_html(mail, profile).html
        assert "View entire message" in html
        assert "end of it" not in html
    assert "end of it" in client_html(mail, "yahoo-web").html


_PIECES = st.lists(
    st.sampled_from(
        ["<p>word word</p>", "<table><tr><td>", "</table>", "text &nbsp;é ", "<!-- c -->", "<br>", "<div>"]
    ),
    max_size=60,
)


@given(_PIECES, st.integers(20, 400))
@settings(max_examples=60)
def test_what_is_shown_is_the_beginning_of_what_there_was(pieces: list[str], limit: int):
    """Whatever the tags are: no text is lost before the limit, and none is made up."""
    marked = mark("".join(pieces))
    whole = "".join(Mail.of(marked, Client("x")).body.itertext())
    mail = Mail.of(marked, Client("x"))
    list(STAGE.apply(mail, Clip(bytes=limit)))
    assert whole.replace(" ", "").startswith("".join(mail.body.itertext()).replace(" ", ""))
    assert unmark(mail.html()).endswith("</html>")
