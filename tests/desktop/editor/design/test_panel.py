"""Design mode: the mail is clicked, walked through, dropped on and pulled, and each time the text is what changes."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import structure
from desktop.editor.design.panel import mail_width
from desktop.editor.mime import block_data
from templates.source.parse import parse
from templates.source.text_edit import TextEdit

pytestmark = pytest.mark.webengine
LEFT, NO_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def double_click(page: QWidget, at: QPointF) -> None:
    """With one time stamp for all: qtbot's own lie so far apart that the engine counts single clicks."""
    kinds = QEvent.Type
    for kind in (kinds.MouseButtonPress, kinds.MouseButtonRelease, kinds.MouseButtonDblClick, kinds.MouseButtonRelease):
        pressed = NO_BUTTON if kind == kinds.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, at, QPointF(page.mapToGlobal(at)), LEFT, pressed, PLAIN)
        event.setTimestamp(1_000_000)
        QApplication.sendEvent(page, event)


def test_a_click_selects_and_the_keys_walk(hand, qtbot):
    """Click, Escape, arrows, Alt and click, the path below, Enter: each finds its component."""
    document, text = hand.document, hand.id("mj-text")
    qtbot.mouseClick(hand.page, LEFT, pos=hand.at(text))
    qtbot.waitUntil(lambda: document.selected == text)
    assert hand.outlines() == ["box chosen"]
    assert [button.text() for button in hand.panel.trail.buttons] == ["Mail", "Section", "Column", "Text"]
    qtbot.keyClick(hand.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: document.selected == hand.id("mj-column"))
    qtbot.keyClick(hand.page, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: document.selected == hand.id("mj-column", 1))
    qtbot.keyClick(hand.page, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: document.selected == hand.id("mj-text", 1))
    with qtbot.waitSignal(hand.panel.write) as write:
        qtbot.keyClick(hand.page, Qt.Key.Key_Return)
    assert write.args == [hand.id("mj-text", 1), 0, -1, -1]
    qtbot.mouseClick(hand.page, LEFT, Qt.KeyboardModifier.AltModifier, pos=hand.at(text))
    qtbot.waitUntil(lambda: document.selected == hand.id("mj-column"))
    qtbot.mouseClick(hand.panel.trail.buttons[1], LEFT)
    assert document.selected == hand.id("mj-section")
    with qtbot.waitSignal(hand.panel.write) as write:
        double_click(hand.page, QPointF(hand.at(text)))
    assert write.args[:2] == [text, 0]


def test_a_repetition_leads_to_its_one_source(hand, qtbot):
    """Any turn of a loop selects the same component; all are outlined, the clicked one as the one that is meant."""
    text = hand.id("mj-text", 2)
    for turn in (1, 2):
        qtbot.mouseClick(hand.page, LEFT, pos=hand.at(text, turn))
        expected = ["box chosen" if number == turn else "box also" for number in range(3)]
        qtbot.waitUntil(lambda expected=expected: hand.outlines() == expected, timeout=20_000)
        assert hand.document.selected == text


LONG = "".join(f"<mj-section><mj-column><mj-text>{n}</mj-text></mj-column></mj-section>" for n in range(40))


def test_dragging_to_an_edge_scrolls(open_mail, qtbot):
    """Held near the lower edge the mail moves on, and the place with it; the handles are out of the way meanwhile."""
    hand = open_mail(f"<mjml><mj-body>{LONG}</mj-body></mjml>")
    canvas = hand.panel.canvas
    qtbot.mouseClick(hand.page, LEFT, pos=hand.at(hand.id("mj-text", 3)))
    qtbot.waitUntil(hand.panel.handles.isVisible, timeout=20_000)
    hand.drag(block_data("<mj-divider />"), QPoint(300, canvas.view.height() - 5), drop=False)
    first = hand.panel.drops.drop
    assert hand.panel.handles.isHidden()
    qtbot.waitUntil(lambda: canvas.bar.value() > 100, timeout=20_000)
    assert hand.panel.drops.drop != first
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert hand.panel.drops.drop is None


def test_light_and_dark_change_in_place(open_mail, qtbot):
    """The mail's dark rules hold in the dark view; the page is not loaded anew and does not move."""
    style = "<mj-style>@media (prefers-color-scheme: dark) { .night td { color: rgb(1, 2, 3) !important } }</mj-style>"
    body = f"<mj-body css-class='night'>{LONG}</mj-body>"
    hand = open_mail(f"<mjml><mj-head>{style}</mj-head>{body}</mjml>")
    address = hand.panel.canvas.page.url()
    hand.ask("scrollTo(0, 700)")
    text = "getComputedStyle(document.querySelector('.night td')).color"
    light = hand.ask(text)
    with qtbot.waitSignal(hand.panel.shown, timeout=20_000):
        hand.panel.set_scheme("dark")
    assert hand.ask(text) == "rgb(1, 2, 3)"
    with qtbot.waitSignal(hand.panel.shown, timeout=20_000):
        hand.panel.set_scheme("light")
    assert hand.ask(text) == light
    assert hand.ask("scrollY") == 700
    assert hand.panel.canvas.page.url() == address


def test_each_mail_stays_where_it_was_left(open_mail, qtbot):
    """Back from another document, the first one is scrolled and selected as before."""
    hand = open_mail(f"<mjml><mj-body>{LONG}</mj-body></mjml>")
    document, live, bar = hand.document, hand.panel.live, hand.panel.canvas.bar
    document.select(hand.id("mj-text", 20), "outline")
    qtbot.waitUntil(lambda: bar.value() > 100, timeout=20_000)
    place = bar.value()
    hand.panel.set_document(None, None)
    assert hand.panel.handles.isHidden()
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=20_000)
    with qtbot.waitSignal(hand.panel.shown, timeout=20_000):
        hand.panel.set_document(document, live)
    qtbot.waitUntil(lambda: bar.value() == place, timeout=20_000)
    assert hand.outlines() == ["box chosen"]


def test_what_is_selected_elsewhere_comes_into_view(open_mail, qtbot):
    """The canvas scrolls no further than it must, and outlines it."""
    hand = open_mail(f"<mjml><mj-body>{LONG}</mj-body></mjml>")
    hand.document.select(hand.id("mj-text", 39), "outline")
    qtbot.waitUntil(lambda: hand.panel.canvas.bar.value() > 500, timeout=20_000)
    assert hand.outlines() == ["box chosen"]
    qtbot.waitUntil(hand.panel.handles.isVisible)


def test_a_click_does_not_move_the_mail(open_mail, qtbot):
    """Even on what is half out of view: the second click of two has to meet what the first one met."""
    hand = open_mail(f"<mjml><mj-body>{LONG}</mj-body></mjml>")
    text = hand.id("mj-text", 10)
    hand.ask(f"scrollTo(0, mw.elements({text})[0].getBoundingClientRect().top + scrollY + 5)")
    qtbot.waitUntil(lambda: hand.panel.canvas.bar.value() > 100, timeout=20_000)
    place = hand.ask("scrollY")
    qtbot.mouseClick(hand.page, LEFT, pos=hand.at(text, y=0.8))
    qtbot.waitUntil(lambda: hand.document.selected == text, timeout=20_000)
    assert hand.outlines() == ["box chosen"]
    assert hand.ask("scrollY") == place


def test_what_is_moved_and_undone_comes_into_view(open_mail, qtbot):
    """Where it is now, not where it was: a section that is moved far away, and back where it came from."""
    hand = open_mail(f"<mjml><mj-body>{LONG}</mj-body></mjml>")
    document, bar = hand.document, hand.panel.canvas.bar
    section = hand.id("mj-section")
    document.select(section, "outline")
    structure.move_node(document, section, hand.id("mj-section", 39), "after", origin="outline")
    qtbot.waitUntil(lambda: bar.value() > 500, timeout=20_000)
    document.stack.undo()
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=20_000)


def test_hover_names_what_is_under_the_pointer(hand, qtbot):
    """The name comes from the document, in plain words."""
    qtbot.mouseMove(hand.page, hand.at(hand.id("mj-text", 2)))
    words = "[...mw.layer.children].map((one) => one.textContent).join('')"
    qtbot.waitUntil(lambda: hand.ask(words) == "Text", timeout=20_000)


def test_the_tab_key_leaves_the_mail(open_mail, qtbot, mail):
    """A mail's links are not on the way through the window."""
    hand = open_mail(mail.replace("Left words", "<a href='https://example.com'>a link</a>"))
    hand.panel.canvas.view.setFocus()
    qtbot.waitUntil(hand.page.hasFocus)
    qtbot.keyClick(hand.page, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not hand.page.hasFocus(), timeout=20_000)
    assert hand.ask("document.activeElement.nodeName") == "BODY"


def test_a_page_that_lies_changes_nothing(hand, qtbot, mail):
    """Ids that are no component's, widths that make no row and unknown messages are passed over."""
    for message in (
        {"kind": "click", "id": 10**8},
        {"kind": "resize", "row": hand.id("mj-section"), "widths": [50, 50, 50]},
        {"kind": "resize", "row": hand.id("mj-section"), "widths": [-50, 150]},
        {"kind": "resize", "row": hand.id("mj-text"), "widths": []},
        {"kind": "add_column", "row": hand.id("mj-text"), "at": 1},
        {"kind": "open", "id": "1"},
        {"kind": "nonsense"},
    ):
        hand.panel.bridge.tell(json.dumps(message))
    assert hand.document.text == mail
    assert hand.document.selected == 0


def test_the_last_good_mail_stays_while_the_text_is_broken(hand, qtbot, mail):
    """A strip says what is wrong and where; once it is mended the strip goes."""
    at = mail.index("</mj-body>")
    hand.document.edit("x", [TextEdit(at, at, "{% if %}")], origin="code")
    qtbot.waitUntil(hand.panel.trouble.isVisible, timeout=20_000)
    assert "Left words" in hand.ask("document.body.innerText")
    with qtbot.waitSignal(hand.panel.line_wanted) as wanted:
        qtbot.mouseClick(hand.panel.trouble.show_button, LEFT)
    assert wanted.args == [9]
    hand.edited(hand.document.stack.undo)
    assert hand.panel.trouble.isHidden()


def test_an_empty_mail_invites(open_mail, qtbot):
    """It says where to begin, and takes a block anywhere."""
    hand = open_mail("<mjml><mj-body></mj-body></mjml>")
    assert hand.panel.invitation.isVisible()
    text = hand.edited(lambda: hand.drag(block_data("<mj-text>First</mj-text>"), QPoint(300, 200)))
    assert "First" in text
    assert hand.panel.invitation.isHidden()


def test_device_and_zoom(hand, qtbot, mail):
    """Desktop is as wide as the mail asks; the edge asks for other widths; Ctrl and the wheel zoom."""
    canvas = hand.panel.canvas
    assert canvas.device_width == 640
    at = mail.index("<mj-body") + len("<mj-body")
    hand.edited(lambda: hand.document.edit("x", [TextEdit(at, at, ' width="500px"')]))
    assert canvas.device_width == 540
    edge = hand.panel.edge
    start = edge.rect().center()
    with qtbot.waitSignal(hand.panel.width_wanted) as wanted:
        qtbot.mousePress(edge, LEFT, pos=start)
        qtbot.mouseMove(edge, start - QPoint(20, 0))
    assert wanted.args == [500]
    hand.panel.set_zoom(1.0)
    down, place = QPoint(0, -120), QPointF(20, 20)
    control, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(place, place, QPoint(), down, NO_BUTTON, control, phase, False)
    QApplication.sendEvent(hand.page, wheel)
    assert canvas.zoom == 0.75


@pytest.mark.parametrize(
    ("body", "width"),
    [("", 600), ('width="480px"', 480), ('width="90000px"', 600), ('width="{{ w }}"', 600), ('width="10px"', 240)],
)
def test_the_mails_own_width(body, width):
    """MJML's default where there is none that makes sense."""
    assert mail_width(parse(f"<mjml><mj-body {body}></mj-body></mjml>")) == width
