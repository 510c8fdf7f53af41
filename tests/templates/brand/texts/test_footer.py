"""Address, legal line and language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.page import Page
from templates.brand.texts.footer import find_addresses, find_languages, find_legal_lines


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<address>Acme<br>3 Mill Lane<br>York YO1 7EX<br>01904 000000</address>", "3 Mill Lane, York YO1 7EX"),
        ("<footer><p>Acme SAS – 12 rue de la Paix – 75002 Paris</p></footer>", "12 rue de la Paix, 75002 Paris"),
        ("<footer><p>Acme GmbH · Hauptstraße 5 · 10115 Berlin</p></footer>", "Hauptstraße 5, 10115 Berlin"),
        ("<footer><div>500 Pine Street<br>Portland, OR 97201</div></footer>", "500 Pine Street, Portland, OR 97201"),
        (
            '<script type="application/ld+json">{"@type":"Organization","address":{"streetAddress":"12 rue de la Paix",'
            '"addressLocality":"Paris","postalCode":"75002","addressCountry":"FR"}}</script>',
            "12 rue de la Paix, 75002 Paris, FR",
        ),
    ],
)
def test_postal_addresses_are_one_line(page: Callable[..., Page], html: str, address: str) -> None:
    """From the street to the town; names, telephones and the rest are left out."""
    assert find_addresses(page(html))[0].value == address


def test_a_declared_address_needs_no_street_that_we_know(page: Callable[..., Page]) -> None:
    """In an address element a postcode and a town are enough: streets have names in many languages."""
    found = find_addresses(page("<footer><address>Kade 5<br>1011 ZZ Amsterdam<br>Netherlands</address></footer>"))
    assert found[0].value == "Kade 5, 1011 ZZ Amsterdam, Netherlands"


@pytest.mark.parametrize("text", ["Call 01904 000000 today", "© 2026 Acme", "Open 9 to 5, 7 days", "a@acme.example"])
def test_other_lines_are_no_address(page: Callable[..., Page], text: str) -> None:
    """Numbers alone do not make an address."""
    assert find_addresses(page(f"<footer><p>{text}</p><address>{text}</address></footer>")) == ()


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("© 2026 Acme SAS. Tous droits réservés.", "Acme SAS"),
        ("Copyright © 2001-2026 Acme Ltd", "Acme Ltd"),
        ("© 2026 Zestra B.V.", "Zestra B.V."),
        ("© 2026 Noctule Audio, Lda. All rights reserved", "Noctule Audio, Lda"),
        (
            "Acme SAS au capital de 10 000 €, RCS Paris 123 456 789",
            "Acme SAS au capital de 10 000 €, RCS Paris 123 456 789",
        ),
        ("© 2026 Acme Ltd. Registered in England no. 123", "Acme Ltd. Registered in England no. 123"),
    ],
)
def test_legal_lines_carry_no_year(page: Callable[..., Page], text: str, legal: str) -> None:
    """The company with its form and registration; a printed year would be wrong next year."""
    assert find_legal_lines(page(f"<footer><p>{text}</p></footer>"))[0].value == legal


def test_a_name_without_a_form_is_no_legal_line(page: Callable[..., Page]) -> None:
    """A copyright of a bare name is not a legal name."""
    assert find_legal_lines(page("<footer><p>© 2026 Acme</p></footer>")) == ()


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="fr-CA"><p>x', "fr"),
        ('<meta property="og:locale" content="de_DE"><p>x', "de"),
        ('<meta http-equiv="Content-Language" content="it"><p>x', "it"),
    ],
)
def test_the_language_is_two_letters(page: Callable[..., Page], html: str, language: str) -> None:
    """Regions are dropped."""
    assert find_languages(page(html))[0].value == language


def test_a_template_for_a_language_is_none(page: Callable[..., Page]) -> None:
    """An unfilled placeholder is not a language."""
    assert find_languages(page('<html lang="{{ lang }}"><p>x')) == ()


@pytest.mark.parametrize(
    ("html", "legal"),
    [
        ("<footer><p>Acme GmbH | HRB 12345, Amtsgericht Hamburg | Impressum</p></footer>",
         "Acme GmbH · HRB 12345, Amtsgericht Hamburg"),
        ("<footer><p>Acme SARL au capital de 8 000 €</p><p>SIRET 123 456 789 00012</p><p>Contact</p></footer>",
         "Acme SARL au capital de 8 000 €, SIRET 123 456 789 00012"),
        ("<footer><p>Acme S.r.l. – P.IVA 01234567890</p></footer>", "Acme S.r.l. – P.IVA 01234567890"),
        ("<footer><p>Acme B.V. – KvK 12345678</p></footer>", "Acme B.V. – KvK 12345678"),
        ("<footer><p>Acme, S.L. – CIF B12345678</p></footer>", "Acme, S.L. – CIF B12345678"),
        ("<main>x</main><div><p>Acme Ltd, company no. 123</p></div>", "Acme Ltd, company no. 123"),
    ],
)  # fmt: skip
def test_registers_of_several_countries(page: Callable[..., Page], html: str, legal: str) -> None:
    """Lines that belong together are one; what stands beside them behind a bar is left out."""
    assert find_legal_lines(page(html))[0].value == legal


@pytest.mark.parametrize("text", ["Prix TTC, TVA 20 % incluse", "Registered trademark", "Capital idea"])
def test_other_small_print_is_no_register(page: Callable[..., Page], text: str) -> None:
    """A register has a number and a name of its own."""
    assert find_legal_lines(page(f"<footer><p>{text}</p></footer>")) == ()


@pytest.mark.parametrize(
    "html",
    [
        '<p itemtype="https://schema.org/PostalAddress"><b itemprop="streetAddress">12 rue X</b>'
        '<b itemprop="postalCode">75002</b> <b itemprop="addressLocality">Paris</b></p>',
        '<p class="adr"><b class="street-address">12 rue X</b>, <b class="postal-code">75002</b> '
        '<b class="locality">Paris</b></p>',
        "<main>x</main><div><span>12 rue X</span><br><span>75002</span> <span>Paris</span></div>",
        '<section id="contact"><p>12 rue X, 75002 Paris</p></section>',
    ],
)
def test_addresses_are_found_where_they_are_marked_or_stand(page: Callable[..., Page], html: str) -> None:
    """Microdata, microformats, an unnamed footer, a contact section."""
    assert find_addresses(page(html))[0].value == "12 rue X, 75002 Paris"
