"""The shape of every name that a template uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from templates.compile.context import unwrap
from templates.dynamic.properties import PropertyType
from templates.dynamic.shape import Shape
from templates.dynamic.usage.infer import Inference, Node, tree_of
from templates.dynamic.usage.reading import Reading
from templates.dynamic.usage.surroundings import Surroundings
from templates.dynamic.usage.use import VARIABLE
from templates.errors import MailwrightError

ENVELOPE_KEYS = {"var": "var", "data": "contact", "segment": "segment"}
"""Where a data set has the values of which namespace."""


def shapes_in(
    reading: Reading, data_sets: Mapping[str, Mapping[str, Any]], properties: Mapping[str, PropertyType]
) -> dict[str, Shape]:
    """Return the shapes by the variables' names; ``contact`` and ``segment`` are objects of what is used of them."""
    root = tree_of(reading.uses)
    inference = Inference(Surroundings(reading.source.text), properties)
    values = values_by_namespace(data_sets.values())
    shapes = {
        name: inference.shape(child, [one[name] for one in values[VARIABLE] if name in one])
        for name, child in root.children.get(VARIABLE, Node(())).children.items()
    }
    if node := root.children.get("contact"):
        shapes["contact"] = inference.shape(node, values["contact"])
    if node := root.children.get("segment"):  # who is not in it is outside: nothing that could be missing
        shapes["segment"] = Shape("object", {name: Shape("boolean") for name in node.children})
    return shapes


def values_by_namespace(data_sets: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Return what the data sets hold for each namespace; what is no data set is left out."""
    found: dict[str, list[Mapping[str, Any]]] = {name: [] for name in ENVELOPE_KEYS.values()}
    for data in data_sets:
        try:
            parts = unwrap(data)
        except MailwrightError:
            continue
        for key, name in ENVELOPE_KEYS.items():
            found[name].append(parts[key])
    return found
