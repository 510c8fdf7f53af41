"""The parser: lossless, never failing, and right about what stands where."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from templates.source.parse import parse
from templates.source.tree import (
    Attribute,
    Comment,
    Element,
    JinjaBlock,
    JinjaBranch,
    JinjaOutput,
    JinjaStatement,
    Text,
)

FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def tiles(nodes, start: int, end: int) -> None:
    """Each of ``nodes`` begins where the one before ended, from ``start`` to ``end``."""
    for node in nodes:
        assert node.start == start
        assert node.end > node.start
        start = node.end
    assert start == end


def check_tree(tree) -> None:
    """Content tiles, everything else nests, ids are unique, and parents are parents."""
    tiles(tree.nodes, 0, len(tree.text))
    seen = set()
    for node in tree.walk():
        assert node.id not in seen
        assert node.id < tree.next_id
        seen.add(node.id)
        last = node.start
        for part in node.parts:
            assert last <= part.start <= part.end <= node.end
            assert tree.parent(part) is node
            last = part.end
        if isinstance(node, Element):
            tiles(node.children, *node.content) if node.children else None
            assert tree.text[slice(*node.name_span)].lower() == node.name
            gaps = [node.name_span.end, *(at for part in node.head for at in part.span), node.open_end]
            rest = "".join(tree.text[a:b] for a, b in zip(gaps[::2], gaps[1::2], strict=True))
            assert not rest.strip(" \t\r\n\f/>")
        elif isinstance(node, JinjaBlock):
            tiles(node.parts, *node.span)
        elif isinstance(node, Comment) and node.children:
            tiles(node.children, *node.span)
        elif isinstance(node, JinjaBranch) and not any(isinstance(one, Attribute) for one in node.children):
            inside_head = any(isinstance(up, Element) and node.start < up.open_end for up in tree.ancestors(node))
            inside_head or tiles(node.parts, *node.span)
    assert {fault.node for fault in tree.faults} <= seen


def run(texts, count: int) -> None:
    @settings(max_examples=count, suppress_health_check=FIXTURES)
    @given(texts)
    def any_text(text: str) -> None:
        tree = parse(text)
        assert tree.text == text
        check_tree(tree)

    any_text()


def test_any_text_has_a_tree(texts):
    """For any text, parsing does not raise, keeps the text, and the spans nest and tile."""
    run(texts, 150)


@pytest.mark.slow
def test_any_text_has_a_tree_at_length(texts):
    """The same for twenty times as many texts."""
    run(texts, 10_000)


def test_every_starter_parses_without_a_fault(starter_texts):
    """The starters are whole: nothing in them is unclosed, crossed or stray."""
    assert len(starter_texts) == 20
    for text in starter_texts:
        tree = parse(text)
        check_tree(tree)
        assert tree.faults == ()
        assert len(tree.sections()) > 2


def test_every_gallery_mail_parses(gallery):
    """So are MJML's own examples."""
    assert gallery
    for text in gallery:
        tree = parse(text)
        check_tree(tree)
        assert tree.faults == ()


def only(tree, kind):
    """The one node of that kind."""
    (found,) = [node for node in tree.walk() if isinstance(node, kind)]
    return found


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("<a b=\"1\" c='2' d=3 e>", {"b": "1", "c": "2", "d": "3", "e": ""}),
        ('<a b="1" b="2">', {"b": "1"}),
        ('<a b = "&lt;&amp;">', {"b": "<&"}),
        ("<a b={{ x }}/>", {"b": "{{ x }}"}),
        ('<a b="{{ x|default("y>") }}" c="1">', {"b": '{{ x|default("y>") }}', "c": "1"}),
        ('<a data-{{ x }}="1">', {"data-{{ x }}": "1"}),
        ('<a b="> < >" c=1>', {"b": "> < >", "c": "1"}),
        ('<a b="x>text</a><a c="1">', {"b": "x"}),
        ('<a\r\n  b="1"\r\n/>', {"b": "1"}),
        ('<a b="{# " #}">', {"b": '{# " #}'}),
    ],
)
def test_attributes_have_their_values(source, values):
    """Whatever quotes, entities and template tags do: name and value are found."""
    element = next(node for node in parse(source).walk() if isinstance(node, Element))
    assert {name: element.value(name) for name in values} == values
    assert set(values) == {attribute.name for attribute in element.attributes}


def test_a_condition_between_attributes_is_a_block_of_the_opening_tag():
    """Its attributes are in the branches, not among those that are always there."""
    tree = parse('<tr a="1" {% if x %}class=b{% else %}class="c"{% endif %} d>')
    element = only(tree, Element)
    assert [attribute.name for attribute in element.attributes] == ["a", "d"]
    assert [one.raw for branch in only(tree, JinjaBlock).branches for one in branch.children] == ["b", "c"]


def test_blocks_hold_their_branches():
    """if, elif, else and the end are one node; for and its else too."""
    tree = parse("{% if a %}1{% elif b %}2{% else %}3{%- endif -%}{% for x in y %}4{% else %}5{% endfor %}")
    first, second = tree.nodes
    assert [branch.statement.keyword for branch in first.branches] == ["if", "elif", "else"]
    assert [tree.source(branch.children[0]) for branch in second.branches] == ["4", "5"]
    assert tree.text[slice(*tree.expression(first.branches[1].statement))] == "b"


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("{% raw %}{{ x }}{% endraw %}", [JinjaBlock, JinjaBranch, JinjaStatement, Text, JinjaStatement]),
        ("{# {{ x }} <b> #}", [Comment]),
        ("{{ '}}' }}", [JinjaOutput]),
        ('{{ {"a": {"b": 1}} }}', [JinjaOutput]),
        ("<!--[if mso]><b>{{ x }}<![endif]-->", [Comment, Text, JinjaOutput, Text]),
        ("<![CDATA[<b>]]>", [Comment]),
        ("<!--[if !mso]><!--><b/><!--<![endif]-->", [Comment, Element, Comment]),
        ("a < b &lt; 5 <6", [Text]),
        ("<style>a<b>c</style>", [Element, Text]),
        (
            "{% set a = 1 %}{% set b %}x{% endset %}",
            [JinjaStatement, JinjaBlock, JinjaBranch, JinjaStatement, Text, JinjaStatement],
        ),
        (
            "<!-- {% if a %} -->x<!-- {% endif %} -->",
            [Comment, Text, JinjaStatement, Text, Text, Comment, Text, JinjaStatement, Text],
        ),
    ],
)
def test_what_jinja_and_html_hide_is_hidden(source, kinds):
    """Raw, comments, quotes and CDATA are read as their languages read them; nothing is wrong with any of these."""
    tree = parse(source)
    assert [type(node) for node in tree.walk()] == kinds
    assert tree.faults == ()


@pytest.mark.parametrize(
    ("source", "flaws"),
    [
        ("<mj-section><mj-column></mj-section>x</mj-column>", ["crossed"]),
        ("<mj-column><mj-text>Hello</mj-column>", ["unclosed-element"]),
        ("<mj-text>a</b></mj-text>", ["stray-end"]),
        ("<mj-text>{{ x</mj-text>", ["unclosed-jinja"]),
        ("{% if a %}x", ["unclosed-block"]),
        ("{% for a in b %}{% if c %}{% endfor %}", ["unclosed-block"]),
        ("{% endif %}", ["stray-statement"]),
        ("<mj-section <mj-column></mj-column></mj-section>", ["unclosed-tag"]),
        ('<mj-text a="x>b</mj-text>', ["unclosed-quote"]),
        ("<!-- x", ["unclosed-comment"]),
        ('<a "b"></a>', ["junk", "junk"]),
        ("<mj-body>{% if a %}<mj-section>{% endif %}</mj-section></mj-body>", ["crossed"]),
    ],
)
def test_broken_text_says_what_is_broken(source, flaws):
    """A mistake is one fault at its place; what is around it keeps its shape."""
    tree = parse(source)
    assert [fault.flaw for fault in tree.faults] == flaws
    check_tree(tree)


def test_the_rest_of_a_broken_mail_stays_usable(mail):
    """A tag that is being typed swallows nothing: the other sections are all still there."""
    for typed in ("<mj-", "<mj-text", "<mj-text>", '<mj-text color="', "{{ na", "{% if", "</mj-t"):
        at = mail.index("<mj-button")
        tree = parse(mail[:at] + typed + "\n" + mail[at:])
        assert [tree.name_of(one) for one in tree.sections()] == ["hero", "", "offer"], typed


def test_an_unclosed_condition_takes_no_section_along(mail):
    """Where no other block is around it, an ``if`` without its end is a statement by itself."""
    at = mail.index("<mj-table")
    tree = parse(f"{mail[:at]}{{% if x %}}{mail[at:]}")
    assert [tree.name_of(one) for one in tree.sections()] == ["hero", "", "offer"]


def test_an_ending_element_holds_html_and_tags():
    """The content of mj-text is its own; only its closing tag ends it."""
    tree = parse("<mj-text><b>{{ x }}</i></mj-section></mj-text><mj-text/>")
    first, second = tree.elements("mj-text")
    assert first.closing is not None
    assert second.empty
    assert [type(node).__name__ for node in first.children] == ["Element"]


@settings(suppress_health_check=FIXTURES)
@given(data=st.data())
def test_the_node_at_an_offset_is_the_innermost(data, texts):
    """Going down by place finds the node that no other node inside holds that character."""
    text = data.draw(texts)
    tree = parse(text)
    at = data.draw(st.integers(0, len(text)))
    holding = [node for node in tree.walk() if node.start <= at < node.end]
    assert tree.node_at(at) is (holding[-1] if holding else None)


@pytest.mark.parametrize(
    "piece",
    ["<a>", "{{", "{{}}", "{% if a %}", '<a b="', "<!--", '{{"\\', "<mj-text>", "</a>", "b=c ", "{% raw %}", "{{ {"],
)
def test_hostile_text_is_read_once(piece):
    """No search is repeated: the work for a row of pieces, counted in calls, grows as the row does."""
    import sys

    def calls(count: int) -> int:
        seen = 0

        def profile(_frame: object, _event: str, _argument: object) -> None:
            nonlocal seen
            seen += 1

        text = "<a " + piece * count
        before = sys.getprofile()
        sys.setprofile(profile)
        try:
            parse(text)
        finally:
            sys.setprofile(before)
        return seen

    assert calls(800) < 2.6 * calls(400)


def test_a_hundred_thousand_levels_are_no_matter():
    """Depth costs no stack: neither to build, nor to walk, nor to let go."""
    tree = parse("<a>" * 100_000)
    assert sum(1 for _ in tree.walk()) == 100_000
    assert tree.node_at(299_999) is not None


def test_the_tree_knows_its_neighbours(mail):
    """Parents, siblings, the blocks around a section and elements by name are found from any node."""
    tree = parse(mail)
    hero, spare, offer = tree.sections()
    (block,) = tree.blocks(hero)
    assert tree.blocks(spare) == [block]
    assert tree.blocks(offer) == []
    assert offer in tree.siblings(block)
    assert tree.siblings(hero.attributes[0]) == hero.head
    assert tree.siblings(tree.nodes[0]) == tree.nodes
    assert tree.siblings(hero) == block.branches[0].children
    assert [node.name for node in tree.ancestors(hero) if isinstance(node, Element)] == ["mj-body", "mjml"]
    assert tree.node(hero.id) is hero
    assert tree.node(0) is None
    assert len(tree.elements("mj-column")) == 3
    assert tree.elements("mj-hero") == []
    assert [tree.name_of(one) for one in parse("<mj-section/><mj-hero css-class='a mw-s-b'/>").sections()] == ["", "b"]
