"""What each client supports: the shipped table is whole, and its newest word counts."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

import pytest

from renderers.clients.profile import profiles
from renderers.clients.support import BORROWED, CODES, SHIPPED, Feature, own_file, read_table, table
from templates.errors import InputError

SHA256 = "53c3cc9dac5c7478a98be94547606ce39d64a53ca3ac34ad06743b28c7ed10f2"


def row(**stats: dict[str, str]) -> Feature:
    """A feature with the stats of one family, by platform."""
    return Feature("css-x", "x", "css", "", "2020-02-03", {}, {"client": stats})


def test_the_shipped_table_is_the_one_that_was_looked_at() -> None:
    """Its bytes, its date, and how much it holds; a smaller one would silently know less."""
    assert hashlib.sha256(SHIPPED.read_bytes()).hexdigest() == SHA256
    assert table().updated == "2026-06-29"
    assert len(table().features) == 307
    assert len(table().pairs()) == 48
    assert table().known() == 11469


def test_every_code_of_the_shipped_table_is_known() -> None:
    """A cell is y, n, a or u, and its test has a date."""
    for feature in table().features.values():
        for pair in table().pairs():
            cell = feature.cell(pair)
            assert cell.code in CODES, (feature.slug, pair)
            assert re.fullmatch(r"|\d{4}-\d\d(-\d\d)?", cell.date), (feature.slug, pair)


def test_the_licence_lies_beside_the_data_and_the_notice_names_its_date() -> None:
    """MIT asks for both."""
    licence = (SHIPPED.parent / "caniemail.LICENSE.txt").read_text("utf-8")
    assert "MIT License" in licence
    assert "Rémi Parmentier" in licence
    assert table().notice().endswith("(c) 2019 Rémi Parmentier, data of 2026-06-29.")


def test_the_last_version_counts() -> None:
    """Also where older ones said otherwise; notes are its numbers."""
    cell = row(web={"2019-05": "y", "2023-08": "a #2 #7"}).cell("client/web")
    assert (cell.code, cell.version, cell.notes, cell.date) == ("a", "2023-08", ("2", "7"), "2023-08")


def test_a_version_that_is_no_month_has_the_date_of_the_features_test() -> None:
    """Programs have versions, web mail has months."""
    assert row(app={"16.80": "n"}).cell("client/app").date == "2020-02-03"


def test_an_older_version_may_be_asked_for() -> None:
    """Where it was tested; else the newest counts."""
    feature = row(app={"2007": "n", "2019": "y"})
    assert feature.cell("client/app", "2007").code == "n"
    assert feature.cell("client/app", "2013").code == "y"


def test_what_was_never_tested_is_unknown() -> None:
    """Another client, another platform, or nothing at all."""
    assert row(app={}).cell("client/app").code == "u"
    assert row().cell("other/app").code == "u"


@pytest.mark.parametrize(("pair", "lender"), BORROWED.items())
def test_a_thin_column_borrows_where_it_is_empty(pair: str, lender: str) -> None:
    """What it knows itself stays."""
    borrowed, lent = table().column(pair), table().column(lender)
    for slug, feature in table().features.items():
        own = feature.cell(pair)
        assert borrowed[slug] == (lent[slug] if own.code == "u" else own)


def test_every_profile_names_a_column_that_exists() -> None:
    """A misspelt one would be an empty column."""
    named = {shown.caniemail for shown in profiles() if shown.caniemail}
    assert named
    assert named <= table().pairs()


def test_newer_data_of_the_user_wins() -> None:
    """It is read when it appears, and again when it changes."""
    document = json.loads(SHIPPED.read_text("utf-8"))
    for day in ("2027-01-01", "2027-02-02"):
        document["last_update_date"] = day
        own_file().parent.mkdir(parents=True, exist_ok=True)
        own_file().write_text(json.dumps(document), "utf-8")
        os.utime(own_file(), ns=(0, int(day[5:7])))
        assert table().updated == day


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"data": []}', "no json", '{"last_update_date": "", "data": 3}'])
def test_what_is_no_table_is_refused(text: str) -> None:
    """With one sentence and the file."""
    with pytest.raises(InputError, match=r"t\.json"):
        read_table(text, Path("t.json"))


def test_a_damaged_feature_is_named() -> None:
    """So that one can look at it."""
    text = '{"last_update_date": "2026-01-01", "data": [{"slug": "css-x", "title": "x"}]}'
    with pytest.raises(InputError, match="css-x"):
        read_table(text, Path("t.json"))
