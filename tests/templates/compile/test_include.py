"""mj-include: what goes where, what is refused, and where it all came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.compile.include import resolve_includes
from templates.compile.pipeline import build
from templates.errors import InputError, LimitError, Place, TemplateError

Folder = Callable[[str, str], tuple[str, str]]


@pytest.fixture
def folder() -> Callable[[dict[str, str]], Folder]:
    """Returns a resolver of these files; others do not exist, and ``../`` is refused as the workspace does."""

    def of(files: dict[str, str]) -> Folder:
        def include(path: str, _from: str) -> tuple[str, str]:
            if path.startswith("../"):
                raise InputError("{path} lies outside the workspace.", advice="Move it inside.", path=path)
            if path not in files:
                raise InputError("There is no file {path}.", path=path)
            return files[path], path

        return include

    return of


def flat(text: str, include: Folder | None = None) -> str:
    return resolve_includes(text, "t.mjml", include).text


def test_a_fragment_goes_in_place(folder):
    """What is around the include stays byte for byte."""
    assert flat('a\n <mj-include path="x.mjml" /> b', folder({"x.mjml": "<mj-text>x</mj-text>"})) == (
        "a\n <mj-text>x</mj-text> b"
    )


@pytest.mark.parametrize(
    "tag",
    [
        '<mj-include path="x.mjml"/>',
        "<mj-include path='x.mjml'></mj-include>",
        '<MJ-INCLUDE PATH="x.mjml">\n</MJ-INCLUDE>',
        '<mj-include\n  type="mjml"\n  path="x.mjml"\n/>',
    ],
)
def test_every_spelling_of_the_element_is_one(tag, folder):
    """Case, quotes, line breaks and a closing tag make no difference."""
    assert flat(f"[{tag}]", folder({"x.mjml": "X"})) == "[X]"


def test_a_whole_document_gives_its_head_to_the_head(folder):
    """Its body's children go in place, its head's to the end of the head."""
    whole = "<mjml><mj-head><mj-style>.x{}</mj-style></mj-head><mj-body><mj-section/></mj-body></mjml>"
    text = '<mjml><mj-head><mj-title>T</mj-title></mj-head><mj-body><mj-include path="x"/></mj-body></mjml>'
    assert flat(text, folder({"x": whole})) == (
        "<mjml><mj-head><mj-title>T</mj-title><mj-style>.x{}</mj-style></mj-head><mj-body><mj-section/></mj-body></mjml>"
    )


def test_a_head_is_made_when_there_is_none(folder):
    """A mail without a head gets one for what its includes bring."""
    text = '<mjml lang="en"><mj-body><mj-include path="x" type="css"/></mj-body></mjml>'
    assert flat(text, folder({"x": ".x{}"})) == (
        '<mjml lang="en"><mj-head><mj-style>.x{}</mj-style></mj-head><mj-body></mj-body></mjml>'
    )


def test_css_in_the_head_stays_in_its_order(folder):
    """A later sheet of the mail still wins over the included one."""
    text = (
        '<mjml><mj-head><mj-include path="x" type="css" css-inline="inline"/><mj-style>.y{}</mj-style></mj-head></mjml>'
    )
    assert flat(text, folder({"x": ".x{}"})) == (
        '<mjml><mj-head><mj-style inline="inline">.x{}</mj-style><mj-style>.y{}</mj-style></mj-head></mjml>'
    )


def test_html_becomes_raw(folder):
    """MJML carries it along as it is."""
    assert flat('<mj-include path="x" type="html"/>', folder({"x": "<b>x</b>"})) == "<mj-raw><b>x</b></mj-raw>"


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <mj-include path="x"/> -->',
        '<mj-raw><mj-include path="x"/></mj-raw>',
        '<mj-text>write &lt;mj-include&gt; or <mj-include path="x"/></mj-text>',
        '{# <mj-include path="x"/> #}',
        "{{ '<mj-include path=\"x\"/>' }}",
    ],
)
def test_what_only_looks_like_an_include_is_none(text, folder):
    """Comments, raw content and template tags are left alone."""
    assert flat(text, folder({})) == text


def test_line_ends_become_line_feeds(folder):
    """Windows and old Mac line ends give the same lines."""
    assert flat('a\r\n<mj-include path="x"/>\rb', folder({"x": "1\r\n2"})) == "a\n1\n2\nb"


def test_every_character_knows_its_file(folder):
    """Before, in and after an include, two levels deep, places are those of the files."""
    files = {"a": 'A1\n<mj-include path="b"/>A2', "b": "B1\n  B2"}
    source = resolve_includes('T1\n <mj-include path="a"/> T2', "t.mjml", folder(files))
    places = {word: source.place(source.text.index(word)) for word in ("T1", "A1", "B1", "B2", "A2", "T2")}
    assert places == {
        "T1": Place("t.mjml", 1, 1),
        "A1": Place("a", 1, 1),
        "B1": Place("b", 1, 1),
        "B2": Place("b", 2, 3),
        "A2": Place("a", 2, 23),
        "T2": Place("t.mjml", 2, 25),
    }


def test_what_was_made_here_stands_for_its_include(folder):
    """The mj-raw around included HTML has the include's place."""
    source = resolve_includes('\n <mj-include path="x" type="html"/>', "t.mjml", folder({"x": "y"}))
    assert source.place(source.text.index("</mj-raw>")) == Place("t.mjml", 2, 2)


def test_an_include_outside_the_workspace_is_refused_at_its_place(failure, folder):
    """The workspace's own sentence comes with the place of the mj-include."""
    error = failure('<mjml>\n  <mj-include path="../x.mjml" />\n</mjml>', include=folder({}))
    assert isinstance(error, TemplateError)
    assert str(error) == "template.mjml:2:3: ../x.mjml lies outside the workspace. Move it inside."


def test_a_missing_file_in_an_included_one_is_named_there(failure, folder):
    """The place is in the file that holds the mj-include."""
    error = failure('<mjml><mj-include path="a"/></mjml>', include=folder({"a": '\n<mj-include path="b"/>'}))
    assert str(error) == "a:2:1: There is no file b."


def test_a_circle_is_an_error_at_the_include_that_closes_it(failure, folder):
    """A file cannot include itself through another."""
    files = {"a": '<mj-include path="b"/>', "b": ' <mj-include path="a"/>'}
    error = failure('<mjml><mj-include path="a"/></mjml>', include=folder(files))
    assert str(error) == "b:1:2: a includes itself. Remove one include."


def test_a_path_with_a_template_tag_is_refused(failure, folder):
    """Which file is read cannot depend on data."""
    error = failure('<mjml><mj-include path="{{ x }}.mjml"/></mjml>', include=folder({}))
    assert "holds a template tag" in str(error)


def test_without_a_folder_nothing_is_included(failure):
    """Text from nowhere has nothing beside it."""
    assert "There is no folder here" in str(failure('<mjml><mj-include path="a"/></mjml>'))


def test_includes_end_at_ten_levels(failure):
    """A chain of ever new files stops."""
    error = failure(
        '<mjml><mj-include path="a"/></mjml>', include=lambda path, _: (f'<mj-include path="{path}a"/>', path)
    )
    assert isinstance(error, LimitError)
    assert "nested more than 10 deep" in str(error)


def test_includes_end_at_five_megabytes(failure):
    """A large file included again and again stops."""
    text = "<mjml>" + '<mj-include path="a" type="mjml"/>' * 10 + "</mjml>"
    error = failure(text, include=lambda path, _: ("x" * 1_000_000, path))
    assert isinstance(error, LimitError)
    assert "longer than 5000000 characters" in str(error)


def test_an_include_out_of_a_variable_opens_nothing(folder):
    """After Jinja it is removed, with a warning at the tag it came from."""
    text = "<mjml><mj-body>\n  {{ x|safe }}<mj-section><mj-column/></mj-section></mj-body></mjml>"
    made = build(text, data={"x": '<mj-include path="secret" />'}, include=folder({"secret": "S"}))
    assert "mj-include" not in made.mjml
    assert [(notice.message, str(notice.place)) for notice in made.warnings] == [
        ("An mj-include that came out of a variable was removed.", "template.mjml:2:8")
    ]
