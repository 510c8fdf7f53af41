"""Every starter goes to Mailjet, and an interpreter of Mailjet's language makes the mail of it that we build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import pytest

from templates.assemble import assemble, assemble_tagged, values_of
from templates.compile.context import context_of, unwrap
from templates.compile.personalise import personalise, render_plain
from templates.compile.plain_text import plain_text
from templates.compile.source_map import MappedText
from templates.delivery.translate import PARTS, Translated, translate
from templates.dialects.mailjet import DIALECT
from templates.dialects.samples import completed
from templates.starters import LANGUAGES, starters
from templates.workspace import Workspace
from tests.mailjet_interpreter.template import render, tags

NAMES = [f"{starter.name}.{language}" for starter in starters() for language in LANGUAGES]
MARKETING = [f"{starter.name}.en" for starter in starters() if starter.kind == "marketing"]
SEGMENTS = (frozenset[str](), frozenset(["loyalty", "travels", "near_event"]))
# Mailjet has no address for these in a transactional mail: the export leaves the links out, in a row with their words.
SEPARATED = re.compile(r"(?:&nbsp;|\s)+·(?:&nbsp;|\s)+(?:<a [^>]*UNSAID[^>]*>[^<]*</a>|[\w’ ]+ \(UNSAID\))")
IN_WORDS = re.compile(r"<a [^>]*UNSAID[^>]*>([^<]*)</a>")


def escaped(value: Any) -> Any:
    """Data as a sender has to give it for HTML: Mailjet inserts it as it is."""
    if isinstance(value, str):
        return escape(value).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
    if isinstance(value, Mapping):
        return {key: escaped(one) for key, one in value.items()}
    return [escaped(one) for one in value] if isinstance(value, list) else value


def without_unsaid(text: str) -> str:
    """Our own mail without the links that Mailjet cannot make."""
    return IN_WORDS.sub(r"\1", SEPARATED.sub("", text)).replace(" (UNSAID)", "")


def folded(text: str) -> str:
    """``text`` whatever quotes its attributes have: a tag that holds double ones stands in single ones."""
    return text.replace("&#39;", '"').replace("&#34;", '"').replace("'", '"')


def worlds(workspace: Workspace, name: str, mail: Translated) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each data set, with and without segments: what our renderer sees, and what Mailjet is sent."""
    found = []
    for data_set in workspace.template(name).data_sets():
        for segments in SEGMENTS:
            values = values_of(workspace, name, data=data_set, segments=segments)
            values["links"] = {"unsubscribe": "https://u.example", "preferences": "UNSAID", "view_online": "UNSAID"}
            parts = unwrap(values["data"])
            sent = {
                "var": completed(parts["var"], mail.needs),
                "data": parts["data"],
                "segment": {**parts["segment"], **dict.fromkeys(segments, True)},
                "links": values["links"],
                "activity": parts["data"].get("activity", {}),
            }
            found.append((context_of(**values), sent))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_part_renders_as_our_own(twenty: Workspace, name: str) -> None:
    """HTML, MJML, text, subject and preheader of each data set: the interpreter and Jinja write the same."""
    mail, own = translate(twenty, name, DIALECT, form="transactional"), assemble_tagged(twenty, name)
    assert not mail.refused
    for context, sent in worlds(twenty, name, mail):
        for part in PARTS:
            text, tagged = getattr(mail, part), getattr(own, part)
            if part in {"html", "mjml"}:
                expected, sent_here = personalise(MappedText.of_file(tagged, name), context).text, escaped(sent)
            else:
                expected, sent_here = render_plain(tagged, context), sent
            assert folded(render(text, sent_here)) == folded(without_unsaid(expected)), part


@pytest.mark.parametrize("name", ["welcome.fr", "summer-newsletter.en", "activity-summary.en"])
def test_the_reader_sees_the_words_of_our_own_build(twenty: Workspace, name: str) -> None:
    """What a person reads is what they read in the mail that we build, for each data set."""
    mail = translate(twenty, name, DIALECT, form="transactional")
    for data_set in twenty.template(name).data_sets():
        parts = unwrap(values_of(twenty, name, data=data_set)["data"])
        sent = {
            "var": completed(parts["var"], mail.needs),
            "data": parts["data"],
            "segment": parts["segment"],
            "links": {"unsubscribe": "https://www.kettlewren.example/unsubscribe"},
            "activity": parts["data"].get("activity", {}),
        }
        own = assemble(twenty, name, data=data_set)
        assert words(plain_text(render(mail.html, escaped(sent)))) == words(without_unsaid(plain_text(own.html)))
        assert render(mail.subject, sent) == own.subject


def words(text: str) -> list[str]:
    """The words of a text, without the two links that Mailjet does not make."""
    unsaid = r"\s*·\s*[\w’ ]+\s+\([^)]*/(?:preferences|view-online)\)|\s+\([^)]*/(?:preferences|view-online)\)"
    return re.sub(unsaid, "", text).split()


@pytest.mark.parametrize("name", MARKETING)
def test_a_campaign_holds_only_tags_that_print(twenty: Workspace, name: str) -> None:
    """In the marketing form what has to do with conditions is refused, and what is written has only square brackets."""
    mail = translate(twenty, name, DIALECT)
    assert mail.form == "marketing"
    for part in PARTS:
        assert {kind for kind, _ in tags(getattr(mail, part))} <= {"square"}
    assert "[[UNSUB_LINK_EN]]" in mail.html
