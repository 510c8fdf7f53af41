"""The mail while it is edited is the mail that a build makes."""

from __future__ import annotations

import random

import pytest

from templates.assemble import live_build, values_of
from templates.compile import live_parts
from templates.compile.live import LiveBuild, LiveMail
from templates.compile.mjml_python import PureEngine
from templates.compile.parity import differences, tokens
from templates.compile.pipeline import build
from templates.errors import InputError, LimitError, MailwrightError, TemplateError

ROW = "<mj-section><mj-column><mj-text>{}</mj-text></mj-column></mj-section>\n"


def assert_like_build(live: LiveBuild, text: str, *, name="template.mjml", include=None, image_url=None, **given):
    """The mail of ``text`` has the tokens, the envelope, the pictures and the warnings of a build."""
    made = live.update(text, **given)
    whole = build(text, name=name, include=include, image_url=image_url, **given)
    if tokens(made.html) != tokens(whole.html_before_inlining):
        assert differences(whole.html_before_inlining, made.html) == []
    assert (made.subject, made.preheader) == (whole.subject, whole.preheader)
    assert (sorted(made.images), len(made.images)) == (sorted(whole.images), len(set(whole.images)))
    assert made.warnings == whole.warnings
    return made


@pytest.fixture
def whole_texts(monkeypatch):
    """How often a text could not be taken in chunks."""
    seen = []
    through = LiveBuild._whole
    monkeypatch.setattr(LiveBuild, "_whole", lambda live, text: seen.append(text) or through(live, text))
    return seen


def test_every_starter_is_like_its_build(twenty, by_turns, whole_texts):
    """Opened, typed into and opened for other segments, each starter is taken in chunks and equals its build."""
    chance = random.Random(7)
    for folder in by_turns:
        live, given = live_build(twenty, folder.name), values_of(twenty, folder.name)
        text = folder.text()
        assert_like_build(live, text, name=folder.id, include=twenty.include, **given)
        live.fill()
        places = [at for at in range(len(text)) if text.startswith("</mj-text>", at)]
        at = chance.choice(places)
        text = text[:at] + "typed" + text[at:]
        made = assert_like_build(live, text, name=folder.id, include=twenty.include, **given)
        assert len(made.pieces) > 3
        given["segments"] = {"vip", "travels"}
        assert_like_build(live, text, name=folder.id, include=twenty.include, **given)
    assert whole_texts == []


@pytest.mark.parametrize(
    "body",
    [
        "{% set n = 1 %}" + ROW.format("{{ n }}") + "{% set n = n + 1 %}" + ROW.format("{{ n }}"),
        "{% set s = namespace(n=0) %}" + ("{% set s.n = s.n + 1 %}" + ROW.format("{{ s.n }}")) * 3 + ROW.format("b"),
        "{% macro hi(x) %}<b>{{ x }}</b>{% endmacro %}" + ROW.format("{{ hi(name) }}") * 2,
        "{% set x %}" + ROW.format("a") + "{% endset %}{{ x }}" + ROW.format("b"),
        "{% for x in [1, 2] %}" + ROW.format("{{ x }} {{ loop.index }}") + "{% endfor %}" + ROW.format("b"),
        "{% if name %}" + ROW.format("a") + "{% else %}" + ROW.format("b") + "{% endif %}" + ROW.format("c"),
        "{% raw %}" + ROW.format("{{ a }}") + "{% endraw %}{# <mj-section> #}" + ROW.format("c"),
        "  {%- if name -%}  " + ROW.format("a") + "  {%- endif -%}  " + ROW.format("c"),
    ],
)  # fmt: skip  # one case a row
def test_names_go_from_chunk_to_chunk(mail, body, whole_texts):
    """What Jinja sets, counts and repeats means the same in chunks, at every edit."""
    live = LiveBuild()
    for step in ("", "x", "xy"):
        text = mail(body=body + ROW.format("last {{ name }}" + step))
        assert_like_build(live, text, data={"name": "Zoë"})
    assert whole_texts == []


def _html_or_error(make, text, data):
    try:
        made = make(text, data=data)
    except TemplateError as error:
        return str(error)
    return tokens(made.html if isinstance(made, LiveMail) else made.html_before_inlining)


@pytest.mark.parametrize(
    "body",
    [
        "{% set c = cycler('a', 'b') %}" + ROW.format("{{ c.next() }}") * 3,
        "{% set xs = [1, 2]|map('string') %}" + ROW.format("{{ xs|join }}") * 2,
        "{% macro a() %}{{ n }}{% endmacro %}" + ROW.format("{{ a() }}") + "{% set n = 2 %}" + ROW.format("{{ a() }}"),
        "{% set s = namespace(c=joiner('-')) %}" + ROW.format("{{ s.c() }}{{ s.c() }}") * 2,
        "{{ '<mj-section>'|safe }}" + ROW.format("a"),
        "{{ '</mj-body>'|safe }}" + ROW.format("a"),
    ],
)  # fmt: skip  # one case a row
def test_what_chunks_cannot_say_is_said_by_the_whole_text(mail, body, whole_texts):
    """Values that change when they are read, macros that see later names, elements out of expressions."""
    live, text = LiveBuild(), mail(body=body + ROW.format("last"))
    given = {"n": 1}
    for step in ("", "x"):
        whole, made = (_html_or_error(make, text + step, given) for make in (build, live.update))
        assert made == whole
    assert len(whole_texts) == 2


@pytest.mark.parametrize(
    "text",
    [
        "{{ nobody.knows }}",
        "{% if %}",
        "{% endif %}",
        "{{ 1 + }}",
        "{% for x in range(11) %}{% for y in range(100000) %}{% endfor %}{% endfor %}",
    ],
)
def test_errors_are_those_of_a_build(mail, text):
    """With file, line and column in the text; the mail before stays buildable afterwards."""
    live, good = LiveBuild(name="t.mjml"), mail(body=ROW.format("a") * 3)
    bad = mail(body=ROW.format("a") + "\n\n" + ROW.format(text) + ROW.format("b"))
    live.update(good)
    with pytest.raises(MailwrightError) as expected:
        build(bad, name="t.mjml")
    with pytest.raises(MailwrightError) as caught:
        live.update(bad)
    assert (str(caught.value), caught.value.place) == (str(expected.value), expected.value.place)
    assert_like_build(live, good, name="t.mjml")


def test_warnings_know_their_line_and_column(mail, whole_texts):
    """Below an edit that added lines too, in included files and in the end of the mail."""

    def include(path, beside):
        return "<mj-section>\n<mj-column bad='1' /></mj-section>", path

    live = LiveBuild(include=include)
    body = (
        ROW.format("a") + '  <mj-section bad="1">\n<mj-column><mj-text worse="2">x</mj-text></mj-column></mj-section>'
        "<mj-include path='part.mjml' />"
    )
    text = mail(body=body, head="<mj-font name='a' href='b' bad='1' />")
    text = text.replace("</mj-body>", "</mj-body>\n<mj-head><mj-font name='c' href='d' bad='1' /></mj-head>")
    for step in ("", "\n\n", "\n{% if 1 %}\n{% endif %}"):
        edited = text.replace("<mj-body>", f"<mj-body>{step}")
        made = assert_like_build(live, edited, include=include)
        assert len(made.warnings) == 5
        made = assert_like_build(live, edited, include=include)  # now in sections
        assert (len(made.warnings), len(made.pieces)) == (5, 5)
    assert whole_texts == []


def test_an_include_out_of_a_variable_is_removed(mail, whole_texts):
    """With a warning at the variable; what follows keeps its place."""
    body = ROW.format("a") + "{{ '<mj-include path=\"x\" />'|safe }}<mj-section bad='1' />"
    first, second = LiveBuild().update(mail(body=body)).warnings
    assert first == build(mail(body=body)).warnings[0]
    assert (second.place.line, second.place.column) == (2, body.splitlines()[1].index("<mj-section") + 1)
    assert whole_texts == []


def test_included_files_are_read_anew(mail, whole_texts):
    """A part that changed on disk shows at the next update, though the text is the same."""
    files = {"part.mjml": ROW.format("one")}
    read = []

    def include(path, beside):
        read.append(path)
        return files[path], path

    live = LiveBuild(include=include)
    text = mail(body='<mj-include path="part.mjml" />' * 2 + ROW.format("x"))
    assert ">one<" in live.update(text).html
    files["part.mjml"] = ROW.format("two")
    read.clear()
    html = live.update(text).html
    assert (html.count(">two<"), html.count(">one<")) == (2, 0)
    assert (read, whole_texts) == (["part.mjml"], [])


def test_a_part_with_a_head_is_built_like_the_whole(mail):
    """What an include adds to the head is the head's."""
    part = (
        f"<mjml><mj-head><mj-style>.a {{ color: red }}</mj-style></mj-head><mj-body>{ROW.format('a')}</mj-body></mjml>"
    )

    def include(path, beside):
        return part, path

    text = mail(body='<mj-include path="part.mjml" />' + ROW.format("x"))
    assert_like_build(LiveBuild(include=include), text, include=include)


def test_missing_includes_are_errors_with_their_place(mail):
    """As in a build."""

    def include(path, beside):
        raise InputError("There is no file {path}.", path=path)

    with pytest.raises(TemplateError, match=r"There is no file a\.mjml") as caught:
        LiveBuild(include=include).update("\n" + mail(body='<mj-include path="a.mjml" />'))
    assert caught.value.place is not None
    assert caught.value.place.line == 2


def test_data_that_was_changed_in_place_is_noticed(mail):
    """The caller may keep one object and fill it anew."""
    live, data = LiveBuild(), {"item": {"name": "one"}}
    text = mail("<mj-text>{{ item.name }}</mj-text>")
    assert ">one<" in live.update(text, data=data).html
    data["item"]["name"] = "two"
    assert ">two<" in live.update(text, data=data).html


def test_only_the_edited_chunk_meets_jinja(mail, monkeypatch):
    """Twenty sections, one of them typed into: one rendered."""
    seen = []
    render = live_parts.personalise_part
    monkeypatch.setattr(
        live_parts, "personalise_part", lambda *given, **more: seen.append(given[0].text) or render(*given, **more)
    )
    live, rows = LiveBuild(), [ROW.format(f"{{{{ name }}}} {number}") for number in range(20)]
    live.update(mail(body="".join(rows)), data={"name": "Zoë"})
    assert len(seen) == 23  # the head, the sections, the line end behind them, the end
    seen.clear()
    rows[7] = rows[7].replace("</mj-text>", "typed</mj-text>")
    live.update(mail(body="".join(rows)), data={"name": "Zoë"})
    assert [text.strip() for text in seen] == [rows[7].strip()]


def test_pieces_tell_what_changed(mail):
    """Joined they are the HTML; an edit changes one of them."""
    live, rows = LiveBuild(), [ROW.format(str(number)) for number in range(5)]
    live.update(mail(body="".join(rows)))
    before = live.update(mail(body="".join(rows))).pieces
    rows[3] = ROW.format("typed")
    after = live.update(mail(body="".join(rows))).pieces
    assert len(before) == len(after) == 7
    assert [number for number in range(7) if before[number] != after[number]] == [4]


def test_carriage_returns_and_forbidden_characters_are_like_in_a_build(mail):
    """A file from Windows keeps its places."""
    text = mail(body="\r\n".join([ROW.format("a"), ROW.format("\x07b"), "<mj-section bad='1' />"]))
    assert_like_build(LiveBuild(), text)


def test_pictures_are_mapped(mail):
    """Each chunk's paths, in their order, each once."""
    body = "".join(ROW.replace("mj-text", "mj-image").replace(">{}<", f' src="{name}.png"><') for name in "abab")
    assert_like_build(LiveBuild(image_url="http://x/{}".format), mail(body=body), image_url="http://x/{}".format)


def test_without_v8_the_pure_port_builds_it_whole(mail):
    """Jinja still runs in chunks."""
    live = LiveBuild(engine=PureEngine())
    text = mail(body=ROW.format("{{ name }}") * 3)
    assert live.fill()
    made = live.update(text, data={"name": "Zoë"})
    assert (made.html.count("Zoë"), len(made.pieces)) == (3, 1)
    assert live.fill()


def test_a_mail_that_is_too_long_is_refused_as_in_a_build(mail):
    """Five megabytes."""
    body = "{% for x in range(90000) %}" + "<mj-section css-class='" + "x" * 60 + "' />{% endfor %}"
    with pytest.raises(LimitError):
        LiveBuild().update(mail(body=body))
