"""A workspace: one company's templates, brands and data as a plain folder. Opening it reads one small file."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pydantic import BaseModel

from templates.errors import InputError, MailwrightError
from templates.files import read_text, storage_errors
from templates.locks import DocumentLock
from templates.template_folder import META, MJML, TemplateFolder, TemplateMeta
from templates.toml_files import read_toml, unknown_keys
from templates.workspace_new import WORKSPACE, lay_out
from templates.workspace_paths import file_inside
from templates.workspace_settings import WorkspaceSettings

if TYPE_CHECKING:
    from templates.store.database import Database

_INCLUDED = {".mjml", ".html", ".htm", ".css", ".txt"}  # not data, not settings: they could carry secrets into a mail
_LONGEST_INCLUDE = 2 * 1024**2  # bytes


@dataclass(frozen=True)
class Workspace:
    """An open workspace: its folder and what ``workspace.toml`` said when it was opened."""

    root: Path
    settings: WorkspaceSettings

    @classmethod
    def create(
        cls, root: Path, *, name: str, language: str = "en", timezone: str = "UTC", brand: str = "", database: str = ""
    ) -> Workspace:
        """Make a new workspace in ``root``, a folder that is empty or missing, and open it.

        ``brand`` is the default brand's folder name, ``database`` a PostgreSQL URL (empty: SQLite in the folder).
        Raises InputError when the folder is in use or a value does not fit, StorageError when the disk refuses; what
        was made by then is taken away again.
        """
        values = {"name": name, "language": language, "timezone": timezone, "brand": brand}
        lay_out(root, {**values, "database": {"url": database}})
        return cls.open(root)

    @classmethod
    def open(cls, root: Path) -> Workspace:
        """Open the workspace in ``root``. Raises InputError when it is none or ``workspace.toml`` is damaged."""
        path = root / WORKSPACE
        with storage_errors(root):
            if not path.is_file():
                raise InputError(
                    "This folder is not a workspace: it has no workspace.toml.",
                    advice="Choose another one, or make a new workspace.",
                    place=root,
                )
        return cls(root.absolute(), read_toml(path, WorkspaceSettings))

    @classmethod
    def find(cls, path: Path) -> Workspace:
        """Open the workspace that ``path`` (a template, a folder, any file in it) belongs to. Raises InputError."""
        start = path.absolute()
        for folder in (start, *start.parents):
            if (folder / WORKSPACE).is_file():
                return cls.open(folder)
        raise InputError(
            "This is not inside a workspace: no folder above it has a workspace.toml.",
            advice="Name the workspace, or move the template into one.",
            place=path,
        )

    def templates(self) -> list[TemplateFolder]:
        """All templates, sorted by name. Folders without a ``template.mjml`` are not templates."""
        found = sorted((self.root / "templates").glob(f"*/{MJML}"))
        return [TemplateFolder(path.parent, path.parent.name) for path in found if path.parent.name[0] != "."]

    def template(self, name: str) -> TemplateFolder:
        """The template of that name. Raises InputError, with the nearest name if one is near."""
        templates = {template.name: template for template in self.templates()}
        if name in templates:
            return templates[name]
        near = difflib.get_close_matches(name, templates, n=1)
        if near:
            raise InputError("There is no template `{name}`.", advice="Is it `{near}`?", name=name, near=near[0])
        raise InputError("There is no template `{name}`.", advice="The workspace lists what it has.", name=name)

    def siblings(self, template: TemplateFolder) -> list[TemplateFolder]:
        """The other languages of the same mail: the templates with the same ``group``, by name. Raises InputError."""
        group = template.meta.group
        if not group:
            return []
        return [other for other in self.templates() if other.name != template.name and other.meta.group == group]

    def brands(self) -> list[str]:
        """The folder names below ``brands/`` that hold a brand, sorted."""
        return sorted(path.parent.name for path in (self.root / "brands").glob("*/brand.toml"))

    def brand_folder(self, slug: str) -> Path:
        """Where the brand ``slug`` is kept, whether it exists yet or not. Raises InputError for an odd name."""
        if not slug.replace("-", "").replace("_", "").isalnum() or not slug.isascii():
            raise InputError(
                "`{slug}` cannot be a brand's folder.", advice="Use letters, digits and - only.", slug=slug
            )
        return self.root / "brands" / slug

    def file(self, path: str) -> Path:
        """The real file behind a path that a template names from the workspace's root. Raises InputError."""
        return file_inside(self.root, path)[0]

    def include(self, path: str, from_: str) -> tuple[str, str]:
        """The text of an included file and its id (the path from the root); ``from_`` is the including file's id.

        A path without an ending means ``.mjml``, as elsewhere in MJML. Raises InputError for a path that is refused or
        missing and for what is not MJML, HTML, CSS or text.
        """
        ending = "" if PurePosixPath(path).suffix else ".mjml"
        real, identity = file_inside(self.root, path + ending, beside=from_)
        if real.suffix.lower() not in _INCLUDED or Path(identity).suffix.lower() not in _INCLUDED:
            raise InputError("`{path}` cannot be included.", advice="Only MJML, HTML, CSS and text can.", path=path)
        return read_text(real, most=_LONGEST_INCLUDE), identity

    def notices(self) -> list[MailwrightError]:
        """What is odd in ``workspace.toml`` and the templates' files: unknown keys, and files that cannot be read."""
        files: dict[Path, type[BaseModel]] = {self.root / WORKSPACE: WorkspaceSettings}
        files |= {template.root / META: TemplateMeta for template in self.templates()}
        found: list[MailwrightError] = []
        for path, model in files.items():
            try:
                read_toml(path, model)
                found += unknown_keys(path, model)
            except MailwrightError as error:
                found.append(error)
        return found

    def lock(self, document: Path) -> DocumentLock:
        """The lock of one document (a template's folder or a file) of this workspace; not yet taken."""
        return DocumentLock(self.root, document)

    def database(self) -> Database:
        """The workspace's database, up to date; made when it is not there yet. Raises StorageError."""
        from templates.store.database import open_database  # SQLAlchemy is slow to load

        return open_database(self.settings.database.url, self.root)
