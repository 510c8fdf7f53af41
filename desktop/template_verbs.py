"""What the window does with templates: the dialogs that ask, and what follows. The rows of the actions call these."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.dialogs.find_replace import FindReplaceDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.new_template import NewTemplate, NewTemplateDialog
from desktop.dialogs.side_by_side import SideBySideDialog
from desktop.dialogs.template_name import RenameDialog, TagsDialog
from desktop.editor.documents import Documents
from desktop.file_drop import FileDrop
from desktop.language import current_language
from desktop.main_window import MainWindow
from desktop.models.card import Card
from desktop.open_workspace import OpenWorkspace
from desktop.replacing import Replacing
from desktop.template_following import Following
from desktop.template_library import TemplateLibrary
from templates.library import add_language, duplicate, new_blank, new_from_starter, rename, set_tags
from templates.starters import LANGUAGES
from templates.template_folder import META
from templates.toml_files import updated_toml
from templates.workspace import Workspace


class TemplateVerbs(QObject):
    """The templates' side of one window; lives as long as it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("templates")
        self._window = window
        self.find_dialog: FindReplaceDialog | None = None
        gallery = window.gallery
        gallery.language_wanted.connect(self._add_language)
        gallery.undo_bar.undo.connect(self.restore)
        gallery.selection_changed.connect(self._selection_changed)
        gallery.wanted.connect(self._trigger)
        self._following = Following(window)
        self._open_beside: list[tuple[OpenWorkspace | None, QDialog]] = []
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self._dropped)
        self.drop.watch(window)
        window.state_changed.connect(self._follow)
        window.editor.current_changed.connect(self._watch_editor)

    # What there is to work with

    @property
    def library(self) -> TemplateLibrary | None:
        """The library of the open workspace."""
        opened = self._window.workspace
        if opened is None:
            return None
        found = opened.findChild(TemplateLibrary)
        return found if isinstance(found, TemplateLibrary) else self._new_library(opened)

    @property
    def names(self) -> list[str]:
        """The templates that an action is about: the one in the editor, or those selected in the gallery."""
        window = self._window
        if window.document is not None:
            return [window.document.name]
        return window.gallery.selected if window.has_workspace and not window.in_editor else []

    @property
    def card(self) -> Card | None:
        """The card of the one template that an action is about."""
        opened, names = self._window.workspace, self.names
        return opened.model.card(names[0]) if opened is not None and len(names) == 1 else None

    @property
    def missing_language(self) -> str:
        """The language in which that template could be added; "" when there is none."""
        card = self.card
        if card is None or not card.language:
            return ""
        there = {other.language for other in self._siblings(card)} | {card.language}
        return next((language for language in LANGUAGES if language not in there), "")

    @property
    def can_restore(self) -> bool:
        """Whether a deletion can be taken back."""
        return not self._window.in_editor and self.library is not None and self.library.can_restore

    @property
    def has_siblings(self) -> bool:
        """Whether that template speaks other languages."""
        return self.card is not None and bool(self._siblings(self.card))

    # Making

    def new(self) -> NewTemplateDialog | None:
        """Ask what the new template begins with."""
        if self._window.workspace is None:
            return None
        language = self.card.language if self.card else ""
        workspace = self._window.workspace.workspace
        dialog = NewTemplateDialog(workspace, self._window, look=self._look, language=language)
        dialog.wanted.connect(self._make)
        dialog.file_wanted.connect(self.choose_file)
        dialog.open()
        return dialog

    def choose_file(self) -> None:
        """Ask for a file to import."""
        dialog = QFileDialog(self._window, self.tr("Import a template"))
        dialog.setNameFilter(self.tr("Mails") + " (*.mjml *.html *.htm *.xhtml)")
        dialog.fileSelected.connect(self.import_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_file(self, path: Path | str) -> ImportDialog | None:
        """Show what is in a file, and make a template of it when the user agrees."""
        opened = self._window.workspace
        if opened is None:
            return None
        dialog = ImportDialog(opened.workspace, opened.jobs, Path(path), self._window)
        dialog.imported.connect(self._show_one)
        dialog.open()
        return dialog

    def duplicate(self) -> None:
        """Copy the templates, with what is not saved of them yet."""
        names = self.names
        texts = {name: found.document.text for name in names if (found := self._documents.find(name))}

        def work(workspace: Workspace) -> list[str]:
            return [duplicate(workspace, name, text=texts.get(name)).name for name in names]

        self._do(self.tr("Duplicating"), work)

    def add_language(self) -> None:
        """Add the language that the template lacks."""
        if self.card is not None and self.missing_language:
            self._add_language(self.card.name, self.missing_language)

    # Changing

    def rename(self) -> RenameDialog | None:
        """Ask for another name."""
        card, opened = self.card, self._window.workspace
        if card is None or opened is None:
            return None
        siblings = [other.name for other in self._siblings(card)]
        dialog = RenameDialog(opened.workspace, card.name, siblings, self._window)
        dialog.renamed.connect(self._rename)
        dialog.open()
        return dialog

    def tag(self) -> TagsDialog | None:
        """Ask for the tags of the templates; several get the same."""
        opened, names = self._window.workspace, self.names
        if opened is None or not names:
            return None
        cards = [card for name in names if (card := opened.model.card(name))]
        tags = list(dict.fromkeys(tag for card in cards for tag in card.tags))
        dialog = TagsDialog(tags, opened.model.tags(), self._window)
        dialog.tagged.connect(self._tag)
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Move the templates to the trash; what is open of them is closed first."""
        names = self.names
        library = self.library
        if library is not None:
            self._following.closed(names, lambda: library.delete(names))

    def restore(self) -> None:
        """Take the last deletion back."""
        if self.library is not None:
            self._window.gallery.undo_bar.hide()
            self.library.restore()

    # Looking

    def side_by_side(self) -> SideBySideDialog | None:
        """Show the languages of the template next to each other."""
        card, opened = self.card, self._window.workspace
        if card is None or opened is None:
            return None
        cards = sorted([card, *self._siblings(card)], key=lambda one: one.language)
        languages = [(one.name, one.language) for one in cards]
        dialog = SideBySideDialog(opened.workspace, opened.jobs, languages, self._window)
        self._beside(dialog)
        dialog.show()
        return dialog

    def find_replace(self) -> FindReplaceDialog | None:
        """Find and replace in templates; the dialog that is open comes to the front."""
        opened = self._window.workspace
        if opened is None:
            return None
        if self.find_dialog is None:
            found = opened.findChild(Replacing)
            replacing = found if isinstance(found, Replacing) else self._new_replacing(opened)
            self.find_dialog = FindReplaceDialog(replacing, self._scopes(), self._window)
            self.find_dialog.finished.connect(self._find_closed)
            self._beside(self.find_dialog)
        self.find_dialog.show()
        self.find_dialog.activateWindow()
        return self.find_dialog

    # Inside

    def _look(self, starter: str) -> QImage | None:
        """The picture of a template that is as its starter was named."""
        opened = self._window.workspace
        names = [f"{starter}.{language}" for language in (current_language(), *LANGUAGES)]
        cards = [opened.model.card(name) for name in names] if opened is not None else []
        return next((card.image for card in cards if card is not None and card.image is not None), None)

    @property
    def _documents(self) -> Documents:
        return self._window.editor.documents

    def _siblings(self, card: Card) -> list[Card]:
        opened = self._window.workspace
        cards = opened.model.cards() if opened is not None and card.group else []
        return [one for one in cards if one.group == card.group and one.name != card.name]

    def _make(self, wanted: NewTemplate) -> None:
        def work(workspace: Workspace) -> list[str]:
            for language, name in wanted.names.items():
                if wanted.starter:
                    new_from_starter(workspace, wanted.starter, language, brand=wanted.brand, name=name)
                else:
                    new_blank(
                        workspace, name, title=wanted.title, language=language, kind=wanted.kind, brand=wanted.brand
                    )
            return list(wanted.names.values())

        self._do(self.tr("Making the template"), work)

    def _add_language(self, name: str, language: str) -> None:
        found = self._documents.find(name)
        text = found.document.text if found else None

        def work(workspace: Workspace) -> list[str]:
            return [add_language(workspace, name, language, text=text).name]

        opened = self._window.workspace
        card = opened.model.card(name) if opened is not None else None
        if card is not None and card.group:
            self._do(self.tr("Adding a language"), work)
        else:  # it gets a group, so its lock must be free
            self._following.closed([name], lambda: self._do(self.tr("Adding a language"), work), {name: name})

    def _tag(self, tags: list[str]) -> None:
        """Tags of an open template are a step of its document; those of others are written."""
        opened = {name: found.document for name in self.names if (found := self._documents.find(name))}
        closed = [name for name in self.names if name not in opened]
        for document in opened.values():
            was_clean = document.is_clean
            meta = updated_toml(document.side(META) or "", {"tags": tags}, META)
            if document.set_side(self.tr("Tags"), META, meta) and was_clean:
                document.save()

        def work(workspace: Workspace) -> list[str]:
            for name in closed:
                set_tags(workspace, name, tags)
            return closed

        self._do(self.tr("Keeping the tags"), work)

    def _rename(self, names: dict[str, str]) -> None:
        def work(workspace: Workspace) -> list[str]:
            return [rename(workspace, old, new).name for old, new in names.items()]

        self._following.closed(list(names), lambda: self._do(self.tr("Renaming"), work), names)

    def _do(self, label: str, work: Callable[[Workspace], list[str]]) -> None:
        if self.library is not None:
            self.library.make(label, work)

    def _new_library(self, opened: OpenWorkspace) -> TemplateLibrary:
        library = TemplateLibrary(opened)
        library.shown.connect(self._shown)
        library.deleted.connect(self._deleted)
        library.failed.connect(self._failed)
        library.trash_changed.connect(self._window.state_changed)
        return library

    def _new_replacing(self, opened: OpenWorkspace) -> Replacing:
        replacing = Replacing(opened, self._documents)
        replacing.replaced.connect(self._replaced)
        return replacing

    def _show_one(self, name: str) -> None:
        if self.library is not None:
            self.library.list_anew([name])

    def _shown(self, names: list[str]) -> None:
        """The templates are listed anew: show what was made, or what was shown before."""
        window = self._window
        before = window.preview.name
        there = window.workspace.model.names() if window.workspace else []
        wanted = next((name for name in [*names, before, *there] if name in there), "")
        if wanted:
            window.gallery.reveal(wanted)
        else:
            window.preview.ask_for("")
        self._following.open_again()
        window.state_changed.emit()

    def _failed(self, error: object) -> None:
        """Some of the work may be done; what was closed for it is opened again."""
        self._window.show_error(error)
        self._following.open_again(renamed=False)
        if self.library is not None:
            self.library.list_anew()

    def _trigger(self, name: str) -> None:
        action = self._window.findChild(QAction, name)
        if action is not None and action.isEnabled():
            action.trigger()

    def _dropped(self, paths: list[Path]) -> None:
        """One dialog a file; the first one is on top."""
        for path in reversed(paths):
            self.import_file(path)

    def _follow(self) -> None:
        """Dialogs of a workspace that is closed go before it does."""
        self.drop.enabled = self._window.has_workspace
        for opened, dialog in list(self._open_beside):
            if opened is not self._window.workspace:
                dialog.close()

    def _watch_editor(self) -> None:
        self.drop.watch(self._window.editor)

    def _deleted(self, names: list[str]) -> None:
        opened = self._window.workspace
        cards = [card for name in names if opened is not None and (card := opened.model.card(name))]
        titles = ", ".join(f"{card.title(current_language())} ({card.language.upper()})" for card in cards)
        self._window.gallery.undo_bar.tell(self.tr("Deleted: {titles}").format(titles=titles))

    def _replaced(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.make_pictures()
            self._window.preview.ask_for(self._window.preview.name)

    def _scopes(self) -> tuple[tuple[str, ...], ...]:
        window = self._window
        everything = window.workspace.model.names() if window.workspace else []
        return tuple(everything), tuple(window.gallery.names()), tuple(self.names)

    def _selection_changed(self) -> None:
        if self.find_dialog is not None:
            self.find_dialog.set_scopes(self._scopes())
        self._window.state_changed.emit()

    def _find_closed(self) -> None:
        self.find_dialog = None

    def _beside(self, dialog: QDialog) -> None:
        """Keep a dialog that stays open beside the window, to close it with the workspace."""
        self._open_beside.append((self._window.workspace, dialog))
        dialog.finished.connect(self._beside_closed)

    def _beside_closed(self) -> None:
        self._open_beside = [(opened, one) for opened, one in self._open_beside if one is not self.sender()]


def verbs_of(window: MainWindow) -> TemplateVerbs:
    """Return the templates' verbs of a window; made when they are asked for first."""
    # Asked for with every change of the window's state: looking through all its widgets would be slow.
    found = window.findChild(TemplateVerbs, "templates", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, TemplateVerbs) else TemplateVerbs(window)
