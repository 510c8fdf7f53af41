"""A workspace as a folder: made whole or not at all, found from any file in it, read without surprises."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from templates.dynamic.segment import load_segments
from templates.errors import InputError, StorageError
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new, empty workspace."""
    return Workspace.create(tmp_path / "acme", name="Acme", language="fr", timezone="Europe/Paris", brand="acme")


def _template(workspace: Workspace, name: str, meta: str = 'kind = "marketing"\n') -> Path:
    folder = workspace.root / "templates" / name
    folder.mkdir()
    (folder / "template.mjml").write_text("<mjml></mjml>")
    (folder / "template.toml").write_text(meta)
    return folder


def test_a_new_workspace_has_its_folders_and_says_what_it_was_told(workspace: Workspace) -> None:
    """Everything of the plan is there, and the settings come back from the file."""
    names = {path.name for path in workspace.root.iterdir()}
    assert names == {
        "brands",
        "templates",
        "modules",
        "proofs",
        "workspace.toml",
        "contacts.toml",
        "segments.toml",
        "workspace.db",
    }
    settings = Workspace.open(workspace.root).settings
    assert (settings.name, settings.language, settings.timezone, settings.brand) == (
        "Acme",
        "fr",
        "Europe/Paris",
        "acme",
    )
    assert workspace.templates() == []
    assert workspace.brands() == []


def test_the_files_of_a_new_workspace_are_the_same_every_time(tmp_path: Path) -> None:
    """They diff well: no date, no number drawn by lot."""
    one, two = (Workspace.create(tmp_path / name, name="Acme") for name in ("one", "two"))
    for name in ("workspace.toml", "contacts.toml", "segments.toml"):
        assert (one.root / name).read_bytes() == (two.root / name).read_bytes()


def test_the_first_segments_are_named_in_the_language_of_the_workspace(tmp_path):
    """Their rules are the same; a language without names of its own gets the English ones."""
    made = [Workspace.create(tmp_path / language, name="W", language=language) for language in ("en", "fr", "de")]
    named = [[(one.id, one.title, one.rule) for one in load_segments(each)] for each in made]
    assert named[0] == named[2]
    assert named[1][0][1] == "Programme de fidélité"
    assert [one[::2] for one in named[0]] == [one[::2] for one in named[1]]


def test_a_folder_with_things_in_it_is_left_alone(tmp_path: Path) -> None:
    """Somebody's pictures do not become a workspace."""
    (tmp_path / "holiday.jpg").write_text("x")
    with pytest.raises(InputError, match="not empty"):
        Workspace.create(tmp_path, name="Acme")
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_an_empty_folder_becomes_a_workspace_once(tmp_path: Path) -> None:
    """The second attempt says that there is one."""
    Workspace.create(tmp_path, name="Acme")
    with pytest.raises(InputError, match="already"):
        Workspace.create(tmp_path, name="Acme")
    assert Workspace.open(tmp_path).settings.name == "Acme"


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    """Neither on the file's path nor below it."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="not empty"):
        Workspace.create(tmp_path / "file", name="Acme")
    with pytest.raises(StorageError):
        Workspace.create(tmp_path / "file" / "below", name="Acme")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"timezone": "Europe/Atlantis"}, "time zone such as Europe/Paris"),
        ({"timezone": "../../etc/passwd"}, "time zone"),
        ({"language": "French!"}, "language code"),
        ({"database": "postgresql://ann:pw@server/db"}, "carries a password"),
        ({"database": "postgresql://ann@server/db?password=pw"}, "carries a password"),
        ({"database": "postgresql://[::1"}, "must be a URL"),
        ({"database": "mysql://server/db"}, "not the URL of a database"),
    ],
)
def test_a_value_that_does_not_fit_makes_nothing(tmp_path: Path, values: dict[str, str], said: str) -> None:
    """The folder is not even made, and no password is repeated."""
    with pytest.raises(InputError, match=said) as caught:
        Workspace.create(tmp_path / "new" / "acme", name="Acme", **values)
    assert "pw" not in f"{caught.value} {caught.value.values}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("writes", range(3))
def test_a_full_disk_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    """Whichever file no longer fits, the folders that were made for the workspace are gone again."""
    left, fsync = [writes], os.fsync

    def full(file: int) -> None:
        if left[0] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        fsync(file)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        Workspace.create(tmp_path / "new" / "acme", name="Acme")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_made_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network drive is refused before the folder is used."""
    monkeypatch.setattr("templates.store.database.network_file_system", lambda _: "nfs4")
    with pytest.raises(StorageError, match=r"network drive.*\(nfs4\).*PostgreSQL"):
        Workspace.create(tmp_path / "acme", name="Acme")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said_to_be_one(tmp_path: Path) -> None:
    """One sentence, and the advice to choose another."""
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match=r"no permission.*another folder"):
        Workspace.create(tmp_path / "acme", name="Acme")


def test_a_refusing_file_system_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where everything is allowed to root: the disk itself is read-only."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageError, match="disk is read-only"):
        Workspace.create(tmp_path / "acme", name="Acme")


def test_what_others_put_there_meanwhile_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cleaning up after a failure takes only what was made."""

    def fail(*_: object) -> None:
        (tmp_path / "acme" / "brands" / "theirs.txt").write_text("x")
        raise StorageError("Oh.")

    monkeypatch.setattr("templates.store.database.open_database", fail)
    with pytest.raises(StorageError, match="Oh"):
        Workspace.create(tmp_path / "acme", name="Acme")
    assert [path.name for path in tmp_path.rglob("*")] == ["acme", "brands", "theirs.txt"]


def test_opening_what_is_no_workspace_says_so(tmp_path: Path) -> None:
    """A folder without the file, and a folder that is not there."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError, match=r"not a workspace: it has no workspace\.toml"):
            Workspace.open(folder)


def test_a_damaged_workspace_file_names_line_and_key(workspace: Workspace) -> None:
    """The designer sees which line to mend."""
    path = workspace.root / "workspace.toml"
    path.write_text('name = "Acme"\n\ntimezone = "Paris"\n')
    with pytest.raises(InputError) as caught:
        Workspace.open(workspace.root)
    said = str(caught.value)
    assert said.startswith(f'{path}:3:1: `timezone` must be a time zone such as Europe/Paris or UTC; it is "Paris".')


def test_a_workspace_is_found_from_anything_inside(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a template's folder, its text, the root, and a relative path."""
    folder = _template(workspace, "welcome.en")
    for path in (folder, folder / "template.mjml", workspace.root, folder / "not" / "there"):
        assert Workspace.find(path).root == workspace.root
    monkeypatch.chdir(folder)
    assert Workspace.find(Path("template.mjml")).root == workspace.root


def test_outside_every_workspace_the_search_ends_with_advice(tmp_path: Path) -> None:
    """It says what was looked for."""
    with pytest.raises(InputError, match="not inside a workspace"):
        Workspace.find(tmp_path / "a.mjml")


def test_templates_are_listed_by_name(workspace: Workspace) -> None:
    """Folders that hold no template are passed over, hidden ones too."""
    for name in ("welcome.fr", "Welcome.en", "a"):
        _template(workspace, name)
    _template(workspace, ".trash")
    (workspace.root / "templates" / "empty").mkdir()
    (workspace.root / "templates" / "note.txt").write_text("x")
    assert [template.name for template in workspace.templates()] == ["Welcome.en", "a", "welcome.fr"]


def test_an_unknown_template_is_met_with_the_nearest_name(workspace: Workspace) -> None:
    """A hostile name is just an unknown one."""
    _template(workspace, "welcome.en")
    with pytest.raises(InputError, match=r"no template `welcom\.en`. Is it `welcome\.en`"):
        workspace.template("welcom.en")
    for name in ("../welcome.en", "/etc", "", "welcome.en/"):
        with pytest.raises(InputError, match="There is no template"):
            workspace.template(name)


def test_oddities_are_listed_without_stopping_at_the_first(workspace: Workspace) -> None:
    """An unknown key and a damaged file are told with their places; a clean workspace has none."""
    _template(workspace, "a.en")
    assert workspace.notices() == []
    _template(workspace, "b.en", 'kind = "promo"\n')
    _template(workspace, "c.en", 'kind = "legal"\ngruop = "c"\n')
    (workspace.root / "templates" / "a.en" / "template.toml").unlink()
    said = [str(notice).removeprefix(str(workspace.root)) for notice in workspace.notices()]
    assert [one.split("`")[0] for one in said] == [
        "/templates/a.en/template.toml: This file does not exist. Check the path.",
        "/templates/b.en/template.toml:1:1: ",
        "/templates/c.en/template.toml:2:1: ",
    ]
    assert said[2].endswith("Is it meant to be `group`?")


def test_siblings_are_the_other_languages(workspace: Workspace) -> None:
    """Templates of one group belong together; without a group a template is alone."""
    for name, group in (("welcome.en", "welcome"), ("welcome.fr", "welcome"), ("x.en", ""), ("y.en", "")):
        _template(workspace, name, f'kind = "marketing"\ngroup = "{group}"\n')
    assert [one.name for one in workspace.siblings(workspace.template("welcome.en"))] == ["welcome.fr"]
    assert workspace.siblings(workspace.template("x.en")) == []


def test_brands_are_the_folders_with_a_brand_file(workspace: Workspace) -> None:
    """A brand's folder is known before it exists; an odd name is refused."""
    folder = workspace.brand_folder("acme-shop_2")
    folder.mkdir()
    assert workspace.brands() == []
    (folder / "brand.toml").write_text("format = 1")
    assert workspace.brands() == ["acme-shop_2"]
    for slug in ("../acme", "", "a/b", "é", ".hidden", "a b"):
        with pytest.raises(InputError, match="cannot be a brand's folder"):
            workspace.brand_folder(slug)


def test_an_include_gives_text_and_id(workspace: Workspace) -> None:
    """From the root, or beside the including file."""
    folder = _template(workspace, "welcome.en")
    (folder / "part.mjml").write_text("<mj-text/>")
    (workspace.root / "modules" / "foot.mjml").write_text("<mj-divider/>")
    including = "templates/welcome.en/template.mjml"
    assert workspace.include("./part.mjml", including) == ("<mj-text/>", "templates/welcome.en/part.mjml")
    assert workspace.include("modules/foot.mjml", including) == ("<mj-divider/>", "modules/foot.mjml")


def test_an_include_without_an_ending_is_mjml(workspace: Workspace) -> None:
    """Other MJML tools read it so."""
    (workspace.root / "modules" / "foot.mjml").write_text("<mj-divider/>")
    assert workspace.include("modules/foot", "")[1] == "modules/foot.mjml"


def test_only_text_of_mails_can_be_included(workspace: Workspace) -> None:
    """Settings, data and the database stay out of mails, also behind a link with a harmless name."""
    (workspace.root / "modules" / "a.mjml").symlink_to(workspace.root / "workspace.toml")
    for path in ("workspace.toml", "workspace.db", "modules/a.mjml"):
        with pytest.raises(InputError, match="cannot be included"):
            workspace.include(path, "")
    with pytest.raises(InputError, match="has no file"):
        workspace.include("modules/none.mjml", "")


def test_a_huge_include_is_not_read(workspace: Workspace) -> None:
    """Two megabytes are more than any mail."""
    (workspace.root / "modules" / "big.mjml").write_bytes(b" " * (2 * 1024**2 + 1))
    with pytest.raises(InputError, match="at most 2 MB"):
        workspace.include("modules/big.mjml", "")


def test_a_file_is_found_inside_only(workspace: Workspace) -> None:
    """The paths that templates name are files of the workspace."""
    picture = workspace.root / "brands" / "logo.png"
    picture.write_text("x")
    assert workspace.file("brands/logo.png") == picture.resolve()
    with pytest.raises(InputError, match="climbs out"):
        workspace.file("../logo.png")


def test_opening_loads_no_database_library(workspace: Workspace) -> None:
    """A list of templates appears without waiting for it."""
    script = (
        "import sys; from pathlib import Path; from templates.workspace import Workspace;"
        "w = Workspace.open(Path(sys.argv[1])); w.templates(); w.brands(); w.lock(w.root / 'templates').acquire();"
        "print({'sqlalchemy', 'alembic', 'tomlkit', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script, workspace.root], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("set()", "")


def test_the_database_is_ready_for_use(workspace: Workspace) -> None:
    """It has its tables, also when the file was deleted in between."""
    (workspace.root / "workspace.db").unlink()
    with workspace.database() as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM proof").scalar_one() == 0
