"""The mail as a client shows it: the choice, the picture, why it looks so, and the way to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.clients.chooser import CLIENT, clients
from desktop.clients.reason_model import REASON, SPOT, WHERE
from desktop.language import set_language
from renderers.clients.profile import profiles


@pytest.fixture
def shown(opened, qtbot):
    """A template in the view of clients, explained and with its picture."""
    opened.open_template("welcome.en")
    opened.set_editor_mode("client")
    wait(opened, qtbot)
    return opened


def wait(window, qtbot) -> None:
    """Until the picture is there and explained."""
    panel, why = window.editor.client, window.editor.why
    qtbot.waitUntil(
        lambda: why.explained is not None and panel.picture.has_picture and not window.jobs.running, timeout=20_000
    )


def test_the_picture_comes_with_its_reasons(shown):
    """Label, what it means, what the client changes, and how much of the mail the data cover."""
    why = shown.editor.why
    assert why.explained.asked.client == "gmail-web"
    assert why.badge.text() == "Modelled"
    assert why.meaning.text().startswith("Documented changes")
    assert why.model.rowCount() == len(why.explained.reasons) > 0
    assert why.isVisible()
    assert not shown.editor.inspector.isVisible()


def test_every_reason_names_its_source(shown):
    """A sentence without evidence would be a claim."""
    model = shown.editor.why.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        assert index.data(REASON).evidence.source
        assert index.data(WHERE)
        assert model.rowCount(index) >= 1


def test_another_client_is_another_look(shown, qtbot):
    """The next client of the list, with its own reasons and name."""
    panel = shown.editor.client
    panel.show_client("outlook-windows-96")
    wait(shown, qtbot)
    assert shown.editor.why.explained.asked.client == "outlook-windows-96"
    assert "Outlook" in panel.choose.text()
    order = [each.id for each in clients()]
    panel.step(1)
    assert panel.client == order[order.index("outlook-windows-96") + 1]
    panel.step(-1)
    assert panel.client == "outlook-windows-96"


def test_a_mode_that_the_client_does_not_have_is_left(shown):
    """Orange has no dark mode that anybody reported; its light one is shown."""
    panel = shown.editor.client
    panel.show_mode("dark")
    assert panel.mode == "dark"
    panel.show_client("orange-web")
    assert panel.mode == "light"
    assert not panel.modes["dark"].isVisible()


def test_a_change_leads_to_its_place_in_the_text(shown, qtbot):
    """The component is selected, and its tag shown in the code below the picture."""
    why, model = shown.editor.why, shown.editor.why.model
    spots = [
        model.index(0, 0, model.index(row, 0)) for row in range(model.rowCount()) if model.rowCount(model.index(row, 0))
    ]
    in_body = [spot for spot in spots if why.explained.places.node(spot.data(SPOT).at)]
    assert in_body
    why.tree.clicked.emit(in_body[0])
    assert shown.document.selected == why.explained.places.node(in_body[0].data(SPOT).at)
    assert shown.editor.code.isVisible()
    assert shown.editor.client.isVisible()


def test_typing_asks_for_another_picture(shown, qtbot):
    """When typing rests, the client looks at the new text."""
    document = shown.document
    before = shown.editor.why.explained
    text = document.text.replace(
        "</mj-body>", "<mj-section><mj-column><mj-text>New</mj-text></mj-column></mj-section></mj-body>"
    )
    document.replace_text("Type", text)
    qtbot.waitUntil(lambda: shown.editor.why.explained not in (None, before), timeout=20_000)
    assert "New" in shown.editor.why.explained.made.html


def test_the_chooser_finds_clients_by_any_of_their_words(shown):
    """Brand, device or country; headings cannot be chosen."""
    chooser = shown.editor.client.open_chooser()
    assert chooser.list.count() > len(profiles())
    chooser.field.setText("outlook dpi")
    ids = [chooser.list.item(row).data(CLIENT) for row in range(chooser.list.count())]
    assert {"outlook-windows-96", "outlook-windows-120", "outlook-windows-144"} <= set(ids)
    chooser.field.setText("france")
    assert "orange-web" in [chooser.list.item(row).data(CLIENT) for row in range(chooser.list.count())]
    chooser.field.setText("no such client")
    assert chooser.list.count() == 0
    assert chooser.nothing.isVisible()
    chooser.close()


def test_enter_chooses_the_client(shown, qtbot):
    """The first that fits, without touching the mouse."""
    chooser = shown.editor.client.open_chooser()
    chooser.field.setText("hey")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert shown.editor.client.client == "hey-web"


def test_a_mail_that_cannot_be_built_says_why(shown, qtbot):
    """The picture before stays, with the sentence above it."""
    shown.document.replace_text("Break", shown.document.text.replace("<mj-body", "{% if %}<mj-body"))
    qtbot.waitUntil(shown.editor.client.trouble.isVisible, timeout=20_000)
    assert shown.editor.client.picture.has_picture


def test_everything_is_said_in_french(shown, qtbot):
    """Names, labels, notes and changes follow the language."""
    set_language("fr")
    qtbot.waitUntil(lambda: shown.editor.why.badge.text() == "Modélisé")
    assert shown.editor.client.modes["dark"].toolTip() == "Sombre"


def test_nothing_is_looked_at_while_nobody_sees_it(opened, qtbot):
    """Another view costs no pictures."""
    opened.open_template("welcome.en")
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    assert opened.editor.why.explained is None
    assert not opened.editor.client.picture.has_picture
