"""Data sets: people write JSON by hand, so every fault has its line, its column and a plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.errors import InputError
from templates.json_files import MOST, read_data


def test_an_object_is_read(tmp_path: Path) -> None:
    """Whatever is in it, emoji in either spelling included."""
    path = tmp_path / "a.json"
    path.write_text('\ufeff{"a": [1, 2.5, null, true], "sun": "☀️", "pair": "\\ud83d\\ude00"}', encoding="utf-8")
    assert read_data(path) == {"a": [1, 2.5, None, True], "sun": "☀️", "pair": "😀"}


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ('{\n  "a": 1\n  "b": 2\n}', 3, 3, "comma is missing"),
        ('{\n  "a": 1,\n}', 3, 1, "name in double quotes|comma before this bracket"),
        ("{'a': 1}", 1, 2, "name in double quotes"),
        ('{"a" 1}', 1, 6, "colon is missing"),
        ('{"a": }', 1, 7, "value is expected"),
        ('{"a": [1, 2}', 1, 12, "bracket is not closed"),
        ('{"a": "b}', 1, 7, "quote that closes"),
        ('{"a": "one\ntwo"}', 1, 11, "end of its line"),
        ('{"a": "\\q"}', 1, 8, r"single \\ is not allowed"),
        ('{"a": "\\uZZZZ"}', 1, 9, "not valid JSON"),
        ('{"a": 1} x', 1, 10, "follows the last bracket"),
        ("", 1, 1, "value is expected"),
        ("[1, 2]", 1, 1, "must be an object"),
    ],
)
def test_broken_json_names_line_and_column(tmp_path: Path, text: str, line: int, column: int, said: str) -> None:
    """The place is where the reader stumbled, the sentence says what to write there."""
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(InputError, match=said) as caught:
        read_data(path)
    place = caught.value.place
    assert place is not None
    assert (place.file, place.line) == (str(path), line)
    assert place.column in {column, column - 1}  # Python 3.13 points at the comma, not behind it


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": NaN}', "number that cannot be used"),
        ('{"a": -Infinity}', "number that cannot be used"),
        ('{"a": [-1e999]}', r"number that cannot be used \(-1e999\)"),
        ('{"a": ' + "9" * 5000 + "}", r"number that cannot be used \(9{20}…\)"),
        ('{"a": ' + "[" * 200_000, "too deep"),
        ('{"a": ["\\ud800"]}', r"half a character \('\\ud800'\)"),
    ],
)
def test_what_python_takes_and_a_mail_cannot_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """Each would break a later stage with a message nobody understands."""
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(InputError, match=said) as caught:
        read_data(path)
    assert caught.value.place is not None


def test_a_data_set_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    """It is not even read to its end."""
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="too large: at most 10 MB"):
        read_data(path)
    assert MOST < 50_000_000


@given(st.text(st.sampled_from('{}[]",:\\u1ndtrueNa '), max_size=30))
def test_any_text_gives_an_object_or_a_message(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """No other exception comes out."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(text)
    try:
        data = read_data(path)
    except InputError:
        return
    assert isinstance(data, dict)
