"""The window of saved previews: templates and runs on the left, pictures beside them, answers at the right.

It stays open beside the editor. Everything that it shows is read in jobs; what is slow to find out comes as marks on
what is there already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.preferences import Preferences
from desktop.proofs.approval.approval_pane import ApprovalPane
from desktop.proofs.gallery import picture_verbs, run_verbs
from desktop.proofs.gallery.changes_pane import ChangesPane
from desktop.proofs.gallery.errand_page import ErrandPage
from desktop.proofs.gallery.errands import GoOn, Recheck
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.foot import Foot
from desktop.proofs.gallery.head_bar import HeadBar
from desktop.proofs.gallery.open_proofs import OpenProofs
from desktop.proofs.gallery.pages import ProofPages
from desktop.proofs.gallery.picture_row import PictureRow, Place
from desktop.proofs.gallery.picture_verbs import PictureVerbs
from desktop.proofs.gallery.pictures_pane import PicturesPane
from desktop.proofs.gallery.run_hover import RunHover
from desktop.proofs.gallery.run_strip import RunStrip
from desktop.proofs.gallery.run_tree import RunTree, run_of
from desktop.proofs.gallery.run_verbs import RunVerbs
from desktop.proofs.gallery.words import all_templates, shown_facts, shown_title
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage
from desktop.tokens.trouble_bar import TroubleBar
from desktop.widgets import Translated, rule, styled
from renderers.proofs.proof import Shot
from renderers.proofs.runs.resuming import Which
from renderers.proofs.small import SmallPictures
from templates.store.run_facts import RunFacts
from templates.store.runs import SavedRun
from templates.workspace import Workspace

_KEPT, _PANES = "proofs-window", "proofs-panes"
_HERE = Qt.ShortcutContext.WidgetShortcut
_MOST_OTHERS = 60  # pictures that one can be compared with


@dataclass(frozen=True)
class Host:
    """What the main window does for this one."""

    open_url: Callable[[QUrl], bool]
    reveal: Callable[[Shot], object]
    """Show a template in the editor, in this client and mode."""
    render: Callable[[Sequence[str]], object]
    show_tokens: Callable[[], object]
    count_tokens: Callable[[], object]
    ask_unsaved: Callable[[Sequence[str], Callable[[], object]], object]
    """Ask about what is unsaved in these templates (in all), then go on."""


class ProofsWindow(Translated, QDialog):
    """Joins the list, the pictures, and the pages that they lead to."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        preferences: Preferences,
        host: Host,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._workspace, self._preferences, self._host = workspace, preferences, host
        cache = preferences.picture_cache()
        files = SmallPictures(cache)
        self.proofs = OpenProofs(workspace, jobs, preferences.picture_cache, self)
        self.tree, self.pane = RunTree(), PicturesPane(jobs, files)
        self.hover = RunHover(self.tree, workspace, jobs)
        self.pictures = PictureVerbs(workspace, jobs, self._chosen_rows, host.open_url, self)
        self.runs = RunVerbs(workspace, jobs, self._shown_run, self)
        self.head, self.strip = HeadBar(self.pictures.actions), RunStrip(self.runs.actions)
        self.pages = ProofPages(
            self._home(), LookPage(jobs, workspace, cache), ErrandPage(jobs), ChangesPane(jobs, files)
        )
        self.approval, self.trouble, self.foot = ApprovalPane(workspace, jobs), TroubleBar(), Foot()
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._wanted_run = ""
        self._lay_out()
        self._connect()
        self.retranslate()
        self.restoreGeometry(preferences.state(_KEPT))
        self._panes.restoreState(preferences.state(_PANES))
        self.approval.hide()
        self.proofs.read()

    def show_run(self, run_id: str) -> None:
        """Show a run, as soon as it is known; "" for what is chosen."""
        self._wanted_run = run_id
        if not self._choose_wanted() and run_id:
            self.proofs.read()

    def template_saved(self, name: str) -> None:
        """What was proofed of a template may be stale now."""
        self.proofs.doubt(name)

    def recheck(self) -> None:
        """Ask what is stale, of the chosen template or of all, and what it costs to take it anew."""
        row = self.tree.current
        names = (row.template.name,) if row.template else ()
        self._host.ask_unsaved(names, lambda: self._begin_recheck(names))

    # What is shown

    def _begin_recheck(self, names: tuple[str, ...]) -> None:
        errand = Recheck(self._workspace, self._preferences.picture_cache(), names)
        self.pages.begin(errand, self.tr("Recheck: {what}").format(what=self._heading), self._called)

    def _go_on(self, run: SavedRun, which: Which) -> None:
        errand = GoOn(self._workspace, self._preferences.picture_cache(), run, which)
        self.pages.begin(errand, self._heading, self._called)

    def _spent(self) -> None:
        self._host.count_tokens()
        self.proofs.doubt()
        self.proofs.read()

    def _facts_read(self) -> None:
        self.tree.show_facts(self.proofs.facts)
        self.trouble.freshen()
        if not self._choose_wanted():
            self._show_chosen()

    def _choose_wanted(self) -> bool:
        """Choose the run that somebody wants to see, once it is known."""
        wanted = self._wanted_run
        if not wanted or self.proofs.facts.find(wanted) is None:
            return False
        self._wanted_run = ""
        self.tree.choose_run(wanted)
        self._chosen_in_tree()
        return True

    def _show_chosen(self) -> None:
        """Read what is chosen in the list."""
        row, facts = self.tree.current, self.proofs.facts
        if not self.proofs.is_read:
            return
        shown = run_of(row)
        if shown is not None and row.template is not None:
            self.proofs.show_runs(((shown.run.id, row.template.called),))
        elif row.template is not None:
            self.proofs.show_runs(())
        else:
            called = self._called
            self.proofs.show_runs(tuple((each.run.id, called[name]) for name, each in facts.latest.items()))
        self.runs.refresh()
        self.strip.show_run(shown)
        self._say()

    def _chosen_in_tree(self) -> None:
        self.pages.go_home()
        self._show_chosen()

    def _runs_read(self, is_same: bool) -> None:
        shown = self.proofs.shown
        self.pane.show_rows(shown.rows, keep=is_same)
        self.approval.show_run(shown.only)
        self.head.sheet.setEnabled(shown.only is not None)
        self._selected()

    def _selected(self) -> None:
        rows = self.pane.chosen
        self.pictures.refresh()
        self.approval.select(rows[0].kept.saved.place if len(rows) == 1 else None)
        self._count()

    def _stood(self, run: str, stood: object) -> None:
        if isinstance(stood, tuple):
            self.pane.model.mark_standing(run, stood)
            self.pane.recount()

    def _changed(self, found: dict[Place, bool]) -> None:
        self.pane.model.mark_changed(found)
        self.pane.recount()

    def _answered(self, _run: str) -> None:
        self.proofs.show_again()
        self.proofs.read()

    def _choose_place(self, place: int) -> None:
        only = self.proofs.shown.only
        if only is not None and place >= 0:
            self.pane.choose((only.run.id, place))
        else:
            self.pane.view.clearSelection()

    # The frame

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Proofs – {name}").format(name=self._workspace.settings.name))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from another window may find other runs; icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.proofs.is_read:
            self.proofs.read()
        elif event.type() == QEvent.Type.LanguageChange:
            for verbs in (self.pictures, self.runs):
                verbs.retranslate()
            self.strip.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            for verbs in (self.pictures, self.runs):
                verbs.retint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the pictures first, and never out of a run."""
        if event.key() != Qt.Key.Key_Escape or self.pages.is_home:
            super().keyPressEvent(event)
        else:
            self.pages.go_back()

    def done(self, result: int) -> None:
        """However it is closed: stop what nobody waits for any more; a run keeps what is done."""
        self._preferences.keep_state(_KEPT, self.saveGeometry())
        self._preferences.keep_state(_PANES, self._panes.saveState())
        self.proofs.stop()
        self.hover.leave()
        for each in (self.pane, self.pages):
            each.stop()
        super().done(result)

    # Inside

    @property
    def _called(self) -> dict[str, TemplateTitle]:
        return {each.name: each.called for each in self.proofs.facts.templates}

    @property
    def _heading(self) -> str:
        row = self.tree.current
        return row.template.called.said(current_language()) if row.template else all_templates()

    def _shown_run(self) -> RunFacts | None:
        return run_of(self.tree.current)

    def _chosen_rows(self) -> list[PictureRow]:
        return self.pane.chosen

    def _say(self) -> None:
        shown = self._shown_run()
        self.head.say(shown_title(self._heading, shown), shown_facts(shown, self.proofs.facts))

    def _count(self) -> None:
        shown, whole, chosen = len(self.pane.model.rows), len(self.pane.model.all), len(self.pane.chosen)
        self.foot.count(shown, whole, chosen)

    def _render(self) -> None:
        row = self.tree.current
        self._host.render([row.template.name] if row.template else [])

    def _show_picture_menu(self, at: QPoint) -> None:
        self._menu(picture_verbs.VERBS, self.pictures, at)

    def _show_run_menu(self, at: QPoint | None = None) -> None:
        self._menu(run_verbs.VERBS, self.runs, at or QCursor.pos())

    def _menu(self, ids: Sequence[str | None], verbs: PictureVerbs | RunVerbs, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in ids:
            if each is None:
                menu.addSeparator()
            else:
                menu.addAction(verbs.actions[each])
        menu.popup(at)

    def _connect(self) -> None:
        proofs, watch = self.proofs, self.proofs.watch
        proofs.facts_read.connect(self._facts_read)
        proofs.runs_read.connect(self._runs_read)
        watch.lit.connect(self.tree.show_light)
        watch.stood.connect(self._stood)
        watch.changed.connect(self._changed)
        self.pane.view.seen.connect(watch.stir)
        for failing in (proofs.failed, watch.failed):
            failing.connect(self.trouble.show_stale)
        for verbs in (self.pictures, self.runs):
            verbs.failed.connect(self.trouble.show_error)
        self.trouble.again.connect(proofs.read)
        self.tree.chosen.connect(self._chosen_in_tree)
        self.tree.menu_wanted.connect(self._show_run_menu)
        self.tree.opened.connect(self.pane.view.setFocus)
        self.pane.opened.connect(self._open_picture)
        self.pane.selected.connect(self._selected)
        self.pane.menu_wanted.connect(self._show_picture_menu)
        self.pane.first_wanted.connect(self._render)
        self.pane.model.arranged.connect(self._count)
        self.pictures.open_wanted.connect(self._open_picture)
        self.pictures.compare_wanted.connect(self.pages.compare)
        self.pictures.reveal_wanted.connect(self._host.reveal)
        self.pictures.told.connect(self.foot.say)
        self.runs.changed.connect(proofs.read)
        self.runs.go_on_wanted.connect(self._go_on)
        self.head.recheck_wanted.connect(self.recheck)
        self.head.sheet_wanted.connect(self.approval.open_sheet)
        self.head.menu_wanted.connect(self._show_run_menu)
        self.head.answers_wanted.connect(self.approval.setVisible)
        self.pages.came_home.connect(self.pane.view.setFocus)
        self.pages.look.stepped.connect(self._step)
        self.pages.errand.spent.connect(self._spent)
        self.pages.errand.tokens_wanted.connect(self._host.show_tokens)
        self.approval.changed.connect(self._answered)
        self.approval.place_wanted.connect(self._choose_place)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self, self.recheck)
        for key, name in ((Qt.Key.Key_F2, "rename"), (Qt.Key.Key_Delete, "delete")):
            QShortcut(QKeySequence(key), self.tree, self.runs.actions[name].trigger, context=_HERE)

    def _open_picture(self) -> None:
        row = self.pane.current
        if row is None:
            return
        older = self.proofs.shown.older.get(row.shot)
        others = [Looked.of_kept(older)] if older is not None else []
        others += [each.looked for each in self.pane.model.all if each is not row and each.kept.picture is not None]
        self.pages.open(row.looked, others[:_MOST_OTHERS], previous=self.pane.can_step(-1), next_=self.pane.can_step(1))

    def _step(self, by: int) -> None:
        self.pane.step(by)
        self._open_picture()

    def _home(self) -> QWidget:
        """The page of all pictures."""
        page = QWidget()
        column = _column(page)
        for each in (self.head, self.strip):
            column.addWidget(each)
        column.addWidget(self.pane, 1)
        return page

    def _lay_out(self) -> None:
        left = styled(QWidget(), "panel")
        _column(left).addWidget(self.tree)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        for stretch, part in enumerate((left, self.pages, self.approval)):
            self._panes.addWidget(part)
            self._panes.setStretchFactor(stretch, int(part is self.pages))
        self._panes.setSizes([300, 860, 340])
        left.setMinimumWidth(240)
        column = _column(self)
        column.addWidget(self._panes, 1)
        column.addWidget(self.trouble)
        column.addWidget(rule())
        column.addWidget(self.foot)
        self.setMinimumSize(900, 560)
        self.resize(1184, 740)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
