"""Sample values in the place of those that a data set lacks, so that the whole mail can be drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from templates.compile.context import unwrap
from templates.compile.include import IncludeResolver
from templates.data.sample_values import Taste, sample
from templates.data.values import pictures_of, variables_of
from templates.dynamic.shape import Shape
from templates.dynamic.variables import shapes_of
from templates.errors import MailwrightError
from templates.workspace import Workspace

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def taste_of(workspace: Workspace, template: str, today: date) -> Taste:
    """Return what samples for a template follow: its language and its brand's pictures."""
    meta = workspace.template(template).meta
    return Taste(meta.language, pictures_of(workspace, meta.brand or workspace.settings.brand), today)


class Samples:
    """Fills the data of one template again and again; while only words change, nothing is read anew."""

    def __init__(self, include: IncludeResolver, name: str) -> None:
        """``include`` and ``name`` as in ``build``."""
        self._include, self._name = include, name
        self._done: tuple[object, Mapping[str, Any], Mapping[str, Any]] = (None, {}, {})

    def filled(self, text: str, data: Mapping[str, Any], taste: Taste) -> Mapping[str, Any]:
        """Return ``data`` with a sample for everything that ``text`` cannot be built without.

        A list without items gets one, for there would be nothing to see of its loop. What has a default stays away. A
        text that cannot be read gets no samples: building it says what is wrong.
        """
        tags = _TAGS.findall(text)
        if self._done[:2] != (tags, data):
            self._done = (tags, data, self._filled(text, data, taste))
        return self._done[2]

    def _filled(self, text: str, data: Mapping[str, Any], taste: Taste) -> Mapping[str, Any]:
        try:
            shapes = shapes_of(text, include=self._include, name=self._name, data_sets={"": data})
        except MailwrightError:
            return data
        parts = unwrap(data)
        contact = shapes.get("contact", Shape("object")).fields
        return {
            "var": _with_fields(parts["var"], variables_of(shapes), taste),
            "data": _with_fields(parts["data"], contact, taste),
            "segment": parts["segment"],
        }


def _with_fields(given: Mapping[str, Any], fields: Mapping[str, Shape], taste: Taste) -> dict[str, Any]:
    found = dict(given)
    for name, shape in fields.items():
        if found.get(name) is not None:
            found[name] = _completed(found[name], shape, name, taste)
        elif shape.required or shape.when:
            found[name] = _sample(shape, name, taste)
    return found


def _completed(value: Any, shape: Shape, name: str, taste: Taste) -> Any:
    """Return a value that is there with a sample for what is missing in it."""
    if shape.kind == "object" and isinstance(value, Mapping):
        return _with_fields(value, shape.fields, taste)
    if shape.kind == "list" and isinstance(value, list):
        item = shape.item or Shape()
        return [_completed(one, item, name, taste) for one in value] or [_sample(item, name, taste)]
    return value


def _sample(shape: Shape, name: str, taste: Taste) -> Any:
    if shape.kind == "object":
        return {field: _sample(inner, field, taste) for field, inner in shape.fields.items()}
    if shape.kind == "list":
        return [_sample(shape.item or Shape(), name.removesuffix("s"), taste)]
    return sample(name, shape.kind, 0, taste)
