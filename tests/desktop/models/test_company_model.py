"""The companies of a batch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.models.company_model import COMPANY, DETAIL, NAME, STATE, CompanyModel
from templates.brand.batch.listing import Entry
from templates.brand.batch.run import Made, Row

ENTRIES = (Entry(1, "acme.com", "acme.com"), Entry(2, "/home/me/sites/bolt.html", "/home/me/sites/bolt.html"))


def test_each_company_says_how_far_it_is(qtmodeltester, qapp):
    """First everybody waits; then a row changes and only that; a made company has its own name."""
    model = CompanyModel()
    model.set_entries(ENTRIES)
    qtmodeltester.check(model)
    assert [model.index(row, NAME).data() for row in range(2)] == ["acme.com", "sites/bolt.html"]
    assert [model.index(row, STATE).data() for row in range(2)] == ["Waiting", "Waiting"]
    row = Row(ENTRIES[0], "made", Made(Path("brands/acme"), "Acme"))
    model.change("acme.com", state="made", row=row, detail="20 new templates")
    assert [model.index(0, column).data() for column in (NAME, STATE, DETAIL)] == ["Acme", "Done", "20 new templates"]
    assert model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole) == "20 new templates"
    assert model.index(1, NAME).data(COMPANY).entry is ENTRIES[1]
    assert [company.name for company in model.in_state("made")] == ["Acme"]
    assert not model.index(0, STATE).data(Qt.ItemDataRole.DecorationRole).isNull()
