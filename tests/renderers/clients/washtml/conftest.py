"""What Roundcube makes of a mail and what we make of it, as a browser reads both; and the real one, where it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.client_mails.roundcube import Asked, Dom, our_page, running, their_page


@pytest.fixture(scope="session")
def page() -> Callable[[str], Dom]:
    """``page(washed)``: Roundcube's answer, in its page, as a browser reads it."""
    return their_page


@pytest.fixture(scope="session")
def ours() -> Callable[..., Dom]:
    """``ours(mail, mode, client)``: our model's page, as a browser reads it."""
    return our_page


@pytest.fixture(scope="session")
def recorded() -> list[dict[str, str]]:
    """Mails, and what Roundcube 1.6.5 answered to them."""
    return list(json.loads((Path(__file__).parent / "recorded.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def roundcube(request: pytest.FixtureRequest) -> Iterator[Asked]:
    """The real Roundcube: ``MAILWRIGHT_ROUNDCUBE``, an installed one, or (with ``--slow``) Debian's package."""
    with running(fetch=request.config.getoption("--slow")) as ask:
        if ask is None:
            pytest.skip("needs PHP (xml, mbstring) and Roundcube: name its folder in MAILWRIGHT_ROUNDCUBE")
        yield ask
