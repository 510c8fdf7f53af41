"""What is proposed while a template is being typed. The caret is ``¦`` in the sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.completion import Known, complete

KNOWN = Known(
    values={
        "start_url": "https://example.com/start",
        "products": [{"title": "Lamp", "price": 12}, {"title": "Chair"}],
        "contact": {"firstname": "Ada", "address": {"city": "Paris"}},
        "brand": {
            "name": "Acme",
            "colour": {"primary": "#4250d6", "ink": "#191c22"},
            "font": {"body": "Inter, sans-serif", "url": "https://example.com/font.css"},
        },
        "links": {"unsubscribe": "https://example.com/unsubscribe"},
    },
    segments=("loyal", "new"),
    pictures=("templates/x/images/hero.png",),
    parts=("brands/acme/parts/footer.mjml",),
)
MAIL = "<mjml><mj-head></mj-head><mj-body><mj-section><mj-column>{}</mj-column></mj-section></mj-body></mjml>"


def offered(source: str, *, asked: bool = False):
    offset = source.index("¦")
    return complete(source.replace("¦", ""), offset, KNOWN, asked=asked)


def labels(source: str, *, asked: bool = False) -> list[str]:
    offer = offered(source, asked=asked)
    return [item.label for item in offer.items] if offer else []


def chosen(source: str, label: str, *, asked: bool = False) -> str:
    """The text after the proposal ``label`` was taken, with its caret."""
    offer = offered(source, asked=asked)
    item = next(item for item in offer.items if item.label == label)
    text = source.replace("¦", "")
    caret = len(item.insert) if item.caret < 0 else item.caret
    return text[: offer.start] + item.insert[:caret] + "¦" + item.insert[caret:] + text[offer.end :]


@pytest.mark.parametrize(
    ("source", "there", "absent"),
    [
        ("<mjml><mj-body><¦", ["mj-section", "mj-wrapper", "mj-hero", "/mj-body"], ["mj-text", "mj-column"]),
        ("<mjml><mj-head><mj¦", ["mj-attributes", "mj-title"], ["mj-section", "mj-body"]),
        (MAIL.format("<mj-t¦"), ["mj-text", "mj-image", "/mj-column"], ["mj-section"]),
        (MAIL.format("<mj-text>Hello <¦</mj-text>"), ["b", "a", "/mj-text"], ["mj-text"]),
        (MAIL.format("<mj-text><p>Hello <¦</mj-text>"), ["/p"], ["/mj-text"]),
        (MAIL.format("<!-- <mj-text> --><¦"), ["mj-text"], ["/mj-text"]),
        (MAIL.format("<mj-divider /><¦"), ["/mj-column"], ["/mj-divider"]),
        ("<¦", ["mjml", "mj-section"], ["mj-text"]),
    ],
)
def test_an_element_is_one_that_may_stand_there(source, there, absent):
    """After ``<`` come the children of what is open, and its end; HTML in a text."""
    found = labels(source)
    assert set(there) <= set(found)
    assert not set(absent) & set(found)


def test_the_usual_ones_come_first():
    """A section in a body, a text in a column: nobody has to look for them."""
    assert labels("<mjml><mj-body><¦")[0] == "mj-section"
    assert labels(MAIL.format("<¦"))[0] == "mj-text"


@pytest.mark.parametrize(
    ("source", "label", "after"),
    [
        ("<mj-column><mj-t¦", "mj-text", "<mj-column><mj-text>¦</mj-text>"),
        ("<mj-column><¦", "mj-image", '<mj-column><mj-image src="¦" alt="" />'),
        ("<mj-column><¦", "mj-divider", "<mj-column><mj-divider />¦"),
        ('<mj-column><mj-te¦ padding="0">', "mj-text", '<mj-column><mj-text¦ padding="0">'),
        ("<mj-column><mj-text>x</¦", "/mj-text", "<mj-column><mj-text>x</mj-text>¦"),
        ("<mj-column><mj-text>x</mj¦>", "/mj-text", "<mj-column><mj-text>x</mj-text¦>"),
        ("<mj-text ¦>", "align", '<mj-text align="¦">'),
        ('<mj-text al¦="left">', "align", '<mj-text align¦="left">'),
        ('<mj-text align="¦">', "center", '<mj-text align="center¦">'),
        ('<mj-text color="¦">', "brand.colour.ink", '<mj-text color="{{ brand.colour.ink }}¦">'),
        ("{{ pro¦ }}", "products", "{{ products¦ }}"),
        ("{{ con¦ }}", "contact", "{{ contact.¦ }}"),
        ("{{ days¦ }}", "days_until()", "{{ days_until(¦) }}"),
        ("{% i¦", "if", "{% if ¦ %}{% endif %}"),
        ("{% i¦ %}", "if", "{% if¦ %}"),
        ("{{ name|def¦ }}", "default", "{{ name|default¦ }}"),
    ],
)
def test_a_proposal_is_written_where_it_was_begun(source, label, after):
    """It takes the place of what was typed, brings what belongs to it, and the caret stands where one goes on."""
    assert chosen(source, label) == after


def test_attributes_that_are_there_are_not_proposed():
    """Those before and behind the caret; the others come with their default or their choice."""
    offer = offered('<mj-text padding="0" ¦ align="left">')
    found = {item.label: item.detail for item in offer.items}
    assert not {"padding", "align"} & set(found)
    assert found["font-size"] == "13px"
    assert offered('<mj-section dir¦ padding="0">').items[0].label != "padding"


def test_template_tags_in_a_tag_do_not_confuse():
    """A tag with quotes and signs in front of the caret is read as Jinja reads it."""
    source = """<mj-text {% if a > "1" %}color="red"{% endif %} padding="{{ x|default('>') }}" ¦>"""
    found = labels(source)
    assert "align" in found
    assert not {"color", "padding"} & set(found)
    assert labels("""<mj-text {% if a > "1" %}color="red"{% endif %} align="¦">""") == [
        "left",
        "right",
        "center",
        "justify",
    ]


@pytest.mark.parametrize(
    ("source", "there"),
    [
        ('<mj-button href="¦">', ["links.unsubscribe"]),
        ('<mj-image src="¦">', ["templates/x/images/hero.png"]),
        ('<mj-include path="br¦">', ["brands/acme/parts/footer.mjml"]),
        ('<mj-class name="lead" /><mj-class color="red" name="quiet" /><mj-text mj-class="lead ¦">', ["lead", "quiet"]),
        ('<mj-text font-family="¦">', ["brand.font.body"]),
        ('<mj-section full-width="¦">', ["full-width", "false"]),
    ],
)
def test_values_come_from_around_the_template(source, there):
    """Links, pictures, parts, classes, fonts."""
    assert set(there) <= set(labels(source))


def test_a_colour_says_what_it_looks_like():
    """The detail of a colour is one that can be drawn."""
    items = {item.label: item for item in offered('<mj-text color="¦">').items}
    assert (items["brand.colour.primary"].kind, items["brand.colour.primary"].detail) == ("colour", "#4250d6")
    assert items["#000000"].kind == "colour"


@pytest.mark.parametrize(
    ("source", "there", "absent"),
    [
        ("{{ ¦ }}", ["start_url", "products", "contact", "brand", "segment"], ["loop", "vars"]),
        ("{{ coupon }} {{ cou¦ }}", ["coupon"], ["cou"]),
        ("{% set total = 3 %}{{ ¦", ["total"], []),
        ("{{ contact.¦ }} {{ contact.shoe_size }}", ["firstname", "address", "shoe_size"], ["start_url"]),
        ("{{ contact.address.¦", ["city"], ["firstname"]),
        ("{{ brand.colour.pr¦", ["primary", "ink"], []),
        ("{% if segment.¦ %}", ["loyal", "new"], []),
        ("{% for product in products %}{{ ¦", ["product", "loop"], []),
        ("{% for product in products %}{{ product.¦", ["title", "price"], []),
        ("{% for product in products %}{{ loop.¦", ["first", "index"], []),
        ("{% for product in products %}{% endfor %}{{ ¦", ["products"], ["product", "loop"]),
        ("{% ¦", ["if", "for", "set"], ["contact"]),
        ("{{ name | ¦", ["default", "upper", "capfirst"], ["contact"]),
        ("<mj-text color='{{ brand.¦ }}'>", ["colour", "name"], []),
    ],
)
def test_names_are_those_of_the_data_and_of_the_text(source, there, absent):
    """Variables, loops around the caret, what is spoken of elsewhere; never what is being typed just now."""
    found = labels(source)
    assert set(there) <= set(found)
    assert not set(absent) & set(found)


@pytest.mark.parametrize(
    "source",
    ["{{ 'a ¦", "{# ¦", "Hello ¦", "<mj-text>Hello ¦</mj-text>", "<mj-nothing ¦", "<mj-text padding=¦", "¦", "{{ 1.5¦"],
)
def test_nothing_is_proposed_where_anything_goes(source):
    """Words, comments, texts in quotes, components that MJML does not have."""
    assert labels(source) == []


def test_on_request_components_are_proposed_between_components():
    """Then the opening bracket is written too; not in a text, where words stand."""
    assert chosen("<mj-column>¦</mj-column>", "mj-text", asked=True) == "<mj-column><mj-text>¦</mj-text></mj-column>"
    assert labels("<mj-text>¦</mj-text>", asked=True) == []


PIECES = [
    "<",
    ">",
    "</",
    "mj-text",
    " ",
    "=",
    '"',
    "'",
    "{{",
    "}}",
    "{%",
    "%}",
    "for x in y",
    ".",
    "|",
    "mj-column",
    "/>",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.integers(0, 60), st.booleans())
def test_any_text_is_answered(text, offset, asked):
    """Whatever stands there, there is an answer, and it is about the characters before the caret."""
    offset = min(offset, len(text))
    offer = complete(text, offset, KNOWN, asked=asked)
    if offer is not None:
        assert 0 <= offer.start <= offer.end == offset
        assert offer.items
