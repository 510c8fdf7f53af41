"""MJML from elsewhere as a template: of today's words, without what mails block, its files beside it."""

from __future__ import annotations

from html import unescape
from pathlib import Path, PurePosixPath

from templates.errors import InputError, MailwrightError
from templates.importing.blocked import without_blocked
from templates.importing.includes import Includes
from templates.importing.mjml3 import is_mjml3, upgraded
from templates.importing.pictures import PictureBox
from templates.importing.result import Form, Imported, IncludeMode
from templates.importing.tags import tag_notices
from templates.source.parse import parse
from templates.source.tree import SourceTree
from templates.workspace import Workspace


def import_mjml(
    text: str,
    *,
    target: str,
    root: Path | None = None,
    file: str = "mail.mjml",
    includes: IncludeMode = "inline",
    workspace: Workspace | None = None,
) -> Imported:
    """Make a template of MJML ``text``. ``target`` is its folder from the workspace's root (``templates/sale.en``).

    Includes and pictures are looked for in ``root`` (None: nowhere); ``file`` is the text's own path in it. What the
    ``workspace`` has already stays as it is. Raises InputError for what is no MJML or too deep.
    """
    box = PictureBox(root, target)
    include = Includes(root, target, includes, box, workspace)
    blocked = without_blocked(text)[1]
    text = include.resolved(text, PurePosixPath(file))
    tree = parse(text)
    if not tree.elements("mj-body"):
        text = _whole(tree)
        tree = parse(text)
    form: Form = "mjml3" if include.old or is_mjml3(tree) else "mjml"
    notices: list[MailwrightError] = [*blocked, *include.notices]
    if form == "mjml3":
        text, more = upgraded(text)
        notices += more
    tree = parse(text)
    return Imported(
        text=text,
        form=form,
        title=_title(tree),
        language=next((root.value("lang") for root in tree.elements("mjml")), ""),
        files={**include.files, **box.files},
        pictures=tuple(box.found.values()),
        includes=tuple(include.found.values()),
        notices=(*notices, *tag_notices(text)),
    )


def _whole(tree: SourceTree) -> str:
    """A part of a mail (sections only) as a whole one."""
    if not any(name.startswith("mj-") for name in (node.name for node in tree.sections())):
        raise InputError("This is no MJML mail: it has no mj-body.", advice="Choose the file of the whole mail.")
    if tree.elements("mjml"):
        raise InputError("This is no MJML mail: it has no mj-body.", advice="Choose the file of the whole mail.")
    return f"<mjml>\n  <mj-body>\n{tree.text.strip()}\n  </mj-body>\n</mjml>\n"


def _title(tree: SourceTree) -> str:
    titles = (" ".join(tree.text[slice(*one.content)].split()) for one in tree.elements("mj-title"))
    return unescape(next(titles, ""))
