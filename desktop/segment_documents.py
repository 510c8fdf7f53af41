"""Open documents that name a segment follow its new id: as a step of their own undo, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.document import OpenDocument
from desktop.editor.documents import Documents
from desktop.segment_steps import FileChange, changed_since, template_of
from templates.dynamic.segment_uses import renamed_in_template
from templates.errors import InputError
from templates.source.text_edit import replacement
from templates.workspace import Workspace


def open_templates(documents: Documents) -> frozenset[str]:
    """Return the names of the open templates."""
    return frozenset(opened.document.name for opened in documents.all)


def follow_in_documents(
    documents: Documents, workspace: Workspace, files: Sequence[FileChange], ids: tuple[str, str], label: str
) -> list[InputError]:
    """Change what is open of ``files`` from the first of ``ids`` to the second; return why something is left.

    A document that was saved before is saved again.
    """
    left: list[InputError] = []
    for opened in documents.all:
        document = opened.document
        own = [file for file in files if template_of(workspace, file.path) == document.name]
        was_clean = document.is_clean
        left += [changed_since(file.path) for file in own if not _follow(document, file, ids, label)]
        if own and was_clean:
            document.save()
    return left


def _follow(document: OpenDocument, file: FileChange, ids: tuple[str, str], label: str) -> bool:
    if file.path == document.folder.mjml_path:
        wanted = file.after if document.text == file.before else renamed_in_template(document.text, *ids)
        document.edit(label, replacement(document.text, 0, len(document.text), wanted), origin="segments")
        return document.text == wanted
    side = file.path.relative_to(document.folder.root).as_posix()
    return document.side(side) == file.before and document.set_side(label, side, file.after)
