"""An account's settings: what fits, what is refused with a sentence, and how they are kept."""

from __future__ import annotations

import pytest

from renderers.budget.settings import PLAIN, AccountSettings
from renderers.budget.values import MOST
from templates.errors import InputError


def test_settings_are_kept_as_what_differs_from_plain_ones():
    """And read again; plain ones are empty."""
    made = PLAIN.changed(monthly=100, carry_over=True, zone="Europe/Paris", alert_levels=[90, 50, 90])
    assert made.to_json() == '{"alert_levels": [50, 90], "carry_over": true, "monthly": 100, "zone": "Europe/Paris"}'
    assert AccountSettings.from_json(made.to_json()) == made
    assert PLAIN.to_json() == "{}"


@pytest.mark.parametrize("setting", ["monthly", "soft_limit", "hard_limit"])
def test_amounts_are_whole_numbers_of_tokens(setting):
    """Nothing is an amount, no amount at all is another thing; truth values and halves are none."""
    assert getattr(PLAIN.changed(**{setting: 0}), setting) == 0
    assert getattr(PLAIN.changed(**{setting: MOST}), setting) == MOST
    for value in (-1, MOST + 1, 10**30, 2.5, 5.0, True, "5", float("nan")):
        with pytest.raises(InputError, match=f"This is no value for {setting}: .*Amounts are whole numbers"):
            PLAIN.changed(**{setting: value})


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("alert_levels", [0]),
        ("alert_levels", [101]),
        ("alert_levels", list(range(1, 12))),
        ("alert_levels", "80"),
        ("zone", "Paris"),
        ("zone", ""),
        ("zone", "Europe"),
        ("zone", "../etc/passwd"),
        ("zone", "a\0b"),
        ("pool_open", "perhaps"),
        ("colour", "red"),
    ],
)
def test_what_does_not_fit_is_refused(setting, value):
    """By its name."""
    with pytest.raises(InputError, match=f"This is no value for {setting}"):
        PLAIN.changed(**{setting: value})
