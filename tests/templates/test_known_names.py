"""What a template may name."""

from __future__ import annotations

import pytest

from templates.known_names import MOST, is_expression, is_name, known_names
from templates.starters import instantiate, starter
from templates.workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace without a brand: what is missing is left out."""
    made = Workspace.create(tmp_path_factory.mktemp("names") / "w", name="W")
    instantiate(made, starter("welcome"), "en", brand="acme")
    return made


def test_contacts_and_segments_come_from_their_files(workspace):
    """Properties with their tag, segments with their names."""
    names = {name.path: name for name in known_names(workspace, "welcome.en")}
    assert names["contact.city"].tag == '{{ contact.city|default("") }}'
    assert names["segment.loyalty"].sample == "Loyalty programme"


def test_a_damaged_file_is_left_out(workspace):
    """Its problem is told elsewhere."""
    path = workspace.root / "contacts.toml"
    before = path.read_text("utf-8")
    path.write_text("[[", "utf-8")
    assert not [name for name in known_names(workspace, "welcome.en") if name.group == "contact"]
    path.write_text(before, "utf-8")


def test_variables_are_those_of_the_data(branded):
    """Names within names, lists for loops, awkward names in brackets; reserved ones are no variables."""
    data = {"order": {"id": 7, "rows": [{"a": 1}]}, "first-name": "Ana", "contact": {"x": 1}, "e": None}
    names = {name.path: name for name in known_names(*branded, data)}
    assert names["order.id"].sample == "7"
    assert names["order.rows"].is_list
    assert names['vars["first-name"]'].sample == "Ana"
    assert names['vars["first-name"]'].tag == '{{ vars["first-name"] }}'
    assert names["e"].sample == ""
    assert names["brand.name"].group == "brand"
    assert names["links.unsubscribe"].group == "link"
    assert not any(path.startswith("brand.dark") for path in names)


def test_a_flood_of_variables_is_cut(branded):
    """Nobody chooses from a hundred thousand, and nested ones have an end."""
    data = {f"v{number}": {"a": {"b": {"c": {"d": 1}}}} if number == 0 else number for number in range(100_000)}
    names = [name for name in known_names(*branded, data) if name.group == "variable"]
    assert len(names) == MOST
    assert not any(name.path.startswith("v0.a.b.c") for name in names)


@pytest.fixture(scope="module")
def branded(tmp_path_factory):
    """A workspace with the sample's brand, and a template."""
    from assets import asset
    from templates.brand.kit import extract_brand
    from templates.generate import add_brand, slug_of

    kit = extract_brand(str(asset("samples", "site")))
    made = Workspace.create(tmp_path_factory.mktemp("names") / "b", name="B", brand=slug_of(kit))
    instantiate(made, starter("welcome"), "en", brand=add_brand(made, kit))
    return made, "welcome.en"


@pytest.mark.parametrize("text", ["a", "a.b == 'x'", 'contact.city|lower == "Paris"', "'}}'", "a<b", "not a and b > 3"])
def test_expressions_are_told(text):
    """What Jinja reads as one value."""
    assert is_expression(text)


@pytest.mark.parametrize("text", ["", " ", "a %}{% if b", "a }} {{ b", "a and", "x %}", "(", "a b", "{# x #}"])
def test_what_would_break_out_of_its_tag_is_none(text):
    """Incomplete expressions, and texts that end the tag they stand in."""
    assert not is_expression(text)


def test_names_for_loops_are_words():
    """Nothing that means something else."""
    assert [is_name(name) for name in ("item", "a b", "contact", "in", "été", "")] == [True] + [False] * 5
