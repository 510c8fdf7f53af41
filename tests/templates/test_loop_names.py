"""What tags may name inside loops."""

from __future__ import annotations

import pytest

from templates.loop_names import loop_fields
from templates.source.parse import parse

NESTED = "{% for order in orders %}{% for row in order.rows|each %}HERE{% endfor %}AFTER{% endfor %}OUT"
DATA = {"orders": [{"id": 1, "rows": [{"name": "Lamp"}, {"name": "Bag", "old price": 3}]}, {"id": 2, "rows": []}]}


def paths(text: str, mark: str, data: dict[str, object]) -> list[str]:
    """The paths of the fields at ``mark``."""
    return [one.path for one in loop_fields(parse(text), text.index(mark), data)]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("HERE", ["row.name", 'row["old price"]', "order.id", "order.rows"]),
        ("AFTER", ["order.id", "order.rows"]),
        ("OUT", []),
    ],
)
def test_the_innermost_loop_comes_first(mark, expected):
    """With the fields of the list's items, also those that only some have."""
    assert paths(NESTED, mark, DATA) == expected


def test_a_field_that_some_items_lack_is_told():
    """A tag that prints it needs something in its place."""
    found = {one.path: one.always for one in loop_fields(parse(NESTED), NESTED.index("HERE"), DATA)}
    assert found["row.name"]
    assert not found['row["old price"]']


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("{% for one in tags %}HERE{% endfor %}", {"tags": ["a", "b"]}, [("one", "a")]),
        ("{% for one in tags[:3] %}HERE{% endfor %}", {"tags": ["a"]}, [("one", "a")]),
        ("{% for one in tags %}HERE{% endfor %}", {"tags": {"x": {"y": 1}}}, [("one.y", 1)]),
        ("{% for one in tags %}HERE{% endfor %}", {}, [("one", None)]),
        ("{% for one in tags %}HERE{% endfor %}", {"tags": 5}, [("one", None)]),
        ("{% for k, v in tags.items() %}HERE{% endfor %}", {"tags": {}}, []),
        ("{% for one in tags %}x{% else %}HERE{% endfor %}", {"tags": ["a"]}, []),
    ],
)
def test_lists_of_every_kind(text, data, expected):
    """Plain values, limits, objects, missing lists; what is no name gives nothing, nor does the else branch."""
    assert [(one.path, one.value) for one in loop_fields(parse(text), text.index("HERE"), data)] == expected
