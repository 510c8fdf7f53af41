"""Templates that change their brand."""

from __future__ import annotations

import pytest

from templates.assemble import assemble
from templates.brands.moving import movable, move_back, move_templates
from templates.errors import InputError, StorageError
from templates.files import write_text


def files(workspace, *names: str) -> dict[str, str]:
    """The texts of these templates' folders."""
    folders = [workspace.template(name).root for name in names]
    return {str(path): path.read_text("utf-8") for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_settings_includes_pictures_and_data_move(two):
    """The mail is then that of the other brand, whether its setting named one or not; words and comments stay."""
    progress: list[tuple[int, int, str]] = []
    moved = move_templates(two, ["sale.en", "news.en"], "bolt", on_progress=lambda *step: progress.append(step))
    assert [one.name for one in moved.changed] == ["sale.en", "news.en"]
    assert moved.skipped == ()
    assert progress == [(1, 2, "sale.en"), (2, 2, "news.en")]
    for name in ("sale.en", "news.en"):
        template = two.template(name)
        assert template.meta.brand == "bolt"
        assert "# a comment" in (template.root / "template.toml").read_text("utf-8")
        assert "brands/acme/" not in template.text()
        assert template.data()["picture"] == "brands/bolt/logo-wide.png"
        assert "Write here." in template.text()
        assert "www.facebook.com/bolt" in assemble(two, name).html


def test_a_file_that_only_the_old_brand_has_keeps_its_path(two):
    """The mail goes on showing it; a path that a tag completes moves with its folder."""
    text = '<mjml><mj-body><mj-raw>brands/acme/own.png brands/acme/art/{{ icon }}.png brands/acme/parts/head "' + (
        'x/brands/acme/logo-wide.png"</mj-raw></mj-body></mjml>\n'
    )
    write_text(two.root / "brands" / "acme" / "own.png", "picture")
    write_text(two.template("sale.en").mjml_path, text)
    move_templates(two, ["sale.en"], "bolt")
    assert two.template("sale.en").text() == text.replace("acme/art", "bolt/art").replace("acme/parts", "bolt/parts")


def test_values_written_by_hand_stay(two):
    """A colour or an address in the text is the designer's."""
    path = two.template("sale.en").mjml_path
    write_text(path, path.read_text("utf-8").replace("Write here.", '<a href="https://acme.example">#1144aa</a>'))
    move_templates(two, ["sale.en"], "bolt")
    assert '<a href="https://acme.example">#1144aa</a>' in path.read_text("utf-8")


def test_a_linked_module_stays_and_is_named(two):
    """Other templates link it too, so it goes on naming the old brand's file, and the result says so."""
    module = two.root / "modules" / "hero.mjml"
    write_text(module, '<mj-section><mj-column><mj-image src="brands/acme/art/a.png" /></mj-column></mj-section>\n')
    path = two.template("sale.en").mjml_path
    linked = path.read_text("utf-8").replace("</mj-body>", '<mj-include path="modules/hero.mjml" /></mj-body>')
    write_text(path, linked)
    moved = move_templates(two, ["sale.en", "news.en"], "bolt")
    assert [one.modules for one in moved.changed] == [("modules/hero.mjml",), ()]
    assert "brands/acme/" in module.read_text("utf-8")


def test_one_that_is_open_elsewhere_is_skipped_with_its_name(two):
    """The others move all the same."""
    before = files(two, "sale.en")
    with two.lock(two.template("sale.en").mjml_path):
        moved = move_templates(two, ["sale.en", "news.en"], "bolt")
    assert [one.name for one in moved.changed] == ["news.en"]
    assert [str(error.place.file) for error in moved.skipped] == [str(two.template("sale.en").mjml_path)]
    assert files(two, "sale.en") == before


def test_a_template_changes_wholly_or_not_at_all(two, monkeypatch):
    """When one of its files cannot be written the others are as they were."""
    before = files(two, "sale.en")

    def write(path, text):
        if path.suffix == ".json":
            raise StorageError("The disk is full; nothing was changed.")
        write_text(path, text)

    monkeypatch.setattr("templates.brands.references.write_text", write)
    moved = move_templates(two, ["sale.en"], "bolt")
    assert moved.changed == ()
    assert len(moved.skipped) == 1
    assert files(two, "sale.en") == before


def test_moving_back_is_as_if_nothing_had_been(two):
    """Every byte of every file."""
    before = files(two, "sale.en", "news.en", "offer.en")
    moved = move_templates(two, ["sale.en", "news.en", "offer.en"], "bolt")
    assert [one.name for one in moved.changed] == ["sale.en", "news.en"]
    assert move_back(two, moved) == []
    assert files(two, "sale.en", "news.en", "offer.en") == before


def test_what_was_changed_since_is_not_moved_back(two):
    """Somebody's work is worth more than an undo; the sentence names the template."""
    moved = move_templates(two, ["sale.en", "news.en"], "bolt")
    path = two.template("sale.en").mjml_path
    write_text(path, path.read_text("utf-8") + "<!-- mine -->\n")
    (left,) = move_back(two, moved)
    assert left.values["name"] == "sale.en"
    assert path.read_text("utf-8").endswith("<!-- mine -->\n")
    assert two.template("news.en").meta.brand == ""


def test_there_must_be_such_a_brand(two):
    """And such a template; nothing is changed otherwise."""
    with pytest.raises(InputError):
        move_templates(two, ["sale.en"], "gone")
    with pytest.raises(InputError):
        move_templates(two, ["sale.en", "gone.en"], "bolt")
    assert two.template("sale.en").meta.brand == "acme"


def test_what_can_be_moved(two):
    """Templates of other brands, those without a setting of their own included."""
    assert movable(two, "bolt") == ["news.en", "sale.en"]
    assert movable(two, "acme") == ["offer.en"]
