"""The tab "Variables": what it lists, where it leads, and what its buttons put right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt

from desktop.document import OpenDocument
from desktop.dynamic.report.model import DEFAULT, KIND, NAME, SETS, USED
from desktop.dynamic.report.panel import ReportPanel
from desktop.language import set_language
from desktop.live import LiveMailer
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace

TEXT = """<mjml>
  <mj-body>
    <mj-section><mj-column>
      <mj-text>{{ titel }} {{ contact.firstname|default("") }}</mj-text>
      {% for p in products %}
      <mj-text>{{ p.name }}: {{ p.price }} {{ titel }}</mj-text>
      {% endfor %}
      <mj-text>{{ note|default("none") }}{{ brand.nmae }}</mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>
"""
DATA = {
    "default": {"var": {"title": "x", "products": [{"name": "a", "price": "1"}]}},
    "long": {"var": {"title": "x", "titel": "y", "products": [{"name": "a"}]}},
}


def emptied(panel: ReportPanel) -> None:
    """Let nothing begin that the end of the test would cut off."""
    panel.set_document(None, None)


@pytest.fixture
def report(qapp, jobs, folder, qtbot) -> Iterator[Callable[..., ReportPanel]]:
    """``report(text, data)``: the panel with the report on a template."""
    panel = ReportPanel(jobs)
    qtbot.addWidget(panel, before_close_func=emptied)
    panel.resize(760, 300)
    panel.show()
    opened: list[OpenDocument] = []

    def make(text: str = TEXT, data: dict[str, object] | None = None) -> ReportPanel:
        root = folder / "templates" / "welcome.en"
        (root / "template.mjml").write_text(text, "utf-8")
        for old in (root / "data").glob("*.json"):
            old.unlink()
        for name, values in (DATA if data is None else data).items():
            said = values if isinstance(values, str) else json.dumps(values, indent=2)
            (root / "data" / f"{name}.json").write_text(said, "utf-8")
        document = OpenDocument(Workspace.open(folder), "welcome.en")
        opened.append(document)
        with qtbot.waitSignal(panel.reported, timeout=20_000):
            panel.set_document(document, LiveMailer(document, jobs))
        return panel

    yield make
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    for document in opened:
        document.close()
        document.deleteLater()
    # At once: else the garbage collector may find view and document in a job's thread, where timers cannot be stopped.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def names(panel: ReportPanel) -> list[str]:
    return [panel.table.filter.index(row, NAME).data() for row in range(panel.table.filter.rowCount())]


def cell(panel: ReportPanel, name: str, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    return str(panel.table.filter.index(names(panel).index(name), column).data(role))


def choose(panel: ReportPanel, name: str) -> None:
    panel.table.select_name(name)


def again(panel: ReportPanel, qtbot, act: Callable[[], object]) -> None:
    """Do something, and wait for the report that follows."""
    with qtbot.waitSignal(panel.reported, timeout=20_000):
        act()


def test_every_name_has_a_row(report, qtbot):
    """With its kind, its lines, what happens without it, and what each data set has; errors are counted."""
    counts: list[int] = []
    panel: ReportPanel = report()
    panel.counted.connect(counts.append)
    assert names(panel) == [
        "brand.nmae",
        "titel",
        "products[].price",
        "products",
        "products[].name",
        "note",
        "contact.firstname",
        "title",
    ]
    assert cell(panel, "products", KIND) == "List"
    assert cell(panel, "titel", USED) == "4, 6"
    assert [cell(panel, name, DEFAULT) for name in ("titel", "note", "contact.firstname")] == [
        "No mail",
        '"none"',
        "Nothing",
    ]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert cell(panel, "titel", SETS, spoken) == "Usual: lacks it"
    assert cell(panel, "titel", SETS + 1, spoken) == "Long: has a value"
    assert cell(panel, "products[].price", SETS + 1, spoken) == "Long: lacks it"
    assert cell(panel, "title", KIND) == "Not used by the template"
    assert panel.errors == 3


def test_a_click_on_the_lines_goes_round(report, qtbot):
    """To one place after the other; Enter goes there to write."""
    panel: ReportPanel = report()
    shown: list[tuple[str, int, bool]] = []
    panel.chosen.connect(lambda span, write: shown.append((TEXT[slice(*span)], span.start, write)))
    area = panel.table.visualRect(panel.table.filter.index(names(panel).index("titel"), USED))
    for _ in range(3):
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    first, second = TEXT.index("titel"), TEXT.rindex("titel")
    assert shown == [("titel", first, False), ("titel", second, False), ("titel", first, False)]
    panel.table.setCurrentIndex(panel.table.filter.index(names(panel).index("note"), NAME))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert shown[-1] == ("note", TEXT.index("note"), True)


def test_places_follow_what_is_typed(report, qtbot):
    """Until the next report."""
    panel: ReportPanel = report()
    panel.document.edit("x", [TextEdit(0, 0, "<!-- -->\n")])
    with qtbot.waitSignal(panel.chosen) as signal:
        panel.table.activated.emit(panel.table.filter.index(names(panel).index("note"), NAME))
    assert panel.document.text[slice(*signal.args[0])] == "note"


def test_a_misspelt_name_is_renamed(report, qtbot):
    """Everywhere, as one step that can be undone."""
    panel: ReportPanel = report(data={"default": {"title": "x", "products": []}})
    choose(panel, "titel")
    assert panel.footer.isVisibleTo(panel)
    assert panel.footer.rename.text() == "Rename to title"
    again(panel, qtbot, panel.footer.rename.click)
    assert panel.document.text == TEXT.replace("titel", "title")
    assert "titel" not in panel.model.rows[1].name
    panel.document.stack.undo()
    assert panel.document.text == TEXT


def test_a_default_is_added(report, qtbot):
    """Behind each use; then nothing is wrong any more."""
    panel: ReportPanel = report()
    choose(panel, "products[].price")
    again(panel, qtbot, panel.footer.default.click)
    assert '{{ p.price|default("") }}' in panel.document.text
    assert cell(panel, "products[].price", SETS + 1, Qt.ItemDataRole.AccessibleTextRole).endswith("needs none")


def test_a_value_is_added_to_the_data_that_lacks_it(report, qtbot):
    """In the row that lacks it; the other data sets stay, and all is one step."""
    panel: ReportPanel = report()
    choose(panel, "products[].price")
    assert panel.footer.value.text() == "Add a value to: Long"
    again(panel, qtbot, panel.footer.value.click)
    data = json.loads(panel.document.side("data/long.json"))
    assert data["var"]["products"][0]["price"]
    assert panel.document.files.changed_sides() == ["data/long.json"]
    assert panel.document.stack.count() == 1
    assert panel.errors == 2


def test_buttons_rest_while_the_report_is_old(report, qtbot):
    """Their edits are those of the text before."""
    panel: ReportPanel = report()
    choose(panel, "titel")
    assert panel.footer.rename.isEnabled()
    panel.document.edit("x", [TextEdit(0, 0, " ")])
    assert not panel.footer.rename.isEnabled()
    qtbot.waitSignal(panel.reported, timeout=20_000).wait()
    assert panel.footer.rename.isEnabled()


def test_rows_are_filtered(report):
    """By name and by whether something is wrong; an empty list says why."""
    panel: ReportPanel = report()
    panel.search.setText("PRODUCTS[]")
    assert names(panel) == ["products[].price", "products[].name"]
    panel.search.setText("nothing like it")
    assert panel.nothing.text() == "No name like that"
    panel.search.clear()
    panel.only_wrong.setChecked(True)
    assert names(panel) == ["brand.nmae", "titel", "products[].price"]


def test_empty_states_say_what_to_do(report):
    """No variables, nothing wrong, a text that cannot be read."""
    panel: ReportPanel = report("<mjml><mj-body></mj-body></mjml>", {"default": {}})
    assert panel.nothing.text() == "This template uses no variables"
    assert "{{ first_name }}" in panel.why.text()
    panel = report('{{ a|default("") }}', {"default": {}})
    panel.only_wrong.setChecked(True)
    assert panel.nothing.text() == "Nothing is wrong"
    panel = report("<mjml>{% if a %}</mjml>", {"default": {}})
    assert panel.nothing.text() == "The block if that begins here is not closed."
    assert panel.errors == 0


def test_broken_data_is_named(report):
    """The other data sets are looked at all the same."""
    panel: ReportPanel = report("{{ a }}", {"default": {"a": 1}, "long": "{"})
    assert panel.note.text().startswith("Long: ")
    assert names(panel) == ["a"]


def test_another_language_says_everything_anew(report, qapp):
    """Sentences of findings too."""
    panel: ReportPanel = report()
    choose(panel, "titel")
    set_language("fr")
    try:
        qapp.processEvents()
        assert panel.footer.said.text().startswith("titel n’a pas de valeur")
    finally:
        set_language("en")


def test_many_data_sets_are_counted_on_the_button(report):
    """The first problem is chosen at once; its sentence stands above buttons that name two sets and count more."""
    lacking = {name: {"var": {}} for name in ("default", "long", "short", "empty")}
    panel: ReportPanel = report("<mjml><mj-body><mj-text>{{ a|default(1) }}{{ b }}</mj-text></mj-body></mjml>", lacking)
    assert names(panel) == ["b", "a"]
    assert panel.table.row().name == "b"
    assert panel.footer.value.text() == "Add a value to 4 data sets"
    assert panel.footer.said.geometry().bottom() < panel.footer.value.geometry().top()
    panel.footer.value.click()
    document = panel.document
    assert all('"b"' in document.side(f"data/{name}.json") for name in lacking)


def test_opening_the_tab_begins_with_what_is_wrong(report, qtbot):
    """A row that was current before gives way to the first problem; while the tab stays open it is kept."""
    panel: ReportPanel = report()
    panel.table.select_name("note")
    panel.document.edit("Change", [TextEdit(0, 0, " ")])
    with qtbot.waitSignal(panel.reported, timeout=20_000):
        pass
    assert panel.table.row().name == "note"
    panel.hide()
    with qtbot.waitSignal(panel.reported, timeout=20_000):
        panel.show()
    assert panel.table.row().name == "brand.nmae"
