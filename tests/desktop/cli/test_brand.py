"""``mailwright brand``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assets import asset
from desktop.cli.brand import show_typed, witness_at_hand
from renderers.engines import BrowserMissingError
from templates.brand.store import load_brand
from templates.workspace import Workspace


def test_the_sample_site(run) -> None:
    """A program gets the six fields of the generator as JSON, and nothing else on standard output."""
    done = run("brand", asset("samples", "site"), "--json", "--explain", "--no-browser")
    assert done.returncode == 0, done.stderr
    kit = json.loads(done.stdout)
    assert kit["name"] == "Kettlewren"
    assert kit["logo_wide"].endswith("/logo.svg")
    assert kit["primary"] == "#1d5b4c"
    assert set(kit["socials"]) == {"facebook", "x", "linkedin"}
    assert kit["candidates"]["primary"][0]["source"]
    assert "doubts" in kit


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


def test_the_evidence_is_explained_within_the_terminal(run) -> None:
    """Each field has its ranked candidates with bar, source and place, why one won, and no line is wider than asked."""
    done = run("brand", asset("samples", "site"), "--explain", "--no-browser", env={"COLUMNS": "72"})
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 72
    assert any(line.startswith("✓ █") and "Kettlewren" in line for line in lines)
    assert any(line.startswith("name") and "sources agree." in line for line in lines)
    assert any(line.startswith("contrast") and "pairs of the palettes can be read." in line for line in lines)


def test_programs_get_the_whole_evidence(run) -> None:
    """Candidates with sources and places, which of them is in use and why, the palettes and every pair's contrast."""
    kit = json.loads(run("brand", asset("samples", "site"), "--explain", "--json", "--no-browser").stdout)
    best = kit["candidates"]["name"][0]
    assert best["chosen"]
    assert best["locator"]
    assert len(best["sources"]) > 1
    assert kit["why"]["name"] == f"{len(best['sources'])} sources agree."
    assert set(kit["palettes"]) == {"light", "dark"}
    assert kit["palettes"]["light"]["primary"] == kit["primary"]
    assert all(pair["passes"] and pair["ratio"] >= pair["least"] for pair in kit["contrast"])


def test_a_logo_file_alone(run, tmp_path: Path) -> None:
    """Its colours are the kit's."""
    (tmp_path / "fernhill-logo.svg").write_bytes(Path(asset("samples", "site", "logo.svg")).read_bytes())
    done = run("brand", tmp_path / "fernhill-logo.svg", "--json", "--no-browser")
    kit = json.loads(done.stdout)
    assert (kit["name"], kit["primary"], kit["site"]) == ("Fernhill", "#1d5b4c", "")


def test_a_brand_by_hand_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name and a colour make a brand in a new workspace, one more in a workspace, or change the one of that name."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
    for name, colour in (("Acme", "#888"), ("Fernhill Tools", "#345"), ("Acme", "#345")):
        show_typed(name, colour, "", tmp_path / "w", as_json=True, explain=False)
        assert json.loads(capsys.readouterr().out)["name"] == name
    workspace = Workspace.open(tmp_path / "w")
    assert workspace.brands() == ["acme", "fernhill-tools"]
    brand = load_brand(workspace.brand_folder("acme"))
    assert (brand.name, brand.primary) == ("Acme", "#334455")


def test_two_companies_of_one_spelling_are_two_brands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names without Latin letters share a folder's name, and yet none is written over."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
    for name, colour in (("北京", "#f00"), ("上海", "#00f")):
        show_typed(name, colour, "", tmp_path / "w", as_json=True, explain=False)
    capsys.readouterr()
    workspace = Workspace.open(tmp_path / "w")
    brands = [load_brand(workspace.brand_folder(slug)) for slug in workspace.brands()]
    assert {(brand.name, brand.primary) for brand in brands} == {("北京", "#ff0000"), ("上海", "#0000ff")}


def test_by_hand_from_the_command_line(run) -> None:
    """The flags reach the kit, and a colour that is none is one sentence."""
    done = run("brand", "--name", "Acme", "--colour", "#345", "--logo", asset("samples", "site", "logo.svg"), "--json")
    kit = json.loads(done.stdout)
    assert (kit["name"], kit["primary"]) == ("Acme", "#334455")
    assert kit["logo_wide"].endswith("logo.svg")
    assert "reddish is not a colour" in run("brand", "--name", "Acme", "--colour", "reddish").stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["acme.example", "--name", "Acme"], ["--batch", "list.txt"], ["--apply", "x.json"], ["--colour", "#123456"]],
)
def test_a_wrong_call_is_told_from_a_failure(run, arguments: list[str]) -> None:
    """None of the ways, two at once, one without its folder: exit status 2 and one sentence."""
    done = run("brand", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_without_a_browser_the_source_is_read_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That is said in one line, and not at all to a program."""

    def missing() -> None:
        raise BrowserMissingError("No browser was found to take pictures with.")

    monkeypatch.setattr("renderers.engines.locate.locate", missing)
    assert witness_at_hand(quiet=True) is None
    assert capsys.readouterr().err == ""
    assert witness_at_hand() is None
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.browser
def test_with_a_browser_the_page_is_looked_at(run, browser_path: Path) -> None:
    """What it saw stands among the evidence."""
    done = run("brand", asset("samples", "site"), "--json", "--explain", env={"MAILWRIGHT_BROWSER": str(browser_path)})
    sources = {row["source"] for rows in json.loads(done.stdout)["candidates"].values() for row in rows}
    assert any("rendered" in source for source in sources), done.stderr
