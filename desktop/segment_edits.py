"""What a person does to segments, as changes of their file."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP
from desktop.open_segments import OpenSegments
from desktop.segment_steps import Wanted
from templates.dynamic.segment import Segment, parse_segments
from templates.dynamic.segment_file import (
    add_segment,
    change_segment,
    duplicate_segment,
    free_id,
    move_segment,
    remove_segment,
)

_LABELS = {
    "add": QT_TRANSLATE_NOOP("Segments", "New segment"),
    "duplicate": QT_TRANSLATE_NOOP("Segments", "Duplicate the segment"),
    "delete": QT_TRANSLATE_NOOP("Segments", "Delete the segment"),
    "move": QT_TRANSLATE_NOOP("Segments", "Move the segment"),
    "name": QT_TRANSLATE_NOOP("Segments", "Name of the segment"),
    "rule": QT_TRANSLATE_NOOP("Segments", "Rule of the segment"),
    "rename": QT_TRANSLATE_NOOP("Segments", "Id of the segment"),
}
_COPY = QT_TRANSLATE_NOOP("Segments", "{name} (copy)")


class Editing:
    """Asks for changes; the outcome is told by the signals of ``segments``."""

    def __init__(self, segments: OpenSegments) -> None:
        self._segments = segments

    def add(self, name: str, rule: str = "") -> str:
        """Add a segment at the end; return its id."""
        id_ = self._free(name)
        segment = Segment(id=id_, name=name, rule=rule)
        self._change("add", Wanted("", lambda text: add_segment(text, segment), show=id_))
        return id_

    def duplicate(self, id_: str) -> str:
        """Put a copy behind a segment; return the copy's id."""
        title = self._segments.listed.titles.get(id_, id_)
        name = _said(_COPY).format(name=title)
        new = self._free(name)
        change = Wanted("", lambda text: duplicate_segment(text, id_, new, name), about=id_, show=new)
        self._change("duplicate", change)
        return new

    def remove(self, id_: str) -> None:
        """Delete a segment; its neighbour is shown then."""
        others = _others(self._segments.listed.text, id_)
        place = _place(self._segments.listed.text, id_)
        show = others[min(place, len(others) - 1)] if others else ""
        self._change("delete", Wanted("", lambda text: remove_segment(text, id_), about=id_, show=show))

    def move(self, id_: str, by: int) -> None:
        """Move a segment up (-1) or down (1)."""

        def change(text: str) -> str:
            return move_segment(text, id_, _place(text, id_) + by)

        self._change("move", Wanted("", change, about=id_, show=id_))

    def set_name(self, id_: str, name: str) -> None:
        """Name a segment. An id that was made from the name, and that nothing uses yet, follows it."""
        segments = self._segments
        old = segments.segment(id_)
        made = old is not None and re.fullmatch(re.escape(id_of(old.name)) + r"(_\d+)?", id_) is not None
        follows = bool(name) and made and not segments.facts.uses.get(id_) and id_of(name) != id_
        new = self._free(name) if follows else id_

        def change(text: str) -> str:
            return change_segment(text, id_, name=name)

        self._change("name", Wanted("", change, about=id_, show=new, rename=new if new != id_ else ""))

    def set_rule(self, id_: str, rule: str) -> None:
        """Give a segment another rule; typing goes on in one step."""
        change = Wanted("", lambda text: change_segment(text, id_, rule=rule), about=id_, show=id_, merge=f"rule {id_}")
        self._change("rule", change)

    def rename(self, id_: str, new: str) -> None:
        """Give a segment another id, wherever it is named."""
        self._change("rename", Wanted("", _unchanged, about=id_, show=new, rename=new))

    def _free(self, name: str) -> str:
        return free_id(self._segments.listed.text, id_of(name))

    def _change(self, label: str, wanted: Wanted) -> None:
        self._segments.change(
            Wanted(_said(_LABELS[label]), wanted.change, wanted.about, wanted.show, wanted.merge, wanted.rename)
        )


def id_of(name: str) -> str:
    """Return an id for a name: ``Fidélité 2026`` is ``fidelite_2026``."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    words = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:48].strip("_")
    return words if words[:1].isalpha() else f"segment_{words}".rstrip("_")


def _others(text: str, id_: str) -> list[str]:
    return [one.id for one in parse_segments(text) if one.id != id_]


def _place(text: str, id_: str) -> int:
    """Where a segment stands; behind all of them when it is not there."""
    ids = [one.id for one in parse_segments(text)]
    return ids.index(id_) if id_ in ids else len(ids)


def _unchanged(text: str) -> str:
    return text


def _said(words: str) -> str:
    return QCoreApplication.translate("Segments", words)
