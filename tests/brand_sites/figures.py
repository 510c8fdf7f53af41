"""From marks to the rows of the table."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from tests.brand_sites.suite import Marks
from tests.brand_sites.tables import Row, percent, reached

BARS: Mapping[str, float] = {
    "name": 0.98,
    "wide": 0.93,
    "square": 0.95,
    "wide empty": 0.95,
    "colour": 0.90,
    "socials precision": 0.99,
    "socials recall": 0.97,
}
LABELS: Mapping[str, str] = {
    "name": "name exact",
    "wide": "wide logo, first choice",
    "square": "square logo, first choice",
    "wide empty": "wide slot left empty where there is none",
    "colour": "primary colour ΔE00 < 10, first choice",
    "colour in 3": "primary colour, first three",
    "socials precision": "social profiles, precision",
    "socials recall": "social profiles, recall",
    "language": "language",
    "dark": "logo for dark grounds, where declared",
    "address": "postal address",
    "legal": "legal line",
}
CONFIDENT = 0.8


def shares(results: Sequence[Marks]) -> dict[str, tuple[float, int]]:
    """Share that is right and how many counted, for each figure."""
    counted: dict[str, list[bool]] = {}
    for one in results:
        for figure, is_right in one.right.items():
            counted.setdefault(figure, []).append(is_right)
    found = {figure: (sum(marks) / len(marks), len(marks)) for figure, marks in counted.items()}
    right, wrong, missed = (sum(one.socials[index] for one in results) for index in range(3))
    if right + wrong:
        found["socials precision"] = (right / (right + wrong), right + wrong)
        found["socials recall"] = (right / max(1, right + missed), right + missed)
    return found


def rows(columns: Mapping[str, Sequence[Marks]], counts: str) -> list[Row]:
    """One row a figure, one column a set of marks; ``counts`` names the column that is held against the bar."""
    found = {name: shares(results) for name, results in columns.items()}
    table = []
    for figure, label in LABELS.items():
        share, number = found[counts].get(figure, (0.0, 0))
        row: Row = {"figure": label, "n": number}
        row |= {name: percent(figures[figure][0]) if figure in figures else "" for name, figures in found.items()}
        table.append(row | reached(share, BARS.get(figure)))
    return table


def confidence(results: Sequence[Marks]) -> list[Row]:
    """How far confidence is to be believed: Brier score, and of what is called sure the share that is right."""
    table: list[Row] = []
    for figure in ("name", "wide", "colour"):
        pairs = [
            (one.answer.sure[figure], one.right[figure])
            for one in results
            if figure in one.right and figure in one.answer.sure
        ]
        sure = [right for score, right in pairs if score >= CONFIDENT]
        brier = statistics.fmean((score - right) ** 2 for score, right in pairs) if pairs else 0.0
        table.append(
            {
                "confidence": LABELS[figure],
                "n": len(pairs),
                "Brier": round(brier, 3),
                f">= {CONFIDENT}": len(sure),
                "of these right": percent(sum(sure) / len(sure)) if sure else "",
            }
        )
    return table


def speed(name: str, seconds: Sequence[float], busy: Sequence[float], errors: int) -> Row:
    """Median and 95th percentile in milliseconds, by the clock and of the processor."""
    return {
        "pages": name,
        "n": len(seconds),
        "median ms": round(1000 * statistics.median(seconds)),
        "p95 ms": round(1000 * statistics.quantiles(seconds, n=20)[-1]),
        "processor median ms": round(1000 * statistics.median(busy)),
        "processor p95 ms": round(1000 * statistics.quantiles(busy, n=20)[-1]),
        "exceptions": errors,
    }


def failures(one: Marks) -> list[dict[str, object]]:
    """What an answer got wrong: figure, expected, got, and where to look."""
    truth, answer = one.truth, one.answer
    wide, colours = truth.wide + truth.either, list(answer.colours[:3])
    told: dict[str, tuple[object, object]] = {
        "name": (truth.names, answer.name),
        "wide": (wide, answer.wide),
        "wide empty": ("", answer.wide),
        "square": (truth.square, answer.square),
        "dark": (truth.dark, answer.dark),
        "colour": (truth.colours, colours),
        "colour in 3": (truth.colours, colours),
        "language": (truth.language, answer.language),
        "address": (truth.address, answer.address),
        "legal": (truth.legal, answer.legal),
    }
    wrong = {figure: told[figure] for figure, right in one.right.items() if not right}
    if one.socials[1:] != (0, 0):
        wrong["socials"] = (truth.socials, dict(answer.socials))
    if one.error:
        wrong["exception"] = ("", one.error)
    about = {"family": truth.family, "form": truth.form, "scheme": truth.scheme, "carriers": truth.carriers,
             "folder": str(one.folder)}  # fmt: skip
    return [
        {"slug": truth.slug, "seed": truth.seed, "figure": figure, "expected": expected, "got": got, **about}
        for figure, (expected, got) in wrong.items()
    ]
