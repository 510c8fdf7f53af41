"""Pictures that the client shows standing still: whoever serves them serves their first frame."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from renderers.clients.first_frame import first_frame
from renderers.clients.stages.still import MARK
from renderers.render.images import fake_url
from templates.files import storage_errors


def standing_still(html: str, images: Mapping[str, Path | bytes]) -> Mapping[str, Path | bytes]:
    """Return the pictures of a client's mail, those that it marks with their first frame. Raises StorageError."""
    if MARK not in html:
        return images
    marked = {node.attributes.get("src") for node in LexborHTMLParser(html).css(f"[{MARK}]")}
    return {name: _frame(source) if fake_url(name) in marked else source for name, source in images.items()}


def _frame(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return first_frame(source)
    with storage_errors(source):
        return first_frame(source.read_bytes())
