"""The page that is printed: everything is there, in both languages, and nobody's text is more than a text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from assets import ROOT
from renderers.budget import words
from renderers.budget.history_csv import history_csv
from renderers.budget.statement.csv_file import to_csv
from renderers.budget.statement.page import page_of

TABLE = tomllib.loads((ROOT / "translations" / "tokens.fr.toml").read_text("utf-8"))
ROOM = Path(words.__file__).parent


def text(page: str, selector: str) -> str:
    found = LexborHTMLParser(page).css_first(selector)
    return " ".join(found.text(separator=" ").split()) if found else ""


def test_it_shows_what_the_statement_holds(made):
    """The account, the month, the balances, a row for each entry, and the head with what it is for."""
    agency = made("agency")
    page = page_of(agency, "en")
    assert text(page, "h1") == "The agency"
    assert text(page, ".about") == "November 2026 Account agency Times in UTC"
    cells = [" ".join(each.text(separator=" ").split()) for each in LexborHTMLParser(page).css(".balance > div")]
    held = agency.closing.available + agency.closing.reserved
    assert cells == [
        "On 1 November 2026 0",
        f"Received + {agency.received:,}",
        f"Moved out − {agency.moved_out}",
        f"Spent − {agency.spent}",
        f"On 30 November 2026 = {held}",
    ]
    assert len(LexborHTMLParser(page).css("tbody tr")) == len(agency.entries)
    assert text(page, ".seal code") == agency.head.hash
    assert "mailwright tokens audit --statement" in text(page, ".seal")


def test_the_last_row_is_left_with_the_closing_balance(made):
    """The column counts on from the opening balance."""
    for account in ("agency", "acme"):
        found = made(account)
        last = LexborHTMLParser(page_of(found, "en")).css("tbody tr")[-1]
        assert last.css_first(".after").text().strip() == f"{found.closing.available:,}"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_names_and_notes_are_texts(made, language):
    """No element, no script and no style comes from what somebody typed."""
    acme = made("acme")
    names = ['"}</style><script>x</script>', "}@page{margin:0}", "\\", "{{ 7*7 }}", "{% raw %}", "N" * 120]
    usual = {node.tag for node in LexborHTMLParser(page_of(made("agency"), language)).css("*")}
    for name in [acme.name, *names]:
        page = page_of(replace(acme, name=name), language)
        parsed = LexborHTMLParser(page)
        assert {node.tag for node in parsed.css("*")} - usual == set()
        assert len(parsed.css("style")) == 1
        assert text(page, "h1") == name
        footer = page.partition("@bottom-left{content:")[2].partition("}")[0]
        assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', footer)


def test_it_loads_nothing(made):
    """Fonts are inside the page."""
    page = page_of(made("agency"), "en")
    assert set(re.findall(r"url\(\"([^;]+;)", page)) == {"data:font/ttf;"}
    assert "@import" not in page
    assert LexborHTMLParser(page).css("[src], [href], script, link") == []


def test_a_month_without_entries_says_so(made):
    """No empty table, and no head where there was none."""
    empty = replace(made("acme"), entries=(), by_kind=(), by_template=(), by_client=())
    page = page_of(replace(empty, head=empty.head._replace(number=0, hash=""), provisional=True), "en")
    assert text(page, ".entries") == "Entries 0 No entries in this month."
    assert "no entries yet" in text(page, ".seal")
    assert "Provisional" in text(page, ".about")


class Asked(dict[str, str]):
    """A table that remembers what was looked for in vain."""

    def __init__(self, table: dict[str, str]) -> None:
        super().__init__(table)
        self.missing: set[str] = set()

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]  # a dict's has more forms
        if key and key not in self:
            self.missing.add(key)
        return super().get(key, default)


def test_every_word_is_french(made, monkeypatch):
    """All that statements and histories say themselves stands in the table."""
    texts = Asked(TABLE["texts"])
    monkeypatch.setattr(words, "_table", lambda _language: {"kinds": TABLE["kinds"], "texts": texts})
    for account in ("agency", "acme"):
        found = made(account)
        for each in (found, replace(found, provisional=True), replace(found, entries=(), by_template=())):
            page_of(each, "fr")
            to_csv(each, "fr")
            history_csv(each.entries, "fr")
    page_of(replace(found, head=found.head._replace(number=0)), "fr")
    assert texts.missing == set()


def test_no_french_word_is_left_over():
    """What nothing says any more leaves the table too."""
    sources = [path.read_text("utf-8") for path in ROOM.rglob("*") if path.suffix in {".py", ".jinja"}]
    keys = [*TABLE["kinds"], *TABLE["texts"]]
    assert [key for key in keys if not any(f'"{key}"' in source for source in sources)] == []
