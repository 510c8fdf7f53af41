"""The functions of the template language that look at the day."""

from __future__ import annotations

from datetime import date

import pytest

from templates.errors import TemplateError

TODAY = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("day", "days"),
    [("2026-12-24", 0), ("2026-12-25", 1), ("2027-01-24", 31), ("2026-12-20", -4), ("2024-02-29", -1029)],
)
def test_days_are_counted_from_the_given_day(built, day, days) -> None:
    """Today is 0, tomorrow 1, the past is below 0; months and leap years count as they are."""
    text = '{{ days_until(d) }} {{ days_until(today) }} {{ days_until(d ~ "T18:30:00") }}'
    assert built(text, data={"d": day}, today=TODAY).text == f"{days} 0 {days}\n"


@pytest.mark.parametrize("day", ["soon", "", "24/12/2026", 5, None, [1], "2026-13-01"])
def test_what_is_no_date_is_said(built, day) -> None:
    """The error names the value and how to write it, and where it is used."""
    with pytest.raises(TemplateError, match=r"is not a date\. Write it like 2026-12-24\.") as caught:
        built("{{ days_until(d) }}", data={"d": day}, today=TODAY)
    assert caught.value.place.line == 1


def test_without_a_day_nothing_is_counted(built) -> None:
    """A build that was not told which day it is never looks at the clock."""
    with pytest.raises(TemplateError, match="which day it is"):
        built('{{ days_until("2026-12-24") }}')


def test_an_unknown_name_is_still_named(built) -> None:
    """A variable that is missing is the fault, not its date."""
    with pytest.raises(TemplateError, match="The variable sale_ends is not known"):
        built("{{ days_until(sale_ends) }}", today=TODAY)
