"""Whom a mail is shown for: each recipient gets what a service would send."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from templates.assemble import assemble
from templates.dynamic.view import BY_DATA, WHOLE, Recipient, asked, known_segments, segments_of
from templates.errors import InputError
from templates.files import write_text
from templates.workspace import Workspace

TEXT = """<mjml><mj-body><mj-section><mj-column><mj-text>
w:{{ contact.firstname|default("nobody") }}{% if segment.loyalty %} loyal{% endif %}
{% if segment.travels %} travels{% endif %}{% if segment.near_event %} near{% endif %}
{{ promo }} {{ contact.birthdate|default("") }}:w
</mj-text></mj-column></mj-section></mj-body></mjml>"""
DATA = {"var": {"promo": "NOW"}, "data": {"firstname": "Ada"}, "segment": {"travels": True}}


@pytest.fixture
def workspace(twenty, tmp_path):
    """The twenty templates, of which the welcome mail says who reads it."""
    copy = Workspace.open(shutil.copytree(twenty.root, tmp_path / "copy"))
    write_text(copy.template("welcome.en").mjml_path, TEXT)
    return copy


def said(workspace, recipient: Recipient, data=DATA) -> str:
    built = assemble(workspace, "welcome.en", **asked(workspace, "welcome.en", recipient, data))
    return " ".join(built.html.partition("w:")[2].partition(":w")[0].split())


@pytest.mark.parametrize(
    ("recipient", "words"),
    [
        (BY_DATA, "Ada travels NOW"),
        (WHOLE, "Ada travels NOW"),
        (Recipient.in_segments("loyalty"), "Ada loyal NOW"),
        (Recipient.in_segments("loyalty", "near_event"), "Ada loyal near NOW"),
        (Recipient.in_segments(), "Ada NOW"),
        (
            Recipient.person({"firstname": "Léa", "loyalty": True, "birthdate": date(1990, 2, 1)}),
            "Léa loyal NOW 1990-02-01",
        ),
        (Recipient.person({"city": "New York", "travels": False}), "nobody near NOW"),
    ],
)
def test_each_recipient_gets_what_is_meant_for_them(workspace, recipient, words):
    """The data set's segments count for nobody else, and its contact not for another contact."""
    assert said(workspace, recipient) == words


def test_a_data_set_may_be_named(workspace):
    """The name of a data set stands for its content, in each of its shapes."""
    data = workspace.template("welcome.en").data("default")
    for recipient in (Recipient.in_segments("loyalty"), Recipient.person({"email": "a@example.com"})):
        named = asked(workspace, "welcome.en", recipient, "default")
        assert named == asked(workspace, "welcome.en", recipient, data)
    assert asked(workspace, "welcome.en", Recipient.in_segments("a"), {"x": 1})["data"]["var"] == {"x": 1}


def test_segments_come_from_the_rules(workspace):
    """A contact is where the rules of segments.toml say; a rule that cannot be read says where it stands."""
    assert segments_of(workspace, {"loyalty": True, "city": "New York"}) == {"loyalty", "near_event"}
    write_text(workspace.root / "segments.toml", '[[segments]]\nid = "a"\nrule = "contact.city =="\n')
    with pytest.raises(InputError):
        segments_of(workspace, {"city": "Lyon"})


def test_unknown_segments_are_named_with_the_known_ones(workspace):
    """A misspelt id is answered with those there are."""
    assert known_segments(workspace, ["travels"]) == ["travels"]
    with pytest.raises(InputError, match=r"There is no segment `vip`\. Name one of segments\.toml: loyalty, travels"):
        known_segments(workspace, ["loyalty", "vip"])


def test_who_asks_for_no_segment_needs_no_segments(workspace):
    """A broken segments.toml does not stand in the way of a mail that is built as its data says."""
    write_text(workspace.root / "segments.toml", "[[segments")
    assert known_segments(workspace, []) == []


def test_a_segment_is_named_once():
    """The same id twice is one segment, and the order is that of choosing."""
    assert Recipient.in_segments("b", "a", "b").segments == ("b", "a")
