"""Copy the rules of <style> into style="" for clients that drop the head; media queries stay there.

MJML writes what matters inline itself, so this concerns mj-style and hand-written HTML. MJML's own general sheet
(``#outlook a …``) stays in the head alone: copied into every table cell it doubles a mail and changes no picture.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from templates.compile.html_tree import DOCTYPE, parsed, serialised
from templates.compile.mask import Mask
from templates.errors import LimitError

FLOATING = re.compile(r"float\s*:\s*(?:left|right)", re.IGNORECASE)
RULES = 2_000
MATCHES = 10_000_000
GENERAL_RULE = "#outlook a {"
_SHEET = re.compile(r"<!--|<style\b", re.IGNORECASE)

# cssutils keeps state in its module while it parses: two threads at once corrupt each other's sheets.
_lock = threading.Lock()


def inline_css(html: str) -> str:
    """Return ``html`` with its rules copied into style attributes, its sheets and template tags untouched.

    Asks nothing of the network: neither ``<link>`` nor ``@import`` is followed. The answer starts with a capital
    ``<!DOCTYPE html>``, because premailer drops another one and the mail would show in quirks mode.
    """
    found = DOCTYPE.search(html)
    before, html = (html[: found.start()], html[found.end() :]) if found else ("", html)
    sheets = [css for css in _sheets(html) if _has_plain_rule(css)]
    if sheets:
        _check_work(sum(css.count("{") for css in sheets), html.count("<"))
        masked = Mask.of_html(html)
        html = masked.restore(_inlined(masked.text))
    return f"{before}<!DOCTYPE html>\n{html.lstrip()}"


def _check_work(rules: int, elements: int) -> None:
    """Refuse what would take premailer minutes: it looks for every rule in every element."""
    if rules > RULES or rules * elements > MATCHES:
        raise LimitError(
            "The mail has {rules} style rules for {elements} elements: too many to copy them into the elements.",
            advice="Remove rules that nothing uses, or split the mail.",
            rules=rules,
            elements=elements,
        )


def _sheets(html: str) -> Iterator[str]:
    """Yield the text of every <style> that is not in a comment, MJML's own left out; no character is read twice."""
    lower, at = html.lower(), 0
    while match := _SHEET.search(html, at):
        closing = "-->" if match[0] == "<!--" else "</style"
        end = lower.find(closing, match.end())
        if end < 0:
            return
        css = html[match.end() : end].partition(">")[2]
        if closing == "</style" and not css.lstrip().startswith(GENERAL_RULE):
            yield css
        at = end + len(closing)


@lru_cache(maxsize=64)
def _has_plain_rule(css: str) -> bool:
    """Return whether ``css`` has a rule outside @media and the like: the others cannot be inlined."""
    first, *rest = css.split("/*")
    css = first + "".join(part.partition("*/")[2] for part in rest)
    depth = 0
    for text, mark in re.findall(r"([^{};]*)([{};]?)", css):
        if depth == 0 and mark == "{" and not text.strip().startswith("@"):
            return True
        depth += (mark == "{") - (mark == "}")
    return False


def _inlined(html: str) -> str:
    page = parsed(_without_general_sheet(html))
    with _lock:
        _inliner()(
            keep_style_tags=True,
            strip_important=False,
            allow_network=False,
            disable_validation=True,
            disable_basic_attributes=["width", "height"],  # width="100%" from a rule on img would be Outlook's width
            align_floating_images=bool(FLOATING.search(html)),  # it parses the style of every picture: 2 ms each
            cssutils_logging_level=logging.CRITICAL,
        ).transform(page)
    return serialised(page)


def _without_general_sheet(html: str) -> str:
    """Tell premailer to leave MJML's own sheet where it is."""
    rule = html.find(GENERAL_RULE)
    start = html.rfind("<style", 0, max(rule, 0))
    if start < 0 or not re.fullmatch(r"<style[^>]*>\s*", html[start:rule]):
        return html
    return f'{html[:start]}<style data-premailer="ignore"{html[start + len("<style") :]}'


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
