"""Names and roles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from desktop.tokens.name_lists import NameList
from desktop.tokens.small_dialogs import NameDialog, RolesDialog
from desktop.widgets import IconButton
from templates.errors import InputError


@pytest.fixture
def roles(agency, qtbot) -> RolesDialog:
    """The dialog, with an owner and a viewer."""
    made = RolesDialog(agency.find("acme"))
    made.show()
    qtbot.waitExposed(made)
    made.show_roles({"claire": "owner", "marc": "viewer"})
    return made


def choices(dialog: RolesDialog) -> dict[str, str]:
    """What the rows show, by login."""
    rows = (each for each in dialog.findChildren(QComboBox) if each.property("login"))
    return {each.property("login"): each.currentData() for each in rows if each.isVisible()}


def test_each_login_has_a_row(roles):
    """In its role, with names for who cannot see them, and nothing lies over anything."""
    assert choices(roles) == {"claire": "owner", "marc": "viewer"}
    tops = [each.geometry().top() for each in roles.findChildren(QComboBox) if each.isVisible()]
    heights = [each.height() for each in roles.findChildren(QComboBox) if each.isVisible()]
    assert all(later - earlier >= max(heights) for earlier, later in zip(sorted(tops), sorted(tops)[1:], strict=False))
    names = {each.accessibleName() for each in roles.findChildren(IconButton)}
    assert "Take the role of marc away" in names


def test_a_role_is_changed_taken_and_given(roles, qtbot):
    """Each at once; a new login by Enter too, which closes nothing."""
    asked = list[tuple[str, object]]()
    roles.role_wanted.connect(lambda login, role: asked.append((login, role)))
    box = next(each for each in roles.findChildren(QComboBox) if each.property("login") == "marc")
    box.setCurrentIndex(box.findData("manager"))
    box.activated.emit(box.currentIndex())
    next(each for each in roles.findChildren(IconButton) if each.property("login") == "claire").click()
    assert not roles.add.isEnabled()
    qtbot.keyClicks(roles.login, " ines ")
    qtbot.keyClick(roles.login, Qt.Key.Key_Return)
    assert asked == [("marc", "manager"), ("claire", None), ("ines", "member")]
    assert roles.isVisible()


def test_a_refused_role_is_shown_as_it_was(roles):
    """The sentence says why; the row tells the truth again."""
    box = next(each for each in roles.findChildren(QComboBox) if each.property("login") == "claire")
    box.setCurrentIndex(0)
    roles.show_error(InputError("An account needs an owner.", advice="Make somebody else owner first."))
    assert roles.trouble.text() == "An account needs an owner. Make somebody else owner first."
    assert choices(roles)["claire"] == "owner"


def test_a_name_is_never_empty(agency, qtbot):
    """The button waits for one."""
    made = NameDialog(agency.find("acme"))
    qtbot.addWidget(made)
    assert (made.edit.text(), made.edit.selectedText(), made.go.isEnabled()) == ("Acme", "Acme", True)
    made.edit.setText("  ")
    assert not made.go.isEnabled()
    assert all(each.text() for each in made.findChildren(QLabel) if each.isVisibleTo(made))


def test_names_are_typed_or_ticked(qtbot):
    """The menu shows what stands there, patterns stay, and each name counts once."""
    made = NameList(["welcome.*", "newsletter.fr"], ["newsletter.en", "newsletter.fr"])
    qtbot.addWidget(made)
    menu = made.more.menu()
    menu.aboutToShow.emit()
    assert [each.isChecked() for each in menu.actions()] == [False, True]
    for action in menu.actions():
        action.trigger()
    assert made.names == ("welcome.*", "newsletter.en")
    made.edit.setText(" a, ,b ,a")
    assert made.names == ("a", "b")
