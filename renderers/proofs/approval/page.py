"""The proof sheet as one HTML page: with fields for a screen, with boxes to tick for paper. It loads nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from renderers.paper.dressing import fonts, margins
from renderers.proofs.approval.pictures import Slice, Wanted
from renderers.proofs.approval.sheet import ProofSheet, SheetPicture
from renderers.proofs.sheet import accent_of, logo_source
from templates.brand.colours.contrast import parse_hex
from templates.files import read_text

_HERE = Path(__file__).parent
_SHORT_VERSION = 8
# Of a sheet of A4 that is 182 mm wide between its margins; above a slice is its head, below it what is to be ticked.
_COLUMN_MM = {False: 88.0, True: 41.0}
"""How wide a column is, by whether pictures are a phone's; the style sheet has the same numbers."""
_TALLEST_MM = 205.0


@dataclass(frozen=True)
class Card:
    """One picture as the page shows it; ``number`` counts from 1."""

    number: int
    picture: SheetPicture
    slices: Sequence[Slice]
    why: str

    @property
    def columns(self) -> int:
        """How many columns it takes on paper."""
        return max(1, min(len(self.slices), 4 if self.picture.is_narrow else 2))


def wanted_of(picture: SheetPicture) -> Wanted | None:
    """Return what to embed of a picture; None where there is none."""
    return Wanted(picture.file, _TALLEST_MM / _COLUMN_MM[picture.is_narrow]) if picture.file else None


def page_of(sheet: ProofSheet, slices: Mapping[Path, Sequence[Slice]], *, for_paper: bool) -> str:
    """Return the whole page; ``slices`` are by the pictures' files. Raises StorageError."""
    t = sheet.words
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    script = read_text(_HERE / "sheet.js")
    return environment.get_template("sheet.html.jinja").render(
        sheet=sheet,
        t=t,
        paper=for_paper,
        policy=_policy(script),
        made=t.moment(sheet.made),
        version=sheet.run.version[:_SHORT_VERSION],
        cards=_cards(sheet, slices),
        logo=logo_source(sheet.brand.logo),
        colours=[parse_hex(colour) for colour in sheet.brand.colours],
        accent=accent_of(sheet.brand),
        css=Markup(read_text(_HERE / "sheet.css")),  # noqa: S704 - our own file
        paper_css=Markup(_paper_css(sheet)) if for_paper else "",  # noqa: S704 - fonts of ours, texts as CSS escapes
        script=Markup(script),  # noqa: S704 - our own file
        data=_script_data(sheet, t.moment(sheet.made)),
    )


def _cards(sheet: ProofSheet, slices: Mapping[Path, Sequence[Slice]]) -> dict[int, Card]:
    """By the first shot that each stands for."""
    found = {}
    for number, picture in enumerate(sheet.pictures, 1):
        own = slices.get(picture.file, ()) if picture.file else ()
        why = picture.why or ("" if own else sheet.words("The file of this picture is damaged."))
        found[picture.places[0]] = Card(number, picture, own, why)
    return found


def _policy(script: str) -> str:
    """Nothing is loaded, and no script runs but ours."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _paper_css(sheet: ProofSheet) -> str:
    t = sheet.words
    about = f"{t('Proof for approval')} · {sheet.made:%Y-%m-%d} · {sheet.run.version[:_SHORT_VERSION]}"
    return fonts() + margins(sheet.title, about, t.raw("Page {page} of {pages}"))


def _script_data(sheet: ProofSheet, made: str) -> dict[str, Any]:
    """What the script needs: which run the answers are to, and what it says."""
    t = sheet.words
    version = sheet.run.version[:_SHORT_VERSION]
    title = t(
        "Answers to the proof “{title}” of {made}, version {version}", title=sheet.title, made=made, version=version
    )
    words = {
        "progress": t.raw("{done} of {all} answered"),
        "title": title,
        "name": t.raw("Name: {name}"),
        "whole": t("The mail as a whole"),
        "approved": t("Approved"),
        "changes": t("Changes wanted"),
        "comment": t("Comment"),
        "keep": t("Please leave the lines below as they are: Mailwright reads the answers from them."),
        "no_name": t("Please write your name first."),
        "no_answer": t("There is no answer yet: judge a picture or the whole mail, or write a comment."),
        "saved": t.raw("Saved as {file}. Please send this file back."),
        "copied": t("Copied. Now paste it into an e-mail."),
        "copy_yourself": t("Copy this text and paste it into an e-mail."),
    }
    return {"run": sheet.run.id, "template": sheet.run.template, "words": words}
