"""Statements on paper: printed by the browser that is there, with no request and no script, or not at all."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import dataclass, replace

import pytest

from renderers.budget.statement import pdf
from renderers.budget.statement.csv_file import to_csv
from renderers.budget.statement.pdf import write_pdf
from renderers.engines import BrowserMissingError, PageLostError, playwright_engine
from templates.errors import Cancelled, EngineError, LimitError


@dataclass
class Broken:
    """A browser that starts, and then goes away or never answers."""

    error: Exception | None
    closed: int = 0

    async def launch(self) -> Broken:
        return self

    async def in_context(self, *_: object) -> bytes:
        if self.error:
            raise self.error
        await asyncio.Event().wait()
        return b""

    async def close(self) -> None:
        self.closed += 1


@pytest.mark.browser
def test_a_statement_is_printed_on_as_many_pages_as_it_takes(made, tmp_path):
    """A4, and nothing in it can be clicked or run, whatever names and notes say."""
    found = made("acme")
    path = tmp_path / "statement.pdf"
    write_pdf(replace(found, entries=found.entries * 4), path, "fr")
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert max(int(each) for each in re.findall(rb"/Count (\d+)", data)) >= 3
    assert set(re.findall(rb"/MediaBox \[0 0 ([\d. ]+)\]", data)) == {b"594.95996 841.91998"}
    assert re.search(rb"/Subtype /Link|/URI|/JavaScript|/JS\b", data) is None


@pytest.mark.parametrize(
    ("error", "kind", "told"),
    [
        (PageLostError("it went away"), EngineError, r"could not print the statement\. Try again; the CSV file"),
        (None, LimitError, r"took longer than 0 seconds\. The CSV file"),
    ],
)
def test_a_browser_that_fails_is_said(made, tmp_path, monkeypatch, error, kind, told):
    """Nothing is written, the browser is closed, and the CSV file is named."""
    broken = Broken(error)
    monkeypatch.setattr(playwright_engine, "PlaywrightEngine", lambda: broken)
    monkeypatch.setattr(pdf, "SECONDS", 0)
    with pytest.raises(kind, match=told):
        write_pdf(made("acme"), tmp_path / "statement.pdf", "en")
    assert broken.closed == 2  # the process, and what started it
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_browser_the_csv_file_is_left(made, tmp_path, monkeypatch):
    """The sentence is that of the pictures."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))
    found = made("acme")
    with pytest.raises(BrowserMissingError, match="which is no program"):
        write_pdf(found, tmp_path / "statement.pdf", "en")
    assert not (tmp_path / "statement.pdf").exists()
    assert found.head.hash in to_csv(found, "en")


def test_it_can_be_cancelled(made, tmp_path):
    """Before it began, or at any time."""
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        write_pdf(made("acme"), tmp_path / "statement.pdf", "en", cancel=stop)
