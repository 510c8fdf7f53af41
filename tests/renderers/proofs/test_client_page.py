"""A mail as a client shows it, as one page for the browser."""

from __future__ import annotations

import asyncio

import pytest

from renderers.proofs.client_page import client_page
from renderers.proofs.proof import Shot
from templates.errors import MailwrightError


def test_the_page_has_everything_in_it(twenty):
    """Its pictures as data, the policy that walls it in, and nothing to fetch."""
    html = asyncio.run(client_page(twenty, Shot("welcome.en", "default", "", "gmail-web")))
    assert "Content-Security-Policy" in html
    assert "data:image/" in html
    assert 'src="http://mail.invalid' not in html


def test_a_client_without_pictures_gets_none(twenty):
    """Where pictures are off, none is put in."""
    html = asyncio.run(client_page(twenty, Shot("welcome.en", "default", "", "outlook-windows-96", "images-off")))
    assert "data:image/png" not in html


def test_a_template_that_is_gone_is_told(twenty):
    """As it is everywhere."""
    with pytest.raises(MailwrightError):
        asyncio.run(client_page(twenty, Shot("nothing.en", "default", "", "gmail-web")))
