"""The contact sheet's own words, in each language that is on it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from renderers.clients.profile import profiles

_WORDS = {
    "en": {
        "language": "Language",
        "view": "View",
        "templates": "templates",
        "colours": "Colours",
        "marketing": "Marketing",
        "transactional": "Transactional",
        "legal": "Legal",
        "plain-desktop": "Desktop",
        "plain-mobile": "Mobile",
        "plain-mobile-dark": "Mobile, dark",
        "enlarge": "Enlarge",
        "no_picture": "No picture",
        "html": "HTML",
        "close": "Close",
        "previous": "Previous",
        "next": "Next",
        "made": "Made with Mailwright. The pictures show the browser's own rendering, not an e-mail client's.",
    },
    "fr": {
        "language": "Langue",
        "view": "Affichage",
        "templates": "modèles",
        "colours": "Couleurs",
        "marketing": "Marketing",
        "transactional": "Transactionnel",
        "legal": "Juridique",
        "plain-desktop": "Ordinateur",
        "plain-mobile": "Mobile",
        "plain-mobile-dark": "Mobile, sombre",
        "enlarge": "Agrandir",
        "no_picture": "Aucune image",
        "html": "HTML",
        "close": "Fermer",
        "previous": "Précédent",
        "next": "Suivant",
        "made": "Réalisé avec Mailwright. Images : le rendu du navigateur, et non celui d’un client de messagerie.",
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
        span = Markup('<span lang="{}" data-word>{}</span>')
        return Markup("").join(span.format(language, _WORDS[language].get(key, key)) for language in self._languages)

    def language(self, code: str) -> Markup:
        """Return a language's own name, and its code for narrow screens."""
        span = Markup('<span class="long" lang="{}">{}</span><abbr class="short">{}</abbr>')
        return span.format(code, _LANGUAGES.get(code, code), code.upper())


def view_name(words: Words, view: str) -> Markup:
    """Return what people call a profile."""
    if view in _WORDS["en"]:
        return words(view)
    names = {profile.id: profile.name for profile in profiles()}
    return Markup("{}").format(names.get(view, view))
