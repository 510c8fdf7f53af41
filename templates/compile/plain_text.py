"""The plain-text part of a mail, made from its HTML."""

from __future__ import annotations

import re
from html import unescape


def plain_text(html: str) -> str:
    """Return the text of ``html``."""
    body = re.sub(r"(?is)<head.*?</head>|<!--.*?-->|<style.*?</style>", "", html)
    return unescape(re.sub(r"\s*\n\s*", "\n", re.sub(r"<[^>]+>", "", body))).strip() + "\n"
