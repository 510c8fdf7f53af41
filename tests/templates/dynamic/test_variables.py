"""Shapes and the strict report: on the starters nothing false, on bad templates what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.compile.context import context_of
from templates.compile.personalise import personalise
from templates.compile.source_map import MappedText
from templates.dynamic.name_finding import NameFinding
from templates.dynamic.properties import load_properties
from templates.dynamic.report import Report
from templates.dynamic.shape import Kind, Shape
from templates.dynamic.variables import Known, report, report_of, shapes_of
from templates.errors import TemplateError
from templates.source.text_edit import apply
from templates.workspace import Workspace


def shape(text: str, name: str = "x", **data: Any) -> Shape:
    return shapes_of(text, data_sets={"default": data})[name]


@pytest.mark.parametrize(
    ("text", "data", "kind"),
    [
        ('<img src="{{ x }}">', {}, "image"),
        ('<a href="{{ x }}">', {}, "url"),
        ('<a href="https://example.com/{{ x }}">', {}, "text"),
        ('<p style="color:{{ x }}">', {}, "colour"),
        ('<mj-section background-color="{{ x }}">', {}, "colour"),
        ("{% if x > 3 %}{% endif %}", {}, "number"),
        ("{{ x * 2 }}", {}, "number"),
        ("{{ x|default(0) }}", {}, "number"),
        ("{% if x %}y{% endif %}", {}, "boolean"),
        ("{% if x %}{{ x }}{% endif %}", {}, "text"),
        ("{{ days_until(x) }}", {}, "date"),
        ("{% for y in x %}{% endfor %}", {}, "list"),
        ("{{ x.y }}", {}, "object"),
        ("{{ x }}", {"x": 12}, "number"),
        ("{{ x }}", {"x": "12"}, "text"),
        ("{{ x }}", {"x": "2026-12-24"}, "date"),
        ("{{ x }}", {"x": True}, "boolean"),
        ("{% if x %}y{% endif %}", {"x": "words"}, "text"),
        ('{% if x|default("") == "a" %}y{% endif %}', {}, "text"),
    ],
)
def test_kinds_are_inferred(text: str, data: dict[str, Any], kind: Kind) -> None:
    """From the use, the markup around it, and the data."""
    assert shape(text, **data).kind == kind


@pytest.mark.parametrize(("name", "kind"), [("shop_url", "url"), ("heroImage", "image"), ("birthdate", "date")])
def test_names_tell_a_kind(name: str, kind: Kind) -> None:
    """Where nothing else does."""
    assert shape(f"{{{{ {name} }}}}", name).kind == kind


def test_lists_and_objects_have_parts() -> None:
    """With what is needed of each, and the default that the template writes."""
    found = shape('{% for p in x %}{{ p.name }}{{ p.unit|default("kg") }}{{ p.of.maker }}{% endfor %}')
    assert found.item is not None
    assert found.required
    fields = found.item.fields
    assert (fields["name"].required, fields["unit"].required) == (True, False)
    assert fields["unit"].default == '"kg"'
    assert fields["of"].fields["maker"].required


def test_what_is_needed_under_conditions_says_so() -> None:
    """It is not required; both branches together make it so."""
    once = shape("{% if segment.vip %}{{ x }}{% endif %}")
    assert (once.required, once.when) == (False, ("segment.vip",))
    both = shape("{% if segment.vip %}{{ x }}{% else %}<b>{{ x }}</b>{% endif %}")
    assert (both.required, both.when) == (True, ())


def test_contact_and_segment_are_objects() -> None:
    """Types of properties are those of contacts.toml."""
    found = shapes_of("{{ contact.age }}{% if segment.vip %}x{% endif %}", properties={"age": "integer"})
    assert found["contact"].fields["age"].kind == "number"
    assert found["segment"].fields == {"vip": Shape("boolean")}


def test_the_starters_have_no_false_error(twenty: Workspace) -> None:
    """Twenty starters, two languages, three data sets: no error, and every value that a mail needs is there."""
    for template in twenty.templates():
        found = report_of(twenty, template.name)
        assert [str(one.error) for one in found.findings if one.level == "error"] == [], template.name
        assert not any(status in {"missing", "wrong"} for one in found.variables for status in one.sets.values())
        assert found.unused == ()


def test_contact_properties_of_a_workspace_count(twenty: Workspace) -> None:
    """A misspelt one is found, with the place in the text and the name that was meant."""
    text = "<mjml><mj-body>{{ contact.fistname|default('') }}</mj-body></mjml>"
    assert "firstname" in load_properties(twenty)
    (finding,) = [one for one in report_of(twenty, "welcome.en", text=text).findings if one.level == "warning"]
    assert (finding.code, finding.suggestion) == ("unknown-property", "contact.firstname")
    assert "contact.firstname|default" in apply(text, finding.rename)


DATA: dict[str, Any] = {
    "first_line": "x",
    "total": "12",
    "products": [{"name": "a", "price": 1}, {"name": "b"}],
    "day": "soon",
    "order": [1],
    "tags": ["a", "b"],
    "count": 12,
    "shop_url": "https://example.com",
    "extra": 1,
}
KNOWN = Known(
    brand={"colour": {"primary": "#000"}},
    links={"unsubscribe": "x"},
    sender={"name": "x"},
    properties={"firstname": "string"},
    segments=frozenset(["loyalty"]),
)


def checked(text: str, **sets: Any) -> Report:
    return report(text, name="t.mjml", data_sets=sets or {"default": {"var": DATA}}, known=KNOWN)


def one(text: str, code: str) -> NameFinding:
    (found,) = [finding for finding in checked(text).findings if finding.code == code]
    return found


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("{{ frist_line }}", "missing", "frist_line has no value in the data set default. Did you mean first_line?"),
        ("{{ nothing }}", "missing", "nothing has no value"),
        ("{{ firstname }}", "missing", "Did you mean contact.firstname?"),
        ("{% for p in products %}{{ p.price }}{% endfor %}", "missing", "products[].price has no value"),
        ("{% for p in products %}{{ p.nmae }}{% endfor %}", "missing", "Did you mean products[].name?"),
        ("{{ contact.firstname }}", "missing", "contact.firstname has no value"),
        ('{{ shop_ulr|default("") }}', "misspelt", "shop_ulr is in none of the data sets. Did you mean shop_url?"),
        ("{{ total * 2 }}", "wrong-type", 'total is calculated with, but in the data set default it is "12"'),
        ("{% if total > 3 %}{% endif %}", "wrong-type", "no number"),
        ("{{ days_until(day) }}", "wrong-type", 'must be a date, but in the data set default it is "soon"'),
        ("{{ order.total }}", "wrong-type", "order must be an object with fields"),
        ("{% for n in count %}{{ n }}{% endfor %}", "wrong-type", "count must be a list, but"),
        ("{{ tags }}", "wrong-type", "is a list or an object"),
        ("{% if segment.loyality %}x{% endif %}", "unknown-segment", "Did you mean segment.loyalty?"),
        ("{% if segment.gone %}x{% endif %}", "unknown-segment", "There is no segment segment.gone"),
        ("{{ brand.colour.primry }}", "unknown-name", "Did you mean brand.colour.primary?"),
        ("{{ links.unsubscribed }}", "unknown-name", "Did you mean links.unsubscribe?"),
        ("{{ sender.phone }}", "unknown-name", "The variable sender.phone is not known."),
        ("{{ first_line }}", "mailjet.undefined", "At Mailjet a message without first_line is not delivered"),
        ('{% if tags|default("") %}{% for t in tags %}x{% endfor %}{% endif %}', "mailjet.for-in-if", "needs tags"),
    ],
)
def test_bad_names_and_values_are_said(text: str, code: str, said: str) -> None:
    """Each with its sentence and its place."""
    finding = one(text, code)
    assert said in str(finding.error)
    assert finding.error.place is not None
    assert finding.span is not None


@pytest.mark.parametrize(
    "text",
    [
        '{% if gifts|default("") %}{% for g in gifts %}{{ g.name }}{% endfor %}{% endif %}',
        "{{ count * 2 }}",
        "{% for p in products %}{{ p.name }}{% endfor %}",
        '{{ order_total|default("") }}',
        '{% if contact.firstname|default("") %}{{ contact.firstname }}{% endif %}',
        "{% if segment.loyalty %}x{% endif %}",
        '{{ brand.colour.primary }}{{ brand.none|default("") }}',
    ],
)
def test_what_works_is_not_said(text: str) -> None:
    """No error and no warning for what a build can do."""
    assert [str(finding.error) for finding in checked(text).findings if finding.level != "hint"] == []


def test_only_what_a_mail_comes_to_is_missing() -> None:
    """A branch that a data set does not take asks nothing of it; every set is asked by itself."""
    text = "{% if show %}{{ code }}{% endif %}"
    found = checked(text, on={"show": True}, off={"show": False}, full={"show": True, "code": "x"})
    (finding,) = [each for each in found.findings if each.code == "missing"]
    assert finding.sets == ("on",)
    assert {each.name: each.sets for each in found.variables}["code"] == {
        "on": "missing",
        "off": "absent",
        "full": "present",
    }


def test_every_missing_value_is_told_at_once() -> None:
    """Not only the first, as a build would."""
    found = checked("{{ a }}{% for p in products %}{{ p.b }}{% endfor %}{{ c.d|upper }}")
    assert [finding.path[-1] for finding in found.findings if finding.code == "missing"] == ["a", "b", "d"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("{{ a }} {{ a|upper }}", '{{ a|default("") }} {{ a|default("")|upper }}'),
        ("{% for p in a %}{% endfor %}", "{% for p in a|default([]) %}{% endfor %}"),
        ("{% if a >= 3 %}{% endif %}", "{% if a|default(0) >= 3 %}{% endif %}"),
        ('x\r\n{{ vars["a b"] }}\r\n', 'x\r\n{{ vars["a b"]|default("") }}\r\n'),
    ],
)
def test_a_default_is_written_behind_each_use(text: str, mended: str) -> None:
    """Behind the name and before its filters, whatever the line ends are."""
    assert apply(text, one(text, "missing").add_default) == mended


def test_names_in_included_files_have_their_place() -> None:
    """And no edits: they are somebody else's text."""

    def include(path: str, _from: str) -> tuple[str, str]:
        return "<mj-text>\n{{ x }}</mj-text>", path

    text = '<mjml><mj-body><mj-include path="part.mjml" /></mj-body></mjml>'
    found = report(text, include=include, name="t.mjml", data_sets={"default": {}}, known=KNOWN)
    (finding,) = [each for each in found.findings if each.code == "missing"]
    assert str(finding.error.place) == "part.mjml:2:4"
    assert (finding.span, finding.add_default) == (None, ())


def test_broken_and_unused_data_is_told() -> None:
    """A set that is no data set does not keep the others from being looked at."""
    found = checked("{{ first_line }}", default={"var": DATA}, broken={"var": []})
    assert list(found.broken) == ["broken"]
    assert "extra" in found.unused
    assert found.count("error") == 0


def test_the_text_part_uses_data_too(tmp_path: Path, twenty: Workspace) -> None:
    """What only the plain text says is not unused; what nobody says is."""
    shutil.copytree(twenty.root, tmp_path / "own")
    workspace = Workspace.open(tmp_path / "own")
    folder = workspace.template("welcome.en")
    (folder.root / "template.txt").write_text("{{ only_here }}", "utf-8")
    found = report_of(workspace, "welcome.en", data_sets={"default": {**folder.data()["var"], "only_here": 1, "no": 2}})
    assert found.unused == ("no",)


PIECES = (
    "{{ a }}",
    '{{ a|default("") }}',
    '{% if a|default("") %}{{ a }}{{ b }}{% endif %}',
    "{% for r in rows %}{{ r.x }}{% endfor %}",
    '{% for r in rows|default([]) %}{% if r.y|default("") %}{{ r.y }}{{ r.x }}{% endif %}{% endfor %}',
    '{% if b|default(0) > 3 %}{{ b * 2 }}{% else %}{{ a|default("x") }}{% endif %}',
    "{% set c = b|default(1) %}{{ c + 1 }}",
    "{% macro m(v) %}{{ v.x }}{% endmacro %}{% for r in rows|default([]) %}{{ m(r) }}{% endfor %}",
    '{{ o.x.y|default("") }}{% if o is defined %}{{ o.x }}{% endif %}',
)
ROWS = st.lists(st.fixed_dictionaries({}, optional={"x": st.just("1"), "y": st.sampled_from(["", "2"])}), max_size=3)
SETS = st.fixed_dictionaries(
    {},
    optional={
        "a": st.sampled_from(["", "text"]),
        "b": st.sampled_from([0, 5]),
        "rows": ROWS,
        "o": st.fixed_dictionaries({}, optional={"x": st.just("z")}),
    },
)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), SETS)
def test_the_report_says_what_a_build_does(pieces: list[str], data: dict[str, Any]) -> None:
    """There is an error in the report exactly where the mail of that data set cannot be made."""
    text = "".join(pieces)
    found = report(text, name="t", data_sets={"default": {"var": data}})
    try:
        personalise(MappedText.of_file(text, "t"), context_of({"var": data}, **NOBODY))
    except TemplateError:
        assert found.count("error") > 0
    else:
        assert [str(one.error) for one in found.findings if one.level == "error"] == []


NOBODY: dict[str, Any] = {
    "contact": {},
    "segments": frozenset(),
    "brand": None,
    "sender": {},
    "links": {},
    "today": None,
}
