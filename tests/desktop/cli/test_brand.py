"""``mailwright brand``."""

from __future__ import annotations

import json
from pathlib import Path

from assets import asset


def test_the_sample_site(run) -> None:
    """A program gets the six fields of the generator as JSON, and nothing else on standard output."""
    done = run("brand", asset("samples", "site"), "--json", "--explain")
    assert done.returncode == 0, done.stderr
    kit = json.loads(done.stdout)
    assert kit["name"] == "Kettlewren"
    assert kit["logo_wide"].endswith("/logo.svg")
    assert kit["primary"] == "#1d5b4c"
    assert set(kit["socials"]) == {"facebook", "x", "linkedin"}
    assert kit["candidates"]["primary"][0]["source"]


def test_a_domain_that_does_not_resolve(run) -> None:
    """An unknown domain is one sentence with advice and exit status 1; no traceback."""
    done = run("brand", "no-such-company-here.example")
    assert done.returncode == 1
    assert "no-such-company-here.example" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()[-1]) < 300


def test_nonsense_as_a_domain(run) -> None:
    """What is no domain is refused before anything is fetched, as JSON for a program."""
    done = run("brand", "ftp://company.example", "--json")
    assert done.returncode == 1
    error = json.loads(done.stdout)["error"]
    assert error["kind"] == "InputError"
    assert error["what"]


def test_a_page_without_anything(run, tmp_path: Path) -> None:
    """A saved page that is empty is refused with a sentence."""
    page = tmp_path / "empty.html"
    page.write_text("")
    done = run("brand", page)
    assert done.returncode == 1
    assert str(page) in done.stderr or "empty" in done.stderr
