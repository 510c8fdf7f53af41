"""What can be done with the brands of a workspace: listed, copied, renamed, made the default, deleted, taken back.

Whatever changes a file holds its lock meanwhile. A new brand is filled under a hidden name and appears at once, whole;
a deleted one waits in ``<workspace>/.trash/brands``.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from templates.brand.store import load_brand, update_brand
from templates.brands.references import own_references, renamed_references, users_of, write_all
from templates.errors import InputError, MailwrightError
from templates.files import read_text, storage_errors
from templates.generate import slug_from
from templates.locks import writing
from templates.template_folder import META, MJML, TemplateFolder
from templates.toml_files import update_toml, updated_toml
from templates.trash import FOLDER as TRASH
from templates.workspace import Workspace
from templates.workspace_new import WORKSPACE
from templates.workspace_paths import path_from_root

LONGEST_SLUG = 40
_STAMP = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True)
class BrandEntry:
    """A brand as a list shows it; ``error`` says why its file cannot be read, then the values are empty."""

    slug: str
    name: str
    primary: str = ""
    logo: Path = Path()
    is_default: bool = False
    error: MailwrightError | None = None


@dataclass(frozen=True)
class DeletedBrand:
    """A brand in the trash: its folder name, where it lies now, and the default brand from before."""

    slug: str
    path: Path
    default: str


def brand_entries(workspace: Workspace) -> list[BrandEntry]:
    """Return the brands by name. Reads one small file a brand; a damaged one has its error. Raises StorageError."""
    default = shown_default(workspace)
    entries = [_entry(workspace, slug, is_default=slug == default) for slug in workspace.brands() if slug[0] != "."]
    return sorted(entries, key=lambda entry: (entry.name.casefold(), entry.slug))


def shown_default(workspace: Workspace) -> str:
    """Return the default brand, or the first one where the setting names none that exists; "" without any."""
    brands = workspace.brands()
    default = workspace.settings.brand
    return default if default in brands else next(iter(brands), "")


def check_slug(workspace: Workspace, slug: str, *, instead_of: str = "") -> None:
    """Raise InputError unless ``slug`` can be a new brand's folder; ``instead_of`` is the one that is renamed."""
    workspace.brand_folder(slug)
    if len(slug) > LONGEST_SLUG:
        raise InputError("`{slug}` is too long: at most {most} characters.", slug=slug, most=LONGEST_SLUG)
    path_from_root(f"brands/{slug}")
    if slug.casefold() in _taken(workspace) - {instead_of.casefold()}:
        raise InputError("There is a brand `{slug}` already.", advice="Choose another name.", slug=slug)


def free_slug(workspace: Workspace, name: str, *, besides: Iterable[str] = ()) -> str:
    """Return the folder name for a brand of this name, with a number when it is taken: ``acme``, ``acme-2``."""
    taken = _taken(workspace) | set(besides)
    wanted = slug_from(name)
    slug, number = wanted, 1
    while slug.casefold() in taken:
        number += 1
        slug = f"{wanted[: LONGEST_SLUG - 4].strip('-')}-{number}"
    return slug


def copy_brand(workspace: Workspace, slug: str, name: str) -> str:
    """Copy a brand with everything in its folder under another ``name``; return the copy's folder name.

    Parts that were edited by hand stay so. Raises InputError, StorageError; nothing is left behind then.
    """
    source = existing(workspace, slug)
    new = free_slug(workspace, name)
    with new_brand_folder(workspace, new) as folder:
        with storage_errors(source):
            shutil.copytree(source, folder, dirs_exist_ok=True, ignore=_hidden_and_links)
        write_all(own_references(folder, slug, new))
        update_brand(folder, name=name)
    return new


def rename_brand(workspace: Workspace, slug: str, new: str) -> Workspace:
    """Give a brand's folder another name; templates, modules, parts and the default follow. Return the workspace anew.

    All of it or nothing. Raises InputError, StorageError (also when a template that follows is open elsewhere).
    """
    source = existing(workspace, slug)
    if new == slug:
        return workspace
    check_slug(workspace, new, instead_of=slug)
    target = workspace.brand_folder(new)
    with contextlib.ExitStack() as held:
        held.enter_context(writing(workspace.lock(source)))
        changes = renamed_references(workspace, slug, new) | _renamed_settings(workspace, slug, new)
        for path in sorted({_locked(workspace, path) for path in changes if not path.is_relative_to(source)}):
            held.enter_context(writing(workspace.lock(path)))
        _move(source, target)
        try:
            write_all({_after(path, source, target): text for path, text in changes.items()})
        except MailwrightError:
            _move(target, source)
            raise
    return Workspace.open(workspace.root)


def make_default(workspace: Workspace, slug: str) -> Workspace:
    """Let templates that name no brand have this one ("" for none). Return the workspace anew.

    Raises InputError, StorageError.
    """
    if slug:
        existing(workspace, slug)
    update_toml(workspace.root / WORKSPACE, {"brand": slug})
    return Workspace.open(workspace.root)


def delete_brand(workspace: Workspace, slug: str) -> DeletedBrand:
    """Move a brand to the trash; another one becomes the default where it was that.

    Raises InputError while a template uses it, StorageError.
    """
    folder = existing(workspace, slug)
    users = users_of(workspace, slug)
    if users:
        raise InputError(
            "The brand `{slug}` is used by {count} templates, {first} among them.",
            advice="Move them to another brand first.",
            slug=slug,
            count=len(users),
            first=users[0],
        )
    before = workspace.settings.brand
    target = workspace.root / TRASH / "brands" / f"{datetime.now(UTC).strftime(_STAMP)}_{slug}"
    with writing(workspace.lock(folder)):
        with storage_errors(folder):
            target.parent.mkdir(parents=True, exist_ok=True)
        _move(folder, target)
        try:
            if before == slug:
                make_default(workspace, shown_default(workspace))
        except MailwrightError:
            _move(target, folder)
            raise
    return DeletedBrand(slug, target, before)


def restore_brand(workspace: Workspace, deleted: DeletedBrand) -> str:
    """Put a deleted brand back, as the default where it was that; return its folder name.

    Raises InputError when its name was given to another meanwhile or it is gone from the trash, StorageError.
    """
    check_slug(workspace, deleted.slug)
    if not deleted.path.is_dir():
        raise InputError("The deleted brand `{slug}` is gone from the trash.", slug=deleted.slug)
    folder = workspace.brand_folder(deleted.slug)
    with storage_errors(folder):
        folder.parent.mkdir(exist_ok=True)
    _move(deleted.path, folder)
    if deleted.default == deleted.slug:
        make_default(workspace, deleted.slug)
    return deleted.slug


def existing(workspace: Workspace, slug: str) -> Path:
    """Return the folder of a brand that there is. Raises InputError."""
    folder = workspace.brand_folder(slug)
    if slug not in workspace.brands():
        raise InputError("There is no brand `{slug}`.", advice="The workspace lists what it has.", slug=slug)
    return folder


@contextlib.contextmanager
def new_brand_folder(workspace: Workspace, slug: str) -> Iterator[Path]:
    """A hidden folder to be filled, which then becomes ``brands/<slug>``; taken away again when that fails."""
    check_slug(workspace, slug)
    with storage_errors(workspace.root):
        (workspace.root / "brands").mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=workspace.root))  # not in brands/: it would be listed
        folder.chmod(0o755)
    try:
        yield folder
        _move(folder, workspace.brand_folder(slug))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _entry(workspace: Workspace, slug: str, *, is_default: bool) -> BrandEntry:
    try:
        brand = load_brand(workspace.brand_folder(slug))
    except MailwrightError as error:
        return BrandEntry(slug, slug, is_default=is_default, error=error)
    return BrandEntry(slug, brand.name, brand.primary, brand.logo.square, is_default)


def _taken(workspace: Workspace) -> set[str]:
    folder = workspace.root / "brands"
    with storage_errors(folder):
        return {path.name.casefold() for path in folder.iterdir()} if folder.is_dir() else set()


def _renamed_settings(workspace: Workspace, old: str, new: str) -> dict[Path, str]:
    """The new texts of ``workspace.toml`` and of each ``template.toml`` that names the brand."""
    paths = [template.root / META for template in workspace.templates() if _own_brand(template) == old]
    if workspace.settings.brand == old:
        paths.append(workspace.root / WORKSPACE)
    return {path: updated_toml(read_text(path), {"brand": new}, str(path)) for path in paths}


def _own_brand(template: TemplateFolder) -> str:
    try:
        return template.meta.brand
    except MailwrightError:  # damaged: what it says is not known, and it is left alone
        return ""


def _locked(workspace: Workspace, path: Path) -> Path:
    """The document whose lock guards a file: a template's text for all that is in its folder, else the file itself."""
    inside = path.relative_to(workspace.root).parts
    return workspace.root / "templates" / inside[1] / MJML if inside[0] == "templates" else path


def _after(path: Path, source: Path, target: Path) -> Path:
    return target / path.relative_to(source) if path.is_relative_to(source) else path


def _move(source: Path, target: Path) -> None:
    with storage_errors(source):
        source.rename(target)


def _hidden_and_links(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name.startswith(".") or (Path(folder) / name).is_symlink()}
