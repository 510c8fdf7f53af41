"""Reading what a sheet brings back: through quoting and wrapping, and never anything else than answers."""

from __future__ import annotations

import json
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.proofs.approval.answers import checksum, read_answers
from renderers.proofs.approval.answers_text import MOST_BYTES
from templates.errors import InputError, LimitError, MailwrightError

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING), max_size=60)
VERDICTS = st.sampled_from(["approved", "changes", "comment"])
KEYS = (
    "run",
    "template",
    "author",
    "saved",
    "answers",
    "version",
    "checksum",
    "place",
    "comment",
    "verdict",
    "created",
)
PLAIN = st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers()
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
ROWS = st.lists(st.tuples(st.none() | st.integers(0, 999), VERDICTS, TEXTS), min_size=1, max_size=6)


def rows(read):
    return [(each.place, each.verdict, each.comment) for each in read.answers]


@given(given=ROWS, author=TEXTS.filter(bool), width=st.integers(20, 90), quotes=st.integers(0, 4))
def test_answers_survive_a_mail(answers, as_text, given, author, width, quotes):
    """Whatever they hold: quoted, wrapped anew, with a greeting above and a signature below."""
    values = answers(*given, author=author)
    wrapped = "\n".join(line for each in as_text(values).split("\n") for line in textwrap.wrap(each, width))
    mail = f"Hello,\nhere they are:\n\n{wrapped}\n\n-- \nAda"
    for _ in range(quotes):
        mail = "\n".join(f"> {line}" for line in mail.split("\n"))
    for text in (
        mail,
        mail.replace("\n", "\r\n"),
        mail.encode(),
        json.dumps(values),
        json.dumps(values, indent=1).encode(),
    ):
        read = read_answers(text)
        assert (rows(read), read.author, read.template) == (given, author, "summer.en")


@pytest.mark.parametrize("change", [("---", "—"), ("-", "\u2011"), (" ", "\xa0"), ("\n", "\u200b\n\u2060")])
def test_answers_survive_what_programs_make_of_signs(answers, as_text, change):
    """Hyphens that became a dash, spaces that do not break, and what nobody sees."""
    assert read_answers(as_text(answers()).replace(*change)).author == "Ada"


def test_a_mail_may_begin_with_a_brace(answers, as_text):
    """As some servers mark what comes from outside."""
    assert read_answers(f"{{External}}\n{as_text(answers())}\n").author == "Ada"


def test_a_quoted_copy_below_is_the_same(answers, as_text):
    """A reply holds them twice; two different ones are not mixed up."""
    once, other = as_text(answers()), as_text(answers(author="Ben"))
    quoted = "\n".join(f"> {line}" for line in once.split("\n"))
    assert read_answers(f"{once}\n\nOn Tuesday Ada wrote:\n{quoted}").author == "Ada"
    with pytest.raises(InputError, match="several answers"):
        read_answers(f"{once}\n{other}")


@given(st.text() | st.binary())
def test_garbage_is_refused_with_a_sentence(garbage):
    """Never by an exception of another kind."""
    with pytest.raises(MailwrightError):
        read_answers(garbage)


@given(VALUES, st.sampled_from(KEYS))
def test_wrong_values_are_refused_with_a_sentence(answers, value, key):
    """Whatever stands in whichever field; only a fitting value with its checksum is read."""
    values = answers((3, "changes", "Larger"))
    target = values if key in values else values["answers"][0]
    before, target[key] = target[key], value
    try:
        read = read_answers(json.dumps(values))
    except MailwrightError:
        return
    assert value == before or checksum(values) == values["checksum"]
    assert read.run == values["run"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"author": "Bob"}, "checksum does not fit"),
        ({"version": 2}, "newer version"),
        ({"format": "other"}, "holds no answers"),
        ({"more": 1}, "holds no answers"),
    ],
)
def test_what_was_changed_is_refused(answers, change, told):
    """Each with its own sentence."""
    with pytest.raises(InputError, match=told):
        read_answers(json.dumps(answers() | change))


@pytest.mark.parametrize(
    "values",
    [
        {"author": ""},
        {"author": "A" * 121},
        {"author": "Ada\nBob"},
        {"author": "\u202eadA"},
        {"run": "../../etc"},
        {"saved": "1999-01-01T00:00:00.000Z"},
        {"saved": "2026-11-04"},
        {"answers": []},
    ],
)
def test_hostile_values_are_refused(answers, values):
    """Also with the right checksum: lengths, control characters, paths, odd times."""
    with pytest.raises(InputError, match="holds no answers"):
        read_answers(json.dumps(answers(**values)))


@pytest.mark.parametrize(
    "row", [(-1, "approved", ""), (0, "great", ""), (0, "comment", "x" * 10_001), (0, "comment", "\x07")]
)
def test_hostile_answers_are_refused(answers, row):
    """Places, verdicts and comments that no sheet writes."""
    with pytest.raises(InputError, match="holds no answers"):
        read_answers(json.dumps(answers(row)))


def test_a_comment_may_have_lines(answers):
    """And tabs."""
    assert rows(read_answers(json.dumps(answers((1, "comment", "One\n\tTwo"))))) == [(1, "comment", "One\n\tTwo")]


def test_damage_is_said(answers, as_text):
    """A letter that changed, lines that are missing, an end that is."""
    text = as_text(answers())
    lines = text.split("\n")
    broken = [text.replace(lines[3][:8], "AAAAAAAA"), "\n".join([*lines[:2], *lines[3:]]), "\n".join(lines[:-1]),
              text.replace(lines[3][:2], "§§")]  # fmt: skip
    for each in broken:
        with pytest.raises(InputError, match=r"damaged on their way|changed by hand"):
            read_answers(each)
    with pytest.raises(InputError, match="newer version"):
        read_answers(text.replace("ANSWERS 1", "ANSWERS 2"))


def test_what_is_too_long_is_not_looked_at():
    """Neither what is deep, nor what begins again and again."""
    with pytest.raises(LimitError, match="more than 2 MB"):
        read_answers(b"{" * (MOST_BYTES + 1))
    for long in ("[" * 500_000, '{"a":' * 300_000, "BEGIN MAILWRIGHT ANSWERS 1 " * 70_000, "BEGIN " + " " * 1_900_000):
        with pytest.raises(InputError):
            read_answers(long)
