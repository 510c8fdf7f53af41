"""Another name for an account, and who may do what in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.tokens.facts import ShownAccount
from desktop.tokens.form import Form
from desktop.tokens.opened import Ask
from desktop.tokens.words import role_name
from desktop.widgets import GRID, IconButton, button, label
from renderers.budget.roles import ROLES, Role


class NameDialog(Form):
    """The id stays; the name is what people see."""

    def __init__(self, shown: ShownAccount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.edit, self._caption = shown, QLineEdit(shown.account.name), label("caption")
        self.add_field(self._caption, self.edit)
        self.edit.selectAll()
        self.edit.textChanged.connect(self.check)
        self.retranslate()

    @property
    def is_complete(self) -> bool:
        """Some name."""
        return bool(self.edit.text().strip())

    def work(self) -> Ask:
        """Rename it."""
        account, name = self.shown.account.id, self.edit.text().strip()
        return lambda purse, job: purse.accounts.rename(account, name)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Rename {account}").format(account=self.shown.account.name))
        self._caption.setText(self.tr("Name"))
        self.edit.setAccessibleName(self.tr("Name"))
        self.go.setText(self.tr("Rename"))
        self.check()


class RolesDialog(Form):
    """The logins of the database that have a role in this very account; each change is made at once."""

    role_wanted = Signal(str, object)
    """A login, and its Role or None."""

    def __init__(self, shown: ShownAccount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.roles = shown, dict[str, Role]()
        self._lead, self._captions = label("muted", wrap=True), (label("caption"), label("caption"))
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(GRID)
        self.rows.setVerticalSpacing(GRID)
        self.rows.setColumnStretch(0, 1)
        self.login, self.role, self.add = QLineEdit(), QComboBox(), button()
        self.add.clicked.connect(self._add)
        self.login.textChanged.connect(self.check)
        self.login.returnPressed.connect(self._add)
        self.go.hide()
        self.fields.addWidget(self._lead)
        self.fields.addSpacing(2 * GRID)
        self.fields.addLayout(self.rows)
        self.retranslate()

    def show_roles(self, roles: object) -> None:
        """List them anew."""
        if isinstance(roles, Mapping):
            self.roles = dict(roles)
            self._fill()
            self.check()
            self.adjustSize()

    def show_error(self, error: object) -> None:
        """Say why a role stays as it was."""
        super().show_error(error)
        self._fill()

    def check(self) -> None:
        """A login is needed."""
        self.add.setEnabled(bool(self.login.text().strip()))

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Roles in {account}").format(account=self.shown.account.name))
        self._lead.setText(
            self.tr(
                "The login of the database decides what somebody may do here and in all accounts below: a viewer "
                "looks, a member also spends, a manager also moves tokens, an owner also buys and gives roles."
            )
        )
        self.cancel.setText(self.tr("Close"))
        self.add.setText(self.tr("Add"))
        self.login.setPlaceholderText(self.tr("Login"))
        self.login.setAccessibleName(self.tr("Login"))
        self.role.setAccessibleName(self.tr("Role"))
        chosen = max(0, self.role.currentIndex()) if self.role.count() else 1
        _fill_roles(self.role, ROLES[chosen])
        self._fill()
        self.check()

    def _fill(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget not in {None, self.login, self.role, self.add}:
                widget.deleteLater()
        for place, (login, role) in enumerate(self.roles.items()):
            self._fill_row(place, login, role)
        last = len(self.roles)
        for column, each in enumerate((self.login, self.role, self.add)):
            self.rows.addWidget(each, last, column)

    def _fill_row(self, place: int, login: str, role: Role) -> None:
        name, choice, away = label(), QComboBox(), IconButton("trash-2")
        name.setText(login)
        _fill_roles(choice, role)
        choice.setAccessibleName(self.tr("Role of {login}").format(login=login))
        choice.setProperty("login", login)
        choice.activated.connect(self._changed)
        away.name(self.tr("Take the role of {login} away").format(login=login))
        away.setProperty("login", login)
        away.clicked.connect(self._taken)
        for column, each in enumerate((name, choice, away)):
            self.rows.addWidget(each, place, column)
            each.show()  # styled now, so that the dialog knows how large it becomes

    def _changed(self, _row: int) -> None:
        choice = self.sender()
        if isinstance(choice, QComboBox):
            self.role_wanted.emit(choice.property("login"), choice.currentData())

    def _taken(self) -> None:
        self.role_wanted.emit(self.sender().property("login"), None)

    def _add(self) -> None:
        if self.login.text().strip():
            self.role_wanted.emit(self.login.text().strip(), self.role.currentData())
            self.login.clear()


def _fill_roles(choice: QComboBox, chosen: Role) -> None:
    choice.clear()
    for role in ROLES:
        choice.addItem(role_name(role), role)
    choice.setCurrentIndex(ROLES.index(chosen))
