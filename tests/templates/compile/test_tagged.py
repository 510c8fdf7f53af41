"""The form for systems that send Jinja themselves: the brand baked in, every other tag kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from templates.compile.context import context_of
from templates.compile.engine import mjml_engine
from templates.compile.markup import template_tags
from templates.compile.parity import digest
from templates.compile.personalise import render_plain
from templates.compile.pipeline import build, build_tagged
from templates.errors import TemplateError

BRAND = {"name": "Acme", "logo": {"wide": "brands/acme/logo.png", "width": 120}, "social": {"x": ""}}
DATA = {"rows": [{"n": "a", "x": True}, {"n": "b", "x": False}], "n": 3, "vip": True}
TEXT = """{% set greeting = "Hello" %}
<mjml><mj-head><mj-title>{{ greeting }} &amp; {{ brand.name }} {{ n }}</mj-title><mj-preview>{{ n }} left</mj-preview>
{# a note #}<mj-style>.big { color: red } @media (max-width:480px) { .big { color: blue !important } }</mj-style>
</mj-head>
<mj-body>
{% if vip %}
<mj-section><mj-column><mj-text css-class="big">{{ greeting }} {{ n|default("<x>") }}</mj-text>
{% if brand.social.x %}<mj-text>{{ brand.social.x }}</mj-text>{% endif %}
<mj-image src="{{ brand.logo.wide }}" width="{{ brand.logo.width }}px" alt="{{ brand.name }}"/></mj-column></mj-section>
{% else %}<mj-section><mj-column><mj-text>Join</mj-text></mj-column></mj-section>{% endif %}
<mj-section><mj-column><mj-table>{% for r in rows %}<tr {% if r.x %}class="big"{% else %}class="b"{% endif %}>
<td>{{ r.n }}</td></tr>{% endfor %}</mj-table><mj-button href="https://e.example/{{ n }}">Go</mj-button>
<mj-social>{% for r in rows %}
<mj-social-element href="https://e.example/{{ r.n }}" name="web">{{ r.n }}</mj-social-element>
{% endfor %}</mj-social></mj-column></mj-section>
</mj-body></mjml>"""


def tags(text: str) -> Counter[str]:
    return Counter(text[start:end] for start, end in template_tags(text))


def test_the_brand_is_in_and_all_other_tags_are_kept():
    """No name of the brand is left, and no tag of the author's is lost."""
    made = build_tagged(TEXT, brand=BRAND)
    assert "brand." not in made.html + made.mjml + made.text + made.subject
    kept = tags(TEXT) - Counter({tag: 99 for tag in tags(TEXT) if "brand" in tag or tag.startswith("{#")})
    kept["{% endif %}"] -= 1
    assert not kept - tags(made.html)
    assert tags(made.mjml) == kept
    assert made.images == ("brands/acme/logo.png",)
    assert made.warnings == ()


def test_subject_and_preheader_keep_their_tags():
    """As plain text: entities of the author's decoded, and names set before the mail set here too."""
    made = build_tagged(TEXT, brand=BRAND)
    assert (made.subject, made.preheader) == (
        '{% set greeting = "Hello" %}{{ greeting }} & Acme {{ n }}',
        "{{ n }} left",
    )


def test_statements_stand_in_raw_between_components():
    """So that any MJML compiler carries them along; a set before the mail goes to the file's start."""
    made = build_tagged(TEXT, brand=BRAND)
    assert "<mj-raw>{% if vip %}</mj-raw>" in made.mjml
    assert "<mj-social><mj-raw>{% for r in rows %}</mj-raw>" in made.mjml
    assert '<mjml><mj-raw position="file-start">{% set greeting = "Hello" %}</mj-raw>' in made.mjml
    assert made.html.startswith('{% set greeting = "Hello" %}')


def test_the_flattened_mjml_compiles_to_the_same_html_anywhere():
    """Without our masks, as another tool would compile it, tokens are the same before inlining."""
    made = build_tagged(TEXT, brand=BRAND)
    assert digest(mjml_engine().compile(made.mjml).html) == digest(made.html_before_inlining)


def test_the_flattened_mjml_of_a_build_does_too():
    """The personalised form likewise."""
    made = build(TEXT, brand=BRAND, data=DATA)
    assert "{{" not in made.mjml
    assert digest(mjml_engine().compile(made.mjml).html) == digest(made.html_before_inlining)


def test_raw_statements_of_the_author_equal_the_stored_reference(golden: Path):
    """A fixture that is in the tagged form already comes out as npm mjml's own compile of it."""
    expected = json.loads((golden / "reference.json").read_text())["tagged.mjml"]["sha256"]
    made = build_tagged((golden / "tagged.mjml").read_text(encoding="utf-8"))
    assert digest(made.html_before_inlining) == expected


def test_rendering_the_tagged_mail_gives_the_built_mail():
    """Jinja after MJML says what Jinja before MJML says, token by token, text part included."""
    tagged, built = build_tagged(TEXT, brand=BRAND), build(TEXT, brand=BRAND, data=DATA)
    names = context_of(DATA, contact={}, segments=frozenset(), brand=None, sender={}, links={}, today=None)
    # MJML joins Outlook's conditionals where they touch; with a tag between them they do not.
    seams = re.compile(r"<!\[endif\]-->\s*<!--\[if mso \| IE\]>")
    rendered = seams.sub("", render_plain(tagged.html_before_inlining, names))
    assert digest(rendered) == digest(seams.sub("", built.html_before_inlining))
    assert render_plain(tagged.text, names).split() == built.text.split()
    assert render_plain(tagged.subject, names) == built.subject


@pytest.mark.parametrize(
    ("body", "place", "sentence"),
    [
        (
            "<mj-section>\n{% if a %}<mj-column/>{% endif %}</mj-section>",
            "2:1",
            "This condition or loop decides how many columns",
        ),
        (
            "<mj-section><mj-column/>{% for a in b %}<mj-column></mj-column>{% endfor %}</mj-section>",
            "1:59",
            "This condition or loop decides",
        ),
        (
            "<mj-section><mj-group>{% if a %}<mj-column/>{% endif %}</mj-group></mj-section>",
            "1:57",
            "This condition or loop decides",
        ),
        (
            "<mj-section><mj-raw>{% if a %}</mj-raw><mj-column/><mj-raw>{% endif %}</mj-raw></mj-section>",
            "1:55",
            "This condition or loop decides",
        ),
        (
            '<mj-section>\n<mj-column width="{{ w }}"/></mj-section>',
            "2:19",
            "The width of mj-column holds a template tag",
        ),
        ("<mj-image\n width='1{% if a %}0{% endif %}px'/>", "2:10", "The width of mj-image holds a template tag"),
        ("<mj-section {% if a %}padding='0'{% endif %}/>", "1:47", "The tag {% if a %}padding='0'{% endif %} is lost"),
        (
            "<mj-section><mj-column><mj-carousel>{% if a %}<mj-carousel-image src='x'/>{% endif %}</mj-carousel>",
            "1:71",
            "The tag {% if a %} is lost",
        ),
        ("<mj-unknown>{% if a %}x{% endif %}</mj-unknown>", "1:47", "The tag {% if a %} is lost"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_place(body, place, sentence, mail):
    """A mail that would come out wrong is not exported."""
    with pytest.raises(TemplateError) as caught:
        build_tagged(mail(body=body))
    assert str(caught.value).startswith(f"template.mjml:{place}: {sentence}")


def test_tags_in_shorthands_lose_their_blanks(mail):
    """MJML splits a padding at blanks, so a tag there has none; one that needs them is refused."""
    made = build_tagged(mail(body='<mj-section padding="{{ a }}px  0" border=\'{{ b }}\' css-class="{{ c }}"/>'))
    assert '<mj-section padding="{{a}}px  0" border=\'{{b}}\' css-class="{{ c }}"/>' in made.mjml
    with pytest.raises(TemplateError) as caught:
        build_tagged(mail(body='<mj-section padding="{{ a or b }}px"/>'))
    assert str(caught.value).startswith("template.mjml:1:56: MJML splits the padding of mj-section at the blanks in")


@pytest.mark.parametrize(
    ("head", "tag"),
    [
        ("{% if a %}<mj-style>.x{}</mj-style>{% endif %}", "{% if a %}"),
        ("<mj-attributes>{% if a %}<mj-text color='red'/>{% endif %}</mj-attributes>", "{% if a %}"),
        ("{{ a }}", "{{ a }}"),
        ("{% set a %}x{% endset %}", "{% set a %}"),
    ],
)
def test_tags_between_the_heads_elements_are_refused(head, tag, mail):
    """MJML sorts its head, so a condition there would hold something else."""
    with pytest.raises(TemplateError, match="cannot be kept here") as caught:
        build_tagged(mail(head=head))
    assert caught.value.values["tag"] == tag


@pytest.mark.parametrize(
    "body",
    [
        '<mj-section>{% if a %}<mj-column width="50%"/>{% endif %}<mj-column width="50%"/></mj-section>',
        "{% if a %}<mj-section><mj-column/></mj-section>{% endif %}",
        "<mj-section><mj-column>{% if a %}<mj-text>x</mj-text>{% endif %}</mj-column></mj-section>",
        "<mj-section><mj-raw>{% if a %}x{% endif %}</mj-raw><mj-column/></mj-section>",
        '<mj-section><mj-column><mj-image width="10px" alt="{{ a }}"/></mj-column></mj-section>',
    ],
)
def test_what_keeps_its_widths_is_exported(body, mail):
    """Columns with widths of their own, whole sections and contents of columns may depend on anything."""
    assert tags(build_tagged(mail(body=body)).mjml) == tags(body)


def test_a_print_that_nothing_shows_is_a_warning(mail):
    """A default that no element takes is no reason to stop."""
    made = build_tagged(mail(head='<mj-attributes>\n<mj-divider border-color="{{ c }}"/></mj-attributes>'))
    assert [(notice.message, str(notice.place)) for notice in made.warnings] == [
        ("The tag {{ c }} is lost when MJML compiles it.", "template.mjml:2:27")
    ]
