"""``mailwright clients presets`` and ``opens``; a budget of new pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.audience import Audience, percent, tell_groups
from renderers.clients.own_presets import save_preset
from renderers.plan import Plan
from renderers.proofs.proof import Shot
from templates.workspace import Workspace

EXPORT = "Client;Ouvertures\nApple iPhone;60\nThunderbird (Linux);20\nMailo;15\nAutre;5\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """What a sending service wrote."""
    path = tmp_path / "octobre.csv"
    path.write_text(EXPORT, "cp1252")
    return path


def test_sets_are_listed(run, workspace: Path, tmp_path: Path) -> None:
    """The shipped ones everywhere, in a workspace its own too, with a word on ids that nobody knows here."""
    shipped = run("clients", "presets", cwd=tmp_path)
    assert shipped.returncode == 0, shipped.stderr
    assert "Mobile first" in shipped.stdout
    save_preset(Workspace.open(workspace), "Our shop", ["gmail-web", "their-own-client"])
    own = run("clients", "presets", "-w", workspace)
    assert "our-shop" in own.stdout
    assert "our-shop: not known here: their-own-client." in own.stderr
    listed = {one["id"]: one for one in json.loads(run("clients", "presets", "--json", "-w", workspace).stdout)}
    assert listed["our-shop"] == {"id": "our-shop", "names": {"en": "Our shop"}, "own": True, "clients": ["gmail-web"]}
    assert not listed["france"]["own"]
    assert run("clients", "presets", "-w", tmp_path / "nowhere").returncode == 1


def test_an_export_of_opens(run, workspace: Path, export: Path) -> None:
    """What is known is listed, and what is not; it is kept, and the audience is a set from then on."""
    assert "Nothing is known yet" in run("clients", "opens", "-w", workspace).stderr
    done = run("clients", "opens", export, "-w", workspace, "--percent", "75")
    assert done.returncode == 0, done.stderr
    assert "apple-mail-iphone" in done.stdout
    assert "60.0%" in done.stdout
    assert "15.0%: Mailo is no client that is known." in done.stderr
    assert "2 clients cover 80% of your audience: apple-mail-iphone, thunderbird-linux." in done.stderr
    assert "My audience, 75%" in run("clients", "presets", "-w", workspace).stdout


def test_parts_are_written_as_the_language_does(run, workspace: Path, export: Path) -> None:
    """In French with a comma."""
    said = run("clients", "opens", export, "-w", workspace, env={"LC_ALL": "fr_FR.UTF-8"})
    assert "60,0\u202f%" in said.stdout
    assert "15,0\u202f%" in said.stderr


def test_an_empty_export_is_told_what_it_needs(run, workspace: Path, tmp_path: Path) -> None:
    """Clients, and no contacts."""
    (tmp_path / "empty.csv").write_text("\n", "utf-8")
    done = run("clients", "opens", tmp_path / "empty.csv", "-w", workspace)
    assert done.returncode == 1
    assert "It needs a line for each client" in done.stderr


def test_lines_are_given_by_hand(run, workspace: Path, export: Path) -> None:
    """To a client, or to none; both count from then on, with the export of then."""
    run("clients", "opens", export, "-w", workspace)
    given = ("--assign", "Mailo=roundcube-web", "--assign", "Autre=")
    known = json.loads(run("clients", "opens", *given, "--json", "-w", workspace).stdout)
    assert known["unmatched"] == {}
    assert known["shares"]["roundcube-web"] == pytest.approx(15 / 95)
    assert json.loads(run("clients", "opens", "--json", "-w", workspace).stdout) == known
    misspelt = run("clients", "opens", "--assign", "Mailoo=gmail-web", "-w", workspace).stderr
    assert "octobre.csv has no line Mailoo." in misspelt
    refused = run("clients", "opens", "--assign", "Mailo", "-w", workspace)
    assert refused.returncode == 1
    assert "Write NAME=CLIENT" in refused.stderr


def plan_of(groups: dict[str, str]) -> Plan:
    """By the key of each picture the clients that get it, new all of them."""
    shots = {key: tuple(Shot("a", "default", "", each) for each in clients.split()) for key, clients in groups.items()}
    return Plan(sum(map(len, shots.values())), len(shots), dict.fromkeys(shots, "a"), 0, (), shots)


def test_the_pictures_that_cover_most_are_said(capsys) -> None:
    """By the first client of each; of an audience nothing is said where it is not known."""
    plan = plan_of({"1": "gmail-ios gmail-web", "2": "orange-web", "3": "yahoo-web"})
    tell_groups(plan, Audience({}, 90))
    tell_groups(plan, Audience({"gmail-web": 0.5, "orange-web": 0.41, "yahoo-web": 0.09}, 90))
    tell_groups(plan, Audience({"gmail-web": 0.5, "orange-web": 0.4, "yahoo-web": 0.05}, 95))
    tell_groups(plan_of({"1": "gmail-ios"}), Audience({}, 90))
    tell_groups(plan_of({"1": "gmail-ios", "2": "orange-web"}), Audience({}, 90))
    assert capsys.readouterr().err.splitlines() == [
        "4 clients, 3 pictures.",
        "4 clients, 3 pictures; these 2 cover 91% of your audience: gmail-ios (and 1 more), orange-web.",
        "4 clients, 3 pictures: 95% of your audience.",
    ]
    assert percent(0.29) == 29


@pytest.mark.browser
def test_a_budget_of_new_pictures(run, workspace: Path, export: Path, tmp_path: Path) -> None:
    """Only so many are taken, of those who cover most; the second time these are free, and the next ones come."""
    run("clients", "opens", export, "-w", workspace)
    clients = "yahoo-web,apple-mail-iphone,thunderbird-linux"
    call = ("preview", workspace / "templates" / "welcome.en", "--clients", clients, "--out", tmp_path / "out")
    first = run(*call, "--budget", 1)
    assert first.returncode == 0, first.stderr
    assert (
        "At most 1 new picture, 60% of your audience: 2 clients are left out (yahoo-web, thunderbird-linux)."
    ) in first.stderr
    assert "1 new picture, 0 from the cache" in first.stderr
    again = json.loads(run(*call, "--budget", 1, "--json").stdout)
    assert {one["client"] for one in again} == {"apple-mail-iphone", "thunderbird-linux"}
    save_preset(Workspace.open(workspace), "Mine", ["yahoo-web", "apple-mail-iphone"])
    own = ("preview", workspace / "templates" / "welcome.en", "--clients", "mine", "--out", tmp_path / "own")
    assert len(json.loads(run(*own, "--json").stdout)) == 2
