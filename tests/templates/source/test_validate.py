"""Validation: each code fires on its fault and not on its clean twin, and its fix is one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from templates.compile.mjml_reference import V8Engine
from templates.source.parse import parse
from templates.source.text_edit import apply
from templates.source.validate import validate

BODY = "<mjml><mj-body><mj-section><mj-column>{}</mj-column></mj-section></mj-body></mjml>"
# code, fault, clean twin, whether the fix makes the one into something without that finding
ROWS = [
    ("unknown-component", BODY.format("<mj-txt>a</mj-txt>"), BODY.format("<mj-text>a</mj-text>"), True),
    ("unknown-component", BODY.format("<div>a</div>"), BODY.format("<mj-text><div>a</div></mj-text>"), False),
    (
        "unknown-attribute",
        BODY.format('<mj-text colour="red">a</mj-text>'),
        BODY.format('<mj-text color="red">a</mj-text>'),
        True,
    ),
    (
        "unknown-attribute",
        BODY.format('<mj-text zzz="1">a</mj-text>'),
        BODY.format('<mj-text css-class="1">a</mj-text>'),
        False,
    ),
    (
        "bad-value",
        BODY.format('<mj-text padding="10">a</mj-text>'),
        BODY.format('<mj-text padding="10px 0">a</mj-text>'),
        True,
    ),
    (
        "bad-value",
        BODY.format('<mj-text color="ff0000">a</mj-text>'),
        BODY.format('<mj-text color="{{ c }}">a</mj-text>'),
        True,
    ),
    (
        "bad-value",
        BODY.format('<mj-text align="centre">a</mj-text>'),
        BODY.format('<mj-text align="center">a</mj-text>'),
        True,
    ),
    (
        "bad-value",
        BODY.format('<mj-text color="?">a</mj-text>'),
        BODY.format('<mj-text color="red">a</mj-text>'),
        False,
    ),
    (
        "duplicate-attribute",
        BODY.format('<mj-text color="red" color="blue">a</mj-text>'),
        BODY.format('<mj-text {% if a %}color="red"{% else %}color="blue"{% endif %}>a</mj-text>'),
        True,
    ),
    (
        "illegal-parent",
        "<mjml><mj-body><mj-text>a</mj-text></mj-body></mjml>",
        BODY.format("{% if a %}<mj-text>a</mj-text>{% endif %}"),
        False,
    ),
    (
        "illegal-parent",
        BODY.format("<mj-text><mj-button>a</mj-button></mj-text>"),
        BODY.format("<mj-text>a</mj-text>"),
        False,
    ),
    ("stray-text", BODY.format("lost"), BODY.format("<mj-text>kept</mj-text><!-- a -->{# b #}\n"), True),
    ("stray-text", BODY.format("{{ lost }}"), BODY.format("{% if a %}{% endif %}{% set b = 1 %}"), True),
    ("stray-text", "<mjml>lost<mj-body></mj-body></mjml>", "<mjml><mj-body></mj-body></mjml>", False),
    ("unclosed-element", BODY.format("<mj-text>a"), BODY.format("<mj-text><p>a<br></mj-text>"), True),
    ("unclosed-element", BODY.format("<mj-text><b>a</mj-text>"), BODY.format("<mj-raw><div></mj-raw>"), True),
    ("crossed", "<mj-text><b><i>a</b></i></mj-text>", "<mj-text><b><i>a</i></b></mj-text>", True),
    (
        "crossed",
        "<mj-body>{% if a %}<mj-section>{% endif %}</mj-section></mj-body>",
        "<mj-text>{% if a %}<b>{% endif %}a{% if a %}</b>{% endif %}</mj-text>",
        True,
    ),
    ("stray-end", BODY.format("</mj-text>"), BODY.format("<mj-raw></div></mj-raw>"), True),
    ("unclosed-tag", BODY.format("<mj-text <mj-image /></mj-text>"), BODY.format("<mj-text></mj-text>"), False),
    (
        "unclosed-quote",
        BODY.format('<mj-text color="red>a</mj-text>'),
        BODY.format('<mj-text css-class="a > b">a</mj-text>'),
        False,
    ),
    ("unclosed-comment", "<!-- a", "<!-- a -->", False),
    ("unclosed-jinja", "<mj-text>{{ a</mj-text>", "<mj-text>{ a }</mj-text>", False),
    ("unclosed-block", "<mj-text>{% if a %}</mj-text>", "<mj-text>{% if a %}{% endif %}</mj-text>", False),
    ("stray-statement", "<mj-text>{% else %}</mj-text>", "<mj-text>{% if a %}{% else %}{% endif %}</mj-text>", False),
    ("junk", '<mj-text "red">a</mj-text>', '<mj-text color="red">a</mj-text>', True),
    ("tag-in-path", '<mj-include path="{{ a }}.mjml" />', '<mj-include path="a.mjml" />', False),
    (
        "tag-in-width",
        BODY.format('<mj-image width="{{ w }}px" />'),
        BODY.format('<mj-image width="{{ brand.logo.width }}px" src="{{ s }}" />'),
        False,
    ),
    (
        "columns-in-block",
        "<mj-section>{% if a %}<mj-column/>{% endif %}</mj-section>",
        '<mj-section>{% if a %}<mj-column width="50%"/>{% endif %}</mj-section>',
        False,
    ),
    (
        "tag-in-carousel",
        "<mj-carousel>{% for a in b %}<mj-carousel-image/>{% endfor %}</mj-carousel>",
        "{% if a %}<mj-carousel><mj-carousel-image/></mj-carousel>{% endif %}",
        False,
    ),
]


def codes(text: str) -> set[str]:
    return {finding.code for finding in validate(parse(text))}


@pytest.mark.parametrize(
    ("code", "fault", "clean", "fixable"), ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)]
)
def test_each_code_fires_on_its_fault_and_only_there(code, fault, clean, fixable):
    """A rule that can never fire is worse than none; one that fires on sound text is as bad."""
    found = [finding for finding in validate(parse(fault)) if finding.code == code]
    assert found
    assert codes(clean) == set()
    assert found[0].message.endswith((".", "?"))
    assert bool(found[0].fix) is fixable
    text = fault
    while fixable and (left := [one for one in validate(parse(text)) if one.code == code]):
        after = apply(text, left[0].fix)
        assert after != text
        text = after


def test_only_an_export_minds_tags_that_jinja_resolves():
    """A preview runs Jinja first: what MJML would compute wrongly is a matter of exports."""
    found = {finding.code: finding.scope for row in ROWS for finding in validate(parse(row[1]))}
    assert {code for code, scope in found.items() if scope == "export"} == {
        "tag-in-width",
        "columns-in-block",
        "tag-in-carousel",
    }


def test_the_starters_and_their_parts_are_sound(twenty):
    """All twenty in both languages, and the parts they include, give no finding."""
    files = [*twenty.root.glob("templates/*/template.mjml"), *twenty.root.glob("brands/*/parts/*.mjml")]
    assert len(files) > 40
    found = {path.name: finding.message for path in files for finding in validate(parse(path.read_text("utf-8")))}
    assert found == {}


@pytest.mark.parametrize(
    "inside",
    [
        "<mj-txt>a</mj-txt>",
        '<mj-text colour="red">a</mj-text>',
        '<mj-text padding="10">a</mj-text>',
        "<mj-section></mj-section>",
        "<div>a</div>",
        '<mj-button href="x">a</mj-button>',
        '<mj-image src="a" css-class="b" mj-class="c" />',
    ],
)
def test_mjml_itself_objects_to_the_same(inside):
    """Where MJML's own validator has a rule, both say something or neither does."""
    engine = V8Engine()
    text = BODY.format(inside)
    assert bool(engine.compile(text).diagnostics) is bool(validate(parse(text)))
    engine.close()


def test_the_gallery_gives_only_what_is_wrong_in_it(gallery):
    """The few findings are real: attributes written twice, a letter between columns."""
    found = [finding.code for text in gallery for finding in validate(parse(text))]
    assert sorted(found) == ["duplicate-attribute"] * 4 + ["stray-text"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_text_can_be_validated(data, texts):
    """Findings lie in the text, and every fix can be applied."""
    text = data.draw(texts)
    for finding in validate(parse(text)):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        if finding.fix:
            apply(text, finding.fix)
