"""From a kit to a workspace full of templates."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assets import asset
from templates.assemble import assemble, assemble_tagged
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.store import load_brand, update_brand
from templates.errors import InputError
from templates.generate import add_brand, add_starters, remake_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace


@pytest.fixture
def workspace(twenty: Workspace, tmp_path: Path) -> Workspace:
    """A copy that a test may change."""
    return Workspace.open(Path(shutil.copytree(twenty.root, tmp_path / "copy")))


@pytest.fixture(scope="module")
def kit() -> BrandKit:
    return extract_brand(str(asset("samples", "site")))


@pytest.mark.parametrize(
    ("name", "slug"), [("Café Noël & Fils", "cafe-noel-fils"), ("株式会社", "brand"), ("A" * 99, "a" * 40)]
)
def test_a_folder_name_for_any_company(kit: BrandKit, name: str, slug: str) -> None:
    """Accents are dropped, what has no Latin letters gets a plain name, long names are cut."""
    assert slug_of(replace(kit, name=name)) == slug


def test_an_update_changes_all_templates(workspace: Workspace) -> None:
    """A new colour and name are in every mail after the brand was made again, and no template's file was touched."""
    before = {folder.name: folder.text() for folder in workspace.templates()}
    update_brand(workspace.brand_folder("kettlewren"), primary="#7a1fa2", name="Northlight", facebook="")
    assert remake_brand(workspace, "kettlewren") == []
    for folder in workspace.templates():
        mail = assemble(workspace, folder.name)
        assert "Northlight" in mail.html, folder.name
        assert "Kettlewren<" not in mail.html, folder.name
        assert "social-facebook" not in mail.html, folder.name
        if not folder.name.startswith("black-friday"):
            assert "#7a1fa2" in mail.html, folder.name
    assert {folder.name: folder.text() for folder in workspace.templates()} == before


def test_starters_are_added_once(workspace: Workspace) -> None:
    """What is there stays; what was deleted comes back; progress counts all."""
    welcome = workspace.template("welcome.en")
    welcome.mjml_path.write_text("<mjml><mj-body></mj-body></mjml>", "utf-8")
    shutil.rmtree(workspace.template("christmas.fr").root)
    seen: list[tuple[int, int]] = []
    made = add_starters(workspace, "kettlewren", on_progress=lambda done, total, name: seen.append((done, total)))
    assert [folder.name for folder in made] == ["christmas.fr"]
    assert seen == [(number, 40) for number in range(1, 41)]
    assert welcome.text() == "<mjml><mj-body></mj-body></mjml>"


def test_instantiating_over_a_template_is_refused(workspace: Workspace) -> None:
    """A starter never replaces a template; under another name it is welcome."""
    with pytest.raises(InputError, match="already"):
        instantiate(workspace, starter("welcome"), "en", brand="kettlewren")
    assert instantiate(workspace, starter("welcome"), "en", brand="kettlewren", name="hello").name == "hello"
    with pytest.raises(InputError, match="welcome"):
        starter("welcom")
    with pytest.raises(InputError, match="`de`"):
        instantiate(workspace, starter("welcome"), "de", brand="kettlewren")


def test_a_template_of_a_lost_brand(workspace: Workspace) -> None:
    """A brand that is not there is named, with those that are."""
    path = workspace.template("welcome.en").root / "template.toml"
    path.write_text(path.read_text("utf-8").replace('brand = "kettlewren"', 'brand = "acme"'), "utf-8")
    with pytest.raises(InputError, match="acme") as caught:
        assemble(workspace, "welcome.en")
    assert "kettlewren" in caught.value.advice


def test_the_tagged_form_knows_no_brand(workspace: Workspace) -> None:
    """The brand is baked in, the recipient's tags are kept."""
    mail = assemble_tagged(workspace, "welcome.en")
    assert "{{ brand" not in mail.html
    assert "{{ contact.firstname }}" in mail.html
    assert mail.subject == "Welcome to Kettlewren"


def test_logos_that_are_gone_are_made_again(kit: BrandKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From their originals; as long as all are there nobody draws them."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, light: None)
    workspace = Workspace.create(tmp_path / "agency", name="Agency")
    folder = workspace.brand_folder(add_brand(workspace, kit, slug="acme"))
    before = (folder / "logo-wide.png").read_bytes()
    (folder / "logo-wide.png").unlink()
    remake_brand(workspace, "acme")
    assert (folder / "logo-wide.png").read_bytes() == before
    assert not load_brand(folder).logo.drawn
