"""Taking back what was done to brands, where something else was done meanwhile."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from desktop.batch_work import adding_all
from desktop.brand_steps import adding, copying, deleting, renaming, updating
from desktop.jobs import Job
from templates.brand.batch.listing import list_of
from templates.brand.by_hand import brand_by_hand
from templates.brand.store import load_brand
from templates.brands import many
from templates.brands.library import make_default
from templates.errors import InputError, MailwrightError, StorageError
from templates.files import read_text, write_bytes, write_text
from templates.generate import add_brand
from templates.library import new_from_starter
from templates.locks import writing
from templates.trash import delete
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with the brand acme, without templates."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda *_: None)
    monkeypatch.setattr("renderers.witness.installed_witness", lambda _cancel: None)
    made = Workspace.create(tmp_path / "agency", name="Agency", brand="acme")
    add_brand(made, brand_by_hand("Acme", "#1d5b4c"))
    return Workspace.open(made.root)


@pytest.fixture
def job(qapp):
    """A job that nobody follows."""
    return Job("", quiet=True, parent=qapp)


@pytest.fixture
def acme(workspace) -> Path:
    """The brand's folder."""
    return workspace.brand_folder("acme")


def names(workspace: Workspace) -> list[str]:
    return [template.name for template in workspace.templates()]


def test_an_update_of_a_brand_that_was_edited_since_stays(workspace, acme, job):
    """Not one byte of the hand's work is written over; what was left is said."""
    step = updating("acme", {"primary": "#123456"})(job, workspace)
    write_text(acme / "brand.toml", read_text(acme / "brand.toml") + '\n[mine]\nnote = "kept"\n')
    (error,) = step.undo(job, workspace)
    assert "brand.toml" in error.what
    assert load_brand(acme).primary == "#123456"
    assert 'note = "kept"' in read_text(acme / "brand.toml")


def test_a_logo_of_ones_own_survives_the_undo(workspace, acme, job):
    """The update goes, the file and folder that somebody put beside it stay."""
    write_bytes(acme / "logo-files" / "print.pdf", b"mine")
    step = updating("acme", {"primary": "#123456"})(job, workspace)
    write_text(acme / "logo-print-original.svg", "<svg/>")
    assert list(step.undo(job, workspace)) == []
    assert load_brand(acme).primary == "#1d5b4c"
    assert read_text(acme / "logo-print-original.svg") == "<svg/>"


def test_updates_are_undone_one_after_the_other(workspace, acme, job):
    """Taking back the last one leaves the brand as the one before left it."""
    before = read_text(acme / "brand.toml")
    first = updating("acme", {"primary": "#123456"})(job, workspace)
    second = updating("acme", {"name": "Northlight"})(job, workspace)
    assert list(second.undo(job, workspace)) == []
    assert list(first.undo(job, workspace)) == []
    assert read_text(acme / "brand.toml") == before


@pytest.mark.parametrize(
    "work", [updating("acme", {"primary": "#123456"}), renaming("acme", "Zed", "zed"), copying("acme", "Copy")]
)
def test_no_brand_comes_into_being_by_undoing(workspace, job, work):
    """Where the brand is gone nothing is written, and it is said."""
    step = work(job, workspace)
    shutil.rmtree(workspace.root / "brands" / step.shows)
    before = workspace.brands()
    (error,) = step.undo(job, workspace)
    assert isinstance(error, InputError)
    assert step.shows in error.what
    assert workspace.brands() == before
    assert not (workspace.root / "brands" / step.shows).exists()


def test_a_failed_rename_leaves_the_brand_as_it_was(workspace, acme, job):
    """Its name is put back under the brand's lock, and its pictures are made from it again."""
    add_brand(workspace, brand_by_hand("Bolt", "#aa0000"))
    before = {path.name: path.read_bytes() for path in acme.iterdir() if path.is_file()}
    with pytest.raises(InputError, match="already"):
        renaming("acme", "Northlight", "bolt")(job, workspace)
    assert {path.name: path.read_bytes() for path in acme.iterdir() if path.is_file()} == before


def test_a_failed_rename_makes_the_brand_again_in_its_lock(workspace, acme, job, monkeypatch):
    """What is made from the name follows it back, and nobody writes meanwhile."""
    add_brand(workspace, brand_by_hand("Bolt", "#aa0000"))
    made: list[str] = []

    def remake(folder: Path, _light: object) -> None:
        with pytest.raises(StorageError), writing(workspace.lock(folder)):
            pass
        made.append(load_brand(folder).name)

    monkeypatch.setattr("templates.generate.write_artwork", remake)
    with pytest.raises(InputError, match="already"):
        renaming("acme", "Northlight", "bolt")(job, workspace)
    assert made == ["Northlight", "Acme"]


def test_an_undone_rename_can_be_tried_again(workspace, acme, job):
    """When the folder went back but somebody held the brand, the second try goes on from there."""
    step = renaming("acme", "Northlight", "northlight")(job, workspace)
    workspace = Workspace.open(workspace.root)
    with writing(workspace.lock(acme)), pytest.raises(StorageError):
        step.undo(job, workspace)
    assert list(step.undo(job, Workspace.open(workspace.root))) == []
    assert workspace.brands() == ["acme"]
    assert load_brand(acme).name == "Acme"


def test_a_deleted_brand_that_left_the_trash_is_told(workspace, acme, job):
    """Trying again would not help, so it is no failure; a name that is taken is one."""
    add_brand(workspace, brand_by_hand("Bolt", "#aa0000"))
    step = deleting("acme")(job, workspace)
    acme.mkdir()
    with pytest.raises(InputError, match="already"):
        step.undo(job, workspace)
    acme.rmdir()
    shutil.rmtree(workspace.root / ".trash")
    (error,) = step.undo(job, workspace)
    assert "trash" in error.what


def test_templates_of_ones_own_stay_with_an_added_brand(workspace, job):
    """Undo refuses, with nothing deleted, until they are gone; then it takes its own away."""
    step = adding(brand_by_hand("Neu", "#ff0000"), ["en"], "acme")(job, workspace)
    new_from_starter(workspace, "welcome", "en", brand="neu", name="mine.en")
    before = names(workspace)
    with pytest.raises(InputError, match=r"mine\.en"):
        step.undo(job, workspace)
    assert names(workspace) == before
    assert set(before) == {*step.moved, "mine.en"}
    delete(workspace, "mine.en")
    assert list(step.undo(job, workspace)) == []
    assert names(workspace) == []
    assert workspace.brands() == ["acme"]


def test_adding_that_is_stopped_takes_back_only_its_own(workspace, job, monkeypatch):
    """The templates made by then and the brand go; another template stays."""
    new_from_starter(workspace, "welcome", "en", brand="acme", name="mine.en")
    monkeypatch.setattr("templates.brands.own_starters.new_from_starter", _fails_second())
    with pytest.raises(StorageError):
        adding(brand_by_hand("Neu", "#ff0000"), ["en"], "acme")(job, workspace)
    assert names(workspace) == ["mine.en"]
    assert workspace.brands() == ["acme"]


def _fails_second():
    calls: list[str] = []

    def make(workspace: Workspace, starter: str, language: str, **values: str):
        calls.append(starter)
        if len(calls) == 2:
            raise StorageError("The disk is full; nothing was changed.")
        return new_from_starter(workspace, starter, language, **values)

    return make


def batch(workspace: Workspace, job: Job):
    entries = list_of("one.com\ntwo.com\n", Path("list.txt")).entries
    return adding_all(entries, ("en",), threading.Event(), "acme")(job, workspace)


@pytest.fixture
def sites(monkeypatch):
    """Each site gives a brand of its domain's name."""

    def extract(source: str, **_values: object):
        return brand_by_hand(source.partition(".")[0].title(), "#006600")

    monkeypatch.setattr(many, "extract_brand", extract)


def test_templates_of_ones_own_stay_with_the_brands_of_a_list(workspace, job, sites, monkeypatch):
    """Those made while the list ran too; the brand that they use stays with its templates, others go with theirs."""
    make = many.add_brand

    def meanwhile(*values: object, **named: object) -> str:
        if "during.en" not in names(workspace):
            new_from_starter(workspace, "welcome", "en", brand="acme", name="during.en")
        return make(*values, **named)

    monkeypatch.setattr(many, "add_brand", meanwhile)
    step = batch(workspace, job)
    of_one = {template.name for template in workspace.templates() if template.meta.brand == "one"}
    new_from_starter(workspace, "welcome", "en", brand="one", name="mine.en")
    errors: list[MailwrightError] = list(step.undo(job, workspace))
    assert ["mine.en" in error.what for error in errors] == [True]
    assert workspace.brands() == ["acme", "one"]
    assert set(names(workspace)) == {"during.en", "mine.en", *of_one}


def test_a_list_is_undone_where_the_old_default_is_gone(workspace, acme, job, sites):
    """No brand is the default then; the undo does not fail."""
    step = batch(workspace, job)
    shutil.rmtree(acme)
    make_default(workspace, "one")
    assert list(step.undo(job, Workspace.open(workspace.root))) == []
    assert workspace.brands() == []
    assert Workspace.open(workspace.root).settings.brand == ""
