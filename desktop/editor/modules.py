"""The designer's own sections: saved once, put into any template as a copy or linked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.context_menu import show_context_menu
from desktop.document import Change
from desktop.editor.module_shelf import ModuleShelf
from desktop.editor.panel import DocumentPanel
from desktop.editor.part_pictures import Part
from desktop.editor.part_studio import PartStudio, data_of
from desktop.editor.part_view import PartView
from desktop.editor.strip import Strip
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.models.block_model import PART
from desktop.models.module_model import ModuleEntry, ModuleModel, picture_key
from desktop.widgets import GRID, IconButton, IconLabel, button, label, rule, styled
from templates.errors import MailwrightError
from templates.modules import DeletedModule, Module
from templates.source.tree import Node

MENU = (
    "module.insert_synced",
    "module.insert_copy",
    None,
    "module.replace",
    "module.rename",
    "module.delete",
)
_REST_MS = 600  # of typing, before it is counted again where modules are linked


class ModulesPanel(DocumentPanel):
    """Lists the modules and does to them what ``shelf`` can."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf = ModuleShelf(jobs, self)
        self.model = ModuleModel(self)
        self.view = PartView(notes=True)
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.strip = Strip()
        self.save = button()
        self.link, self.copy = button(), button()
        self.rename, self.delete = IconButton("pencil"), IconButton("trash-2")
        self._empty_title, self._empty_text = label("heading"), label("muted", wrap=True)
        self.studio = PartStudio(jobs, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._chosen: Module | None = None  # stays chosen while the list is read again
        self._to_name: Module | None = None  # was just saved: its name is asked for in its place
        self._saved_part: tuple[Node, str] | None = None
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def current(self) -> Module | None:
        """The chosen module."""
        entry = self.view.currentIndex().data(PART)
        return entry.module if isinstance(entry, ModuleEntry) else None

    @property
    def can_save(self) -> bool:
        """Whether there is a section to be saved."""
        return self._editable and self.shelf.selected_part is not None

    @property
    def can_insert(self) -> bool:
        """Whether the chosen module can be put into the mail, renamed or deleted."""
        return self._editable and self.current is not None

    @property
    def can_replace(self) -> bool:
        """Whether there is a section to be put into the chosen module."""
        return self.can_insert and self.can_save

    @property
    def can_unlink(self) -> bool:
        """Whether a link is selected in the mail."""
        return self._editable and self.shelf.selected_link is not None

    # What the user asks for

    def save_selection(self) -> None:
        """Save the selected section as a module, then ask for its name where it stands in the list."""
        self._saved_part = None
        part = self.shelf.save_selection()
        if part is not None and self.document is not None:
            self._saved_part = part, self.document.tree.source(part)

    def insert_link(self) -> None:
        """Link the chosen module below what is selected in the mail."""
        if self.current is not None and self.shelf.insert_link(self.current):
            self.strip.dismiss()

    def insert_copy(self) -> None:
        """Copy the chosen module below what is selected in the mail."""
        if self.current is not None:
            self.strip.dismiss()
            self.shelf.insert_copy(self.current)

    def unlink(self) -> None:
        """Put a copy in the place of the link that is selected in the mail."""
        self.shelf.unlink()

    def replace_current(self) -> None:
        """Let the chosen module be the selected section from now on, wherever it is linked."""
        if self.current is not None:
            self.shelf.replace(self.current)

    def start_rename(self) -> None:
        """Edit the name of the chosen module in its place."""
        if self.current is not None:
            self.view.edit(self.view.currentIndex())

    def delete_current(self) -> None:
        """Delete the chosen module; the strip offers to bring it back."""
        if self.current is not None:
            self.shelf.delete(self.current)

    # What happens to the document

    def document_opened(self) -> None:
        """Another document, perhaps of another workspace."""
        self.shelf.document = self.document
        self.model.editable = self._editable
        self._saved_part = None
        self.strip.dismiss()
        self._enable()
        self.shelf.read()

    def document_edited(self, change: Change) -> None:
        """Links come and go with the text."""
        if self.isVisible():
            self._rest.start()

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Another section can be saved."""
        if self.isVisible():
            self._enable()

    def document_parsed(self) -> None:
        """The selection may be another kind of thing now. Looking takes its time, so only when somebody looks."""
        if self.isVisible():
            self._enable()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody may have changed files while nobody looked."""
        super().showEvent(event)
        self._enable()
        self.shelf.read()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.view.setAccessibleName(self.tr("Modules"))
        self.save.setText(self.tr("Save the selected section"))
        self.save.setToolTip(self.tr("Keep the section for every template of this workspace"))
        self.link.setText(self.tr("Insert linked"))
        self.link.setToolTip(self.tr("A change of the module then shows in every mail that links it"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Insert a copy that goes its own way"))
        self.rename.name(self.tr("Rename"))
        self.delete.name(self.tr("Delete"))
        self._empty_title.setText(self.tr("No modules yet"))
        self._empty_text.setText(
            self.tr("Select a section of the mail and save it here. Every template of this workspace can then use it.")
        )
        self.model.retranslate()

    # What the shelf tells

    def _listed(self, entries: object) -> None:
        if not isinstance(entries, list):
            return
        self.model.set_entries(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        row = self.model.row_of(self._chosen)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        self._name_saved()
        self._enable()
        self._take_pictures()

    def _saved(self, module: object) -> None:
        if isinstance(module, Module):
            self._chosen = self._to_name = module
            self._offer_link(module)

    def _renamed(self, module: object) -> None:
        if isinstance(module, Module):
            self._chosen = module
            if self._saved_part is not None:
                self._offer_link(module)
            else:
                self.strip.dismiss()

    def _offer_link(self, module: Module) -> None:
        text = self.tr("The section is saved as “{name}”.").format(name=module.title)
        self._say(text, offer=self.tr("Link it here too"), then=partial(self._link_saved, module))

    def _deleted(self, deleted: object) -> None:
        if isinstance(deleted, DeletedModule):
            text = self.tr("“{name}” is deleted.").format(name=deleted.module.title)
            self._say(text, offer=self.tr("Undo"), then=partial(self.shelf.restore, deleted))

    def _replaced(self, before: object) -> None:
        if isinstance(before, DeletedModule):
            text = self.tr("“{name}” is the selected section now, wherever it is linked.")
            said = text.format(name=before.module.title)
            self._say(said, offer=self.tr("Undo"), then=partial(self.shelf.put_back, before))

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self._say(explain(error, current_language()), role="danger")

    # Inside

    @property
    def _editable(self) -> bool:
        return self.document is not None and self.document.editable

    def _say(self, text: str, *, role: str = "", offer: str = "", then: Callable[[], object] | None = None) -> None:
        self.strip.say(text, role=role, offer=offer, then=then, close=self.tr("Close this message"))

    def _link_saved(self, module: Module) -> None:
        part, self._saved_part = self._saved_part, None
        if part is None or not self.shelf.link_instead(*part, module):
            self._say(self.tr("The section is not what was saved any more, so it stays as it is."))

    def _name_saved(self) -> None:
        row = self.model.row_of(self._to_name)
        if row >= 0 and self.isVisible():
            self._to_name = None
            self.view.setCurrentIndex(self.model.index(row))
            self.view.setFocus()
            self.view.edit(self.model.index(row))

    def _enable(self) -> None:
        self.save.setEnabled(self.can_save)
        for each in (self.link, self.copy, self.rename, self.delete):
            each.setEnabled(self.can_insert)

    def _current_changed(self, index: QModelIndex) -> None:
        entry = index.data(PART)
        if isinstance(entry, ModuleEntry):
            self._chosen = entry.module
        self._enable()

    def _inserted(self, _index: QModelIndex) -> None:
        self.insert_link()

    def _menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            show_context_menu(self.view, MENU, self.view.viewport().mapToGlobal(at))

    def _rename_wanted(self, module: object, title: str) -> None:
        if isinstance(module, Module):
            self.shelf.rename(module, title)

    def _take_pictures(self) -> None:
        if self.document is not None and self.isVisible():
            data = data_of(self.document)
            parts = [Part(picture_key(entry), entry.source, data) for entry in self.model.entries if entry.source]
            self.studio.take(self.document, parts)

    def _picture_taken(self, key: str, image: QImage) -> None:
        self.model.take_picture(key, image)

    def _connect(self) -> None:
        shelf = self.shelf
        wires = (
            (shelf.listed, self._listed), (shelf.saved, self._saved), (shelf.renamed, self._renamed),
            (shelf.deleted, self._deleted), (shelf.replaced, self._replaced), (shelf.failed, self._failed),
            (self._rest.timeout, shelf.read),
            (self.save.clicked, self.save_selection), (self.link.clicked, self.insert_link),
            (self.copy.clicked, self.insert_copy), (self.rename.clicked, self.start_rename),
            (self.delete.clicked, self.delete_current), (self.view.inserted, self._inserted),
            (self.view.customContextMenuRequested, self._menu),
            (self.view.selectionModel().currentChanged, self._current_changed),
            (self.model.rename_wanted, self._rename_wanted), (self.studio.taken, self._picture_taken),
            (self.studio.look_changed, self.model.forget_pictures),
        )  # fmt: skip
        for signal, slot in wires:
            signal.connect(slot)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing())
        verbs = QHBoxLayout()
        verbs.setContentsMargins(12, GRID, GRID, GRID)
        verbs.setSpacing(GRID // 2)
        verbs.addWidget(self.link, 1)
        verbs.addWidget(self.copy)
        verbs.addWidget(self.rename)
        verbs.addWidget(self.delete)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, GRID)
        head.addWidget(self.save)
        cards = QVBoxLayout()
        cards.setContentsMargins(GRID, 0, 0, 0)
        cards.addWidget(self._stack)
        styled(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(cards, 1)
        column.addWidget(self.strip)
        column.addWidget(rule())
        column.addLayout(verbs)

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GRID, 4 * GRID, 3 * GRID, 0)
        column.setSpacing(GRID)
        picture = IconLabel("component", 32)
        for each in (picture, self._empty_title, self._empty_text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(each)
        column.addStretch()
        return page
