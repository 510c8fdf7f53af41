"""Tests of renderers/clients/comments/condition.py."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.comments.condition import MAX_DEPTH, holds

WORD_2016 = {"mso": 16.0, "vml": 1.0}


@pytest.mark.parametrize(
    "condition",
    [
        "mso", "MSO", " mso ", "mso 16", "mso 16.0", "gte mso 9", "gt mso 15", "lte mso 16", "lt mso 17", "!IE", "true",
        "!false", "mso | IE", "IE|mso", "(mso)|(IE)", "(gte mso 9)|(IE)", "gte mso 9 & lt mso 17", "!(mso 15)",
        "! mso 15",
        "!mso 12 & !mso 14", "(gt mso 9)&((lt mso 12)|(gt mso 15))", "vml", "gte vml 1", "!!mso", "!lt mso 16",
        "IE & mso | mso", "mso | mso & IE", "!supportLists", "mso 12 | mso 14 | mso 16", "(((mso)))",
    ],
)  # fmt: skip
def test_it_holds_in_outlook_2016(condition: str):
    """Features, versions, comparisons, signs and parentheses, in any case and with any blanks."""
    assert holds(condition, WORD_2016)


@pytest.mark.parametrize(
    "condition",
    [
        "!mso", "IE", "ie 6", "gte IE 6", "lt IE 9", "foobar", "mso 12", "mso 15", "lt mso 16", "gt mso 16", "false",
        "!true", "!vml", "gt vml 1", "mso & IE", "!(mso | IE)", "(mso | IE) & IE", "IE | IE & mso", "supportFields",
    ],
)  # fmt: skip
def test_it_does_not_hold_in_outlook_2016(condition: str):
    """Features that Word lacks are false whatever the comparison: Internet Explorer is one of them."""
    assert not holds(condition, WORD_2016)


@pytest.mark.parametrize(
    "condition",
    ["", " ", "(", ")", "(mso", "mso)", "mso |", "| mso", "mso &", "!", "gte", "gte mso", "gte 16", "16", "mso 16 16",
     "mso mso", "mso 16px", "mso 1.2.3", "mso || mso", "mso and mso", "mso,mso", "mso >= 16", "!(mso", "mso&amp;vml",
     "mso\x00", "é"],
)  # fmt: skip
def test_a_malformed_condition_is_false_and_so_is_its_opposite(condition: str):
    """What is no condition hides its content, with or without an exclamation mark."""
    assert not holds(condition, WORD_2016)
    assert not holds(f"!({condition})", WORD_2016)


def test_endless_nesting_is_malformed():
    """A bomb of parentheses neither overflows nor holds."""
    assert holds("(" * MAX_DEPTH + "mso" + ")" * MAX_DEPTH, WORD_2016)
    for sign in ("(", "!", "!("):
        assert not holds(sign * 50_000 + "mso" + ")" * 50_000, WORD_2016)


@dataclass(frozen=True)
class Written:
    """A condition with the answer that its parts give, worked out while it is written."""

    text: str
    answer: bool


def _feature(name: str, sign: str, version: int | None) -> Written:
    has = {"mso": 16, "vml": 1}.get(name)
    text = f"{sign} {name} {version}" if sign and version is not None else f"{name} {version if version else ''}"
    if version is None or (not sign and not version):
        return Written(name, has is not None)
    order = 0 if has is None else (has > version) - (has < version)
    wanted = {"gt": (1,), "gte": (0, 1), "lt": (-1,), "lte": (-1, 0), "": (0,)}[sign]
    return Written(text, has is not None and order in wanted)


_features = st.builds(
    _feature,
    st.sampled_from(["mso", "vml", "ie", "other"]),
    st.sampled_from(["", "gt", "gte", "lt", "lte"]),
    st.none() | st.integers(0, 20),
)
_constants = st.sampled_from([Written("true", True), Written("FALSE", False)])


def _combined(inner: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    return st.one_of(
        inner.map(lambda each: Written(f"!({each.text})", not each.answer)),
        inner.map(lambda each: Written(f"( {each.text} )", each.answer)),
        st.tuples(inner, inner).map(
            lambda two: Written(f"({two[0].text})&({two[1].text})", two[0].answer and two[1].answer)
        ),
        st.tuples(inner, inner).map(
            lambda two: Written(f"({two[0].text}) | ({two[1].text})", two[0].answer or two[1].answer)
        ),
    )


@given(st.recursive(_features | _constants, _combined, max_leaves=12))
def test_every_condition_has_the_answer_of_its_parts(condition: Written):
    """Whatever is put together by the grammar, the answer is the one that its parts give."""
    assert holds(condition.text, WORD_2016) is condition.answer


@given(st.lists(st.tuples(_features, st.sampled_from("&|")), min_size=1, max_size=8))
def test_and_binds_before_or(terms: list[tuple[Written, str]]):
    """Without parentheses the ``&`` come first, as in every language."""
    text = " ".join(f"{term.text} {sign}" for term, sign in terms)[:-1]
    groups = [[]]
    for term, sign in terms:
        groups[-1].append(term.answer)
        if sign == "|":
            groups.append([])
    answers = [all(group) for group in groups if group]
    assert holds(text, WORD_2016) is any(answers)


@given(st.text(alphabet="mso IEgtelv16!&|().<>\n", max_size=40))
def test_any_text_is_answered(text: str):
    """No text raises anything."""
    assert holds(text, WORD_2016) in (True, False)
