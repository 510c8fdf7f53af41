"""The answers that a proof sheet sends back: read with care, because anybody may have written them."""

from __future__ import annotations

import json
import re
import unicodedata
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from renderers.proofs.approval.answers_text import answers_json, newer
from templates.errors import InputError
from templates.store.answers import LONGEST_COMMENT, Verdict

FORMAT = "mailwright-answers"
VERSION = 1
ENDING = ".mailwright-answers.json"
LONGEST_NAME = 120
MOST_ANSWERS = 10_000  # every client in every mode, with forty data sets
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # make a text look like another one
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_EARLIEST, _LATEST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class SheetAnswer:
    """One answer; ``place`` is the shot's in the run, None for the mail as a whole."""

    place: int | None
    verdict: Verdict
    comment: str
    created: datetime


@dataclass(frozen=True)
class SheetAnswers:
    """What one person answered to the sheet of one run."""

    run: str
    template: str
    author: str
    saved: datetime
    answers: tuple[SheetAnswer, ...]


def read_answers(given: str | bytes) -> SheetAnswers:
    """Read the file that a sheet saved, or a mail in which its text was pasted.

    Quoting, wrapped lines and whatever stands around the text do no harm. Raises InputError with one sentence for what
    is damaged, of a newer version or no answers at all, LimitError for what is too long.
    """
    values = _values(answers_json(given))
    try:
        file = _File.model_validate(values)
    except ValidationError as error:
        raise _unusable() from error
    if file.checksum != checksum(values):
        raise InputError(
            "These answers were damaged on their way: their checksum does not fit.",
            advice="Ask for the small file that the sheet saves, attached.",
        )
    answers = tuple(SheetAnswer(each.place, each.verdict, each.comment, _utc(each.created)) for each in file.answers)
    return SheetAnswers(file.run, file.template, file.author, _utc(file.saved), answers)


def checksum(values: dict[str, Any]) -> str:
    """Return the CRC-32 of a file's values, as the sheet's script makes it: of their JSON in a fixed order."""
    rows = [[each["place"], each["verdict"], each["comment"], each["created"]] for each in values["answers"]]
    whole = [values["run"], values["template"], values["author"], values["saved"], rows]
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return f"{zlib.crc32(text.encode()):08x}"


def _values(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        raise _unusable() from None
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise _unusable()
    version = values.get("version")
    if isinstance(version, int) and version > VERSION:
        raise newer()
    return values


def _unusable() -> InputError:
    return InputError(
        "This file holds no answers to a proof sheet, or they were changed by hand.",
        advice="Choose the file that the sheet saved: its name ends with {ending}.",
        ending=ENDING,
    )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _plain(text: str) -> str:
    """Refuse signs that nobody types, and that change how a text is shown."""
    for sign in text:
        if sign in _TURNING or unicodedata.category(sign) in {"Cc", "Cs"}:
            raise ValueError(sign)
    return text


def _lines(text: str) -> str:
    _plain(text.replace("\n", "").replace("\t", ""))
    return text


def _written(moment: object) -> object:
    """Only as the script writes it: no number, which would be seconds since 1970."""
    if not isinstance(moment, str) or not _MOMENT.fullmatch(moment):
        raise ValueError(moment)
    return moment


def _possible(moment: datetime) -> datetime:
    if not _EARLIEST <= moment < _LATEST:
        raise ValueError(moment)
    return moment


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


_Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_possible)]


class _Answer(_Strict):
    place: Annotated[int, Field(strict=True, ge=0, le=1_000_000)] | None
    verdict: Verdict
    comment: Annotated[str, Field(strict=True, max_length=LONGEST_COMMENT), AfterValidator(_lines)]
    created: _Moment


class _File(_Strict):
    format: Literal["mailwright-answers"]
    version: Literal[1]
    run: Annotated[str, Field(pattern="^[A-Za-z0-9-]{1,64}$")]
    template: Annotated[str, Field(max_length=200), AfterValidator(_plain)]
    author: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME), AfterValidator(_plain)]
    saved: _Moment
    answers: Annotated[list[_Answer], Field(min_length=1, max_length=MOST_ANSWERS)]
    checksum: Annotated[str, Field(pattern="^[0-9a-f]{8}$")]
