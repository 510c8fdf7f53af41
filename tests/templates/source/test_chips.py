"""What template tags say, and how the pieces of a text look while it is edited."""

from __future__ import annotations

import pytest

from templates.source.chips import Meaning, meaning, printed
from templates.source.rich_display import appearance, attribute_of
from templates.source.rich_text import read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ contact.firstname }}", Meaning("value", "contact.firstname")),
        ("{{- name|upper -}}", Meaning("value", "name")),
        ('{{ contact.city|default("your town") }}', Meaning("value-or", "contact.city", "your town")),
        ('{{ contact.city|default("") }}', Meaning("value", "contact.city")),
        ("{{ a + b }}", Meaning("value", "a + b")),
        ('{% if contact.firstname|default("") %}', Meaning("if", "contact.firstname")),
        ("{% if segment.vip %}", Meaning("if", "segment.vip")),
        ("{% if not segment.vip %}", Meaning("unless", "segment.vip")),
        ("{% if price > 3 %}", Meaning("if", "price > 3")),
        ("{% elif a is defined %}", Meaning("elif", "a")),
        ("{% else %}", Meaning("else")),
        ("{%- endif -%}", Meaning("endif")),
        ("{% for one in cart.items %}", Meaning("for", "one", "cart.items")),
        ("{% for one in f(x) %}", Meaning("other", "for one in f(x)")),
        ("{% endfor %}", Meaning("endfor")),
        ("{% set total = 3 %}", Meaning("set", "total")),
        ("{% raw %}", Meaning("other", "raw")),
        ("{# why #}", Meaning("comment", "why")),
        ("<!-- why -->", Meaning("comment", "why")),
        ("</b>", Meaning("markup", "</b>")),
        ("{{ open", Meaning("markup", "{{ open")),
    ],
)
def test_each_tag_has_a_meaning(source, expected):
    """Its form, what it is about, and what else matters."""
    assert meaning(source) == expected


VALUES = {"brand": {"colour": {"primary": "#123456"}, "name": "Acme"}}


def look(source):
    """The attributes with which the first unit of a source is shown."""
    return appearance(read(source).units[0], VALUES, lambda path: f"pictures/{path}")


def test_known_values_shape_what_is_shown():
    """The brand's colours are shown; a declaration whose value is not known is left out."""
    style = "color:{{ brand.colour.primary }};width:{{ w }}px;margin:0"
    assert look(f'<p style="{style}" align="right">x</p>') == {"style": "color:#123456;margin:0", "align": "right"}
    assert look('<td width="{{ w }}">x</td>') == {}


def test_nothing_that_acts_is_shown():
    """No handlers, no links, no marks of the canvas; a picture comes from where pictures come from."""
    assert look('<a href="https://x.y" onclick="z" id="i" class="k mw-n-7">x</a>') == {"class": "k "}
    assert look('<img src="a.png" alt="A" srcset="b 2x" width="9" />') == {"src": "pictures/a.png", "width": "9"}
    assert look("{{ x }}") == {}
    assert attribute_of(read('<a href="{{ u }}?a=1&amp;b">x</a>').units[0], "href") == "{{ u }}?a=1&b"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ price }}", ("price", None)),
        ("{{contact.city|default('your \\'town\\'')}}", ("contact.city", "your 'town'")),
        ('{{ contact.city | default("") }}', ("contact.city", "")),
        ('{{ vars["first-name"] }}', ('vars["first-name"]', None)),
        ("{{ price|round(2) }}", None),
        ('{{ a|default("x")|upper }}', None),
        ("{% if a %}", None),
    ],
)
def test_a_printed_name_is_taken_apart(source, expected):
    """Its path and the text for where it is missing; what computes more is left alone."""
    assert printed(source) == expected
