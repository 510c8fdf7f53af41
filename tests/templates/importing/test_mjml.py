"""MJML comes in with what it includes and shows, and with nothing else of the disk that it lies on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from templates.compile.engine import mjml_engine
from templates.compile.pipeline import build
from templates.errors import InputError
from templates.importing.writing import import_file, suggested_name, write_import
from templates.source.parse import parse
from templates.source.validate import validate
from templates.workspace import Workspace

MAIL = """\
<mjml lang="en">
  <mj-head>
    <mj-title>Hello &amp; welcome</mj-title>
  </mj-head>
  <mj-body>
    <mj-include path="./parts/header.mjml" />
    <mj-section><mj-column><mj-image src="hero.png" /></mj-column></mj-section>
  </mj-body>
</mjml>
"""
HEADER = """\
<mjml><mj-head><mj-style>.h { color: red }</mj-style></mj-head>
<mj-body><mj-section css-class="h"><mj-column><mj-image src="../logo.png" /></mj-column></mj-section></mj-body></mjml>
"""


@pytest.fixture
def mail(put) -> Path:
    put("hero.png")
    put("logo.png", b"\x89PNG\r\n\x1a\n another")
    put("parts/header.mjml", HEADER)
    return put("sale.mjml", MAIL)


def test_includes_are_put_in_their_place(mail):
    """Head to head, body to body, pictures from where the included file lies."""
    found = import_file(mail, name="sale.en")
    assert "mj-include" not in found.text
    assert found.text.index("<mj-style>") < found.text.index("</mj-head>") < found.text.index('css-class="h"')
    assert 'src="templates/sale.en/images/logo.png"' in found.text
    assert 'src="templates/sale.en/images/hero.png"' in found.text
    assert sorted(found.files) == ["images/hero.png", "images/logo.png"]
    assert (found.form, found.title, found.language) == ("mjml", "Hello & welcome", "en")
    assert found.weight == sum(picture.weight for picture in found.pictures) > 0
    assert [(include.path, include.problem) for include in found.includes] == [("./parts/header.mjml", None)]


def test_includes_can_be_copied(mail, tmp_path):
    """They become files of the template, and the template builds with them in its workspace."""
    workspace = Workspace.create(tmp_path / "agency", name="A")
    found = import_file(mail, name="sale.en", includes="copy")
    assert '<mj-include path="templates/sale.en/includes/parts/header.mjml" />' in found.text
    made = write_import(workspace, found, "sale.en", kind="legal")
    html = build(made.text(), include=workspace.include, name=made.id).html
    assert "templates/sale.en/images/logo.png" in html
    assert (made.root / "images" / "hero.png").is_file()
    assert (made.meta.kind, made.meta.language, made.meta.group) == ("legal", "en", "sale")


def test_includes_can_be_left_out(mail):
    """Where they stood is still to be seen."""
    found = import_file(mail, name="sale.en", includes="omit")
    assert "<!-- mj-include: ./parts/header.mjml -->" in found.text
    assert ".h {" not in found.text


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing.mjml", "is not there"),
        ("/etc/passwd", "is not there"),
        ("../../secret.mjml", "outside"),
        ("%252e%252e/secret.mjml", "not there"),
        ("parts/key.pem", "cannot be included"),
        ("sale.mjml", "includes itself"),
        ("link.mjml", "no file of the folder"),
        ("picture.mjml", "no text"),
    ],
)
def test_an_include_reads_nothing_it_should_not(put, path, told):
    """Nothing outside the folder, nothing that is no mail, nothing twice over; the mail comes without it."""
    secret = put("../secret.mjml", "<mj-text>secret</mj-text>")
    put("parts/key.pem", "secret")
    put("picture.mjml", b"\x89PNG secret")
    mail = put("sale.mjml", f'<mjml><mj-body><mj-include path="{path}" /></mj-body></mjml>')
    (mail.parent / "link.mjml").symlink_to(secret)
    found = import_file(mail, name="sale.en")
    (include,) = found.includes
    assert told in str(include.problem)
    assert "secret<" not in found.text
    assert not found.files


def test_the_folder_can_be_a_wider_one(put):
    """A mail in a folder of its own may show what lies beside that folder, when a person says so."""
    put("shared/logo.png")
    mail = put("mails/sale.mjml", '<mjml><mj-body><mj-image src="../shared/logo.png" /></mj-body></mjml>')
    narrow = import_file(mail, name="x")
    assert narrow.pictures[0].problem is not None
    wide = import_file(mail, name="x", root=mail.parents[1])
    assert list(wide.files) == ["images/logo.png"]
    with pytest.raises(InputError, match="does not hold"):
        import_file(mail, name="x", root=mail.parents[1] / "shared")


def test_pictures_with_one_name_stay_two(put):
    """And one picture that is shown twice is copied once."""
    put("a/x.png")
    put("b/x.png", b"\x89PNG\r\n\x1a\n another")
    sources = ("a/x.png", "b/x.png", "./a/x.png", "https://e.example.com/x.png", "{{ picture }}")
    images = "".join(f'<mj-image src="{source}" />' for source in sources)
    found = import_file(put("m.mjml", f"<mjml><mj-body>{images}</mj-body></mjml>"), name="n")
    assert sorted(found.files) == ["images/x-2.png", "images/x.png"]
    assert found.text.count("templates/n/images/x.png") == 2
    assert "https://e.example.com/x.png" in found.text


def test_what_is_no_picture_is_not_copied(put):
    """A text that calls itself a picture stays where it is, and its problem is told."""
    put("secret.png", "-----BEGIN KEY-----")
    found = import_file(put("m.mjml", '<mjml><mj-body><mj-image src="secret.png" /></mj-body></mjml>'), name="n")
    assert not found.files
    assert "no picture" in str(found.pictures[0].problem)


def test_scripts_do_not_come_along(put):
    """In raw parts and addresses; data for a mail program's own buttons does."""
    text = (
        '<mjml><mj-body><mj-raw><script>x()</script><script type="application/ld+json">{"a": 1}</script>'
        '<a href="javascript:x()" onclick="x()">a</a></mj-raw><mj-button href=" JaVaScript:x()">b</mj-button>'
        "</mj-body></mjml>"
    )
    found = import_file(put("m.mjml", text), name="n")
    assert "x()" not in found.text
    assert '{"a": 1}' in found.text
    assert len(found.notices) == 3


def test_statements_are_set_free(put):
    """Other tools need a mj-raw around them, here they stand for themselves."""
    text = "<mjml><mj-body><mj-raw>{% if a %}</mj-raw><mj-section /><mj-raw> {% endif %} </mj-raw></mj-body></mjml>"
    found = import_file(put("m.mjml", text), name="n")
    assert found.text == "<mjml><mj-body>{% if a %}<mj-section />{% endif %}</mj-body></mjml>"


def test_foreign_tags_are_told(put):
    """The line is named; the tag stands as it was."""
    found = import_file(put("m.mjml", "<mjml>\n<mj-body><mj-text>{{ var:name }}</mj-text></mj-body></mjml>"), name="n")
    (notice,) = found.notices
    assert (notice.values["line"], "{{ var:name }}" in found.text) == (2, True)


def test_sections_alone_become_a_mail(put):
    """A part of a mail is framed; what is no mail at all is refused."""
    found = import_file(put("m.mjml", "<mj-section><mj-column /></mj-section>"), name="n")
    assert not [one for one in validate(parse(found.text)) if one.code == "illegal-parent"]
    assert found.text.startswith("<mjml>")
    with pytest.raises(InputError, match="no mj-body"):
        import_file(put("m.mjml", "<mjml><mj-head></mj-head></mjml>"), name="n")


def test_an_exported_template_comes_back(put, twenty, tmp_path):
    """What the workspace has already is not copied again."""
    template = twenty.template("welcome.en")
    path = put("welcome.mjml", template.text())
    found = import_file(path, name="welcome-2.en", workspace=twenty)
    assert found.text == template.text()
    assert not found.includes


def test_names_follow_the_file(tmp_path):
    """Plain, with the language, and free."""
    workspace = Workspace.create(tmp_path / "agency", name="A")
    assert suggested_name(workspace, Path("Soldes d’été.fr.html"), "fr") == "soldes-d-ete.fr"
    (workspace.root / "templates" / "sale.en").mkdir()
    assert suggested_name(workspace, Path("Sale.mjml"), "en") == "sale-2.en"
    assert suggested_name(workspace, Path("日本.mjml"), "") == "imported"


def test_the_gallery_comes_in_unchanged(shared, tmp_path):
    """Real mails of others: not a character is different, and they compile as before."""
    for path in sorted((shared / "data" / "mjml-gallery").glob("*.mjml")):
        copy = Path(shutil.copy(path, tmp_path))
        found = import_file(copy, name="n")
        assert found.text == path.read_bytes().decode(), path.name
        assert found.form == "mjml"
        assert mjml_engine().compile(found.text).html
