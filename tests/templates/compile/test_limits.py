"""Templates that would run or grow without end are stopped, with their place, and the process goes on."""

from __future__ import annotations

import pytest

from templates.compile import limits, personalise
from templates.compile.limits import Meter, metered, weigh
from templates.errors import LimitError, MailwrightError, TemplateError

DOUBLING = "{% set ns = namespace(x=START) %}{% for i in range(100) %}\n{% set ns.x = STEP %}{% endfor %}"
BOMBS = {
    "a loop over a billion": "{% for i in range(10**9) %}x{% endfor %}",
    "a loop over a range nobody can measure": "{% for i in range(10**30) %}x{% endfor %}",
    "nested loops": "{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}",
    "a loop over many pairs": "{% for i in range(99999) %}{{ range(99999)|list|length }}{% endfor %}",
    "a text times a billion": "\n{{ 'x' * 10**9 }}",
    "a billion times a text": "\n{{ 10**9 * 'x' }}",
    "a list times a billion": "{{ ([1] * 10**9)|length }}",
    "a tower of powers": "{{ 10**(10**8) }}",
    "a product of powers": DOUBLING.replace("START", "10**2000").replace("STEP", "ns.x * ns.x"),
    "centring": "{{ 'x'|center(10**9) }}",
    "indenting": "{{ 'x'|indent(10**9) }}",
    "JSON": "{{ [1, 2]|tojson(indent=10**9) }}",
    "rounding": "{{ 5|round(-10**9) }}",
    "columns": "{% for r in [1]|slice(10**9) %}{% endfor %}",
    "rows": "{% for r in [1]|batch(10**9, 'x') %}{% endfor %}",
    "a doubling text": DOUBLING.replace("START", "'a'").replace("STEP", "ns.x ~ ns.x"),
    "a doubling sum of texts": DOUBLING.replace("START", "'a'").replace("STEP", "ns.x + ns.x"),
    "a doubling text without a loop": "{% set x = 'aaaaaaaa' %}" + "{% set x = x ~ x %}" * 60,
    "a doubling list": DOUBLING.replace("START", "[1]").replace("STEP", "ns.x + ns.x"),
    "a list of itself twice": DOUBLING.replace("START", "[1]").replace("STEP", "[ns.x, ns.x]") + "{{ ns.x }}",
    "two of them compared": DOUBLING.replace("START", "[1]").replace("STEP", "(ns.x, ns.x)") + "{{ ns.x == ns.x }}",
    "an object of itself twice": DOUBLING.replace("START", "1").replace("STEP", "{'a': ns.x, 'b': ns.x}"),
    "a dict() of itself twice": DOUBLING.replace("START", "1").replace("STEP", "dict(a=ns.x, b=ns.x)"),
    "a namespace of itself": "{% set ns = namespace() %}{% set ns.a = ns %}{{ ns }}",
    "a namespace of itself twice": DOUBLING.replace("START", "1").replace("STEP", "namespace(a=ns.x, b=ns.x)"),
    "extra arguments": (
        "{% set ns = namespace(x=1) %}{% macro m() %}{% set ns.x = varargs %}{% endmacro %}"
        "{% for i in range(100) %}{{ m(ns.x, ns.x) }}{% endfor %}{{ ns.x }}"
    ),
    "replacing with a megabyte": "{{ range(99999)|map('replace', '', 'b' * 999999)|list|length }}",
    "joining": "{{ range(99999)|join('b' * 9999) }}",
    "a wide format": "{{ '%1000000000d' % 1 }}",
    "a format of a given width": "{{ '%*d' % (10**9, 1) }}",
    "a format method": "{{ '{:1000000000}'.format(1) }}",
    "a justifying method": "{{ 'x'.ljust(10**9) }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "macros that multiply": (
        "{% macro a() %}{{ 'x' * 999999 }}{% endmacro %}"
        "{% macro b() %}{% for i in range(9) %}{{ a() }}{% endfor %}{% endmacro %}{{ b() }}"
    ),
    "a loop that calls itself": "{% for x in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a block text": "{% set x %}{% for i in range(99999) %}" + "x" * 100 + "{% endfor %}{% endset %}",
    "much output": "{% for i in range(99999) %}" + "x" * 100 + "{% endfor %}",
    "texts that are thrown away": "{% for i in range(9999) %}{% set x = 'x' * 999999 %}{% endfor %}",
    "stripping tags": "{{ ('<!--' * 100000)|striptags }}",
    "parentheses": "{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}",
    "brackets": "{{ " + "[" * 9999 + "]" * 9999 + " }}",
    "negations": "{{ " + "not " * 9999 + "1 }}",
    "signs": "{{ " + "-" * 9999 + "1 }}",
    "members": "{{ a" + ".b" * 9999 + " }}",
    "a long sum": "{{ 1" + "+1" * 9999 + " }}",
    "choices": "{{ 1" + " if 1 else 1" * 5000 + " }}",
    "nested conditions": "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "nested loops by the dozen": "{% for x in [1] %}" * 40 + "{% endfor %}" * 40,
    "a long number": "{{ " + "9" * 9999 + " }}",
    "many tags": "{{ a }}" * 60_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_end_with_their_place(text, failure):
    """Each is a LimitError or TemplateError that points into the source text."""
    error = failure(text, data={"a": 1})
    assert isinstance(error, LimitError | TemplateError)
    assert error.place is not None
    assert error.place.line is not None


def test_a_bomb_is_found_before_it_goes_off(failure):
    """The place is that of the operator's tag."""
    assert str(failure("\n  {{ 'x' * 10**9 }}")) == (
        "template.mjml:2:6: A value in the template would be larger than 1000000 characters."
        " Shorten it, or prepare it in the data."
    )


def test_the_next_mail_compiles(failure, built):
    """The process goes on, and so does the environment."""
    failure("{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}")
    assert built("{{ 6 * 7 }}").text == "42\n"


def test_two_seconds_are_the_end(failure, monkeypatch):
    """What grows in none of the counted ways is stopped by the clock."""
    clock = iter(range(10**9))
    monkeypatch.setattr(limits.time, "monotonic", lambda: next(clock) / 1000)
    personalise._expression.cache_clear()
    error = failure("{% for i in range(99999) %}\n{{ i }}{% endfor %}")
    assert str(error).startswith("template.mjml:1:4: The template ran longer than 2.0 s and was stopped.")


def test_a_build_in_a_build_has_its_own_meter():
    """Limits are counted for each build."""
    with metered() as outer:
        with metered() as inner:
            assert limits.meter() is inner
        assert limits.meter() is outer


def test_weighing_stops_at_the_limit():
    """A small structure that prints to gigabytes is found without walking through it."""
    value: list[object] = [1]
    for _ in range(200):
        value = [value, value]
    with pytest.raises(LimitError):
        weigh(value)
    assert weigh([{"a": "bcd"}]) == 104


def test_made_text_adds_up():
    """A hundred texts of a megabyte are one too many."""
    meter = Meter()
    meter.make(99_999_999)
    with pytest.raises(MailwrightError):
        meter.make(2)
