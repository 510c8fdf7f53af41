"""New template: blank or from a starter, in one language or in both, with a brand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.language import current_language
from desktop.models.template_model import KINDS, kind_name
from desktop.widgets import GRID, Translated, button, label, rule, styled
from templates.library import free_name, named
from templates.starters import LANGUAGES, Starter, starters
from templates.workspace import Workspace

STARTER = Qt.ItemDataRole.UserRole + 1
Look = Callable[[str], QImage | None]
_PICTURE = QSize(190, 190)  # pixels: the top of the mail


@dataclass(frozen=True)
class NewTemplate:
    """What is to be made: a starter's name ("" for a blank one), title, names by language, kind, brand."""

    starter: str
    title: str
    names: dict[str, str]
    kind: str
    brand: str


class NewTemplateDialog(Translated, QDialog):
    """The beginnings at the left, what the new template is called at the right."""

    wanted = Signal(object)
    """A NewTemplate."""
    file_wanted = Signal()
    """The user would rather import a file."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, look: Look | None = None, language: str = ""
    ) -> None:
        """``look`` gives the picture of a starter by its name, where there is one.

        ``language`` is ticked, "" that of the workspace.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._look = workspace, look
        self._titled = False
        self.picture = styled(QLabel(), "logo")
        self.picture.setFixedSize(_PICTURE)
        self.search = QLineEdit(clearButtonEnabled=True)
        self._search_icon = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._model = QStandardItemModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setModel(self._filter)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(self._create)
        self._title, self._summary = label("heading"), label("muted", wrap=True)
        self.captions = [label("caption") for _ in range(4)]
        self.title_edit = QLineEdit()
        self.title_edit.textEdited.connect(self._edited)
        self.languages = {code: QCheckBox() for code in LANGUAGES}
        for code, box in self.languages.items():
            box.setChecked(code == (language or workspace.settings.language))
            box.toggled.connect(self._refresh)
        if not any(box.isChecked() for box in self.languages.values()):
            self.languages["en"].setChecked(True)
        self.kind, self.brand = QComboBox(), QComboBox()
        brands = workspace.brands()
        self.brand.addItems(brands)
        self.brand.setCurrentIndex(max(0, self.brand.findText(workspace.settings.brand)))
        self.hint = label("muted", wrap=True)
        self.file, self.cancel, self.go = button(), button(), button(primary=True)
        self.go.setDefault(True)
        self.file.clicked.connect(self._file_wanted)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._create)
        self._lay_out()
        self.retranslate()
        self.list.setCurrentIndex(self._filter.index(0, 0))
        self.list.setFocus()

    @property
    def starter(self) -> Starter | None:
        """The starter that is chosen; None for a blank template."""
        found = self.list.currentIndex().data(STARTER)
        return found if isinstance(found, Starter) else None

    @property
    def names(self) -> dict[str, str]:
        """The folders that will be made, by language."""
        wanted = [language for language, box in self.languages.items() if box.isChecked()]
        stem = named(self.title_edit.text())
        if not stem:
            return {}
        number, names = 1, {language: f"{stem}.{language}" for language in wanted}
        while any(free_name(self._workspace, name) != name for name in names.values()):
            number += 1
            names = {language: f"{stem}-{number}.{language}" for language in wanted}
        return names

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("New template"))
        self.search.setPlaceholderText(self.tr("Search the starters"))
        self.search.setAccessibleName(self.tr("Search the starters"))
        self.list.setAccessibleName(self.tr("What to begin with"))
        texts = (self.tr("Name"), self.tr("Languages"), self.tr("Kind"), self.tr("Brand"))
        for caption, text in zip(self.captions, texts, strict=True):
            caption.setText(text)
        for edit, text in zip((self.title_edit, self.kind, self.brand), (texts[0], texts[2], texts[3]), strict=True):
            edit.setAccessibleName(text)
        self.languages["en"].setText(self.tr("English"))
        self.languages["fr"].setText(self.tr("French"))
        self.file.setText(self.tr("From a file…"))
        self.cancel.setText(self.tr("Cancel"))
        chosen = max(0, self.kind.currentIndex())
        self.kind.clear()
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setCurrentIndex(chosen)
        self._fill()
        self._refresh()

    def _fill(self) -> None:
        """The blank one first, the starters in their order; the choice stays."""
        row, language = self.list.currentIndex().row(), current_language()
        self._model.clear()
        rows: list[tuple[str, Starter | None]] = [(self.tr("Blank"), None)]
        rows += [(one.title.get(language, one.title["en"]), one) for one in starters()]
        for text, one in rows:
            item = QStandardItem(text)
            item.setEditable(False)
            item.setSizeHint(QSize(0, 36))
            item.setData(one, STARTER)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._filter.index(max(0, row), 0))

    def _chosen(self) -> None:
        one, language = self.starter, current_language()
        if not self._titled:
            self.title_edit.setText(one.title.get(language, one.title["en"]) if one else self.tr("Untitled"))
        self._refresh()

    def _edited(self) -> None:
        self._titled = bool(self.title_edit.text())
        self._refresh()

    def _refresh(self) -> None:
        one, language = self.starter, current_language()
        self._title.setText(self.list.currentIndex().data() or "")
        blank = self.tr("An empty section between the brand’s header and footer.")
        self._summary.setText(one.summary.get(language, "") if one else blank)
        self.kind.setEnabled(one is None)
        if one is not None:
            self.kind.setCurrentIndex(self.kind.findData(one.kind))
        self._show_picture(self._look(one.name) if one and self._look else None)
        several = self.brand.count() > 1
        self.captions[3].setVisible(several)
        self.brand.setVisible(several)
        names = self.names
        self.hint.setText(", ".join(names.values()))
        self.go.setText(self.tr("Create %n template(s)", "", max(1, len(names))))
        self.go.setEnabled(bool(names) and self.list.currentIndex().isValid())

    def _show_picture(self, image: QImage | None) -> None:
        """The top of a mail that was made from the starter."""
        self.picture.setVisible(image is not None)
        if image is not None:
            width = image.width()
            top = image.copy(0, 0, width, min(image.height(), width * _PICTURE.height() // _PICTURE.width()))
            size = (_PICTURE - QSize(2, 2)) * self.devicePixelRatioF()
            shown = QPixmap.fromImage(top).scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(shown)

    def _create(self) -> None:
        if self.go.isEnabled():
            one = self.starter
            kind, brand = self.kind.currentData(), self.brand.currentText()
            title = self.title_edit.text().strip()
            self.wanted.emit(NewTemplate(one.name if one else "", title, self.names, kind, brand))
            self.accept()

    def _file_wanted(self) -> None:
        self.file_wanted.emit()
        self.reject()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._title)
        right.addWidget(self._summary)
        right.addSpacing(2 * GRID)
        boxes = QHBoxLayout()
        boxes.setSpacing(2 * GRID)
        for box in self.languages.values():
            boxes.addWidget(box)
        boxes.addStretch()
        languages = QWidget()
        languages.setLayout(boxes)
        boxes.setContentsMargins(0, 0, 0, 0)
        for caption, field in zip(self.captions, (self.title_edit, languages, self.kind, self.brand), strict=True):
            caption.setBuddy(field)
            right.addWidget(caption)
            right.addWidget(field)
            right.addSpacing(GRID)
        right.addWidget(self.hint)
        right.addStretch()
        right.addSpacing(GRID)
        right.addWidget(self.picture)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addLayout(left, 5)
        middle.addLayout(right, 6)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.file, self.cancel, self.go):
            buttons.addWidget(each)
        buttons.insertStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(rule())
        column.addLayout(buttons)
        self.resize(680, 520)
