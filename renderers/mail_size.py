"""How large a mail's HTML may be: for the stages of a client as for a browser."""

from __future__ import annotations

from templates.errors import LimitError

MAX_HTML_BYTES = 2_000_000


def check_size(html: str) -> None:
    """Refuse a mail that is too large. Raises LimitError."""
    if len(html.encode(errors="replace")) > MAX_HTML_BYTES:
        raise LimitError(
            "The mail's HTML is larger than {limit} MB.", advice="Shorten it.", limit=MAX_HTML_BYTES // 1_000_000
        )
