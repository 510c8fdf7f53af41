"""Random templates within what Mailjet can say: its interpreter and our renderer make the same text of them."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from templates.compile.context import context_of
from templates.compile.personalise import personalise, render_plain
from templates.compile.source_map import MappedText
from templates.dialects.mailjet import DIALECT
from templates.dialects.read import read
from templates.dialects.samples import completed
from tests.mailjet_interpreter.template import render

WORDS = st.text("abcé &\"'\\-·", min_size=1, max_size=6).map(lambda text: f"w{text}")
NUMBERS = st.integers(0, 30)


def jinja(text: str) -> str:
    """A text as Jinja writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def joined(pattern: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """``pattern`` with one of each of ``parts`` in it."""
    return st.tuples(*parts).map(lambda found: pattern.format(*found))


def numbers(*names: str) -> st.SearchStrategy[str]:
    """Expressions that are a number."""
    digits = NUMBERS.map(str)
    plain = st.sampled_from(["n", "order.count", *names]) | digits | joined("missing|default({})", digits)
    computed = [joined(f"({{}} {sign} {{}})", plain, plain) for sign in "+-*"]
    rest = [joined(f"({{}} {sign} {{}})", plain, st.integers(1, 9).map(str)) for sign in ("%", "//")]
    return st.one_of(plain, *computed, *rest)


# Texts that the template itself holds.
OWN_TEXTS = WORDS.map(jinja) | joined("contact.missing|default({})", WORDS.map(jinja))


def texts(*names: str) -> st.SearchStrategy[str]:
    """Expressions that are a text."""
    plain = st.sampled_from(["s", "order.ref", "contact.city", *names]) | OWN_TEXTS
    return st.one_of(plain, *(joined(f"{{}}|{name}", plain) for name in ("upper", "lower", "capfirst")))


def conditions(*names: str, compared: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Conditions over values and segments; ``compared`` are the texts in them."""
    compare = joined("{} {} {}", numbers(*names), st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers(*names))
    same = joined("{} {} {}", compared, st.sampled_from(["==", "!="]), compared)
    leaf = st.one_of(st.sampled_from(["b", "missing|default(true)", "segment.a", "segment.b"]), compare, same)
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            joined("({} and {})", inner, inner),
            joined("({} or {})", inner, inner),
            joined("(not {})", inner),
            joined("((not {}) != (not {}))", inner, inner),
        ),
        max_leaves=4,
    )


def bodies(depth: int, *names: str) -> st.SearchStrategy[str]:
    """Texts with tags."""
    fields = [name for name in names if name.endswith(".n")]
    words = [name for name in names if name.endswith(".name")]
    condition = conditions(*fields, compared=texts())
    leaf = st.one_of(
        st.text("ab <>é]\n", max_size=8),
        joined("{{{{ {} }}}}", numbers(*fields)),
        joined("{{{{ {} }}}}", texts(*words)),
        joined("{{{{ {} if {} else {} }}}}", texts(*words), condition, texts(*words)),
        st.just("{# a note #}"),
    )
    if depth == 0:
        return leaf
    inner = bodies(depth - 1, *names)
    item = f"i{depth}"
    loop = bodies(depth - 1, *names, f"{item}.n", f"{item}.name", f'{item}.note|default("none")')
    return st.lists(
        st.one_of(
            leaf,
            joined("{{% if {} %}}{}{{% endif %}}", condition, inner),
            joined("{{% if {} %}}{}{{% else %}}{}{{% endif %}}", condition, inner, inner),
            joined(
                "{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}", condition, inner, condition, inner, inner
            ),
            joined(f"{{{{% for {item} in xs|each %}}}}{{}}{{{{% endfor %}}}}", loop),
            joined(f"{{{{% set v{depth} = {{}} %}}}}{{{{{{{{ v{depth} }}}}}}}}{{}}", NUMBERS.map(str), inner),
        ),
        max_size=3,
    ).map("".join)


DATA = st.fixed_dictionaries(
    {
        "var": st.fixed_dictionaries(
            {
                "n": NUMBERS,
                "s": WORDS,
                "b": st.booleans(),
                "order": st.fixed_dictionaries({"count": NUMBERS, "ref": WORDS}),
                "xs": st.lists(
                    st.fixed_dictionaries({"n": NUMBERS, "name": WORDS}, optional={"note": WORDS}), max_size=3
                ),
            }
        ),
        "data": st.fixed_dictionaries({"city": WORDS}),
        "segment": st.fixed_dictionaries({"a": st.booleans(), "b": st.booleans()}),
    }
)


def names_of(data: dict[str, Any]) -> dict[str, Any]:
    """What our renderer sees."""
    return context_of(data, contact={}, segments=frozenset(), brand=None, sender={}, links={}, today=None)


FORMS = st.sampled_from(DIALECT.forms)


@given(bodies(2), DATA, FORMS)
def test_a_template_that_can_be_said_means_the_same(text: str, data: dict[str, Any], form: str) -> None:
    """Whatever was not refused renders to the same text with the same data."""
    done = DIALECT.write(read(MappedText.of_file(text, "t"), markup=False), form=form, language="en")
    assume(not done.refused)
    sent = {**data, "var": completed(data["var"], done.needs)}
    assert render(done.text, sent) == render_plain(text, names_of(data))


# A value that is sent with entities is no longer what a condition compares it with.
CASES = joined("{{% if {} %}}it's{{% endif %}}", conditions(compared=OWN_TEXTS))
TAGS = st.lists(joined("{{{{ {} }}}}", texts()) | CASES, min_size=1, max_size=3).map("".join)


@given(TAGS, DATA, FORMS)
@example("{{ missing|default('w\"\\'') }}", {"var": {}, "data": {}, "segment": {}}, "transactional")
def test_an_attribute_keeps_its_value(tags: str, data: dict[str, Any], form: str) -> None:
    """Whatever quotes a tag needs, the element has one attribute, and its value is what we render."""
    text = f'<mj-text title="it\'s {tags}" css-class="x">words</mj-text>'
    done = DIALECT.write(read(MappedText.of_file(text, "t"), markup=True), form=form, language="en")
    assume(not done.refused)
    ours = personalise(MappedText.of_file(text, "t"), names_of(data)).text
    assert values(render(done.text, escaped(data))) == values(ours)


def escaped(data: Any) -> Any:
    """Data as a sender has to give it for HTML."""
    if isinstance(data, str):
        return re.sub("[&<>\"']", lambda match: f"&#{ord(match[0])};", data)
    return {key: escaped(value) for key, value in data.items()} if isinstance(data, dict) else data


def values(element: str) -> list[tuple[str, str]]:
    """The attributes of the one element, as a browser reads them."""
    from html.parser import HTMLParser

    found: list[tuple[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((name, value or "") for name, value in attrs)

    reader = Reader()
    reader.feed(element)
    reader.close()
    return found
