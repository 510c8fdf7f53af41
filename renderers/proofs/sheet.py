"""The contact sheet: all templates on one page that can be sent to a client. It loads nothing from anywhere."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from renderers.proofs.sheet_pictures import beside, embedded
from renderers.proofs.sheet_views import grouped, sheet_views
from renderers.proofs.sheet_words import Words
from renderers.render.cast import Cast
from templates.brand.colours.contrast import label_on, parse_hex
from templates.files import read_text, write_text

_HERE = Path(__file__).parent
_KINDS = ("marketing", "transactional", "legal")


@dataclass(frozen=True)
class SheetBrand:
    """Whose templates they are: ``logo`` is PNG or SVG for a light ground; the first of ``colours`` is the main one."""

    name: str
    site: str = ""
    logo: bytes | None = None
    colours: Sequence[str] = ()


@dataclass(frozen=True)
class SheetEntry:
    """One template in one language.

    ``template`` is its id ("welcome.en"), ``title`` what people call it; ``pictures`` maps views (``Shot.view``) to
    JPEG or PNG and ``casts`` to who drew them; ``html`` is a path to its HTML, relative to the sheet; ``notes`` are
    sentences shown with it, such as an error.
    """

    template: str
    title: str
    language: str
    kind: str
    subject: str
    preheader: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    casts: Mapping[str, Cast] = field(default_factory=dict)
    html: str | None = None
    notes: Sequence[str] = ()


def write_sheet(
    path: Path, *, title: str, brand: SheetBrand, entries: Sequence[SheetEntry], single_file: bool = False
) -> Path:
    """Write the sheet as ``path`` (an .html file) and return it.

    Its pictures go to the folder ``<name>-pictures`` beside it, or with ``single_file`` smaller ones into the file,
    which then stays under 6 MB and can be sent as it is. Raises StorageError, InputError (a colour that is none).
    """
    sources = embedded(entries) if single_file else beside(path, entries)
    write_text(path, _page(title, brand, entries, sources))
    return path


def _page(title: str, brand: SheetBrand, entries: Sequence[SheetEntry], sources: Mapping[tuple[str, str], str]) -> str:
    languages = _in_order(entry.language for entry in entries)
    words = Words(languages)
    views = sheet_views((view for entry in entries for view in entry.pictures), words)
    environment = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    page = environment.get_template("sheet.html.jinja")
    return page.render(
        title=title,
        brand=brand,
        colours=[parse_hex(colour) for colour in brand.colours],
        site=re.sub(r"^https?://|/$", "", brand.site),
        logo=logo_source(brand.logo),
        languages=languages,
        counts=Counter(entry.language for entry in entries),
        language_names=[(language, words.language(language)) for language in languages],
        views=views,
        groups=grouped(views),
        made="made" if all(view.group == "plain" for view in views) else "made_clients",
        sections=_sections(entries),
        sources=sources,
        t=words,
        accent=accent_of(brand),
        css=Markup(read_text(_HERE / "sheet.css")),  # noqa: S704 - our own file
        script=Markup(read_text(_HERE / "sheet.js")),  # noqa: S704 - our own file
    )


def _in_order(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _sections(entries: Sequence[SheetEntry]) -> list[tuple[str, list[SheetEntry]]]:
    """The entries by kind; inside a kind they keep their order."""
    kinds = [*_KINDS, *_in_order(entry.kind for entry in entries if entry.kind not in _KINDS)]
    by_kind = sorted(entries, key=lambda entry: kinds.index(entry.kind))
    return [(kind, list(group)) for kind, group in groupby(by_kind, key=attrgetter("kind"))]


def accent_of(brand: SheetBrand) -> dict[str, Any]:
    """Return the main colour as ``ground`` and what can be read on it as ``label``."""
    ground = parse_hex(brand.colours[0]) if brand.colours else "#3f4350"
    return {"ground": ground, "label": label_on(ground)}


def logo_source(data: bytes | None) -> str:
    """Return a logo as a data URI; "" where there is none."""
    if not data:
        return ""
    media = "image/svg+xml" if b"<svg" in data[:1024] else "image/png"
    return f"data:{media};base64,{base64.b64encode(data).decode()}"
