"""Functions that the scorers beside the checkout call: ``module:function(html, profile) -> html``."""

from __future__ import annotations

from typing import cast

from client_peer import CLIENTS, peer

from renderers.clients.pipeline import client_html
from renderers.clients.profile import Mode


def ours(html: str, profile: str) -> str:
    """Ours; ``profile+mode`` as the vectors write it."""
    client, _, mode = profile.partition("+")
    return client_html(html, client, mode=cast(Mode, mode or "light")).html


def ours_old(html: str, profile: str) -> str:
    """Ours, with bugs that nobody confirmed for years."""
    client, _, mode = profile.partition("+")
    return client_html(html, client, mode=cast(Mode, mode or "light"), old=True).html


def theirs(html: str, profile: str) -> str:
    """The peer's; a client that it does not have gets the mail unchanged."""
    client, _, mode = profile.partition("+")
    return peer().transform(html, client, dark=mode == "dark")[0] if client in CLIENTS else html
