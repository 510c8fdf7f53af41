"""What the tests of the witness share: a company's page out of a few files, and a witness to look at it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from renderers.witness import browser_witness
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.brand.witness import Rendered, Witness

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">'
    b'<path fill="#cc2244" d="M0 0h200v20H0zM0 30h90v20H0z"/></svg>'
)
ADDRESS = "https://www.acme.example/"


@pytest.fixture
def witness() -> Witness:
    """A witness with the browser of this computer, and with patience: a busy machine is no failure."""
    return browser_witness(seconds=30)


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., Site]:
    """A site whose page is ``html``, beside it ``logo.svg`` and the given files (``sheet_css`` is ``sheet.css``)."""

    def make(html: str, url: str = ADDRESS, **files: bytes | str) -> Site:
        for name, data in {"logo_svg": LOGO, **files}.items():
            data = data.encode() if isinstance(data, str) else data
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        return Site(parse_page(html, url or (tmp_path / "index.html").as_uri()), tmp_path)

    return make


@pytest.fixture
def look(saved: Callable[..., Site], witness: Witness) -> Callable[..., Rendered]:
    """Look at a page: ``look(html, sheet_css="…")``."""

    def look(html: str, url: str = ADDRESS, **files: bytes | str) -> Rendered:
        site = saved(html, url, **files)
        seen = witness(site)
        assert seen is not None, site.warnings
        return seen

    return look


@pytest.fixture(scope="session")
def expected() -> dict[str, dict[str, object]]:
    """What the pages of the invented companies say, by folder."""
    pages = Path(__file__).parents[2] / "templates" / "brand" / "pages"
    return tomllib.loads((pages / "expected.toml").read_text("utf-8"))
