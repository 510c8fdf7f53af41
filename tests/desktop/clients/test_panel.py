"""The mail as a client shows it: the choice, the picture, why it looks so, and the way to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.clients.chooser import CLIENT, clients
from desktop.clients.reason_model import REASON, SPOT, WHERE
from desktop.language import set_language
from renderers.clients.profile import profiles
from renderers.render.cast import Cast

LOST = '<mj-section><mj-column><mj-image src="art/lost.png" alt="" /></mj-column></mj-section>'


@pytest.fixture
def shown(opened, qtbot):
    """A template in the view of clients, explained and with its picture."""
    opened.open_template("welcome.en")
    opened.set_editor_mode("client")
    wait(opened, qtbot)
    return opened


def reasons(model) -> list:
    """The index of every reason, section by section."""
    sections = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, section) for section in sections for row in range(model.rowCount(section))]


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
    assert len(reasons(why.model)) == len(why.explained.reasons) > 0
    assert "this mail uses were tested in this client. The oldest test is of" in why.covered.text()
    assert "caniemail.com" in why.covered.toolTip()
    assert why.isVisible()
    assert not shown.editor.inspector.isVisible()


def test_every_reason_names_its_source(shown):
    """A sentence without evidence would be a claim."""
    model = shown.editor.why.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for index in reasons(model):
        assert index.data(REASON).reason.evidence.source
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


def test_a_mode_that_the_client_does_not_have_comes_back_with_the_next_one(shown):
    """Orange has no dark mode that anybody reported: its light one is shown, and the button says why."""
    panel = shown.editor.client
    panel.show_mode("dark")
    assert panel.mode == "dark"
    panel.show_client("orange-web")
    assert panel.mode == "light"
    assert not panel.modes["dark"].isEnabled()
    assert "not known" in panel.modes["dark"].toolTip()
    panel.show_client("outlook-com")
    assert panel.mode == "dark"


def test_what_shows_comes_first_and_the_rest_is_folded(shown):
    """A reader sees the reasons of what they see; conditional comments wait below. Words and certainties narrow it."""
    why = shown.editor.why
    shows, behind = (why.model.index(row, 0) for row in range(2))
    assert why.tree.isExpanded(shows)
    assert not why.tree.isExpanded(behind)
    assert all(index.data(REASON).reason.shows for index in reasons(why.model)[: why.model.rowCount(shows)])
    every = len(why.model.groups)
    why.filter.field.setText("comment")
    assert 0 < len(why.model.groups) < every
    assert all(why.tree.isExpanded(why.model.index(row, 0)) for row in range(why.model.rowCount()))
    why.filter.field.setText("no such words")
    assert not why.tree.isVisible()
    assert why.nothing.title.text() == "No reason found"
    why.filter.clear()
    why.filter.kinds["approximated"].setChecked(True)
    assert {group.reason.evidence.certainty for group in why.model.groups} <= {"approximated"}
    why.filter.clear()
    assert len(why.model.groups) == every


def test_the_picture_of_another_client_is_never_taken_for_this_ones(shown, qtbot):
    """While the new one is under way the old one lies below a veil; coming back at once lifts it."""
    panel = shown.editor.client
    panel.show_client("hey-web")
    assert panel.veil.dims
    assert shown.editor.why.explained is None
    panel.show_client("gmail-web")
    qtbot.waitUntil(lambda: not panel.veil.isVisible() and shown.editor.why.explained is not None, timeout=20_000)
    assert shown.editor.why.explained.asked.client == "gmail-web"
    for _ in range(12):  # those that are only passed by are not looked at
        panel.step(1)
    wait(shown, qtbot)
    assert shown.editor.why.explained.asked.client == panel.client
    assert not panel.veil.isVisible()


def test_the_panel_follows_the_engine_and_the_keyboard(qtbot, shown):
    """A stand-in is named, and a guess is no longer called true; Enter on a reason with one place shows it."""
    why = shown.editor.why
    why.show_cast(Cast("chromium", "Chromium", "approximated", instead_of="Firefox"))
    assert why.badge.text() == "Approximated"
    assert why.stand_in.text() == "Drawn by Chromium in place of Firefox."
    assert why in shown.editor.panels
    assert why.keyboard_target() is why.tree
    only = next(index for index in reasons(why.model) if index.data(REASON).count == 1)
    why.tree.setCurrentIndex(only)
    with qtbot.waitSignal(why.spot_wanted):
        qtbot.keyClick(why.tree, Qt.Key.Key_Return)
    assert shown.editor.code.isVisible()
    assert shown.editor.client.below.isChecked()
    shown.editor.client.below.click()
    assert not shown.editor.code.isVisible()


def test_a_change_leads_to_its_place_in_the_text(shown, qtbot):
    """The component is selected, and its tag shown in the code below the picture."""
    why, model = shown.editor.why, shown.editor.why.model
    spots = [model.index(0, 0, index) for index in reasons(model) if model.rowCount(index)]
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
    wait(shown, qtbot)
    assert not shown.editor.client.missing.isVisible()
    document.replace_text("Lose a picture", text.replace("</mj-body>", LOST + "</mj-body>"))
    qtbot.waitUntil(shown.editor.client.missing.isVisible, timeout=20_000)
    assert shown.editor.client.missing.toolTip() == "art/lost.png"


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
    assert not shown.editor.why.tree.isEnabled()  # its places are those of the text before


def test_a_client_without_a_picture_does_not_borrow_one(shown, qtbot):
    """What cannot be built has neither picture nor reasons in a client that was not looked at before."""
    shown.document.replace_text("Break", shown.document.text.replace("<mj-body", "{% if %}<mj-body"))
    qtbot.waitUntil(shown.editor.client.trouble.isVisible, timeout=20_000)
    shown.editor.client.show_client("hey-web")
    qtbot.waitUntil(lambda: shown.editor.why.nothing.title.text() == "Nothing to explain", timeout=20_000)
    assert not shown.editor.client.picture.has_picture
    assert shown.editor.client.trouble.line > 0


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
