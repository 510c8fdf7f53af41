"""The window of variants as a marketer uses it: look who sees what, go there, count contacts, take the table away."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from desktop.dynamic.coverage.model import COUNT, SHOWS
from desktop.dynamic.coverage.variant_list import EXAMPLE
from desktop.dynamic.coverage.window import VariantsWindow
from desktop.dynamic.viewing import Viewing
from desktop.live import LiveMailer
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace

SECTIONS = """
{% if segment.loyalty %}
<mj-section css-class="mw-s-promo"><mj-column><mj-text>Your code</mj-text></mj-column></mj-section>
{% endif %}
{% if segment.near_event and contact.language|default("") == "en" %}
<mj-section css-class="mw-s-event"><mj-column><mj-text>Meet us</mj-text></mj-column></mj-section>
{% endif %}
{% if segment.loyalty and not segment.loyalty %}
<mj-section css-class="mw-s-never"><mj-column><mj-text>Nobody</mj-text></mj-column></mj-section>
{% endif %}
"""


@pytest.fixture
def text() -> str:
    """What is added to the mail."""
    return SECTIONS


@pytest.fixture
def viewing(folder: Path, text: str, jobs, qtbot) -> Iterator[Viewing]:
    """The welcome mail with sections for some, open and shown."""
    path = folder / "templates" / "welcome.en" / "template.mjml"
    path.write_text(path.read_text("utf-8").replace("</mj-body>", f"{text}</mj-body>"), "utf-8")
    document = OpenDocument(Workspace.open(folder), "welcome.en")
    live = LiveMailer(document, jobs)
    made = Viewing(jobs)
    made.show_document(document, live)
    yield made
    made.show_document(None, None)
    document.close()
    qtbot.waitUntil(lambda: not jobs.running, timeout=10_000)


@pytest.fixture
def variants(viewing: Viewing, jobs, qtbot) -> Iterator[VariantsWindow]:
    """The window, with everything worked out."""
    owner = QWidget()
    made = VariantsWindow(viewing, jobs, owner)
    made.show()
    qtbot.waitUntil(lambda: not jobs.running, timeout=10_000)
    yield made
    owner.deleteLater()


def signs(window: VariantsWindow, name: str) -> list[str]:
    """What the row of a section says."""
    model = window.coverage.model
    return [model.index(row_of(window, name), column).data(SHOWS) for column in range(model.columnCount())]


def row_of(window: VariantsWindow, name: str) -> int:
    """The row of a section."""
    model = window.coverage.model
    return next(row for row in range(model.rowCount()) if model.name(row).strip() == name)


def count(window: VariantsWindow, viewing: Viewing, qtbot) -> None:
    """Take the sample contacts."""
    window.variants.blank.second.click()
    qtbot.waitUntil(lambda: bool(window.variants.list.variants.variants), timeout=10_000)
    qtbot.waitUntil(lambda: window.coverage.model.reach is not None, timeout=10_000)


def test_the_table_says_who_sees_what(variants: VariantsWindow) -> None:
    """A row a section, a column a segment and one for contacts in none; what still decides is in the tip."""
    assert signs(variants, "Promo") == ["always", "never", "never", "never"]
    assert signs(variants, "Event") == ["never", "never", "sometimes", "never"]
    assert signs(variants, "Hero") == ["always"] * 4
    tip = variants.coverage.model.index(row_of(variants, "Event"), 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "Language is en" in tip


def test_models_keep_their_word(variants: VariantsWindow, viewing: Viewing, qtbot, qtmodeltester) -> None:
    """The three models pass Qt's own checks."""
    count(variants, viewing, qtbot)
    for model in (variants.coverage.model, variants.coverage.findings.findings, variants.variants.list.variants):
        qtmodeltester.check(model)


def test_a_contradiction_is_found_and_one_click_away(variants: VariantsWindow, qtbot) -> None:
    """The finding names the section; a click on it selects the section in the editor."""
    findings = variants.coverage.findings
    sentences = [findings.findings.index(row).data() for row in range(findings.findings.rowCount())]
    place = next(row for row, sentence in enumerate(sentences) if "contradicts" in sentence)
    assert "Never" in sentences[place]
    at = findings.visualRect(findings.findings.index(place)).center()
    qtbot.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=at)
    document = variants.document
    assert document is not None
    assert document.selected_element is not None
    assert document.tree.name_of(document.selected_element) == "never"


def test_titles_lead_to_the_section_and_to_the_segment(variants: VariantsWindow, viewing: Viewing, qtbot) -> None:
    """A section's title selects it; a segment's title shows the mail as its members get it."""
    sections, segments = variants.coverage.table.sections, variants.coverage.table.segments
    at = QPoint(20, sections.sectionViewportPosition(row_of(variants, "Promo")) + 5)
    qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert viewing.document is not None
    assert viewing.document.selected_element is not None
    assert viewing.document.tree.name_of(viewing.document.selected_element) == "promo"
    qtbot.mouseClick(segments.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(segments.sectionPosition(2) + 9, 9))
    assert viewing.recipient.segments == ("near_event",)


def test_the_keyboard_gets_there_too(variants: VariantsWindow, viewing: Viewing, qtbot) -> None:
    """Enter on a cell selects its section and shows its segment."""
    table = variants.coverage.table
    table.setCurrentIndex(variants.coverage.model.index(row_of(variants, "Promo"), 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert viewing.recipient.segments == ("loyalty",)
    assert viewing.document is not None
    assert viewing.document.selected_element is not None


def test_contacts_are_counted_and_shown(variants: VariantsWindow, viewing: Viewing, qtbot) -> None:
    """With a file of contacts: how many get each mail, how many of a segment see a section, and any mail shown."""
    count(variants, viewing, qtbot)
    mails = variants.variants.list
    total = sum(one.count for one in mails.variants.variants)
    assert viewing.source is not None
    assert total == viewing.source.count
    members = variants.coverage.model.index(row_of(variants, "Promo"), 0).data(COUNT)
    assert 0 < members < total
    mails.setCurrentIndex(mails.variants.index(1, 0))
    name = str(mails.variants.index(1).data(EXAMPLE)).removeprefix("for example ")
    qtbot.mouseClick(variants.variants.show_button, Qt.MouseButton.LeftButton)
    assert viewing.recipient.kind == "contact"
    contact = viewing.recipient.contact
    assert name == f"{contact['firstname']} {contact['lastname']}"
    assert not variants.isVisible()


def test_editing_is_followed(variants: VariantsWindow, qtbot) -> None:
    """A condition that changes in the editor changes the table."""
    document = variants.document
    assert document is not None
    at = document.text.index("segment.loyalty %}")
    document.edit("Change", [TextEdit(at, at + len("segment.loyalty"), "segment.travels")])
    qtbot.waitUntil(lambda: signs(variants, "Promo") == ["never", "always", "never", "never"], timeout=10_000)


def test_a_mail_that_cannot_be_read_is_said(variants: VariantsWindow, qtbot) -> None:
    """A block that is open while somebody types: a sentence, and the table as it was."""
    document = variants.document
    assert document is not None
    at = document.text.index("{% endif %}")
    document.edit("Change", [TextEdit(at, at + len("{% endif %}"), "")])
    qtbot.waitUntil(variants.trouble.isVisible, timeout=10_000)
    assert "not closed" in variants.trouble.text() or "no meaning" in variants.trouble.text()
    assert variants.coverage.model.rowCount() > 3
    document.stack.undo()
    qtbot.waitUntil(lambda: not variants.trouble.isVisible(), timeout=10_000)


def test_broken_rules_are_said(variants: VariantsWindow, viewing: Viewing, folder: Path, qtbot) -> None:
    """A rule that asks for itself is worth knowing; contacts cannot be counted then, and the window says why."""
    count(variants, viewing, qtbot)
    rules = '[[segments]]\nid = "own"\nname = "Own"\nrule = "segment.own"\n'
    (folder / "segments.toml").write_text(rules, "utf-8")
    viewing.changed.emit()
    qtbot.waitUntil(variants.trouble.isVisible, timeout=10_000)
    assert "refers to itself" in variants.trouble.text()
    said = variants.coverage.findings.findings
    qtbot.waitUntil(lambda: "rule" in {one.kind for one in said.findings}, timeout=10_000)
    sentences = [said.index(row).data() for row in range(said.rowCount())]
    wrong = "The rule of “Own” is wrong: The segment `own` refers to itself. Take it out of its own rule."
    assert wrong in sentences
    assert variants.variants.stack.currentWidget() is variants.variants.blank


def test_the_table_goes_to_a_spreadsheet(variants: VariantsWindow, viewing: Viewing, tmp_path: Path, qtbot) -> None:
    """As CSV: the names of sections and segments, and each cell in words."""
    path = tmp_path / "who.csv"
    variants.export_to(str(path))
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Section", "Loyalty programme", "Travels this summer", "Lives near the event", "No segment"]
    promo = next(row for row in rows if row[0] == "Promo")
    assert promo[1:] == ["always shown", "never shown", "never shown", "never shown"]


@pytest.mark.parametrize("text", [""])
def test_without_conditions_it_says_what_to_do(variants: VariantsWindow, qtbot) -> None:
    """Everybody gets the same: the page says how to add a condition, and leads back."""
    page = variants.coverage.no_conditions
    assert variants.coverage.stack.currentWidget() is page
    assert "Add a condition" in page.lead.text()
    with qtbot.waitSignal(variants.finished):
        qtbot.mouseClick(page.first, Qt.MouseButton.LeftButton)


def test_without_segments_it_leads_to_them(viewing: Viewing, folder: Path, jobs, qtbot) -> None:
    """No segments yet: one button opens them, and coming back with some shows the table."""
    (folder / "segments.toml").write_text("format = 1\n", "utf-8")
    owner = QWidget()
    made = VariantsWindow(viewing, jobs, owner)
    made.show()
    qtbot.waitUntil(lambda: not jobs.running, timeout=10_000)
    with qtbot.waitSignal(made.segments_wanted):
        qtbot.mouseClick(made.coverage.no_segments.first, Qt.MouseButton.LeftButton)
    (folder / "segments.toml").write_text('[[segments]]\nid = "loyalty"\nrule = "contact.loyalty"\n', "utf-8")
    viewing.changed.emit()
    qtbot.waitUntil(lambda: made.coverage.model.rowCount() > 0 and signs(made, "Promo")[0] == "always", timeout=10_000)
    owner.deleteLater()


def test_the_window_dies_when_it_is_closed(viewing: Viewing, jobs, dies, qtbot) -> None:
    """Nothing keeps a closed window."""
    dies(lambda: VariantsWindow(viewing, jobs))


def test_every_control_has_a_name(variants: VariantsWindow, viewing: Viewing, qtbot) -> None:
    """A screen reader has something to say about table, lists and buttons."""
    count(variants, viewing, qtbot)
    table, findings, mails = variants.coverage.table, variants.coverage.findings, variants.variants.list
    assert all(each.accessibleName() for each in (table, findings, mails))
    for each in (variants.file_button, variants.export_button, variants.close_button, variants.variants.show_button):
        assert each.text()
