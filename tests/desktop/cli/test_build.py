"""``mailwright new`` and ``mailwright build``."""

from __future__ import annotations

import json
from pathlib import Path

from assets import asset


def test_new_makes_twenty_templates_in_one_language(run, tmp_path: Path) -> None:
    """A new workspace has the brand and all starters in the language that was asked for."""
    done = run("new", tmp_path / "agency", "--brand", asset("samples", "site"), "--language", "fr", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert len(answer["templates"]) == 20
    assert all(name.endswith(".fr") for name in answer["templates"])
    assert (tmp_path / "agency" / "brands" / answer["brand"] / "brand.toml").is_file()
    assert answer["tokens"] == {"account": "kettlewren", "available": 1000}


def test_new_refuses_a_folder_in_use(run, workspace: Path) -> None:
    """An existing workspace is never written over."""
    before = sorted(workspace.rglob("*"))
    done = run("new", workspace, "--brand", asset("samples", "site"))
    assert done.returncode == 1
    assert "already" in done.stderr
    assert sorted(workspace.rglob("*")) == before


def test_build_to_standard_output(run_process, workspace: Path) -> None:
    """The HTML is the whole standard output, so that it can be piped."""
    done = run_process("build", workspace / "templates" / "welcome.en")
    assert done.returncode == 0, done.stderr
    assert done.stdout.lower().startswith("<!doctype html>")
    assert "Kettlewren" in done.stdout


def test_build_in_french_to_a_file(run, workspace: Path, tmp_path: Path) -> None:
    """A template may be named by its .mjml; the text part is one flag away."""
    out = tmp_path / "mail.txt"
    done = run("build", workspace / "templates" / "welcome.fr" / "template.mjml", "--text", "--out", out)
    assert done.returncode == 0, done.stderr
    assert "Bienvenue" in out.read_text("utf-8")


def test_an_unknown_variable_has_its_place(run, workspace: Path) -> None:
    """A misspelt variable names file, line and column of the text that its author wrote."""
    path = workspace / "templates" / "welcome.en" / "template.mjml"
    text = path.read_text("utf-8").replace("{{ start_url }}", "{{ strat_url }}", 1)
    path.write_text(text, "utf-8")
    line = text[: text.index("strat_url")].count("\n") + 1
    done = run("build", path)
    assert done.returncode == 1
    assert f"template.mjml:{line}:" in done.stderr
    assert "strat_url" in done.stderr
    assert "start_url" in done.stderr


def test_an_unknown_data_set_lists_what_there_is(run, workspace: Path) -> None:
    """A wrong name of a data set is answered with the right ones."""
    done = run("build", workspace / "templates" / "welcome.en", "--data", "sample")
    assert done.returncode == 1
    assert "minimal" in done.stderr


def test_outside_a_workspace(run_process, tmp_path: Path) -> None:
    """A path that is no template says so."""
    done = run_process("build", tmp_path)
    assert done.returncode == 1
    assert "workspace" in done.stderr
