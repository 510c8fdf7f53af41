"""The page's language."""

from __future__ import annotations

from collections.abc import Callable

from templates.brand.reading.page import Page
from templates.brand.texts.languages import find_languages

FRENCH = (
    "<p>Nous réparons les vélos de tous les quartiers et nous venons chez vous avec le camion pour votre confort.</p>"
)


def test_the_words_outweigh_a_forgotten_lang(page: Callable[..., Page]) -> None:
    """A template's English ``lang`` on a page in French; short texts decide only with another sign beside them."""
    assert find_languages(page(f'<html lang="en"><body>{FRENCH * 4}'))[0].value == "fr"
    assert (
        find_languages(page(f'<html lang="en"><meta property="og:locale" content="fr_FR"><body>{FRENCH}'))[0].value
        == "fr"
    )
    assert find_languages(page(f'<html lang="en"><body>{FRENCH}'))[0].value == "en"


def test_the_words_speak_where_nothing_is_declared(page: Callable[..., Page]) -> None:
    """Without ``lang`` the words are the only witness, and few of them are none."""
    assert find_languages(page(FRENCH))[0].value == "fr"
    assert find_languages(page("<p>Menu</p>")) == ()


def test_a_neighbouring_language_is_not_mistaken(page: Callable[..., Page]) -> None:
    """Italian, Spanish and Portuguese share words; the clear majority counts."""
    italian = "<p>I nostri vini sono della collina: il sole e gli ulivi. Più di una storia, per tutti e con amore.</p>"
    assert find_languages(page(italian * 2))[0].value == "it"
