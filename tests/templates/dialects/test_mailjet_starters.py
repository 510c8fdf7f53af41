"""Every starter goes to Mailjet, and an interpreter of Mailjet's language makes the mail of it that we build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import pytest

from templates.assemble import assemble, assemble_tagged, values_of
from templates.compile.context import context_of, unwrap
from templates.compile.personalise import personalise, render_plain
from templates.compile.pipeline import Build
from templates.compile.plain_text import plain_text
from templates.compile.source_map import MappedText
from templates.delivery import translate as translation
from templates.delivery.translate import MARKUP, PARTS, Translated, translate
from templates.dialects.mailjet import DIALECT
from templates.dialects.samples import completed
from templates.starters import LANGUAGES, starters
from templates.workspace import Workspace
from tests.mailjet_interpreter.template import Template, tags

NAMES = [f"{starter.name}.{language}" for starter in starters() for language in LANGUAGES]
BY_TURNS = [
    pytest.param(name, marks=() if place % 4 in {0, 3} else pytest.mark.slow) for place, name in enumerate(NAMES)
]
KINDS = {starter.name: starter.kind for starter in starters()}
LINKS = ("unsubscribe", "view_online")
ONLINE = "https://v.example"
SEGMENTS = (frozenset[str](), frozenset(["loyalty", "travels", "near_event"]))
# Mailjet has no address for these: the export leaves the links out, in a row with their words. A campaign has ONLINE.
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


def worlds(workspace: Workspace, name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each data set, with and without segments: what our renderer sees, and what Mailjet is sent of it."""
    for data_set in workspace.template(name).data_sets():
        for segments in SEGMENTS:
            values = values_of(workspace, name, data=data_set, segments=segments)
            values["links"] = {"unsubscribe": "https://u.example", "preferences": "UNSAID", "view_online": ONLINE}
            parts = unwrap(values["data"])
            sent = {
                **parts,
                "segment": {**parts["segment"], **dict.fromkeys(segments, True)},
                "links": values["links"],
                "activity": parts["data"].get("activity", {}),
            }
            yield context_of(**values), sent


@dataclass(frozen=True)
class Made:
    """A starter's mail with our own tags, in the form of its kind, and in both forms."""

    own: Build
    usual: Translated
    both: tuple[Translated, Translated]


@pytest.fixture(scope="module")
def made(twenty: Workspace) -> Iterator[Callable[[str], Made]]:
    """What is made of a starter; it is built once, for us and for both forms."""
    build = cache(lambda name: assemble_tagged(twenty, name))

    @cache
    def make(name: str) -> Made:
        usual = translate(twenty, name, DIALECT)
        (other,) = set(DIALECT.forms) - {usual.form}
        return Made(build(name), usual, (usual, translate(twenty, name, DIALECT, form=other)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translation, "assemble_tagged", lambda _workspace, name, image_url: build(name))
        yield make


def own_part(part: str, tagged: str, context: dict[str, Any]) -> str:
    """What we render of a part."""
    if part in MARKUP:
        return personalise(MappedText.of_file(tagged, part), context).text
    return render_plain(tagged, context)


@pytest.mark.parametrize("name", BY_TURNS)
def test_every_part_renders_as_our_own(twenty: Workspace, made: Callable[[str], Made], name: str) -> None:
    """In both forms HTML, MJML, text, subject and preheader of each data set are the same by interpreter and Jinja."""
    own, mails = made(name).own, made(name).both
    assert not any(mail.refused for mail in mails)
    read = {(mail.form, part): Template(getattr(mail, part)) for mail in mails for part in PARTS}
    for context, data in worlds(twenty, name):
        for part in PARTS:
            campaign = own_part(part, getattr(own, part), context)
            expected = {"marketing": campaign, "transactional": campaign.replace(ONLINE, "UNSAID")}
            for mail in mails:
                sent = {**data, "var": completed(data["var"], mail.needs)}
                done = read[mail.form, part].render(escaped(sent) if part in MARKUP else sent)
                assert folded(done) == folded(without_unsaid(expected[mail.form])), (mail.form, part)


@pytest.mark.parametrize("name", ["welcome.fr", "summer-newsletter.en", "activity-summary.en"])
def test_the_reader_sees_the_words_of_our_own_build(twenty: Workspace, made: Callable[[str], Made], name: str) -> None:
    """What a person reads is what they read in the mail that we build, for each data set."""
    mail = made(name).usual
    for data_set in twenty.template(name).data_sets():
        parts = unwrap(values_of(twenty, name, data=data_set)["data"])
        own = assemble(twenty, name, data=data_set)
        sent = {
            **parts,
            "var": completed(parts["var"], mail.needs),
            "links": {name: f"https://www.kettlewren.example/{name.replace('_', '-')}" for name in LINKS},
            "activity": parts["data"].get("activity", {}),
        }
        seen = plain_text(Template(mail.html).render(escaped(sent)))
        assert words(seen) == words(without_unsaid(plain_text(own.html)))
        assert Template(mail.subject).render(sent) == own.subject


def words(text: str) -> list[str]:
    """The words of a text, without the links that Mailjet does not make in every form."""
    unsaid = r"\s*·\s*[\w’ ]+\s+\([^)]*/(?:preferences|view-online)\)|\s+\([^)]*/(?:preferences|view-online)\)"
    return re.sub(unsaid, "", text).split()


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_goes_in_the_form_of_its_kind(made: Callable[[str], Made], name: str) -> None:
    """Nothing of it is refused; square brackets are a campaign's, and what its editor shows raw is said once."""
    mail = made(name).usual
    campaign = KINDS[name.partition(".")[0]] == "marketing"
    assert mail.form == ("marketing" if campaign else "transactional")
    assert not mail.refused
    assert [one.code for one in mail.findings].count("mailjet.marketing-statement") == campaign
    assert any(kind == "square" for kind, _ in tags(mail.html)) == campaign
    assert (f"[[UNSUB_LINK_{name[-2:].upper()}]]" in mail.html) == campaign
