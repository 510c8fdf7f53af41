"""Where a run and each of its pictures stand after all answers."""

from __future__ import annotations

from collections.abc import Iterable

from templates.store.answers import Answer, Verdict


def verdicts(answers: Iterable[Answer]) -> dict[int | None, Verdict]:
    """Return the last word on each picture, by its place, and on the whole, by None; ``answers`` are oldest first.

    A comment changes no verdict; where there are only comments, it is "comment".
    """
    found: dict[int | None, Verdict] = {}
    for answer in answers:
        if answer.verdict != "comment" or answer.place not in found:
            found[answer.place] = answer.verdict
    return found
