"""The review sheet: one page with the doubtful fields of many brands and the candidates to choose from.

It loads nothing from anywhere and can be sent as it is. What is chosen on it leaves as a small JSON file
(``choices.py``), because a page may not write into folders.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from templates.brand.batch.review_pictures import candidate_picture, drawn_pictures, file_picture
from templates.brand.batch.review_words import Words, counted, source_words, words
from templates.brand.doubts import Doubt, doubtful
from templates.brand.site import file_path
from templates.brand.store import StoredBrand, load_brand
from templates.files import read_text, write_text

SHEET = "review.html"
CHOICES = "choices.json"
COLOURS = ("primary", "accent", "button")
NEEDED = ("name", "primary", "language")  # a brand cannot be without
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Failure:
    """A company that could not be set up: what it was called in the list, and the sentence that says why."""

    source: str
    said: str


@dataclass(frozen=True)
class Option:
    """One candidate: ``picture`` is a data address, ``colour`` is ``#rrggbb``; "" where it is neither.

    ``dark`` is another picture for dark ground, "" for the same.
    """

    value: str
    label: str
    source: str = ""
    score: float = 0.0
    picture: str = ""
    dark: str = ""
    colour: str = ""
    in_use: bool = False


@dataclass(frozen=True)
class Question:
    """A doubtful field with its options; ``own`` is the kind of field for a value of one's own, or ""."""

    field: str
    label: str
    reason: str
    options: tuple[Option, ...]
    own: str
    unseen: int = 0


@dataclass(frozen=True)
class Card:
    """One company. ``brand`` is its folder from where the sheet lies."""

    brand: str
    name: str
    site: str
    logo: str
    logo_dark: str
    colours: tuple[str, ...]
    questions: tuple[Question, ...]


def write_review(path: Path, folders: Sequence[Path], failures: Sequence[Failure] = (), *, language: str = "en") -> int:
    """Write the sheet of the brands in ``folders`` as ``path``, and return how many questions it asks.

    ``folders`` lie below the sheet's. Raises InputError for a damaged brand, StorageError.
    """
    cards = [_card(load_brand(folder), path.parent.resolve(), language) for folder in folders]
    write_text(path, _page(cards, failures, language))
    return sum(len(card.questions) for card in cards)


def _card(brand: StoredBrand, out: Path, language: str) -> Card:
    light = brand.palettes[0]
    return Card(
        brand=brand.folder.resolve().relative_to(out).as_posix(),
        name=brand.name,
        site=re.sub(r"^https?://(?:www\.)?|/$", "", brand.site),
        logo=file_picture(brand.logo.wide),
        logo_dark=file_picture(brand.logo.wide_dark),
        colours=tuple(dict.fromkeys((light.primary, light.action, light.accent, light.link))),
        questions=tuple(question for doubt in doubtful(brand) if (question := _question(brand, doubt, language))),
    )


def _question(brand: StoredBrand, doubt: Doubt, language: str) -> Question | None:
    """None when what looked like two candidates is one picture at two addresses."""
    t = words(language)
    options = list(_options(brand, doubt, language))
    logo = doubt.field.startswith("logo_")
    if doubt.reason == "close" and len(options) < 2:
        return None
    unseen = len(doubt.candidates) - len(options) if logo and doubt.reason != "close" else 0
    if doubt.field not in NEEDED:
        options.append(_without(brand, doubt, t))
    own = "color" if doubt.field in COLOURS else "" if logo else "text"
    label = t(doubt.field) if not doubt.field.startswith("socials.") else doubt.field.removeprefix("socials.").title()
    return Question(doubt.field, label, t(doubt.reason), tuple(options), own, unseen)


def _without(brand: StoredBrand, doubt: Doubt, t: Words) -> Option:
    """The option of having no value in a field: a logo is drawn then, a colour derived."""
    if doubt.field.startswith("logo_"):
        slot = doubt.field.removeprefix("logo_")
        light, dark = drawn_pictures(brand, slot)
        return Option("", t(f"draw_{slot}"), picture=light, dark=dark, in_use=not doubt.value)
    return Option("", t("derive" if doubt.field in COLOURS else "empty"), in_use=not doubt.value)


def _options(brand: StoredBrand, doubt: Doubt, language: str) -> Iterator[Option]:
    """The candidates that can be shown, each picture once."""
    seen = set()
    for one in doubt.candidates:
        picture = candidate_picture(brand.folder, one.value) if doubt.field.startswith("logo_") else ""
        if (not picture and doubt.field.startswith("logo_")) or (picture or one.value) in seen:
            continue
        seen.add(picture or one.value)
        colour = one.value.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", one.value) else ""
        source = source_words(language, one.source)
        in_use = file_path(one.value) == file_path(doubt.value)
        label = "" if picture else one.value
        yield Option(one.value, label, source, one.score, picture, colour=colour, in_use=in_use)


def _page(cards: Sequence[Card], failures: Sequence[Failure], language: str) -> str:
    t = words(language)
    asked = [card for card in cards if card.questions]
    css = _own_file("review.css") + _swatches(cards)
    script = _own_file("review.js")
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    questions = sum(len(card.questions) for card in cards)
    return environment.get_template("review.html.jinja").render(
        language=language if language == "fr" else "en",
        t=t,
        asked=asked,
        clear=[card for card in cards if not card.questions],
        failures=failures,
        companies=counted(language, "company", len(cards)),
        questions=counted(language, "question", questions),
        total=questions,
        count=lambda n: counted(language, "question", n),
        choices=CHOICES,
        css=Markup(css),  # noqa: S704 - our own file, and colours that were checked
        css_hash=_hash(css),
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=_hash(script),
    )


def _own_file(name: str) -> str:
    """A browser reads every line end as one character, and the policy's hash is of what it reads."""
    return read_text(_HERE / name).replace("\r\n", "\n")


def _swatches(cards: Sequence[Card]) -> str:
    """A class for each colour: the page's policy allows no styles but those of this one sheet."""
    shown = {colour for card in cards for colour in card.colours}
    shown |= {option.colour for card in cards for question in card.questions for option in question.options}
    return "".join(f".c-{colour[1:]}{{background:{colour}}}\n" for colour in sorted(shown) if colour)


def _hash(text: str) -> str:
    """What a content security policy calls one exact text."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
