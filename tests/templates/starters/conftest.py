"""The starters' mails, built once for all tests that only read them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from templates.assemble import assemble
from templates.compile.pipeline import Build
from templates.starters import LANGUAGES, starters
from templates.workspace import Workspace

NAMES = [f"{one.name}.{language}" for one in starters() for language in LANGUAGES]


@pytest.fixture(scope="session")
def mail(twenty: Workspace) -> Callable[[str, str], Build]:
    """``mail(template, data set)``: the built mail, built once."""

    @cache
    def built(name: str, data: str = "default") -> Build:
        return assemble(twenty, name, data=data)

    return built


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``template`` runs for each starter in each language."""
    if "template" in metafunc.fixturenames:
        metafunc.parametrize("template", NAMES)
