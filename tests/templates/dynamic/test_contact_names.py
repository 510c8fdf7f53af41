"""Headers become names of properties."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from templates.compile.personalise import render_plain
from templates.dynamic.contact_names import folded, property_names

KNOWN = ["email", "firstname", "lastname", "name", "company", "city", "birthdate", "loyaltyLevel"]


def test_usual_headers_become_the_known_properties():
    """Case, accents, blanks and the usual words of two languages make no difference."""
    headers = ["E-Mail", "Prénom", "Nom", "Société", "VILLE", "Date de naissance", "Loyalty level"]
    assert property_names(headers, KNOWN) == [
        "email", "firstname", "lastname", "company", "city", "birthdate", "loyaltyLevel",
    ]  # fmt: skip


def test_other_headers_keep_what_a_name_may_hold():
    """Identifiers stay, the rest is spelled out; nothing is lost when two would be the same, or one is empty."""
    headers = ["lastOrder", "Code postal", "", "2nd name", "city", "Ville", "city", "___"]
    assert property_names(headers, KNOWN) == [
        "lastOrder", "code_postal", "column_3", "n2nd_name", "city", "Ville", "city_2", "column_8",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_name_is_new_and_a_tag_can_say_it(headers):
    """Whatever stands above the columns, ``contact.<name>`` finds the value."""
    names = property_names(headers, KNOWN)
    assert len(set(names)) == len(headers)
    for name in names:
        assert render_plain(f"{{{{ contact.{name} }}}}", {"contact": {name: "x"}}) == "x"


def test_folding():
    """As people type who look for somebody."""
    assert folded("Élise LEFÈVRE") == "elise lefevre"
