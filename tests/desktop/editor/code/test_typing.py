"""What keys do beyond writing their character. ``¦`` is the caret, before and after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editor.code.typing import (
    comment,
    indent_lines,
    on_backspace,
    on_character,
    on_enter,
    on_tab,
    outdent_lines,
    step_of,
)
from templates.source.text_edit import apply


def after(text: str, stroke) -> str:
    return text[: stroke.start] + stroke.text[: stroke.caret] + "¦" + stroke.text[stroke.caret :] + text[stroke.end :]


def typed(source: str, character: str) -> str:
    """The text after the character was typed."""
    at = source.index("¦")
    text = source.replace("¦", "")
    stroke = on_character(text, at, character)
    return after(text, stroke) if stroke else f"{text[:at]}{character}¦{text[at:]}"


@pytest.mark.parametrize(
    ("before", "character", "result"),
    [
        ("<mj-text align=¦>", '"', '<mj-text align="¦">'),
        ('<mj-text align="¦">', '"', '<mj-text align=""¦>'),
        ("It¦ is", "'", "It'¦ is"),
        ('a="b¦"', '"', 'a="b"¦'),
        ("Hello {¦", "{", "Hello {{ ¦ }}"),
        ("Hello {¦", "%", "Hello {% ¦ %}"),
        ("Hello {¦", "#", "Hello {# ¦ #}"),
        ("Hello {{¦", "{", "Hello {{{¦"),
        ("{{ ¦ }}", " ", "{{ ¦ }}"),
        ("{{ a¦ }}", " ", "{{ a ¦ }}"),
        ("{{ a }¦}", "}", "{{ a }}¦"),
        ("{{ a ¦}}", "}", "{{ a }¦}}"),
        ("<mj-text¦", ">", "<mj-text>¦</mj-text>"),
        ("<mj-text a='>'¦", ">", "<mj-text a='>'>¦</mj-text>"),
        ("<mj-divider /¦", ">", "<mj-divider />¦"),
        ("<br¦", ">", "<br>¦"),
        ("<mj-text¦ </mj-text>", ">", "<mj-text>¦ </mj-text>"),
        ("a ¦ b", ">", "a >¦ b"),
        ("<mj-column>\n  <mj-text>\n    <¦", "/", "<mj-column>\n  <mj-text>\n  </mj-text>¦"),
        ("<mj-text>Hi <b>you<¦", "/", "<mj-text>Hi <b>you</b>¦"),
        ("<¦", "/", "</¦"),
        ("<b><¦b>", "/", "<b></¦b>"),
    ],
)
def test_a_character_brings_its_pair(before, character, result):
    """Quotes in a tag, braces, the closing tag; where the pair is there already the caret just goes on."""
    assert typed(before, character) == result


@pytest.mark.parametrize(
    ("before", "result"),
    [
        ("  <mj-text>¦</mj-text>", "  <mj-text>\n    ¦\n  </mj-text>"),
        ("  <mj-text>¦Hello", "  <mj-text>\n    ¦Hello"),
        ("  <mj-divider />¦", "  <mj-divider />\n  ¦"),
        ("  </mj-text>¦", "  </mj-text>\n  ¦"),
        ("  Hello<br>¦ you", "  Hello<br>\n  ¦you"),
        ("{% if a %}¦{% endif %}", "{% if a %}\n  ¦\n{% endif %}"),
        ("\t{{ a }}¦", "\t{{ a }}\n\t¦"),
        ("  ¦<a>", "  \n  ¦<a>"),
        ("¦  <a>", "\n¦<a>"),
    ],
)
def test_a_new_line_is_indented_as_its_place_asks(before, result):
    """As the line before; deeper in what was opened, and between an opening and a closing tag on a line of its own."""
    at = before.index("¦")
    text = before.replace("¦", "")
    assert after(text, on_enter(text, at, at, "  ")) == result


@pytest.mark.parametrize(
    ("before", "result"), [('a="¦"', "a=¦"), ("{{ ¦ }}", "¦"), ("{% ¦ %}x", "¦x"), ("a¦b", None), ('"¦"', None)]
)
def test_backspace_takes_an_empty_pair_away(before, result):
    """What came together goes together; a pair with something in it stays."""
    at = before.index("¦")
    text = before.replace("¦", "")
    stroke = on_backspace(text, at)
    assert (after(text, stroke) if stroke else None) == result


def test_tab_goes_to_the_next_step():
    """Spaces up to the next multiple; a tab where the document is indented with tabs."""
    assert on_tab("abc", 3, "  ").text == " "
    assert on_tab("abcd", 4, "  ").text == "  "
    assert on_tab("abc", 3, "\t").text == "\t"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("<a>\n    <b>", "    "),
        ("<a>\r\n\t<b>\r\n\t\t<c>", "\t"),
        ("<a>\n\n   \n  <b>", "  "),
        ("<a><b>", "  "),
        ("", "  "),
    ],
)
def test_a_step_is_the_documents_own(text, step):
    """What its first indented line has; two spaces where it shows none."""
    assert step_of(text) == step


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_shifted_together(newline):
    """Every line of the selection but empty ones; back as far as there is room."""
    text = newline.join(["a", "", " b", "\tc", "d"])
    end = text.index("d")
    shifted = apply(text, indent_lines(text, 0, end, "  "))
    assert shifted == newline.join(["  a", "", "   b", "  \tc", "d"])
    assert apply(shifted, outdent_lines(shifted, 0, shifted.index("d"), "  ")) == text
    assert apply(text, outdent_lines(text, 0, len(text), "  ")) == newline.join(["a", "", "b", "c", "d"])


@pytest.mark.parametrize(
    ("text", "start", "end", "result"),
    [
        ("  <mj-text>a</mj-text>\nb", 4, 4, "  <!-- <mj-text>a</mj-text> -->\nb"),
        ("<a>{{ x }}</a>", 0, 0, "{# <a>{{ x }}</a> #}"),
        ("<a>\n  <b>\n</a>", 1, 8, "<!-- <a>\n  <b> -->\n</a>"),
        ("one two", 4, 7, "one <!-- two -->"),
        ("<!-- a -->", 0, 0, "a"),
        ("  {# {{ a }} #}", 3, 3, "  {{ a }}"),
        ("<!--a-->", 0, 0, "a"),
        ("   ", 0, 0, "   "),
        ("a --> b", 0, 0, "a --> b"),
    ],
)
def test_a_comment_comes_and_goes(text, start, end, result):
    """One of HTML for markup, one of the template language for its tags; never around what would end it."""
    assert apply(text, comment(text, start, end)) == result


TEXTS = st.lists(st.sampled_from(["<", ">", "/", "mj-text", '"', "{", "}", "%", "=", " ", "\n", "\r\n", "a"])).map(
    "".join
)


@given(TEXTS, st.integers(0, 40), st.sampled_from("\"'{}%#></a"))
def test_every_key_writes_its_character(text, at, character):
    """Wherever it is typed, the character stands before the caret afterwards, and nothing but white space is lost."""
    at = min(at, len(text))
    stroke = on_character(text, at, character)
    if stroke:
        assert character in stroke.text
        assert 0 < stroke.caret <= len(stroke.text)
        assert stroke.start <= at <= stroke.end <= at + 1
        assert text[stroke.start : at].strip() in {"", "<"}
