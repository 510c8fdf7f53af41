"""``mailwright tokens statement`` and ``audit``: a month on paper, and the proof that the ledger adds up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
import typer

from desktop.cli.console import FAILED, answer, say, terminal
from desktop.cli.ledgers import Books, Where, opened
from desktop.cli.words import counted, said
from desktop.errors import explain, system_language
from renderers.budget.statement import statement
from renderers.budget.statement.csv_file import to_csv
from renderers.budget.statement.heads import check_heads, read_head
from renderers.budget.tables import account, entry
from templates.errors import InputError
from templates.files import write_text


def write_statement(where: Where, asked: str, month: str, csv: Path | None, pdf: Path | None, *, as_json: bool) -> None:
    """Write the statement of a month to one or two files."""
    if csv is None and pdf is None:
        raise InputError("Say where the statement goes.", advice="Give --csv FILE, --pdf FILE, or both.")
    language = system_language()
    with opened(where) as books:
        made = statement(books.store, books.account(asked), month)
    if csv:
        write_text(csv, to_csv(made, language))
    if pdf:
        from renderers.budget.statement.pdf import write_pdf  # a browser prints it

        write_pdf(made, pdf, language)
    files = [str(path) for path in (csv, pdf) if path]
    if as_json:
        head = made.head._asdict()
        answer({"account": made.account, "month": made.month, "files": files,
                "opening": made.opening._asdict(), "closing": made.closing._asdict(), "head": head})  # fmt: skip
    else:
        say(said("The statement of {account} for {month} is in {files}.", account=made.account, month=made.month,
                 files=", ".join(files)), style="green")  # fmt: skip


def audit_ledger(where: Where, statements: Sequence[Path], *, as_json: bool) -> None:
    """Check everything; exit status 1 with a sentence for each fault."""
    heads = [read_head(path) for path in statements]
    with opened(where) as books:
        faults = [*books.ledger.faults(), *check_heads(books.store, heads)]
        entries, accounts = _size(books)
    language = system_language()
    if as_json:
        answer({"entries": entries, "accounts": accounts, "faults": [str(each) for each in faults]})
    else:
        for each in faults:
            terminal().print(explain(each, language), style="red", markup=False, highlight=False)
        if not faults:
            say(_in_order(entries, accounts), style="green")
    if faults:
        raise typer.Exit(FAILED)


def _size(books: Books) -> tuple[int, int]:
    with books.store.reading() as connection:
        counts = (sa.select(sa.func.count()).select_from(table) for table in (entry, account))
        entries, accounts = (int(connection.execute(each).scalar_one()) for each in counts)
        return entries, accounts


def _in_order(entries: int, accounts: int) -> str:
    return said(
        "{entries} in {accounts}: everything adds up.",
        entries=counted(entries, "{n} entry", "{n} entries"),
        accounts=counted(accounts, "{n} account", "{n} accounts"),
    )
