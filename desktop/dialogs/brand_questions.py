"""Short questions about a brand: what it is called, whether it goes, whether what was typed goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.dialogs.brand_dialog import BrandDialog, field
from desktop.errors import explain
from desktop.language import current_language
from desktop.panels.brand_switch import brand_icon
from desktop.widgets import label
from templates.brands.library import BrandEntry, check_slug
from templates.errors import MailwrightError
from templates.generate import slug_from
from templates.workspace import Workspace


class RenameBrandDialog(BrandDialog):
    """Asks for the name that mails show and for the folder; the folder follows the name until it is typed."""

    renamed = Signal(str, str)
    """The name and the folder."""

    def __init__(self, workspace: Workspace, entry: BrandEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._entry = workspace, entry
        self._captions = [label("caption") for _ in range(2)]
        self.name, self.folder = QLineEdit(entry.name), QLineEdit(entry.slug)
        self.hint = label("muted", wrap=True)
        for caption, edit in zip(self._captions, (self.name, self.folder), strict=True):
            caption.setBuddy(edit)
            self.middle.addLayout(field(caption, edit))
        self.middle.addWidget(self.hint)
        self.name.selectAll()
        self.name.setFocus()
        self.name.textChanged.connect(self._named)
        self.folder.textChanged.connect(self._check)
        self.accepted.connect(self._tell)
        self._own_folder = entry.slug != slug_from(entry.name)
        self.folder.textEdited.connect(self._typed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Rename the brand"))
        self.title.setText(self.tr("Rename {brand}").format(brand=self._entry.name))
        self.about.setText(self.tr("Every template that uses the brand follows. It can be undone."))
        for caption, edit, text in zip(
            self._captions, (self.name, self.folder), (self.tr("Company name"), self.tr("Folder")), strict=True
        ):
            caption.setText(text)
            edit.setAccessibleName(text)
        self.go.setText(self.tr("Rename"))
        self._check()

    def _typed(self) -> None:
        self._own_folder = True

    def _named(self) -> None:
        if not self._own_folder:
            self.folder.setText(slug_from(self.name.text()))
        self._check()

    def _check(self) -> None:
        name, slug = self.name.text().strip(), self.folder.text().strip()
        self.hint.setText(f"brands/{slug}")
        changed = bool(name) and (name, slug) != (self._entry.name, self._entry.slug)
        try:
            check_slug(self._workspace, slug, instead_of=self._entry.slug)
        except MailwrightError as error:
            self.tell(explain(error, current_language()))
            changed = False
        else:
            self.tell("")
        self.go.setEnabled(changed)

    def _tell(self) -> None:
        self.renamed.emit(self.name.text().strip(), self.folder.text().strip())


class DeleteBrandDialog(BrandDialog):
    """Says what goes; a brand that templates use asks first to which one they move."""

    agreed = Signal(str)
    """The brand that its templates move to; "" when it has none."""

    def __init__(
        self, entry: BrandEntry, others: Sequence[BrandEntry], users: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entry, self._users = entry, users
        self._caption, self.to = label("caption"), QComboBox()
        self.to.setIconSize(QSize(24, 24))
        self._caption.setBuddy(self.to)
        for other in others:
            self.to.addItem(brand_icon(other, self.palette()), other.name, other.slug)
        self.middle.addLayout(field(self._caption, self.to))
        for each in (self._caption, self.to):
            each.setVisible(bool(users) and bool(others))
        self.go.setEnabled(not users or bool(others))
        self.accepted.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Delete the brand"))
        self.title.setText(self.tr("Delete {brand}?").format(brand=self._entry.name))
        if not self._users:
            self.about.setText(self.tr("No template uses it. It can be undone."))
        elif self.to.count():
            self.about.setText(
                self.tr("%n template(s) use it and move to another brand first. It can be undone.", "", self._users)
            )
        else:
            self.about.setText(self.tr("%n template(s) use it, and there is no other brand for them.", "", self._users))
        self._caption.setText(self.tr("Its templates move to"))
        self.to.setAccessibleName(self.tr("Its templates move to"))
        self.go.setText(self.tr("Move and delete") if self._users else self.tr("Delete"))

    def _tell(self) -> None:
        self.agreed.emit(str(self.to.currentData()) if self._users else "")


class UnappliedDialog(BrandDialog):
    """What was typed in the panel is lost when another brand is shown; accepted means: so be it."""

    def __init__(self, name: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._count = name, count
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Not applied"))
        self.title.setText(self.tr("Discard %n change(s) of {brand}?", "", self._count).format(brand=self._name))
        self.about.setText(self.tr("They were typed in the panel and not applied to the templates yet."))
        self.go.setText(self.tr("Discard"))
