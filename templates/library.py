"""What can be done with the templates of a workspace: made, copied, renamed, tagged, spoken in another language.

Whatever changes a template holds its lock meanwhile, so that nobody writes into a folder that moves. A new folder is
filled under a hidden name and appears at once, whole.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from templates.errors import InputError, StorageError
from templates.files import storage_errors, write_bytes, write_text
from templates.library_references import readdressed, rewritten_references
from templates.locks import writing
from templates.source.edit import TextEdit, apply, escape_text, set_attribute
from templates.source.parse import parse
from templates.starters import LANGUAGES, NEW_META, instantiate, starter, starter_text
from templates.template_folder import META, MJML, TemplateFolder
from templates.toml_files import update_toml, updated_toml
from templates.workspace import Workspace
from templates.workspace_paths import path_from_root

LONGEST_NAME = 80
_NAME = re.compile(r"\w[\w.-]*")


def check_name(workspace: Workspace, name: str, *, instead_of: str = "") -> None:
    """Raise InputError unless ``name`` can be a new template's folder; ``instead_of`` is the one that is renamed."""
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise InputError(
            "`{name}` cannot be a template's name.",
            advice="Use letters, digits, - and . only, at most {most} of them.",
            name=name,
            most=LONGEST_NAME,
        )
    path_from_root(f"templates/{name}")
    if name.casefold() in _taken(workspace) - {instead_of.casefold()}:  # some systems do not tell Sale from sale
        raise InputError("There is a template `{name}` already.", advice="Choose another name.", name=name)


def free_name(workspace: Workspace, wanted: str, *, besides: Iterable[str] = ()) -> str:
    """Return ``wanted``, or with a number when it is taken: ``sale.en``, ``sale-2.en``."""
    taken = _taken(workspace) | {name.casefold() for name in besides}
    stem, dot, language = wanted.partition(".")
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{dot}{language}"
    return name


def named(title: str, language: str = "") -> str:
    """Return the folder name for what people call a template: ``Spring sale`` in English is ``spring-sale.en``."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "-", title)).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_NAME - 8].rstrip("-")
    return f"{stem}.{language}" if stem and language else stem


def new_blank(
    workspace: Workspace, name: str, *, title: str = "", language: str = "en", kind: str = "marketing", brand: str = ""
) -> TemplateFolder:
    """Make a template with one empty section, framed by the brand's parts. Raises InputError, StorageError."""
    values = {"kind": kind, "brand": brand, "group": name.partition(".")[0], "language": language}
    return write_template(workspace, name, {MJML: blank_text(title, language, brand, kind)}, values)


def new_from_starter(
    workspace: Workspace, starter_name: str, language: str, *, brand: str, name: str = ""
) -> TemplateFolder:
    """Make a template from a starter; siblings made under ``<stem>.<language>`` names belong together.

    Raises InputError, StorageError.
    """
    name = name or f"{starter_name}.{language}"
    check_name(workspace, name)
    made = instantiate(workspace, starter(starter_name), language, brand=brand, name=name)
    update_toml(made.root / META, {"group": name.partition(".")[0]})
    return made


def write_template(
    workspace: Workspace, name: str, files: Mapping[str, str | bytes], meta: Mapping[str, Any]
) -> TemplateFolder:
    """Write a new template: ``files`` by their path in its folder, ``meta`` into ``template.toml``.

    Raises InputError for a name that is taken or odd, StorageError; nothing is left behind then.
    """
    with _new_folder(workspace, name) as folder:
        write_text(folder / META, updated_toml(NEW_META, meta, META))
        for path, content in files.items():
            write_bytes(folder / path, content.encode() if isinstance(content, str) else content)
    return workspace.template(name)


def duplicate(workspace: Workspace, name: str, new: str = "", *, text: str | None = None) -> TemplateFolder:
    """Copy a template with its data and pictures; the copy shows its own pictures. Raises InputError, StorageError.

    ``text`` is its text where that is not saved yet. Copies of siblings are siblings again: ``sale.en`` and ``sale.fr``
    become ``sale-copy.en`` and ``sale-copy.fr``.
    """
    template = workspace.template(name)
    stem, dot, language = name.partition(".")
    new = new or free_name(workspace, f"{stem}-copy{dot}{language}")
    _copy(workspace, template, new, {"group": new.partition(".")[0]}, text)
    return workspace.template(new)


def rename(workspace: Workspace, name: str, new: str) -> TemplateFolder:
    """Rename a template's folder; its data, group and history stay with it, and so does whatever names its files.

    Raises InputError, StorageError (also when the template, or one that includes it, is open elsewhere).
    """
    from templates.store.moving import move_history  # SQLAlchemy is slow to load

    template = workspace.template(name)
    if new == name:
        return template
    check_name(workspace, new, instead_of=name)
    database = workspace.database()
    with contextlib.ExitStack() as held:
        held.enter_context(writing(workspace.lock(template.mjml_path)))
        changes = rewritten_references(workspace, name, new)
        for other in sorted({path for path in changes if path.name == MJML} - {template.mjml_path}):
            held.enter_context(writing(workspace.lock(other)))
        target = template.root.with_name(new)
        _move(template.root, target)
        try:
            move_history(database, name, new)
        except StorageError:
            _move(target, template.root)
            raise
        for path, text in changes.items():
            inside = path.is_relative_to(template.root)
            write_text(target / path.relative_to(template.root) if inside else path, text)
    return workspace.template(new)


def set_tags(workspace: Workspace, name: str, tags: Iterable[str]) -> None:
    """Give a template these tags, each once, in the order given. Raises InputError, StorageError."""
    template = workspace.template(name)
    with writing(workspace.lock(template.mjml_path)):
        update_toml(template.root / META, {"tags": clean_tags(tags)})


def clean_tags(tags: Iterable[str]) -> list[str]:
    """Return tags without what differs in case or white space only, and without empty ones."""
    found: dict[str, str] = {}
    for tag in tags:
        plain = " ".join(tag.split())
        if plain:
            found.setdefault(plain.casefold(), plain)
    return list(found.values())


def add_language(workspace: Workspace, name: str, language: str, *, text: str | None = None) -> TemplateFolder:
    """Make the sibling of a template in another language; ``text`` is its text where that is not saved yet.

    An untouched starter comes in that language's own words; anything else is a copy to be translated. Raises
    InputError when there is such a sibling, StorageError.
    """
    template = workspace.template(name)
    meta = template.meta
    if language in {meta.language, *(other.meta.language for other in workspace.siblings(template))}:
        raise InputError("`{name}` exists in this language already.", advice="Open that one.", name=name)
    stem = name.removesuffix(f".{meta.language}")
    new = free_name(workspace, f"{stem}.{language}")
    group = meta.group or stem
    if not meta.group:
        with writing(workspace.lock(template.mjml_path)):
            update_toml(template.root / META, {"group": group})
    if _untouched(workspace, template, text) and language in LANGUAGES:
        brand = meta.brand or workspace.settings.brand
        made = instantiate(workspace, starter(meta.starter), language, brand=brand, name=new)
        update_toml(made.root / META, {"group": group, "tags": list(meta.tags)})
        return made
    _copy(workspace, template, new, {"group": group, "language": language}, text)
    _set_language(workspace, workspace.template(new), meta.language, language)
    return workspace.template(new)


def blank_text(title: str, language: str, brand: str, kind: str = "marketing") -> str:
    """Return the text of an empty template; with a brand, between its header and footer."""
    own = language if language in LANGUAGES else "en"
    parts = ("head", "header", f"footer-{kind}.{own}")
    includes = [f'\n    <mj-include path="brands/{brand}/parts/{part}.mjml" />' if brand else "" for part in parts]
    words = {"fr": "Écrivez ici."}.get(language, "Write here.")
    return (
        f'<mjml lang="{language}" dir="ltr">\n  <mj-head>\n    <mj-title>{escape_text(title)}</mj-title>\n'
        f"    <mj-preview></mj-preview>{includes[0]}\n  </mj-head>\n  <mj-body>{includes[1]}\n\n"
        f'    <mj-section css-class="mw-s-main">\n      <mj-column>\n        <mj-text>{words}</mj-text>\n'
        f"      </mj-column>\n    </mj-section>\n{includes[2]}\n  </mj-body>\n</mjml>\n"
    )


def _taken(workspace: Workspace) -> set[str]:
    folder = workspace.root / "templates"
    with storage_errors(folder):
        return {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()


@contextlib.contextmanager
def _new_folder(workspace: Workspace, name: str) -> Iterator[Path]:
    """A hidden folder to be filled, which then becomes ``templates/<name>``; taken away again when that fails."""
    check_name(workspace, name)
    parent = workspace.root / "templates"
    with storage_errors(parent):
        parent.mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=parent))
        folder.chmod(0o755)
    try:
        yield folder
        _move(folder, parent / name)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _move(source: Path, target: Path) -> None:
    with storage_errors(source):
        source.rename(target)


def _copy(
    workspace: Workspace, template: TemplateFolder, new: str, meta: Mapping[str, Any], text: str | None = None
) -> None:
    with _new_folder(workspace, new) as folder:
        with storage_errors(template.root):
            # Hidden files are somebody's unsaved work; links could lead anywhere.
            shutil.copytree(template.root, folder, dirs_exist_ok=True, ignore=_hidden_and_links)
        if text is not None:
            write_text(folder / MJML, text)
        for path, changed in readdressed(folder, template.name, new).items():
            write_text(path, changed)
        update_toml(folder / META, meta)


def _hidden_and_links(folder: str, names: Sequence[str]) -> set[str]:
    return {name for name in names if name.startswith(".") or (Path(folder) / name).is_symlink()}


def _untouched(workspace: Workspace, template: TemplateFolder, text: str | None) -> bool:
    """Whether a template is its starter's text, letter for letter."""
    meta = template.meta
    try:
        brand = meta.brand or workspace.settings.brand
        return starter_text(starter(meta.starter), meta.language, brand) == (template.text() if text is None else text)
    except (InputError, OSError):  # no starter, or one that does not speak this language
        return False


def _set_language(workspace: Workspace, template: TemplateFolder, old: str, new: str) -> None:
    """Say which language the copy is in, and include that language's footer where the brand has it."""
    tree = parse(template.text())
    edits: list[TextEdit] = []
    for root in tree.elements("mjml"):
        if root.value("lang") == old:
            edits += set_attribute(tree, root, "lang", new)
    for include in tree.elements("mj-include"):
        path = include.value("path").replace(f".{old}.mjml", f".{new}.mjml")
        if path != include.value("path") and (workspace.root / path).is_file():
            edits += set_attribute(tree, include, "path", path)
    if edits:
        write_text(template.mjml_path, apply(tree.text, edits))
