"""A template's mail in a service's language, and the zip of it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from templates.delivery.export import export_zip
from templates.delivery.translate import findings, translate
from templates.dialects.mailjet import DIALECT
from templates.errors import InputError, Place
from templates.files import write_text
from templates.workspace import Workspace
from tests.mailjet_interpreter.template import tags


def mail_of(workspace: Workspace, body: str, *, name: str = "made.en", kind: str = "transactional") -> None:
    """Write a template of one text; its data has a list."""
    folder = workspace.root / "templates" / name
    text = f"<mjml><mj-head><mj-title>Dear {{{{ name }}}}</mj-title></mj-head><mj-body>\n{body}\n</mj-body></mjml>"
    write_text(folder / "template.mjml", text)
    write_text(folder / "template.toml", f'format = 1\nkind = "{kind}"\nbrand = "acme"\nlanguage = "fr"\n')
    write_text(folder / "data" / "default.json", '{"var": {"name": "A & B", "rows": [{"n": 1}]}, "data": {}}')


def section(words: str) -> str:
    """A section with one text."""
    return f"<mj-section><mj-column><mj-text>{words}</mj-text></mj-column></mj-section>"


def test_every_part_is_in_the_language(two: Workspace) -> None:
    """HTML, MJML, text and subject; the brand is in, the language is the template's."""
    mail_of(two, section('{{ brand.name }} {{ name }} <a href="{{ links.unsubscribe }}">x</a>'))
    mail = translate(two, "made.en", DIALECT)
    assert mail.form == "transactional"
    assert mail.subject == "Dear {{var:name}}"
    for text in (mail.html, mail.mjml, mail.text):
        assert {inside for _, inside in tags(text)} == {"var:name", "mj:unsub_link_fr"}
        assert "Acme" in text


def test_findings_stand_in_the_template_and_its_parts(two: Workspace) -> None:
    """Each has the file and line in which a person wrote it, be it an included part or the written text part."""
    write_text(two.root / "modules" / "part.mjml", section("{{ a }}\n{{ a|length }}"))
    mail_of(two, '<mj-include path="modules/part.mjml" />\n' + section("{{ b|join }}"))
    write_text(two.root / "templates" / "made.en" / "template.txt", "{{ brand.name }}\n{{ c|sort }}\n")
    assert [one.place for one in findings(two, "made.en", DIALECT) if one.level == "refusal"] == [
        Place("modules/part.mjml", 2, 4),
        Place("templates/made.en/template.mjml", 3, 36),
        Place("templates/made.en/template.txt", 2, 4),
    ]


def test_a_warning_is_given_once_a_template(two: Workspace) -> None:
    """What the MJML was warned of is not said of the text part again; what is new there is."""
    mail_of(two, section("{% if a %}b{% endif %}"), kind="marketing")
    path = two.root / "templates" / "made.en" / "template.txt"
    write_text(path, "{% if a %}{% for x in xs %}{% endfor %}{% endif %}")
    found = [(one.code, one.place and one.place.file) for one in findings(two, "made.en", DIALECT)]
    assert [one for one in found if one[0] != "mailjet.raw-value"] == [
        ("mailjet.marketing-statement", "templates/made.en/template.mjml"),
        ("mailjet.for-in-if", "templates/made.en/template.txt"),
    ]


def test_the_sample_data_is_completed(two: Workspace) -> None:
    """What the language has no default for is in the variables."""
    body = "{% if more|default('') %}{% for x in more %}{{ x }}{% endfor %}{% endif %}"
    mail_of(two, section(body + "{% for row in rows %}{{ row.n }}{{ row.note|default('-') }}{% endfor %}"))
    variables = translate(two, "made.en", DIALECT).variables
    assert variables == {"name": "A & B", "rows": [{"n": 1, "note": "-"}], "more": []}


def test_brackets_written_as_entities_are_text(two: Workspace) -> None:
    """What the advice says works, whatever a tool made of the entity on the way."""
    mail_of(two, section("see &#91;[this]]"))
    mail = translate(two, "made.en", DIALECT)
    assert not mail.refused
    assert "see [ [this]]" in mail.text
    assert {inside for text in (mail.html, mail.mjml, mail.text) for _, inside in tags(text)} == {"var:name"}


def test_what_only_the_built_mail_shows_is_said(two: Workspace) -> None:
    """MJML puts the title into an attribute too, where a tag with both kinds of quotes cannot stand."""
    mail_of(two, section("words"))
    path = two.root / "templates" / "made.en" / "template.mjml"
    title = """<mj-title>{% if name == "l'un" %}A{% endif %}</mj-title>"""
    write_text(path, path.read_text("utf-8").replace("<mj-title>Dear {{ name }}</mj-title>", title))
    assert findings(two, "made.en", DIALECT) == ()
    (found,) = translate(two, "made.en", DIALECT).findings
    assert (found.code, found.place) == ("mailjet.quotes", Place("templates/made.en/template.mjml"))


@pytest.fixture
def mixed(two: Workspace) -> Workspace:
    """One template that can be said, and one that cannot."""
    mail_of(two, section("{{ name }}"), name="good.fr")
    mail_of(two, section("{{ name }}{{ rows|length }}"), name="bad.fr")
    return two


def test_a_template_that_cannot_be_said_is_left_out(mixed: Workspace, tmp_path: Path) -> None:
    """The others are written; the report in the zip names the place."""
    done = export_zip(mixed, tmp_path / "out.zip", ["good.fr", "bad.fr"], dialect="mailjet")
    assert (done.templates, done.left_out) == (("good.fr",), ("bad.fr",))
    archive = zipfile.ZipFile(tmp_path / "out.zip")
    assert sorted(archive.namelist()) == [
        "README.txt",
        *(f"mailjet/02-good.fr.{ending}" for ending in ("html", "json", "mjml", "txt")),
        "report.txt",
    ]
    report = archive.read("report.txt").decode()
    assert "bad.fr (not in this zip)" in report
    assert "templates/bad.fr/template.mjml:2:" in report
    about = json.loads(archive.read("mailjet/02-good.fr.json"))
    assert about["TemplateLanguage"] is True
    assert about["Subject"] == "Dear {{var:name}}"
    assert about["From"]["Name"] == "Acme"
    assert about["Variables"]["name"] == "A & B"


def test_who_accepts_it_gets_the_rest(mixed: Workspace, tmp_path: Path) -> None:
    """With the user's word it is written without what cannot be said; the same again are the same bytes."""
    paths = tmp_path / "one.zip", tmp_path / "two.zip"
    for path in paths:
        done = export_zip(mixed, path, ["bad.fr"], dialect="mailjet", accept=True)
    assert done.templates == ("bad.fr",)
    assert "length" not in zipfile.ZipFile(paths[0]).read("mailjet/01-bad.fr.html").decode()
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_nothing_is_written_for_nothing(mixed: Workspace, tmp_path: Path) -> None:
    """When no template can be said, a zip that is there stays as it is."""
    path = tmp_path / "out.zip"
    path.write_bytes(b"the old one")
    assert export_zip(mixed, path, ["bad.fr"], dialect="mailjet").templates == ()
    assert path.read_bytes() == b"the old one"


def test_rendered_alone(mixed: Workspace, tmp_path: Path) -> None:
    """Without tags: the rendered form and nothing that holds one."""
    export_zip(mixed, tmp_path / "out.zip", ["good.fr"], dialect="rendered")
    archive = zipfile.ZipFile(tmp_path / "out.zip")
    assert {name.split("/")[0] for name in archive.namelist()} == {"rendered", "data", "README.txt", "brand.json"}
    assert "A &amp; B" in archive.read("rendered/01-good.fr.html").decode()


@pytest.mark.parametrize(
    ("dialect", "form", "known"),
    [("mailjt", "", "mailjet"), ("mailjet", "letter", "marketing"), ("jinja", "marketing", "service")],
)
def test_a_misspelt_dialect_or_form(two: Workspace, tmp_path: Path, dialect: str, form: str, known: str) -> None:
    """The answer names those that there are."""
    with pytest.raises(InputError) as caught:
        export_zip(two, tmp_path / "out.zip", dialect=dialect, form=form)
    assert known in caught.value.advice


def test_the_published_examples(two: Workspace) -> None:
    """A promotion code for loyal customers alone, and an event for those who live in New York."""
    code = "<mj-section><mj-column><mj-text>CODE10</mj-text></mj-column></mj-section>"
    mail_of(
        two,
        f"{{% if segment.loyalty %}}\n{code}\n{{% endif %}}\n"
        + '{% if contact.city|default("") == "New York" %}\n'
        + section("Tonight")
        + "\n{% endif %}",
    )
    said = [inside.strip() for kind, inside in tags(translate(two, "made.en", DIALECT).mjml) if kind == "statement"]
    assert said == ["if segment:loyalty", "endif", 'if data:city:"" == "New York"', "endif"]
