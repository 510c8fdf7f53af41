"""From a template's text to what is shown, and when."""

from __future__ import annotations

import pytest

from templates.dynamic.condition import Component, Conditions, read_conditions
from templates.dynamic.coverage.formula import formula_text
from templates.errors import LimitError, TemplateError


def read(body: str, **files: str) -> Conditions:
    """The conditions of a mail with this body, in a workspace with these files."""
    text = f"<mjml><mj-head><mj-title>{{{{ t }}}}</mj-title></mj-head><mj-body>\n{body}\n</mj-body></mjml>"
    return read_conditions(text, "mail.mjml", lambda path, _from: (files[path], path))


def section(name: str, content: str = "<mj-text>Words</mj-text>") -> str:
    """A section with a label."""
    return f'<mj-section css-class="mw-s-{name}"><mj-column>{content}</mj-column></mj-section>\n'


def shown(conditions: Conditions) -> dict[str, str]:
    """The condition of each component by its label, else by its words."""
    return {one.label or one.words: formula_text(one.formula) for one in conditions.components}


def only(conditions: Conditions) -> Component:
    """The one component."""
    (component,) = conditions.components
    return component


def test_alternatives_exclude_each_other() -> None:
    """An elif holds where the tests before it do not, an else where none does; what is outside holds for all."""
    body = (
        f"{{% if segment.vip %}}{section('a')}{{% elif city == 'Paris' %}}{section('b')}"
        f"{{% else %}}{section('c')}{{% endif %}}{section('d')}"
    )
    assert shown(read(body)) == {
        "a": "segment.vip",
        "b": 'not segment.vip and city == "Paris"',
        "c": 'not segment.vip and city != "Paris"',
        "d": "true",
    }


def test_nested_conditions_hold_together() -> None:
    """A condition in a condition adds to it."""
    body = f"{{% if segment.vip %}}{{% if contact.age|default(0) > 30 %}}{section('a')}{{% endif %}}{{% endif %}}"
    assert shown(read(body)) == {"a": "segment.vip and contact.age > 30"}


@pytest.mark.parametrize(
    "test",
    [
        'contact.city == "Paris"',
        'contact.city|default("") == "Paris"',
        'contact["city"]|d("")=="Paris"',
        '"Paris" == contact.city',
        'not contact.city != "Paris"',
    ],
)
def test_one_test_has_one_form(test: str) -> None:
    """However it was typed, the same test is the same question."""
    assert only(read(f"{{% if {test} %}}{section('a')}{{% endif %}}")).formula == (
        only(read(f'{{% if contact.city|default("") == "Paris" %}}{section("a")}{{% endif %}}')).formula
    )


def test_a_loop_shows_what_its_list_is_not_empty_for() -> None:
    """Conditions of the items are asked of all of them; an else is for an empty list; others are asked once."""
    body = (
        f"{{% for p in products %}}{section('item')}{{% if p.old_price %}}{section('sale')}{{% endif %}}"
        f"{{% if segment.vip %}}{section('vip')}{{% endif %}}{{% else %}}{section('none')}{{% endfor %}}"
    )
    assert shown(read(body)) == {
        "item": "products",
        "sale": "products and for p in products if p.old_price",
        "vip": "products and segment.vip",
        "none": "not products",
    }


def test_a_name_that_was_set_stands_for_its_value() -> None:
    """A flag, one that is set under a condition, and one that is set from another."""
    body = (
        "{% set close = contact.city|default('') == 'Lyon' %}{% set offer = close and segment.vip %}"
        "{% set late = false %}{% if segment.new %}{% set late = true %}{% endif %}"
        f"{{% if offer %}}{section('a')}{{% endif %}}{{% if late %}}{section('b')}{{% endif %}}"
    )
    assert shown(read(body)) == {"a": 'contact.city == "Lyon" and segment.vip', "b": "segment.new"}


def test_parts_of_a_section_have_rows_of_their_own() -> None:
    """A column or a text with its own condition is a component; one without is not, nor are conditions in words."""
    text = "<mj-text>Hello {% if contact.firstname %}you{% endif %}</mj-text>"
    body = section("a", f"{text}{{% if segment.vip %}}<mj-button>Buy</mj-button>{{% endif %}}")
    assert [(one.label or one.words, one.depth) for one in read(body).components] == [("a", 0), ("Buy", 1)]
    assert shown(read(body)) == {"a": "true", "Buy": "segment.vip"}


def test_included_parts_belong_to_the_mail() -> None:
    """A component of an included file knows its own place and that of the include."""
    body = '<mj-section css-class="mw-s-own"></mj-section>\n  <mj-include path="parts/footer.mjml" />'
    part = f"{{% if segment.vip %}}{section('footer')}{{% endif %}}"
    own, footer = read(body, **{"parts/footer.mjml": part}).components
    assert (own.included, footer.included, footer.frame) == ("", "parts/footer.mjml", True)
    assert (footer.place.file, footer.place.line) == ("parts/footer.mjml", 1)
    assert (footer.at.file, footer.at.line, footer.at.column) == ("mail.mjml", 3, 3)
    assert formula_text(footer.formula) == "segment.vip"


def test_statements_in_raw_elements_count() -> None:
    """As other editors write it: the condition's tags stand in elements of their own between the sections."""
    body = f"<mj-raw>{{% if segment.vip %}}</mj-raw>{section('a')}<mj-raw>{{% endif %}}</mj-raw>{section('b')}"
    assert shown(read(body)) == {"a": "segment.vip", "b": "true"}


def test_a_mail_is_empty_without_content_besides_header_and_footer() -> None:
    """Spacers say nothing; text outside header and footer does."""
    frame = section("header") + section("gap", '<mj-spacer height="9px" />') + section("footer")
    assert formula_text(read(frame).content) == "false"
    offer = f"{{% if segment.vip %}}{section('offer')}{{% endif %}}"
    assert formula_text(read(frame + offer).content) == "segment.vip"
    assert formula_text(read(frame + offer + section("news")).content) == "true"


def test_what_cannot_be_read_is_an_error_with_its_place() -> None:
    """A block that is not closed names its line; more conditions than anybody can read are too many."""
    with pytest.raises(TemplateError) as caught:
        read(f"{{% if segment.vip %}}{section('a')}")
    assert caught.value.place is not None
    assert caught.value.place.line == 2
    with pytest.raises(LimitError):
        read("{% if a %}x{% endif %}" * 1001)
