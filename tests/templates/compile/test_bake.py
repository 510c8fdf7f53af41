"""The brand's values in, every other tag kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.bake import bake
from templates.compile.context import context_of
from templates.compile.personalise import render_plain
from templates.compile.source_map import MappedText
from templates.errors import LimitError, TemplateError

BRAND = {
    "name": "A'cme & {{Co}}",
    "site": "https://a.example",
    "social": {"facebook": "https://f.example", "x": ""},
    "font": {"url": ""},
    "sizes": [1, 2],
    "logo": {"wide": "brands/a/l.png", "width": 120},
}


@pytest.fixture
def baked() -> Callable[[str], str]:
    """Returns a text with BRAND baked in."""
    return lambda text: bake(MappedText.of_file(text, "t.mjml"), {"brand": BRAND}).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ brand.site }} {{ contact.x }}", "https://a.example {{ contact.x }}"),
        ('{{ brand["site"] }}{{brand.logo.width*2}}', "https://a.example240"),
        ("{{ brand.name }}", "A&#39;cme &amp; &#123;&#123;Co}}"),
        ('{{ brand.social.twitter|default("none") }}', "none"),
        ("{% if brand.font.url %}F{% endif %}x", "x"),
        ("{% if brand.site %}Y{{ a }}{% else %}N{% endif %}x", "Y{{ a }}x"),
        ("{% if brand.font.url %}A{% else %}{{ b }}{% endif %}", "{{ b }}"),
        ("{% if a %}A{% elif brand.site %}B{% else %}C{% endif %}", "{% if a %}A{% else %}B{% endif %}"),
        ("{% if a %}A{% elif brand.font.url %}B{% else %}C{% endif %}", "{% if a %}A{% else %}C{% endif %}"),
        ("{%- if brand.font.url -%} A {%- elif b %}B{% endif %}", "{%- if b %}B{% endif %}"),
        ("a {%- if brand.site -%} b {%- endif -%} c", "abc"),
        ("a {{- brand.site -}} c", "ahttps://a.examplec"),
        ("a  {%- if x -%}  b  {%- endif -%}  c", "a  {%- if x -%}  b  {%- endif -%}  c"),
        (
            "{% for n, u in brand.social|items %}{{ n }}={{ u }}{{ ',' if not loop.last }}{{ a }}{% endfor %}",
            "facebook=https://f.example,{{ a }}x={{ a }}",
        ),
        (
            "{% for i in [] %}{% else %}{{ brand.site }}{% endfor %}",
            "{% for i in [] %}{% else %}https://a.example{% endfor %}",
        ),
        ("{% for i in brand.font.url %}x{% else %}E{% endfor %}", "E"),
        ("{% for i in brand.sizes if i > 1 %}{{ i }}{% endfor %}", "{% for i in [1, 2] if i > 1 %}{{ i }}{% endfor %}"),
        ("{% for i in brand.sizes %}{{ i ~ a }}{% endfor %}", "{% for i in [1, 2] %}{{ i ~ a }}{% endfor %}"),
        (
            "{% for p in ps %}{{ brand.site }}{{ p|default(brand.logo.width) }}{% endfor %}",
            "{% for p in ps %}https://a.example{{ p|default(120) }}{% endfor %}",
        ),
        ("{% for brand in ps %}{{ brand.site }}{% endfor %}", "{% for brand in ps %}{{ brand.site }}{% endfor %}"),
        ("{{ a|default(brand.name) }}", "{{ a|default('A\\x27cme \\x26 \\x7b\\x7bCo\\x7d\\x7d') }}"),
        (
            "{{ a.brand.name }} {{ a(brand=1) }} {{ a|default(brand.nope) }}",
            "{{ a.brand.name }} {{ a(brand=1) }} {{ a|default(brand.nope) }}",
        ),
        ("{% set x = brand.site %}{{ x }}", "{% set x = 'https://a.example' %}{{ x }}"),
        (
            "{% raw %}{{ brand.name }}{% endraw %}{# {{ brand.name }} #}",
            "{% raw %}{{ brand.name }}{% endraw %}{# {{ brand.name }} #}",
        ),
        ("{{ a }}\r\n [[UNSUB]] {{b}}  {%if c%}d{%endif%}", "{{ a }}\r\n [[UNSUB]] {{b}}  {%if c%}d{%endif%}"),
    ],
)
def test_what_is_known_is_decided_and_the_rest_kept(text, expected, baked):
    """Prints, conditions and loops of the brand are evaluated; every other byte stays."""
    assert baked(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\n{{ brand.nme }}", "t.mjml:2:4: The variable brand.nme is not known. Did you mean brand.name?"),
        ("{% if brand.font.x.y %}{% endif %}", "t.mjml:1:7: The variable brand.font.x.y is not known."),
        ("{% if a %}\n{{ brand.name }}", "t.mjml:1:4: The block if that begins here is not closed."),
    ],
)
def test_errors_have_their_place(text, sentence, baked):
    """The place is in the source text."""
    with pytest.raises(TemplateError) as caught:
        baked(text)
    assert str(caught.value).startswith(sentence)


def test_bombs_in_the_brands_tags_are_stopped(baked):
    """Baking has the limits of a build."""
    with pytest.raises(LimitError):
        baked("{{ brand.name * 10**9 }}")
    with pytest.raises(LimitError):
        baked("{% if a %}" * 200 + "{{ brand.name }}" + "{% endif %}" * 200)


EXPRESSIONS = st.sampled_from(
    ["brand.site", "brand.font.url", "a", "b", "brand.site and a", "not brand.font.url", "a == b"]
)
LEAVES = st.sampled_from(["text", " ", "{{ brand.site }}", "{{ a }}", "{{ a ~ brand.logo.width }}"])
TEXTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(EXPRESSIONS, inner, EXPRESSIONS, inner, inner).map(
            lambda parts: "{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}".format(*parts)
        ),
        st.tuples(EXPRESSIONS, inner).map(lambda parts: "{{%- if {} -%}} {} {{%- endif %}}".format(*parts)),
        inner.map(lambda body: f"{{% for i in brand.sizes %}}{{{{ i }}}}{body}{{% endfor %}}"),
        inner.map(lambda body: f"{{% for i in rows %}}{{{{ i }}}}{body}{{% endfor %}}"),
    ),
    max_leaves=12,
)


@given(TEXTS, st.booleans(), st.booleans())
def test_the_baked_text_renders_to_the_same_mail(text, a, b):
    """Rendering with brand equals baking and then rendering without."""
    given_names = {"contact": {}, "segments": frozenset(), "sender": {}, "links": {}, "today": None}
    data = {"a": a, "b": b, "rows": [7, 8]}
    kept = bake(MappedText.of_file(text, "t"), {"brand": BRAND}).text
    assert render_plain(kept, context_of(data, brand=None, **given_names)) == render_plain(
        text, context_of(data, brand=BRAND, **given_names)
    )
    assert "brand." not in kept
