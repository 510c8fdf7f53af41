"""The plain-text part that a person wrote."""

from __future__ import annotations

import zipfile

import pytest

from assets import asset
from templates.assemble import assemble, assemble_tagged, made_text_part
from templates.brand.kit import extract_brand
from templates.compile.text_part import tagged_text_part, text_part
from templates.delivery.export import export_zip
from templates.errors import TemplateError
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace


def test_tags_are_filled_in_and_nothing_is_escaped():
    """A text is no HTML."""
    text = text_part("Dear {{ name }},\n{% if a %}A & B{% endif %}\n", {"name": "<Ann & Bob>", "a": True}, "t.txt")
    assert text == "Dear <Ann & Bob>,\nA & B\n"


def test_an_error_names_its_line():
    """Of the text's own file."""
    with pytest.raises(TemplateError) as caught:
        text_part("one\n{{ missing.name }}", {}, "templates/x/template.txt")
    assert str(caught.value.place).startswith("templates/x/template.txt:2")


def test_an_export_keeps_the_tags_and_bakes_the_brand():
    """Values stand as they are; what the author escaped stays; a value cannot become a tag."""
    brand = {"name": "A & B <x>", "evil": "{{ x }}{% y %}"}
    text = tagged_text_part("{{ brand.name }} &amp; {{ contact.a }} {{ brand.evil }}", brand, "t.txt")
    assert text == "A & B <x> &amp; {{ contact.a }} { { x }}{ % y %}"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace with the sample's brand and one template."""
    kit = extract_brand(str(asset("samples", "site")))
    made = Workspace.create(tmp_path_factory.mktemp("text") / "w", name="W", brand=slug_of(kit))
    instantiate(made, starter("welcome"), "en", brand=add_brand(made, kit))
    return made


def test_the_file_is_what_is_sent(workspace, tmp_path):
    """With it both forms of the mail have it, in an export too; without it the text follows the mail again."""
    path = workspace.template("welcome.en").root / "template.txt"
    made = assemble(workspace, "welcome.en").text
    assert made_text_part(workspace, "welcome.en", workspace.template("welcome.en").text())
    path.write_text("Hello {{ contact.firstname }} from {{ brand.name }}\n", "utf-8")
    name = assemble(workspace, "welcome.en", contact={"firstname": "Ana"}).text
    assert name.startswith("Hello Ana from ")
    assert assemble_tagged(workspace, "welcome.en").text.startswith("Hello {{ contact.firstname }} from ")
    path.write_text("Hello {{ contact.firstname|default('you') }} from {{ brand.name }}\n", "utf-8")
    zipped = export_zip(workspace, tmp_path / "out.zip")
    with zipfile.ZipFile(zipped.path) as archive:
        names = [each for each in archive.namelist() if each.startswith("tagged") and each.endswith(".txt")]
        text = archive.read(names[0]).decode()
    assert text.startswith("Hello {{ contact.firstname|default('you') }} from ")
    path.unlink()
    assert assemble(workspace, "welcome.en").text == made
