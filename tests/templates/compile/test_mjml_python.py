"""The pure-Python port: what it makes of mails, and every difference from the reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from templates.compile import engine, mjml_reference
from templates.compile.engine import Diagnostic, mjml_engine
from templates.compile.mjml_prepare import prepare
from templates.compile.mjml_python import PureEngine
from templates.compile.parity import differences, kinds
from templates.compile.pipeline import build
from templates.errors import EngineError, LimitError, TemplateError

GOLDEN = Path(__file__).parents[2] / "golden" / "mjml"
LISTED = json.loads((GOLDEN / "port.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def port() -> PureEngine:
    return PureEngine()


@pytest.mark.parametrize("name", sorted(LISTED))
def test_every_difference_from_the_reference_is_listed(name, port):
    """port.json holds all differences of the fixtures, and none that is gone."""
    source = (GOLDEN / name).read_text(encoding="utf-8")
    assert kinds(differences(mjml_engine().compile(source).html, port.compile(source).html)) == LISTED[name]


def test_the_gallery_compiles(shared, port):
    """All eleven real mails compile, those too that name a known font again."""
    for path in sorted((shared / "data" / "mjml-gallery").glob("*.mjml")):
        assert "</html>" in port.compile(path.read_text(encoding="utf-8")).html


def test_an_unknown_element_is_left_out_with_a_diagnostic(port, mail):
    """The port would stop at it; the reference drops it and says so."""
    compiled = port.compile("\n" + mail("<mj-foo><mj-text>gone</mj-text></mj-foo><mj-text>kept</mj-text>"))
    assert "kept" in compiled.html
    assert "gone" not in compiled.html
    assert compiled.diagnostics == (Diagnostic(2, "mj-foo", "Element mj-foo doesn't exist or is not registered"),)


def test_a_known_font_named_again_keeps_its_new_address(port, mail):
    """Half of all real mails name Roboto with other weights."""
    head = '<mj-font name="Roboto" href="https://fonts.example/r.css" />'
    html = port.compile(mail('<mj-text font-family="Roboto">x</mj-text>', head=head)).html
    assert "https://fonts.example/r.css" in html
    assert "googleapis" not in html


def test_repeated_defaults_are_merged(port, mail):
    """Two mj-attributes for one element count together, the later one first."""
    head = (
        '<mj-attributes><mj-text color="red" font-size="20px" /></mj-attributes>'
        '<mj-attributes><mj-text color="blue" /><mj-class name="a b" height="9px" /></mj-attributes>'
    )
    html = port.compile(mail("<mj-text>x</mj-text>", head=head)).html
    assert "color:blue" in html
    assert "font-size:20px" in html


def test_a_quote_in_an_attribute_stays_in_it(port, mail):
    """An alt text out of the data cannot begin an attribute of its own."""
    html = port.compile(mail('<mj-image src="a.png" alt="&#34; onerror=&#34;x" />')).html
    assert '" onerror="x' not in html
    assert "&#34; onerror=&#34;x" in html


@pytest.mark.parametrize("source", ["", "text", "<mjml>", "<mjml></mjml>"])
def test_text_that_is_no_mail_is_a_template_error(source, port):
    """The port's own stumbling never comes out."""
    with pytest.raises(TemplateError):
        port.compile(source)


def test_too_much_is_a_limit_error(port, mail):
    """The port cannot be interrupted, so long mails are refused and deep ones end cleanly."""
    with pytest.raises(LimitError, match="longer"):
        port.compile(mail("x" * 1_100_000))
    with pytest.raises(LimitError, match="deeply"):
        port.compile(mail("<mj-raw>" + "<div>" * 1_500 + "</mj-raw>"))


def test_plain_text_for_the_port_keeps_lines():
    """Removed elements leave the line numbers of the others alone where they can."""
    assert prepare("<mjml>\n<mj-foo/>\n<mj-text>x</mj-text></mjml>").text == "<mjml>\n\n<mj-text>x</mj-text></mjml>"


def test_the_port_takes_over_where_v8_is_missing(monkeypatch, mail):
    """A machine without V8 builds mails all the same."""

    def missing(*_: object) -> None:
        raise EngineError("V8 cannot be loaded.")

    monkeypatch.setattr(mjml_reference, "_start", missing)
    monkeypatch.setattr(engine, "_engines", [])
    made = build(mail("<mj-text>Hello {{ name }}</mj-text>"), data={"name": "Zoë"})
    assert "Hello Zoë" in made.html
    assert isinstance(mjml_engine(), PureEngine)
