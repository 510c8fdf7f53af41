"""Edited units as source: what was typed is escaped, template tags stay whole, and the result is checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError

from templates.errors import InputError
from templates.source.edit import set_text
from templates.source.jinja import match_blocks, scan
from templates.source.parse import parse
from templates.source.rich_branches import crossings
from templates.source.rich_page import Selected
from templates.source.rich_text import RichText, Unit, read, rich_text
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}
_BRACES = {"{": "&#123;", "}": "&#125;", "%": "&#37;", "#": "&#35;"}
_LONGEST_OUTPUT = 200
_SYNTAX = Environment(autoescape=True)


def well_formed_output(text: str) -> bool:
    """Return whether ``text`` is one ``{{ … }}`` that may be put into a mail."""
    if not (text.startswith("{{") and text.endswith("}}")) or len(text) > _LONGEST_OUTPUT or set("<>") & set(text):
        return False
    tags = scan(text)
    if len(tags) != 1 or tags[0].kind != "output" or tags[0].end != len(text):
        return False
    try:
        _SYNTAX.parse(text)
    except TemplateSyntaxError:
        return False
    return bool(text[2:-2].strip())


def written(units: Sequence[Unit], tail: str = "") -> RichText:
    """Return ``units`` with a source for what was typed, and hidden white space only where it stays hidden.

    Read again, the source shows the same words and chips: where neighbours would spell a tag or an entity, they are
    escaped. Raises InputError where that does not help.
    """
    plain = _settled(units)
    for escaped in (plain, _escaped_braces(units, plain), [_all_escaped(unit) for unit in plain]):
        rich = RichText(tuple(escaped), tail)
        if _shown(rich.units) == _shown(read(rich.source).units):
            return rich
    raise InputError("The text would become part of a template tag.", advice="Take the braces apart, or undo.")


def _escaped_braces(units: Sequence[Unit], plain: Sequence[Unit]) -> list[Unit]:
    typed = [unit.source is None and unit.text in _BRACES for unit in units]
    return [replace(unit, source=_BRACES[unit.text]) if new else unit for unit, new in zip(plain, typed, strict=True)]


def _all_escaped(unit: Unit) -> Unit:
    if unit.kind != "char" or unit.text.isspace():
        return unit
    return replace(unit, source=_BRACES.get(unit.text) or _ESCAPED.get(unit.text, unit.text))


def _shown(units: Sequence[Unit]) -> list[tuple[str, str | None]]:
    """What a person sees of ``units``, white space and formatting left out."""
    return [
        (unit.text, unit.source if unit.kind == "atom" else None)
        for unit in units
        if unit.kind == "atom" or (unit.kind == "char" and not unit.text.isspace())
    ]


def _settled(units: Sequence[Unit]) -> list[Unit]:
    found: list[Unit] = []
    hidden = True  # white space shows nothing here
    for unit, following in zip(units, [*units[1:], None], strict=False):
        source, before = unit.source, unit.before
        if before.isspace() and not (hidden or unit.edge):
            before = ""
        if source is None:
            source = _escaped(unit.text, following, hidden)
        same = unit.source == source and unit.before == before
        found.append(unit if same else replace(unit, source=source, before=before))
        hidden = unit.edge or (unit.text == " " and source != "&nbsp;") or (hidden and unit.kind in {"open", "close"})
    return found


def _escaped(character: str, following: Unit | None, hidden: bool) -> str:
    if character == " ":
        again = following is not None and following.kind == "char" and following.text == " "
        return "&nbsp;" if hidden or again else " "
    return _ESCAPED.get(character, character)


def _is_tag(unit: Unit) -> bool:
    return unit.kind == "atom" and unit.text in {"{{", "{%", "{#"}


def with_typed_chips(selected: Selected) -> Selected:
    """Return ``selected`` with every ``{{ … }}`` that was typed to its end as a chip."""
    if any(unit.text == "{%" and "raw" in (unit.source or "") for unit in selected.units):
        return selected
    found: list[Unit] = []
    gone: set[int] = set()
    for place, unit in enumerate(selected.units):
        found.append(unit)
        chip = _typed_chip(found, selected.next_id + len(gone)) if unit.kind == "char" and unit.text == "}" else None
        if chip:
            length = len(chip.source or "")
            found[-length:] = [chip] * length
            gone.update(range(place - length + 2, place + 1))
    return replace(selected, units=tuple(found)).without(gone)


def _typed_chip(units: Sequence[Unit], id_: int) -> Unit | None:
    """The chip for the output that the last characters spell, when one of them was typed."""
    text, typed = "", False
    for unit in reversed(units[-_LONGEST_OUTPUT:]):
        if unit.kind != "char":
            return None
        text, typed = unit.text + text, typed or unit.source is None
        if text.startswith("{{"):
            before = units[-len(text)].before
            return Unit("atom", id_, "{{", text, before) if typed and well_formed_output(text) else None
    return None


def without_halves(base: RichText, selected: Selected) -> tuple[Selected, tuple[int, ...]]:
    """Take out what is left of conditions and loops of which one half was deleted; return the ids of what went too."""
    here = {unit.id for unit in selected.units}
    lost: set[int] = set()
    for block in _blocks(base):
        if not {block[0], block[-1]} <= here:
            lost.update(here.intersection(block))
    places = {place for place, unit in enumerate(selected.units) if unit.kind == "atom" and unit.id in lost}
    return selected.without(places), tuple(sorted(lost))


def _blocks(rich: RichText) -> list[tuple[int, ...]]:
    """The ids of the chips of each condition and loop."""
    places, at = {}, 0
    for unit in rich.units:
        at += len(unit.before)
        if _is_tag(unit):
            places[at] = unit.id
        at += len(unit.source or "")
    tags = scan(rich.source)
    blocks = [[places.get(tags[index].start, 0) for index in block] for block in match_blocks(rich.source, tags).blocks]
    return [tuple(block) for block in blocks if all(block)]


def text_edits(tree: SourceTree, element: Element, rich: RichText) -> list[TextEdit]:
    """Return the edits that make ``rich`` the content of a text component. Raises InputError as ``check`` does."""
    check(element.name, rich_text(tree, element), rich)
    return set_text(tree, element, rich.source)


def check(name: str, old: RichText, new: RichText) -> None:
    """Raise InputError when ``new`` in the place of ``old`` would break conditions or loops, or end the component."""
    if crossings(new.units) > crossings(old.units) or _lonely(old.source) != _lonely(new.source):
        raise InputError(
            "This would take a condition or a loop apart.", advice="Move or delete its beginning and its end together."
        )
    source = new.source
    wrapped = f"<{name}>{source}</{name}>"
    nodes = parse(wrapped).nodes
    if len(nodes) != 1 or nodes[0].end != len(wrapped) or len(source) != _content_length(nodes):
        raise InputError("This would end the text in the middle.", advice="Undo, or edit the text in the code.")


def _content_length(nodes: Sequence[object]) -> int:
    element = nodes[0]
    return element.content.end - element.content.start if isinstance(element, Element) and element.closing else -1


def _lonely(text: str) -> Counter[str]:
    """The tags that have no end, and the halves of conditions and loops without the other one."""
    tags = scan(text)
    matching = match_blocks(text, tags)
    halves = [tags[index].keyword for index in matching.unclosed | matching.stray]
    return Counter([*halves, *(tag.kind for tag in tags if tag.kind == "unclosed")])
