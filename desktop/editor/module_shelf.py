"""What can be done with the modules of the workspace. Every verb is a job; signals tell the outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.document import OpenDocument
from desktop.editor.insertion import insert_below
from desktop.jobs import Job, Jobs
from desktop.live import LiveMailer
from desktop.models.module_model import ModuleEntry
from templates.errors import InputError, MailwrightError
from templates.module_links import (
    TAG,
    linked_file,
    linked_files,
    module_source,
    part_around,
    relinked,
    rooted,
    unlinked,
)
from templates.modules import (
    DeletedModule,
    Module,
    delete_module,
    free_module_name,
    module_name,
    module_text,
    modules,
    rename_module,
    restore_module,
    save_module,
    uses,
)
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, Node
from templates.workspace import Workspace


class ModuleShelf(QObject):
    """The modules of the workspace of ``document``. ``opened`` tells all open documents: a new name is theirs too."""

    listed = Signal(object)
    """A list of ModuleEntry."""
    saved = Signal(object)
    replaced = Signal(object)
    """A DeletedModule with the text before: ``put_back`` writes it again."""
    renamed = Signal(object)
    """The Module under its new name."""
    deleted = Signal(object)
    """A DeletedModule: ``restore`` brings it back."""
    failed = Signal(object)
    """A MailwrightError."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.document: OpenDocument | None = None
        self.opened: Callable[[], Sequence[OpenDocument]] = self._only_document
        self._jobs = jobs
        self._reading: Job | None = None
        self._again = False
        self._linking: list[OpenDocument] = []  # what the rename under way has to change

    # Modules as files

    def read(self) -> None:
        """List the modules, and where each is linked."""
        if self.document is None:
            self.listed.emit([])
            return
        if self._reading is not None:
            self._again = True
            return
        workspace, texts = self.document.workspace, self._texts()
        job = self._jobs.run(self.tr("Reading the modules"), lambda job: _entries(workspace, texts), quiet=True)
        job.succeeded.connect(self.listed)
        job.failed.connect(self.failed)
        job.ended.connect(self._read)
        self._reading = job

    def save_selection(self, title: str = "") -> Node | None:
        """Save the section in which the selected component stands; return what was saved, None when there is none."""
        document = self.document
        tree = document.tree if document else None  # first: parsing may move the selection
        part = self.selected_part
        if document is None or tree is None or part is None:
            return None
        workspace = document.workspace
        source = module_source(tree, part, document.folder.id)
        wanted = title or self._proposed(part)

        def work(job: Job) -> Module:
            return save_module(workspace, free_module_name(workspace, wanted), source)

        self._run(self.tr("Saving the module"), work, self.saved)
        return part

    def replace(self, module: Module) -> None:
        """Put the section in which the selected component stands in the place of what a module holds."""
        document = self.document
        tree = document.tree if document else None  # first: parsing may move the selection
        part = self.selected_part
        if document is None or tree is None or part is None:
            return
        workspace, source = document.workspace, module_source(tree, part, document.folder.id)

        def work(job: Job) -> DeletedModule:
            before = module_text(workspace, module)
            save_module(workspace, module.name, source, replace=True)
            return DeletedModule(module, before)

        self._run(self.tr("Saving the module"), work, self._replaced)

    def put_back(self, before: DeletedModule) -> None:
        """Give a module that was replaced its text again."""
        if self.document is not None:
            workspace, module = self.document.workspace, before.module
            self._run(
                self.tr("Restoring the module"),
                lambda job: save_module(workspace, module.name, before.text, replace=True),
                self._refresh,
            )

    def rename(self, module: Module, title: str) -> None:
        """Give a module another name; what links it follows. Open templates that link it are saved with that."""
        try:
            workspace, name, linking = self._may_rename(module, title)
        except MailwrightError as error:
            self.failed.emit(error)
            return
        opened = [document.name for document in self.opened() if document.editable]
        self._linking = linking

        def work(job: Job) -> tuple[Module, Module]:
            return module, rename_module(workspace, module, name, opened=opened)

        self._run(self.tr("Renaming the module"), work, self._renamed)

    def delete(self, module: Module) -> None:
        """Delete a module that nothing links."""
        if self.document is not None:
            workspace, texts = self.document.workspace, self._texts()
            self._run(
                self.tr("Deleting the module"),
                lambda job: delete_module(workspace, module, texts),
                self.deleted,
            )

    def restore(self, deleted: DeletedModule) -> None:
        """Bring a deleted module back."""
        if self.document is not None:
            workspace = self.document.workspace
            self._run(self.tr("Restoring the module"), lambda job: restore_module(workspace, deleted))

    # Modules in the mail

    @property
    def selected_part(self) -> Node | None:
        """The section that ``save_selection`` would save, in the tree that is seen."""
        element = self.document.selected_element if self.document else None
        return part_around(self.document.seen_tree, element) if self.document and element else None

    @property
    def selected_link(self) -> Element | None:
        """The link that ``unlink`` would replace, in the tree that is seen."""
        element = self.document.selected_element if self.document else None
        if self.document is None or element is None or element.name != TAG:
            return None
        return element if linked_file(element, self.document.folder.id) else None

    def insert_link(self, module: Module) -> bool:
        """Put a link below what is selected: every change of the module shows there."""
        return self.document is not None and insert_below(self.document, module.link, origin="modules")

    def insert_copy(self, module: Module) -> None:
        """Put a copy below what is selected, that goes its own way from now on."""
        if self.document is not None:
            workspace = self.document.workspace
            self._run(
                self.tr("Reading the module"),
                lambda job: rooted(module_text(workspace, module), module.id),
                self._insert,
            )

    def link_instead(self, part: Node, source: str, module: Module) -> bool:
        """Put a link in the place of the section that was saved as ``module``, while it is still what was saved."""
        document = self.document
        node = document.tree.node(part.id) if document else None
        if document is None or node is None or document.tree.source(node) != source:
            return False
        edit = TextEdit(node.start, node.end, module.link)
        return document.edit(self.tr("Link the module"), [edit], origin="modules", select=node.start)

    def unlink(self) -> bool:
        """Put a copy in the place of the selected link."""
        document = self.document
        _ = document.tree if document else None  # first: parsing may move the selection
        link = self.selected_link
        if document is None or link is None:
            return False
        try:
            text, identity = document.workspace.include(link.value("path"), document.folder.id)
            edits = unlinked(document.tree, link, text, identity)
        except MailwrightError as error:
            self.failed.emit(error)
            return False
        return document.edit(self.tr("Unlink the module"), edits, origin="modules", select=link.start)

    # Inside

    def _only_document(self) -> Sequence[OpenDocument]:
        return [self.document] if self.document else []

    def _texts(self) -> Mapping[str, str]:
        return {document.name: document.text for document in self.opened()}

    def _proposed(self, part: Node) -> str:
        """The label of the section, else a general name."""
        tree = self.document.tree if self.document else None
        first = next(tree.components_in([part]), None) if tree else None
        return (tree.name_of(first) if tree and first else "") or self.tr("Module")

    def _may_rename(self, module: Module, title: str) -> tuple[Workspace, str, list[OpenDocument]]:
        """Return workspace, file name, and the open documents to change. Raises InputError."""
        name = module_name(title)
        linking = [one for one in self.opened() if one.editable and module.id in linked_files(one.text, one.folder.id)]
        unsaved = next((one.name for one in linking if not one.is_clean), None)
        if unsaved is not None:
            raise InputError(
                "The template {name} links this module and has unsaved changes.",
                advice="Save it, then rename the module.",
                name=unsaved,
            )
        if self.document is None:
            raise InputError("There is no template open.")
        return self.document.workspace, name, linking

    def _run(self, label: str, work: Callable[[Job], object], then: Any = None) -> None:
        """Do ``work``; ``then`` is the slot or signal for its outcome. The list is read again after it."""
        job = self._jobs.run(label, work, quiet=True)
        if then is not None:
            job.succeeded.connect(then)
        job.failed.connect(self.failed)
        job.ended.connect(self.read)

    def _read(self) -> None:
        self._reading = None
        if self._again:
            self._again = False
            self.read()

    def _replaced(self, before: object) -> None:
        self._refresh()
        self.replaced.emit(before)

    def _refresh(self, _outcome: object = None) -> None:
        """Build the open mails anew: they may link what is different now."""
        for document in self.opened():
            for live in document.findChildren(LiveMailer):
                live.refresh()

    def _insert(self, source: object) -> None:
        if self.document is not None and not insert_below(self.document, str(source), origin="modules"):
            self.failed.emit(InputError("This module is no part of a mail.", advice="Look at its file."))

    def _renamed(self, outcome: object) -> None:
        if not isinstance(outcome, tuple):
            return
        old, new = outcome
        for document in self._linking:
            edits = relinked(document.tree, document.folder.id, old.id, new.id)
            if document.edit(self.tr("Rename the module"), edits, origin="modules"):
                document.save()
        self.renamed.emit(new)


def _entries(workspace: Workspace, texts: Mapping[str, str]) -> list[ModuleEntry]:
    users = uses(workspace, texts)
    found = []
    for module in modules(workspace):
        try:
            text = module_text(workspace, module)
        except MailwrightError:
            text = ""
        found.append(ModuleEntry(module, text, users.get(module.name, ())))
    return found
