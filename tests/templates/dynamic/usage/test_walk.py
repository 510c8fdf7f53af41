"""Which values a template uses, and which of them it cannot do without."""

from __future__ import annotations

import pytest

from templates.dynamic.usage.reading import read
from templates.dynamic.usage.use import Use, path_text
from templates.errors import LimitError, TemplateError


def uses(text: str) -> list[Use]:
    return list(read(text, name="t.mjml").uses)


def needs(text: str) -> set[str]:
    """The names of the uses that fail without a value."""
    return {path_text(use.path) for use in uses(text) if not use.safe}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a.b.c }}", {"a.b.c"}),
        ('{{ a|default("x") }}', set()),
        ("{{ (a|default({})).b }}", {"a.b"}),
        ('{{ a|upper|default("x") }}', {"a"}),
        ("{{ a if a is defined else b }}", {"b"}),
        ('{% if a|default("") %}{{ a }}{% endif %}', set()),
        ('{% if a|default("") %}{{ b }}{% endif %}', {"b"}),
        ('{% if not a|default("") %}{{ a }}{% endif %}', {"a"}),
        ('{% if not a|default("") %}x{% else %}{{ a }}{% endif %}', set()),
        ('{% if a|default("") != "" and a >= 18 %}{{ a }}{% endif %}', set()),
        ('{% if a|default("") == "" or a > 3 %}{% endif %}', set()),
        ("{% if a|default(1) > 0 %}{{ a }}{% endif %}", {"a"}),
        ("{% if a|default(0) > 0 %}{{ a }}{% endif %}", set()),
        ("{% if a is defined and b is defined %}{{ a }}{{ b }}{% endif %}", set()),
        ("{% if a is defined or b is defined %}{{ a }}{% endif %}", {"a"}),
        ('{% set x = a|default("") %}{% if x %}{{ a }}{% endif %}', set()),
        ("{% if a %}{{ a.b }}{% endif %}", {"a", "a.b"}),
        ("{% for p in rows %}{{ p.name }}{{ loop.index }}{% endfor %}", {"rows", "rows[].name"}),
        ("{% for p in rows|default([]) %}{{ p.name|default(1) }}{% endfor %}", set()),
        ("{% for p in rows|batch(2) %}{% for q in p %}{{ q.x }}{% endfor %}{% endfor %}", {"rows", "rows[].x"}),
        ('{{ rows|map(attribute="name")|join(", ") }}', {"rows", "rows[].name"}),
        ('{{ rows|sum("price") }}{{ (rows|first).name }}', {"rows", "rows[].price", "rows[].name"}),
        ("{% macro m(x, y=z) %}{{ x.t }}{{ y }}{% endmacro %}{{ m(a) }}{{ m(b.c, y=d) }}", {"a.t", "b.c.t", "z", "d"}),
        ("{% macro m(x) %}{{ x }}{{ m(x) }}{% endmacro %}{{ m(a) }}", {"a"}),
        ("{% macro never() %}{{ a }}{% endmacro %}", set()),
        ("{% with x = a %}{{ x.b }}{% endwith %}{{ x }}", {"a.b", "x"}),
        ("{% set ns = namespace(n=a) %}{{ ns.n }}", {"a"}),
        ('{{ vars["first-name"] }}{{ vars.x }}', {'vars["first-name"]', "x"}),
        ("{{ days_until(day) }}{{ today }}", {"day"}),
        ("{% for k in a if k.on %}{{ k.t }}{% else %}{{ e }}{% endfor %}", {"a", "a[].on", "a[].t", "e"}),
    ],
)
def test_what_must_be_there(text: str, expected: set[str]) -> None:
    """Conditions, defaults, loops, set and macros are followed; the rest is needed."""
    assert needs(text) == expected


def test_conditions_are_told() -> None:
    """As the template says them, those of the branches before turned round."""
    found = uses("{% if a == 1 %}{% elif b %}{{ x }}{% else %}{{ y }}{% endif %}")
    said = {path_text(use.path): [one.source for one in use.conditions] for use in found}
    assert said["x"] == ["not (a == 1)", "b"]
    assert said["y"] == ["not (a == 1)", "not (b)"]


def test_uses_have_their_characters() -> None:
    """The offset is that of the name's first letter."""
    text = "a\n  {{  contact.city }}"
    (use,) = uses(text)
    assert text[use.offset :].startswith("contact.city")


@pytest.mark.parametrize(
    "text",
    [
        "{% if a %}" + "".join(f"{{% elif a{n} %}}" for n in range(12_000)) + "{% endif %}",
        "{{ a" + ".b" * 20_000 + " }}",
        "{{ a" + "+a" * 20_000 + " }}",
    ],
)
def test_hostile_templates_are_given_up(text: str) -> None:
    """With an error of ours, before time or memory run out."""
    with pytest.raises(LimitError):
        read(text)


def test_a_broken_template_is_said_with_its_place() -> None:
    """The error is that of a build."""
    with pytest.raises(TemplateError) as raised:
        read("x\n{% if a %}", name="t.mjml")
    assert str(raised.value.place) == "t.mjml:2:4"


def test_macros_that_call_each_other_are_walked_once() -> None:
    """Nine macros that each call the next ten times with another part would be a billion walks."""
    calls = "".join(f"{{% macro m{n}(x) %}}" + f"{{{{ m{n + 1}(x) }}}}" * 10 + "{% endmacro %}" for n in range(9))
    assert needs(calls + "{% macro m9(x) %}{{ x.z }}{% endmacro %}{{ m0(q) }}") == {"q.z"}
