"""Jinja over the mail: what it prints, and errors with file, line and column of the source text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from templates.compile.context import context_of
from templates.compile.personalise import render_plain
from templates.compile.pipeline import build
from templates.errors import LimitError, TemplateError


@pytest.fixture
def render() -> Callable[..., str]:
    """Returns a text rendered as plain text with these variables."""

    def of(text: str, **variables: object) -> str:
        names = context_of(
            variables,
            contact={"city": "Paris", "home": {"zip": "75"}},
            segments=frozenset(),
            brand=None,
            sender={},
            links={},
            today=None,
        )
        return render_plain(text, names)

    return of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ t }} {{ f }} [{{ n }}] {{ 1.0 }} {{ 3 }}", "true false [] 1.0 3"),
        ('{{ "a" ~ t ~ n ~ 1 }}', "atrue1"),
        ("{% for i in order.items|each %}{{ i.title }};{% endfor %}", "Mug;Cap;"),
        ("{% for v in pair|each %}{{ v }}{% endfor %}", "12"),
        ('{{ a.b.c|default("none") }}', "none"),
        ("{{ contact.x is defined }} {{ contact.city is defined }}", "false true"),
        ('{{ "12"|num + 1 }} {{ "1.5"|num }} {{ 4|num }}', "13 1.5 4"),
        ('{{ "le Mans"|capfirst }} {{ "a/b c&d"|urlencode_component }}', "Le Mans a%2Fb%20c%26d"),
        (
            "{{ 3.14159|round(2) }} {{ 2.5|round }} {{ 2.675|round(2) }} {{ -2.5|round }} {{ 42.0|round(1) }}",
            "3.14 3 2.68 -3 42",
        ),
        ('{{ 7.1|round(0, "ceil") }} {{ 7.9|round(0, "floor") }} {{ 1234|round(-2) }}', "8 7 1200"),
        ('{{ 3.99|int }} {{ "7"|int }} {{ "x"|int }} {{ "x"|int(5) }}', "3 7 0 5"),
        ('{{ [1, 2]|join(", ") }} {{ rows|join("-", attribute="title") }}', "1, 2 Mug-Cap"),
        ("{{ rows|sum(attribute='price') }} {{ [1, 2]|sum }}", "5 3"),
        ("{% for row in [1, 2, 3]|batch(2) %}{{ row }}{% endfor %}", "[1, 2][3]"),
        ("{% for row in [1, 2, 3]|slice(2) %}{{ row }}{% endfor %}", "[1, 2][3]"),
        ('{{ "ab"|center(6) }}|{{ "a\nb"|indent(2) }}|{{ "aaa"|replace("a", "b", 2) }}', "  ab  |a\n  b|bba"),
        ('{{ {"a": "<"}|tojson }} {{ "long words here"|wordwrap(5) }}', '{"a": "\\u003c"} long\nwords\nhere'),
        ('{{ "Ada L"|upper }} {{ "Ada L".split(" ")[0] }} {{ " x ".strip() }}', "ADA L Ada x"),
        ("{% set ns = namespace(n=0) %}{% for i in range(3) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}", "3"),
        ("{% macro m(x) %}<{{ x }}{{ varargs|length }}>{% endmacro %}{{ m(1, 2, 3) }}", "<12>"),
        ("{{ [1, 2]|map('string') }}", "['1', '2']"),
        ("{% for i in [1, 2] %}{{ loop.index }}{{ ',' if not loop.last }}{% endfor %}", "1,2"),
        ("{% set x %}a{{ t }}b{% endset %}{{ x|length }} {% filter upper %}q{% endfilter %}", "6 Q"),
        ("{{ '%s-%02d' % ('a', 7) }} {{ dict(a=1).a }} {{ 7 // 2 }} {{ 2 ** 10 }} {{ 7 % 4 }}", "a-07 1 3 1024 3"),
        ("a  {%- if t -%}  b  {%- endif -%}  c", "abc"),
        ("{% raw %}{{ x }}{% endraw %}{# {{ y }} #}\n", "{{ x }}\n"),
        ("{% for g in rows|groupby('price') %}{{ g.grouper }}:{{ g.list|length }} {% endfor %}", "2:1 3:1 "),
    ],
)
def test_prints(text, expected, render):
    """What the language of mails means, filter by filter."""
    rows = [{"title": "Mug", "price": 2}, {"title": "Cap", "price": 3}]
    assert render(text, t=True, f=False, n=None, order={"items": rows}, rows=rows, pair={"a": 1, "b": 2}) == expected


def test_the_mailjet_vectors_hold(shared, render):
    """All documented equivalents of Mailjet's language come out as documented."""
    vectors = json.loads((shared / "vectors" / "mailjet-jinja.json").read_text(encoding="utf-8"))
    wrong = []
    for vector in vectors:
        data = vector["data"]
        contact = {**data.get("data", {}), **data.get("recipient", {}), "activity": data.get("activity", {})}
        names = context_of(
            data.get("var", {}),
            contact=contact,
            segments={name for name, inside in data.get("segment", {}).items() if inside},
            brand=None,
            sender=data.get("sender", {}),
            links=data.get("links", {}),
            today=None,
        )
        try:
            made = render_plain(vector["jinja"], names) if vector.get("jinja") else None
        except TemplateError:
            made = "an error"
        if vector.get("jinja") and made != vector.get("expect", "an error"):
            wrong.append(vector["id"])
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("a\n  {{ nmae }}", "2:6", "The variable nmae is not known. Did you mean name?"),
        ("a\n  {{ contact.cty }}", "2:6", "The variable contact.cty is not known. Did you mean contact.city?"),
        (
            "{{ contact.home.zpi|upper }}",
            "1:4",
            "The variable contact.home.zpi is not known. Did you mean contact.home.zip?",
        ),
        (
            '{{ contact["qqq"] }}',
            "1:4",
            "The variable contact.qqq is not known. Give it a value in the data, or a default in the template.",
        ),
        ("{{ q.a.b }}", "1:4", "The variable q.a.b is not known."),
        (
            "{{ name }}{% if 1 %}\n{% for r in rows %}{{ r.title }} {{ r.x.y }}{% endfor %}{% endif %}",
            "2:37",
            "The variable r.x.y is not known.",
        ),
        ("{% if contact.x == 1 %}{% endif %}", "1:7", "The variable contact.x is not known."),
        ("{% for x in xs %}{% endfor %}", "1:13", "The variable xs is not known."),
        ('{{ rows|map(attribute="x")|join }}', "1:28", "The variable x is not known."),
        ('{{ "a".format(1) }}', "1:14", "The variable format is not known."),
        (
            "a\n {% if name %}\n b",
            "2:5",
            "The block if that begins here is not closed. Add the tag endif where it ends.",
        ),
        ("{% for r in rows %}\n{% if r %}\n{% endfor %}", "2:4", "The block if that begins here is not closed."),
        ("{% for r in rows %}{% if r %}{% endif %}", "1:4", "The block for that begins here is not closed."),
        ("\n {% endif %}", "2:5", "The tag endif has no meaning here."),
        ("{% fro x in y %}", "1:4", "The tag fro has no meaning here."),
        ("{{ a & b }}", "1:6", "This template tag cannot be read: unexpected char '&'"),
        ("a {{ b c }}", "1:8", "This template tag cannot be read: expected token"),
        ("a {{ b", "1:6", "This template tag cannot be read: unexpected end of template"),
        ("ab {# c", "1:4", "This template tag cannot be read: Missing end of comment tag"),
        ("ab {% raw %} c", "1:4", "This template tag cannot be read: Missing end of raw directive"),
        ("{{ name\n | uper }}", "2:4", "There is no filter named uper. Did you mean upper?"),
        ("{{ name|qqqq }}", "1:9", "There is no filter named qqqq."),
        ("{{\n name|qqqq if 1 else 2 }}", "2:7", "There is no filter named qqqq."),
        ("{% if name is strng %}{% endif %}", "1:12", "There is no test named strng. Did you mean string?"),
        ("{% for x in 5 %}{% endfor %}", "1:4", "A loop needs a list, but this is 5. Look at the data."),
        ("{{ 'a' < 1 }}", "1:12", "This cannot be computed: '<' not supported between"),
        ("{{ 1 / 0 }}", "1:4", "The template divides by zero."),
        ('{{ "x"|num }}', "1:8", "'x' is not a number."),
        ("{{ ''.__class__ }}", "1:6", "__class__ is private and cannot be used in a template."),
        ("{{ rows.append(1) }}", "1:4", "The variable rows.append is not known."),
        ("\n{% include 'x' %}", "2:4", "A template cannot load another one with Jinja."),
        ("{% extends 'x' %}", "1:4", "A template cannot load another one with Jinja."),
        ("{% import 'x' as y %}", "1:4", "A template cannot load another one with Jinja."),
        ("{{ '\\x' }}", "1:4", "This template tag cannot be read: truncated \\xXX escape"),
    ],
)
def test_errors_say_what_and_where(text, place, sentence, failure):
    """Each fault has one sentence, with line and column in the source text."""
    error = failure(
        text, data={"name": "Zoë", "rows": [{"title": "Mug"}]}, contact={"city": "Lyon", "home": {"zip": 1}}
    )
    assert isinstance(error, TemplateError)
    assert str(error).startswith(f"template.mjml:{place}: {sentence}")


def test_an_error_in_an_included_file_is_placed_there(failure):
    """The place is that of the part, not of the flattened whole."""
    text = '<mjml><mj-body>\n\n<mj-include path="part"/></mj-body></mjml>'
    error = failure(text, include=lambda path, _: ("<mj-text>\n   {{ x }}</mj-text>", f"parts/{path}.mjml"))
    assert str(error.place) == "parts/part.mjml:2:7"


def test_values_are_escaped_in_html_and_not_in_subject_and_preheader(mail):
    """A title is HTML, a subject is plain text; entities of the author's are decoded for it."""
    head = "<mj-title>{% set who = name %}Tom &amp;\n {{ who }}</mj-title><mj-preview>{{ name }}&nbsp;&gt;</mj-preview>"
    made = build(mail("<mj-text>{{ name }}</mj-text>", head=head), data={"name": "J&<b>"})
    assert "<title>Tom &amp;\n J&amp;&lt;b&gt;</title>" in made.html_before_inlining
    assert made.html_before_inlining.count("J&amp;&lt;b&gt;") == 4  # title, its aria-label, preview, text
    assert (made.subject, made.preheader) == ("Tom & J&<b>", "J&<b>\xa0>")


def test_a_subject_may_use_what_was_set_before_it(mail):
    """It is rendered where it stands, not apart."""
    made = build("{% set days = 3 %}" + mail(head="<mj-title>{{ days }} days</mj-title>"))
    assert made.subject == "3 days"
    assert "days</title>" in made.html


def test_a_mail_without_title_has_no_subject(mail):
    """Empty, not missing."""
    made = build(mail(head="<mj-title/>"))
    assert (made.subject, made.preheader) == ("", "")


def test_a_data_value_is_never_a_template(built):
    """Tags in the data are text."""
    assert "{{ 7*7 }}" in built("{{ x }}", data={"x": "{{ 7*7 }}"}).html


def test_a_warning_finds_its_line_through_loops_and_includes(mail):
    """MJML's line is that of the personalised mail; the notice has the source's."""
    part = "\n<mj-section><mj-column>\n {% for i in [1, 2] %}\n  <mj-oops/>{% endfor %}</mj-column></mj-section>"
    text = mail(body='{% for x in range(5) %}\n{{ x }}\n{% endfor %}<mj-include path="p"/>')
    made = build(text, include=lambda path, _: (part, path))
    assert [(str(notice.place), notice.message) for notice in made.warnings] == [
        ("p:4:3", "Element mj-oops doesn't exist or is not registered")
    ] * 2


def test_characters_that_no_mail_may_hold_are_replaced(built):
    """Control characters and half surrogates, from the text or the data."""
    made = built("a\x00b {{ x }}", data={"x": "c\ud800d\x0b"})
    assert "a\ufffdb c\ufffdd\ufffd" in made.html


def test_the_rounds_of_loops_are_limited(failure):
    """A million rounds are enough for any mail."""
    text = "{% for i in range(100000) %}\n{% for j in range(100000) %}{% set x = j %}{% endfor %}{% endfor %}"
    error = failure(text)
    assert isinstance(error, LimitError)
    assert "more than 1000000 rounds" in str(error)
