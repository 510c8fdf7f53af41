"""A template's whole mail in the language of a sending service: HTML, MJML, plain text, subject and preheader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates.assemble import assemble_tagged, brand_of
from templates.compile.bake import bake
from templates.compile.context import unwrap
from templates.compile.include import resolve_includes
from templates.compile.source_map import MappedText
from templates.dialects import Dialect
from templates.dialects.finding import Finding, Need, Written
from templates.dialects.read import read
from templates.dialects.samples import completed
from templates.errors import Place, TemplateError
from templates.template_folder import MJML, TEXT, TemplateFolder
from templates.workspace import Workspace

PARTS = ("html", "mjml", "text", "subject", "preheader")
MARKUP = frozenset(["html", "mjml"])
Samples = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Translated:
    """A mail in another language.

    ``needs`` is what the service must be sent for every message; ``variables`` is a data set completed by that.
    """

    form: str
    html: str
    mjml: str
    text: str
    subject: str
    preheader: str
    findings: tuple[Finding, ...]
    needs: tuple[Need, ...]
    variables: Mapping[str, Any]

    @property
    def refused(self) -> bool:
        """Whether something of the template is missing here."""
        return any(one.level == "refusal" for one in self.findings)


def findings(workspace: Workspace, name: str, dialect: Dialect, form: str = "") -> tuple[Finding, ...]:
    """Return what ``dialect`` has to say about a template, by place, without building the mail.

    ``form`` is one of the dialect's, by default that of the template's kind. Raises TemplateError, LimitError,
    InputError and StorageError.
    """
    return _judged(workspace, workspace.template(name), dialect, form)[0]


def translate(
    workspace: Workspace,
    name: str,
    dialect: Dialect,
    *,
    form: str = "",
    data: str = "default",
    image_url: Callable[[str], str] | None = None,
) -> Translated:
    """Return the mail of a template in ``dialect``, without what it cannot say. Raises like ``assemble_tagged``."""
    folder = workspace.template(name)
    form = form or dialect.form_of(folder.meta.kind)
    found, needs = _judged(workspace, folder, dialect, form)
    built = assemble_tagged(workspace, name, image_url=image_url)
    parts: dict[str, str] = {}
    for part in PARTS:
        source = MappedText.of_file(getattr(built, part), folder.id)
        written = dialect.write(read(source, markup=part in MARKUP), form=form, language=folder.meta.language)
        parts[part] = written.text
        found += _unforeseen(written, found, folder)
    sample = unwrap(folder.data(data))["var"] if data in folder.data_sets() else {}
    return Translated(form=form, findings=found, needs=needs, variables=completed(sample, needs), **parts)


def _judged(
    workspace: Workspace, folder: TemplateFolder, dialect: Dialect, form: str
) -> tuple[tuple[Finding, ...], tuple[Need, ...]]:
    """Return what the source says: there, and only there, every finding has its line."""
    form = form or dialect.form_of(folder.meta.kind)
    samples = [unwrap(folder.data(name)) for name in folder.data_sets()]
    brand = {"brand": brand_of(workspace, folder)}
    sources = [(resolve_includes(folder.text(), folder.id, workspace.include), True)]
    if (own := folder.text_part()) is not None:
        sources.append((MappedText.of_file(own, folder.id.replace(MJML, TEXT)), False))
    written = [
        dialect.write(
            read(bake(source, brand), markup=markup), form=form, language=folder.meta.language, samples=samples
        )
        for source, markup in sources
    ]
    return _once(written), tuple(need for part in written for need in part.needs)


def _once(written: Sequence[Written]) -> tuple[Finding, ...]:
    """Return the findings by place; what the MJML was warned of is not said of the text part again."""
    found: list[Finding] = []
    for part in written:
        said = {(one.code, one.error.what) for one in found if one.level == "warning"}
        found += (one for one in part.findings if (one.code, one.error.what) not in said)
    return tuple(sorted(found, key=lambda one: one.key))


def _unforeseen(written: Written, found: Sequence[Finding], folder: TemplateFolder) -> tuple[Finding, ...]:
    """Return what only the built mail showed: the file is its place."""
    known = {one.code for one in found}
    new = {one.code: one.error for one in written.refused if one.code not in known and not one.mended}
    return tuple(
        Finding(
            code,
            "refusal",
            TemplateError(error.pattern, advice=error.advice_pattern, place=Place(folder.id), **error.values),
        )
        for code, error in new.items()
    )
