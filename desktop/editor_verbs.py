"""What the window does with open documents: open, save, close, and the ways of looking at them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.dialogs.unsaved import UnsavedDialog
from desktop.document import OpenDocument
from desktop.editor.documents import Opened
from desktop.editor.page import EditorMode, EditorPage
from desktop.panels.stage_bar import MailStage
from desktop.view_verbs import ViewVerbs
from templates.errors import MailwrightError


class EditorVerbs(ViewVerbs):
    """The part of the main window that the editor's actions talk to."""

    editor: EditorPage
    splitter: QSplitter
    _pages: QStackedWidget

    @property
    def document(self) -> OpenDocument | None:
        """The document that the editor shows, while the editor is to be seen."""
        return self.editor.document if self.in_editor else None

    @property
    def in_editor(self) -> bool:
        """Whether the editor is to be seen."""
        return self._pages.currentWidget() is self.editor

    @property
    def stages(self) -> tuple[MailStage, ...]:
        """Every panel that shows a mail."""
        return (self.preview, self.editor.design)

    @property
    def stage(self) -> MailStage:
        """The one that is to be seen."""
        return self.editor.design if self.in_editor else self.preview

    def open_template(self, name: str) -> OpenDocument | None:
        """Open a template in the editor, or go to it; say so when it cannot be read."""
        if self.workspace is None or not name:
            return None
        try:
            opened = self.editor.documents.open(self.workspace.workspace, name)
        except MailwrightError as error:
            self.show_error(error)
            return None
        self.show_editor()
        return opened.document

    def edit_selected(self) -> None:
        """Open the template that is selected in the gallery."""
        self.open_template(self.preview.name)

    def show_editor(self) -> None:
        """Go to the open documents."""
        if self.editor.documents.current is not None:
            self._show_page(self.editor)
            self.editor.design.keyboard_target().setFocus()
            self.state_changed.emit()

    def show_templates(self) -> None:
        """Go to all templates; the documents stay open."""
        self._show_page(self.splitter)
        self.preview.ask_for(self.preview.name)  # what was saved in the meantime
        self.state_changed.emit()

    def save_document(self) -> None:
        """Write the document that is shown."""
        if self.document is not None and self.document.save():
            self.say(self.tr("{name} is saved.").format(name=self.document.name))

    def save_all(self) -> None:
        """Write every open document."""
        for document in self.editor.documents.unsaved:
            document.save()

    @property
    def has_unsaved(self) -> bool:
        """Whether an open document has changes that are not on disk."""
        return bool(self.editor.documents.unsaved)

    def close_document(self, opened: Opened | None = None) -> None:
        """Close a document (the one that is shown); ask when something is unsaved."""
        closing = opened or self.editor.documents.current
        if closing is not None:
            self.ask_unsaved([closing.document], lambda: self._closed(closing))

    def ask_unsaved(self, documents: list[OpenDocument], then: Callable[[], object]) -> UnsavedDialog | None:
        """Call ``then`` once nothing of the documents is unsaved any more, or the user gives it up."""
        unsaved = [document for document in documents if not document.is_clean]
        if not unsaved:
            then()
            return None
        dialog = UnsavedDialog([document.name for document in unsaved], self)

        def decided(save: bool) -> None:
            saved = [document.save() for document in unsaved] if save else []  # each, though one fails
            if all(saved):
                then()

        dialog.decided.connect(decided)
        dialog.open()
        return dialog

    def search(self) -> None:
        """Search the text of the document that is shown, or the templates."""
        if self.in_editor:
            self.editor.show_code()
            self.editor.code.show_search()
        else:
            self.search_templates()

    def set_editor_mode(self, mode: EditorMode) -> None:
        """Show the mail, its text, or both."""
        self.editor.set_mode(mode)

    def cycle_panes(self, by: int) -> None:
        """Move the keyboard to the next (1) or the previous (-1) pane, or panel of the editor."""
        if self.in_editor:
            self.editor.cycle_panels(by)
        else:
            super().cycle_panes(by)

    def _closed(self, opened: Opened) -> None:
        self.editor.documents.close(opened)
        if self.editor.documents.current is None and self.in_editor:
            self.show_templates()

    def _connect_editor(self) -> None:
        self.editor.tabs.close_wanted.connect(self.close_document)
        self.editor.documents.opened.connect(self._document_opened)
        self.editor.disk_bar.close_wanted.connect(self.close_document)
        self.editor.state_changed.connect(self.state_changed)
        self.editor.current_changed.connect(self.state_changed)
        self.editor.design.width_wanted.connect(self.set_device_width)

    def _document_opened(self, opened: Opened) -> None:
        document = opened.document
        document.notified.connect(self._notified)
        document.saved.connect(self._document_saved)
        for signal in (document.selection_changed, document.parsed, document.saved_changed):
            signal.connect(self._document_changed)

    def _document_changed(self) -> None:
        self.state_changed.emit()

    def _notified(self, _level: str, text: str) -> None:
        self.say(text)

    def _document_saved(self) -> None:
        document = self.sender()
        if self.workspace is not None and isinstance(document, OpenDocument):
            self.workspace.make_picture(document.name)

    def show_error(self, error: object) -> None:
        """Tell of a failure that has no place of its own."""
        raise NotImplementedError

    def _show_page(self, page: QWidget) -> None:
        raise NotImplementedError
