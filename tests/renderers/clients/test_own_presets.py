"""Presets of one's own are kept in the workspace; the audience is one of them where its opens are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderers.clients.clients_file import CLIENTS, read_clients_file
from renderers.clients.own_presets import (
    audience_preset,
    delete_preset,
    own_presets,
    rename_preset,
    save_preset,
    wanted_clients,
)
from renderers.clients.presets import presets
from templates.errors import InputError
from templates.workspace import Workspace

OPENS = '[opens]\nsource = "october.csv"\npercent = 80\n[opens.lines]\n"Apple iPhone" = 0.6\nThunderbird = 0.3\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace without templates."""
    return Workspace.create(tmp_path / "mails", name="Mails")


def test_saved_renamed_and_deleted(workspace):
    """The id stays when the name changes, because commands may name it."""
    assert save_preset(workspace, "  Été  à Paris ", ["gmail-web", "orange-web"]) == "ete-a-paris"
    rename_preset(workspace, "ete-a-paris", "Summer")
    saved = own_presets(read_clients_file(workspace))["ete-a-paris"]
    assert (saved.name("fr"), saved.clients) == ("Summer", ("gmail-web", "orange-web"))
    assert wanted_clients(workspace, ["ete-a-paris", "gmail-web"]) == ("gmail-web", "orange-web")
    delete_preset(workspace, "ete-a-paris")
    assert own_presets(read_clients_file(workspace)) == {}


def test_a_name_that_is_there_is_saved_anew(workspace):
    """Whoever saves under the same name means the same preset; comments and the other lines stay."""
    save_preset(workspace, "Shop", ["gmail-web"])
    path = workspace.root / CLIENTS
    path.write_text(f"# Ask the shop first.\n{path.read_text('utf-8')}", "utf-8")
    assert save_preset(workspace, "SHOP", ["yahoo-web"]) == "shop"
    assert path.read_text("utf-8").startswith("# Ask the shop first.\n")
    assert own_presets(read_clients_file(workspace))["shop"].clients == ("yahoo-web",)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Gmail web", "gmail-web-2"),
        ("Outlook", "outlook-2"),
        ("Audience", "own-audience"),
        ("Audience 5", "own-audience-5"),
        ("日本", "preset"),
    ],
)
def test_ids_mean_one_thing(workspace, name, id_):
    """A preset never takes the id of a client, of a shipped set or of the audience."""
    assert save_preset(workspace, name, ["yahoo-web"]) == id_
    assert wanted_clients(workspace, [id_]) == ("yahoo-web",)


@pytest.mark.parametrize("name", ["", " …! ", "Mobile d’abord", "all"])
def test_names_that_cannot_be(workspace, name):
    """One that nobody could read, and those that are shipped."""
    with pytest.raises(InputError, match=r"needs a name|already"):
        save_preset(workspace, name, ["gmail-web"])
    assert not (workspace.root / CLIENTS).exists()


def test_renaming_into_another_one_is_refused(workspace):
    """Else two rows of the menu would read the same."""
    save_preset(workspace, "One", ["gmail-web"])
    save_preset(workspace, "Two", ["yahoo-web"])
    with pytest.raises(InputError, match="There is a preset one already"):
        rename_preset(workspace, "two", "one")
    with pytest.raises(InputError, match=r"no preset three of your own.*Known: one, two"):
        delete_preset(workspace, "three")


def test_a_damaged_file_is_one_sentence_with_its_line(workspace):
    """It is not written over either."""
    damaged = '[presets.shop]\nname = "Shop"\nclients = "gmail-web"\n'
    (workspace.root / CLIENTS).write_text(damaged, "utf-8")
    with pytest.raises(InputError, match=r"clients\.toml:3:\d+: `presets\.shop\.clients` must be a list"):
        wanted_clients(workspace, ["shop"])
    with pytest.raises(InputError):
        save_preset(workspace, "Other", ["gmail-web"])
    assert (workspace.root / CLIENTS).read_text("utf-8") == damaged


def test_a_shipped_name_in_the_file_is_not_asked_for(workspace):
    """What a shipped id means is the same everywhere."""
    (workspace.root / CLIENTS).write_text('[presets.all]\nname = "Mine"\nclients = ["gmail-web"]\n', "utf-8")
    assert own_presets(read_clients_file(workspace)) == {}
    assert wanted_clients(workspace, ["all"]) == presets()["all"].clients


def test_the_audience_is_a_preset(workspace):
    """The percentage of the file, or the one in the id."""
    (workspace.root / CLIENTS).write_text(OPENS, "utf-8")
    assert wanted_clients(workspace, ["audience"])[0] == "apple-mail-iphone"
    assert len(wanted_clients(workspace, ["audience"])) == 3
    assert wanted_clients(workspace, ["audience-60"]) == ("apple-mail-iphone",)
    found = audience_preset(read_clients_file(workspace))
    assert found is not None
    assert (found.id, found.name("en"), found.name("fr")) == ("audience", "My audience, 80%", "Mon audience, 80\u202f%")


def test_an_audience_that_nobody_knows_is_said(workspace):
    """No shares are made up."""
    assert audience_preset(read_clients_file(workspace)) is None
    with pytest.raises(InputError, match="not known in which clients"):
        wanted_clients(workspace, ["audience"])
    with pytest.raises(InputError, match="no client profile audience-0"):
        wanted_clients(workspace, ["audience-0"])
