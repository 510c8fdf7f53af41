"""The window: welcome, or the workspace as brand, gallery and preview. Its methods are what the actions run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QToolBar, QWidget

from desktop.dialogs.message import MessageDialog
from desktop.dialogs.new_dialog import NewDialog
from desktop.dialogs.preferences_dialog import PreferencesDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.editor.page import EditorPage
from desktop.editor_verbs import EditorVerbs
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.new_workspace import free_folder, sample_site, usual_folder
from desktop.open_workspace import OpenWorkspace
from desktop.panels.brand import BrandPanel
from desktop.panels.gallery import GalleryPanel
from desktop.panels.preview import PreviewPanel
from desktop.panels.status import JobStrip
from desktop.panels.welcome import Welcome
from desktop.preferences import Preferences
from desktop.widgets import GRID, Translated
from templates.delivery.export import Exported
from templates.errors import MailwrightError
from templates.workspace import Workspace


class MainWindow(Translated, EditorVerbs):
    """One window, at most one workspace."""

    def __init__(
        self, jobs: Jobs, preferences: Preferences, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
    ) -> None:
        super().__init__()
        self.jobs, self.preferences = jobs, preferences
        self.open_url = open_url
        self.workspace: OpenWorkspace | None = None
        self.welcome, self.brand = Welcome(), BrandPanel(jobs)
        self.gallery, self.preview = GalleryPanel(), PreviewPanel()
        self.panes: tuple[QWidget, ...] = (self.brand, self.gallery, self.preview)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        for place, pane in enumerate(self.panes):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, (0, 3, 2)[place])
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.splitter)
        self.editor = EditorPage(jobs)
        self.editor.client.cache = preferences.picture_cache
        self.editor.blocks.studio.make_cache = self.editor.modules.studio.make_cache = self.preferences.picture_cache
        self._pages.addWidget(self.editor)
        self.setCentralWidget(self._pages)
        self.tool_bar, self.editor_bar = self._new_bar(), self._new_bar()
        self.job_strip = JobStrip(jobs)
        for each in (self.job_strip, self.editor.status, self.gallery.counter, self.gallery.card_size):
            self.statusBar().addPermanentWidget(each)
        self.statusBar().setContentsMargins(GRID, 0, 2 * GRID, 0)
        self.statusBar().setSizeGripEnabled(False)
        self._connect()
        self.welcome.show_recent(preferences.recent)
        self._show_page(self.welcome)
        self.retranslate()
        self._restore()

    # Workspaces

    def new_from_domain(self) -> None:
        """Start from a company's site."""
        self.show_new_dialog("")

    def show_new_dialog(self, source: str) -> NewDialog:
        """Open the dialog, with the source filled in when there is one."""
        dialog = NewDialog(self.jobs, self)
        dialog.created.connect(self.open_workspace)
        dialog.show()
        dialog.start(source)
        return dialog

    def open_sample(self) -> None:
        """Open the sample's workspace; made from the shipped site the first time."""
        made = usual_folder() / "sample"
        if (made / "workspace.toml").is_file():
            self.open_workspace(made)
            return
        dialog = self.show_new_dialog(sample_site())
        dialog.suggest_folder(free_folder(usual_folder(), "sample"))

    def choose_workspace(self) -> None:
        """Ask for the folder of a workspace."""
        dialog = QFileDialog(self, self.tr("Open a workspace"), str(usual_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.open_workspace)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_workspace(self, folder: Path | str) -> bool:
        """Show the workspace in ``folder``; say so when it is none, and keep the one that is open."""
        try:
            workspace = Workspace.open(Path(folder))
        except MailwrightError as error:
            self.show_error(error)
            return False
        if self.has_unsaved:
            self.ask_unsaved(self.editor.documents.unsaved, lambda: self._show_workspace(workspace))
        else:
            self._show_workspace(workspace)
        return True

    def _show_workspace(self, workspace: Workspace) -> None:
        self._close_workspace()
        opened = OpenWorkspace(workspace, self.jobs, self.preferences.picture_cache, self)
        self._connect_workspace(opened)
        self.workspace = opened
        self.preferences.remember_workspace(workspace.root)
        self.gallery.set_model(opened.model)
        self._show_page(self.splitter)
        opened.read()
        self.retranslate()
        self.state_changed.emit()

    def close_workspace(self) -> None:
        """Back to the welcome page; ask about what is not saved."""
        self.ask_unsaved(self.editor.documents.unsaved, self._close_workspace)

    def _close_workspace(self) -> None:
        if self.workspace is None:
            return
        self.editor.documents.close_all()
        old, self.workspace = self.workspace, None
        old.close()
        self.preview.ask_for("")
        self.brand.show_brand(None)
        self.brand.set_can_undo(False)
        self.gallery.show_all()
        old.deleteLater()
        self.welcome.show_recent(self.preferences.recent)
        self._show_page(self.welcome)
        self.retranslate()
        self.state_changed.emit()

    def refresh(self) -> None:
        """Read the templates again and make their pictures."""
        if self.workspace is not None:
            self.workspace.read()
            self.preview.ask_for(self.preview.name)

    def export_to(self, path: Path | str) -> None:
        """Write every template to this zip."""
        if self.workspace is not None:
            self.workspace.export(Path(path))

    def show_folder(self) -> None:
        """Show the workspace in the system's file manager."""
        if self.workspace is not None:
            self._open(self.workspace.workspace.root)

    def show_template_file(self, name: str) -> None:
        """Open the folder of a template."""
        if self.workspace is not None:
            self._open(self.workspace.workspace.root / "templates" / name)

    def show_sheet(self) -> None:
        """Make the contact sheet anew and open it in the browser."""
        if self.workspace is not None:
            self.workspace.make_sheet()

    @property
    def has_template(self) -> bool:
        """Whether a template is selected."""
        return self.has_workspace and bool(self.preview.name)

    def show_preferences(self) -> PreferencesDialog:
        """Open the preferences."""
        dialog = PreferencesDialog(self.preferences, self)
        dialog.open()
        return dialog

    def show_shortcuts(self) -> ShortcutsDialog:
        """List every shortcut."""
        dialog = ShortcutsDialog(self.actions(), self)
        dialog.open()
        return dialog

    # Messages

    def show_error(self, error: object) -> None:
        """Tell of a failure that has no place of its own."""
        if isinstance(error, MailwrightError):
            MessageDialog(error, parent=self).open()

    def retranslate(self) -> None:
        """Set every text anew."""
        name = self.workspace.workspace.settings.name if self.workspace else ""
        self.setWindowTitle(f"{name} – Mailwright" if name else "Mailwright")
        for bar in (self.tool_bar, self.editor_bar):
            bar.setWindowTitle(self.tr("Tool bar"))
        if self.workspace is not None:
            self.workspace.model.set_language(current_language())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; keep how the window stands; stop the work; end the web engine in its order."""
        if self.has_unsaved:
            event.ignore()
            self.ask_unsaved(self.editor.documents.unsaved, self._close_for_good)
            return
        self.preferences.keep_state("geometry", self.saveGeometry())
        self.preferences.keep_state("panes", self.splitter.saveState())
        self.preferences.keep_state("editor", self.editor.columns.saveState())
        self.preferences.keep_state("brand groups", self.brand.form.groups_state())
        self._close_workspace()
        self.editor.shut_down()
        self.jobs.shut_down()
        self.preview.canvas.shut_down()
        super().closeEvent(event)

    def _close_for_good(self) -> None:
        self.editor.documents.close_all()
        self.close()

    # Inside

    def _connect(self) -> None:
        self.welcome.start.connect(self.show_new_dialog)
        self.welcome.open_folder.connect(self.choose_workspace)
        self.welcome.open_recent.connect(self.open_workspace)
        self.welcome.sample.connect(self.open_sample)
        self.gallery.chosen.connect(self._template_chosen)
        self.gallery.opened.connect(self._template_opened)
        self.preview.wanted.connect(self._mail_wanted)
        self.preview.reveal.connect(self.show_template_file)
        self.brand.update_wanted.connect(self.confirm_brand)
        self.brand.undo_wanted.connect(self.undo_brand)
        self.brand.changed.connect(self.state_changed)
        self._connect_editor()

    def _connect_workspace(self, opened: OpenWorkspace) -> None:
        opened.listed.connect(self._listed)
        opened.brand_read.connect(self.brand.show_brand)
        opened.brand_updated.connect(self._brand_updated)
        opened.history_changed.connect(self._history_changed)
        opened.mail_built.connect(self.preview.show_mail)
        opened.mail_failed.connect(self.preview.show_error)
        opened.exported.connect(self._exported)
        opened.sheet_made.connect(self._open)
        opened.failed.connect(self.show_error)

    def _new_bar(self) -> QToolBar:
        bar = QToolBar(movable=False, floatable=False, iconSize=QSize(18, 18))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        return bar

    def _show_page(self, page: QWidget) -> None:
        """The welcome page has all its buttons itself."""
        self._pages.setCurrentWidget(page)
        self.tool_bar.setVisible(page is self.splitter)
        self.editor_bar.setVisible(page is self.editor)
        for each in (self.gallery.counter, self.gallery.card_size):
            each.setVisible(page is self.splitter)
        self.editor.status.setVisible(page is self.editor)

    def _listed(self) -> None:
        if self.workspace is not None and not self.preview.name:
            names = self.workspace.model.names()
            self.gallery.select(names[0] if names else "")
        self.state_changed.emit()

    def _template_chosen(self, name: str) -> None:
        if name != self.preview.name:
            self.preview.ask_for(name)
            self.state_changed.emit()

    def _template_opened(self, name: str) -> None:
        self.gallery.select(name)
        self.open_template(name)

    def _mail_wanted(self, name: str, data_set: str) -> None:
        if self.workspace is not None:
            self.workspace.build_mail(name, data_set)

    def _exported(self, exported: object) -> None:
        if isinstance(exported, Exported):
            count = len(exported.templates)
            said = self.tr("%n template(s) written to {path}", "", count).format(path=exported.path)
            left_out = self.tr("%n left out", "", len(exported.left_out)) if exported.left_out else ""
            self.say("  ·  ".join(filter(None, (said, left_out))))

    def _open(self, path: Path) -> None:
        self.open_url(QUrl.fromLocalFile(str(path)))

    def _restore(self) -> None:
        self.resize(1280, 800)
        self.restoreGeometry(self.preferences.state("geometry"))
        if not self.splitter.restoreState(self.preferences.state("panes")):
            self.splitter.setSizes([288, 510, 482])
        self.editor.columns.restoreState(self.preferences.state("editor"))
        self.brand.form.restore_groups(self.preferences.state("brand groups"))
