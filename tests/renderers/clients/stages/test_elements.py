"""Tests of renderers/clients/stages/elements.py."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import client_html
from renderers.clients.profile import profiles
from renderers.clients.stages.elements import STAGE, Elements

SCRIPTS = (
    '<script>let tail</script>a<b onclick="x()" onload=y id=b>k</b>'
    '<a href=" java&#10;script:x">l</a><a href="JavaScript:x">m</a><a href="https://script.test/">n</a>'
)


def changed(body: str, **settings: object) -> tuple[str, list[Change]]:
    mail = Mail.of(mark(f"<html><head></head><body>{body}</body></html>"), Client("x"))
    changes = list(STAGE.apply(mail, Elements.model_validate(settings)))
    return unmark(mail.html()).partition("<body>")[2].removesuffix("</body></html>"), changes


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    body = '<form><input type="text"></form><a href="">x</a><b onclick="y">z</b><script>1</script>'
    assert changed(body) == (body, [])


def test_forms_are_renamed_with_their_attributes():
    """A browser does not know the new names and shows what is inside."""
    html, changes = changed(
        '<form action="u">a<input type="text">b</form>', renamed={"form": "noform", "input": "noinput"}
    )
    assert html == '<noform action="u">a<noinput type="text"></noinput>b</noform>'
    assert [(each.rule, each.values) for each in changes] == [
        ("elements.renamed", {"name": "noform"}),
        ("elements.renamed", {"name": "noinput"}),
    ]


def test_inputs_are_renamed_by_type():
    """Some apps rename only some of them; an input without a type is a text field."""
    html, _ = changed('<input><input type="RADIO">', renamed={"input[type=radio]": "noinput"})
    assert html == '<input><noinput type="RADIO"></noinput>'


def test_each_tag_becomes_an_empty_element():
    """Start and end tags alike, so what is inside is not underlined; attributes are gone and the content stays."""
    html, changes = changed(
        '<picture class="p">a<source srcset="s"><img src="i" alt="z">b</picture>c',
        hollowed={"picture": "u", "source": "u"},
    )
    assert html == '<u></u>a<u></u><u></u><img src="i" alt="z">b<u></u>c'
    assert [each.element for each in changes] == ["picture.p", "source"]


def test_links_without_an_address_are_removed_and_their_text_stays():
    """Only those with an empty address."""
    html, changes = changed('<a href="">x<b>y</b></a><a name="n">z</a><a href=" ">v</a>', empty_links=True)
    assert html == 'x<b>y</b><a name="n">z</a>v'
    assert [each.rule for each in changes] == ["elements.empty_links"] * 2


def test_scripts_and_event_handlers_are_dropped():
    """Elements, attributes and addresses; an address that merely holds the word stays."""
    html, changes = changed(SCRIPTS, scripts=True)
    assert html == 'a<b id="b">k</b><a>l</a><a>m</a><a href="https://script.test/">n</a>'
    assert len(changes) == 4


def test_every_client_drops_scripts():
    """Each profile that changes elements; the others have a sanitizer of their own, or Word."""
    clients = [each.id for each in profiles() if "elements" in dict(each.steps)]
    kept = [each for each in clients if "onclick" in client_html(SCRIPTS, each).html]
    assert len(clients) > 40
    assert kept == []


def test_some_elements_lose_their_class():
    """Only those named."""
    html, changes = changed('<img class="a" id="i"><b class="a"></b>', classless=["img"])
    assert html == '<img id="i"><b class="a"></b>'
    assert [each.element for each in changes] == ["img#i"]


def test_words_are_masked_wherever_they_stand():
    """In text and attributes, in any case; the longest word wins, style sheets stay."""
    html, changes = changed(
        '<style>a{overflow:auto}</style><p title="onclick">The OnClick onclicked <b>x</b>onloadstart</p>',
        masked_words=["onclick", "onload", "onloadstart", "overflow"],
        mask="java-script",
    )
    assert html == (
        '<style>a{overflow:auto}</style><p title="java-script">The java-script java-scripted <b>x</b>java-script</p>'
    )
    assert [each.values["count"] for each in changes] == [3, 1]


@pytest.mark.parametrize(
    ("profile_id", "old", "gone"),
    [
        ("gmail-web", False, "<picture"),
        ("gmail-ios", False, "<source"),
        ("sfr-web", False, "<form"),
        ("laposte-web", False, "<input"),
        ("sfr-android", False, "<select"),
        ("outlook-com", True, 'href=""'),
        ("yahoo-web", False, 'class="yiv'),
    ],
)
def test_clients_change_the_elements_that_they_are_known_to_change(profile_id: str, old: bool, gone: str):
    """And keep the text."""
    html = (
        '<form><input type="text"><select></select>k</form><picture><source srcset="s"><img class="c" alt="z">'
        '</picture><a href="">link</a>'
    )
    shown = client_html(html, profile_id, old=old).html
    assert gone not in shown
    assert "link" in shown


def test_a_second_time_changes_nothing():
    """Nothing is left that it would change."""
    everything = {"scripts": True, "renamed": {"form": "noform"}, "hollowed": {"main": "u"}, "empty_links": True}
    html, _ = changed("<form><main>x</main></form>" + SCRIPTS, **everything)
    assert changed(html, **everything) == (html, [])


@pytest.mark.parametrize("wrong", [{"renamed": {"a b": "c"}}, {"renamed": {"form": "<x"}}, {"hollowed": {"": "u"}}])
def test_what_is_no_element_is_refused(wrong: dict[str, dict[str, str]]):
    """A profile of the user's own is told so, instead of failing on the first mail."""
    with pytest.raises(ValidationError):
        Elements.model_validate(wrong)
