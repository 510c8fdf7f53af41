"""The bar above the text, the question where a link leads, and tags in plain words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop.editor.text.bar import TOOLS, place_of
from desktop.editor.text.labels import chip_label, name_label
from desktop.editor.text.link_popup import LinkPopup
from desktop.editor.text.wire import pieces
from desktop.language import set_language
from templates.known_names import KnownName
from templates.source.rich_text import read

STAGE = QRect(0, 50, 600, 400)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (QRect(100, 200, 400, 40), QPoint(199, 152)),  # above it, in its middle
        (QRect(100, 60, 400, 40), QPoint(199, 108)),  # below it
        (QRect(100, 0, 400, 900), QPoint(199, 54)),  # at the rim
        (QRect(500, 200, 90, 40), QPoint(396, 152)),  # never beside the stage
    ],
)
def test_the_bar_stands_where_there_is_room(box, expected):
    """Above the text, below it, or at the rim of what is to be seen."""
    assert place_of(box, STAGE, 200, 40) == expected


def test_the_bar_holds_every_action_on_text(opened, qtbot):
    """What the menu can do, the bar can do, by the same actions; nothing of it while nobody writes."""
    from desktop.rows.text import ROWS

    assert {name for name in TOOLS if name} == {row.id for row in ROWS}
    assert not any(row.enabled_when(opened) for row in ROWS)


@pytest.fixture
def popup(qtbot):
    """The question for the words of a link that leads somewhere already."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = LinkPopup("https://a.b", parent)
    made.show()
    yield made
    parent.close()


def test_a_typed_link_is_completed_and_checked(popup, qtbot):
    """What is no link is not taken, and the reason is said; a forgotten https:// is added."""
    popup.line.setText("javascript:alert(1)")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.hint.isVisible()
    popup.line.setText("example.com/a")
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert chosen.args == ["https://example.com/a"]


def test_a_link_of_every_mail_is_one_click(popup, qtbot):
    """It gives the tag, not an address."""
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.mouseClick(popup.ready_made[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["{{ links.unsubscribe }}"]


def test_a_link_takes_a_variable(qtbot):
    """Chosen from the names; the popup stays open meanwhile, and the tag is what is taken."""
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = LinkPopup("", parent, [KnownName("variable", "shop_url", "https://a.b")])
    popup.show()
    picker = popup.tag_help.choose()
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert chosen.args == ["{{ shop_url }}"]


def test_a_link_can_be_taken_away(popup, qtbot):
    """Only one that is there."""
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.mouseClick(popup.remove, Qt.MouseButton.LeftButton)
    assert chosen.args == [""]
    assert LinkPopup("", popup.parentWidget()).remove.isHidden()


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("{{ contact.firstname }}", "first name"),
        ('{{ contact.city|default("your town") }}', "city, or “your town”"),
        ("{{ order.total_price }}", "order total price"),
        ("{% if segment.vip_club %}", "if vip club"),
        ("{% if not contact.company %}", "if not company"),
        ("{% else %}", "otherwise"),
        ("{% for one in cart.items %}", "for each one in cart items"),
        ("{# hello #}", "note: hello"),
        ("{{ a + b }}", "a + b"),
        ("{{ " + "a + " * 30 + "b }}", "a + a + a + a + a + a + a + a + a +…"),
    ],
)
def test_chips_speak_plainly(qapp, source, label):
    """Known names by what people call them, others by their own words, long ones cut."""
    set_language("en")
    assert chip_label(source) == label


def test_odd_names_stay_as_they_are(qapp):
    """A name that is an expression is not taken apart."""
    assert name_label('vars["a b"]') == 'vars["a b"]'


def test_pieces_say_how_each_is_shown(qapp):
    """Chips have a label and their source, elements their attributes, links where they lead."""
    units = read('<a href="{{ u }}" style="color:red">x</a>{{ y }}<svg></svg>').units
    found = pieces(units, {}, str)
    assert found["1"] == {
        "source": '<a href="{{ u }}" style="color:red">',
        "attributes": {"style": "color:red"},
        "href": "{{ u }}",
    }
    assert found["2"] == {"source": "{{ y }}", "label": "y"}
    assert found["3"] == {"source": "<svg></svg>", "label": "<svg></svg>"}


def test_the_question_for_a_link_dies_when_it_is_closed(qapp, dies):
    """It leaves nothing behind."""
    parent = QWidget()

    def make():
        made = LinkPopup("", parent)
        made.show()
        return made

    dies(make)


def test_every_control_of_the_question_has_a_name(popup):
    """A screen reader can say what each is, and Tab reaches it."""
    for control in (popup.line, popup.apply, popup.remove, *popup.ready_made):
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
