"""Edits: each result parses, touches only what it names, can be undone, and means in the mail what it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from templates.compile.engine import mjml_engine
from templates.compile.pipeline import build
from templates.source import edit
from templates.source.edit import TextEdit, apply, invert
from templates.source.layout import cut_lines, whole_lines
from templates.source.parse import parse
from templates.source.reparse import reparse
from templates.source.tree import Attribute, Element, JinjaBlock, JinjaBranch, JinjaOutput, JinjaStatement, Text

FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
SOURCES = ["<mj-divider />", "<mj-text>\n  new\n</mj-text>", "word", "{{ x }}", "<b>", "{% if a %}b{% endif %}", "</p>"]
VALUES = ["", "red", "a \"b\" 'c' & <d>", '{{ x|default("y") }}', "10px 20px", "a=b/c"]


def _own(tree, node):
    """What an edit of this node alone may touch: itself, and the white space around it."""
    start, end = node.span
    while start and tree.text[start - 1] in " \t\r\n\ufeff":
        start -= 1
    while end < len(tree.text) and tree.text[end] in " \t\r\n":
        end += 1
    return start, end


def _of_element(draw, tree, node):
    pick = draw(st.integers(0, 5))
    if pick == 0:
        return edit.set_attribute(
            tree, node, draw(st.sampled_from(["color", "css-class", "x"])), draw(st.sampled_from(VALUES))
        )
    if pick == 1:
        names = [one.name for one in node.attributes] or ["x"]
        return edit.remove_attribute(tree, node, draw(st.sampled_from(names)))
    if pick == 2:
        return edit.set_text(tree, node, draw(st.sampled_from(SOURCES)))
    if pick == 3:
        return edit.change_tag(tree, node, draw(st.sampled_from(["mj-text", "p", "mj-section"])))
    if pick == 4:
        return edit.rename_section(tree, node, draw(st.sampled_from(["Héros 2", "", "offer"])))
    return edit.insert(tree, node, draw(st.sampled_from(SOURCES)), "inside")


def _of_any(draw, tree, node):
    pick = draw(st.integers(0, 5))
    if pick == 0:
        return edit.insert(tree, node, draw(st.sampled_from(SOURCES)), draw(st.sampled_from(["before", "after"])))
    if pick == 1:
        return edit.duplicate(tree, node)
    if pick in {2, 3}:
        return edit.delete(tree, node)
    if pick == 4:
        return edit.wrap_condition(tree, node, "segment.x")
    return edit.wrap_loop(tree, node, "one", "many")


def random_edit(draw, tree):
    """An edit of any kind, and the span that it may touch; None for all of the text."""
    nodes = [node for node in tree.walk() if isinstance(node, Element | Text | JinjaBlock | JinjaOutput)]
    if not nodes:
        return [TextEdit(0, 0, "x")], (0, 0)
    node = nodes[draw(st.integers(0, len(nodes) - 1))]
    kind = draw(st.integers(0, 9))
    if kind == 0:
        anchor = nodes[draw(st.integers(0, len(nodes) - 1))]
        return edit.move(tree, node, anchor, draw(st.sampled_from(["before", "after", "inside"]))), None
    if kind == 1:
        return edit.rename_class(tree, "a", "z"), None
    if isinstance(node, JinjaBlock) and kind < 6:
        branch = draw(st.integers(0, len(node.branches) - 1))
        return edit.unwrap_condition(tree, node, branch=branch), _own(tree, node)
    if isinstance(node, JinjaOutput) and kind < 6:
        return edit.set_expression(tree, node, "other"), node.span
    if isinstance(node, Text) and kind < 6:
        return edit.set_text(tree, node, draw(st.sampled_from(SOURCES))), node.span
    if isinstance(node, Element) and kind < 7:
        return _of_element(draw, tree, node), _own(tree, node)
    return _of_any(draw, tree, node), _own(tree, node)


def check_step(tree, edits, span):
    """Make the edits; return the next tree."""
    text = apply(tree.text, edits)
    assert apply(text, invert(tree.text, edits)) == tree.text
    if span is not None:
        start, end = span
        assert all(start <= one.start <= one.end <= end for one in edits)
    after = reparse(tree, edits)
    assert after.text == text
    assert [(type(node), node.span) for node in after.walk()] == [
        (type(node), node.span) for node in parse(text).walk()
    ]
    ids = [node.id for node in after.walk()]
    assert len(ids) == len(set(ids))
    return after


def run(strategy, count: int, most: int) -> None:
    @settings(max_examples=count, suppress_health_check=FIXTURES)
    @given(st.data())
    def any_edits(data) -> None:
        tree = first = parse(data.draw(strategy))
        undo = []
        for _ in range(data.draw(st.integers(1, most))):
            edits, span = random_edit(data.draw, tree)
            undo.append(invert(tree.text, edits))
            tree = check_step(tree, edits, span)
            if len(tree.text) > 20_000:
                break  # copies of copies
        text = tree.text
        for inverse in reversed(undo):
            text = apply(text, inverse)
        assert text == first.text

    any_edits()


def test_any_edits_can_be_undone(texts):
    """Random edits of random texts touch only what they name, parse, and undone give the first characters back."""
    run(texts, 150, 10)


@pytest.mark.slow
def test_any_edits_can_be_undone_at_length(texts):
    """The same for ten thousand sequences of up to fifty edits."""
    run(texts, 10_000, 50)


def test_any_edits_of_the_starters_can_be_undone(starter_texts):
    """The same on the twenty starters."""
    run(st.sampled_from(starter_texts), 20, 50)


@pytest.mark.slow
def test_any_edits_of_the_gallery_can_be_undone(gallery):
    """The same on MJML's gallery."""
    run(st.sampled_from(gallery), 20, 50)


def one(tree, name: str) -> Element:
    """The first element of that name."""
    return tree.elements(name)[0]


@pytest.mark.parametrize(
    ("source", "change", "expected"),
    [
        ('<a b="1">', lambda t, e: edit.set_attribute(t, e, "b", "2"), '<a b="2">'),
        ("<a b='1'>", lambda t, e: edit.set_attribute(t, e, "b", "it's"), "<a b='it&#39;s'>"),
        ("<a b=1>", lambda t, e: edit.set_attribute(t, e, "b", "2"), "<a b=2>"),
        ("<a b=1>", lambda t, e: edit.set_attribute(t, e, "b", "2 3"), '<a b="2 3">'),
        ("<a b>", lambda t, e: edit.set_attribute(t, e, "b", "1"), '<a b="1">'),
        ("<a/>", lambda t, e: edit.set_attribute(t, e, "b", "1"), '<a b="1"/>'),
        ("<a\n  b='1'\n/>", lambda t, e: edit.set_attribute(t, e, "c", "1"), "<a\n  b='1'\n  c=\"1\"\n/>"),
        ('<a b="">', lambda t, e: edit.set_attribute(t, e, "b", '<"&{{ "q" }}'), '<a b="&lt;&quot;&amp;{{ "q" }}">'),
        (
            "<a {% if x %}b=1{% endif %}>",
            lambda t, e: edit.set_attribute(t, e, "b", "2"),
            "<a {% if x %}b=2{% endif %}>",
        ),
        ('<a b="x>', lambda t, e: edit.set_attribute(t, e, "b", "y"), '<a b="y">'),
        ('<a b="1" c="2">', lambda t, e: edit.remove_attribute(t, e, "b"), '<a c="2">'),
        ("<p/>", lambda t, e: edit.set_text(t, e, "x"), "<p>x</p>"),
        ("<P>x</P>", lambda t, e: edit.change_tag(t, e, "b"), "<b>x</b>"),
        (
            "<a>\r\n\t<b/>\r\n</a>",
            lambda t, e: edit.insert(t, e, "<c>\n  <d/>\n</c>", "inside"),
            "<a>\r\n\t<b/>\r\n\t<c>\r\n\t  <d/>\r\n\t</c>\r\n</a>",
        ),
        ("  <a></a>", lambda t, e: edit.insert(t, e, "<c/>", "inside"), "  <a>\n    <c/>\n  </a>"),
        ("  <a/>", lambda t, e: edit.insert(t, e, "<c/>", "before"), "  <c/>\n  <a/>"),
        ("<p>x<a/>y</p>", lambda t, e: edit.insert(t, one(t, "a"), "<c/>", "after"), "<p>x<a/><c/>y</p>"),
        ("x\n\n<a/>\n\ny", edit.delete, "x\n\ny"),
        ("x\n\n<a/>\n\ny", edit.duplicate, "x\n\n<a/>\n\n<a/>\n\ny"),
        ("  <a/>\n", lambda t, e: edit.wrap_condition(t, e, "x"), "  {% if x %}\n  <a/>\n  {% endif %}\n"),
        ("x<a/>", lambda t, e: edit.wrap_loop(t, e, "i", "l"), "x{% for i in l %}<a/>{% endfor %}"),
        ("<a/>\n<b/>\n", lambda t, e: edit.move(t, e, one(t, "b"), "after"), "<b/>\n<a/>\n"),
        ("<a><b/></a>", lambda t, e: edit.move(t, e, one(t, "b"), "after"), "<a><b/></a>"),
        ('<a css-class="x mw-s-old">', lambda t, e: edit.rename_section(t, e, "Été 2"), '<a css-class="x mw-s-ete-2">'),
        ("<a>", lambda t, e: edit.rename_section(t, e, "new"), '<a css-class="mw-s-new">'),
    ],
)
def test_an_edit_writes_as_the_text_does(source, change, expected):
    """Quotes, indentation, line ends and blank lines follow the text; values are escaped, template tags are not."""
    tree = parse(source)
    element = next(node for node in tree.walk() if isinstance(node, Element))
    assert apply(source, change(tree, element)) == expected


@pytest.mark.parametrize("branch", [0, 1])
def test_unwrapping_keeps_one_branch(branch):
    """The tags and the other branch go with their lines; what stays is not touched."""
    tree = parse("  {% if a %}\n    1\n  {% else %}\n    2\n  {% endif %}\n")
    (block,) = [node for node in tree.walk() if isinstance(node, JinjaBlock)]
    assert apply(tree.text, edit.unwrap_condition(tree, block, branch=branch)) == f"    {branch + 1}\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [("{% if a -%}", "{% if b -%}"), ("{{ a }}", "{{ b }}"), ("{{}}", "{{ b }}"), ("{%- if%}", "{%- if b %}")],
)
def test_an_expression_is_replaced_alone(source, expected):
    """Spaces and white-space control of the tag stay."""
    tree = parse(source)
    (tag,) = [node for node in tree.walk() if isinstance(node, JinjaOutput | JinjaStatement)]
    assert apply(source, edit.set_expression(tree, tag, "b")) == expected


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("source", ["<a b='1'></a>", '<a b="1"></a>', "<a b=1></a>", "<a b></a>", "<a></a>"])
def test_a_value_that_was_set_is_read_back(source, value):
    """Escaping and decoding are each other's inverse."""
    tree = parse(source)
    after = parse(apply(source, edit.set_attribute(tree, one(tree, "a"), "b", value)))
    assert one(after, "a").value("b") == value
    assert after.faults == ()


def test_a_class_is_renamed_wherever_it_is_used():
    """In attributes, as a whole word, and in the rules of mj-style; mj-classes where they are defined and used."""

    def text(css: str, own: str) -> str:
        use = f'<mj-text css-class="{css} a-b" mj-class="{own}"/><p class="{{{{ x }}}} {css}"/>'
        return f'<mj-style>.{css}, .a-b {{ }}</mj-style>{use}<mj-class name="{own}"/>'

    before = text("a", "a")
    assert apply(before, edit.rename_class(parse(before), "a", "z")) == text("z", "a")
    assert apply(before, edit.rename_class(parse(before), "a", "z", kind="mj-class")) == text("a", "z")


def test_nothing_moves_into_itself_and_white_space_does_not_move():
    """Such a drop is no edit at all, not a broken mail."""
    tree = parse("<a> </a><b><c/></b>")
    (space,) = one(tree, "a").children
    assert edit.move(tree, space, one(tree, "a"), "inside") == []
    assert edit.move(tree, one(tree, "b"), one(tree, "c"), "before") == []
    assert edit.move(tree, one(tree, "c"), one(tree, "b"), "inside") == []


def test_overlapping_edits_are_refused():
    """Two edits of the same characters contradict each other."""
    with pytest.raises(ValueError, match="overlap"):
        apply("abcdef", [TextEdit(0, 3, ""), TextEdit(2, 4, "x")])


def test_ids_outlive_edits_elsewhere(mail):
    """A selected node is still selected after typing, wrapping and deleting around it, and after it was moved."""
    tree = parse(mail)
    button, image = one(tree, "mj-button"), one(tree, "mj-image")
    for edits in (
        edit.set_text(tree, one(tree, "mj-text"), "typed"),
        edit.wrap_condition(tree, button, "x"),
        edit.delete(tree, image),
        edit.set_attribute(tree, button, "href", "y"),
        edit.change_tag(tree, button, "mj-text"),
        edit.move(tree, button, image, "before"),
        edit.insert(tree, button, "<mj-spacer />", "before"),
    ):
        after = reparse(tree, edits)
        found = after.node(button.id)
        assert isinstance(found, Element)
        assert "Go" in after.source(found)
    gone = reparse(tree, edit.delete(tree, image))
    assert gone.node(image.id) is None


def test_new_nodes_have_new_ids(mail):
    """An id never comes back for another node, not even after the first one was deleted."""
    tree = parse(mail)
    image = one(tree, "mj-image")
    gone = reparse(tree, edit.delete(tree, image))
    again = reparse(gone, edit.insert(gone, one(gone, "mj-button"), "<mj-image />", "before"))
    assert one(again, "mj-image").id not in {node.id for node in tree.walk()}


def html(text: str) -> str:
    """The mail's HTML for a recipient in the segment x."""
    return build(
        text, data={"name": "Ann", "items": ["one", "two"], "item": "single"}, segments={"x"}
    ).html_before_inlining


MEANS = [
    (
        "set_attribute",
        lambda t: edit.set_attribute(t, one(t, "mj-button"), "href", "https://b.example/?a=1&b=2"),
        'href="https://b.example/?a=1&amp;b=2"',
        1,
    ),
    ("remove_attribute", lambda t: edit.remove_attribute(t, one(t, "mj-image"), "src"), 'src="a.png"', -1),
    ("set_text", lambda t: edit.set_text(t, one(t, "mj-button"), "Buy now"), "Buy now", 1),
    ("insert", lambda t: edit.insert(t, one(t, "mj-button"), "<mj-text>inserted</mj-text>", "after"), "inserted", 1),
    (
        "insert inside",
        lambda t: edit.insert(t, one(t, "mj-column"), "<mj-text>inserted</mj-text>", "inside"),
        "inserted",
        1,
    ),
    ("duplicate", lambda t: edit.duplicate(t, one(t, "mj-image")), 'src="a.png"', 1),
    ("delete", lambda t: edit.delete(t, one(t, "mj-image")), 'src="a.png"', -1),
    ("wrap_condition", lambda t: edit.wrap_condition(t, one(t, "mj-image"), "segment.other"), 'src="a.png"', -1),
    ("wrap_loop", lambda t: edit.wrap_loop(t, one(t, "mj-image"), "item", "items"), 'src="a.png"', 1),
    ("unwrap_loop", lambda t: edit.unwrap_loop(t, t.parent(t.parent(t.elements("mj-text")[1]))), "two", -1),
    ("unwrap_condition", lambda t: edit.unwrap_condition(t, t.blocks(t.sections()[0])[0], branch=1), "mw-s-hero", -1),
    ("change_tag", lambda t: edit.change_tag(t, one(t, "mj-button"), "mj-text"), 'href="x"', -1),
    ("rename_section", lambda t: edit.rename_section(t, t.sections()[0], "top"), "mw-s-top", 1),
    ("rename_class", lambda t: edit.rename_class(t, "a", "renamed"), "renamed", 1),
    (
        "set_expression",
        lambda t: edit.set_expression(t, t.blocks(t.sections()[0])[0].branches[0].statement, "segment.other"),
        "mw-s-hero",
        -1,
    ),
]


@pytest.mark.parametrize(("change", "sign", "more"), [row[1:] for row in MEANS], ids=[row[0] for row in MEANS])
def test_an_edit_means_in_the_mail_what_it_says(mail, change, sign, more):
    """After each kind of edit the compiled mail has more, or less, of what the edit is about."""
    tree = parse(mail)
    before, after = html(mail), html(apply(mail, change(tree)))
    assert (after.count(sign) - before.count(sign)) * more > 0


def test_moving_changes_the_order(mail):
    """The moved part stands elsewhere in the mail; nothing else is different."""
    tree = parse(mail)
    after = html(apply(mail, edit.move(tree, one(tree, "mj-button"), one(tree, "mj-image"), "before")))
    before = html(mail)
    assert before.index("a.png") < re.search(r"Go\s*</a>", before).start()
    assert re.search(r"Go\s*</a>", after).start() < after.index("a.png")
    assert sorted(after.split()) == sorted(before.split())


def test_edits_of_the_gallery_mean_what_they_say(gallery):
    """In every gallery mail a section can be copied, deleted, moved and hidden, and compiles to just that."""
    engine = mjml_engine()
    for text in gallery:
        tree = parse(text)
        assert apply(text, []) == text
        section = next(node for node in tree.sections() if node.name == "mj-section")
        marked = edit.rename_section(tree, section, "probe")
        tree = reparse(tree, marked)
        section = tree.node(section.id)
        count = engine.compile(tree.text).html.count("mw-s-probe")
        assert count
        copied = apply(tree.text, edit.duplicate(tree, section))
        assert engine.compile(copied).html.count("mw-s-probe") == 2 * count
        gone = apply(tree.text, edit.delete(tree, section))
        assert "mw-s-probe" not in engine.compile(gone).html
        last = tree.sections()[-1]
        moved = engine.compile(apply(tree.text, edit.move(tree, section, last, "after"))).html
        assert moved.count("mw-s-probe") == count


def test_whole_lines_are_what_a_person_would_cut():
    """A node alone in its lines goes with them; one inside a line goes alone."""
    assert whole_lines("a\n  <b/>\nc", parse("a\n  <b/>\nc").elements("b")[0].span) == (2, 9)
    assert whole_lines("a <b/>\n", parse("a <b/>\n").elements("b")[0].span) == (2, 6)
    assert cut_lines("\n\n<b/>\n\n", parse("\n\n<b/>\n\n").elements("b")[0].span) == (2, 8)


def test_a_section_is_what_a_person_calls_one(mail):
    """With the conditions that hold nothing else, but not with those that hold a choice."""
    tree = parse("{% if a %}\n{% for b in c %}<mj-section/>{% endfor %}\n{% endif %}")
    assert edit.whole(tree, one(tree, "mj-section")) is tree.nodes[0]
    tree = parse(mail)
    assert edit.whole(tree, tree.sections()[0]) is tree.sections()[0]
    assert isinstance(tree.parent(tree.sections()[0]), JinjaBranch)
    assert not any(isinstance(node, Attribute) for node in tree.sections())
