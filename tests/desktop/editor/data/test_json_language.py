"""JSON in a text field: colours, keys, places."""

from __future__ import annotations

import pytest

from desktop.editor.data.json_language import in_string, on_backspace, on_character, on_enter, pieces
from desktop.editor.data.json_place import json_folds, place_at


def test_pieces_of_a_line() -> None:
    """Names, texts, numbers, words and punctuation; colons inside a text are text."""
    line = '  "a:b": ["x", -1.5e3, true],'
    found = [(line[one.start : one.start + one.length], one.kind) for one in pieces(line, 0)[0]]
    assert ('"a:b"', "attribute") in found
    assert ('"x"', "string") in found
    assert ("-1.5e3", "literal") in found
    assert ("true", "literal") in found


@pytest.mark.parametrize(
    ("before", "character", "after"), [("", "{", "{}"), ("[", '"', '[""'), ('{"a": ', "[", '{"a": []')]
)
def test_pairs_are_written(before: str, character: str, after: str) -> None:
    """An opening bracket or quote brings its other end."""
    stroke = on_character(before, len(before), character)
    assert stroke is not None
    assert before[: stroke.start] + stroke.text == after


def test_in_a_text_brackets_are_characters() -> None:
    """Nothing is paired between quotes, and an escaped quote ends no text."""
    assert on_character('{"a', 3, "{") is None
    assert in_string('"a\\" b', 6)
    assert not in_string('"a\\\\" b', 6)


def test_the_second_of_a_pair_is_gone_over() -> None:
    """Typed where it stands already, it is not written twice."""
    stroke = on_character('""', 1, '"')
    assert stroke is not None
    assert (stroke.start, stroke.end, stroke.text) == (1, 2, '"')


def test_enter_opens_brackets() -> None:
    """Between two brackets the line in the middle is a step deeper."""
    stroke = on_enter("  {}", 3, 3, "  ")
    assert "  {" + stroke.text + "}" == "  {\n    \n  }"


def test_backspace_takes_an_empty_pair() -> None:
    """Both ends at once; not where something stands between."""
    stroke = on_backspace("[]", 1)
    assert stroke is not None
    assert (stroke.start, stroke.end) == (0, 2)
    assert on_backspace("[1]", 1) is None


def test_the_place_of_a_value() -> None:
    """In which object, whose value, what is typed."""
    text = '{"var": {"rows": [{"a": 1}, {"b": tr'
    place = place_at(text, len(text))
    assert place is not None
    assert (place.path, place.name, place.in_object) == (("var", "rows", 1), "b", True)
    assert text[place.start : place.end] == "tr"


def test_the_place_of_a_name_knows_the_others() -> None:
    """Names before and behind, not those of inner objects."""
    text = '{"a": {"x": 1}, , "b": 2}'
    place = place_at(text, text.index(", ,") + 2)
    assert place is not None
    assert place.name is None
    assert place.written == {"a", "b"}


def test_behind_a_value_nothing_goes() -> None:
    """A comma is needed first."""
    assert place_at('{"a": 1 ', 8) is None
    assert place_at("", 0) is None


def test_folds_are_objects_and_lists_over_lines() -> None:
    """From the line of one bracket to that of the other; their numbers outlive a line that comes before."""
    text = '{\n  "a": [\n    1\n  ],\n  "b": {}\n}\n'
    folds = {(fold.first, fold.last): fold.node for fold in json_folds(text)}
    assert set(folds) == {(0, 5), (1, 3)}
    moved = {(fold.first, fold.last): fold.node for fold in json_folds(text.replace("{\n", '{\n  "z": 0,\n', 1))}
    assert moved[2, 4] == folds[1, 3]
