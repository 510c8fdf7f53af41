"""Newer data of caniemail.com is taken over when it knows no less than the data in use."""

from __future__ import annotations

import copy
import io
import json
import os
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renderers.clients.refresh import refresh
from renderers.clients.support import SHIPPED, own_file, table
from templates.errors import EngineError, FetchError, InputError, StorageError


def feature(slug: str, **stats: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A row of the table."""
    row = {"slug": slug, "title": slug, "category": "css", "url": "", "last_test_date": "2026-01-01"}
    return row | {"notes_by_num": None, "stats": stats}


@pytest.fixture
def current() -> dict[str, Any]:
    """A small table that is in use."""
    gmail, hey = {"ios": {"2026-01": "y"}, "android": {"2026-01": "n #1"}}, {"web": {"2026-01": "a"}}
    rows = [feature("css-x", gmail=gmail), feature("css-y", gmail=gmail, hey=hey), feature("css-z", gmail=gmail)]
    document = {"last_update_date": "2026-01-02 03:04:05 +0000", "data": rows}
    own_file().parent.mkdir(parents=True)
    own_file().write_text(json.dumps(document), "utf-8")
    return document


@pytest.fixture
def newer(current: dict[str, Any], tmp_path: Path) -> Callable[..., Path]:
    """``newer(change)``: a file with data of 2027 that ``change`` was done to."""

    def make(change: Callable[[dict[str, Any]], object] = len) -> Path:
        document = copy.deepcopy(current) | {"last_update_date": "2027-01-02 03:04:05 +0000"}
        change(document)
        path = tmp_path / "newer.json"
        path.write_text(json.dumps(document), "utf-8")
        return path

    return make


def package(path: Path, content: bytes, name: str = "package/data/caniemail.json") -> Path:
    """A package as npm makes it, with one file."""
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return path


def test_newer_data_is_taken_over(newer: Callable[..., Path]) -> None:
    """It is in use at once, and lies in the user's folder."""
    assert refresh(newer()).updated == "2027-01-02"
    assert table().updated == "2027-01-02"


def test_the_first_refresh_is_compared_with_the_shipped_table(tmp_path: Path) -> None:
    """The same data is no step back, and lies in the user's folder from now on."""
    assert refresh(SHIPPED).updated == table().updated
    assert own_file().read_bytes() == SHIPPED.read_bytes()
    small = tmp_path / "small.json"
    small.write_text(json.dumps({"last_update_date": "2028-01-01", "data": []}), "utf-8")
    with pytest.raises(InputError, match="holds less"):
        refresh(small)


def test_the_data_may_lie_in_a_package(newer: Callable[..., Path], tmp_path: Path) -> None:
    """As npm makes it."""
    assert refresh(package(tmp_path / "caniemail.tgz", newer().read_bytes())).updated == "2027-01-02"


def _fewer_features(document: dict[str, Any]) -> None:
    del document["data"][0]


def _fewer_pairs(document: dict[str, Any]) -> None:
    for feature in document["data"]:
        feature["stats"].pop("hey", None)


def _fewer_cells(document: dict[str, Any]) -> None:
    document["data"][0]["stats"]["gmail"]["ios"] = {"2026-07": "u"}


def _older(document: dict[str, Any]) -> None:
    document["last_update_date"] = "2024-01-01"


@pytest.mark.parametrize("less", [_fewer_features, _fewer_pairs, _fewer_cells, _older])
def test_data_that_holds_less_is_refused(newer: Callable[..., Path], less: Callable[..., None]) -> None:
    """Features, columns, known cells and date may only grow."""
    with pytest.raises(InputError, match="holds less than the one in use"):
        refresh(newer(less))
    assert table().updated == "2026-01-02"


@pytest.mark.parametrize("odd", ["maybe", "", "y 3", {"deeper": "y"}, 3])
def test_data_in_another_form_is_refused(newer: Callable[..., Path], odd: object) -> None:
    """The feature is named."""

    def spoil(document: dict[str, Any]) -> None:
        document["data"][0]["stats"]["gmail"]["ios"] = {"2026-07": odd}

    with pytest.raises(InputError, match=r"css-x .* not as expected"):
        refresh(newer(spoil))
    assert table().updated == "2026-01-02"


def test_a_package_without_the_data_is_refused(tmp_path: Path) -> None:
    """Another package than caniemail's."""
    with pytest.raises(InputError, match=r"no caniemail\.json in this package"):
        refresh(package(tmp_path / "other.tgz", b"{}", "package/index.js"))


def test_a_package_that_is_cut_is_refused(newer: Callable[..., Path], tmp_path: Path) -> None:
    """A download that broke off."""
    path = package(tmp_path / "cut.tgz", newer().read_bytes())
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(InputError):
        refresh(path)


def test_a_file_that_is_missing_is_said(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(StorageError, match=r"nowhere\.json"):
        refresh(tmp_path / "nowhere.json")


def test_without_npm_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing else fetches packages here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="npm is missing"):
        refresh()


@pytest.mark.skipif(os.name == "nt", reason="the npm of this test is a shell script")
def test_npm_fetches_the_package(newer: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package that npm packs is read; what npm says when it fails is passed on."""
    made = package(tmp_path / "made.tgz", newer().read_bytes())
    npm = tmp_path / "npm"
    npm.write_text(f'#!/bin/sh\ncp "{made}" caniemail-9.9.9.tgz\n')
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert refresh().updated == "2027-01-02"
    npm.write_text("#!/bin/sh\necho no network >&2\nexit 1\n")
    with pytest.raises(FetchError, match="no network"):
        refresh()
