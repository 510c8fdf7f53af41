"""The whole road, from a template's text and data to a mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.compile.pipeline import STEPS, TAGGED_STEPS, Build, build, build_tagged
from templates.errors import InputError, MailwrightError, Place, TemplateError

PIECES = [
    *["<mjml>", "</mjml>", "<mj-head>", "</mj-head>", "<mj-body>", "</mj-body>", "<mj-section>", "</mj-section>"],
    *["<mj-column>", "</mj-column>", "<mj-text>", "</mj-text>", "<mj-title>", "</mj-title>", "<mj-raw>", "</mj-raw>"],
    *['<mj-image src="a.png" width="', '"/>', "<mj-include path='x'/>", "<mj-style>", "</mj-style>", ".x{color:red}"],
    *[
        "<p class=x",
        ">",
        "<",
        "&",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        " if a ",
        " endif ",
        " for x in rows ",
        "endfor",
    ],
    *[" set a = ", "{{ a }}", "{% if a %}", "{% endif %}", "{% for r in rows %}", "{{ r }}", "{% endfor %}", "-", "|"],
    *[
        "{{ brand.name }}",
        "{% if brand.name %}",
        "default(1)",
        "a",
        "b.c",
        "(",
        ")",
        "[",
        "]",
        "'",
        '"',
        "1",
        "**",
        "~",
    ],
    *["\n", "\r\n", "\x00", "\ud800", "é", "<!--", "-->"],
]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def test_one_mail_from_end_to_end():
    """Includes, personal data, a segment, pictures, inlined rules, text part, subject and preheader."""
    text = """<mjml lang="en"><mj-head><mj-title>Hi {{ contact.name }}</mj-title><mj-preview>For you</mj-preview>
<mj-style>.big { color: red } @media (max-width: 480px) { .big { color: blue !important } }</mj-style>
</mj-head><mj-body>
<mj-include path="parts/header.mjml" />
{% if segment.vip %}<mj-section><mj-column><mj-text css-class="big">Hello {{ contact.name }}</mj-text>
</mj-column></mj-section>{% endif %}
{% for item in items %}<mj-section><mj-column><mj-text>{{ loop.index }}. {{ item }}</mj-text>
</mj-column></mj-section>{% endfor %}
<mj-section><mj-column><mj-text><a href="{{ links.unsubscribe }}">Unsubscribe</a></mj-text></mj-column></mj-section>
</mj-body></mjml>"""
    image = '<mj-image src="{{ brand.logo }}" alt="{{ brand.name }}"/>'
    header = f"<mj-section><mj-column>{image}</mj-column></mj-section>"
    made = build(
        text,
        include=lambda path, _: (header, path),
        data={"items": ["Bread", "Milk & more"]},
        contact={"name": "Zoë"},
        segments={"vip"},
        brand={"name": "Acme", "logo": "brands/acme/logo.png"},
        links={"unsubscribe": "https://e.example/u?a=1&b=2"},
        image_url=lambda path: f"https://cdn.example/{path}",
    )
    assert (made.subject, made.preheader) == ("Hi Zoë", "For you")
    assert made.images == ("brands/acme/logo.png",)
    assert made.warnings == ()
    assert 'src="https://cdn.example/brands/acme/logo.png"' in made.html
    assert 'lang="en"' in made.html
    assert 'class="big" style="' in made.html
    assert ".big { color: blue !important }" in made.html
    assert made.text == (
        "Acme\n\nHello Zoë\n\n1. Bread\n\n2. Milk & more\n\nUnsubscribe (https://e.example/u?a=1&b=2)\n"
    )


def test_the_same_mail_twice_is_the_same_bytes(mail):
    """Caches and goldens rest on it."""
    text = mail('<mj-carousel><mj-carousel-image src="a.png"/></mj-carousel><mj-text>{{ {"a": 1} }}</mj-text>')
    assert build(text) == build(text)


def test_an_unknown_mjml_tag_is_a_warning_with_its_place(mail):
    """MJML drops the element and the mail goes on; the notice names tag and place."""
    made = build(mail("\n  <mj-foo>gone</mj-foo><mj-text>kept</mj-text>"))
    assert [(notice.message, notice.place) for notice in made.warnings] == [
        ("Element mj-foo doesn't exist or is not registered", Place("template.mjml", 2, 3))
    ]
    assert "kept" in made.html
    assert "gone" not in made.html


@pytest.mark.parametrize(
    "text", ["", " ", "hello", "<html></html>", "<mjml>", "<mjml><mj-head/></mjml>", "{{ a }}", "<mjml/>"]
)
def test_text_that_is_no_mail_is_a_template_error(text, failure):
    """With the file it came from."""
    error = failure(text, data={"a": 1}, name="templates/x/template.mjml")
    assert isinstance(error, TemplateError)
    assert str(error).startswith("templates/x/template.mjml: MJML cannot compile this mail: ")


def test_data_that_is_no_object_is_an_input_error(mail):
    """Before anything is compiled."""
    with pytest.raises(InputError):
        build(mail(), data=["a"])


def test_steps_are_in_the_order_their_reasons_give():
    """Includes first, text last, and both roads share all they can."""
    names = [step.__name__ for step in STEPS]
    assert names == ["_include", "_personalise", "_map_images", "_compile", "_inline_css", "_plain_text"]
    assert [step.__name__ for step in TAGGED_STEPS] == [
        {"_personalise": "_bake", "_compile": "_compile_tagged"}.get(name, name) for name in names
    ]


def outcome(make: Callable[..., Build], text: str, **given: Any) -> str:
    """Return the HTML, or the sentence of the error; any other exception comes out."""
    try:
        return make(text, **given).html
    except MailwrightError as error:
        return error.what


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=80))
def test_whatever_the_text_only_our_errors_come_out(text):
    """Broken, hostile or random: a mail or one clear sentence."""
    for whole in (text, f"<mjml><mj-head></mj-head><mj-body>{text}</mj-body></mjml>"):
        assert outcome(build, whole, data={"a": 1, "rows": [1, 2]}, brand={"name": "A"})
        assert outcome(build_tagged, whole, brand={"name": "A"})


@settings(max_examples=60)
@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
def test_whatever_the_data_it_is_printed_or_refused(data):
    """Every JSON value prints, escaped, in a mail."""
    column = "<mj-text>{% for v in vars|each %}{{ v }};{% endfor %}</mj-text>"
    text = f"<mjml><mj-body><mj-section><mj-column>{column}</mj-column></mj-section></mj-body></mjml>"
    assert outcome(build, text, data=data)


def test_places_hold_when_pictures_get_other_addresses(mail):
    """A longer address in front of a fault, on its line or above it, does not move the fault's place."""
    text = mail('<mj-image src="a.png" /><mj-foo />\n<mj-image src="b.png" /><mj-bar />')
    places = [
        notice.place for notice in build(text, image_url=lambda path: f"https://pictures.example/far/{path}").warnings
    ]
    lines = text.split("\n")
    assert [(place.line, place.column) for place in places] == [
        (text[: text.index(tag)].count("\n") + 1, lines[text[: text.index(tag)].count("\n")].index(tag) + 1)
        for tag in ("<mj-foo", "<mj-bar")
    ]
