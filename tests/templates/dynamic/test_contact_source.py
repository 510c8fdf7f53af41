"""Contacts are found by a few letters and by their address."""

from __future__ import annotations

import pytest

from templates.dynamic.contact_source import TableSource, contact_title, find_contact
from templates.dynamic.contact_table import ContactTable
from templates.errors import InputError

TABLE = ContactTable(
    {
        "email": ["lea@example.com", None, "LEA@example.com"],
        "firstname": ["Léa", "Oliver", "Léa"],
        "lastname": ["Martin", "Bennett", None],
        "city": ["Lyon", "London", "Nice"],
    },
    3,
    "people.csv",
)


def test_search_takes_all_words_whatever_their_case_and_accents():
    """Beginnings of names, places and addresses, in any order; at most as many as asked for."""
    source = TableSource(TABLE)
    assert source.search("lea", 5) == [0, 2]
    assert source.search("lea", 1) == [0]
    assert source.search("artin", 5) == []
    assert source.search("lea@example.com", 5) == [0, 2]
    assert source.search("MART léa", 5) == [0]
    assert source.search("", 5) == [0, 1, 2]
    assert source.search("zoe", 5) == []


def test_an_address_finds_its_first_contact():
    """Case and blanks do not matter; an unknown one is answered with the file's name."""
    source = TableSource(TABLE)
    assert source.index_of(" Lea@Example.com ") == 0
    assert find_contact(source, "lea@example.com")["lastname"] == "Martin"
    with pytest.raises(InputError, match=r"There is no contact with the address `x@y` in people\.csv"):
        find_contact(source, "x@y")


def test_a_table_without_the_usual_columns():
    """Nobody is found by words there, and every contact is still there to be looked at."""
    source = TableSource(ContactTable({"points": [1, 2]}, 2, "points.csv"))
    assert source.count == 2
    assert source.search("", 5) == [0, 1]
    assert source.search("a", 5) == []
    assert source.contact(1) == {"points": 2}


def test_titles():
    """The name, else the address, else nothing."""
    assert contact_title({"firstname": "Léa", "lastname": "Martin", "email": "l@example.com"}) == "Léa Martin"
    assert contact_title({"name": "Ms Martin", "email": "l@example.com"}) == "Ms Martin"
    assert contact_title({"email": "l@example.com"}) == "l@example.com"
    assert contact_title({"city": "Lyon"}) == ""
