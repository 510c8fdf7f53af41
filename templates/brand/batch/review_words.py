"""What the review sheet says, in English and in French."""

from __future__ import annotations

from collections.abc import Callable

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Brands to review",
        "all_found": "Everything was found beyond doubt.",
        "intro": "Only what is doubtful is shown. What you do not decide stays as it is.",
        "company": "{n} company",
        "companies": "{n} companies",
        "question": "{n} question",
        "questions": "{n} questions",
        "decided": "{done} of {all} decided",
        "save": "Save choices",
        "copy": "Copy",
        "copied": "Copied",
        "keep": "All right as it is",
        "next": "Next open question",
        "keys": "N next, P previous, arrows choose",
        "apply": "Then, in this folder:",
        "in_use": "in use",
        "own_text": "Something else",
        "own_color": "Another colour",
        "draw_wide": "Set the name in type",
        "draw_square": "Draw the initials",
        "draw_dark": "Make it from the wide logo",
        "light_dark": "on light and on dark ground",
        "empty": "Leave it out",
        "derive": "Derive it from the others",
        "unseen": "Could not be drawn: {n}.",
        "sure": "How sure: {percent} %",
        "clear": "Nothing to decide",
        "failed": "Not set up",
        "made": "Made with Mailwright. This page loads nothing from anywhere.",
        "no_script": "Choosing needs scripts; this page’s own is blocked here.",
        "missing": "Nothing usable was found.",
        "unsure": "Found, but on thin evidence.",
        "close": "Two candidates are nearly equal.",
        "name": "Name",
        "logo_wide": "Wide logo",
        "logo_square": "Square logo",
        "logo_dark": "Logo for dark grounds",
        "primary": "Main colour",
        "accent": "Second colour",
        "button": "Colour of buttons",
        "address": "Postal address",
        "legal": "Legal line",
        "language": "Language",
    },
    "fr": {
        "title": "Marques à vérifier",
        "all_found": "Tout a été trouvé sans aucun doute.",
        "intro": "Seul ce qui est douteux est affiché. Ce que vous ne tranchez pas reste tel quel.",
        "company": "{n} entreprise",
        "companies": "{n} entreprises",
        "question": "{n} question",
        "questions": "{n} questions",
        "decided": "{done} sur {all} tranchées",
        "save": "Enregistrer les choix",
        "copy": "Copier",
        "copied": "Copié",
        "keep": "Tout est bon ainsi",
        "next": "Question suivante",
        "keys": "N suivante, P précédente, flèches",
        "apply": "Puis, dans ce dossier\u00a0:",
        "in_use": "utilisé",
        "own_text": "Autre chose",
        "own_color": "Autre couleur",
        "draw_wide": "Composer le nom en lettres",
        "draw_square": "Dessiner les initiales",
        "draw_dark": "L’obtenir du logo large",
        "light_dark": "sur fond clair et sur fond sombre",
        "empty": "Ne rien mettre",
        "derive": "La déduire des autres",
        "unseen": "Impossibles à dessiner\u00a0: {n}.",
        "sure": "Certitude\u00a0: {percent}\u00a0%",
        "clear": "Rien à trancher",
        "failed": "Non réalisées",
        "made": "Réalisé avec Mailwright. Cette page ne charge rien de l’extérieur.",
        "no_script": "Choisir nécessite les scripts\u202f; celui de cette page est bloqué ici.",
        "missing": "Rien d’utilisable n’a été trouvé.",
        "unsure": "Trouvé, mais avec peu d’indices.",
        "close": "Deux candidats sont presque à égalité.",
        "name": "Nom",
        "logo_wide": "Logo large",
        "logo_square": "Logo carré",
        "logo_dark": "Logo pour fonds sombres",
        "primary": "Couleur principale",
        "accent": "Seconde couleur",
        "button": "Couleur des boutons",
        "address": "Adresse postale",
        "legal": "Mention légale",
        "language": "Langue",
    },
}

#: Where something was found, for those who do not read pages' source. What is not here is shown as it is.
_SOURCES = {
    "fr": {
        "user": "votre choix",
        "title": "titre",
        "domain": "domaine",
        "copyright": "mention ©",
        "logo": "logo",
        "logo fill": "couleur du logo",
        "logo pixels": "pixels du logo",
        "logo file": "fichier du logo",
        "file name": "nom du fichier",
        "header": "en-tête",
        "header img": "image de l’en-tête",
        "header svg": "dessin de l’en-tête",
        "footer": "pied de page",
        "footer img": "image du pied de page",
        "footer svg": "dessin du pied de page",
        "body img": "image de la page",
        "body svg": "dessin de la page",
        "css background": "fond CSS",
        "buttons": "boutons",
        "links": "liens",
        "variable": "variable CSS",
        "icon": "icône",
        "manifest": "manifeste",
        "address element": "élément d’adresse",
        "html lang": "langue de la page",
        "body": "texte de la page",
    },
}

Words = Callable[[str], str]


def words(language: str) -> Words:
    """The sheet's words by key in ``language``, else in English; a key that has no words is shown as it is."""
    table = WORDS.get(language, WORDS["en"])
    return lambda key: table.get(key, key)


def counted(language: str, one: str, n: int) -> str:
    """A number of things: ``company`` or ``question``. French counts none like one."""
    many = {"company": "companies", "question": "questions"}[one]
    alone = n == 1 or (language == "fr" and n == 0)
    return words(language)(one if alone else many).format(n=n)


def source_words(language: str, source: str) -> str:
    """The sources of a candidate, each in ``language`` where it is known."""
    table = _SOURCES.get(language, {})
    return ", ".join(table.get(part, part) for part in source.split(", "))
