"""What people read about tokens, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from renderers.budget.settings import AccountSettings
from renderers.budget.values import KINDS, Entry
from renderers.budget.words import (
    KIND_NAMES,
    SETTING_NAMES,
    client_name,
    kind_name,
    number,
    said_note,
    short_day,
    signed,
    spoken_moment,
)

ENTRY = Entry(
    account="acme",
    number=1,
    kind="grant",
    available=1,
    reserved=0,
    spent=0,
    expires="",
    at=datetime(2026, 11, 1, tzinfo=UTC),
    actor="ann",
    login="",
    payer="",
    other="",
    reservation="",
    template="",
    run="",
    client="",
    note="",
    key="",
    part=0,
    hash="",
)


def test_every_kind_has_a_name_of_its_own_in_each_language():
    """Panel, command line and statement say the same."""
    assert set(KIND_NAMES) == set(KINDS)
    assert (kind_name("grant", "en"), kind_name("grant", "fr")) == ("Bought", "Achat")
    for language in ("en", "fr"):
        assert len({kind_name(kind, language) for kind in KINDS}) == len(KINDS)
    assert kind_name("grant", "de") == "Bought"


def test_a_note_that_somebody_typed_stays_as_it_is():
    """Also when the ledger could have said it."""
    assert said_note(replace(ENTRY, note="Spent"), "fr") == "Spent"
    assert said_note(replace(ENTRY, kind="allocate", run="2026-11", note="my 200"), "fr") == "my 200"


@pytest.mark.parametrize(
    ("entry", "english", "french"),
    [
        (replace(ENTRY, note="First tokens"), "First tokens", "Premiers jetons"),
        (replace(ENTRY, kind="release", note="The lease ran out."), "The lease ran out.", "La réservation a expiré."),
        (
            replace(ENTRY, kind="expire", note="2026-12-31"),
            "Valid until 31 December 2026",
            "Valable jusqu’au 31 décembre 2026",
        ),
        (
            replace(ENTRY, kind="allocate", actor="mailwright", run="2026-11", note="2026-11: 200"),
            "Budget of November 2026",
            "Budget de novembre 2026",
        ),
        (
            replace(ENTRY, kind="setting", note='{"alert_levels": [50, 90], "carry_over": true, "monthly": 1200}'),
            "Alerts 50% 90%, Carry over yes, Monthly budget 1,200",
            "Alertes\u00a0: 50\u00a0% 90\u00a0%, Report\u00a0: oui, Budget mensuel\u00a0: 1\u202f200",
        ),
        (replace(ENTRY, kind="setting", note="{}"), "As at the start", "Comme au début"),
        (replace(ENTRY, kind="setting", note='{"of_later": 1}'), '{"of_later": 1}', '{"of_later": 1}'),
        (replace(ENTRY, kind="setting", note="[1]"), "[1]", "[1]"),
    ],
)
def test_the_ledgers_own_notes_are_said_in_each_language(entry, english, french):
    """Days, months and settings in words."""
    assert (said_note(entry, "en"), said_note(entry, "fr")) == (english, french)


def test_every_setting_has_a_name():
    """What an entry about settings can tell is told in words."""
    assert set(SETTING_NAMES) == set(AccountSettings.model_fields)


def test_a_client_is_called_by_its_name():
    """One that is none of ours keeps its id."""
    assert client_name("gmail-mobile-web", "fr") == "Gmail, web mobile"
    assert client_name("of-mine", "fr") == "of-mine"


def test_numbers_and_moments_are_written_as_people_write_them():
    """Thousands, signs, days and times."""
    assert (number(-1234567, "en"), number(1234567, "fr")) == ("−1,234,567", "1\u202f234\u202f567")
    assert (signed(1000, "en"), signed(-5, "fr"), signed(0, "en")) == ("+1,000", "−5", "")
    assert (short_day(date(2026, 2, 3), "en"), short_day(date(2026, 2, 3), "fr")) == ("3\u00a0Feb", "3\u00a0févr.")
    moment = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
    assert spoken_moment(moment, "en") == "3 November 2026 at 09:05"
    assert spoken_moment(moment, "fr") == "3 novembre 2026 à 09:05"
