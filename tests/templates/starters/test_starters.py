"""The twenty starters as a company gets them: every one in two languages and three data sets."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from lxml import html as lxml_html

from templates.compile.pipeline import Build
from templates.starters import DATA_SETS, LANGUAGES, starter, starters
from templates.workspace import Workspace

Mail = Callable[..., Build]
GOLDEN = Path(__file__).parent / "golden"
CLIPPED = 102_400  # bytes: beyond it Gmail hides the rest, the unsubscribe link with it


def parts(template: str) -> tuple[str, str]:
    """("welcome", "en")"""
    name, _, language = template.rpartition(".")
    return name, language


def source(template: str) -> str:
    name, _ = parts(template)
    return (starter(name).folder / "template.mjml").read_text("utf-8")


def test_there_are_twenty_in_their_order() -> None:
    """The set is complete: numbers 1 to 20, each once."""
    assert [one.number for one in starters()] == list(range(1, 21))


@pytest.mark.parametrize("data", DATA_SETS)
def test_every_data_set_builds_without_a_word(template: str, data: str, mail: Mail) -> None:
    """Default, minimal and long data give a mail with no warning and no tag left over."""
    built = mail(template, data)
    assert built.warnings == ()
    for leftover in ("{{", "{%", "@{", "Undefined", "mj-"):
        assert leftover not in re.sub(r"<style.*?</style>|mj-column-per|mj-outlook", "", built.html, flags=re.DOTALL)


def test_the_frame_of_a_mail(template: str, mail: Mail) -> None:
    """Title, preheader, language, text part and weight are as every mail needs them."""
    built = mail(template, "default")
    page = lxml_html.document_fromstring(built.html)
    assert page.findtext(".//title") == built.subject
    assert 10 <= len(built.subject) <= 60
    assert 40 <= len(built.preheader) <= 110
    assert page.get("lang") == parts(template)[1]
    assert len(built.html.encode()) < CLIPPED
    assert len(built.text.split()) > 30
    assert built.preheader not in built.text


def test_a_marketing_mail_can_be_left(template: str, mail: Mail) -> None:
    """Marketing mails have the way out and the online view; legal and service mails say why they come."""
    built = mail(template, "default")
    kind = starter(parts(template)[0]).kind
    for link in ("/unsubscribe", "/view-online"):
        assert (f'{link}"' in built.html) == (kind == "marketing")
        assert (link in built.text) == (kind == "marketing")


def test_pictures_are_local_files_with_words(template: str, mail: Mail, twenty: Workspace) -> None:
    """Each picture is a PNG of the workspace, has an alt attribute, and weighs under 60 KB."""
    built = mail(template, "default")
    page = lxml_html.document_fromstring(built.html)
    for image in page.iter("img"):
        assert image.get("alt") is not None
        assert image.get("src") in built.images
    for name in built.images:
        path = twenty.file(name)
        assert path.suffix == ".png"
        assert path.stat().st_size <= 60_000, name


def test_sections_have_names(template: str) -> None:
    """Each section of the body carries its label, so that an outline can show it."""
    body = source(template).partition("<mj-body>")[2]
    for section in re.findall(r"<mj-(?:section|hero|wrapper)\b[^>]*>", body):
        assert re.search(r'css-class="mw-s-[a-z-]+', section), section


def test_both_languages_say_everything(template: str) -> None:
    """Every slot of the text has words in this language, and no words are left unused."""
    import tomllib

    name, language = parts(template)
    words = tomllib.loads((starter(name).folder / f"strings.{language}.toml").read_text("utf-8"))
    data = "".join(path.read_text("utf-8") for path in (starter(name).folder / "data").glob(f"*.{language}.json"))
    used = set(re.findall(r"@\{([\w.]+)\}", source(template) + data)) - {"brand", "language"}
    assert used == set(flat(words))


def flat(words: dict[str, object], prefix: str = "") -> list[str]:
    names: list[str] = []
    for key, value in words.items():
        names += flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key]
    return names


def test_the_languages_use_the_same_variables(twenty: Workspace) -> None:
    """A French template takes the data of its English sibling: the same names are asked for."""
    for one in starters():
        asked = [names_in(twenty.template(f"{one.name}.{language}").text()) for language in LANGUAGES]
        assert asked[0] == asked[1], one.name


def names_in(text: str) -> set[str]:
    """The variables and fields that the tags of a template name."""
    tree = Environment(autoescape=True).parse(text)
    return {node.name for node in tree.find_all(nodes.Name)} | {node.attr for node in tree.find_all(nodes.Getattr)}


FEATURES = {
    r"{% for \w+ in": "welcome product-launch trial-started trial-ending contact-received satisfaction-survey "
    "task-assigned activity-summary reactivation black-friday christmas new-year gdpr-requalification "
    "erasure-confirmation summer-newsletter",
    r"{% elif": "contact-received task-assigned invitation activity-summary reactivation",
    r"(?:[<>]=?|==) \d": "trial-ending activity-summary black-friday gdpr-requalification erasure-confirmation",
    r"segment\.": "black-friday summer-newsletter",
    r"opened_since\(180\)": "reactivation",
    r"\.gif|hero_gif": "black-friday",
}


@pytest.mark.parametrize("pattern", FEATURES)
def test_the_language_is_exercised(pattern: str) -> None:
    """Loops, alternatives, numbers, segments and behaviour stand where the specification wants them."""
    for name in FEATURES[pattern].split():
        assert re.search(pattern, source(f"{name}.en")), name


def test_the_rest_of_the_matrix(mail: Mail) -> None:
    """The digest nests its loops and says when there is nothing, seasons show in two subjects, one mail is dark."""
    digest = source("activity-summary.en")
    assert re.search(r"{% for row in rows %}(?:(?!{% endfor %}).)*{% for child in row\.children %}", digest, re.DOTALL)
    assert "Nothing" in mail("activity-summary.en", "minimal").text
    assert "Nothing" not in mail("activity-summary.en").text
    for name in ("christmas", "summer-newsletter"):
        for language in LANGUAGES:
            assert re.search("[\u2600-\u27bf\U0001f300-\U0001faff]", mail(f"{name}.{language}").subject), name
    assert body_of(mail("black-friday.en")).count("#101012") > 10


def test_defaults_are_everywhere() -> None:
    """No starter needs what is optional: each gives a default somewhere."""
    for one in starters():
        assert "|default(" in source(f"{one.name}.en") + (one.folder / "strings.en.toml").read_text("utf-8"), one.name


def test_without_a_button(mail: Mail) -> None:
    """The erasure letter has no button at all; the re-qualification has exactly two, one of them the way out."""
    assert "mw-button" not in body_of(mail("erasure-confirmation.en"))
    buttons = re.findall(r'href="([^"]+)"[^>]*>\s*(?:YES|NO)\s*<', body_of(mail("gdpr-requalification.en")))
    assert len(buttons) == 2
    assert sum(url.endswith("/unsubscribe") for url in buttons) == 1


def body_of(built: Build) -> str:
    return built.html.partition("<body")[2]


def test_the_golden_files(mail: Mail, template: str, golden: Callable[[Path, str], None]) -> None:
    """A change of a starter's text, or of the way it is compiled, is seen before it is shipped."""
    built = mail(template, "default")
    golden(GOLDEN / f"{template}.txt", f"{built.subject}\n{built.preheader}\n\n{built.text}")
    if template.endswith(".en"):
        golden(GOLDEN / f"{template}.html", one_tag_a_line(built.html))


def one_tag_a_line(html: str) -> str:
    """HTML that a person can compare: each tag on its own line, white space folded."""
    return re.sub(r">\s*<", ">\n<", re.sub(r"[ \t\r\n]+", " ", html)).strip() + "\n"
