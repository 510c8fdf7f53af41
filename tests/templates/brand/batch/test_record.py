"""What batch.json keeps from one run to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from templates.brand.batch.record import Record
from templates.brand.batch.run import Entry, Made, Row
from templates.brand.by_hand import brand_by_hand
from templates.brand.store import save_brand, update_brand


def entry(source: str, key: str = "") -> Entry:
    return Entry(1, source, key or source)


def test_folders_are_called_like_the_companies(tmp_path: Path) -> None:
    """A domain's letters, a file's name, its folder's for an index page; two of one name are told apart."""
    entries = [entry("acme.example"), entry("/a/Acme Ltd.html"), entry("/b/acme-ltd.html"), entry("/c/shop/index.html")]
    entries.append(entry("café.example", "xn--caf-dma.example"))
    folders = Record(tmp_path).folders(entries)
    assert list(folders.values()) == ["acme-example", "acme-ltd", "acme-ltd-2", "shop", "cafe-example"]


def test_a_company_keeps_its_folder(tmp_path: Path) -> None:
    """Whatever the order of the next list."""
    first = Record(tmp_path)
    folders = first.folders([entry("/a/acme.html"), entry("/b/acme.html")])
    for one in (entry("/a/acme.html"), entry("/b/acme.html")):
        first.add(Row(one, "stopped"), folders[one.key])
    assert Record(tmp_path).folders([entry("/b/acme.html"), entry("/c/acme.html")]) == {
        "/b/acme.html": "acme-2",
        "/c/acme.html": "acme-3",
    }


def test_values_are_those_of_the_brand(tmp_path: Path) -> None:
    """What a program reads follows the brand, also when it was changed afterwards."""
    folder = tmp_path / "acme-example" / "brands" / "acme"
    save_brand(brand_by_hand("Acme", "#204080"), folder)
    record = Record(tmp_path)
    record.add(Row(entry("acme.example"), "made", Made(folder, "Acme", 20)), "acme-example")
    update_brand(folder, name="Acme Tools")
    record.refresh()
    row = json.loads((tmp_path / "batch.json").read_text())["companies"][0]
    assert (row["name"], row["primary"], row["templates"]) == ("Acme Tools", "#204080", 20)
    assert row["brand"] == "acme-example/brands/acme"
    assert {doubt["field"] for doubt in row["doubts"]} == {"logo_wide", "logo_square"}
    assert Record(tmp_path).brand_folders() == [folder]


def test_a_stopped_run_does_not_forget(tmp_path: Path) -> None:
    """What an earlier run made stays in the results when a later one is stopped before it."""
    folder = tmp_path / "acme-example" / "brands" / "acme"
    save_brand(brand_by_hand("Acme"), folder)
    record = Record(tmp_path)
    record.add(Row(entry("acme.example"), "made", Made(folder, "Acme")), "acme-example")
    record.add(Row(entry("acme.example"), "stopped"), "acme-example")
    assert Record(tmp_path).companies["acme.example"]["state"] == "made"


@pytest.mark.parametrize(
    "document",
    [
        "no json",
        "[]",
        '{"companies": 7}',
        {"key": "a", "source": "a", "folder": "../out"},
        {"key": "a", "source": "a", "folder": "a", "brand": "../../etc"},
        {"key": "a", "source": "a", "folder": "a", "brand": "b/brands/a"},
        {"key": "a", "source": "a", "folder": "a", "error": {}},
        {"key": 1, "source": "a", "folder": "a"},
    ],
)
def test_results_that_were_tampered_with_name_no_folder(tmp_path: Path, document: str | dict[str, Any]) -> None:
    """Rows that nobody of ours wrote are left out, so that none leads out of the folder."""
    text = document if isinstance(document, str) else json.dumps({"format": 1, "companies": [document]})
    (tmp_path / "batch.json").write_text(text)
    assert Record(tmp_path).companies == {}
