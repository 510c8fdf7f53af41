"""Every name that a template can reach: what it must be (``shapes_of``), and what is wrong with it (``report``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from templates.assemble import values_of
from templates.compile.include import IncludeResolver
from templates.dynamic.properties import PropertyType, load_properties
from templates.dynamic.report import Known, Report, UsedAt, Variable, report_on
from templates.dynamic.segment import load_segments
from templates.dynamic.shape import Shape
from templates.dynamic.usage.reading import read
from templates.dynamic.usage.shapes import shapes_in
from templates.errors import MailwrightError
from templates.workspace import Workspace

__all__ = ["Known", "Report", "UsedAt", "Variable", "known_of", "report", "report_of", "shapes_of"]


def shapes_of(
    text: str,
    *,
    include: IncludeResolver | None = None,
    name: str = "",
    data_sets: Mapping[str, Mapping[str, Any]] | None = None,
    properties: Mapping[str, PropertyType] | None = None,
) -> dict[str, Shape]:
    """Return the shape of every variable that the template ``text`` of the file ``name`` uses, by its name.

    ``contact`` and ``segment`` are objects with the fields that are used. ``data_sets`` (by name, in any of their
    three shapes) and ``properties`` (of contacts.toml) say what the text alone does not. Raises TemplateError with its
    place for a text that cannot be read, LimitError.
    """
    return shapes_in(read(text, include=include, name=name), data_sets or {}, properties or {})


def report(
    text: str,
    *,
    include: IncludeResolver | None = None,
    name: str = "",
    data_sets: Mapping[str, Mapping[str, Any]] | None = None,
    known: Known | None = None,
) -> Report:
    """Return the strict report on the template ``text`` of the file ``name``. Raises like ``shapes_of``.

    Runs the template once with each data set, for two seconds at most.
    """
    reading = read(text, include=include, name=name)
    return report_on(reading, text, name, data_sets or {}, known or Known())


def report_of(
    workspace: Workspace,
    template: str,
    *,
    text: str | None = None,
    data_sets: Mapping[str, Mapping[str, Any]] | None = None,
) -> Report:
    """Return the strict report on a template of a workspace; ``text`` and ``data_sets`` in place of those on disk.

    Reads files. Raises TemplateError, LimitError, InputError, StorageError.
    """
    folder = workspace.template(template)
    if data_sets is None:
        data_sets = {name: folder.data(name) for name in folder.data_sets()}
    said = folder.text() if text is None else text
    found = report(
        said, include=workspace.include, name=folder.id, data_sets=data_sets, known=known_of(workspace, template)
    )
    elsewhere = _names_in(folder.text_part() or "") if found.unused else frozenset()
    return replace(found, unused=tuple(name for name in found.unused if name not in elsewhere))


def _names_in(text_part: str) -> frozenset[str]:
    """The variables that the plain-text part uses; none of one that cannot be read, as the build says."""
    try:
        return frozenset(use.path[1] for use in read(text_part).uses if use.path[0] == "var")
    except MailwrightError:
        return frozenset()


def known_of(workspace: Workspace, template: str) -> Known:
    """Return what a template of a workspace may name besides its variables. Files that are damaged are left out."""
    try:
        values = values_of(workspace, template, data={})
    except MailwrightError:
        values = {}
    try:
        properties = load_properties(workspace)
    except MailwrightError:
        properties = {}
    try:
        segments = frozenset(segment.id for segment in load_segments(workspace))
    except MailwrightError:
        segments = frozenset()
    said = {name: values.get(name) for name in ("brand", "links", "sender", "today")}
    return Known(**said, properties=properties, segments=segments)
