"""French is set as French printers set it, so that no sign is torn from its word at the end of a line."""

from __future__ import annotations

import re
import tomllib
from xml.etree import ElementTree

import pytest

from assets import ROOT as ASSETS

MISPRINTS = {
    "a space that may break before a sign": r"[ ][:;!?»%](?:\s|$)",
    "no space before a sign": r"[^\s\u00a0\u202f][;!?](?:\s|$)",
    "a wide space before a sign": r"\u00a0[;!?]",
    "no space before a colon": r"[^\s\u00a0\u202f\"]:\s",
    "no space inside the quotes": r"«[^\u00a0]|[^\u00a0]»",
    "a straight apostrophe": r"\w'[\w{`]|[}`]'\w",
    "three dots": r"\.\.\.",
    "two spaces": r"[ ]{2}|[ ]$|^[ ]",
    "a space that may break before a unit": r"[\d}] (?:Mo|s)\b",
}


def misprints(text: str) -> list[str]:
    """What is wrong with a French ``text``; what stands in backticks is not French."""
    return [name for name, pattern in MISPRINTS.items() if re.search(pattern, re.sub("`[^`]*`", "`x`", text))]


def failures() -> list[str]:
    """What the errors say."""
    messages = tomllib.loads((ASSETS / "translations" / "errors.fr.toml").read_text("utf-8"))
    return [*messages["messages"].values(), *(text for words in messages["words"].values() for text in words.values())]


def window() -> list[str]:
    """What the window says."""
    tree = ElementTree.parse(ASSETS / "translations" / "mailwright_fr.ts")
    texts = [text for translation in tree.iter("translation") for text in translation.itertext()]
    return [text for text in texts if text.strip()]


def clients() -> list[str]:
    """What is said about clients and what they change."""
    files = [ASSETS / "translations" / f"{name}.fr.toml" for name in ("clients", "changes")]
    return [text for path in files for text in tomllib.loads(path.read_text("utf-8")).values()]


def tokens() -> list[str]:
    """What is said about tokens."""
    tables = tomllib.loads((ASSETS / "translations" / "tokens.fr.toml").read_text("utf-8"))
    return [text for table in tables.values() for text in table.values()]


def proof_sheet() -> list[str]:
    """What the proof sheet says."""
    return [*tomllib.loads((ASSETS / "translations" / "proof_sheet.fr.toml").read_text("utf-8")).values()]


def command_line() -> list[str]:
    """What the command line says."""
    return [*tomllib.loads((ASSETS / "translations" / "command_line.fr.toml").read_text("utf-8")).values()]


@pytest.mark.parametrize("source", [failures, window, clients, tokens, proof_sheet, command_line])
def test_french_is_set_as_french(source):
    """No-break spaces before high signs and units, curved apostrophes, one sign for an ellipsis."""
    texts = source()
    assert texts
    assert {text: found for text in texts if (found := misprints(text))} == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Le disque est plein ; rien.", "a space that may break before a sign"),
        ("Le disque est plein; rien.", "no space before a sign"),
        ("Le disque est plein\u00a0; rien.", "a wide space before a sign"),
        ("La cause: {reason}", "no space before a colon"),
        ("Le mot «x».", "no space inside the quotes"),
        ("L'image.", "a straight apostrophe"),
        ("Exporter...", "three dots"),
        ("Deux  mots.", "two spaces"),
        ("Au plus {limit} Mo.", "a space that may break before a unit"),
    ],
)
def test_each_misprint_is_found(text, fault):
    """Each rule fires on its fault, and on a sentence with that one fault no other does."""
    assert misprints(text) == [fault]
