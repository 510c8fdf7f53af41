"""``mailwright clients``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renderers.clients.profile import profiles

MAIL = '<!DOCTYPE html>\n<html><body>\n<p style="position:fixed">Hello</p></body></html>'


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    """A mail that somebody wrote by hand."""
    path = tmp_path / "mail.html"
    path.write_text(MAIL)
    return path


def test_every_client_is_listed(run) -> None:
    """By group, with engine, modes and label; as data for programs."""
    done = run("clients", "list")
    assert done.returncode == 0, done.stderr
    assert all(shown.id in done.stdout for shown in profiles())
    listed = json.loads(run("clients", "list", "--json").stdout)
    assert {each["id"] for each in listed} == {shown.id for shown in profiles()}
    assert next(each for each in listed if each["id"] == "outlook-windows-96")["layout"] == "word"


def test_a_client_is_shown_with_its_evidence(run) -> None:
    """Each stage and setting, where it is known from and since when."""
    done = run("clients", "show", "gmail-web")
    assert done.returncode == 0, done.stderr
    assert "email-bugs #90" in done.stdout
    shown = json.loads(run("clients", "show", "gmail-web", "--json").stdout)
    settings = [setting for stage in shown["stages"] for setting in stage["settings"]]
    assert settings
    assert all(setting["evidence"]["source"] for setting in settings)


def test_a_mail_is_explained(run, mail: Path, tmp_path: Path) -> None:
    """What is changed, why and at which line; the client's HTML on request."""
    out = tmp_path / "client.html"
    done = run("clients", "explain", mail, "--client", "gmail-web", "--out", out)
    assert done.returncode == 0, done.stderr
    assert "position" in done.stdout
    assert "3:1 p" in done.stdout
    assert "features that this mail uses were tested in this client" in done.stdout
    assert "position" not in out.read_text("utf-8")


def test_a_template_is_explained_for_a_program(run, workspace: Path) -> None:
    """The same as data, of a template of the workspace."""
    template = next((workspace / "templates").iterdir())
    done = run("clients", "explain", template, "--client", "orange-web", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["client"]["id"] == "orange-web"
    assert answer["coverage"]["known"] <= answer["coverage"]["used"]
    assert all(change["rule"] and change["evidence"]["source"] for change in answer["changes"])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--client", "gmail-wbe"), "Is it one of gmail-web"),
        (("--client", "gmail-web", "--mode", "dim"), "There is no mode dim"),
    ],
)
def test_a_slip_is_answered(run, mail: Path, asked: tuple[str, ...], words: str) -> None:
    """An unknown client or mode names those that are near."""
    done = run("clients", "explain", mail, *asked)
    assert done.returncode == 1
    assert words in done.stderr


def test_the_table_is_refreshed_from_a_file(run, tmp_path: Path) -> None:
    """A file that is no table is refused, and the old one stays."""
    wrong = tmp_path / "caniemail.json"
    wrong.write_text("{}")
    done = run("clients", "refresh", "--from", wrong)
    assert done.returncode == 1
    assert done.stderr
