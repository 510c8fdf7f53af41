"""MJML section by section: after an edit only the section that changed is compiled again.

The result equals the whole compile token for token (templates/compile/parity.py); only white space between sections
may differ. Whatever could make it differ is compiled whole: inlined styles and selectors that count elements (they
look across sections), text that MJML's parser would have to mend, and every mail in the pure-Python port.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from templates.compile.engine import Compiled, Diagnostic, MjmlEngine, Section, SectionEngine, mjml_engine
from templates.compile.section_cache import SectionCache
from templates.compile.section_lines import Said, around, in_mail, own
from templates.compile.split import Document, split
from templates.compile.union import Piece, Wishes, seamless, union, wishes
from templates.errors import TemplateError

HOLD = "zqt-the-sections-zq"  # stands where the body's children go
SHARE = 0.4  # a section alone costs about as much as 2.4 in a whole mail: past this share the whole mail is quicker
_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_INLINE = re.compile(rf"<mj-style\b{_ATTRIBUTES}\binline", re.IGNORECASE)
_SELECTOR = re.compile(rf"<mj-selector\b{_ATTRIBUTES}>", re.IGNORECASE)
_COUNTING = re.compile(r"[+~:]")  # siblings, and pseudo-classes such as :first-child, :nth-child or :eq


@dataclass(frozen=True)
class Sectioned:
    """A mail compiled in pieces.

    ``pieces`` joined are its HTML: everything before the sections, one text for each child of the body, everything
    behind them.
    """

    pieces: tuple[str, ...]
    said: tuple[Said, ...]

    @property
    def html(self) -> str:
        """The HTML of the mail."""
        return "".join(self.pieces)


@dataclass(frozen=True)
class _Rim:
    """What a mail is without its children: the same for every section of it."""

    section: Section
    prefix: str
    suffix: str


class _Frame(NamedTuple):
    """The document around a body."""

    before: str
    after: str


@dataclass(frozen=True)
class _Child:
    """One child of the body, compiled alone."""

    piece: Piece
    wishes: Wishes
    diagnostics: tuple[Diagnostic, ...]


def compile_sections(mjml: str, cache: SectionCache, engine: MjmlEngine | None = None) -> Compiled:
    """Compile a mail like ``engine.compile`` (default: the process's engine), reusing what ``cache`` has of it.

    Raises like ``engine.compile``.
    """
    engine = engine or mjml_engine()
    found = split(mjml) if isinstance(engine, SectionEngine) else None
    done = compile_document(found[0], cache, engine) if found else None
    if found is None or done is None:
        return engine.compile(mjml)
    return Compiled(done.html, tuple(in_mail(done.said, mjml, found[1])))


def compile_document(
    document: Document, cache: SectionCache, engine: MjmlEngine, *, eager: bool = False
) -> Sectioned | None:
    """Compile the sections that ``cache`` does not have and put all of them together.

    None when the mail has to be compiled whole, or is quicker so because most of it is new; the same mail, or nearly
    the same, is compiled in sections when it is asked for again. ``eager`` compiles in sections at once.
    """
    if not isinstance(engine, SectionEngine) or not _separable(document):
        return None
    try:
        return _compiled(document, cache, engine, eager=eager)
    except TemplateError:  # it concerns a document that nobody wrote: the whole mail says what is wrong
        return None


def _separable(document: Document) -> bool:
    """Return whether no rule of the head looks further than one section."""
    head = document.before + document.after
    if HOLD in head or _INLINE.search(head):
        return False
    selectors = _SELECTOR.findall(head)
    if any(_COUNTING.search(selector) for selector in selectors):
        return False
    # With selectors MJML reads the body's HTML as a tree; raw HTML may open in one child what it closes in another.
    return not selectors or not any(child.lower().startswith("<mj-raw") for child in document.children)


def _compiled(document: Document, cache: SectionCache, engine: SectionEngine, *, eager: bool) -> Sectioned | None:
    keys = list(_keys(document))
    found = [cache.get(key, _Child) for key in keys]
    missing = [key for key, child in zip(keys, found, strict=True) if child is None]
    if not eager and len(missing) > max(1, SHARE * len(keys)) and cache.postpone(missing):
        return None
    rim = _rim(document, cache, engine)
    if _lacks(rim.section.head["fonts"]) or _lacks(rim.section.head["style"]):
        return None
    children: list[_Child] = []
    for key, child in zip(keys, found, strict=True):
        made = child or _child(document, key, rim, cache, engine)
        if made is None:
            return None
        children.append(made)
    return _joined(document, rim, children, cache, engine)


def fill(document: Document, cache: SectionCache, engine: MjmlEngine, stopped: Callable[[], bool]) -> bool:
    """Compile the sections that ``cache`` lacks, one after the other, until ``stopped()``; return whether all are done.

    For idle time after a mail was compiled whole, so that its first edit is as quick as the others.
    """
    if not isinstance(engine, SectionEngine) or not _separable(document):
        return True
    try:
        rim = _rim(document, cache, engine)
        for key in _keys(document):
            if stopped():
                return False
            if cache.get(key, _Child) is None and _child(document, key, rim, cache, engine) is None:
                break
    except TemplateError:
        pass  # as in compile_document: such a mail is compiled whole, so there is nothing to fill
    return True


Key = tuple[str, str, str, int]


def _keys(document: Document) -> Iterator[Key]:
    """Yield a key for each child. The last part tells equal children apart: a carousel's ids must differ."""
    seen: Counter[str] = Counter()
    for child in document.children:
        yield document.before, document.after, child, seen[child]
        seen[child] += 1


def _rim(document: Document, cache: SectionCache, engine: SectionEngine) -> _Rim:
    def make() -> _Rim:
        section = engine.section(_alone(document, f"<mj-raw>{HOLD}</mj-raw>"), 0)
        prefix, _, suffix = section.html.partition(HOLD)
        return _Rim(section, prefix.rstrip(), suffix.lstrip())

    around = (document.before, document.after)
    return cache.made(around, _Rim, make, lambda made: (*around, made.section.html, made.prefix, made.suffix))


def _lacks(value: object) -> bool:
    """Return whether something has no value, as a font without href: MJML prints ``undefined``, JSON cannot say it."""
    return value is None or (isinstance(value, list) and any(map(_lacks, value)))


def _alone(document: Document, child: str) -> str:
    """Return the mail with one child, which has its lines to itself."""
    return f"{document.before}\n{child}\n{document.after}"


def _child(document: Document, key: Key, rim: _Rim, cache: SectionCache, engine: SectionEngine) -> _Child | None:
    """Compile and keep one child; None when its HTML cannot be told from that of the mail around it."""
    child = key[2]
    section = engine.section(_alone(document, child), _seed(key))
    html = section.html
    if not (html.startswith(rim.prefix) and html.endswith(rim.suffix)):
        return None
    said = own(section.diagnostics, rim.section.diagnostics, document.before.count("\n") + 1, child.count("\n") + 1)
    inner = html[len(rim.prefix) : len(html) - len(rim.suffix)].strip()
    made = _Child(Piece.of(inner), wishes(section), said)
    cache.put(key, made, (child, inner, *section.component_styles))
    return made


def _seed(key: Key) -> int:
    return zlib.crc32("\0".join(map(str, key)).encode(errors="replace"))


def _joined(
    document: Document, rim: _Rim, children: Sequence[_Child], cache: SectionCache, engine: SectionEngine
) -> Sectioned:
    asked = union([wishes(rim.section), *(child.wishes for child in children)])
    before, after = cache.made(
        (document.before, document.after, asked),
        _Frame,
        lambda: _Frame(*engine.frame(asked.with_head(rim.section.head))),
        lambda made: made,
    )
    filled = [child.piece for child in children]
    prefix, *inner, suffix = seamless([Piece.of(rim.prefix), *filled, Piece.of(rim.suffix)])
    said = [Said(index, row) for index, child in enumerate(children) for row in child.diagnostics]
    first, last = around(document, rim.section.diagnostics)
    return Sectioned((before + prefix, *inner, suffix + after), (*first, *said, *last))
