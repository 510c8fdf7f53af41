"""Sentences about tokens, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.language import set_language
from desktop.tokens.words import (
    alert_words,
    badges,
    day_text,
    figures,
    forecast_words,
    month_text,
    spoken,
    sums_words,
    tokens_ahead,
)
from renderers.budget.accounts import Alert
from renderers.budget.forecast import Forecast
from renderers.budget.pages import Sums
from renderers.budget.values import Balance


@pytest.mark.parametrize(
    ("forecast", "left", "said"),
    [
        (Forecast(12.4, date(2031, 3, 12)), 500, "At this pace (12 a day) they last until 12 March 2031."),
        (Forecast(0.25, None), 500, "At this pace (0.25 a day) they last for more than five years."),
        (Forecast(0.0, None), 500, "Nothing was spent lately, so there is no pace to go by."),
        (Forecast(3.0, date(2031, 3, 12)), 0, "No tokens are left."),
    ],
)
def test_the_forecast_is_one_sentence(qapp, forecast, left, said):
    """A date where there is one, and the truth where there is none."""
    assert forecast_words(forecast, left) == said


def test_days_and_months(qapp):
    """This year's days go without the year; French begins a month with the first."""
    this_year = date.today().replace(month=5, day=1)
    assert day_text(this_year) == "1 May"
    assert month_text("2026-11") == "November 2026"
    set_language("fr")
    assert (day_text(this_year), month_text("2026-11")) == ("1er mai", "Novembre 2026")
    set_language("en")


def test_figures_leave_out_what_is_not_there(agency):
    """What is left is always said, zero or not."""
    assert figures(agency.find("agency")) == "300 left  ·  210 in sub-accounts  ·  10 spent"
    assert figures(agency.find("old")) == "0 left  ·  20 spent"


def test_badges_begin_with_the_worst(agency):
    """Limits before states before settings; a screen reader hears them after the figures."""
    assert badges(agency.find("acme")) == [("limit reached", "danger")]
    assert badges(agency.find("north")) == [("80 % used", "warning"), ("100 a month", "")]
    assert badges(agency.find("agency")) == [("this workspace", "accent"), ("open pool", "")]
    assert spoken(agency.find("old")) == "Old. 0 left, 20 spent. closed"


def test_a_pool_looks_ahead_with_all_that_is_below(agency):
    """It can take its sub-accounts' tokens back; they cannot take the pool's."""
    assert (tokens_ahead(agency.find("agency")), tokens_ahead(agency.find("acme"))) == (357, 50)


def test_alerts_and_sums(qapp):
    """Both in one line each."""
    alert = Alert("acme", "2031-11", 80, datetime(2031, 11, 12, 12, tzinfo=UTC), 80, 100)
    assert alert_words(alert) == "80 % reached on 12 November 2031: 80 of 100."
    assert sums_words(Sums(0, Balance(0, 0, 0))).startswith("0 ")
    assert sums_words(Sums(1200, Balance(-40, 0, 1040))).endswith("Available\u00a0−40  ·  Spent\u00a0+1,040")
