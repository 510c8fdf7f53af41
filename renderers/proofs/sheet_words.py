"""The contact sheet's own words, in each language that is on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

_WORDS = {
    "en": {
        "language": "Language",
        "view": "View",
        "templates": "templates",
        "colours": "Colours",
        "marketing": "Marketing",
        "transactional": "Transactional",
        "legal": "Legal",
        "plain": "Browser",
        "desktop": "Computer",
        "web": "Web",
        "mobile": "Phone",
        "enlarge": "Enlarge",
        "no_picture": "No picture",
        "html": "HTML",
        "close": "Close",
        "previous": "Previous",
        "next": "Next",
        "made": "Made with Mailwright. The pictures show the browser's own rendering, not an e-mail client's.",
        "made_clients": "Made with Mailwright. Below each picture stands how true it is to its e-mail client.",
    },
    "fr": {
        "language": "Langue",
        "view": "Affichage",
        "templates": "modèles",
        "colours": "Couleurs",
        "marketing": "Marketing",
        "transactional": "Transactionnel",
        "legal": "Juridique",
        "plain": "Navigateur",
        "desktop": "Ordinateur",
        "web": "Web",
        "mobile": "Téléphone",
        "enlarge": "Agrandir",
        "no_picture": "Aucune image",
        "html": "HTML",
        "close": "Fermer",
        "previous": "Précédent",
        "next": "Suivant",
        "made": "Réalisé avec Mailwright. Images : le rendu du navigateur, et non celui d’un client de messagerie.",
        "made_clients": "Réalisé avec Mailwright. Sous chaque image : sa fidélité à la messagerie qu’elle montre.",
    },
}

_LANGUAGES = {"en": "English", "fr": "Français"}  # each by its own name, whichever is chosen


class Words:
    """Called with a key, returns the word in every language of the sheet; the page shows the chosen one.

    A language without words of its own gets English ones; a key that is not known (a kind of one's own) is shown as
    it is.
    """

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = [language for language in languages if language in _WORDS] or ["en"]

    def __call__(self, key: str) -> Markup:
        """Return the word as HTML."""
        return self.each(lambda language: _WORDS[language].get(key, key))

    def each(self, said: Callable[[str], str]) -> Markup:
        """Return what ``said`` says in each language of the sheet, as HTML."""
        span = Markup('<span lang="{}" data-word>{}</span>')
        return Markup("").join(span.format(language, said(language)) for language in self._languages)

    def language(self, code: str) -> Markup:
        """Return a language's own name, and its code for narrow screens."""
        span = Markup('<span class="long" lang="{}">{}</span><abbr class="short">{}</abbr>')
        return span.format(code, _LANGUAGES.get(code, code), code.upper())
