"""The zip of templates: in Jinja (tags kept, and rendered with sample data), or in the language of a sending service.

Each form comes as HTML and as flattened standard MJML that any MJML tool compiles to the same HTML (before inlining).
The brand is baked in; the pictures lie beside in ``images/``.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from templates.assemble import assemble, assemble_tagged, brand_of
from templates.compile.pipeline import Build
from templates.delivery.dialect_files import README, mail_files, report
from templates.delivery.translate import translate
from templates.dialects import Dialect, dialects
from templates.dialects.finding import Finding
from templates.errors import Cancelled, InputError
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
_RENDERED = """\
{name}
{line}

rendered/  the templates filled with the data set "{data}", each with its plain-text part
images/    the pictures that they point at; upload them and replace "../images/" by their address
data/      the data sets of each template
brand.json the brand's values
"""
JINJA, RENDERED = "jinja", "rendered"


@dataclass(frozen=True)
class Exported:
    """What the zip holds: the names of the templates, and how many pictures lie beside them.

    ``findings`` are those of every template, by name; ``left_out`` are the templates that the language cannot say. When
    it can say none of them nothing is written.
    """

    path: Path
    templates: tuple[str, ...]
    pictures: int
    findings: tuple[tuple[str, tuple[Finding, ...]], ...] = ()
    left_out: tuple[str, ...] = ()


def export_zip(
    workspace: Workspace,
    path: Path,
    names: Sequence[str] = (),
    *,
    data: str = "default",
    dialect: str = JINJA,
    form: str = "",
    accept: bool = False,
    on_progress: Progress | None = None,
) -> Exported:
    """Write the templates ``names`` (all of them when empty) to the zip ``path``, which is replaced in one step.

    ``dialect`` is ``jinja``, ``rendered`` (filled with the data set ``data``, no tags) or one of ``dialects()``, in
    ``form`` or in that of each template's kind. A template that the language cannot say is left out, or with
    ``accept`` written without what it cannot say.

    ``on_progress(done, total, name)`` is called after each template; when it returns False the export stops and
    raises Cancelled, and ``path`` is as it was. Raises InputError for an unknown dialect or form, and the errors of
    ``assemble`` and ``assemble_tagged``.
    """
    folders = _in_order([workspace.template(name) for name in names] or workspace.templates())
    made = _Zip(workspace, data, language(dialect, form), form, accept=accept, rendered_only=dialect == RENDERED)
    with closing(made) as work:
        for done, folder in enumerate(folders, 1):
            work.add(folder, f"{_number(folder, done):02d}-{folder.name}")
            if on_progress and on_progress(done, len(folders), folder.name) is False:
                raise Cancelled("The export was cancelled; nothing was written.", place=path)
        if work.written:
            write_bytes(path, work.whole())
    left_out = tuple(folder.name for folder in folders if folder.name not in work.written)
    return Exported(path, tuple(work.written), len(work.pictures), tuple(work.findings), left_out)


def language(dialect: str, form: str = "") -> Dialect | None:
    """Return the service's language of that name, None for Jinja. Raises InputError for one that is not there."""
    if dialect in {JINJA, RENDERED}:
        if form:
            raise InputError(
                "`{dialect}` has no forms.", advice="Leave the form out, or name a service's dialect.", dialect=dialect
            )
        return None
    found = dialects().get(dialect)
    if found is None:
        raise InputError(
            "There is no dialect `{dialect}`.",
            advice="There are: {known}.",
            dialect=dialect,
            known=", ".join([JINJA, RENDERED, *dialects()]),
        )
    if form and form not in found.forms:
        raise InputError(
            "{title} has no form `{form}`.",
            advice="It has: {forms}.",
            title=found.title,
            form=form,
            forms=", ".join(found.forms),
        )
    return found


class _Zip:
    """A zip in the making."""

    def __init__(
        self,
        workspace: Workspace,
        data: str,
        dialect: Dialect | None,
        form: str,
        *,
        accept: bool,
        rendered_only: bool,
    ) -> None:
        self.written: list[str] = []
        self.pictures: dict[str, Path] = {}
        self.findings: list[tuple[str, tuple[Finding, ...]]] = []
        self._workspace = workspace
        self._data = data
        self._dialect = dialect
        self._form = form
        self._accept = accept
        self._rendered_only = rendered_only
        self._brands: dict[str, object] = {}
        self._bytes = io.BytesIO()
        self._archive = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_DEFLATED)

    def add(self, folder: TemplateFolder, stem: str) -> None:
        """Add one template, unless the language cannot say it."""
        if self._dialect is None:
            files = self._tagged_and_rendered(folder, stem)
        else:
            files = self._translated(self._dialect, folder, stem)
        for name, content in files:
            _add(self._archive, name, content)
            if folder.name not in self.written:
                self.written.append(folder.name)

    def whole(self) -> bytes:
        """Close the zip and return it."""
        for name, source in self.pictures.items():
            with storage_errors(source):
                _add(self._archive, f"images/{name}", source.read_bytes())
        for name, text in self._about():
            _add(self._archive, name, text)
        self.close()
        return self._bytes.getvalue()

    def close(self) -> None:
        """End the archive before the bytes that it writes to are gone."""
        self._archive.close()

    def _about(self) -> Iterator[tuple[str, str]]:
        title = self._workspace.settings.name
        values = {"name": title, "line": "=" * len(title), "data": self._data}
        if self._dialect is None:
            yield "brand.json", json.dumps(self._brands, ensure_ascii=False, indent=2)
            yield "README.txt", (_RENDERED if self._rendered_only else _README).format(**values)
            return
        left_out = [name for name, _ in self.findings if name not in self.written]
        if text := report(self.findings, left_out):
            yield "report.txt", text
        yield "README.txt", README.format(folder=self._dialect.name, title=self._dialect.title, **values)

    def _tagged_and_rendered(self, folder: TemplateFolder, stem: str) -> Iterator[tuple[str, str]]:
        """Yield (name in the zip, text) of one template; adds the pictures it needs to ``pictures``."""
        image_url, name = self._image_url, folder.name
        forms: dict[str, Build] = {}
        if not self._rendered_only:
            forms["tagged"] = assemble_tagged(self._workspace, name, image_url=image_url)
        forms["rendered"] = assemble(self._workspace, name, data=self._data, image_url=image_url)
        for form, mail in forms.items():
            yield f"{form}/{stem}.html", mail.html
            yield f"{form}/{stem}.mjml", mail.mjml
            yield f"{form}/{stem}.txt", mail.text
        for data_set in folder.data_sets():
            yield f"data/{stem}/{data_set}.json", json.dumps(folder.data(data_set), ensure_ascii=False, indent=2)
        self._brands[folder.meta.brand or self._workspace.settings.brand] = brand_of(self._workspace, folder)

    def _translated(self, dialect: Dialect, folder: TemplateFolder, stem: str) -> Iterator[tuple[str, str]]:
        """Yield the files of one template in the service's language; none when it is left out."""
        pictures = dict(self.pictures)
        mail = translate(
            self._workspace, folder.name, dialect, form=self._form, data=self._data, image_url=self._image_url
        )
        self.findings.append((folder.name, mail.findings))
        if mail.refused and not self._accept:
            self.pictures = pictures
            return
        sender = str(brand_of(self._workspace, folder)["name"])
        yield from mail_files(dialect, folder, stem, mail, sender)

    def _image_url(self, path: str) -> str:
        name = _flat_name(path)
        self.pictures[name] = self._workspace.file(path)
        return f"../images/{quote(name)}"


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
