"""What the outline says of a component: a short title, a tip, and the full sentence for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.dynamic.conditions.words import Segments, condition_words, loop_words
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import component_name
from desktop.models.outline_rows import Badge, Row, spelled

_CONTEXT = "Outline"
_LAYOUT = frozenset(["mj-section", "mj-wrapper", "mj-column", "mj-group", "mj-hero"])
_GENERIC = frozenset(["mj-body", "mj-head", "mj-column", "mj-group", "mj-social", "mj-navbar", "mj-accordion"])


def title_of(row: Row) -> str:
    """The label of a component, else the beginning of what it says, else what it is."""
    part = row.part
    if part.label:
        return spelled(part.label)
    if part.words and part.name not in _LAYOUT | _GENERIC:
        return part.words
    return component_name(part.name)


def detail_of(row: Row) -> str:
    """What is said in second rank beside the title: the words of a section without a label."""
    part = row.part
    return part.words if part.name in {"mj-section", "mj-wrapper", "mj-hero"} and not part.label else ""


def badge_text(badge: Badge, count: int | None, segments: Segments) -> str:
    """What the badge of a condition or a loop shows: who sees it, or how often it is repeated now."""
    if badge.kind == "for":
        return f"×{count}" if count is not None else loop_words(badge.test)
    return condition_words(badge.test, segments)


def told(row: Row, count: int | None, problems: tuple[str, ...], segments: Segments) -> str:
    """The tip: what it is, when it is shown, what is wrong."""
    lines = [f"{component_name(row.part.name)}: {title_of(row)}"]
    lines += [_when(badge, segments) for badge in row.badges]
    if count == 0:
        lines.append(_tr(QT_TRANSLATE_NOOP("Outline", "not shown with the current data")))
    return "\n".join([*lines, *problems])


def spoken(row: Row, count: int | None, parts: int, problems: tuple[str, ...], segments: Segments) -> str:
    """The whole row as a sentence: ``Section “Offer”, shown if: Loyalty programme, 3 parts``."""
    name, title = component_name(row.part.name), title_of(row)
    named = _tr(QT_TRANSLATE_NOOP("Outline", "{name} “{title}”")).format(name=name, title=title)
    said = [name if name == title else named, *(_when(badge, segments) for badge in row.badges)]
    if count == 0:
        said.append(_tr(QT_TRANSLATE_NOOP("Outline", "not shown with the current data")))
    elif count is not None and any(badge.kind == "for" for badge in row.badges):
        said.append(_COUNTED.times(count))
    if parts:
        said.append(_COUNTED.parts(parts))
    if problems:
        said.append(_COUNTED.problems(len(problems)))
    return ", ".join(said)


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def times(self, count: int) -> str:
        return self.tr("%n time(s) with the current data", "", count)

    def parts(self, count: int) -> str:
        return self.tr("%n part(s)", "", count)

    def problems(self, count: int) -> str:
        return self.tr("%n problem(s)", "", count)


_COUNTED = _Counted()


def _when(badge: Badge, segments: Segments) -> str:
    if badge.kind == "for":
        return _tr(QT_TRANSLATE_NOOP("Outline", "repeated: {test}")).format(test=loop_words(badge.test, longest=0))
    if badge.test:
        said = condition_words(badge.test, segments, longest=0)
        return _tr(QT_TRANSLATE_NOOP("Outline", "shown if: {test}")).format(test=said)
    return _tr(QT_TRANSLATE_NOOP("Outline", "shown otherwise"))


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def can_hold_text(name: str) -> bool:
    """Whether people write in the component ``name``: its content is words."""
    return name in _WRITTEN


_WRITTEN = frozenset(
    [
        *("mj-text", "mj-button", "mj-table", "mj-navbar-link"),
        *("mj-accordion-title", "mj-accordion-text", "mj-social-element"),
    ]
)
