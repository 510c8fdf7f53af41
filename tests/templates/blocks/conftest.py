"""The blocks, each in a mail of the sample company."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from templates.assemble import brand_of, sample_links
from templates.blocks import LANGUAGES, Block, block, blocks
from templates.workspace import Workspace

TODAY = date(2026, 11, 22)
CASES = [(one.id, language) for one in blocks() for language in LANGUAGES]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``case`` runs for each block in each language."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES, ids=[".".join(case) for case in CASES], indirect=True)


@pytest.fixture
def case(request: pytest.FixtureRequest) -> tuple[Block, str]:
    """A block and a language."""
    id_, language = request.param
    return block(id_), language


@pytest.fixture
def text_of(twenty: Workspace) -> Callable[[Block, str], str]:
    """``text_of(block, language)``: a mail with the brand's head and nothing but the block."""

    def text(one: Block, language: str) -> str:
        brand = twenty.settings.brand
        return (
            f'<mjml lang="{language}">\n  <mj-head>\n    <mj-title>A block</mj-title>\n'
            f'    <mj-include path="brands/{brand}/parts/head.mjml" />\n  </mj-head>\n'
            f"  <mj-body>\n    {one.source(language)}\n  </mj-body>\n</mjml>\n"
        )

    return text


@pytest.fixture
def given(twenty: Workspace) -> Callable[[Block, str], dict[str, Any]]:
    """``given(block, language)``: the arguments of a build with the block's sample data."""

    def values(one: Block, language: str) -> dict[str, Any]:
        brand = brand_of(twenty, twenty.template(f"welcome.{language}"))
        data = one.data(language, today=TODAY, brand=f"brands/{twenty.settings.brand}")
        return {
            "include": twenty.include,
            "brand": brand,
            "data": data,
            "links": sample_links(brand),
            "today": TODAY,
        }

    return values
