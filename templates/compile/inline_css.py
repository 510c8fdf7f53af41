"""Copy the rules of <style> into style="" for clients that drop the head; media queries stay there.

MJML writes what matters inline itself, so this concerns mj-style and hand-written HTML. MJML's own general sheet
(``#outlook a …``) stays in the head alone: copied into every table cell it doubles a mail and changes no picture.
"""

from __future__ import annotations

import logging
import re
import threading
from functools import lru_cache
from typing import Any

from templates.compile.html_tree import parsed, serialised
from templates.compile.mask import Mask

DOCTYPE = re.compile(r"<!doctype[^>]*>", re.IGNORECASE)
STYLE = re.compile(r"<style\b([^>]*)>(.*?)</style>", re.IGNORECASE | re.DOTALL)
FLOATING = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
GENERAL_SHEET = re.compile(r"(<style\b)([^>]*>\s*#outlook a \{)", re.IGNORECASE)
_AT_RULE = re.compile(r"@(?:import|charset|namespace)[^;]*;|/\*.*?\*/", re.DOTALL)

# cssutils keeps state in its module while it parses: two threads at once corrupt each other's sheets.
_lock = threading.Lock()


def inline_css(html: str) -> str:
    """Return ``html`` with its rules copied into style attributes, its sheets and template tags untouched.

    Asks nothing of the network: neither ``<link>`` nor ``@import`` is followed. The answer starts with a capital
    ``<!DOCTYPE html>``, because premailer drops another one and the mail would show in quirks mode.
    """
    found = DOCTYPE.search(html)
    before, html = (html[: found.start()], html[found.end() :]) if found else ("", html)
    if _has_rules(html):
        masked = Mask.of_html(html)
        html = masked.restore(_inlined(masked.text))
    return f"{before}<!DOCTYPE html>\n{html.lstrip()}"


def _has_rules(html: str) -> bool:
    """Return whether a sheet has a rule outside @media that is not MJML's own."""
    html = COMMENT.sub("", GENERAL_SHEET.sub(r'\1 data-premailer="ignore"\2', html))
    return any(_plain_rule(css) for attributes, css in STYLE.findall(html) if "data-premailer" not in attributes)


@lru_cache(maxsize=64)
def _plain_rule(css: str) -> bool:
    depth = 0
    for piece in re.split(r"([{}])", _AT_RULE.sub("", css)):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
        elif depth == 0 and piece.strip() and not piece.strip().startswith("@"):
            return True
    return False


def _inlined(html: str) -> str:
    page = parsed(GENERAL_SHEET.sub(r'\1 data-premailer="ignore"\2', html))
    with _lock:
        _inliner()(
            keep_style_tags=True,
            strip_important=False,
            allow_network=False,
            disable_validation=True,
            align_floating_images=bool(FLOATING.search(html)),  # it parses the style of every picture: 2 ms each
            cssutils_logging_level=logging.CRITICAL,
        ).transform(page)
    return serialised(page)


@lru_cache(maxsize=1)
def _inliner() -> Any:
    """Return premailer's class with a parser that does not fetch what ``@import`` names.

    Imported here: premailer and cssutils take 0.3 s, which ``mailwright --help`` does not need.
    """
    import cssutils  # type: ignore[import-untyped]  # it publishes none
    from premailer import Premailer

    parse = cssutils.CSSParser(loglevel=logging.CRITICAL, fetcher=_fetch_nothing, validate=False).parseString
    cached = lru_cache(maxsize=64)(parse)

    class OfflinePremailer(Premailer):  # type: ignore[misc]  # premailer publishes no types
        """Premailer without the network."""

        def _parse_css_string(self, css_body: str, validate: bool = True) -> Any:
            return cached(css_body)

    return OfflinePremailer


def _fetch_nothing(_url: str) -> tuple[None, str]:
    return None, ""
