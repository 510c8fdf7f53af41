"""Every pair that is exported or refused: what is written, and what it means."""

from __future__ import annotations

from typing import Any

import pytest

from templates.compile.context import context_of
from templates.compile.personalise import render_plain
from templates.compile.source_map import MappedText
from templates.dialects.finding import Written
from templates.dialects.mailjet import DIALECT
from templates.dialects.read import read
from templates.errors import TemplateError
from tests.mailjet_interpreter.expression import MissingError
from tests.mailjet_interpreter.template import render

Pair = dict[str, Any]


def written(pair: Pair) -> Written:
    """The Jinja side in Mailjet's language; square brackets are how a campaign is written."""
    form = "marketing" if (pair["mailjet"] or "").startswith("[[") else "transactional"
    source = MappedText.of_file(pair["jinja"], "template.mjml")
    return DIALECT.write(read(source, markup=False), form=form, language="fr")


def names_of(data: Pair) -> Pair:
    """What the Jinja side sees."""
    known = {key: data.get(key, {}) for key in ("var", "data")}
    contact = {**data.get("recipient", {}), "activity": data.get("activity", {})}
    segments = {name for name, inside in data.get("segment", {}).items() if inside}
    return context_of(
        known,
        contact=contact,
        segments=segments,
        brand=None,
        sender=data.get("sender", {}),
        links=data.get("links", {}),
        today=None,
    )


def test_what_can_be_said_is_said_so(said: Pair) -> None:
    """The text is that of the pair, and nothing is refused."""
    done = written(said)
    assert done.text == said["mailjet"]
    assert done.refused == ()


def test_both_sides_mean_the_same(said: Pair) -> None:
    """Our renderer with the Jinja side and the interpreter with the Mailjet side give what the pair expects."""
    text, data = written(said).text, said["data"]
    if "expect_error" in said:
        with pytest.raises(MissingError):
            render(text, data)
        with pytest.raises(TemplateError):
            render_plain(said["jinja"], names_of(data))
        return
    assert render_plain(said["jinja"], names_of(data)) == said["expect"]
    if said.get("mailjet_differs") == "error":
        with pytest.raises(MissingError):
            render(text, data)
    else:
        assert render(text, data) == said["expect"]


def test_what_cannot_be_said_is_refused_with_its_place(refused: Pair) -> None:
    """The finding has the pair's code, a place in the text, and advice."""
    found = {one.code: one for one in written(refused).refused}
    finding = found[refused["code"]]
    assert finding.place is not None
    assert finding.place.file == "template.mjml"
    assert finding.place.column is not None
    assert finding.error.advice


def test_a_refused_pair_is_left_out_of_what_is_written(refused: Pair) -> None:
    """What is written without it is in the language, and no trace of it is left."""
    text = written(refused).text
    assert "loop" not in text
    render(text, {"var": {"xs": [], "n": 2}})
