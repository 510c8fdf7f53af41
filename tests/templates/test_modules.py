"""Modules are saved, listed, renamed and deleted without breaking a mail or leaving the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.errors import InputError, StorageError
from templates.library import new_blank
from templates.modules import (
    Module,
    delete_module,
    free_module_name,
    module_name,
    module_text,
    modules,
    rename_module,
    restore_module,
    save_module,
    uses,
)
from templates.workspace import Workspace

SECTION = '<mj-section css-class="mw-s-offer">\n  <mj-column><mj-text>Offer</mj-text></mj-column>\n</mj-section>'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace with three templates."""
    made = Workspace.create(tmp_path / "agency", name="Agency")
    for name in ("sale.en", "sale.fr", "news.en"):
        new_blank(made, name, title="Hello", language=name[-2:])
    return made


def link_in(workspace: Workspace, template: str, path: str) -> None:
    """Put an include into a template's text on disk."""
    folder = workspace.template(template)
    text = folder.text().replace("  </mj-body>", f'    <mj-include path="{path}" />\n  </mj-body>')
    folder.mjml_path.write_text(text, "utf-8")


def test_a_saved_module_can_be_included(workspace: Workspace) -> None:
    """It is a file of the workspace, listed by name, and its link names it."""
    save_module(workspace, "offer", SECTION)
    save_module(workspace, "closing-words", SECTION.replace("Offer", "Bye"))
    assert [one.name for one in modules(workspace)] == ["closing-words", "offer"]
    assert Module("closing-words").title == "Closing words"
    assert Module("offer").link == '<mj-include path="modules/offer.mjml" />'
    assert module_text(workspace, Module("offer")) == SECTION + "\n"
    assert workspace.include("modules/offer", "templates/sale.en/template.mjml")[0] == SECTION + "\n"


def test_nothing_is_overwritten_unasked(workspace: Workspace) -> None:
    """A second module of the same name is refused, unless that is what is wanted."""
    save_module(workspace, "offer", SECTION)
    with pytest.raises(InputError, match="a module `offer` already"):
        save_module(workspace, "offer", SECTION.replace("Offer", "Other"))
    assert "Offer" in module_text(workspace, Module("offer"))
    save_module(workspace, "offer", SECTION.replace("Offer", "Other"), replace=True)
    assert "Other" in module_text(workspace, Module("offer"))
    assert free_module_name(workspace, "Offer") == "offer-2"
    assert free_module_name(workspace, "New") == "new"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Spring offer!", "spring-offer"),
        ("Été à la mer", "ete-a-la-mer"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("x" * 200, "x" * 60),
    ],
)
def test_any_title_makes_a_plain_name(title: str, name: str) -> None:
    """Lower-case letters, digits and hyphens; never a path."""
    assert module_name(title) == name


@pytest.mark.parametrize("title", ["", "!!!", "日本", "nul", "CON"])
def test_some_titles_make_no_name(title: str) -> None:
    """Nothing is left of them, or Windows keeps the name for itself."""
    with pytest.raises(InputError):
        module_name(title)


@pytest.mark.parametrize("name", ["../escape", "a/b", ".hidden", "/etc/x", "a\\b", "a b", "", "con", "C:x"])
def test_hostile_names_are_refused(workspace: Workspace, name: str) -> None:
    """Whatever asks, no file is written outside the folder of modules."""
    before = sorted(workspace.root.rglob("*"))
    with pytest.raises(InputError):
        save_module(workspace, name, SECTION)
    assert [
        path for path in sorted(workspace.root.rglob("*")) if path not in before and ".locks" not in path.parts
    ] == []


@pytest.mark.parametrize(
    "source", ["", "words", "<mj-section>", "<mj-title>x</mj-title>", "<mj-section />" + " " * 1_000_001]
)
def test_only_parts_of_a_mail_are_saved(workspace: Workspace, source: str) -> None:
    """Stray words, broken MJML, settings of the head and far too much are refused."""
    with pytest.raises(InputError, match="not a part of a mail"):
        save_module(workspace, "offer", source)
    assert modules(workspace) == []


def test_links_out_of_the_workspace_are_no_modules(workspace: Workspace, tmp_path: Path) -> None:
    """A symbolic link to elsewhere is neither listed nor read nor written through."""
    secret = tmp_path / "secret.mjml"
    secret.write_text("<mj-text>secret</mj-text>")
    link = workspace.root / "modules" / "leak.mjml"
    try:
        link.symlink_to(secret)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert modules(workspace) == []
    with pytest.raises(InputError, match="leads out"):
        module_text(workspace, Module("leak"))
    with pytest.raises(InputError, match="leads out"):
        save_module(workspace, "leak", SECTION, replace=True)
    assert secret.read_text() == "<mj-text>secret</mj-text>"


def test_where_a_module_is_used(workspace: Workspace) -> None:
    """Every way of writing the path counts, modules in modules too, and an open text instead of the one on disk."""
    save_module(workspace, "offer", SECTION)
    save_module(workspace, "frame", SECTION + '\n<mj-include path="./offer" />')
    link_in(workspace, "sale.en", "modules/offer.mjml")
    link_in(workspace, "sale.fr", "modules/off%65r")
    link_in(workspace, "news.en", "modules/{{ name }}.mjml")
    assert uses(workspace) == {"offer": ("modules/frame", "sale.en", "sale.fr")}
    opened = {
        "sale.en": "<mjml />",
        "news.en": '<mjml><mj-body><mj-include path="modules/frame.mjml" /></mj-body></mjml>',
    }
    assert uses(workspace, opened) == {"offer": ("modules/frame", "sale.fr"), "frame": ("news.en",)}


def test_an_unreadable_file_uses_nothing(workspace: Workspace) -> None:
    """One damaged template does not hide where the others use a module."""
    link_in(workspace, "sale.fr", "modules/offer.mjml")
    workspace.template("sale.en").mjml_path.write_bytes(b"\xff\xfe\xff")
    assert uses(workspace) == {"offer": ("sale.fr",)}


def test_deleting_can_be_taken_back(workspace: Workspace) -> None:
    """What was deleted comes back byte for byte, unless its name was given to another meanwhile."""
    save_module(workspace, "offer", SECTION)
    deleted = delete_module(workspace, Module("offer"))
    assert modules(workspace) == []
    assert restore_module(workspace, deleted) == Module("offer")
    assert module_text(workspace, Module("offer")) == SECTION + "\n"
    with pytest.raises(InputError, match="already"):
        restore_module(workspace, deleted)


def test_a_module_in_use_stays(workspace: Workspace) -> None:
    """Deleting it would break the mails that link it; the sentence names them."""
    save_module(workspace, "offer", SECTION)
    link_in(workspace, "sale.fr", "modules/offer.mjml")
    with pytest.raises(InputError, match=r"Offer is linked in: sale\.fr\."):
        delete_module(workspace, Module("offer"))
    delete_module(workspace, Module("offer"), {"sale.fr": "<mjml />"})
    assert modules(workspace) == []


def test_a_renamed_module_is_followed(workspace: Workspace) -> None:
    """Whatever links it names the new file; everything else of the texts stays as it was."""
    save_module(workspace, "offer", SECTION)
    save_module(workspace, "frame", SECTION + '\n<mj-include path="./offer" />')
    link_in(workspace, "sale.en", "modules/offer.mjml")
    link_in(workspace, "sale.fr", "modules/offer")
    before = workspace.template("sale.en").text()
    renamed = rename_module(workspace, Module("offer"), "deal", opened=["sale.fr"])
    assert [one.name for one in modules(workspace)] == ["deal", "frame"]
    assert workspace.template("sale.en").text() == before.replace("modules/offer.mjml", "modules/deal.mjml")
    assert 'path="modules/deal.mjml"' in module_text(workspace, Module("frame"))
    assert 'path="modules/offer"' in workspace.template("sale.fr").text()
    assert rename_module(workspace, renamed, "deal") == renamed


def test_a_taken_name_is_no_new_name(workspace: Workspace) -> None:
    """Renaming never replaces another module, and changes nothing when it is refused."""
    save_module(workspace, "offer", SECTION)
    save_module(workspace, "deal", SECTION)
    with pytest.raises(InputError, match="a module `deal` already"):
        rename_module(workspace, Module("offer"), "deal")
    with pytest.raises(InputError, match="cannot be a module's name"):
        rename_module(workspace, Module("offer"), "../deal")
    assert [one.name for one in modules(workspace)] == ["deal", "offer"]


def test_a_template_that_somebody_edits_holds_a_rename_up(workspace: Workspace) -> None:
    """Then nothing is renamed at all, so no mail is left with a link to nowhere."""
    save_module(workspace, "offer", SECTION)
    link_in(workspace, "sale.en", "modules/offer.mjml")
    with workspace.lock(workspace.template("sale.en").mjml_path), pytest.raises(StorageError, match="right now"):
        rename_module(workspace, Module("offer"), "deal")
    assert [one.name for one in modules(workspace)] == ["offer"]


def test_a_file_with_another_kind_of_name_is_a_module_too(workspace: Workspace) -> None:
    """What a developer puts into the folder is listed, renamed and deleted like the others."""
    path = workspace.root / "modules" / "Old_Header.mjml"
    path.write_text(SECTION, "utf-8")
    assert [one.title for one in modules(workspace)] == ["Old header"]
    renamed = rename_module(workspace, Module("Old_Header"), "header")
    assert delete_module(workspace, renamed).text == SECTION
