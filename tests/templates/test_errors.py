"""An error says what happened, where, and what to do, and survives the way to another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from templates.errors import (
    Cancelled,
    EngineError,
    FetchError,
    InputError,
    LimitError,
    MailwrightError,
    Place,
    StorageError,
    TemplateError,
)

KINDS = [Cancelled, EngineError, FetchError, InputError, LimitError, StorageError, TemplateError]


def test_an_error_reads_as_place_event_and_advice() -> None:
    """The three parts stand in the order in which people read them."""
    error = TemplateError(
        "`{name}` is not known.", advice="Is it `{near}`?", place=Place("a.mjml", 3, 7), name="x", near="y"
    )
    assert str(error) == "a.mjml:3:7: `x` is not known. Is it `y`?"
    assert (error.what, error.advice) == ("`x` is not known.", "Is it `y`?")


def test_braces_in_a_value_are_not_slots() -> None:
    """A value comes from a template and may hold anything."""
    assert InputError("Not `{name}`.", name="{{ brand.name }} {0}").what == "Not `{{ brand.name }} {0}`."


@pytest.mark.parametrize(
    ("place", "text"),
    [(Place("a"), "a"), (Place("a", 2), "a:2"), (Place("a", 2, 5), "a:2:5"), (Path("b.toml"), "b.toml")],
)
def test_a_place_is_written_as_editors_read_it(place: Place | Path, text: str) -> None:
    """file:line:column, as far as it is known; a path is a place too."""
    assert str(InputError("Oh.", place=place)) == f"{text}: Oh."


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_crosses_a_process_border(kind: type[MailwrightError]) -> None:
    """A worker's error arrives as the same kind with the same sentence."""
    error = kind("`{name}` failed.", advice="Do {what}.", place=Place("a", 1), name="x", what="this")
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert str(copy) == str(error)
    assert (copy.pattern, copy.values, copy.place) == (error.pattern, error.values, error.place)
