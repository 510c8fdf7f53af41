"""Text components as units: nothing that was not touched changes by a byte, and template tags stay whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from templates.errors import InputError
from templates.source.parse import parse
from templates.source.rich_page import Selected, from_page, to_page
from templates.source.rich_text import TEXT_COMPONENTS, RichText, Unit, editable, read, rich_text
from templates.source.rich_write import text_edits, well_formed_output, with_typed_chips, without_halves, written
from templates.source.text_edit import apply

PIECES = st.sampled_from(
    [
        "word", "a", "é", "😀", " ", "  ", "\n    ", "\r\n", "\t", "\u00a0", "\ufeff", "&nbsp;", "&amp;", "&eacute;",
        "&copy", "&#x41;", "&notit;", "&bogus;", "&", "{", "}", "{ {", "%", "{{ name }}", "{{name|default('x')}}",
        "{% if a %}", "{% else %}", "{% endif %}", "{%- for x in xs -%}", "{% endfor %}", "{# note #}", "{% raw %}",
        "{% endraw %}", "{{ open", "<!-- c -->", "<![CDATA[x]]>", "<b>", "</b>", "<em class='x'>", "</em>",
        '<a href="{{ url }}" TITLE=x>', "</a>", "<p>", "</p>", '<p style="a: {{ b }}">', "<br>", "<br/>", "<br />",
        "<ul>", "</ul>", "<li>", "</li>", "<table>", "<tr>", "<td {% if a %}x{% endif %}>", "</td>", "</tr>",
        "</table>", "<img src='x'>", "<svg><b>", "</svg>", "<span></span>", "<hr>", "<pre>", "</pre>", "<b/>", "<", ">",
        "</mj-text>", "<mj-text>", "<script>", "</script>",
    ]
)  # fmt: skip
CONTENT = st.lists(PIECES, max_size=25).map("".join)


def shown(units):
    """What is seen, white space left out."""
    return [unit.text for unit in units if unit.kind in {"char", "atom"} and not unit.text.isspace()]


def back(rich: RichText, tokens) -> RichText:
    return written(from_page(rich, tokens).units, rich.tail)


@given(CONTENT)
@example("<b>\ufeff</b>")
@example("<b>{{ x }}</b><b> </b>")
def test_what_is_not_touched_is_the_same_bytes(source):
    """From source to the page and back without a change, for whatever was written there."""
    rich = read(source)
    assert rich.source == source
    assert back(rich, to_page(rich.units)).source == source


@given(CONTENT, st.data())
def test_words_put_in_change_one_place_only(source, data):
    """The source around an insertion stays; taking the words out again gives the first bytes."""
    rich = read(source)
    place = data.draw(st.integers(0, len(rich.units)))
    word = Unit("char", 0, "§", None)
    units = (*rich.units[:place], word, *rich.units[place:])
    try:
        changed = back(rich, to_page(units)).source
    except InputError:
        assert parse(source).faults  # the words would become part of something that has no end
        return
    assert changed.count("§") == 1
    without = changed.replace("§", "")
    assert "".join(without.split()) == "".join(source.split())
    if place and rich.units[place - 1].kind == "char" and rich.units[place - 1].text != " ":
        assert without == source  # elsewhere white space that would suddenly be seen has gone


@given(CONTENT, st.data())
def test_deleting_characters_leaves_tags_and_the_rest(source, data):
    """What stays has its old source; white space that would suddenly be seen is the only thing that may go."""
    rich = read(source)
    start = data.draw(st.integers(0, len(rich.units)))
    end = data.draw(st.integers(start, len(rich.units)))
    kept = tuple(unit for place, unit in enumerate(rich.units) if unit.kind != "char" or not start <= place < end)
    try:
        result = back(rich, to_page(kept))
    except InputError:
        return  # what is left would spell a template tag
    assert shown(read(result.source).units) == shown(kept)


def test_every_kind_of_text_component_can_be_edited():
    """Those of MJML's components whose content is words, by its own table."""
    assert {
        "mj-text", "mj-button", "mj-table", "mj-navbar-link", "mj-social-element", "mj-accordion-title",
        "mj-accordion-text",
    } == TEXT_COMPONENTS  # fmt: skip
    tree = parse("<mjml><mj-body><mj-raw>x</mj-raw><mj-text>x</mj-text></mj-body></mjml>")
    assert not editable(tree.elements("mj-raw")[0])
    assert editable(tree.elements("mj-text")[0])
    assert not editable(None)


def typed(base, tokens):
    """What typing makes of a text: its source, and the chips that went with what was deleted."""
    whole, lost = without_halves(base, from_page(base, tokens))
    return written(with_typed_chips(whole).units, base.tail).source, lost


def tokens_of(base, *, without=(), put="", before=None):
    """The page's tokens, some chips deleted, ``put`` typed in front of another one."""
    found = []
    for token in to_page(base.units):
        if before is not None and token[:2] == ["@", before]:
            found.append(put)
        if not (token[0] == "@" and token[1] in without):
            found.append(token)
    return found


def test_a_deleted_half_takes_the_other_half_with_it():
    """What is left of a condition without its beginning, or without its end, goes; its words stay."""
    base = read("a {% if x %}b{% else %}c{% endif %} {{ d }}")
    first, other, last, value = (unit.id for unit in base.units if unit.kind == "atom")
    assert typed(base, tokens_of(base, without=[first])) == ("a bc {{ d }}", (other, last))
    assert typed(base, tokens_of(base, without=[last])) == ("a bc {{ d }}", (first, other))
    assert typed(base, tokens_of(base, without=[other])) == ("a {% if x %}bc{% endif %} {{ d }}", ())
    assert typed(base, tokens_of(base, without=[value])) == ("a {% if x %}b{% else %}c{% endif %} ", ())


def test_a_tag_that_is_typed_to_its_end_becomes_a_chip():
    """A well-formed output is a tag; everything else that looks like one is words."""
    base = read("to {{ a }}")
    chip = base.units[-1].id
    assert typed(base, tokens_of(base, put="{{ b }} ", before=chip))[0] == "to {{ b }} {{ a }}"
    for words in ("{{ b ", "{% if x %}", "{# b #}", "{{ }}", "{{ b > 1 }}", "{{ b. }}", "{"):
        source = typed(base, tokens_of(base, put=words, before=chip))[0]
        assert [unit.source for unit in read(source).units if unit.kind == "atom"] == ["{{ a }}"]
        assert read(source).words == f"to {words}"


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [
        ("{{ a }}", True),
        ("{{ a.b|default('x}}') }}", True),
        ("{{- a -}}", True),
        ("{{ }}", False),
        ("{{ a", False),
        ("{{ a }} b", False),
        ("{% a %}", False),
        ("{{ a b }}", False),
        ("{{ '<b>' }}", False),
    ],
)
def test_a_well_formed_output_is_told_from_others(text, well_formed):
    """Only one whole output without markup in it may come in by typing or pasting."""
    assert well_formed_output(text) is well_formed


def test_what_is_typed_is_escaped():
    """Markup, entities and double spaces that are typed show as what they are."""
    base = read("<b>x</b>")
    source = typed(base, ["a < b & c > d  e\u00a0f ", *to_page(base.units)])[0]
    assert source == "a &lt; b &amp; c &gt; d&nbsp; e&nbsp;f <b>x</b>"


def test_what_the_browser_makes_becomes_what_a_mail_may_have():
    """Its own elements get the names of mails, emptied ones go, and a half-written one leaves only its words."""
    base = read("<p>a</p>")
    page = [["<", 0, "div"], ["<", 0, "b"], "x", [">", 0, "b"], ["<", 0, "font"], "y", [">", 0, "font"]]
    page += [
        [">", 0, "div"],
        ["<", 0, "i"],
        "\ufeff",
        [">", 0, "i"],
        ["@", 0, "br"],
        ["@", 99, "img"],
        *to_page(base.units),
    ]
    assert typed(base, page)[0] == "<p><strong>x</strong>y</p><br /><p>a</p>"


def test_a_divided_paragraph_keeps_its_attributes_and_indentation():
    """Enter in a paragraph makes a second one like it, on a line of its own as its neighbours are."""
    base = read('\n  <p style="color:{{ c }}">ab</p>\n  <p>c</p>\n')
    first = base.units[0].id
    page = [["<", first, "p"], "a", [">", first, "p"], ["<", first, "p"], "b", [">", first, "p"]]
    rest = to_page(base.units[4:])
    opening = '<p style="color:{{ c }}">'
    assert typed(base, page + rest)[0] == f"\n  {opening}a</p>\n  {opening}b</p>\n  <p>c</p>\n"


def test_the_caret_comes_back_where_it_is():
    """The selection's ends travel as tokens between the others."""
    base = read("ab{{ c }}d")
    assert to_page(base.units, (1, 3)) == ["a", ["|", "anchor"], "b", ["@", 1, "{{"], ["|", "focus"], "d"]
    page = ["a", ["|", "focus"], "b", ["@", 1, "{{"], ["|", "anchor"], "d"]
    assert from_page(base, page) == Selected(base.units, 1, 3)


def mail(content):
    """A tree, and its text component."""
    tree = parse(f"<mjml><mj-body><mj-text>{content}</mj-text></mj-body></mjml>")
    return tree, tree.elements("mj-text")[0]


def test_the_document_gets_the_smallest_edit():
    """One letter typed is one letter in the source."""
    tree, element = mail("\n  a {{ b }} &eacute;\n")
    base = rich_text(tree, element)
    assert base.source == "\n  a {{ b }} &eacute;\n"
    (edit,) = text_edits(tree, element, back(base, ["a", "!", *to_page(base.units)[0:0], *to_page(base.units)[1:]]))
    assert edit.text == "!"


@pytest.mark.parametrize(
    "content",
    ["{% endif %}a{% if x %}", "a{% if x %}", "</mj-text><mj-text>", "<!-- a", "{{ a"],
)
def test_a_broken_content_never_reaches_the_document(content):
    """Conditions that are not whole and anything that would end the component are refused."""
    tree, element = mail("a")
    with pytest.raises(InputError):
        text_edits(tree, element, read(content))


def test_an_element_may_not_end_in_another_branch():
    """A paragraph divided in the middle of a condition would have its end in one branch only."""
    tree, element = mail("<p>{% if x %}ab{% endif %}</p>")
    base = rich_text(tree, element)
    first, opening, _, _, closing, _ = base.units
    halves = [["<", first.id, "p"], ["@", opening.id, "span"], "a", [">", first.id, "p"]]
    halves += [["<", first.id, "p"], "b", ["@", closing.id, "span"], [">", first.id, "p"]]
    with pytest.raises(InputError):
        text_edits(tree, element, back(base, halves))


def test_an_empty_component_can_be_filled():
    """One that closes itself is opened."""
    tree = parse("<mj-text />")
    element = tree.elements("mj-text")[0]
    assert rich_text(tree, element) == RichText(())
    edits = text_edits(tree, element, written([Unit("char", 0, "a", None)]))
    assert apply(tree.text, edits) == "<mj-text>a</mj-text>"
