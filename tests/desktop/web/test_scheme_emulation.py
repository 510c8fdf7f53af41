"""Answering a mail's question for the colour scheme."""

from __future__ import annotations

import pytest

from desktop.web.scheme_emulation import in_scheme

MAIL = (
    '<head><meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme:dark){a{}}</style></head>'
)


def test_the_feature_is_answered():
    """In the dark the dark rules always hold, in the light never, and the other way round."""
    assert "(min-width: 0px){a{}}" in in_scheme(MAIL, "dark")
    assert "(min-width: 999999px){a{}}" in in_scheme(MAIL, "light")
    light = in_scheme(MAIL.replace("dark){", "light){"), "light")
    assert "(min-width: 0px){a{}}" in light


@pytest.mark.parametrize(
    ("html", "scheme", "expected"),
    [
        (MAIL, "dark", "color-scheme: dark"),
        (MAIL, "light", "color-scheme: only light"),
        ("<head></head>", "dark", "color-scheme: only light"),
    ],
)
def test_only_a_mail_that_knows_the_dark_gets_a_dark_ground(html, scheme, expected):
    """A mail that never heard of dark clients keeps its white ground."""
    assert expected in in_scheme(html, scheme)


def test_a_mail_without_a_head_is_answered_too():
    """Hand-written HTML may begin anywhere."""
    assert in_scheme("<p>Hello</p>", "light").endswith("<p>Hello</p>")
