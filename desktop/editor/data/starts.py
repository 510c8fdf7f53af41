"""What data may begin with: samples, an edge case, a file. For any thread but the window's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desktop.editor.data.reading import Question, read_known
from desktop.editor.data.sets import MOST, parsed
from templates.data.data_set import Parts, edited, new_text
from templates.data.edge_cases import edge_case
from templates.data.json_write import written
from templates.data.sample_values import Taste
from templates.data.values import filled, pictures_of
from templates.files import read_text


@dataclass(frozen=True)
class Start:
    """A set's ``text`` to begin with; ``what`` is a verb: ``empty``, ``copy``, ``samples:en``, ``case:long``."""

    question: Question
    what: str
    text: str
    language: str


def started(start: Start) -> str:
    """Return the text that a set begins with. Raises MailwrightError."""
    verb, _, choice = start.what.partition(":")
    if verb == "empty":
        return new_text()
    if verb == "copy":
        return start.text or new_text()
    if verb == "samples":
        shapes = read_known(start.question).shapes
        return edited(start.text, partial(_filled, shapes=shapes, taste=_taste(start.question, choice)))
    return written(case_data(start))


def case_data(start: Start) -> Parts:
    """Return the data of an edge case, made of a set. Raises MailwrightError."""
    shapes = read_known(start.question).shapes
    data = parsed(start.text, "default").data
    return edge_case(start.what.partition(":")[2], data, shapes, _taste(start.question, start.language))


def text_of_file(path: str) -> str:
    """Return the JSON of a file. Raises InputError when it is too large, with line and column when it is broken."""
    text = read_text(Path(path), most=MOST)
    fault = parsed(text, Path(path).stem).fault
    if fault is not None:
        raise fault
    return text


def _filled(parts: Mapping[str, Any], *, shapes: Mapping[str, Any], taste: Taste) -> Parts:
    return filled(parts, shapes, taste)


def _taste(question: Question, language: str) -> Taste:
    workspace = question.workspace
    meta = workspace.template(question.name).meta
    pictures = pictures_of(workspace, meta.brand or workspace.settings.brand)
    today = datetime.now(ZoneInfo(workspace.settings.timezone)).date()
    return Taste(language or meta.language, tuple(pictures), today)
