"""The mail while it is edited: after each change of the text or the data its HTML, in about the time of one section.

Equal to ``build(…).html_before_inlining`` token for token. What a canvas may skip is skipped: ``inline_css`` (a browser
reads <style>, and a rule that is copied beneath the declarations of an element wins and loses as it does in a sheet)
and the plain text. An export, a test mail and a picture are built with ``build``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from templates.compile.chunks import chunks
from templates.compile.context import context_of
from templates.compile.diagnose import notices
from templates.compile.engine import Diagnostic, MjmlEngine, mjml_engine
from templates.compile.faults import located
from templates.compile.include import IncludeResolver
from templates.compile.live_joined import Joined
from templates.compile.live_parts import Parts
from templates.compile.notice import Notice
from templates.compile.pipeline import NOTHING, UP_TO_MJML, through
from templates.compile.section_cache import SectionCache
from templates.compile.section_lines import in_mail
from templates.compile.sections import compile_document, fill
from templates.compile.split import Document, split
from templates.errors import LimitError, Place, TemplateError

LONGEST = 5_000_000  # characters; longer mails are for ``build`` to refuse


@dataclass(frozen=True)
class LiveMail:
    """A mail as the canvas shows it.

    ``pieces`` joined are the HTML: everything before the sections, one text for each child of the body, everything
    behind them; whoever compares them with those before knows what changed. One piece when the mail was compiled
    whole. ``images`` are those of a build, in the order of the sections.
    """

    pieces: tuple[str, ...]
    subject: str
    preheader: str
    images: tuple[str, ...]
    warnings: tuple[Notice, ...]

    @property
    def html(self) -> str:
        """The HTML of the mail, its style sheets not inlined."""
        return "".join(self.pieces)


class LiveBuild:
    """Builds one template again and again. Safe from several threads, which take turns; run it off the GUI thread.

    Which text is the newest is the caller's business: whoever has waited builds what was asked for.
    """

    def __init__(
        self,
        *,
        include: IncludeResolver | None = None,
        image_url: Callable[[str], str] | None = None,
        name: str = "template.mjml",
        cache: SectionCache | None = None,
        engine: MjmlEngine | None = None,
    ) -> None:
        """``include``, ``image_url`` and ``name`` as in ``build``. One cache may serve several mails."""
        self._include, self._image_url, self._name = include, image_url, name
        self._cache = cache or SectionCache()
        self._engine = engine
        self._parts = Parts(name, include, image_url)
        self._chunks: list[str] = []
        self._given: dict[str, Any] = {}
        self._context: dict[str, Any] = {}
        self._document: Document | None = None
        self._lock = threading.Lock()

    def update(
        self,
        text: str,
        *,
        data: Mapping[str, Any] = NOTHING,
        contact: Mapping[str, Any] = NOTHING,
        segments: Set[str] = frozenset(),
        brand: Mapping[str, Any] | None = None,
        sender: Mapping[str, Any] = NOTHING,
        links: Mapping[str, str] = NOTHING,
        today: date | None = None,
    ) -> LiveMail:
        """Return the mail of ``text`` for this data. Arguments and errors are those of ``build``."""
        given = {
            "data": dict(data),
            "contact": dict(contact),
            "segments": frozenset(segments),
            "brand": dict(brand or {}),
            "sender": dict(sender),
            "links": dict(links),
            "today": today,
        }
        with self._lock:
            self._see(given)
            return self._in_parts(text) or self._whole(text)

    def fill(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Compile the last mail's sections until ``stopped()``, asked between two of them; return whether all are done.

        For idle time after a mail was opened, so that its first edit is as quick as the others.
        """
        with self._lock:
            document = self._document
        return document is None or fill(document, self._cache, self._engine or mjml_engine(), stopped)

    def _see(self, given: dict[str, Any]) -> None:
        if given != self._given:
            # A copy: the caller may go on to change what was given, and has to be noticed then.
            copy = deepcopy(given)
            self._context = context_of(**copy)
            self._given = copy
            self._parts.forget()

    def _in_parts(self, text: str) -> LiveMail | None:
        """Return the mail put together from its chunks; None when only the whole text can tell."""
        text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        found = chunks(text, self._chunks)
        if found is None:
            return None
        try:
            parts = self._parts.of(found, self._context)
        except (TemplateError, LimitError):
            return None
        self._chunks = found
        if parts is None or sum(len(part.mjml) for part in parts) > LONGEST:
            return None
        try:
            return self._compiled(Joined(self._name, found, parts))
        except TemplateError:
            return None

    def _compiled(self, joined: Joined) -> LiveMail:
        head, document = joined.parts[0].done, joined.document
        pieces, diagnostics = self._mjml(document, joined.mjml, joined.offsets)
        return LiveMail(pieces, head.subject, head.preheader, joined.images, joined.warnings(diagnostics))

    def _whole(self, text: str) -> LiveMail:
        mail = through(UP_TO_MJML, text, self._name, self._include, self._context, self._image_url)
        document, offsets = split(mail.mjml) or (None, ())
        pieces, diagnostics = self._mjml(document, mail.mjml, lambda: offsets)
        warnings = mail.warnings + notices(diagnostics, mail.mjml, mail.place)
        return LiveMail(pieces, mail.subject, mail.preheader, mail.images, warnings)

    def _mjml(
        self, document: Document | None, mjml: str, offsets: Callable[[], Sequence[int]]
    ) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Return the HTML in pieces and what is said about the lines of ``mjml``."""
        self._document = document
        engine = self._engine or mjml_engine()
        try:
            done = compile_document(document, self._cache, engine) if document else None
            if done:
                return done.pieces, tuple(in_mail(done.said, mjml, offsets())) if done.said else ()
            compiled = engine.compile(mjml)
        except (TemplateError, LimitError) as error:
            raise located(error, Place(self._name)) from error
        return (compiled.html,), compiled.diagnostics
