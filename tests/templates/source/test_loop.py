"""What loops say: read into name, list and limit, written back, changed in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from templates.source.edit import apply, invert
from templates.source.loop import Loop, loop_of, set_loop
from templates.source.parse import parse
from templates.source.tree import JinjaBlock


@pytest.mark.parametrize(
    ("text", "loop"),
    [
        ("p in products", Loop("p", "products")),
        ("p in products[:3]", Loop("p", "products", 3)),
        ("p in order.lines [ : 12 ]", Loop("p", "order.lines", 12)),
        ("a, b in x.items()[:2]", Loop("a, b", "x.items()", 2)),
        ("p in y[:3][:2] if p.ok and 'in' in p.tags", Loop("p", "y[:3]", 2, "if p.ok and 'in' in p.tags")),
        ("p in f(a if b else c)[:4] recursive", Loop("p", "f(a if b else c)", 4, "recursive")),
        ("p  in\n y", Loop("p", "y")),
        ("p in products[1:3]", Loop("p", "products[1:3]")),
        ("p in a or b[:2]", Loop("p", "a or b[:2]")),
        ("p in (a|sort)[:2]", Loop("p", "(a|sort)", 2)),
        ("p in a[:99999999]", Loop("p", "a[:99999999]")),
        ("p", None),
        ("in in in", None),
        ("p in", None),
        ("p in x %}{% if y", None),
        ("", None),
        ("p in " + "(" * 1500 + ")" * 1500, None),
    ],
)
def test_a_loop_is_read(text: str, loop: Loop | None) -> None:
    """What is no limit of the whole list stays part of the list; what is no loop is none."""
    assert loop_of(text) == loop


NAMES = st.sampled_from(["p", "product", "in_x", "recursive_"])
ITEMS = st.sampled_from(["xs", "order.lines", 'vars["a b"]', "a or b", "xs|sort", "[1, 2]", "xs[1:]", "f(x, y=[1])"])
RESTS = st.sampled_from(["", "if p.ok", "if p in q", "recursive", "if p recursive"])


@given(NAMES, ITEMS, st.none() | st.integers(0, 999), RESTS)
def test_what_is_written_is_read_back(name: str, items: str, limit: int | None, rest: str) -> None:
    """The same name, limit and rest; the list in brackets where it needs some, and Jinja takes it."""
    text = Loop(name, items, limit, rest).text
    read = loop_of(text)
    assert read is not None
    assert (read.name, read.limit, read.rest) == (name, limit, rest)
    assert read.items in {items, f"({items})"}
    assert read.text == text
    Environment(autoescape=True).parse(f"{{% for {text} %}}{{% endfor %}}")


MAIL = (
    "{%-  for p  in  ps if p.ok  -%}<b c='{{ p.c }}'{% if p %} d{% endif %}>{{ x.p }} {{ f(p.x, p=p)|p }} {{ 'p' }}"
    "{% for p in p.kids %}{{p}}{% endfor %}{% for q in p.kids %}{{p}}{% endfor %}</b>{% else %}{{ p }}{% endfor %}"
)


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        (Loop("p", "ps", None, "if p.ok"), MAIL),
        (Loop("p", "ps", 3), MAIL.replace("in  ps if", "in  ps[:3] if")),
        (Loop("p", "qs", 3), MAIL.replace("in  ps if", "in  qs[:3] if")),
        (
            Loop("one", "ps"),
            MAIL.replace("for p  in  ps if p.ok", "for one  in  ps if one.ok")
            .replace("'{{ p.c }}'{% if p %}", "'{{ one.c }}'{% if one %}")
            .replace("f(p.x, p=p)|p", "f(one.x, p=one)|p")
            .replace("for p in p.kids", "for p in one.kids")
            .replace("in p.kids %}{{p}}{% endfor %}</b>", "in one.kids %}{{one}}{% endfor %}</b>"),
        ),
    ],
)
def test_a_loop_is_changed_in_place(loop: Loop, expected: str) -> None:
    """Spaces and tests stay as they are; where its name is used it is another, but in a loop that has it again."""
    tree = parse(MAIL)
    edits = set_loop(tree, next(node for node in tree.walk() if isinstance(node, JinjaBlock)), loop)
    assert apply(MAIL, edits) == expected
    assert apply(expected, invert(MAIL, edits)) == MAIL


@pytest.mark.parametrize("text", ["{% if a %}<b/>{% endif %}", "{% for in x %}<b/>{% endfor %}"])
def test_what_is_no_loop_stays(text: str) -> None:
    """A condition, and a tag that Jinja would not take."""
    tree = parse(text)
    block = next(node for node in tree.walk() if isinstance(node, JinjaBlock))
    assert set_loop(tree, block, Loop("x", "y")) == []
