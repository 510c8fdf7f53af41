"""Postal addresses in running text."""

from __future__ import annotations

import pytest

from templates.brand.texts.postal import address_in, one_line


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        (["Acme SAS", "12 bis rue X", "29000 Quimper", "France"], "12 bis rue X, 29000 Quimper, France"),
        (["Bâtiment B", "ZA du Moulin", "4 allée des Saules", "35000 Rennes Cedex 7"],
         "Bâtiment B, ZA du Moulin, 4 allée des Saules, 35000 Rennes Cedex 7"),
        (["Nous trouver : 5 place Noire 67000 Strasbourg Tél. 03 88 00 00 00"], "5 place Noire 67000 Strasbourg"),
        (["Am Delft 7", "26721 Emden"], "Am Delft 7, 26721 Emden"),
        (["Hauptstr. 5", "A-1010 Wien", "Österreich"], "Hauptstr. 5, A-1010 Wien, Österreich"),
        (["Calle Mayor 12", "28013 Madrid"], "Calle Mayor 12, 28013 Madrid"),
        (["Via Garibaldi 3", "20121 Milano (MI)"], "Via Garibaldi 3, 20121 Milano"),
        (["Keizersgracht 12", "1015 CN Amsterdam"], "Keizersgracht 12, 1015 CN Amsterdam"),
        (["The Old Mill", "3 Withy Lane", "Bridge", "TA7 0RB"], "The Old Mill, 3 Withy Lane, Bridge, TA7 0RB"),
        (["500 Pine Street", "Suite 4", "Portland", "OR 97201"], "500 Pine Street, Suite 4, Portland, OR 97201"),
        (["1200 rue Sainte-Catherine", "Montréal", "QC H3B 1K1"], "1200 rue Sainte-Catherine, Montréal, QC H3B 1K1"),
        (["PO Box 12", "York YO1 7EX"], "PO Box 12, York YO1 7EX"),
    ],
)  # fmt: skip
def test_an_address_goes_from_street_to_country(parts: list[str], address: str) -> None:
    """In the forms of France, Germany, Austria, Spain, Italy, the Netherlands, Britain, the States and Canada."""
    assert address_in(parts) == address


@pytest.mark.parametrize(
    "parts",
    [
        ["© 2026 Acme"],
        ["RCS Paris 123 456 789", "75002 Paris"],
        ["Since 1998 Paris"],
        ["75002 Paris"],
        ["Call 01904 000000"],
        ["3words Ltd", "75002 Paris"],
        [],
        ["12 rue de la Paix, " + "x" * 200 + " 75002 Paris"],
    ],
)
def test_what_only_has_numbers_is_none(parts: list[str]) -> None:
    """Years, registers, towns without a street, telephones, names with digits, whole paragraphs."""
    assert address_in(parts) == ""


def test_a_declared_address_needs_no_known_street() -> None:
    """In an address element any numbered line is the street."""
    assert address_in(["Acme", "Kade 5", "1011 ZZ Amsterdam"], declared=True) == "Kade 5, 1011 ZZ Amsterdam"
    assert address_in(["Lykke 5", "2100 København"]) == ""


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        (("1 rue X", "75002", "Paris", "Île-de-France", "FR"), "1 rue X, 75002 Paris, FR"),
        (("Kade 5", "1011 ZZ", "Amsterdam", "", "NL"), "Kade 5, 1011 ZZ Amsterdam, NL"),
        (
            ("88 Dyke Street", "49423", "Holland", "MI", "United States"),
            "88 Dyke Street, Holland MI 49423, United States",
        ),
        (("3 Mill Lane,", "YO1 7EX", "York", "", "GB"), "3 Mill Lane, York YO1 7EX, GB"),
        (("1 rue X", "75002", "Paris", "", ""), "1 rue X, 75002 Paris"),
        (("", "", "Paris", "", "FR"), ""),
    ],
)
def test_named_parts_stand_in_the_countrys_order(fields: tuple[str, str, str, str, str], line: str) -> None:
    """The number before the town on the continent, behind it elsewhere; a town alone is no address."""
    assert one_line(*fields) == line
