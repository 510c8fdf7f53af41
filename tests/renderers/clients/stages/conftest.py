"""What the tests of stages share: one mail through one stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.profile import Mode
from renderers.clients.stage import Stage

Through = Callable[..., tuple[str, list[Change]]]


@pytest.fixture
def through() -> Through:
    """``through(stage, html, mode, **settings)`` gives the new HTML and what was changed."""

    def through(stage: Stage, html: str, mode: Mode = "light", **settings: object) -> tuple[str, list[Change]]:
        mail = Mail.of(mark(html), Client("x"), mode)
        changes = list(stage.apply(mail, stage.settings.model_validate(settings)))
        return unmark(mail.html()), changes

    return through
