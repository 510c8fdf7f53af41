"""The whole mail: every condition around components open, everything else as it was."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from templates.compile.live import LiveBuild
from templates.compile.pipeline import build
from templates.data.sample_values import Taste
from templates.dynamic.samples import Samples
from templates.dynamic.whole import openings, whole_text
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply

TASTE = Taste()


def section(words: str) -> str:
    return f"<mj-section><mj-column><mj-text>{words}</mj-text></mj-column></mj-section>"


def mail(body: str) -> str:
    return f"<mjml><mj-body>{body}</mj-body></mjml>"


def whole_html(text: str, data: dict | None = None) -> str:
    opened = whole_text(parse(text))
    filled = Samples(lambda path, beside: ("", path), "template.mjml").filled(opened, data or {}, TASTE)
    return build(opened, data=filled).html


def words_of(html: str) -> list[str]:
    return re.findall(r"<div[^>]*>(w-[^<]*)</div>", html)


def test_all_branches_are_there_at_once():
    """If, elif and else, one in another and around columns: each is in the mail, in the order of the text."""
    text = mail(
        f"{{% if segment.vip %}}{section('w-1')}{{% if city == 'Lyon' %}}{section('w-2')}{{% endif %}}"
        f"{{% elif a.b.c > 3 %}}{section('w-3')}{{% else %}}{section('w-4')}{{% endif %}}"
        "<mj-section>{% if x %}<mj-column><mj-text>w-5</mj-text></mj-column>{% endif %}</mj-section>"
    )
    assert words_of(whole_html(text)) == ["w-1", "w-2", "w-3", "w-4", "w-5"]


def test_what_has_no_place_for_two_answers_stays_asked():
    """Words, attributes and the head keep their conditions, and so do those that have one answer for everybody."""
    text = (
        "<mjml><mj-head>{% if a %}<mj-title>A</mj-title>{% else %}<mj-title>B</mj-title>{% endif %}</mj-head><mj-body>"
        "<mj-section {% if a %}padding='0'{% endif %}><mj-column><mj-text>{% if a %}x{% endif %}</mj-text></mj-column>"
        "</mj-section>{% if brand.logo %}<mj-section />{% endif %}"
        "{% for a in range(2) %}{% if not loop.last %}<mj-section />{% endif %}{% endfor %}</mj-body></mjml>"
    )
    assert whole_text(parse(text)) == text


def test_a_loop_runs_and_an_empty_or_missing_list_shows_one_round():
    """The data's own rows are drawn, for those that are not there a sample; and the alternative is drawn too."""
    loop = f"{{% for item in items %}}{section('w-{{ item.code }}')}{{% else %}}{section('w-none')}{{% endfor %}}"
    rows = {"items": [{"code": "a"}, {"code": "b"}, {}]}
    first, second, sample, alternative = words_of(whole_html(mail(loop), rows))
    assert (first, second, alternative) == ("w-a", "w-b", "w-none")
    for data in ({}, {"items": []}):
        assert words_of(whole_html(mail(loop), data)) == [sample, "w-none"]
    assert len(sample) > len("w-")


def test_lines_and_quotes_survive():
    """Tags become comments of the same length, whatever they hold; a place behind them is the place in the source."""
    text = mail('\n{%- if a == "#}" -%}\n' + section("{{ b }}") + "\n{% endif %}")
    opened = whole_text(parse(text))
    assert len(opened) == len(text)
    assert opened.index("{{ b }}") == text.index("{{ b }}")
    assert "{%" not in opened
    assert "<div" in whole_html(text, {"b": 1})


def test_a_part_without_a_body_is_opened_too():
    """What an mj-include brings may have conditions of its own."""
    assert "{%" not in whole_text(parse(f"{{% if segment.a %}}{section('x')}{{% endif %}}"))


CONDITIONS = st.sampled_from(["segment.a", "b", 'c == "x"', "d.e > 3", "not f", "contact.g|default('')", "h and i.j"])


@st.composite
def bodies(draw: st.DrawFn, depth: int = 3) -> str:
    """Sections in nested conditions, as ``#`` signs that are numbered afterwards."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            branches = [f"{{% if {draw(CONDITIONS)} %}}{draw(bodies(depth - 1))}"]
            if draw(st.booleans()):
                branches.append(f"{{% elif {draw(CONDITIONS)} %}}{draw(bodies(depth - 1))}")
            if draw(st.booleans()):
                branches.append(f"{{%- else -%}}{draw(bodies(depth - 1))}")
            parts += [*branches, "{% endif %}"]
        else:
            parts.append(draw(st.sampled_from(["#", "#{{ k.l }}", "#{% if m %}{{ m }}{% endif %}"])))
    return "\n".join(parts)


def numbered(body: str) -> tuple[str, int]:
    pieces = re.split(r"#((?:\{\{.*?\}\}|\{% if m %\}.*?\{% endif %\})?)", body)
    count = len(pieces) // 2
    words = [section(f"&lt;{number}&gt;{pieces[2 * number + 1]}") for number in range(count)]
    joined = "".join(before + word for before, word in zip(pieces[::2], [*words, ""], strict=True))
    return mail(joined), count


@given(bodies())
def test_random_conditions_render_every_branch_once(body):
    """However conditions nest and whatever the data lacks: nothing fails, and each section is there exactly once."""
    text, count = numbered(body)
    opened = whole_text(parse(text))
    filled = Samples(lambda path, beside: ("", path), "template.mjml").filled(opened, {"m": False}, TASTE)
    html = LiveBuild().update(opened, data=filled).html
    assert [int(number) for number in re.findall(r"&lt;(\d+)&gt;", html)] == list(range(count))


@given(bodies(), st.data())
def test_openings_move_along_with_words(body, data):
    """After an edit of words they are those of the new text; in a tag they have to be made anew."""
    text, _ = numbered(body)
    tree = parse(text)
    at = data.draw(st.integers(0, len(text)))
    edit = TextEdit(at, at, "word")
    moved = openings(tree).after(text, [edit])
    inside = any(tag.start() < at < tag.end() for tag in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", text))
    assume(not any(tag.start() < at < tag.end() for tag in re.finditer(r"<[^>]*>", text)))  # those are no words
    if moved is None:
        assert inside
    elif not inside:
        after = apply(text, [edit])
        assert moved == openings(parse(after))
