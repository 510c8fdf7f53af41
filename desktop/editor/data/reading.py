"""What the form needs to know of a template and its workspace: read off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.document import OpenDocument
from desktop.editor.data.sets import MOST, parsed, set_names
from templates.data.data_set import side_of
from templates.dynamic.properties import load_properties
from templates.dynamic.segment import load_segments
from templates.dynamic.shape import Kind, Shape
from templates.dynamic.variables import shapes_of
from templates.errors import MailwrightError
from templates.files import read_text
from templates.workspace import Workspace

_KINDS: dict[str, Kind] = {
    "string": "text", "integer": "number", "float": "number", "boolean": "boolean", "date": "date", "list": "list",
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A text, and the sets that are not as they are on disk (None: removed)."""

    workspace: Workspace
    name: str
    text: str
    names: tuple[str, ...]
    edited: Mapping[str, str | None] = field(repr=False)


@dataclass(frozen=True)
class Known:
    """The shape of what the template uses, by name; the titles of segments by their id."""

    shapes: Mapping[str, Shape] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)

    @property
    def root(self) -> Shape:
        """The shape of ``{"var": …, "data": …, "segment": …}``."""
        variables = {name: shape for name, shape in self.shapes.items() if name not in {"contact", "segment"}}
        parts = {
            name: self.shapes.get(of, Shape("object")) for name, of in (("data", "contact"), ("segment", "segment"))
        }
        return Shape("object", {"var": Shape("object", variables), **parts})


def question_of(document: OpenDocument) -> Question:
    """Return what is to be read for a document as it is now."""
    names = tuple(set_names(document))
    changed = document.files.changed_sides()
    edited = {name: document.side(side_of(name)) for name in names if side_of(name) in changed}
    return Question(document.workspace, document.name, document.text, names, edited)


def read_known(question: Question) -> Known:
    """Return what the template uses, with the properties and segments of the workspace. Raises MailwrightError."""
    workspace = question.workspace
    folder = workspace.template(question.name)
    properties = load_properties(workspace)
    shapes = shapes_of(
        question.text,
        include=workspace.include,
        name=folder.id,
        data_sets=_sets(question),
        properties=properties,
    )
    contact = shapes.get("contact", Shape("object"))
    fields = {**{name: Shape(_KINDS[of_type]) for name, of_type in properties.items()}, **contact.fields}
    segments = {segment.id: segment.title for segment in load_segments(workspace)}
    asked = shapes.get("segment", Shape("object"))
    ticks = dict.fromkeys((*asked.fields, *segments), Shape("boolean"))
    return Known(
        {
            **shapes,
            "contact": Shape("object", fields),
            "segment": Shape("object", ticks),
        },
        segments,
    )


def _sets(question: Question) -> dict[str, Mapping[str, object]]:
    found: dict[str, Mapping[str, object]] = {}
    root = question.workspace.template(question.name).root
    for name in question.names:
        try:
            path = root / side_of(name)
            text = (
                question.edited.get(name)
                if name in question.edited
                else read_text(path, most=MOST)
                if path.is_file()
                else None
            )
        except MailwrightError:
            continue  # too large, or not to be read: the panel says it when somebody chooses it
        written = parsed(text or "", name)
        if written.fault is None:
            found[name] = written.data
    return found
