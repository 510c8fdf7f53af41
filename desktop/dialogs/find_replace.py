"""Find and replace across templates: the words, where, what was found with before and after, which of it to replace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import explain
from desktop.language import current_language
from desktop.models.hit_model import LINE, NAME, HitModel
from desktop.panels.hit_delegate import HitDelegate
from desktop.replacing import Outcome, Replacing
from desktop.widgets import GRID, Translated, button, label, set_role
from templates.errors import MailwrightError
from templates.find_replace import MOST, Found, Query

Scopes = Sequence[tuple[str, ...]]


class FindReplaceDialog(Translated, QDialog):
    """Stays open beside the window; ``scopes`` are the names of all, the shown and the selected templates."""

    def __init__(self, replacing: Replacing, scopes: Scopes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._replacing, self._scopes = replacing, scopes
        self._asked: tuple[Query, tuple[str, ...]] | None = None
        self.find_edit, self.replace_edit = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        self._captions = [label("caption"), label("caption")]
        self.match_case, self.whole_word, self.pattern = QCheckBox(), QCheckBox(), QCheckBox()
        self.scope = QComboBox()
        self.model = HitModel(self)
        self.view = QTreeView()
        self.all, self.status = QCheckBox(), label("muted", wrap=True)
        self.undo, self._close = button(quiet=True), button()
        self.look, self.replace = button(), button(primary=True)
        self._prepare_view()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.scope.setCurrentIndex(2 if len(scopes[2]) > 1 else 0)
        self.find_edit.setFocus()

    @property
    def query(self) -> Query:
        """What is asked for."""
        return Query(
            self.find_edit.text(),
            self.replace_edit.text(),
            pattern=self.pattern.isChecked(),
            match_case=self.match_case.isChecked(),
            whole_word=self.whole_word.isChecked(),
        )

    def set_scopes(self, scopes: Scopes) -> None:
        """Other templates are there, shown or selected."""
        self._scopes = scopes
        self.retranslate()

    def search(self) -> None:
        """Look for what is asked."""
        names = self._scopes[self.scope.currentIndex()]
        self._asked = (self.query, names)
        self._tell(self.tr("Searching…"))
        self._replacing.search(*self._asked)

    def done(self, result: int) -> None:
        """However it is closed: a search that nobody waits for stops."""
        self._replacing.stop()
        super().done(result)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Find and replace in templates"))
        for caption, edit, text in zip(
            self._captions,
            (self.find_edit, self.replace_edit),
            (self.tr("Find"), self.tr("Replace with")),
            strict=True,
        ):
            caption.setText(text)
            edit.setAccessibleName(text)
        self.match_case.setText(self.tr("Match case"))
        self.whole_word.setText(self.tr("Whole words"))
        self.pattern.setText(self.tr("Regular expression"))
        self.pattern.setToolTip(self.tr("\\1 in the replacement is what the first group found"))
        self.scope.setAccessibleName(self.tr("Where to look"))
        chosen = max(0, self.scope.currentIndex())
        texts = (
            self.tr("In all templates ({count})"),
            self.tr("In those shown ({count})"),
            self.tr("In those selected ({count})"),
        )
        self.scope.clear()
        for text, names in zip(texts, self._scopes, strict=True):
            self.scope.addItem(text.format(count=len(names)))
        self.scope.setCurrentIndex(chosen)
        self.view.setAccessibleName(self.tr("What was found"))
        self.all.setText(self.tr("All"))
        self.undo.setText(self.tr("Undo the last replacement"))
        self.look.setText(self.tr("Find"))
        self._close.setText(self.tr("Close"))
        self._refresh()

    def _connect(self) -> None:
        self.look.clicked.connect(self.search)
        self.find_edit.returnPressed.connect(self.search)
        self.replace_edit.returnPressed.connect(self.search)
        self.replace.clicked.connect(self._replace)
        self.undo.clicked.connect(self._replacing.undo)
        self._close.clicked.connect(self.reject)
        self.all.clicked.connect(self.model.tick_all)
        self.model.ticked.connect(self._refresh)
        for edit in (self.find_edit, self.replace_edit):
            edit.textChanged.connect(self._refresh)
        for box in (self.match_case, self.whole_word, self.pattern):
            box.toggled.connect(self._refresh)
        self.scope.currentIndexChanged.connect(self._refresh)
        self._replacing.found.connect(self._show_found)
        self._replacing.replaced.connect(self._show_outcome)
        self._replacing.failed.connect(self._show_error)
        self._replacing.stopped.connect(self._stopped)
        self._replacing.busy_changed.connect(self._refresh)

    def _replace(self) -> None:
        self._replacing.replace(self.model.chosen)

    def _show_found(self, found: object) -> None:
        if not isinstance(found, Found):
            return
        self.model.set_hits(found.hits)
        count = len({hit.template for hit in found.hits})
        if not found.hits:
            self._tell(self.tr("Nothing was found."))
        elif not found.complete:
            self._tell(self.tr("There are more than {most} places; these are the first.").format(most=MOST), "warning")
        else:
            places = self.tr("%n place(s)", "", len(found.hits))
            self._tell(self.tr("{places} in {templates}").format(places=places, templates=self._templates(count)))

    def _show_outcome(self, outcome: object) -> None:
        if not isinstance(outcome, Outcome):
            return
        count = self._templates(len(outcome.changed))
        done = self.tr("Taken back: {templates}.") if outcome.undone else self.tr("Replaced in {templates}.")
        lines = [done.format(templates=count)]
        lines += [explain(error, current_language()) for error in outcome.skipped]
        self.model.set_hits(())
        self._asked = None
        self._tell("\n".join(lines), "warning" if outcome.skipped else "success")

    def _stopped(self) -> None:
        self._tell(self.tr("The search was stopped."))

    def _show_error(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.model.set_hits(())
            self._tell(explain(error, current_language()), "danger")

    def _templates(self, count: int) -> str:
        return self.tr("%n template(s)", "", count)

    def _tell(self, text: str, role: str = "muted") -> None:
        self.status.setText(text)
        set_role(self.status, role)
        self._refresh()

    def _refresh(self) -> None:
        """What was found is replaced only as long as the question is still the one that was asked."""
        chosen, rows = len(self.model.chosen), self.model.rowCount()
        asked = self._asked == (self.query, self._scopes[max(0, self.scope.currentIndex())])
        self.all.setVisible(rows > 0)
        self.all.setChecked(rows > 0 and chosen == rows)
        self.replace.setText(self.tr("Replace %n place(s)", "", chosen) if chosen else self.tr("Replace"))
        self.replace.setEnabled(bool(chosen) and asked and not self._replacing.is_busy)
        self.undo.setVisible(self._replacing.can_undo)
        self.undo.setEnabled(not self._replacing.is_busy)
        self.look.setEnabled(bool(self.find_edit.text()))

    def _prepare_view(self) -> None:
        self.view.setObjectName("hits")
        self.view.setModel(self.model)
        self.view.setItemDelegateForColumn(2, HitDelegate(self.view))
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        header = self.view.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(LINE, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(NAME, 190)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        for row, (caption, edit) in enumerate(zip(self._captions, (self.find_edit, self.replace_edit), strict=True)):
            caption.setBuddy(edit)
            grid.addWidget(caption, row, 0)
            grid.addWidget(edit, row, 1)
        grid.addWidget(self.look, 0, 2)
        grid.setColumnStretch(1, 1)
        options = QHBoxLayout()
        options.setSpacing(2 * GRID)
        for box in (self.match_case, self.whole_word, self.pattern):
            options.addWidget(box)
        options.addStretch()
        options.addWidget(self.scope)
        below = QHBoxLayout()
        below.setSpacing(2 * GRID)
        below.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.status, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.undo, self._close, self.replace):
            buttons.addWidget(each)
        buttons.insertStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(options)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        column.addLayout(buttons)
        self.resize(760, 560)
