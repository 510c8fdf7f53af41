"""Running a template to see all that it misses."""

from __future__ import annotations

import pytest

from templates.compile.source_map import MappedText
from templates.dynamic.usage.trial import misses


def missed(text: str, **values: object) -> list[tuple[str, ...]]:
    return [miss.names for miss in misses(MappedText.of_file(text, "t"), values)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "{{ x + 1 }}",
        "{% if x > 2 %}{% endif %}",
        "{% for a in x %}{% endfor %}",
        "{{ x|upper }}",
        "{{ x() }}",
    ],
)
def test_any_use_counts(text: str) -> None:
    """Printing, calculating, comparing, looping, filtering, calling."""
    assert missed(text)[0] == ("x",)


def test_the_run_goes_on_behind_a_miss() -> None:
    """To the end of the mail, or to what no mail survives."""
    assert missed("{{ a }}{{ b.c.d }}{% for n in 5 %}{% endfor %}{{ e }}") == [("a",), ("b", "c", "d"), ("e",)]
    assert missed("{{ a }}{{ 1 / 0 }}{{ b }}") == [("a",)]


def test_what_has_a_default_is_not_missed() -> None:
    """Asking whether it is there is no use of it."""
    assert missed('{{ a|default("") }}{{ b is defined }}{% if c is none %}{% endif %}') == []


def test_places_lead_into_the_tag() -> None:
    """Also inside a macro."""
    text = "{% macro m(x) %}\n{{ x.y }}{% endmacro %}{{ m(o) }}"
    (found,) = misses(MappedText.of_file(text, "t"), {"o": {}})
    assert (found.names, found.is_whole) == (("y",), False)
    assert text.index("{{ x.y") < found.offset < text.index("{% endmacro")


def test_many_misses_end_the_run() -> None:
    """A loop over a hundred thousand rows says nothing new after a thousand misses."""
    text = "{% for n in range(100000) %}{{ a[n ~ ''] }}{% endfor %}"
    assert len(missed(text, a={})) <= 1_001
