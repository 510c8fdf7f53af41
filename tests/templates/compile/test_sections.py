"""Section by section is the whole compile, token for token; and only the section that changed is compiled."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.assemble import assemble
from templates.compile.engine import Compiled, mjml_engine
from templates.compile.mjml_python import PureEngine
from templates.compile.parity import differences, tokens
from templates.compile.section_cache import SectionCache
from templates.compile.section_lines import in_mail
from templates.compile.sections import compile_document, compile_sections, fill
from templates.compile.split import split
from templates.errors import TemplateError
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

GOLDEN = Path(__file__).parents[2] / "golden" / "mjml"
WHOLE = {"tagged.mjml", "text.mjml"}  # tags between elements, inlined styles
WHOLE_GALLERY = {"referral-email.mjml", "ticketshop.mjml", "ugg-royale.mjml"}  # inlined styles
SECTION = "<mj-section><mj-column>{}</mj-column></mj-section>"
CAROUSEL = SECTION.format(
    '<mj-carousel><mj-carousel-image src="a.png" /><mj-carousel-image src="b.png" /></mj-carousel>'
)
SELECTED = (
    '<mj-html-attributes><mj-selector path="{}"><mj-html-attribute name="data-id">42</mj-html-attribute></mj-selector>'
    "</mj-html-attributes>"
)
RANDOM_ID = re.compile(r"\b[0-9a-f]{16}\b")


@dataclass
class Counting:
    """The process's engine, noting what it compiled."""

    name: str = "counting"
    wholes: int = 0
    sections: list[str] = field(default_factory=list)
    frames: int = 0

    def compile(self, source):
        self.wholes += 1
        return mjml_engine().compile(source)

    def section(self, source, seed):
        self.sections.append(source)
        return mjml_engine().section(source, seed)

    def frame(self, union):
        self.frames += 1
        return mjml_engine().frame(union)


def in_sections(mjml: str, cache: SectionCache) -> Compiled | None:
    """The mail compiled in sections, None where it must not be."""
    found = split(mjml)
    done = compile_document(found[0], cache, mjml_engine(), eager=True) if found else None
    return Compiled(done.html, tuple(in_mail(done.said, mjml, found[1]))) if found and done else None


def assert_like_whole(mjml: str, cache: SectionCache) -> None:
    """The mail in sections has the tokens and the diagnostics of the whole compile."""
    whole, made = mjml_engine().compile(mjml), in_sections(mjml, cache)
    assert made is not None
    assert made.diagnostics == whole.diagnostics
    if tokens(made.html) != tokens(whole.html):
        assert differences(whole.html, made.html) == []


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.mjml")), ids=lambda path: path.name)
def test_fixtures_equal_the_whole_compile(path):
    """Tokens and diagnostics are the same; what cannot be taken apart is known by name."""
    mjml = path.read_text(encoding="utf-8")
    if path.name in WHOLE:
        assert in_sections(mjml, SectionCache()) is None
        assert compile_sections(mjml, SectionCache()) == mjml_engine().compile(mjml)
    else:
        assert_like_whole(mjml, SectionCache())


def test_the_gallery_equals_the_whole_compile(shared):
    """Real mails too."""
    for path in sorted((shared / "data" / "mjml-gallery").glob("*.mjml")):
        mjml = path.read_text(encoding="utf-8")
        if path.name in WHOLE_GALLERY:
            assert in_sections(mjml, SectionCache()) is None
        else:
            assert_like_whole(mjml, SectionCache())


def test_every_starter_equals_the_whole_compile(twenty: Workspace, by_turns: list[TemplateFolder]):
    """All starters are compiled in sections, in either language, with one cache for all of them."""
    cache = SectionCache()
    for template in by_turns:
        assert_like_whole(assemble(twenty, template.name).mjml, cache)


PLAIN_EDITS = ["a", " ", "\n", "<b>b</b>", "&amp;", "é", "<br>", "{{"]
ODD_EDITS = [
    "<",
    ">",
    '"',
    "</",
    "<!--",
    "-->",
    "</mj-text>",
    "<mj-text>",
    "<p",
    "</div>",
    "<style>",
    "<mj-raw>",
    "<![CDATA[",
]


@settings(max_examples=25)
@given(data=st.data())
def test_edited_starters_equal_the_whole_compile(twenty, data):
    """Whatever is done to sections – typed into, moved, doubled, deleted – the mail equals the whole compile."""
    name = data.draw(st.sampled_from(sorted(template.name for template in twenty.templates())))
    document, _ = split(assemble(twenty, name).mjml) or pytest.fail("not split")
    children, cache = list(document.children), SectionCache()
    for _ in range(data.draw(st.integers(1, 4))):
        _edit(children, data)
        assert_like_whole("\n".join([document.before, *children, document.after]), cache)


def _edit(children: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(children) - 1))
    action = data.draw(st.sampled_from(["type", "move", "double", "delete", "attribute"]))
    if action == "type":
        places = [match.end() for match in re.finditer("<mj-text[^>]*>", children[index])]
        if places:
            at = data.draw(st.sampled_from(places))
            children[index] = children[index][:at] + data.draw(st.sampled_from(PLAIN_EDITS)) + children[index][at:]
    elif action == "move":
        children.insert(data.draw(st.integers(0, len(children) - 1)), children.pop(index))
    elif action == "double":
        children.insert(index, children[index])
    elif action == "delete" and len(children) > 1:
        del children[index]
    else:
        value = data.draw(st.sampled_from(["1px", "0", "10px 20px", "wrong"]))
        children[index] = children[index].replace("<mj-column", f'<mj-column border-radius="{value}"', 1)


def unspaced(html: str) -> str:
    """A page without white space and random ids: ``tokens`` loses its way where a comment opens in a style sheet."""
    ids: dict[str, str] = {}
    named = RANDOM_ID.sub(lambda match: ids.setdefault(match[0], f"id{len(ids)}"), html)
    return re.sub(r"\s+", "", named)


@given(data=st.data())
def test_broken_text_equals_the_whole_compile_or_is_not_cut(data):
    """Whatever is typed in the middle of a mail, it is either compiled like the whole or compiled whole."""
    mjml = data.draw(st.sampled_from([path.read_text("utf-8") for path in sorted(GOLDEN.glob("*.mjml"))]))
    at = data.draw(st.integers(0, len(mjml)))
    mjml = mjml[:at] + data.draw(st.sampled_from(PLAIN_EDITS + ODD_EDITS)) + mjml[at:]
    if (made := in_sections(mjml, SectionCache())) is not None:
        whole = mjml_engine().compile(mjml)
        assert made.diagnostics == whole.diagnostics
        assert tokens(made.html) == tokens(whole.html) or unspaced(made.html) == unspaced(whole.html)


def test_an_edit_compiles_one_section(mail):
    """The others come from the cache, and so does the document around them."""
    rows = [SECTION.format(f"<mj-text>{number}</mj-text>") for number in range(5)]
    cache, engine = SectionCache(), Counting()
    compile_sections(mail(body="".join(rows)), cache, engine)
    compile_sections(mail(body="".join(rows)), cache, engine)
    engine = Counting()
    rows[2] = SECTION.format("<mj-text>new</mj-text>")
    html = compile_sections(mail(body="".join(rows)), cache, engine).html
    assert [source.count("new") for source in engine.sections] == [1]
    assert (engine.wholes, engine.frames) == (0, 0)
    assert "new" in html


def test_a_new_mail_is_compiled_whole_and_in_sections_the_next_time(mail):
    """A section alone costs more than within a mail: only from the second time on it pays."""
    rows = "".join(SECTION.format(f"<mj-text>{number}</mj-text>") for number in range(5))
    cache, engine = SectionCache(), Counting()
    compile_sections(mail(body=rows), cache, engine)
    assert (engine.wholes, engine.sections) == (1, [])
    compile_sections(mail(body=rows), cache, engine)
    assert (engine.wholes, len(engine.sections)) == (1, 6)  # one of them is the mail without its sections


def test_filling_stops_between_two_sections_and_then_goes_on(mail):
    """Idle time makes the first edit quick; a keystroke ends it at once."""
    rows = "".join(SECTION.format(f"<mj-text>{number}</mj-text>") for number in range(5))
    document, _ = split(mail(body=rows)) or pytest.fail("not split")
    cache, engine = SectionCache(), Counting()
    assert not fill(document, cache, engine, iter([False, False, True]).__next__)
    assert len(engine.sections) == 3
    assert fill(document, cache, engine, lambda: False)
    assert len(engine.sections) == 6
    compile_document(document, cache, engine)
    assert (engine.wholes, len(engine.sections)) == (0, 6)


def test_equal_carousels_have_ids_of_their_own(mail):
    """Two equal sections would switch each other's pictures."""
    html = (in_sections(mail(body=CAROUSEL * 2), SectionCache()) or pytest.fail("whole")).html
    assert len(set(re.findall(r"mj-carousel-radio-([0-9a-f]{16})", html))) == 2
    assert_like_whole(mail(body=CAROUSEL * 2), SectionCache())


def test_empty_children_do_not_part_their_neighbours(mail):
    """MJML joins what two sections write for Outlook, across a mj-raw that holds nothing."""
    row = SECTION.format("<mj-text>x</mj-text>")
    assert_like_whole(mail(body=f"{row}<mj-raw></mj-raw>{row}<!-- note -->{row}"), SectionCache())


def test_diagnostics_keep_their_lines_and_their_order():
    """Those of the head come first, then each section's, then what follows the body; all with lines of the mail."""
    mjml = (
        "<mjml>\n<mj-head>\n<mj-attributes><mj-all x='1'/></mj-attributes>\n<mj-font name='a' href='b' bad='1' />\n"
        "</mj-head>"
        "<mj-body bad='1'><mj-section bad='1'>\n<mj-column>\n<mj-txt>x</mj-txt></mj-column></mj-section>\n\n"
        "<mj-section><mj-column>\n\n<mj-text bad='1' worse='2'>x</mj-text>\n<mj-text bad='1'>y</mj-text></mj-column>"
        "</mj-section></mj-body>\n<mj-head>\n<mj-font name='c' href='d' worse='1' /></mj-head></mjml>"
    )
    whole = mjml_engine().compile(mjml).diagnostics
    assert len(whole) == 7
    assert (in_sections(mjml, SectionCache()) or pytest.fail("whole")).diagnostics == whole


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<mj-style inline="inline">.a { color: red }</mj-style>', ""),
        ('<mj-style data-x=">" inline="inline">.a { color: red }</mj-style>', ""),
        (SELECTED.format(".a + .a"), ""),
        (SELECTED.format(".a > td:first-child"), ""),
        (SELECTED.format(".a"), "<mj-raw><div></mj-raw>"),
        ("", "<mj-column><mj-text>x</mj-text></mj-column><mj-column><mj-text>y</mj-text></mj-column>"),
        ('<mj-font name="Nowhere" />', SECTION.format('<mj-text font-family="Nowhere">x</mj-text>')),
        ("", "<mj-raw>zqt-the-sections-zq</mj-raw>"),
    ],
)  # fmt: skip  # one case a row
def test_what_looks_across_sections_is_compiled_whole(mail, head, body):
    """Inlined styles, selectors that count and bare columns give the very bytes of the whole compile."""
    mjml = mail(head=head, body=SECTION.format('<mj-text css-class="a">x</mj-text>') * 2 + body)
    cache = SectionCache()
    made = [compile_sections(mjml, cache) for _ in range(2)]
    whole = mjml_engine().compile(mjml)
    assert [tokens(one.html) for one in made] == [tokens(whole.html)] * 2


def test_plain_selectors_work_in_sections(mail):
    """A selector by class sees each section by itself."""
    mjml = mail(head=SELECTED.format(".a div"), body=SECTION.format('<mj-text css-class="a">x</mj-text>') * 3)
    assert_like_whole(mjml, SectionCache())
    assert mjml_engine().compile(mjml).html.count('data-id="42"') == 3


def test_the_pure_port_compiles_whole(mail):
    """It has no sections."""
    mjml, engine = mail("<mj-text>x</mj-text>"), PureEngine()
    assert compile_sections(mjml, SectionCache(), engine) == engine.compile(mjml)


def test_what_is_no_mail_is_a_template_error():
    """As in the whole compile."""
    with pytest.raises(TemplateError, match="MJML cannot compile"):
        compile_sections("<html></html>", SectionCache())


def test_a_section_that_fails_is_told_by_the_whole_mail(mail):
    """Thousands of nested elements end in the error of the whole compile."""
    deep = "<mj-wrapper>" * 5_000 + "</mj-wrapper>" * 5_000
    with pytest.raises(TemplateError, match="MJML cannot compile"):
        compile_sections(mail(body=SECTION.format("") + deep), SectionCache())


def test_several_threads_share_a_cache(mail):
    """Each gets its own mail."""
    cache, made = SectionCache(), {}

    def work(number: int) -> None:
        for step in range(4):
            body = "".join(SECTION.format(f"<mj-text>{number} {row} {step * (row == 1)}</mj-text>") for row in range(4))
            made[number, step] = compile_sections(mail(body=body), cache).html

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for (number, step), html in made.items():
        assert re.findall(r">(\d \d \d)<", html) == [f"{number} {row} {step * (row == 1)}" for row in range(4)]
