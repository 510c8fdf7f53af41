"""A statement as an HTML page that is printed. Names and notes are other people's texts: they are only ever shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from renderers.budget.statement import Statement
from renderers.budget.statement.sums import columns
from renderers.budget.values import Entry
from renderers.budget.words import client_name, kind_name, number, said_note, short_day, signed, spoken_moment
from renderers.budget.words import translated as words_of
from renderers.clients.words import spoken_date
from renderers.paper.dressing import fonts, margins
from templates.files import read_text

_HERE = Path(__file__).parent
_BROAD = 1_000_000
"""From here on a number takes more room than is kept for one."""


@dataclass(frozen=True)
class Row:
    """An entry as the table shows it."""

    number: str
    day: str
    time: str
    kind: str
    what: str  # the kind's name
    subject: str  # a template, another account
    details: str
    by: str
    available: str
    reserved: str
    spent: str
    after: str  # what was available then


def page_of(statement: Statement, language: str) -> str:
    """Return the whole page; it loads nothing. Raises StorageError."""

    def translated(text: str, **values: object) -> str:
        return words_of(text, language).format(**values)

    month = spoken_date(statement.month, language)
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.get_template("statement.html.jinja")
    return page.render(
        statement=statement,
        language=language,
        t=translated,
        number=lambda n: number(n, language),
        month=month[:1].upper() + month[1:],
        first_day=spoken_date(f"{statement.month}-01", language),
        last_day=spoken_date(statement.last_day.isoformat(), language),
        made=spoken_moment(statement.local(statement.made), language),
        columns=columns(statement, language),
        rows=list(_rows(statement, language)),
        broad=_BROAD,
        css=Markup(read_text(_HERE / "statement.css")),  # noqa: S704 - our own file
        fonts=Markup(fonts()),  # noqa: S704 - our own files
        with_code=_with_code,
        margins=Markup(  # noqa: S704 - every text in it is written as CSS escapes
            margins(statement.name, month, words_of("Page {page} of {pages}", language))
        ),
    )


def _with_code(text: str) -> Markup:
    """Set as code what stands in backticks."""
    return Markup(re.sub("`([^`]+)`", r"<kbd>\1</kbd>", str(escape(text))))  # noqa: S704 - it is escaped


def _rows(statement: Statement, language: str) -> Iterator[Row]:
    after = statement.opening.available
    for each in statement.entries:
        after += each.available
        at = statement.local(each.at)
        yield Row(
            number=number(each.number, language),
            day=short_day(at.date(), language),
            time=f"{at:%H:%M}",
            kind=each.kind,
            what=kind_name(each.kind, language),
            subject=_subject(each, language),
            details="\u00a0· ".join(_details(each, language)),
            by=each.actor if each.login in {"", each.actor} else f"{each.actor} ({each.login})",
            available=signed(each.available, language),
            reserved=signed(each.reserved, language),
            spent=signed(each.spent, language),
            after=number(after, language),
        )


def _subject(each: Entry, language: str) -> str:
    if each.other:
        pattern = "To {account}" if each.available < 0 else "From {account}"
        return words_of(pattern, language).format(account=each.other)
    return each.template


def _details(each: Entry, language: str) -> Iterator[str]:
    if each.client:
        yield client_name(each.client, language)
    if each.payer not in {"", each.account}:
        yield words_of("for {account}", language).format(account=each.payer)
    if each.note:
        yield said_note(each, language)
    if each.expires and each.kind in {"grant", "allocate", "return"}:
        yield words_of("Valid until {day}", language).format(day=spoken_date(each.expires, language))
