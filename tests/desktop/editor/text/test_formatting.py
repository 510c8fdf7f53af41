"""The bar's verbs: each asks the page what is selected, and makes one step of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def done(one, act, start, end):
    """Let the writer do something with the units from ``start`` to ``end``; the content then."""
    act()
    one.answer(start, end)
    return one.content


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("bold", "<strong>one</strong> two"),
        ("italic", "<em>one</em> two"),
        ("underline", "<u>one</u> two"),
        ("strike", "<s>one</s> two"),
    ],
)
def test_marks(writer, verb, expected):
    """Mail-safe elements around the selection, in one step, and the selection stays."""
    one = writer("<mj-text>one two</mj-text>")
    before = one.document.text
    one.start()
    assert done(one, lambda: one.formatting.mark(verb), 0, 3) == expected
    shown = one.called("textLoad")[-1]["tokens"]
    assert shown[1:4] == [["|", "anchor"], "one", ["|", "focus"]]
    one.document.stack.undo()
    assert one.document.text == before


def test_a_caret_makes_the_word_bold_or_what_comes_next(writer):
    """In a word it is the word, and the caret stays; elsewhere the page is told."""
    one = writer("<mj-text>one two</mj-text>")
    one.start()
    assert done(one, lambda: one.formatting.mark("bold"), 5, 5) == "one <strong>two</strong>"
    assert one.called("textLoad")[-1]["tokens"] == [
        *("one ", ["<", 1, "strong"], "t", ["|", "anchor"], ["|", "focus"], "wo", [">", 1, "strong"])
    ]
    assert done(one, lambda: one.formatting.mark("italic"), 4, 4) == "one <strong>two</strong>"
    assert one.called("textMark") == ["em"]


def test_the_bar_shows_what_is_so(writer):
    """By the elements around the caret, whatever they are called."""
    one = writer("<mj-text align='center'>x</mj-text>")
    one.start()
    one.tell("caret", path='[[1, "ul"], [2, "li"], [3, "b"], [4, "a"]]', some=True)
    on = {
        verb
        for verb in ("bold", "italic", "bullets", "numbers", "link", "left", "center")
        if one.formatting.is_on(verb)
    }
    assert on == {"bold", "bullets", "link", "center"}
    assert one.text.caret.selecting


def test_colours_lists_and_clearing(writer):
    """A brand's colour is its reference; a list has points; clearing takes the colour."""
    one = writer("<mj-text>one<br />two</mj-text>")
    one.start()
    reference = "{{ brand.colour.primary }}"
    coloured = f'<span style="color:{reference}">one</span><br />two'
    assert done(one, lambda: one.formatting.colour(reference), 0, 3) == coloured
    assert done(one, one.formatting.clear, 0, 4) == "one<br />two"
    assert done(one, lambda: one.formatting.list_("numbers"), 0, 7) == "<ol><li>one</li><li>two</li></ol>"


def test_links(writer):
    """Words become a link; without words the address is shown; the target can be asked for and taken away."""
    one = writer("<mj-text>one two</mj-text>")
    one.start()
    found = []
    one.formatting.link_found.connect(found.append)
    content = done(one, lambda: one.formatting.link("https://a.b"), 0, 3)
    assert content == '<a href="https://a.b">one</a> two'
    done(one, one.formatting.find_link, 2, 2)
    assert found == ["https://a.b"]
    assert done(one, lambda: one.formatting.link(""), 2, 2) == "one two"
    one.formatting.link("https://a.b/c")
    one.answer(4, 4)
    assert one.content == 'one <a href="https://a.b/c">a.b/c</a>two'


def test_a_link_without_words_says_what_it_is(writer):
    """A link of every mail is named, not printed."""
    one = writer("<mj-text>a</mj-text>")
    one.start()
    one.formatting.link("{{ links.unsubscribe }}")
    one.answer(1, 1)
    assert one.content == 'a<a href="{{ links.unsubscribe }}">unsubscribe link</a>'


def test_alignment_is_an_attribute_of_the_component(writer):
    """Choosing it writes it, choosing it again takes it away; a navigation link has none."""
    one = writer("<mj-text>a</mj-text>")
    one.start()
    assert one.formatting.can_align
    one.formatting.align("right")
    assert '<mj-text align="right">a</mj-text>' in one.document.text
    one.formatting.align("right")
    assert "<mj-text>a</mj-text>" in one.document.text
    assert one.text.active


def test_a_button_takes_no_lists_and_no_paragraphs(writer):
    """What is pasted into it comes in lines."""
    one = writer("<mj-button>Go</mj-button>")
    one.start()
    assert not one.formatting.can_list
    data = QMimeData()
    data.setHtml("<p>a</p><p>b</p>")
    QGuiApplication.clipboard().setMimeData(data)
    assert done(one, one.formatting.paste, 2, 2) == "Goa<br />b"


def test_paste_is_cleaned_and_says_what_it_left_out(writer):
    """Foreign tags become words, pictures stay out, and both is said; our own key leads here too."""
    one = writer("<mj-text>x</mj-text>")
    one.start()
    data = QMimeData()
    data.setHtml("<b onclick='x()'>a</b> {{ contact.city }} {% if x %}")
    data.setText("a {{ contact.city }} {% if x %}")
    QGuiApplication.clipboard().setMimeData(data)
    one.tell("key", key="paste")
    one.answer(1, 1)
    assert one.content == "x<strong>a</strong> {{ contact.city }} &#123;% if x %}"
    assert [level for level, _ in one.said] == ["info"]
    data = QMimeData()
    data.setHtml("b<img src='http://x.y/z.png'>")
    QGuiApplication.clipboard().setMimeData(data)
    assert done(one, one.formatting.paste, 0, 1).startswith("b<strong>")
    assert len(one.said) == 2
    data = QMimeData()
    data.setText("c\nd")
    QGuiApplication.clipboard().setMimeData(data)
    assert done(one, one.formatting.paste, 0, 1).startswith("c<br />d<strong>")


def test_nothing_happens_while_nobody_writes(writer):
    """The verbs are there for everybody to call."""
    one = writer("<mj-text>x</mj-text>")
    before = one.document.text
    for act in (one.formatting.clear, one.formatting.paste, one.formatting.find_link):
        act()
    one.formatting.align("left")
    one.formatting.insert_source("x")
    one.text.focus_text()
    assert one.document.text == before
    assert one.calls == []
