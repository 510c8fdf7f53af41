"""Errors that a database keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderers.engines import BrowserMissingError
from templates import errors
from templates.error_record import error_from_json, error_to_json
from templates.errors import EngineError, MailwrightError, Place

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, MailwrightError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_as_it_was(kind):
    """Pattern, advice, values and place stay apart, so that it can be said in another language."""
    error = kind("No {name} in {n} files.", advice="Ask {name}.", place=Place("a.mjml", 3, 4), name="Ann", n=2)
    again = error_from_json(error_to_json(error))
    assert type(again) is kind
    assert (str(again), again.pattern, again.values) == (str(error), error.pattern, error.values)


def test_a_package_s_own_kind_comes_back_as_the_general_one():
    """And values that are no JSON as their text."""
    again = error_from_json(error_to_json(BrowserMissingError("No browser in {path}.", path=Path("bin"))))
    assert (type(again), str(again)) == (EngineError, "No browser in bin.")
