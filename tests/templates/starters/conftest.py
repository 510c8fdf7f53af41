"""One workspace with every starter in both languages, made once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from assets import asset
from templates.assemble import assemble
from templates.brand.kit import extract_brand
from templates.compile.pipeline import Build
from templates.generate import add_brand, add_starters, slug_of
from templates.starters import LANGUAGES, starters
from templates.workspace import Workspace

NAMES = [f"{one.name}.{language}" for one in starters() for language in LANGUAGES]


@pytest.fixture(scope="session")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample company's workspace with all templates. Read only."""
    kit = extract_brand(str(asset("samples", "site")))
    root: Path = tmp_path_factory.mktemp("agency") / "sample"
    workspace = Workspace.create(root, name=kit.name, brand=slug_of(kit))
    add_starters(workspace, add_brand(workspace, kit))
    return workspace


@pytest.fixture(scope="session")
def mail(twenty: Workspace) -> Callable[[str, str], Build]:
    """``mail(template, data set)``: the built mail, built once."""

    @lru_cache(maxsize=None)
    def built(name: str, data: str = "default") -> Build:
        return assemble(twenty, name, data=data)

    return built


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``template`` runs for each starter in each language."""
    if "template" in metafunc.fixturenames:
        metafunc.parametrize("template", NAMES)


def kind_of(name: str) -> str:
    """The kind of the starter behind a template's name."""
    kinds: Mapping[str, str] = {one.name: one.kind for one in starters()}
    return kinds[name.rpartition(".")[0]]
