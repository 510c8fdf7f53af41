"""The list of proposals: when it comes, what it shows, what choosing writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from desktop.editor.code.completer import CompletionModel, laid_out
from desktop.editor.code.known import asked, known
from desktop.live import LiveMailer, Shown
from templates.dynamic.view import Recipient
from templates.source.completion import Completion, Known

# The list is a window of its own, which the offscreen platform cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def rows(panel) -> list[str]:
    model = panel.completer.list.completionModel()
    return [model.index(row, 0).data() for row in range(panel.completer.list.completionCount())]


def put(panel, after: str) -> None:
    text = panel.document.text
    panel.editor.set_caret(text.index(after) + len(after))


def test_an_opening_bracket_offers_what_may_stand_there(code, qtbot):
    """Typing narrows it down, Enter writes the first that begins so, with its other end."""
    put(code, "<mj-column>")
    qtbot.keyClicks(code.editor, "<")
    assert rows(code)[0] == "mj-text"
    qtbot.keyClicks(code.editor, "mj-d")
    assert rows(code) == ["mj-divider"]
    assert code.completer.visible
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Return)
    assert "<mj-column><mj-divider />\n" in code.document.text
    assert not code.completer.visible


def test_a_choice_can_lead_to_the_next(code, qtbot):
    """After an attribute come its values; the attribute and the value are steps of their own."""
    put(code, "<mj-text")
    before = code.document.text
    qtbot.keyClicks(code.editor, " al")
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Tab)
    assert '<mj-text align="">' in code.document.text
    assert rows(code) == ["left", "right", "center", "justify"]
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Down)
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Return)
    assert '<mj-text align="right">' in code.document.text
    for _ in range(3):
        code.document.stack.undo()
    assert code.document.text == before


def test_a_section_comes_in_lines(code, qtbot):
    """With the document's steps, indented as its place is; the caret stands where one goes on."""
    put(code, "<mj-body>\n    ")
    qtbot.keyClicks(code.editor, "<mj-sec")
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Return)
    expected = "<mj-section>\n      <mj-column>\n        \n      </mj-column>\n    </mj-section>"
    assert expected in code.document.text
    assert code.document.text[: code.editor.caret].endswith("<mj-column>\n        ")


@pytest.mark.parametrize(
    ("indent", "step", "laid"),
    [
        ("", "  ", "a\n  b\n    c\nd"),
        ("  ", "    ", "a\n      b\n          c\n  d"),
        ("\t", "\t", "a\n\t\tb\n\t\t\tc\n\td"),
    ],
)
def test_lines_are_indented_with_the_documents_own_steps(indent, step, laid):
    """Whatever they are: spaces of any number, or tabs."""
    assert laid_out("a\n  b\n    c\nd", indent, step) == laid


def test_escape_and_words_take_it_away(code, qtbot):
    """So does going elsewhere; Enter is Enter again."""
    put(code, "<mj-column>")
    qtbot.keyClicks(code.editor, "<")
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Escape)
    assert not code.completer.visible
    qtbot.keyClick(code.editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(code.editor, "<m")
    assert code.completer.visible
    code.editor.set_caret(0)
    qtbot.waitUntil(lambda: not code.completer.visible)


def test_words_offer_nothing(code, qtbot):
    """In a text one writes in peace, on request too."""
    put(code, "Hello")
    qtbot.keyClicks(code.editor, " there, so <")
    assert code.completer.visible
    qtbot.keyClicks(code.editor, " 3")
    assert not code.completer.visible
    code.complete()
    assert not code.completer.visible


def test_names_come_from_the_data_and_the_brand(code, qtbot):
    """After ``{{`` the variables; a group of names goes on with its members."""
    code.completer.known = Known(values={"start_url": "https://example.com", "brand": {"name": "Acme"}})
    put(code, "Hello")
    qtbot.keyClicks(code.editor, "{{")
    assert "start_url" in rows(code)
    qtbot.keyClicks(code.editor, "bra")
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Return)
    assert "Hello{{ brand. }}" in code.document.text
    assert rows(code) == ["name"]
    qtbot.keyClick(code.completer.view, Qt.Key.Key_Return)
    assert "Hello{{ brand.name }}" in code.document.text


def test_on_request_it_comes_at_once(code):
    """Between components too, where no bracket has been typed."""
    put(code, "<mj-column>")
    code.complete()
    assert rows(code)[0] == "mj-text"


def test_a_text_that_may_not_be_changed_offers_nothing(panel, open_text):
    """There is nothing to complete."""
    document = open_text("<mj-column><")
    document.editable = False
    panel.set_document(document, None)
    panel.editor.set_caret(12)
    panel.complete()
    assert not panel.completer.visible


def test_the_surroundings_are_read(open_text, jobs):
    """What a template sees, the pictures and the parts of its workspace."""
    document = open_text()
    found = known(asked(document, LiveMailer(document, jobs)))
    assert found.values["brand"]["colour"]["primary"].startswith("#")
    assert found.values["start_url"]
    assert any(path.startswith("brands/") and path.endswith(".png") for path in found.pictures)
    assert any(path.endswith("/parts/footer-marketing.en.mjml") or "footer" in path for path in found.parts)


def test_data_that_is_being_edited_counts(open_text, jobs):
    """An unsaved data set has names already; a broken one has none, and is no fault here."""
    document = open_text()
    live = LiveMailer(document, jobs)
    document.set_side("x", "data/default.json", '{"coupon": "X1"}')
    assert known(asked(document, live)).values["coupon"] == "X1"
    document.set_side("x", "data/default.json", "{")
    assert known(asked(document, live)).values == {}
    live.shown = Shown(data={"given": 1}, recipient=Recipient.in_segments("loyal"))
    assert known(asked(document, live)).values["given"] == 1
    assert "loyal" in known(asked(document, live)).segments


def test_the_view_learns_its_surroundings(code, qtbot):
    """A moment after a document was opened."""
    qtbot.waitUntil(lambda: "start_url" in code.completer.known.values, timeout=10_000)


def test_the_model_is_a_model(qtmodeltester, qapp):
    """Every row says what it is, in words too."""
    model = CompletionModel()
    model.set_items([Completion("mj-text", "mj-text", "component"), Completion("red", "red", "colour", "#ff0000")])
    qtmodeltester.check(model)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "mj-text, element, Text"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "red, colour, #ff0000"


def test_a_row_shows_its_colour(code, qtbot):
    """The swatch is painted in the colour of the proposal."""
    code.completer.known = Known(values={"brand": {"colour": {"primary": "#12e456"}}})
    put(code, "<mj-text")
    qtbot.keyClicks(code.editor, ' color="')
    view = code.completer.view
    picture = QPixmap(view.viewport().size())
    view.viewport().render(picture)
    image = picture.toImage()
    found = {image.pixelColor(x, y).name() for x in range(30) for y in range(40)}
    assert "#12e456" in found
