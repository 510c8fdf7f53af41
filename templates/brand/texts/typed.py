"""Texts and addresses that somebody typed or that stood in a file: cleaned, and refused when they cannot be used."""

from __future__ import annotations

import re
import unicodedata

from templates.errors import InputError

LONGEST_NAME = 200  # characters
LONGEST_ADDRESS = 2000
MULTILINE = frozenset({"legal", "address"})
#: Letters and symbols that nobody sees: Hangul fillers and the empty Braille cell.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_JOINERS = "\u200c\u200d"  # invisible, and needed inside words of some scripts and inside emoji
_WEB = re.compile(r"https?://[^\s\"<>\\`/?#][^\s\"<>\\`]*", re.IGNORECASE)
_BARE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?:[/?#][^\s\"<>\\`]*)?")  # example.com/shop


def is_web_address(text: str) -> bool:
    """Whether a text may stand in a link: http or https, a host, and nothing that ends an attribute."""
    return len(text) <= LONGEST_ADDRESS and bool(_WEB.fullmatch(text)) and text == _visible(text)


def web_link(text: str) -> str:
    """The address, or "" where it is none that a mail may point at."""
    return text if is_web_address(text) else ""


def completed(address: str) -> str:
    """An address that was written without its scheme, ``example.com``, gets it; any other text stays."""
    return f"https://{address}" if _BARE.fullmatch(address) else address


def checked_text(field: str, value: object) -> str:
    """A text of the brand as the file holds it. Raises InputError; ``field`` is its name in ``update_brand``."""
    text = _clean("" if value is None else str(value), lines=field in MULTILINE)
    if field == "name":
        return _checked_name(text)
    if field == "language":
        return _checked_language(text)
    if field in {"site", "font_url"}:
        return _checked_web(completed(text) if field == "site" else text)
    return text


def checked_profile(url: object) -> str:
    """The address of a profile, or "". Raises InputError."""
    text = str(url).strip()
    if text and not is_web_address(text):
        raise InputError(
            "{text} is not the address of a profile.", advice="Copy it from the browser, with https://.", text=text[:80]
        )
    return text


def _checked_name(text: str) -> str:
    if not any(_can_be_seen(sign) for sign in text):
        raise InputError("A brand needs a name.")
    if len(text) > LONGEST_NAME:
        raise InputError("The name of a brand has at most {most} characters.", most=LONGEST_NAME)
    return text


def _checked_language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", text):
        raise InputError("{text} is not a language.", advice="Write it in two letters, such as en.", text=text)
    return text


def _checked_web(text: str) -> str:
    if text and not is_web_address(text):
        raise InputError(
            "`{address}` is no address of the web.",
            advice="Copy it from the browser, with https://.",
            address=text[:80],
        )
    return text


def _clean(text: str, *, lines: bool) -> str:
    """Without what nobody sees; white space becomes one space, and only ``lines`` stay apart."""
    rows = text.splitlines() if lines else [text]
    return "\n".join(_visible(" ".join(row.split())) for row in rows).strip()


def _visible(text: str) -> str:
    """Without control characters, marks that turn the direction of writing, and halves of characters."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"} or sign in _JOINERS)


def _can_be_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZM" and sign not in _BLANK
