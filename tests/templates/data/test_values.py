"""Samples and edge cases: with each of them every starter is a mail."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from templates.assemble import assemble, values_of
from templates.compile.context import context_of
from templates.compile.include import resolve_includes
from templates.compile.personalise import personalise
from templates.data.edge_cases import EDGE_CASES, edge_case
from templates.data.sample_values import Taste, in_words, sample
from templates.data.values import filled, pictures_of, with_sample
from templates.dynamic.report import report_on
from templates.dynamic.shape import Shape
from templates.dynamic.usage.reading import read
from templates.dynamic.variables import Known, shapes_of
from templates.errors import InputError
from templates.workspace import Workspace

TEXT = """{{ title }}{{ price * 2 }}{% for p in products %}{{ p.name }}{{ p.price }}{{ p.text|default("") }}
{% for c in p.parts|default([]) %}{{ c }}{% endfor %}{% endfor %}{{ maker.city }}{{ contact.firstname }}
{{ days_until(day) }}{{ note|default("") }}"""
SHAPES = shapes_of(TEXT)
ENGLISH, FRENCH = Taste(), Taste("fr", ("brands/x/art/person-rose.png", "brands/x/art/product-bag.png"))


def test_samples_are_plausible() -> None:
    """By name and kind, in the language, with three rows a list; the same ones each time."""
    made = filled({}, SHAPES, FRENCH)
    assert made == filled({}, SHAPES, FRENCH)
    assert made["data"] == {"firstname": "Camille"}
    assert [row["price"] for row in made["var"]["products"]] == ["89,00\u00a0€", "49,00\u00a0€", "75,00\u00a0€"]
    assert made["var"]["maker"] == {"city": "Lyon"}
    assert date.fromisoformat(made["var"]["day"]) > FRENCH.today
    assert filled({}, SHAPES, ENGLISH)["var"]["products"][0]["price"] == "£89.00"


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("signer_photo", "image", "brands/x/art/person-rose.png"),
        ("image", "image", "brands/x/art/product-bag.png"),
        ("shop_url", "url", "https://example.com/shop"),
        ("ends_at", "text", "dimanche 13 décembre"),
        ("order_ref", "text", "A-1093"),
        ("index", "number", 1),
        ("firstName", "text", "Camille"),
    ],
)
def test_names_make_values(name: str, kind: Any, value: Any) -> None:
    """Pictures are those that there are."""
    assert sample(name, kind, 0, FRENCH) == value


def test_the_first_of_a_month_is_said_as_in_french() -> None:
    """And nowhere else."""
    assert in_words(date(2026, 12, 1), "fr") == "mardi 1er décembre"
    assert in_words(date(2026, 12, 1), "en") == "Tuesday 1 December"


def test_what_is_there_stays() -> None:
    """Also rows that lack something: they get that alone. Unless all is to be replaced."""
    data = {"var": {"title": "", "products": [{"name": "x"}], "other": 1}, "segment": {"vip": True}}
    made = filled(data, SHAPES, ENGLISH)
    assert (made["var"]["title"], made["var"]["other"], made["segment"]) == ("", 1, {"vip": True})
    assert made["var"]["products"] == [{"name": "x", "price": "£89.00"}]
    anew = filled(data, SHAPES, ENGLISH, replace=True)
    assert anew["var"]["title"] != ""
    assert len(anew["var"]["products"]) == 3
    assert anew["var"]["other"] == 1


def test_one_value_is_added_where_it_is_missing() -> None:
    """In every row that lacks it."""
    parts = {"var": {"products": [{"name": "x"}, {"price": "1"}]}, "data": {}, "segment": {}}
    made = with_sample(parts, ("var", "products", "[]", "price"), Shape("text"), ENGLISH)
    assert made["var"]["products"] == [{"name": "x", "price": "£89.00"}, {"price": "1"}]
    contact = with_sample(parts, ("contact", "firstname"), Shape("text"), ENGLISH)
    assert contact["data"] == {"firstname": "Dana"}


def test_edge_cases_change_what_they_say() -> None:
    """And keep what the template cannot do without."""
    cases = {kind: edge_case(kind, {}, SHAPES, ENGLISH)["var"] for kind in EDGE_CASES}
    assert (cases["empty"]["title"], cases["empty"]["products"], cases["empty"]["price"]) == ("", [], 89)
    assert "note" not in cases["missing"]
    assert "text" not in cases["missing"]["products"][0]
    assert {"title", "price", "day", "maker"} <= set(cases["missing"])
    assert len(cases["long"]["title"]) > 100
    assert any("\u0590" <= sign <= "\u06ff" for sign in cases["rtl"]["title"])
    assert any(ord(sign) > 0x1F000 for sign in cases["emoji"]["title"])
    assert [len(cases[kind]["products"]) for kind in ("rows_0", "rows_1", "rows_100")] == [0, 1, 100]
    assert len(cases["rows_100"]["products"][7]["parts"]) == 3
    with pytest.raises(InputError):
        edge_case("nothing", {}, SHAPES, ENGLISH)


def test_numbered_rows_go_on_counting() -> None:
    """What has an index in the data has one that fits."""
    shapes = shapes_of("{% for p in rows %}{{ p.index }}{% endfor %}")
    rows = edge_case("rows_100", {}, shapes, ENGLISH)["var"]["rows"]
    assert [row["index"] for row in rows] == list(range(1, 101))


def test_every_starter_is_a_mail_with_every_edge_case(twenty: Workspace) -> None:
    """Out of nothing in English, out of its smallest data set in French."""
    for template in twenty.templates():
        sets = {name: template.data(name) for name in template.data_sets()}
        shapes = shapes_of(template.text(), include=twenty.include, name=template.id, data_sets=sets)
        taste = Taste(template.meta.language, pictures_of(twenty, twenty.settings.brand))
        source = resolve_includes(template.text(), template.id, twenty.include)
        values = values_of(twenty, template.name, data={})
        base = {} if taste.language == "en" else sets["minimal"]
        for kind in EDGE_CASES:
            data = edge_case(kind, base, shapes, taste)
            assert personalise(source, context_of(**{**values, "data": data})).text


@pytest.mark.parametrize("kind", ["empty", "long", "rtl", "rows_100"])
def test_a_mail_is_compiled_with_an_edge_case(twenty: Workspace, kind: str) -> None:
    """The whole road, to HTML."""
    template = twenty.template("black-friday.fr")
    shapes = shapes_of(template.text(), include=twenty.include, name=template.id)
    built = assemble(twenty, template.name, data=dict(edge_case(kind, template.data(), shapes, Taste("fr"))))
    assert "</html>" in built.html


def test_samples_leave_nothing_to_report() -> None:
    """What they fill, the strict report finds whole."""
    found = report_on(
        read(TEXT, name="t"), TEXT, "t", {"made": filled({}, SHAPES, ENGLISH)}, Known(today=ENGLISH.today)
    )
    assert [str(one.error) for one in found.findings if one.level == "error"] == []
