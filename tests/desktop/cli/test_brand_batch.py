"""``mailwright brand --batch`` and ``--apply``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assets import asset
from templates.brand.store import load_brand

PAGE = (
    '<html lang="fr"><title>Acme</title><header><a href="/"><svg class="logo" viewBox="0 0 90 30">'
    '<path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#123456"/></svg></a></header>'
)


@pytest.fixture
def companies(tmp_path: Path) -> Path:
    """A list of one saved page and two lines that are no other company."""
    (tmp_path / "Acme.html").write_text(PAGE)
    (tmp_path / "list.txt").write_text("# clients\nAcme.html\nnot a domain\nAcme.html\n")
    return tmp_path / "list.txt"


def test_from_a_list_to_brands_that_follow_a_persons_choices(run, companies: Path, tmp_path: Path) -> None:
    """Workspaces, results and the sheet; then choices are applied, and what is done is not done again."""
    batch = ("brand", "--batch", companies, "--out", tmp_path / "out", "--no-templates", "--no-browser", "--json")
    done = run(*batch)
    assert done.returncode == 1, done.stderr  # two lines could not be used
    result = json.loads(done.stdout)
    company = result["companies"][0]
    assert (company["name"], company["folder"], company["state"]) == ("Acme", "acme", "made")
    assert [problem["line"] for problem in result["problems"]] == [3, 4]
    assert Path(result["review"]).is_file()
    choices = [{"brand": company["brand"], "field": "name", "value": "Acme!"}]
    choices.append({"brand": company["brand"], "field": "primary", "value": "#aa3355"})
    (tmp_path / "choices.json").write_text(json.dumps({"format": 1, "choices": choices}))
    done = run("brand", "--apply", tmp_path / "choices.json", "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    applied = json.loads(done.stdout)
    assert [row["choices"] for row in applied["applied"]] == [2]
    assert applied["questions"] == result["questions"] - 2
    brand = load_brand(tmp_path / "out" / "acme" / "brands" / "acme")
    assert (brand.name, brand.primary) == ("Acme!", "#aa3355")
    assert {row["state"] for row in json.loads(run(*batch).stdout)["companies"]} == {"kept"}


def test_a_person_reads_a_table_and_what_went_wrong(run, tmp_path: Path) -> None:
    """In the system's language, with the list's lines; the sheet speaks it too."""
    (tmp_path / "list.txt").write_text(f"{asset('samples', 'site')}\nnot a domain\n")
    done = run(
        *("brand", "--batch", tmp_path / "list.txt", "--out", tmp_path / "out", "--no-templates", "--no-browser"),
        env={"LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8"},
    )
    assert done.returncode == 1
    assert "Kettlewren" in done.stdout
    assert "list.txt:2: not a domain contient une espace" in done.stderr
    text = (tmp_path / "out" / "review.html").read_text("utf-8")
    assert '<html lang="fr">' in text
    assert "not a domain contient une espace" in text


def test_an_empty_list_and_a_wrong_file_are_one_sentence(run, tmp_path: Path) -> None:
    """Nothing is made."""
    (tmp_path / "list.txt").write_text("# nobody\n")
    for flag in ("--batch", "--apply"):
        done = run("brand", flag, tmp_path / "list.txt", "--out", tmp_path / "out", "--no-browser")
        assert done.returncode == 1
        assert "list.txt" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_no_other_language_than_the_starters_speak(run, companies: Path, tmp_path: Path) -> None:
    """It is refused before any site is asked."""
    done = run("brand", "--batch", companies, "--out", tmp_path / "out", "--language", "tlh", "--no-browser")
    assert done.returncode == 1
    assert "tlh" in done.stderr
    assert not (tmp_path / "out").exists()


def test_choices_for_a_folder_without_a_batch_write_nothing(run, tmp_path: Path) -> None:
    """A slip in the folder's name is one sentence, and no folder comes of it."""
    (tmp_path / "choices.json").write_text(json.dumps({"format": 1, "choices": []}))
    done = run("brand", "--apply", tmp_path / "choices.json", "--out", tmp_path / "nowhere")
    assert "There is no batch in" in done.stderr
    assert not (tmp_path / "nowhere").exists()
