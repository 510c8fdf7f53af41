"""Contact files as people export them, and the broken ones, each with one sentence and its line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import asset
from templates.dynamic import contact_file, contact_rows
from templates.dynamic.contact_file import parse_contacts, read_contacts
from templates.errors import InputError, LimitError, StorageError

TYPES = {
    "email": "string", "firstname": "string", "lastname": "string", "city": "string",
    "birthdate": "date", "loyalty": "boolean", "points": "integer", "tags": "list",
}  # fmt: skip
PATH = Path("people.csv")


def parsed(data: bytes | str):
    return parse_contacts(data.encode() if isinstance(data, str) else data, TYPES, PATH)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_usual_spelling_of_csv(delimiter, encoding, ending):
    """Delimiters, encodings with and without their marks, line ends: the contacts are the same."""
    rows = [["E-mail", "Prénom", "Last name", "Ville"], ["a@example.com", "Léa", 'Mar"tin', "Lyon, 3e\nétage; gauche"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(rows)
    table = parsed(out.getvalue().encode(encoding))
    assert table.contact(0) == {
        "email": "a@example.com", "firstname": "Léa", "lastname": 'Mar"tin', "city": "Lyon, 3e\nétage; gauche",
    }  # fmt: skip
    assert (table.count, table.name) == (1, "people.csv")


def test_two_halves_of_a_character_are_a_whole_one():
    """What JSON may spell as a pair is read as what it means."""
    assert parsed(r'[{"firstname": "\ud83d\ude00"}]').contact(0) == {"firstname": "😀"}


def test_values_have_the_types_of_the_properties():
    """Known properties get their type, others the one that all fit; postal codes stay text, nothing is no value."""
    table = parsed(
        "email;birthdate;loyalty;points;tags;age;code;since\n"
        "a@example.com;24/12/1990;oui;12;a; b;31;01000;2026-01-02\n".replace("a; b", '"a; b"')
        + "b@example.com; ;no;;;40;69002;2026-02-03\n"
    )
    assert table.contact(0) == {
        "email": "a@example.com", "birthdate": date(1990, 12, 24), "loyalty": True, "points": 12, "tags": ["a", "b"],
        "age": 31, "code": "01000", "since": date(2026, 1, 2),
    }  # fmt: skip
    assert table.contact(1) == {
        "email": "b@example.com", "loyalty": False, "age": 40, "code": "69002", "since": date(2026, 2, 3)
    }  # fmt: skip


def test_a_separator_line_blank_lines_and_short_rows():
    """Excel's first line is obeyed, blank lines are nobody, and a row may end early or in empty cells."""
    table = parsed("sep=|\nemail|city\n\na@example.com\n  |  \nb@example.com|Lyon||\n")
    assert [table.contact(place) for place in range(table.count)] == [
        {"email": "a@example.com"},
        {"email": "b@example.com", "city": "Lyon"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[{"email": "a@example.com", "points": 3}, {"email": "b@example.com", "tags": ["x"]}]',
        '{"contacts": [{"email": "a@example.com", "points": 3}, {"email": "b@example.com", "tags": ["x"]}]}',
        '{"email": "a@example.com", "points": 3}\n\n{"email": "b@example.com", "tags": ["x"]}\n',
    ],
)
def test_json_in_its_three_forms(text):
    """A list, an object with the list, an object a line; each contact has what it says and no more."""
    table = parsed(text)
    assert table.contact(0) == {"email": "a@example.com", "points": 3}
    assert table.contact(1) == {"email": "b@example.com", "tags": ["x"]}


@pytest.mark.parametrize(
    ("data", "sentence", "line"),
    [
        (b"", "This file is empty.", None),
        (b" \n\r\n", "This file is empty.", None),
        (b";;\n;\n", "This file is empty.", None),
        (b"PK\x03\x04more", "This is a spreadsheet.", None),
        (b"email\n\x00\x01\x02", "This is no text file.", None),
        ('email,city\na,"Lyon\nb,Nice\n', "A quote that is opened in this line is never closed.", 2),
        ('email,city\na,b\nc,"Ly"on\n', "The quotes in this line do not fit.", 3),
        ("email,city\na,Lyon,France\n", "This line has 3 values, and the first line has 2 names.", 2),
        ('email,city\n"a\nb",Lyon\nc,d,e', "This line has 3 values, and the first line has 2 names.", 4),
        ('[{"email": "a"},\n {"email" "b"}]', "This is not valid JSON (Expecting ':' delimiter).", 2),
        ('{"email": "a"}\n{"email": \n', "This is not valid JSON (Expecting value).", 2),
        ('{"contacts": 3}', "The contacts in this file are no list.", None),
        ('[{"email": "a"}, 3]', "Contact 2 of this file is no object.", None),
        ('[{"address": {"city": "Lyon"}}]', "`address` of contact 1 holds an object.", None),
        ('[{"tags": [["a"]]}]', "`tags` of contact 1 holds a list in a list.", None),
        ("[" * 100_000, "This data nests its lists or objects too deep.", None),
        (r'[{"email": "\ud83d"}]', "This data holds half a character ('\\ud83d').", None),
        ('{"email": "a"}\n' + r'{"\uDC00": "b"}', "This data holds half a character ('\\udc00').", None),
        ('[{"points": ' + "9" * 5000 + "}]", f"This data holds a number that cannot be used ({'9' * 20}…).", None),
        ('{"points": 1}\n{"points": 1e999}', "This data holds a number that cannot be used (1e999).", 2),
        ("email,city\na,b\nc," + "d" * 200_000, "A value in this line has more than 131072 characters.", 3),
        ('email,city\na,"b\n' + "d" * 200_000, "A quote that is opened in this line is never closed.", 2),
    ],
)
def test_a_broken_file_has_one_sentence_and_its_line(data, sentence, line):
    """What is wrong, and where; never another exception."""
    with pytest.raises(InputError) as raised:
        parsed(data)
    assert raised.value.what.startswith(sentence)
    assert raised.value.place.line == line
    assert raised.value.place.file == "people.csv"


@given(st.binary(max_size=300) | st.text(alphabet='ab,;\t"\n\r{}[]:0é\u2028', max_size=80).map(str.encode))
def test_any_bytes_are_contacts_or_a_sentence(data):
    """Whatever is in the file, columns are as long as the table says, or there is an error of ours."""
    try:
        table = parsed(data)
    except (InputError, LimitError):
        return
    assert all(len(column) == table.count for column in table.columns.values())


cells = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8).map(str.strip)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_what_is_written_as_csv_is_read_again(rows, delimiter):
    """Every text survives, with quotes, delimiters and line breaks in it."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("email", "city"), *rows])
    table = parsed(out.getvalue())
    expected = [row for row in rows if any(row)]
    found = [(table.columns["email"][place] or "", table.columns["city"][place] or "") for place in range(table.count)]
    assert found == expected


def test_too_much_is_refused_before_it_hurts(tmp_path, monkeypatch):
    """A file, a number of columns or of contacts beyond the limits is refused with a sentence."""
    path = tmp_path / "large.csv"
    path.write_bytes(b"email\n" + b"a@example.com\n" * 100)
    monkeypatch.setattr(contact_file, "MOST_BYTES", 1024)
    with pytest.raises(LimitError, match="too large for a preview"):
        read_contacts(path, TYPES)
    monkeypatch.setattr(contact_file, "MOST_COLUMNS", 2)
    with pytest.raises(LimitError, match="more than 2 columns"):
        parsed("a,b,c\n1,2,3\n")
    monkeypatch.setattr(contact_rows, "MOST_CONTACTS", 2)
    for text in ("email\na\nb\nc\n", json.dumps([{"email": "a"}] * 3)):
        with pytest.raises(LimitError, match="more contacts than a preview can take"):
            parsed(text)


def test_a_file_that_is_not_there(tmp_path):
    """It is the disk that says so."""
    with pytest.raises(StorageError):
        read_contacts(tmp_path / "gone.csv", TYPES)


def test_the_shipped_contacts_are_invented_and_complete():
    """All of a new workspace's properties, in two languages, some with gaps; no address that could be somebody's."""
    table = read_contacts(asset("samples", "contacts.csv"), TYPES | {"travels": "boolean", "country": "string"})
    assert table.count == 60
    assert list(table.columns) == [
        "email", "firstname", "lastname", "name", "company", "city", "country", "language", "birthdate",
        "loyalty", "travels",
    ]  # fmt: skip
    assert all(email.endswith("@example.com") for email in table.columns["email"])
    assert len(set(table.columns["email"])) == 60
    assert set(table.columns["language"]) == {"en", "fr"}
    assert {True, False} == set(table.columns["loyalty"]) == set(table.columns["travels"])
    assert None in table.columns["firstname"]
    assert "New York" in table.columns["city"]
