"""Mailjet's template language, as transactional mails and as campaigns take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates.compile.faults import located
from templates.compile.positions import too_deep
from templates.dialects.finding import Written
from templates.dialects.mailjet_language.marketing import MarketingWriter
from templates.dialects.mailjet_language.writer import Writer
from templates.dialects.neutral import Neutral

TRANSACTIONAL, MARKETING = "transactional", "marketing"


@dataclass(frozen=True)
class Mailjet:
    """The dialect; docs/mailjet.md says what becomes what."""

    name: str = "mailjet"
    title: str = "Mailjet"
    forms: tuple[str, ...] = (TRANSACTIONAL, MARKETING)

    def form_of(self, kind: str) -> str:
        """Return the form for a template of ``kind``: what is not sent as a campaign goes through the API."""
        return MARKETING if kind == "marketing" else TRANSACTIONAL

    def write(
        self, template: Neutral, *, form: str, language: str, samples: Sequence[Mapping[str, Any]] = ()
    ) -> Written:
        """Return ``template`` in Mailjet's language, without what the findings refuse.

        Raises LimitError for one that is nested more deeply than anybody writes.
        """
        kind = MarketingWriter if form == MARKETING else Writer
        try:
            return kind(template, language, samples).write()
        except RecursionError as error:
            raise located(too_deep(), template.place(0)) from error

    def settings(self, form: str) -> Mapping[str, Any]:
        """Return what a message needs beside the mail: without the switch, tags arrive as text."""
        return {"TemplateLanguage": True} if form == TRANSACTIONAL else {}


DIALECT = Mailjet()
