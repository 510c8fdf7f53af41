"""What the tests of the compiler share: small mails, and the error a mail ends with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates.compile.pipeline import Build, build
from templates.errors import MailwrightError


@pytest.fixture(scope="session")
def golden() -> Path:
    """The MJML fixtures with their stored hashes."""
    return Path(__file__).parents[2] / "golden" / "mjml"


@pytest.fixture
def mail() -> Callable[..., str]:
    """Returns an MJML document with this in its one column, or with this body, and this head."""

    def document(content: str = "", *, body: str | None = None, head: str = "") -> str:
        inside = f"<mj-section><mj-column>{content}</mj-column></mj-section>" if body is None else body
        return f"<mjml><mj-head>{head}</mj-head><mj-body>{inside}</mj-body></mjml>"

    return document


@pytest.fixture
def built(mail: Callable[..., str]) -> Callable[..., Build]:
    """Returns the build of one mj-text with this content."""

    def of(text: str, **given: Any) -> Build:
        return build(mail(f"<mj-text>{text}</mj-text>"), **given)

    return of


@pytest.fixture
def failure() -> Callable[..., MailwrightError]:
    """Returns the error that building this text ends with."""

    def of(text: str, **given: Any) -> MailwrightError:
        with pytest.raises(MailwrightError) as caught:
            build(text, **given)
        return caught.value

    return of
