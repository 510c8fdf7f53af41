"""The schema agrees with MJML itself, whose validator is asked for each type."""

from __future__ import annotations

import pytest

from templates.compile.mjml_reference import V8Engine
from templates.source.attribute_type import check, parse_type
from templates.source.schema import component, components

COLOURS = "red #fff #FFAA00 rgb(1,2,3) rgba(1,2,3,0.5) transparent inherit rebeccapurple none currentcolor"
NO_COLOURS = "fff #ff #ffff Red reddish rgb(1,2) 10px hsl(1,2%,3%) blanched-almond"
VALUES = {
    "color": [*COLOURS.split(), *NO_COLOURS.split(), "rgba(1, 2, 3, 0.5)"],
    "unit(px)": ["10px", "0", "1.5px", "10", "10%", "-1px", "10 px", "px", "10px 10px"],
    "unit(px,%)": ["10px", "10%", "0", "10em", "-1px", "auto"],
    "unit(px,%){1,4}": ["1px", "1px 2px", "1px 2% 0 4px", "1px 2px 3px 4px 5px", "1 2", "1px, 2px", "10px "],
    "unit(px,%,)": ["1.5", "20px", "150%", "normal", "0"],
    "unit(px,auto)": ["auto", "10px", "10%", "0"],
    "unitWithNegative(px,em)": ["-1px", "-0.5em", "1px", "1%", "--", "0"],
    "enum(left,center,right)": ["left", "Left", "middle", "right "],
    "boolean": ["true", "false", "1", "True"],
    "integer": ["1", "10", "-1", "1.5", "ten"],
    "string": ["anything at all", "#"],
}


@pytest.fixture(scope="module")
def engine():
    """MJML's own validator."""
    engine = V8Engine()
    yield engine
    engine.close()


def places(form: str) -> tuple[str, str]:
    """A component and an attribute of it that has the type ``form``."""
    return next(
        (one.name, name)
        for one in components().values()
        for name, of_type in one.attributes.items()
        if of_type.form == form
    )


@pytest.mark.parametrize(("form", "value"), [(form, value) for form, values in VALUES.items() for value in values])
def test_a_value_is_taken_exactly_when_mjml_takes_it(engine, form, value):
    """Not stricter and not laxer than the compiler."""
    name, attribute = places(form)
    element = f'<{name} {attribute}="{value}"></{name}>'
    text = f"<mjml><mj-body><mj-section><mj-column>{element}</mj-column></mj-section></mj-body></mjml>"
    said = [row.message for row in engine.compile(text).diagnostics if "invalid value" in row.message]
    assert check(value, parse_type(form)) is (not said), said


def test_every_type_says_what_it_expects():
    """An inspector and a finding have words for each; only a string expects nothing."""
    forms = {of_type for one in components().values() for of_type in one.attributes.values()}
    assert len({of_type.form for of_type in forms}) == 26
    assert {of_type.form for of_type in forms if not of_type.expectation} == {"string"}
    assert parse_type("unit(px,%){1,4}").expectation == "Write 1 to 4 numbers, each 0 or with one of px, %."


@pytest.mark.parametrize("form", ["colour", "unit(px", ""])
def test_an_unknown_type_is_refused(form):
    """A later MJML with new types is noticed when the data is read."""
    with pytest.raises(ValueError, match=r"^"):
        parse_type(form)


def test_defaults_and_children_are_there():
    """What the inspector shows as inherited, and what the palette may drop where."""
    button = component("mj-button")
    assert button is not None
    assert button.defaults["background-color"] == "#414141"
    assert button.ending
    assert "css-class" in button.attributes
    column, section = component("mj-column"), component("mj-section")
    assert column is not None
    assert section is not None
    assert column.allows("mj-text")
    assert section.allows("mj-include")
    assert not section.allows("mj-text")
    assert component("mj-nothing") is None
