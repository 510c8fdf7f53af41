"""The sheet as files: answered in a real browser, printed on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

from renderers.engines import PageLostError
from renderers.proofs.approval import write
from renderers.proofs.approval.answers import ENDING, read_answers
from renderers.proofs.approval.sheet_of_run import proof_sheet
from renderers.proofs.approval.write import write_proof_sheet
from templates.errors import Cancelled, EngineError, InputError, LimitError


@pytest.fixture
def filled(sheet, tmp_path, browser_path):
    """The sheet in a browser, filled in; a function that opens it again in the same browser."""
    path = write_proof_sheet(tmp_path / "proof.html", sheet)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path), args=["--no-sandbox"])
        context = browser.new_context(accept_downloads=True)

        def open_page():
            page = context.new_page()
            page.faults = []
            page.on("pageerror", lambda error: page.faults.append(str(error)))
            page.on("console", lambda line: page.faults.append(line.text))
            page.on("request", lambda request: page.faults.append(request.url)
                    if not request.url.startswith(("file:", "data:", "blob:")) else None)  # fmt: skip
            page.goto(path.as_uri())
            return page

        yield open_page
        browser.close()


def answer(page):
    """One approved, one to be changed with a comment of several lines, the whole with a comment alone."""
    page.locator("#picture-1 .approved input").check(force=True)
    page.locator("#picture-2 .changes input").check(force=True)
    page.locator("#picture-2 textarea").fill("Plus grand « ici »\nет 👩\u200d👧 \u202etoo")
    page.locator("#whole textarea").fill("Almost!")
    page.locator("#name").fill("  Zoë   Müller ")


WANTED = [
    (2, "approved", ""),
    (0, "changes", "Plus grand « ici »\nет 👩\u200d👧 too"),
    (1, "changes", "Plus grand « ici »\nет 👩\u200d👧 too"),
    (None, "comment", "Almost!"),
]


@pytest.mark.browser
def test_answers_come_back(filled, sheet):
    """As a file and as text, with the times at which they were given; the page keeps them until then."""
    page = filled()
    page.get_by_role("button", name="Save answers").last.click()
    assert "name first" in page.locator("#told").inner_text()
    answer(page)
    assert page.locator("#progress").inner_text() == "2 of 3 answered"
    with page.expect_download() as download:
        page.locator(".send [data-do=save]").click()
    name = download.value.suggested_filename
    assert re.fullmatch(r"summer\.en-zoe-mu-ller|summer\.en-zo-e-mu-ller", name.removesuffix(ENDING))
    read = read_answers(download.value.path().read_bytes())
    assert (read.run, read.author) == (sheet.run.id, "Zoë Müller")
    assert [(each.place, each.verdict, each.comment) for each in read.answers] == WANTED

    again = filled()
    assert again.locator("#name").input_value() == "  Zoë   Müller "
    again.locator(".send [data-do=copy]").click()
    text = again.locator("#text textarea").input_value()
    assert "2. Gmail, web · Orange, web · Light: Changes wanted" in text
    copied = read_answers("\n".join(f"> {line}" for line in text.split("\n")))
    assert copied.answers == read.answers  # the same times: kept once
    assert page.faults + again.faults == []


@pytest.mark.browser
def test_a_verdict_can_be_taken_back(filled):
    """With a second click, or a key; then there is no answer. A click on a picture shows all of it."""
    page = filled()
    approved = page.locator("#picture-1 .approved input")
    for take_back in (approved.click, lambda: approved.press("Delete")):
        approved.click()
        assert page.locator("#progress").inner_text() == "1 of 3 answered"
        take_back()
        assert page.locator("#progress").inner_text() == "0 of 3 answered"
    page.locator("#picture-3 .picture").click()
    assert page.locator("#large img").count() == 2


@pytest.mark.browser
def test_it_is_printed(agency, keep_run, tmp_path):
    """A4, nothing to click or run; heads, labels and boxes stand as text."""
    path = write_proof_sheet(tmp_path / "proof.pdf", proof_sheet(agency, keep_run(), language="fr"))
    data = path.read_bytes()
    assert set(re.findall(rb"/MediaBox \[0 0 ([\d. ]+)\]", data)) == {b"594.95996 841.91998"}
    assert re.search(rb"/Subtype /Link|/URI|/JavaScript|/JS\b", data) is None
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext of poppler-utils is not here: the text of the pages was not looked at")
    text = subprocess.run([program, "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    assert "Signature" in text
    assert text.count("À modifier") == 3
    assert "Moteur" in text or "Modélisé" in text


@pytest.mark.parametrize(("error", "kind"), [(PageLostError("gone"), EngineError), (TimeoutError(), LimitError)])
def test_a_browser_that_fails_is_said(sheet, tmp_path, monkeypatch, error, kind):
    """Nothing is written, and the HTML file is named."""

    async def fail(*_, **__):
        raise error

    monkeypatch.setattr(write, "printed", fail)
    with pytest.raises(kind, match="the HTML file"):
        write_proof_sheet(tmp_path / "proof.pdf", sheet)
    assert list(tmp_path.glob("*.pdf")) == []


def test_it_can_be_cancelled_and_tells_how_far_it_is(sheet, tmp_path):
    """At any picture."""
    stop, told = threading.Event(), []
    write_proof_sheet(tmp_path / "a.html", sheet, on_progress=lambda *now: told.append(now))
    assert sorted(told) == [(1, 3), (2, 3), (3, 3)]
    stop.set()
    with pytest.raises(Cancelled):
        write_proof_sheet(tmp_path / "b.html", sheet, cancel=stop)
    assert not (tmp_path / "b.html").exists()


def test_another_ending_is_refused(sheet, tmp_path):
    """With what it may be."""
    with pytest.raises(InputError, match=r"\.html or \.pdf"):
        write_proof_sheet(tmp_path / "proof.doc", sheet)
