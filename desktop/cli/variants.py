"""``mailwright variants``: who sees which section of a template, and which different mails there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.console import answer, terminal
from desktop.cli.places import locate
from desktop.dynamic.coverage.titles import titles
from desktop.dynamic.remembered import contact_file
from templates.dynamic.contact_file import read_contacts
from templates.dynamic.contact_source import contact_title
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.findings import CoverageFinding
from templates.dynamic.coverage.formula import formula_text
from templates.dynamic.coverage.principle import InPrinciple
from templates.dynamic.coverage.reach import Reach
from templates.dynamic.variants import Coverage, Study, counted, coverage, principle, study

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SIGNS = {"always": "✓", "sometimes": "~", "never": "–"}
COLUMN, FIRST = 13, 40  # characters of the terminal for a segment, and for what stands before them
SHOWN = 20  # variants
NOBODY = "no segment"


@dataclass(frozen=True)
class _Answers:
    study: Study
    coverage: Coverage
    principle: InPrinciple
    reach: Reach | None
    table: ContactTable | None


def show_variants(template: Path, workspace: Path | None, data: str, contacts: Path | None, *, as_json: bool) -> None:
    """Say what the conditions of ``template`` come to, with the data set ``data`` and for a file of contacts.

    Without ``contacts`` it is the workspace's file, if there is one.
    """
    opened, folder = locate(template, workspace)
    read = study(opened, folder.name, data=data)
    file = contacts or contact_file(opened)
    table = read_contacts(file, read.facts.types) if file is not None else None
    reach = counted(read, table) if table is not None else None
    answers = _Answers(read, coverage(read), principle(read), reach, table)
    if as_json:
        answer(_as_data(answers))
        return
    _print(terminal(), answers)


def _print(screen: Console, answers: _Answers) -> None:
    names = titles(answers.study.components)
    if not answers.study.conditional:
        screen.print("No section depends on who reads the mail: everybody gets the same ones.", highlight=False)
    for table in _tables(answers, names, screen.width):
        screen.print(table)
    if answers.reach is not None and answers.reach.count:
        screen.print(_reach_table(answers, answers.reach, names))
    elif answers.table is not None:
        screen.print(_uncounted(answers.table), markup=False, highlight=False)
    for finding in answers.coverage.findings(answers.reach):
        style = "yellow" if finding.level == "warning" else "dim"
        screen.print(said(finding, names, answers.study), style=style, markup=False, highlight=False)
    screen.print(in_principle_words(answers.principle), highlight=False)


def _tables(answers: _Answers, names: Sequence[str], width: int) -> Iterator[Table]:
    """The coverage table, as many segments side by side as the terminal is wide."""
    from rich.table import Table
    from rich.text import Text

    at_once = max(1, (width - FIRST) // COLUMN)
    segments = {segment.id: segment.title for segment in answers.study.facts.segments}
    columns = answers.coverage.columns
    for start in range(0, len(columns), at_once):
        shown = columns[start : start + at_once]
        table = Table(title="Who sees what  (✓ always  ~ sometimes  – never)" if not start else None)
        table.add_column("section", max_width=FIRST // 2)
        table.add_column("condition", max_width=FIRST // 2, style="dim")
        for column in shown:
            table.add_column(Text(segments.get(column.segment, NOBODY)), justify="center", max_width=COLUMN - 3)
        for place, index in enumerate(answers.study.rows):
            one = answers.study.components[index]
            condition = formula_text(answers.study.written[index]) if one.conditional else ""
            cells = [SIGNS[column.cells[place].shows] for column in shown]
            table.add_row(Text("  " * one.depth + names[index]), Text(condition), *cells)
        yield table


def _reach_table(answers: _Answers, reach: Reach, names: Sequence[str]) -> Table:
    from rich.table import Table
    from rich.text import Text

    mails = _counted(len(reach.variants), "different mail")
    table = Table(title=f"{mails} for the {_counted(reach.count, 'contact')} of {reach.name}")
    table.add_column("contacts", justify="right", no_wrap=True)
    table.add_column("share", justify="right", no_wrap=True)
    table.add_column("shows")
    table.add_column("for example")
    for variant in reach.variants[:SHOWN]:
        deciding = [names[index] for index in answers.study.rows if _decides(answers, index) and index in variant.shown]
        contact = answers.table.contact(variant.example) if answers.table is not None else {}
        shows = "an empty mail" if variant.empty else ", ".join(deciding) or "only what all see"
        share = f"{variant.count / reach.count:.1%}"
        example = contact_title(contact) or f"contact {variant.example + 1}"
        table.add_row(f"{variant.count:,}", share, Text(shows), Text(example))
    if len(reach.variants) > SHOWN:
        rest = sum(variant.count for variant in reach.variants[SHOWN:])
        more = _counted(len(reach.variants) - SHOWN, "more mail")
        table.add_row(f"{rest:,}", f"{rest / reach.count:.1%}", more, "")
    return table


def _uncounted(table: ContactTable) -> str:
    """Why there are no numbers for these contacts."""
    if not table.count:
        return f"There are no contacts in {table.name}."
    return f"The contacts of {table.name} are not counted, as the rule of a segment is broken."


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _decides(answers: _Answers, index: int) -> bool:
    return answers.study.components[index].conditional


def said(finding: CoverageFinding, names: Sequence[str], read: Study) -> str:
    """A finding as a sentence."""
    name = ", ".join(names[index] for index in finding.components)
    titles_ = {segment.id: segment.title for segment in read.facts.segments}
    segments = ", ".join(titles_.get(one, one or NOBODY) for one in finding.segments)
    some = _counted(finding.count, "contact") if finding.count else ""
    nobody = "the only contact does not see" if finding.count == 1 else f"none of the {some} sees"
    sentences = {
        "rule": f"The rule of {segments} is wrong: {finding.error}",
        "dead": f"{name}: the condition can never hold. Nobody will see this.",
        "unknown-segment": f"{name}: there is no segment {segments}. Nobody will see this.",
        "no-member": f"Nobody can ever be in: {segments}.",
        "no-segment": f"{name}: members of one segment alone never see this.",
        "data": f"{name}: with this data set nobody can see this.",
        "no-contact": f"{name}: {nobody} this.",
        "everybody": f"{name}: there is a condition, yet all see this.",
        "empty": f"An empty mail goes to: {', '.join(part for part in (segments, some) if part)}.",
        "may-be-empty": f"The mail may be empty for: {segments}.",
        "same": f"Who is in only one of these sees the same sections: {segments}.",
        "all-same": "All segments see the same sections.",
    }
    return sentences[finding.kind]


def in_principle_words(found: InPrinciple) -> str:
    """How many mails there could be, as a sentence."""
    if found.bound == "unknown":
        return "In principle: the conditions are too entangled to count the different mails."
    bound = "" if found.bound == "exactly" else f"{found.bound} "
    return f"In principle the conditions allow {bound}{_counted(found.count, 'different mail')}."


def _as_data(answers: _Answers) -> dict[str, Any]:
    names = titles(answers.study.components)
    columns = {column.segment: column for column in answers.coverage.columns}
    return {
        "sections": [
            {
                "name": names[index],
                "component": answers.study.components[index].name,
                "place": str(answers.study.components[index].place),
                "condition": formula_text(answers.study.written[index]),
                "shown": {segment: column.cells[place].shows for segment, column in columns.items() if segment},
                "shown_without_segment": columns[""].cells[place].shows,
                "rest": {id_ or NOBODY: one.cells[place].rest for id_, one in columns.items() if one.cells[place].rest},
                "contacts": answers.reach.components[index] if answers.reach else None,
            }
            for place, index in enumerate(answers.study.rows)
        ],
        "findings": [
            {
                "kind": one.kind,
                "level": one.level,
                "segments": list(one.segments),
                "what": said(one, names, answers.study),
            }
            for one in answers.coverage.findings(answers.reach)
        ],
        "principle": {"count": answers.principle.count, "bound": answers.principle.bound},
        "contacts": None if answers.reach is None else _reach_data(answers.reach, names),
    }


def _reach_data(reach: Reach, names: Sequence[str]) -> dict[str, Any]:
    return {
        "source": reach.name,
        "count": reach.count,
        "empty": reach.empty,
        "variants": [
            {
                "contacts": one.count,
                "example": one.example,
                "empty": one.empty,
                "shows": [names[index] for index in sorted(one.shown)],
            }
            for one in reach.variants
        ],
    }
