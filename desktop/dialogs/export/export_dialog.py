"""Export to a zip: which templates, in which language, and what that cannot say, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.brand_dialog import BrandDialog, field
from desktop.dialogs.export.finding_delegate import FindingDelegate
from desktop.dialogs.export.finding_model import FOUND, FindingModel
from desktop.dialogs.export.wish import Found, Wish, look
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, button, label
from templates.delivery.export import JINJA, RENDERED, language
from templates.dialects import dialects
from templates.errors import MailwrightError
from templates.workspace import Workspace

Scopes = tuple[Sequence[str], Sequence[str]]  # all templates, and those that are selected


class ExportDialog(BrandDialog):
    """Looks at the templates each time the choice changes; what is wished goes out when the user agrees."""

    wanted = Signal(object)
    """A Wish."""
    place_wanted = Signal(str, object)
    """The name of a template, and the MailwrightError whose place in it is meant."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, scopes: Scopes, parent: QWidget | None = None, *, opened: str = ""
    ) -> None:
        """``opened`` is the name of the template that is selected because it is open; it is what is proposed."""
        super().__init__(parent)
        self._opened = opened
        self._workspace, self._jobs, self._scopes = workspace, jobs, scopes
        self._job: Job | None = None
        self._looked = False
        self.captions = [label("caption") for _ in range(3)]
        self.scope, self.dialect, self.form = QComboBox(), QComboBox(), QComboBox()
        self.summary = label("muted", wrap=True)
        self.model = FindingModel(self)
        self.view = QListView()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 0)
        self.fine = label("muted", wrap=True)
        self.pages = QStackedWidget()
        self.accept_them, self.go_to = QCheckBox(), button()
        self._prepare_view()
        self._lay_out()
        self._connect()
        if opened:
            self.scope.addItems(["", ""])
            self.scope.setCurrentIndex(1)
        self.retranslate()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        names = self._scopes[max(0, self.scope.currentIndex())]
        dialect = self.dialect.currentData() or JINJA
        form = str(self.form.currentData() or "") if language(dialect) is not None else ""
        return Wish(tuple(names), dialect, form, accept=self.accept_them.isChecked())

    @property
    def left_out(self) -> set[str]:
        """The templates that the language cannot say."""
        return {one.template for one in self.model.found if one.refused}

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more."""
        self._stop()
        super().done(result)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Export"))
        self.title.setText(self.tr("Export to a zip"))
        texts = (self.tr("Templates"), self.tr("Language of the tags"), self.tr("Form"))
        for caption, box, text in zip(self.captions, (self.scope, self.dialect, self.form), texts, strict=True):
            caption.setText(text)
            box.setAccessibleName(text)
        every, selected = (len(names) for names in self._scopes)
        some = [(self._opened or self.tr("Selected ({count})").format(count=selected), 1)] if selected else []
        _fill(self.scope, [(self.tr("All ({count})").format(count=every), 0), *some])
        services = [(one.title, name) for name, one in dialects().items()]
        _fill(self.dialect, [(self.tr("Jinja, and rendered"), JINJA), *services, (self.tr("Rendered only"), RENDERED)])
        forms = (self.tr("By each template’s kind"), self.tr("Transactional (API)"), self.tr("Marketing (campaign)"))
        _fill(self.form, list(zip(forms, ("", "transactional", "marketing"), strict=True)))
        self.view.setAccessibleName(self.tr("What to know about it"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.accept_them.setText(self.tr("Write them too, without what cannot be said"))
        self.go_to.setText(self.tr("Go to the place"))
        self.look()

    def look(self) -> None:
        """Ask what there is to know about the choice."""
        self._stop()
        wish = self.wish
        self._looked = False
        self.model.set_found(())
        self.tell("")
        if language(wish.dialect) is None:
            self._show(())
            return
        workspace = self._workspace
        job = self._jobs.run(self.tr("Looking at the templates"), lambda job: look(workspace, wish, job), quiet=True)
        job.succeeded.connect(self._show)
        job.failed.connect(self._failed)
        self._job = job
        self._refresh()

    def _show(self, found: object) -> None:
        if isinstance(found, tuple):
            self._job, self._looked = None, True
            self.model.set_found([one for one in found if isinstance(one, Found)])
            if found:
                self.view.setCurrentIndex(self.model.index(0))
            self._refresh()

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self._job = None
            self.tell(explain(error, current_language()))
            self._refresh()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _refresh(self) -> None:
        wish, left_out = self.wish, self.left_out
        dialect = language(wish.dialect)
        for each in (self.captions[2], self.form):
            each.setVisible(dialect is not None)
        self.about.setText(self._about())
        self.pages.setCurrentIndex(0 if self.model.found else 1 if self._looked else 2)
        self.fine.setText(self._fine())
        self.summary.setText(self._summary() if self.model.found else "")
        self.accept_them.setVisible(bool(left_out))
        self.go_to.setEnabled(self._place() is not None)
        self.go_to.setVisible(dialect is not None)
        count = len(wish.names) - (0 if wish.accept else len(left_out))
        self.go.setEnabled(self._looked and count > 0)
        self.go.setText(self.tr("Export %n template(s)…", "", count) if self._looked else self.tr("Export…"))

    def _about(self) -> str:
        name = self.wish.dialect
        if name == RENDERED:
            return self.tr("Filled with the data set “default”: a mail that can be sent as it is, without any tag.")
        if name == JINJA:
            return self.tr(
                "The tags stay as they are, the brand is in; each template comes rendered with data as well."
            )
        return self.tr("The tags are translated for {service}, as HTML, MJML and text, with sample data.").format(
            service=dialects()[name].title
        )

    def _fine(self) -> str:
        if language(self.wish.dialect) is None:
            return self.tr("Nothing has to be translated, so there is nothing to look at.")
        return self.tr("All of it can be said in {service}’s language.").format(
            service=dialects()[self.wish.dialect].title
        )

    def _summary(self) -> str:
        refused = self.tr("%n template(s) cannot be said completely", "", len(self.left_out)) if self.left_out else ""
        warned = sum(not one.refused for one in self.model.found)
        minded = self.tr("%n thing(s) to mind", "", warned) if warned else ""
        return "  ·  ".join(filter(None, (refused, minded)))

    def _place(self) -> Found | None:
        """The finding that is selected, when its place is in the template's own text."""
        found = self.view.currentIndex().data(FOUND)
        if not isinstance(found, Found) or found.error.place is None:
            return None
        return found if found.error.place.file == f"templates/{found.template}/template.mjml" else None

    def _go_to(self, _index: QModelIndex | None = None) -> None:
        found = self._place()
        if found is not None:
            self.reject()
            self.place_wanted.emit(found.template, found.error)

    def _clicked(self) -> None:
        self._go_to()

    def _agreed(self) -> None:
        self.wanted.emit(self.wish)

    def _connect(self) -> None:
        for box in (self.scope, self.dialect, self.form):
            box.activated.connect(self.look)
        self.accept_them.toggled.connect(self._refresh)
        self.view.activated.connect(self._go_to)
        self.view.selectionModel().currentChanged.connect(self._refresh)
        self.go_to.clicked.connect(self._clicked)
        self.accepted.connect(self._agreed)

    def _prepare_view(self) -> None:
        self.view.setObjectName("choices")
        self.view.setModel(self.model)
        self.view.setItemDelegate(FindingDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for caption, box in zip(self.captions, (self.scope, self.dialect, self.form), strict=True):
            caption.setBuddy(box)
            row.addLayout(field(caption, box), 1)
        for page in (self.view, _centred(IconLabel("circle-check", 28), self.fine), _centred(self.bar)):
            self.pages.addWidget(page)
        self.bar.setFixedWidth(220)
        self.fine.setFixedWidth(440)
        self.fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.middle.addLayout(row)
        self.middle.addSpacing(GRID)
        self.middle.addWidget(self.summary)
        self.middle.addWidget(self.pages, 1)
        self.middle.addWidget(self.accept_them)
        self.foot.insertWidget(0, self.go_to)
        self.resize(780, 620)


def _centred(*widgets: QWidget) -> QWidget:
    """Widgets in the middle of a page, one below the other."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(GRID)
    column.addStretch()
    for widget in widgets:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch()
    return page


def _fill(box: QComboBox, rows: Sequence[tuple[str, object]]) -> None:
    """Put rows into a box; what was chosen stays chosen."""
    chosen = max(0, box.currentIndex())
    box.clear()
    for text, value in rows:
        box.addItem(text, value)
    box.setCurrentIndex(min(chosen, box.count() - 1))
