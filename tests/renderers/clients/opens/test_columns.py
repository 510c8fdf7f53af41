"""Which columns of an export have the clients' names and their opens."""

import pytest

from renderers.clients.opens.columns import Columns, columns_of

GMAIL = ["Gmail", "Orange"]


def table(*columns: list[str]) -> list[list[str]]:
    """Rows of these columns."""
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize(
    ("heads", "value"),
    [
        (["Clicks", "Opens"], "Opens"),
        (["Total opens", "Unique opens"], "Unique opens"),
        (["Open rate", "Recipients"], "Recipients"),
        (["Part", "Nombre d’ouvertures"], "Nombre d’ouvertures"),
        (["Rang", "Répartition"], "Répartition"),
        (["Delivered", "%"], "%"),
        (["Taux d’ouverture"], "Taux d’ouverture"),
    ],
)
def test_opens_come_before_parts_and_parts_before_the_rest(heads, value):
    """What is sent, clicked or ranked is no open; where there is nothing else it stands for the opens."""
    rows = table(["Client", *GMAIL], *([head, "12", "3"] for head in heads))
    found = columns_of(rows)
    assert found is not None
    assert heads[(found.value or 0) - 1] == value
    assert found.is_share == (value in {"Répartition", "%"})


def test_the_name_is_where_the_clients_are():
    """Whatever the head says; a platform beside it belongs to the name, a campaign does not."""
    rows = table(["Name", "A", "B"], ["Reader", *GMAIL], ["Platform", "Mobile", ""], ["Opens", "1", "2"])
    assert columns_of(rows) == Columns(1, (2,), 3, is_share=False, begin=1)
    assert columns_of(rows).name_of(rows[1]) == "Gmail (Mobile)"
    assert columns_of(rows).name_of(rows[2]) == "Orange"


def test_rows_of_different_lengths():
    """A short row has nothing in the columns that it lacks."""
    found = columns_of([["Client", "Opens"], ["Gmail", "3"], ["Orange"], []])
    assert found is not None
    assert [found.counts(row) for row in (["Gmail", "3"], ["Orange"], [])] == [True, False, False]


def test_no_clients_no_columns():
    """Other tables are not guessed at."""
    assert columns_of([["City", "Opens"], ["Paris", "3"]]) is None
    assert columns_of([]) is None
