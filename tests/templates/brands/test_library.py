"""Brands of a workspace: listed, copied, renamed, made the default, deleted, taken back."""

from __future__ import annotations

import pytest

from templates.assemble import assemble
from templates.brand.parts import edited_parts
from templates.brand.store import load_brand
from templates.brands import library
from templates.brands.library import (
    brand_entries,
    check_slug,
    copy_brand,
    delete_brand,
    free_slug,
    make_default,
    rename_brand,
    restore_brand,
    shown_default,
)
from templates.errors import InputError, StorageError
from templates.files import write_text
from templates.workspace import Workspace


def tree(workspace: Workspace) -> dict[str, bytes]:
    """Every file of the workspace but for locks."""
    files = [path for path in workspace.root.rglob("*") if path.is_file() and ".locks" not in path.parts]
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in files}


def test_the_list_tells_the_default_and_a_damaged_brand(two):
    """Each brand has its name, colour and logo; one that cannot be read has its error instead."""
    write_text(two.root / "brands" / "bolt" / "brand.toml", "format = 1\nname =\n")
    acme, bolt = brand_entries(two)
    assert (acme.slug, acme.name, acme.primary, acme.is_default, acme.error) == ("acme", "Acme", "#1144aa", True, None)
    assert acme.logo.is_file()
    assert (bolt.slug, bolt.name, bolt.is_default) == ("bolt", "bolt", False)
    assert bolt.error.place.line == 2


def test_the_first_brand_stands_in_for_a_default_that_is_none(two):
    """A setting that names nothing does not leave the window without a brand."""
    write_text(two.root / "workspace.toml", 'format = 1\nname = "Agency"\nbrand = "gone"\n')
    assert shown_default(Workspace.open(two.root)) == "acme"


def test_a_copy_has_everything_under_its_own_name(two):
    """Logos, pictures and parts edited by hand come along; what they name in the folder is the copy's."""
    header = two.root / "brands" / "acme" / "parts" / "header.mjml"
    write_text(header, '<mj-section><mj-column><mj-image src="brands/acme/logo-wide.png" /></mj-column></mj-section>\n')
    slug = copy_brand(two, "acme", "Acme (copy)")
    folder = two.brand_folder(slug)
    assert slug == "acme-copy"
    assert load_brand(folder).name == "Acme (copy)"
    assert load_brand(folder).logo.wide.is_file()
    assert 'src="brands/acme-copy/logo-wide.png"' in (folder / "parts" / "header.mjml").read_text("utf-8")
    assert edited_parts(folder) == ["header.mjml"]
    assert load_brand(two.brand_folder("acme")).name == "Acme"
    assert not list(two.root.glob(".new-*"))


def test_a_copy_that_fails_leaves_nothing(two, monkeypatch):
    """A half brand would be listed as one."""
    before = tree(two)

    def refuse(*_args: object, **_values: object) -> None:
        raise StorageError("This disk is read-only.")

    monkeypatch.setattr(library, "update_brand", refuse)
    with pytest.raises(StorageError):
        copy_brand(two, "acme", "Acme (copy)")
    assert tree(two) == before


def test_everything_follows_a_renamed_folder(two):
    """Settings, includes, pictures, data, modules and the default name the new folder, and mails look as before."""
    write_text(two.root / "modules" / "hero.mjml", '<mj-image src="brands/acme/art/a.png" />\n')
    before = {name: assemble(two, name).html for name in ("sale.en", "news.en", "offer.en")}
    renamed = rename_brand(two, "acme", "acme-2027")
    assert renamed.brands() == ["acme-2027", "bolt"]
    assert renamed.settings.brand == "acme-2027"
    assert renamed.template("sale.en").meta.brand == "acme-2027"
    assert "# a comment" in (renamed.template("sale.en").root / "template.toml").read_text("utf-8")
    assert renamed.template("news.en").data()["picture"] == "brands/acme-2027/logo-wide.png"
    assert "brands/acme-2027/art" in (two.root / "modules" / "hero.mjml").read_text("utf-8")
    after = {name: assemble(renamed, name).html for name in before}
    assert after == {name: html.replace("brands/acme/", "brands/acme-2027/") for name, html in before.items()}


def test_a_rename_back_is_as_if_nothing_had_been(two):
    """Every byte."""
    before = tree(two)
    rename_brand(rename_brand(two, "acme", "other"), "other", "acme")
    assert tree(two) == before


def test_a_template_open_elsewhere_holds_the_rename_back(two):
    """All follow or none: nothing is changed then."""
    before = tree(two)
    with two.lock(two.template("sale.en").mjml_path), pytest.raises(StorageError):
        rename_brand(two, "acme", "other")
    assert tree(two) == before


def test_a_rename_that_cannot_be_written_is_taken_back(two, monkeypatch):
    """The folder gets its old name again, and so do the texts that were written by then."""
    before = tree(two)
    monkeypatch.setattr("templates.brands.references.write_text", _full_after(2))
    with pytest.raises(StorageError):
        rename_brand(two, "acme", "other")
    assert tree(two) == before


def _full_after(count: int):
    written: list[object] = []

    def write(path, text):
        written.append(path)
        if len(written) > count:
            raise StorageError("The disk is full; nothing was changed.")
        write_text(path, text)

    return write


@pytest.mark.parametrize("slug", ["", "../bolt", "a b", "con", "x" * 41, "Bolt"])
def test_a_folder_that_cannot_be_is_refused(two, slug):
    """Out of the workspace, odd, too long, Windows' own, or there already in other capitals."""
    with pytest.raises(InputError):
        check_slug(two, slug)


def test_a_free_folder_has_a_number(two):
    """A company of the same name gets a folder beside."""
    assert [free_slug(two, name) for name in ("Acme", "Été & fils", "")] == ["acme-2", "ete-fils", "brand"]
    assert free_slug(two, "New", besides=["new"]) == "new-2"


def test_the_default_is_a_setting(two):
    """Templates that name no brand follow; comments of the file stay."""
    changed = make_default(two, "bolt")
    assert changed.settings.brand == "bolt"
    assert [entry.slug for entry in brand_entries(changed) if entry.is_default] == ["bolt"]
    with pytest.raises(InputError):
        make_default(two, "gone")


def test_a_brand_in_use_is_not_deleted(two):
    """By its setting, as the default, or because a text names a file of it."""
    before = tree(two)
    with pytest.raises(InputError) as error:
        delete_brand(two, "acme")
    assert error.value.values["count"] == 2
    write_text(two.root / "templates" / "sale.en" / "template.toml", 'format = 1\nkind = "marketing"\nbrand = "bolt"\n')
    with pytest.raises(InputError):
        delete_brand(two, "acme")
    write_text(two.root / "templates" / "sale.en" / "template.toml", before["templates/sale.en/template.toml"].decode())
    assert tree(two) == before


def test_deleting_and_taking_back(two):
    """The trash keeps the folder; another brand is the default meanwhile; afterwards every byte is as it was."""
    slug = copy_brand(two, "acme", "Spare")
    workspace = make_default(two, slug)
    for name in ("sale.en", "news.en"):
        write_text(two.root / "templates" / name / "template.toml", 'format = 1\nkind = "legal"\nbrand = "acme"\n')
    before = tree(workspace)
    deleted = delete_brand(workspace, slug)
    assert Workspace.open(two.root).settings.brand == "acme"
    assert workspace.brands() == ["acme", "bolt"]
    assert restore_brand(Workspace.open(two.root), deleted) == slug
    assert tree(workspace) == before


def test_taking_back_does_not_overwrite(two):
    """A brand that got the name meanwhile stays."""
    slug = copy_brand(two, "bolt", "Spare")
    deleted = delete_brand(two, slug)
    copy_brand(two, "bolt", "Spare")
    with pytest.raises(InputError):
        restore_brand(two, deleted)
