"""A template's folder: its text, what it is, and its data sets, each read when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.errors import InputError, StorageError
from templates.template_folder import Sender, TemplateFolder


@pytest.fixture
def template(tmp_path: Path) -> TemplateFolder:
    """A template with all that it may have."""
    folder = tmp_path / "welcome.en"
    (folder / "data").mkdir(parents=True)
    (folder / "template.mjml").write_text("<mjml>é</mjml>")
    (folder / "template.toml").write_text(
        'kind = "marketing"\ngroup = "welcome"\ntags = ["new"]\n[sender]\nname = "Acme"\naddress = "a@b.example"\n'
    )
    for name in ("long", "default", "minimal"):
        (folder / "data" / f"{name}.json").write_text('{"name": "' + name + '"}')
    return TemplateFolder(folder, "welcome.en")


def test_text_id_and_meta_are_what_the_files_say(template: TemplateFolder) -> None:
    """What is not written down has its default."""
    meta = template.meta
    assert template.text() == "<mjml>é</mjml>"
    assert template.id == "templates/welcome.en/template.mjml"
    assert (meta.kind, meta.group, meta.tags, meta.language, meta.brand) == ("marketing", "welcome", ("new",), "en", "")
    assert meta.sender == Sender(name="Acme", address="a@b.example")


def test_a_damaged_meta_file_leaves_the_text_readable(template: TemplateFolder) -> None:
    """The fault is told with line and key when the meta data is asked for, not before."""
    (template.root / "template.toml").write_text('\nkind = "promo"\n')
    assert template.text()
    with pytest.raises(InputError, match=r"template\.toml:2:1: `kind` must be one of marketing, transactional, legal"):
        _ = template.meta


def test_a_missing_meta_file_is_said_to_be_missing(template: TemplateFolder) -> None:
    """With its path."""
    (template.root / "template.toml").unlink()
    with pytest.raises(StorageError, match=r"template\.toml: This file does not exist"):
        _ = template.meta


def test_data_sets_are_listed_default_first(template: TemplateFolder) -> None:
    """The others by name; what is no JSON file is passed over."""
    (template.root / "data" / ".hidden.json").write_text("{}")
    (template.root / "data" / "notes.txt").write_text("x")
    assert template.data_sets() == ["default", "long", "minimal"]
    assert template.data("long") == {"name": "long"}
    assert template.data() == {"name": "default"}


def test_a_template_without_data_has_an_empty_default(tmp_path: Path) -> None:
    """A mail without variables needs no file."""
    template = TemplateFolder(tmp_path, "plain")
    assert template.data_sets() == []
    assert template.data() == {}


def test_an_unknown_data_set_is_met_with_those_that_there_are(template: TemplateFolder) -> None:
    """A name with a path in it is just unknown."""
    (template.root / "secret.json").write_text("{}")
    for name in ("big", "../secret", ""):
        with pytest.raises(InputError, match=r"no data set `.*`\. It has: default, long, minimal"):
            template.data(name)
