"""Many companies as brands of one workspace."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from templates.brand.batch.listing import list_of
from templates.brand.batch.run import run_batch
from templates.brand.store import load_brand
from templates.brands import many
from templates.brands.many import BrandMaker
from templates.brands.own_starters import add_own_starters
from templates.errors import FetchError
from templates.starters import starters


@pytest.fixture(autouse=True)
def sites(monkeypatch, make_kit):
    """Two sites that can be had, both of a company called Acme, and one that cannot."""

    def extract(source: str, **_values: object):
        if source == "gone.com":
            raise FetchError("The site cannot be reached.")
        return make_kit("Acme", "#006600", site=f"https://{source}")

    monkeypatch.setattr(many, "extract_brand", extract)


def entries(text: str):
    return list_of(text, Path("list.txt")).entries


def test_each_company_is_a_brand_of_its_own_folder(two):
    """Two of one name at the same time too; a site that cannot be had is a row, and a name in the list wins."""
    maker = BrandMaker(two)
    rows = run_batch(entries("one.com\ntwo.com\ngone.com\n"), maker.make)
    assert [row.state for row in rows] == ["made", "made", "failed"]
    assert sorted(maker.added) == ["acme-2", "acme-3"]
    assert two.brands() == ["acme", "acme-2", "acme-3", "bolt"]
    (row,) = run_batch(entries("domain,name\nthree.com,Northlight\n"), maker.make)
    assert row.made is not None
    assert (row.made.brand_folder.name, row.made.name) == ("northlight", "Northlight")


def test_a_company_that_is_a_brand_already_is_kept(two):
    """It is known by its site's domain, however that is written."""
    maker = BrandMaker(two)
    run_batch(entries("one.com\n"), maker.make)
    (row,) = run_batch(entries("https://www.one.com/shop\n"), maker.make)
    assert row.state == "kept"
    assert maker.added == ["acme-2"]


def test_its_own_templates_are_made_when_they_are_wanted(two):
    """One a starter in each language."""
    maker = BrandMaker(two, ("en",))
    (row,) = run_batch(entries("one.com\n"), maker.make)
    assert row.made is not None
    assert row.made.templates == len(starters())
    assert {one.meta.brand for one in two.templates() if one.meta.starter} == {"acme-2"}


def test_stopping_stops_before_the_next(two):
    """What was not begun is told as stopped."""
    cancel = threading.Event()
    cancel.set()
    (row,) = run_batch(entries("one.com\n"), BrandMaker(two).make, cancel=cancel)
    assert row.state == "stopped"


def test_names_of_starters_that_are_taken_get_the_brand_in_theirs(two):
    """The languages of one mail belong together, and to nobody else's."""
    add_own_starters(two, "acme", ("en", "fr"))
    made = add_own_starters(two, "bolt", ("en", "fr"))
    names = {template.name for template in two.templates()}
    assert {"welcome.en", "welcome.fr", "welcome-bolt.en", "welcome-bolt.fr"} <= names
    welcome = next(one for one in made if one.name == "welcome-bolt.fr")
    assert (welcome.meta.brand, welcome.meta.group) == ("bolt", "welcome-bolt")
    assert [one.name for one in two.siblings(welcome)] == ["welcome-bolt.en"]
    assert load_brand(two.brand_folder("bolt")).name == "Bolt"
