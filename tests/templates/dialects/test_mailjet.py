"""What Mailjet's dialect says, refuses and warns of, beside the pairs of the vectors."""

from __future__ import annotations

from typing import Any

import pytest

from templates.compile.source_map import MappedText
from templates.dialects.finding import Need, Written
from templates.dialects.mailjet import DIALECT
from templates.dialects.mailjet_language.refusals import REFUSED, WARNED
from templates.dialects.read import read
from templates.errors import LimitError
from tests.mailjet_interpreter.template import tags

LONG = "words " * 400


def written(text: str, form: str = "transactional", *, markup: bool = True, samples: Any = ()) -> Written:
    """``text`` in Mailjet's language."""
    source = MappedText.of_file(text, "template.mjml")
    return DIALECT.write(read(source, markup=markup), form=form, language="en", samples=samples)


# A refusal gets a row: a text, and where in it the finding stands.
ROWS = {
    "mailjet.loop-var": ("{% for x in xs %}{{ loop.index }}{% endfor %}", 21),
    "mailjet.for-else": ("{% for x in xs %}a{% else %}b{% endfor %}", 1),
    "mailjet.for-if": ("{% for x in xs if x %}a{% endfor %}", 1),
    "mailjet.for-names": ("{% for k, v in xs|items %}a{% endfor %}", 1),
    "mailjet.for-items": ("{% for x in 'abc' %}a{% endfor %}", 13),
    "mailjet.for-object": ("{% for x in thing %}a{% endfor %}", 13),
    "mailjet.slice": ("{{ xs[1:] }}", 4),
    "mailjet.loop-control": ("{% for x in xs recursive %}a{% endfor %}", 1),
    "mailjet.filter": ("a {{ xs|length }}", 6),
    "mailjet.operator-in": ("{% if 'a' in xs %}b{% endif %}", 7),
    "mailjet.operator-concat": ("{{ a ~ b }}", 4),
    "mailjet.operator": ("{{ a ** 2 }}", 4),
    "mailjet.test": ("{% if a is defined %}b{% endif %}", 7),
    "mailjet.set-expression": ("{% set x = a + 1 %}{{ x }}", 1),
    "mailjet.set-scope": ("{% if a %}{% set x = 1 %}{% endif %}{{ x }}", 40),
    "mailjet.default": ("{{ a|default(b) }}", 4),
    "mailjet.inline-if": ("{{ (a if b else c)|upper }}", 5),
    "mailjet.print-logic": ("{{ a or b }}", 4),
    "mailjet.macro": ("{% macro m() %}a{% endmacro %}", 1),
    "mailjet.statement": ("{% with a = 1 %}{{ a }}{% endwith %}", 1),
    "mailjet.raw": ("{% raw %}{{ a }}{% endraw %}", 10),
    "mailjet.reserved-brackets": ("see [[this]]", 5),
    "mailjet.literal": ("{{ [1, 2] }}", 4),
    "mailjet.call": ("{{ days_until(a) }}", 4),
    "mailjet.lookup": ("{{ a[b] }}", 4),
    "mailjet.name": ("{{ vars['prénom'] }}", 4),
    "mailjet.segment-logic": (f"{{% if segment.a or segment.b %}}{LONG}{{% endif %}}", 7),
    "mailjet.segment-value": ("{{ segment.a }}", 4),
    "mailjet.quotes": ("""<a title="{% if a == "j'ai" %}b{% endif %}">c</a>""", 11),
}


def test_every_refusal_has_a_row():
    """A code that can be said is tested."""
    assert set(ROWS) == set(REFUSED)


@pytest.mark.parametrize("form", DIALECT.forms)
@pytest.mark.parametrize("code", ROWS)
def test_a_refusal_stands_where_its_construct_does(code, form):
    """In both forms its column is that of the construct, and what is written without it is in the language."""
    text, column = ROWS[code]
    done = written(text, form, samples=[{"var": {"thing": {"a": 1}}}])
    finding = next(one for one in done.refused if one.code == code)
    assert (finding.place.line, finding.place.column) == (1, column)
    tags(done.text)


@pytest.mark.parametrize("form", DIALECT.forms)
@pytest.mark.parametrize(
    ("text", "markup", "expected", "column"),
    [
        ("{{ '{' }}{% if a %}b{% endif %}", True, "&#123;{% if var:a %}b{% endif %}", 10),
        ("{{ '{' }}{% if a %}b{% endif %}", False, "{ {% if var:a %}b{% endif %}", 10),
        ("[{# note #}[b]]", True, "&#91;[b]]", 12),
    ],
)
def test_pieces_that_would_make_a_tag_together_are_parted(text, markup, expected, column, form):
    """A brace or bracket before another one is text, and would be read as the beginning of a tag."""
    done = written(text, form, markup=markup)
    assert done.text == expected
    assert [(one.place.column, one.mended) for one in done.refused] == [(column, True)]


def test_each_refusal_of_a_text_is_collected():
    """Nothing stops at the first one; they come by place."""
    done = written("{{ a|join }}\n{% if b is none %}{{ c ~ d }}{% endif %}\n{{ e|length }}")
    assert [(one.code, one.place.line) for one in done.refused] == [
        ("mailjet.filter", 1),
        ("mailjet.test", 2),
        ("mailjet.operator-concat", 2),
        ("mailjet.filter", 3),
    ]


def test_a_name_whose_value_was_refused_is_not_read():
    """What is left out where it is set is left out where it is read: Mailjet would not deliver the message."""
    done = written("{% set x = a + 1 %}{{ x }}{% if x %}b{% endif %}c")
    assert done.text == "c"
    assert [one.code for one in done.refused] == ["mailjet.set-expression"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a|default('x', true) }}", '{% if var:a:"" %}{{var:a}}{% else %}x{% endif %}'),
        ("{{ 'a' if b == 1 }}", "{% if var:b == 1 %}a{% endif %}"),
        ("{{ 1 < a < 3 }}", ""),
        ("{% if 1 < a < 3 %}b{% endif %}", "{% if 1 < var:a and var:a < 3 %}b{% endif %}"),
        ("{% if a or b and c %}d{% endif %}", "{% if var:a or (var:b and var:c) %}d{% endif %}"),
        ("{{ a - b - 1 }}", "{{(var:a - var:b) - 1}}"),
        ("{{ -a }}", "{{0 - var:a}}"),
        ("{{ xs[0].name }}", "{{var:xs.0.name}}"),
        ("{{ a|round }}", "{{Round(var:a,0)}}"),
        ("{{ html|safe }}", "{{var:html}}"),
        ("{{ contact.id }} {{ contact.name }}", "{{mj:contact.ID}} {{data:name}}"),
        ("{{ a|default('<b> & \"c\"') }}", '{{var:a:"&#60;b&#62; &#38; &#34;c&#34;"}}'),
        ("{{ a|default('é & b')|upper }}", '{{Upper(var:a:"é &#38; b")}}'),
        ("{% for x in xs|default([])|each %}{{ x }}{% endfor %}", "{% for x in var:xs %}{{x}}{% endfor %}"),
        (
            "{% if not (segment.a and b) %}c{% else %}d{% endif %}",
            "{% if segment:a %}{% if var:b %}d{% else %}c{% endif %}{% else %}c{% endif %}",
        ),
        (
            "{% if a %}b{% elif segment.c and d %}e{% else %}f{% endif %}",
            "{% if var:a %}b{% elseif segment:c %}{% if var:d %}e{% else %}f{% endif %}{% else %}f{% endif %}",
        ),
        ('<a href="{{ u|default("x") }}" title="it\'s">b</a>', '<a href=\'{{var:u:"x"}}\' title="it\'s">b</a>'),
        ('<a title="it\'s {{ u|default("x") }}">b</a>', "<a title='it&#39;s {{var:u:\"x\"}}'>b</a>"),
        ("<a title='{{ u|default(\"j'ai\") }}'>b</a>", "<a title='{{var:u:\"j&#39;ai\"}}'>b</a>"),
        ('<!-- " -->{% if a == "b" %}<br>{% endif %}', '<!-- " -->{% if var:a == "b" %}<br>{% endif %}'),
    ],
)
def test_what_is_written(text, expected):
    """Rewritings that keep the meaning."""
    assert written(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a|default('x') }} {{ contact.b|safe }}", '[[var:a:"x"]] [[data:b]]'),
        ("{{ links.unsubscribe }} {{ links.view_online }}", "[[UNSUB_LINK_EN]] [[PERMALINK]]"),
        ("{{ contact.email|default('') }}", "[[EMAIL_TO]]"),
        ("[[SHARE_FACEBOOK]] [{{ 'a' }}]", "[[SHARE_FACEBOOK]] [a]"),
        ('<a href="{{ u|default("x") }}">b</a>', "<a href='[[var:u:\"x\"]]'>b</a>"),
    ],
)
def test_what_a_campaign_prints(text, expected):
    """Square brackets and tags of its own, of which there is nothing to say."""
    done = written(text, "marketing")
    assert done.text == expected
    assert done.findings == ()


@pytest.mark.parametrize(
    ("text", "expected", "column"),
    [
        (
            "Dear {% if a %}{{ a }}{% else %}friend{% endif %}",
            "Dear {% if var:a %}[[var:a]]{% else %}friend{% endif %}",
            6,
        ),
        ("{% for x in xs %}{{ x.n }}{{ b }}{% endfor %}", "{% for x in var:xs %}{{x.n}}[[var:b]]{% endfor %}", 1),
        ("{{ b }}{% set x = b %}{{ x }}", "[[var:b]]{% set x = var:b %}{{x}}", 8),
        ("{{ b }} {{ a|upper }}", "[[var:b]] {{Upper(var:a)}}", 12),
        ("{{ n + 1 }}", "{{var:n + 1}}", 4),
        ("{{ contact.id }}{{ sender.name }}", "{{mj:contact.ID}}{{mj:sender.name}}", 4),
        ("{{ a|default('x', true) }}", '{% if var:a:"" %}[[var:a]]{% else %}x{% endif %}', 4),
        ("[{{ a }}]", "[{{var:a}}]", 5),
        (
            "{{ xs|length }}{% if segment.a %}<mj-raw></mj-raw>{% endif %}",
            "{% if segment:a %}<mj-raw></mj-raw>{% endif %}",
            16,
        ),
    ],
)
def test_what_a_campaign_takes_from_the_other_form(text, expected, column):
    """What square brackets cannot say is written in braces, with one warning at the first of it."""
    done = written(text, "marketing")
    assert done.text == expected
    (warned,) = (one for one in done.findings if one.level == "warning")
    assert (warned.code, warned.place.column) == ("mailjet.marketing-statement", column)


def test_a_bracket_before_a_tag_of_the_campaign():
    """It would be read with the tag, which has no other spelling."""
    done = written("[{{ links.view_online }}]", "marketing")
    assert done.text == "&#91;[[PERMALINK]]]"
    assert [(one.code, one.mended) for one in done.findings] == [("mailjet.reserved-brackets", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a &nbsp;·&nbsp; <a href="{{ links.preferences }}">Choose</a> b', "a b"),
        ('<a href="{{ links.view_online }}">See</a> · <a href="x">b</a>', '<a href="x">b</a>'),
        ('Too much? <a href="{{ links.preferences }}">Choose</a>!', "Too much? Choose!"),
        ('a<mj-button href="{{ links.view_online }}">See</mj-button>b', "ab"),
        ("{{ links.view_online }}", ""),
    ],
)
def test_a_link_that_cannot_be_made_goes(text, expected):
    """In a row of links with its words, in a sentence without them; each time with a warning."""
    done = written(text)
    assert done.text == expected
    assert {one.code for one in done.findings} <= {"mailjet.no-preferences", "mailjet.no-view-online"}
    assert done.findings


def test_values_that_hold_markup_are_warned_of():
    """Mailjet escapes nothing: what a sample shows to need it is named, once, unless it is escaped or meant as HTML."""
    text = "{{ a }}{{ a }}{{ b|e }}{{ c|safe }}{{ d }}{% for x in xs %}{{ x.n }}{% endfor %}{{ contact.f }}"
    value = "<b> & co"
    sample = {"var": {**dict.fromkeys("abc", value), "d": "plain", "xs": [{"n": value}]}, "data": {"f": value}}
    warned = [one for one in written(text, samples=[sample]).findings if one.code == "mailjet.raw-value"]
    assert [one.error.values["words"] for one in warned] == ["a", "xs.n", "f"]
    assert not written(text, markup=False, samples=[sample]).findings


def test_what_must_be_sent_is_told():
    """A list behind a condition, a list with a default, a field of an item with a default."""
    text = "{% if a|default('') %}{% for x in a %}{{ x.b|default('-') }}{% endfor %}{% endif %}"
    done = written(
        text + "{% for y in c|default([]) %}{% if y.d %}{% for z in y.d %}{% endfor %}{% endif %}{% endfor %}"
    )
    assert set(done.needs) == {
        Need(("a",), ()),
        Need(("a", "*", "b"), "-"),
        Need(("c",), ()),
        Need(("c", "*", "d"), ()),
    }
    assert {one.code for one in done.findings} == {"mailjet.for-in-if", "mailjet.loop-default"}


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("{% if t == 10 %}a{% endif %}", ["t"]),
        ("{% if 10 != t|default(0) %}a{% endif %}", ["t"]),
        ("{% if t > u %}a{% endif %}", ["t", "u"]),
        ("{% for x in xs %}{% if x.n < 3 %}a{% endif %}{% endfor %}", ["xs.n"]),
        ('{% if t == "10" %}a{% endif %}', []),
        ("{% if t|num > 3 %}a{% endif %}", []),
        ("{% if n > 3 %}a{% endif %}", []),
    ],
)
def test_a_number_that_is_sent_as_text_is_warned_of(text, warned):
    """Mailjet compares it as a number, we as the text that it is; each name once."""
    sample = {"var": {"t": "10", "u": "9", "n": 4, "xs": [{"n": "2"}]}}
    findings = [one for one in written(text, samples=[sample]).findings if one.code == "mailjet.text-number"]
    assert [one.error.values["words"] for one in findings] == warned


def test_a_loop_over_the_values_of_an_object_is_said():
    """With ``each`` both languages mean the values."""
    done = written("{% for x in thing|each %}{{ x }}{% endfor %}", samples=[{"var": {"thing": {"a": 1}}}])
    assert (done.text, done.findings) == ("{% for x in var:thing %}{{x}}{% endfor %}", ())


def test_the_wrong_spelling_of_the_unsubscribe_tag():
    """Mailjet's own pages write it so; it is named, not changed."""
    done = written('<a href="[UNSUBLINK_EN]">a</a>')
    assert [one.code for one in done.findings] == ["mailjet.unsub-spelling"]


def test_every_warning_has_been_seen():
    """The tests above name all of them."""
    assert set(WARNED) == {
        "mailjet.for-in-if",
        "mailjet.loop-default",
        "mailjet.marketing-statement",
        "mailjet.no-preferences",
        "mailjet.no-view-online",
        "mailjet.raw-value",
        "mailjet.text-number",
        "mailjet.unsub-spelling",
    }


def test_a_hostile_condition_does_not_explode():
    """Conditions over many segments are refused before they are written, however they are nested."""
    many = " and ".join(f"(segment.a{number} or segment.b{number})" for number in range(40))
    done = written(f"{{% if {many} %}}x{{% else %}}y{{% endif %}}")
    assert [one.code for one in done.refused] == ["mailjet.segment-logic"]
    assert done.text == "y"


def test_copies_inside_copies_are_counted():
    """Thirty conditions inside each other would be a billion copies of one word: refused, at once."""
    done = written("{% if segment.a or segment.b %}" * 30 + "x" + "{% endif %}" * 30)
    assert {one.code for one in done.refused} == {"mailjet.segment-logic"}


def test_an_expression_without_end_is_too_deep():
    """What the parser can still read but nobody writes is an error with its place, not a crash."""
    with pytest.raises(LimitError) as caught:
        written("{{ " + " + ".join(["a"] * 600) + " }}")
    assert caught.value.place is not None


def test_a_refusal_is_never_lost_among_warnings():
    """Many warnings are cut, and the one refusal behind them is still there."""
    loops = "".join(f"{{% for x in a{n} %}}{{% endfor %}}" for n in range(600))
    done = written(f"{{% if b %}}{loops}{{% endif %}}{{{{ c|length }}}}")
    assert [one.code for one in done.refused] == ["mailjet.filter"]
    assert len(done.findings) == 501
