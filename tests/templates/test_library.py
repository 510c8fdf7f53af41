"""Templates are made, copied, renamed, tagged, translated and deleted without losing a file or crossing a lock."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assets import asset
from templates.assemble import assemble
from templates.brand.kit import extract_brand
from templates.errors import InputError, StorageError
from templates.generate import add_brand, slug_of
from templates.library import (
    add_language,
    check_name,
    clean_tags,
    duplicate,
    free_name,
    named,
    new_blank,
    new_from_starter,
    rename,
    set_tags,
    write_template,
)
from templates.snapshot import Snapshot
from templates.starters import instantiate, starter
from templates.store.versions import remember_version, versions_of
from templates.trash import delete, restore, trash
from templates.workspace import Workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kit = extract_brand(str(asset("samples", "site")))
    root = tmp_path_factory.mktemp("library") / "sample"
    workspace = Workspace.create(root, name=kit.name, brand=slug_of(kit))
    slug = add_brand(workspace, kit)
    for language in ("en", "fr"):
        instantiate(workspace, starter("welcome"), language, brand=slug)
    instantiate(workspace, starter("password-reset"), "en", brand=slug)
    return root


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """The sample company with three templates, for one test."""
    return Workspace.open(Path(shutil.copytree(made, tmp_path / "sample")))


def names(workspace: Workspace) -> list[str]:
    return [template.name for template in workspace.templates()]


def with_picture(workspace: Workspace, name: str) -> None:
    """Give a template a picture of its own, and name it in its text and data."""
    folder = workspace.template(name).root
    (folder / "images").mkdir()
    (folder / "images" / "hero.png").write_bytes(b"PNG")
    text = f'<mjml><mj-body><mj-image src="templates/{name}/images/hero.png" /></mj-body></mjml>'
    (folder / "template.mjml").write_text(text)
    (folder / "data" / "default.json").write_text(f'{{"picture": "templates/{name}/images/hero.png"}}')


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "..", "a b", "con", "x" * 81, "trailing.", "sale\n"])
def test_odd_names_are_refused(workspace, name):
    """What could not be a folder on every system, or would hide, is no template's name."""
    with pytest.raises(InputError):
        check_name(workspace, name)


def test_a_taken_name_is_refused_whatever_its_case(workspace):
    """On some disks `Welcome.en` and `welcome.en` are one folder."""
    with pytest.raises(InputError, match="already"):
        check_name(workspace, "Welcome.EN")
    check_name(workspace, "Welcome.en", instead_of="welcome.en")


def test_free_names_are_numbered_before_the_language(workspace):
    """The language stays at the end, where people look for it."""
    assert free_name(workspace, "sale.en") == "sale.en"
    assert free_name(workspace, "welcome.en") == "welcome-2.en"
    assert free_name(workspace, "welcome.en", besides=["welcome-2.en"]) == "welcome-3.en"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Spring sale", "spring-sale.fr"), ("  Été 2026 : soldes ! ", "ete-2026-soldes.fr"), ("!", ""), ("日本", "")],
)
def test_titles_become_folder_names(title, name):
    """Plain letters, digits and hyphens; nothing where nothing is left."""
    assert named(title, "fr") == name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_blank_template_builds(workspace, language):
    """It has the brand's frame, its title as the subject, and one section to write in."""
    brand = workspace.settings.brand
    made = new_blank(workspace, f"sale.{language}", title="Sale & <more>", language=language, brand=brand)
    mail = assemble(workspace, made.name)
    assert mail.subject == "Sale & <more>"
    assert ("Écrivez ici." if language == "fr" else "Write here.") in mail.html
    assert (made.meta.group, made.meta.language, made.meta.kind) == ("sale", language, "marketing")


def test_a_template_from_a_starter_in_both_languages(workspace):
    """Under a name of its own the two are siblings of each other, not of other copies of the starter."""
    for language in ("en", "fr"):
        brand = workspace.settings.brand
        new_from_starter(workspace, "black-friday", language, brand=brand, name=f"big-week.{language}")
    made = workspace.template("big-week.en")
    assert [sibling.name for sibling in workspace.siblings(made)] == ["big-week.fr"]
    assert made.meta.starter == "black-friday"
    assert assemble(workspace, "big-week.fr").subject


def test_writing_a_template_is_all_or_nothing(workspace):
    """A failure leaves no folder behind, hidden or not."""
    before = sorted((workspace.root / "templates").iterdir())
    with pytest.raises(InputError):
        write_template(workspace, "welcome.en", {"template.mjml": "<mjml/>"}, {"kind": "legal"})
    with pytest.raises(StorageError):
        write_template(workspace, "new.en", {"template.mjml": "<mjml/>", "template.mjml/x": b""}, {"kind": "legal"})
    assert sorted((workspace.root / "templates").iterdir()) == before


def test_a_copy_shows_its_own_pictures(workspace):
    """Deleting the original afterwards would otherwise leave holes in the copy."""
    with_picture(workspace, "welcome.en")
    (workspace.template("welcome.en").root / ".recovery").write_text("unsaved")
    copy = duplicate(workspace, "welcome.en")
    assert copy.name == "welcome-copy.en"
    assert 'src="templates/welcome-copy.en/images/hero.png"' in copy.text()
    assert copy.data()["picture"] == "templates/welcome-copy.en/images/hero.png"
    assert (copy.root / "images" / "hero.png").read_bytes() == b"PNG"
    assert not (copy.root / ".recovery").exists()
    assert duplicate(workspace, "welcome.en").name == "welcome-copy-2.en"


def test_copies_of_siblings_are_siblings(workspace):
    """And not siblings of what they were copied from."""
    copies = [duplicate(workspace, f"welcome.{language}") for language in ("en", "fr")]
    assert [sibling.name for sibling in workspace.siblings(copies[0])] == ["welcome-copy.fr"]


def test_renaming_takes_everything_along(workspace):
    """Data, group, pictures, what other templates and modules include, and the history."""
    with_picture(workspace, "welcome.en")
    other = workspace.template("password-reset.en")
    other.mjml_path.write_text('<mjml><mj-body><mj-include path="templates/welcome.en/part" /></mj-body></mjml>')
    module = workspace.root / "modules" / "box.mjml"
    module.write_text('<mj-image src="templates/welcome.en/images/hero.png" /><!-- mytemplates/welcome.en/x -->')
    database = workspace.database()
    remember_version(database, "welcome.en", Snapshot("<mjml/>"), author="me")
    made = rename(workspace, "welcome.en", "hello.en")
    assert "welcome.en" not in names(workspace)
    assert "templates/hello.en/images/hero.png" in made.text()
    assert made.data()["picture"] == "templates/hello.en/images/hero.png"
    assert made.meta.group == "welcome"
    assert 'path="templates/hello.en/part"' in other.text()
    assert 'src="templates/hello.en/images' in module.read_text()
    assert "mytemplates/welcome.en/x" in module.read_text()
    assert [len(versions_of(database, name)) for name in ("welcome.en", "hello.en")] == [0, 1]


@pytest.mark.parametrize("locked", ["welcome.en", "password-reset.en"])
def test_renaming_what_somebody_has_open_is_refused(workspace, locked):
    """Also when only a template that includes it is open: it would be changed under their hands."""
    other = workspace.template("password-reset.en")
    other.mjml_path.write_text('<mjml><mj-include path="templates/welcome.en/part" /></mjml>')
    before = other.text()
    lock = workspace.lock(workspace.template(locked).mjml_path)
    with lock, pytest.raises(StorageError, match="is changing this right now"):
        rename(workspace, "welcome.en", "hello.en")
    assert "welcome.en" in names(workspace)
    assert other.text() == before
    assert rename(workspace, "welcome.en", "hello.en").name == "hello.en"


def test_renaming_to_itself_does_nothing(workspace):
    """The same name is no conflict with itself."""
    assert rename(workspace, "welcome.en", "welcome.en").name == "welcome.en"


def test_tags_are_kept_once_and_in_order(workspace):
    """Case and white space make no second tag; comments in the file stay."""
    set_tags(workspace, "welcome.en", [" spring  sale ", "Spring Sale", "", "vip"])
    template = workspace.template("welcome.en")
    assert template.meta.tags == ("spring sale", "vip")
    assert "# What this template is" in (template.root / "template.toml").read_text()
    assert clean_tags(["B", "a", "b"]) == ["B", "a"]


def test_an_untouched_starter_gets_its_own_words(workspace):
    """The other language of a starter is there already; nobody has to translate it."""
    set_tags(workspace, "password-reset.en", ["account"])
    made = add_language(workspace, "password-reset.en", "fr")
    assert made.name == "password-reset.fr"
    assert "mot de passe" in assemble(workspace, made.name).text
    assert made.meta.tags == ("account",)
    assert [one.name for one in workspace.siblings(made)] == ["password-reset.en"]


@pytest.mark.parametrize("saved", [True, False])
def test_a_changed_template_is_copied_to_be_translated(workspace, saved):
    """Nobody's own words are thrown away for those of the starter."""
    template = workspace.template("password-reset.en")
    text = template.text().replace("</mj-body>", "<!-- mine --></mj-body>")
    if saved:
        template.mjml_path.write_text(text)
    made = add_language(workspace, "password-reset.en", "fr", text=None if saved else text)
    assert "<!-- mine -->" in made.text()
    assert made.text().startswith('<mjml lang="fr"')
    assert "/parts/footer-transactional.fr.mjml" in made.text()
    assert (made.meta.language, made.meta.group) == ("fr", "password-reset")


def test_a_template_without_a_group_gets_one_with_its_sibling(workspace):
    """The two belong together from then on."""
    write_template(
        workspace, "note", {"template.mjml": "<mjml><mj-body /></mjml>"}, {"kind": "legal", "language": "en"}
    )
    made = add_language(workspace, "note", "fr")
    assert made.name == "note.fr"
    assert [one.name for one in workspace.siblings(made)] == ["note"]


def test_a_language_that_is_there_is_refused(workspace):
    """There is one template a language."""
    with pytest.raises(InputError, match="already"):
        add_language(workspace, "welcome.en", "fr")


def test_deleting_is_undone_in_any_order(workspace):
    """The trash remembers name and time, and gives back byte for byte."""
    before = {path: path.read_bytes() for path in workspace.root.glob("templates/**/*") if path.is_file()}
    first = delete(workspace, "welcome.en")
    second = delete(workspace, "welcome.fr")
    assert names(workspace) == ["password-reset.en"]
    assert [one.name for one in trash(Workspace.open(workspace.root))] == ["welcome.en", "welcome.fr"]
    restore(workspace, first)
    restore(workspace, second)
    assert {path: path.read_bytes() for path in workspace.root.glob("templates/**/*") if path.is_file()} == before
    assert list(trash(workspace)) == []


def test_a_restored_template_makes_room(workspace):
    """When its name was given away meanwhile it comes back under another, with its own pictures."""
    with_picture(workspace, "welcome.en")
    gone = delete(workspace, "welcome.en")
    new_blank(workspace, "welcome.en")
    made = restore(workspace, gone)
    assert made.name == "welcome-2.en"
    assert "templates/welcome-2.en/images/hero.png" in made.text()


def test_what_somebody_has_open_is_not_deleted(workspace):
    """The refusal names who it is."""
    with (
        workspace.lock(workspace.template("welcome.en").mjml_path),
        pytest.raises(StorageError, match="is changing this right now"),
    ):
        delete(workspace, "welcome.en")
    assert "welcome.en" in names(workspace)


def test_an_emptied_trash_says_so(workspace):
    """What is gone cannot come back."""
    gone = delete(workspace, "welcome.en")
    shutil.rmtree(gone.path)
    with pytest.raises(InputError, match="gone from the trash"):
        restore(workspace, gone)
