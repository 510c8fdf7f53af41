"""The zip with every template twice: with its tags kept for a sending service, and rendered with sample data.

Each form comes as HTML and as flattened standard MJML that any MJML tool compiles to the same HTML (before inlining).
The brand is baked in; the pictures lie beside in ``images/``.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from templates.assemble import assemble, assemble_tagged, brand_of
from templates.compile.pipeline import Build
from templates.errors import Cancelled
from templates.files import storage_errors, write_bytes
from templates.starters import starters
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

Progress = Callable[[int, int, str], bool | None]

_README = """\
{name}
{line}

tagged/    templates for a sending service: the tags (Jinja) are kept, the brand is baked in
rendered/  the same templates filled with the data set "{data}", each with its plain-text part
images/    the pictures that both point at; upload them and replace "../images/" by their address
data/      the data sets of each template
brand.json the brand's values

Each .mjml is standard MJML without includes: any MJML tool compiles it to the HTML beside it
(before styles are inlined).
"""


@dataclass(frozen=True)
class Exported:
    """What the zip holds: the names of the templates, and how many pictures lie beside them."""

    path: Path
    templates: tuple[str, ...]
    pictures: int


def export_zip(
    workspace: Workspace,
    path: Path,
    names: Sequence[str] = (),
    *,
    data: str = "default",
    on_progress: Progress | None = None,
) -> Exported:
    """Write the templates ``names`` (all of them when empty) to the zip ``path``, which is replaced in one step.

    ``on_progress(done, total, name)`` is called after each template; when it returns False the export stops and
    raises Cancelled, and ``path`` is as it was. Raises the errors of ``assemble`` and ``assemble_tagged``.
    """
    folders = _in_order([workspace.template(name) for name in names] or workspace.templates())
    pictures: dict[str, Path] = {}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        brands: dict[str, object] = {}
        for done, folder in enumerate(folders, 1):
            for name, content in _entries(workspace, folder, done, data, pictures):
                _add(archive, name, content)
            brands[folder.meta.brand or workspace.settings.brand] = brand_of(workspace, folder)
            if on_progress and on_progress(done, len(folders), folder.name) is False:
                raise Cancelled("The export was cancelled; nothing was written.", place=path)
        for name, source in pictures.items():
            with storage_errors(source):
                _add(archive, f"images/{name}", source.read_bytes())
        _add(archive, "brand.json", json.dumps(brands, ensure_ascii=False, indent=2))
        title = workspace.settings.name
        _add(archive, "README.txt", _README.format(name=title, line="=" * len(title), data=data))
    write_bytes(path, whole.getvalue())
    return Exported(path, tuple(folder.name for folder in folders), len(pictures))


def _entries(
    workspace: Workspace, folder: TemplateFolder, place: int, data: str, pictures: dict[str, Path]
) -> Iterator[tuple[str, str]]:
    """Yield (name in the zip, text) of one template; adds the pictures it needs to ``pictures``."""
    stem = f"{_number(folder, place):02d}-{folder.name}"

    def image_url(path: str) -> str:
        name = _flat_name(path)
        pictures[name] = workspace.file(path)
        return f"../images/{quote(name)}"

    forms: dict[str, Build] = {
        "tagged": assemble_tagged(workspace, folder.name, image_url=image_url),
        "rendered": assemble(workspace, folder.name, data=data, image_url=image_url),
    }
    for form, mail in forms.items():
        yield f"{form}/{stem}.html", mail.html
        yield f"{form}/{stem}.mjml", mail.mjml
        yield f"{form}/{stem}.txt", mail.text
    for name in folder.data_sets():
        yield f"data/{stem}/{name}.json", json.dumps(folder.data(name), ensure_ascii=False, indent=2)


def _in_order(folders: Sequence[TemplateFolder]) -> list[TemplateFolder]:
    """Those made from starters first and in the starters' order, then by name."""
    return sorted(folders, key=lambda folder: (_number(folder, 99), folder.name))


def _number(folder: TemplateFolder, otherwise: int) -> int:
    numbers = {one.name: one.number for one in starters()}
    return numbers.get(folder.meta.starter, otherwise)


def _flat_name(path: str) -> str:
    """One folder of pictures: ``brands/acme/art/key.png`` becomes ``acme-key.png``."""
    parts = [part for part in PurePosixPath(path).parts if part not in {"brands", "templates", "art", "images"}]
    return "-".join(parts)


def _add(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    """Add a file with a fixed date, so that the same templates give the same zip."""
    entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
