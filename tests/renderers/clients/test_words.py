"""Everything people read about clients exists in French, and nothing is translated that nobody says."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from assets import ROOT as ASSETS
from renderers.clients.change import Change, Evidence
from renderers.clients.profile import profile, profiles
from renderers.clients.words import (
    CERTAINTIES,
    GROUP_NAMES,
    LABELS,
    MODE_NAMES,
    MONTHS,
    label,
    profile_name,
    said,
    spoken_date,
    translated,
)

CLIENTS = Path(__file__).parents[3] / "renderers" / "clients"
FRENCH = ASSETS / "translations"


def patterns() -> dict[str, str]:
    """The pattern of every change that the stages can make, and where it stands."""
    found = {}
    for path in CLIENTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "change":
                what = node.args[1] if len(node.args) > 1 else None
                if isinstance(what, ast.Constant):
                    found[what.value] = f"{path.name}:{node.lineno}"
    return found


def test_every_change_is_said_in_french():
    """A pattern in the code has its French line, with the same fields, and no French line is left over."""
    french = tomllib.loads((FRENCH / "changes.fr.toml").read_text("utf-8"))
    said_by_stages = patterns()
    assert {text: place for text, place in said_by_stages.items() if text not in french} == {}
    assert [text for text in french if text not in said_by_stages] == []


def test_every_pattern_is_a_literal():
    """A change whose sentence is built on the way could not be translated."""
    for path in (CLIENTS / "stages").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "change":
                assert isinstance(node.args[1], ast.Constant), f"{path.name}:{node.lineno}"


def test_every_note_and_label_is_said_in_french():
    """Notes, labels and modes; names only where they hold words."""
    french = tomllib.loads((FRENCH / "clients.fr.toml").read_text("utf-8"))
    said_of_clients = {shown.note for shown in profiles()} | {*MODE_NAMES.values()}
    said_of_clients |= {text for each in (*LABELS.values(), *CERTAINTIES.values()) for text in each}
    said_of_clients |= {*GROUP_NAMES.values(), *MONTHS}
    assert said_of_clients - french.keys() == set()


def test_a_change_is_said_with_its_values_in_the_language():
    """Fields are filled in; a language without a translation gets English."""
    change = Change(
        "clip.bytes",
        "The mail is cut after {limit:n} of {size:n} bytes.",
        Evidence("x", "2018"),
        values={"limit": 5, "size": 9},
    )
    assert said(change, "en") == str(change) == "The mail is cut after 5 of 9 bytes."
    assert said(change, "de") == str(change)
    assert "coupé" in said(change, "fr")


@pytest.mark.parametrize(("language", "name"), [("en", "New Outlook, Windows"), ("fr", "Nouvel Outlook, Windows")])
def test_a_client_has_its_name_in_the_language(language, name):
    """Brands stay, words around them are translated."""
    assert profile_name(profile("outlook-new-windows"), language) == name


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2019-02-28", "28 February 2019", "28 février 2019"),
        ("2024-05-01", "1 May 2024", "1er mai 2024"),
        ("2024-04", "April 2024", "avril 2024"),
        ("2021", "2021", "2021"),
        ("2024-13", "2024-13", "2024-13"),
        ("", "", ""),
    ],
)
def test_dates_are_said(date, english, french):
    """Days and months as people say them; a year, and what is no date, as they are."""
    assert (spoken_date(date, "en"), spoken_date(date, "fr")) == (english, french)


def test_labels_are_translated():
    """The name and what it means."""
    assert label("modelled", "fr").name == "Modélisé"
    assert translated("Gmail, web", "fr") == "Gmail, web"
