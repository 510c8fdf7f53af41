"""``mailwright variants``."""

from __future__ import annotations

import json
from pathlib import Path

from assets import asset
from templates.starters import instantiate, starter
from templates.workspace import Workspace


def made(root: Path, name: str) -> Path:
    """A starter in the workspace."""
    workspace = Workspace.open(root)
    instantiate(workspace, starter(name), "en", brand=workspace.settings.brand)
    return root / "templates" / f"{name}.en"


def test_variants_of_a_starter(run, workspace: Path) -> None:
    """A table of sections and segments, a table of mails by reach, and how many there could be."""
    template = made(workspace, "summer-newsletter")
    done = run("variants", template, "--contacts", asset("samples", "contacts.csv"))
    assert done.returncode == 0, done.stderr
    for words in ("Vacation", "segment.travels", "no segment", "3 different mails for the 60 contacts", "In principle"):
        assert words in done.stdout


def test_variants_for_a_program(run, workspace: Path) -> None:
    """The same as data: who sees a section, the mails with their reach, the findings."""
    template = made(workspace, "black-friday")
    done = run("variants", template, "--json", "--contacts", asset("samples", "contacts.csv"))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    early = next(one for one in answer["sections"] if one["condition"] == "segment.loyalty")
    assert early["shown"] == {"loyalty": "always", "travels": "never", "near_event": "never"}
    assert sum(one["contacts"] for one in answer["contacts"]["variants"]) == answer["contacts"]["count"] == 60
    assert answer["principle"]["bound"] == "exactly"


def test_variants_of_a_mail_that_is_the_same_for_all(run, workspace: Path) -> None:
    """Without a condition on the reader there is one mail, and the command says so."""
    done = run("variants", workspace / "templates" / "welcome.en")
    assert done.returncode == 0, done.stderr
    assert "everybody gets the same" in done.stdout


def test_variants_of_a_broken_template(run, workspace: Path) -> None:
    """A template that cannot be read is a failure with its place."""
    path = workspace / "templates" / "welcome.en" / "template.mjml"
    path.write_text(path.read_text("utf-8").replace("{% if", "{% if (", 1), "utf-8")
    done = run("variants", path.parent)
    assert done.returncode == 1
    assert "welcome.en/template.mjml" in done.stderr


def write_contacts(workspace: Path, *cities: str) -> None:
    """A file of contacts beside workspace.toml."""
    rows = "".join(f"c{number}@example.com,{city}\n" for number, city in enumerate(cities))
    (workspace / "contacts.csv").write_text(f"email,city\n{rows}", "utf-8")


def write_rules(workspace: Path, **rules: str) -> None:
    """These segments and no others."""
    tables = "".join(f"[[segments]]\nid = \"{id_}\"\nrule = '{rule}'\n" for id_, rule in rules.items())
    (workspace / "segments.toml").write_text(tables, "utf-8")


def test_the_workspaces_contacts_are_counted(run, workspace: Path) -> None:
    """Without a flag the file beside workspace.toml is taken; one contact is spoken of in the singular."""
    write_contacts(workspace, "Lyon")
    done = run("variants", workspace / "templates" / "welcome.en")
    assert done.returncode == 0, done.stderr
    assert "1 different mail for the 1 contact of contacts.csv" in done.stdout


def test_no_contacts_are_one_sentence(run, workspace: Path) -> None:
    """A file without contacts makes no table."""
    write_contacts(workspace)
    done = run("variants", workspace / "templates" / "welcome.en")
    assert done.returncode == 0, done.stderr
    assert "There are no contacts in contacts.csv." in done.stdout
    assert "share" not in done.stdout


def test_broken_rules_are_said(run, workspace: Path) -> None:
    """A rule that cannot be read, and one that asks for itself, are findings; the contacts are then not counted."""
    write_contacts(workspace, "Lyon", "Paris")
    write_rules(workspace, broken="contact.city =", own="segment.own", fine='contact.city == "Lyon"')
    done = run("variants", workspace / "templates" / "welcome.en")
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert "The rule of broken is wrong: segments.toml [broken]:1:14: One `=` compares nothing." in said
    assert "The segment `own` refers to itself." in said
    assert "The contacts of contacts.csv are not counted" in said
    answer = json.loads(run("variants", workspace / "templates" / "welcome.en", "--json").stdout)
    found = [one for one in answer["findings"] if one["kind"] == "rule"]
    assert [(one["level"], one["segments"]) for one in found] == [("warning", ["broken"]), ("warning", ["own"])]
    assert answer["contacts"] is None
