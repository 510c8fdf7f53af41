"""Moving templates from one brand of a workspace to another, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from templates.brands.library import existing
from templates.brands.references import brand_of_template, modules_of, moved_references, users_of, write_all
from templates.errors import InputError, MailwrightError
from templates.files import read_text
from templates.locks import writing
from templates.module_links import linked_files
from templates.template_folder import META, TemplateFolder
from templates.toml_files import updated_toml
from templates.workspace import Workspace

Progress = Callable[[int, int, str], object]


@dataclass(frozen=True)
class MovedTemplate:
    """A template that changed its brand: the texts of its files before and after, by their path in its folder.

    ``modules`` are the saved modules that it links and that go on naming files of the old brand.
    """

    name: str
    old: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    modules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """What was moved, and why the others were left as they are."""

    to: str
    changed: tuple[MovedTemplate, ...]
    skipped: tuple[MailwrightError, ...]


def move_templates(
    workspace: Workspace, names: Sequence[str], to: str, *, on_progress: Progress | None = None
) -> Moved:
    """Let templates be of the brand ``to``: their setting, and each path of the old brand that the new one has too.

    Values that were written by hand stay. A template that is open elsewhere or damaged is skipped with its sentence;
    each of the others changes wholly. Raises InputError when there is no such brand or template.
    """
    existing(workspace, to)
    changed, skipped = [], []
    for done, template in enumerate([workspace.template(name) for name in names], 1):
        try:
            moved = _moved(workspace, template, to)
        except MailwrightError as error:
            skipped.append(error)
        else:
            changed += [moved] if moved.after else []
        if on_progress:
            on_progress(done, len(names), template.name)
    return Moved(to, tuple(changed), tuple(skipped))


def move_back(workspace: Workspace, moved: Moved) -> list[MailwrightError]:
    """Write the files as they were; return why a template was left: changed since, open elsewhere, or gone."""
    left = []
    for one in moved.changed:
        try:
            _put_back(workspace, one)
        except MailwrightError as error:
            left.append(error)
    return left


def movable(workspace: Workspace, to: str) -> list[str]:
    """Return the names of the templates that are of another brand than ``to``, or name files of another one."""
    others = [slug for slug in workspace.brands() if slug != to]
    users = {name for slug in others for name in users_of(workspace, slug)}
    return [template.name for template in workspace.templates() if template.name in users]


def _moved(workspace: Workspace, template: TemplateFolder, to: str) -> MovedTemplate:
    with writing(workspace.lock(template.mjml_path)):
        old = brand_of_template(workspace, template)
        texts = moved_references(workspace, template, old, to) if old != to else {}
        settings = template.root / META
        written = updated_toml(read_text(settings), {"brand": to}, str(settings))
        if written != read_text(settings):
            texts[settings] = written
        before = {path: read_text(path) for path in texts}
        write_all(texts)
    linked = _links(workspace, template) & set(modules_of(workspace, old)) if old != to else set()
    return MovedTemplate(
        template.name, old, _by_name(before, template.root), _by_name(texts, template.root), tuple(sorted(linked))
    )


def _links(workspace: Workspace, template: TemplateFolder) -> set[str]:
    return linked_files(template.text(), template.id)


def _by_name(texts: Mapping[Path, str], root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): text for path, text in texts.items()}


def _put_back(workspace: Workspace, moved: MovedTemplate) -> None:
    template = workspace.template(moved.name)
    with writing(workspace.lock(template.mjml_path)):
        if any(read_text(template.root / path) != text for path, text in moved.after.items()):
            raise InputError(
                "`{name}` was changed since it was moved, so it stays with its brand.",
                advice="Move it back by itself.",
                name=moved.name,
            )
        write_all({template.root / path: text for path, text in moved.before.items()})
