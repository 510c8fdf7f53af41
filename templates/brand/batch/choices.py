"""What a person chose on the review sheet, and how it reaches the brands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from templates.brand.brand_file import FILE, read_brand_file
from templates.brand.logos.candidate_files import read_candidate
from templates.brand.logos.stored_logos import read_originals
from templates.brand.store import LOGOS, PLACES, update_brand
from templates.brand.texts.networks import NETWORKS
from templates.errors import InputError, MailwrightError
from templates.generate import remake_brand
from templates.json_files import read_data
from templates.locks import writing
from templates.workspace import Workspace

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Answer

#: The fields of the evidence that are logos, and what ``update_brand`` calls every field that may be chosen.
LOGO_FIELDS = {f"logo_{slot}": name for name, slot in LOGOS.items()}
NAMES = LOGO_FIELDS | {field: field for field in PLACES} | {f"socials.{network}": network for network in NETWORKS}


class Choice(BaseModel):
    """A field of a brand and its value: a text, a colour, or the reference of a logo ("" for a drawn one).

    ``brand`` is the brand's folder as the sheet names it: a path with ``/`` from where the sheet lies.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)
    brand: str = Field(min_length=1, max_length=500)
    field: str = Field(min_length=1, max_length=50)
    value: str = Field(max_length=10_000)


class _Choices(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="ignore", strict=True)
    format: Literal[1]
    choices: list[Choice]


@dataclass(frozen=True)
class Applied:
    """What became of one brand's choices: ``kept_parts`` were edited by hand; an ``error`` says why not all
    was done, as when the pictures could not be made."""

    brand: str
    choices: tuple[Choice, ...]
    kept_parts: tuple[str, ...] = ()
    error: MailwrightError | None = None


def read_choices(path: Path) -> tuple[Choice, ...]:
    """Read what the review sheet saved. Raises InputError for what is none of its files, StorageError."""
    try:
        return tuple(_Choices.model_validate(read_data(path)).choices)
    except ValidationError as error:
        raise InputError(
            "This file holds no choices of a review sheet.", advice="Save it from the sheet again.", place=path
        ) from error


def apply_choices(
    out: Path, choices: Iterable[Choice], on_progress: Callable[[int, int, str], None] | None = None
) -> list[Applied]:
    """Write the choices into the brands below ``out`` as a person's own, and make their pictures and parts again.

    One row a brand, in the order of the choices; a brand whose choices cannot be used is a row with its error, and
    stays as it was. ``on_progress(done, total, brand)`` is called after each.
    """
    by_brand: dict[str, dict[str, Choice]] = {}
    for choice in choices:
        by_brand.setdefault(choice.brand, {})[choice.field] = choice  # the last word on a field counts
    rows = []
    for brand, fields in by_brand.items():
        rows.append(_applied(out, brand, fields))
        if on_progress:
            on_progress(len(rows), len(by_brand), brand)
    return rows


def _applied(out: Path, brand: str, fields: Mapping[str, Choice]) -> Applied:
    chosen = tuple(fields.values())
    try:
        folder = _brand_folder(out, brand)
        workspace = Workspace.find(folder)
        with writing(workspace.lock(folder)):
            logos = {choice.value: _logo(folder, choice) for choice in chosen if choice.field in LOGO_FIELDS}
            update_brand(folder, fetcher=_Kept(logos), **dict(_change(choice, logos) for choice in chosen))
            return Applied(brand, chosen, tuple(remake_brand(workspace, folder.name)))
    except MailwrightError as error:
        return Applied(brand, chosen, error=error)


def _brand_folder(out: Path, brand: str) -> Path:
    folder = (out / brand.replace("\0", "")).resolve()
    if not folder.is_relative_to(out.resolve()) or not (folder / FILE).is_file():
        raise InputError(
            "There is no brand `{brand}` here.", advice="Name the folder that the review sheet lies in.", brand=brand
        )
    return folder


def _change(choice: Choice, logos: Mapping[str, bytes]) -> tuple[str, Any]:
    """What ``update_brand`` calls the field, and its value; an address stays one in the evidence, whoever has it."""
    name = NAMES.get(choice.field)
    if name is None:
        known = ", ".join(NAMES)
        raise InputError("A brand has no value {name}.", advice="Use one of {known}.", name=choice.field, known=known)
    web = choice.value.startswith(("http://", "https://"))
    return name, choice.value if web or choice.field not in LOGO_FIELDS else logos[choice.value]


def _logo(folder: Path, choice: Choice) -> bytes:
    """The bytes of a candidate, kept beside the brand, or those of the logo that it has already; b"" for none."""
    if not choice.value:
        return b""
    kept = read_candidate(folder, choice.value)
    if kept is not None:
        return kept.data
    slot = choice.field.removeprefix("logo_")
    present = read_originals(folder, read_brand_file(folder).logo).get(slot)
    if present is None or present.reference != choice.value:
        raise InputError(
            "The picture of this logo was not kept: {value}.", advice="Choose it in the window.", value=choice.value
        )
    return present.data


@dataclass(frozen=True)
class _Kept:
    """A fetcher that has its answers already."""

    logos: Mapping[str, bytes]

    def fetch(self, url: str, kind: str = "page") -> Answer:
        from templates.brand.opening.fetch import Answer  # the network's libraries load only when they are used

        del kind
        return Answer(url, self.logos[url])
