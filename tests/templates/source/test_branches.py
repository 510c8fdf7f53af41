"""Branches of conditions: each edit does what it names, and nothing to what it does not name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from templates.source import edit
from templates.source.around import blocks_around, component_in, own_condition, own_loop
from templates.source.branches import branch_test, has_else
from templates.source.edit import TextEdit, apply, invert
from templates.source.parse import parse
from templates.source.reparse import reparse
from templates.source.tree import Comment, Element, JinjaBlock, SourceTree

ONE = "{% if a %}<x/>{% endif %}"
THREE = "{% if a %}<x/>{% elif b %}<y/>{% else %}<z/>{% endif %}"
LINES = "<b>\n  {% if a %}\n  <x/>\n  {% endif %}\n\n  <y/>\n</b>\n"


def first(tree: SourceTree) -> JinjaBlock:
    return next(node for node in tree.walk() if isinstance(node, JinjaBlock))


def done(source: str, act) -> str:
    """The text after ``act(tree, first block)``, which can be taken back."""
    tree = parse(source)
    edits = act(tree, first(tree))
    text = apply(source, edits)
    assert apply(text, invert(source, edits)) == source
    return text


@pytest.mark.parametrize(
    ("source", "act", "expected"),
    [
        (ONE, lambda t, b: edit.add_branch(t, b, "<n/>"), "{% if a %}<x/>{% else %}<n/>{% endif %}"),
        (THREE, lambda t, b: edit.add_branch(t, b, "<n/>", "c"), THREE.replace("{% else", "{% elif c %}<n/>{% else")),
        (THREE, lambda t, b: edit.add_branch(t, b, "<n/>"), THREE),
        (LINES, lambda t, b: edit.add_branch(t, b, "<n>\n  m\n</n>"),
         LINES.replace("  {% endif", "  {% else %}\n  <n>\n    m\n  </n>\n  {% endif")),
        ("{% if a %}\n    <x/>\n{% endif %}", lambda t, b: edit.add_branch(t, b, "<n/>", "c"),
         "{% if a %}\n    <x/>\n{% elif c %}\n    <n/>\n{% endif %}"),
        ("{% for a in b %}<x/>{% endfor %}", lambda t, b: edit.add_branch(t, b, "<n/>"), None),
        (LINES, lambda t, b: edit.move_into_branch(t, b, t.elements("y")[0]),
         "<b>\n  {% if a %}\n  <x/>\n  {% else %}\n  <y/>\n  {% endif %}\n\n</b>\n"),
        (LINES, lambda t, b: edit.move_into_branch(t, b, t.elements("x")[0]), LINES),
        (LINES, lambda t, b: edit.move_into_branch(t, b, t.elements("b")[0]), LINES),
        (THREE, lambda t, b: edit.remove_branch(t, b, 0), "{% if b %}<y/>{% else %}<z/>{% endif %}"),
        (THREE, lambda t, b: edit.remove_branch(t, b, 1), "{% if a %}<x/>{% else %}<z/>{% endif %}"),
        (THREE, lambda t, b: edit.remove_branch(t, b, 2), "{% if a %}<x/>{% elif b %}<y/>{% endif %}"),
        ("{%- if a -%} x {%- else -%}\n <z/>\n{% endif %}!", lambda t, b: edit.remove_branch(t, b, 0), "<z/>!"),
        ("{% if a %}<x/>{% else %}{% endif %}!", lambda t, b: edit.remove_branch(t, b, 0), "!"),
        (LINES, lambda t, b: edit.remove_branch(t, b, 0), "<b>\n\n  <y/>\n</b>\n"),
        ("{% for a in b %}<x/>{% else %}<y/>{% endfor %}", lambda t, b: edit.remove_branch(t, b, 0), None),
        (THREE, lambda t, b: edit.move_branch(t, b, 0, 1), "{% if b %}<y/>{% elif a %}<x/>{% else %}<z/>{% endif %}"),
        (THREE, lambda t, b: edit.move_branch(t, b, 1, -1), "{% if b %}<y/>{% elif a %}<x/>{% else %}<z/>{% endif %}"),
        (THREE, lambda t, b: edit.move_branch(t, b, 1, 1), THREE),
        (THREE, lambda t, b: edit.move_branch(t, b, 0, -1), THREE),
        (THREE, lambda t, b: edit.set_test(t, b, 0, "c"), THREE.replace("if a", "if c")),
        (THREE, lambda t, b: edit.set_test(t, b, 2, "c"), THREE.replace("else", "elif c")),
        (THREE, lambda t, b: edit.set_test(t, b, 0, ""), THREE),
        (THREE, lambda t, b: edit.set_test(t, b, 1, ""), THREE),
        ("{% if a %}x{%- elif b -%}y{% endif %}", lambda t, b: edit.set_test(t, b, 1, ""),
         "{% if a %}x{%- else -%}y{% endif %}"),
        ("{% if a %}x{%-else-%}y{% endif %}", lambda t, b: edit.set_test(t, b, 1, "c"),
         "{% if a %}x{%-elif c-%}y{% endif %}"),
    ],
)  # fmt: skip
def test_an_edit_does_what_it_names(source: str, act, expected: str | None) -> None:
    """The tags that are needed, on lines of their own where the condition has its own; else no edit at all."""
    assert done(source, act) == (source if expected is None else expected)


TESTS = ["segment.a", 'x|default("") == "y"', "not segment.b"]
PIECES = [
    *("<mj-section />", "\n  <mj-text>{{ a }}</mj-text>\n", "{# note #}", "\n\n", "words"),
    "<mj-text>\n{% if i %}w{% endif %}</mj-text>",
]


@st.composite
def conditions(draw, depth: int = 0) -> str:
    """A condition with one to four branches among other things, perhaps in another one."""
    newline = draw(st.sampled_from(["", "\n", "\n  ", "\r\n"]))
    tests = draw(st.lists(st.sampled_from(TESTS), min_size=1, max_size=3))
    dash = draw(st.sampled_from(["", "-"]))
    parts = []
    for number, test in enumerate(tests):
        inside = draw(conditions(depth + 1)) if depth < 1 and draw(st.booleans()) else draw(st.sampled_from(PIECES))
        parts.append(f"{{%{dash} {'elif' if number else 'if'} {test} %}}{newline}{inside}{newline}")
    if draw(st.booleans()):
        parts.append(f"{{% else {dash}%}}{newline}{draw(st.sampled_from(PIECES))}{newline}")
    before, after = draw(st.sampled_from(PIECES)), draw(st.sampled_from(PIECES))
    return f"{before}{newline}{''.join(parts)}{{% endif %}}{newline}{after}"


def an_edit(draw, tree: SourceTree, block: JinjaBlock) -> list[TextEdit]:
    number = draw(st.integers(0, len(block.branches) - 1))
    pick = draw(st.integers(0, 5))
    test = draw(st.sampled_from(["", "z"]))
    if pick == 0:
        return edit.add_branch(tree, block, "<mj-image />", test)
    if pick == 1:
        return edit.remove_branch(tree, block, number)
    if pick == 2:
        return edit.move_branch(tree, block, number, draw(st.sampled_from([-1, 1])))
    if pick == 3:
        return edit.set_test(tree, block, number, test)
    if pick == 4:
        return edit.unwrap_condition(tree, block, branch=number)
    nodes = [node for node in tree.walk() if isinstance(node, Element | JinjaBlock | Comment)]
    if not nodes:
        return []
    return edit.move_into_branch(tree, block, nodes[draw(st.integers(0, len(nodes) - 1))], test)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_edits_stay_balanced_and_can_be_taken_back(data) -> None:
    """Whatever is done in whatever order: no stray tag, at most one else, and undo gives the text back."""
    tree = parse(data.draw(conditions()))
    for _ in range(4):
        blocks = [node for node in tree.walk() if isinstance(node, JinjaBlock) and node.keyword == "if"]
        if not blocks:
            return
        edits = an_edit(data.draw, tree, blocks[data.draw(st.integers(0, len(blocks) - 1))])
        text = apply(tree.text, edits)
        assert apply(text, invert(tree.text, edits)) == tree.text
        tree = reparse(tree, edits)
        assert tree.text == text
        assert tree.faults == ()
        for block in (node for node in tree.walk() if isinstance(node, JinjaBlock)):
            keywords = [branch.statement.keyword for branch in block.branches]
            assert keywords[1:].count("else") <= has_else(block)
            assert keywords[0] == block.keyword


def test_what_is_around_a_component() -> None:
    """From the inside out; its own are those of which it has a branch to itself."""
    tree = parse("{% if a %}{% for x in y %}<m/>{% endfor %}{% else %}<n/><o/>{% endif %}{% raw %}<p/>{% endraw %}")
    m, n = tree.elements("m")[0], tree.elements("n")[0]
    assert [(one.block.keyword, one.number, one.own, one.is_loop) for one in blocks_around(tree, m)] == [
        ("for", 0, True, True),
        ("if", 0, True, False),
    ]
    assert [(one.number, one.own) for one in blocks_around(tree, n)] == [(1, False)]
    assert own_condition(tree, n) is None
    assert own_loop(tree, n) is None
    found = own_condition(tree, m)
    assert found is not None
    assert (branch_test(tree, found.branch), branch_test(tree, found.block.branches[1])) == ("a", "")
    assert component_in(tree, found.block.branches[1]) is n
