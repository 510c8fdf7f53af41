"""Every sentence about a failure exists in every language, and nothing that can be said escapes this check.

The sentences are literals in calls of MailwrightError's kinds. ``collect`` reads them from the source; what it cannot
read is a fault by itself, so that a sentence built on the way (an f-string, a variable) cannot slip through.
"""

from __future__ import annotations

import ast
import errno
import os
import re
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import pytest

from assets import ROOT as ASSETS
from templates.starters import LANGUAGES as STARTERS_SPEAK

ROOT = Path(__file__).parents[1]
BASE = "MailwrightError"
LANGUAGES = ("fr",)

# Calls that pass on a sentence which was collected where it was first written, and why the copy is sound.
ALLOWED = {
    "templates/errors.py: _rebuild": "unpickles an error with the sentence that it was pickled with",
}
# Literals in a slot's value that are names rather than words: the same in every language.
NAMES = {
    ("names", "default"): "the data set's file name",
    ("end", "end"): "the first letters of a Jinja tag",
    ("reason", "failure"): "the name of a field in MJML's answer",
    ("known", " and "): "joins two codes of languages; the whole is in PASSED_ON",
}
# Words that reach a slot through a variable, which ``collect`` does not follow. tests/desktop/test_errors.py says them.
PASSED_ON = {
    "known": {" and ".join(STARTERS_SPEAK)},
    "kind": {"filter", "test", "Windows share"},
    "what": {"The data set", *(f'"{key}" in the data set' for key in ("data", "segment", "var", "Variables", "Vars"))},
}
# What POSIX systems say in the slot {reason}, in English whatever their language.
SYSTEM = {
    os.strerror(code)
    for code in (
        errno.EEXIST,
        errno.EIO,
        errno.EISDIR,
        errno.ELOOP,
        errno.ENAMETOOLONG,
        errno.ENOTDIR,
        errno.ENOTEMPTY,
    )
}


@dataclass
class Found:
    """What the source can say: sentences and their places, (slot, word), and what cannot be read."""

    sentences: dict[str, str] = field(default_factory=dict)
    words: set[tuple[str, str]] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    allowed: set[str] = field(default_factory=set)


class Collector(ast.NodeVisitor):
    """Collects from one module.

    ``kinds`` are the names of the errors that carry sentences, in any module; ``clauses`` those of other exceptions of
    ours, whose text a sentence quotes as its {reason}.
    """

    def __init__(self, module: str, kinds: set[str], clauses: set[str], found: Found) -> None:
        self.module, self.kinds, self.clauses, self.found = module, kinds, clauses, found
        self.function = ""
        self.takers: set[str] = set()  # functions that take a kind as an argument and call it

    def collect(self, tree: ast.Module) -> None:
        self.takers = {node.name for node in ast.walk(tree) if isinstance(node, FUNCTIONS) if self._kind_names(node)}
        self.visit(tree)

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, FUNCTIONS):
            self._function(node)
        else:
            super().visit(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        outer = self.function, self.kinds
        self.function, self.kinds = node.name, self.kinds | self._kind_names(node)
        defaults = [one for one in node.args.kw_defaults if one is not None]
        for child in (*node.decorator_list, *node.args.defaults, *defaults, *node.body):
            self.visit(child)
        self.function, self.kinds = outer

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if node.name in self.kinds - {BASE} and any(getattr(one, "name", "") == "__init__" for one in node.body):
            self._unread(node, "a kind makes its sentence in __init__")
        for child in (*node.decorator_list, *node.body):
            self.visit(child)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        for child in node.body:
            self.visit(child)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if any(one.name in self.kinds and one.asname for one in node.names):
            self._unread(node, "a kind gets another name")

    def visit_Name(self, node: ast.Name) -> None:
        """Calls, types and annotations do not come here: what is left could become a sentence out of sight."""
        if node.id in self.kinds:
            self._unread(node, "a kind is used as a value")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in self.kinds:
            self._unread(node, "a kind is used as a value")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        if name in ONLY_LOOK:
            return
        if name in self.takers:
            node = ast.Call(node.func, [one for one in node.args if _name(one) not in self.kinds], node.keywords)
        elif name in self.kinds or (isinstance(node.func, ast.Call) and _name(node.func.func) == "type"):
            self._sentence(node)
        elif name in self.clauses and node.args and (literals := _literals(node.args[0])):
            self.found.words |= {("reason", text) for text in literals}
        if isinstance(node.func, ast.Attribute | ast.Call) and name not in self.kinds:
            self.visit(node.func)
        for child in (*node.args, *node.keywords):
            self.visit(child)

    def _sentence(self, node: ast.Call) -> None:
        keywords = {one.arg: one.value for one in node.keywords}
        said = [node.args[0] if node.args else None, keywords.get("advice")]
        if isinstance(node.func, ast.Call) and not any(said):
            return  # type(x)() of something else
        if _copied(said):
            return
        if said[0] is None or len(node.args) > 1 or (None in keywords and said[1] is None):
            self._unread(node, "the sentence or its advice may come from elsewhere")
        texts = [_literals(one) for one in said if one is not None]
        if None in texts:
            self._unread(node, "the sentence or its advice is no literal")
        sentences = [text for text in chain.from_iterable(filter(None, texts)) if text]
        for text in sentences:
            self.found.sentences.setdefault(text, f"{self.module}:{node.lineno}")
        self._words(keywords, set().union(*map(slots, sentences)))

    def _words(self, values: Mapping[str | None, ast.expr], used: set[str]) -> None:
        for slot, value in values.items():
            texts = (one.value for one in ast.walk(value) if isinstance(one, ast.Constant))
            words = {text for text in texts if isinstance(text, str) and re.search("[A-Za-z]{2}", text)}
            if slot in used:
                self.found.words |= {(str(slot), word) for word in words}

    def _kind_names(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
        """The parameters that are a kind: annotated ``type[InputError | …]``."""
        named = [one for one in (*node.args.args, *node.args.kwonlyargs) if one.annotation]
        found = {one.arg: ast.unparse(one.annotation) for one in named if one.annotation}
        return {
            name
            for name, said in found.items()
            if said.startswith("type[") and self.kinds & set(re.findall(r"\w+", said))
        }

    def _unread(self, node: ast.AST, why: str) -> None:
        if (here := f"{self.module}: {self.function}") in ALLOWED:
            self.found.allowed.add(here)
        else:
            self.found.unread.append(f"{self.module}:{getattr(node, 'lineno', 0)}: {why}")


ONLY_LOOK = {"isinstance", "issubclass", "suppress"}  # what these are given is caught or compared, never raised
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _literals(node: ast.expr) -> list[str] | None:
    """The texts that ``node`` may be, None when they do not stand in the source."""
    if isinstance(node, ast.IfExp):
        both = _literals(node.body), _literals(node.orelse)
        return None if None in both else [*chain.from_iterable(filter(None, both))]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _copied(said: list[ast.expr | None]) -> bool:
    """Is it ``x.pattern`` with ``advice=x.advice_pattern`` of the same x? The sentence stands where x was made."""
    whose = [one.value for one in said if isinstance(one, ast.Attribute)]
    return [one.attr for one in said if isinstance(one, ast.Attribute)] == ["pattern", "advice_pattern"] and (
        ast.dump(whose[0]) == ast.dump(whose[1])
    )


def _subclasses(trees: Mapping[str, ast.Module], base: str) -> set[str]:
    bases = {
        node.name: {_name(one) for one in node.bases}
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {base}
    while more := {name for name, over in bases.items() if over & found} - found:
        found |= more
    return found


def collect(sources: Mapping[str, str]) -> Found:
    """What ``sources`` (module path → text) can say."""
    trees = {module: ast.parse(text) for module, text in sources.items()}
    kinds = _subclasses(trees, BASE) | {BASE}
    own = {name for base in ("Exception", "ValueError") for name in _subclasses(trees, base) - {base}} - kinds
    found = Found()
    for module, tree in trees.items():
        Collector(module, kinds, own, found).collect(tree)
    return found


def parts(pattern: str) -> set[tuple[str, str | None, str | None]]:
    """What stands in braces: (name, format, conversion)."""
    return {(name, form, how) for _, name, form, how in string.Formatter().parse(pattern) if name is not None}


def slots(pattern: str) -> set[str]:
    """The names in braces."""
    return {name for name, _, _ in parts(pattern)}


@pytest.fixture(scope="module")
def found() -> Found:
    """What the three packages can say."""
    files = [
        file for package in ("templates", "renderers", "desktop") for file in sorted((ROOT / package).rglob("*.py"))
    ]
    return collect({file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files})


@pytest.fixture(scope="module", params=LANGUAGES)
def table(request: pytest.FixtureRequest) -> dict[str, dict[str, str]]:
    """A language's sentences under "messages", its words under "words" by slot."""
    return tomllib.loads((ASSETS / "translations" / f"errors.{request.param}.toml").read_text("utf-8"))


def test_every_sentence_stands_in_the_source_as_a_literal(found):
    """A sentence that is put together on the way has no translation; a kind that is handed around hides one."""
    assert found.unread == []


def test_no_allowance_is_left_over(found):
    """What is allowed by name above is still there."""
    assert found.allowed == set(ALLOWED)
    assert set(NAMES) <= found.words


def test_the_collector_sees_the_whole_house(found):
    """Each of the ways in which the packages write sentences is found where it is known to be used."""
    for sentence, module in {
        "This file does not exist.": "templates/files.py",
        "This line has no `=` between key and value.": "templates/toml_errors.py",  # a table of errors
        "The URL in `{key}` carries a password.": "templates/workspace_settings.py",  # a kind of another module
        "The page of {what} is empty.": "templates/brand/opening/page_text.py",  # a kind that is an argument
        "The template is nested too deeply.": "templates/compile/positions.py",  # a function that makes the error
        "No browser was found to take pictures with.": "renderers/engines/locate.py",  # a kind of a kind
        "There is no template open.": "desktop/editor/module_shelf.py",
    }.items():
        assert found.sentences.get(sentence, "").startswith(module)


def test_every_sentence_is_translated(found, table):
    """Each pattern and each advice has its translation."""
    assert {text: place for text, place in found.sentences.items() if text not in table["messages"]} == {}


def test_no_translation_is_left_over(found, table):
    """A sentence that nothing says any more leaves the table too."""
    assert set(table["messages"]) - set(found.sentences) == set()


def test_every_word_of_ours_in_a_slot_is_translated(found, table):
    """Words that the code itself puts into a slot are in the table of that slot, and nothing else is."""
    passed_on = [*PASSED_ON.items(), ("reason", SYSTEM)]
    wanted = found.words - set(NAMES) | {(slot, word) for slot, words in passed_on for word in words}
    there = {(slot, word) for slot, words in table["words"].items() for word in words}
    assert (wanted - there, there - wanted) == (set(), set())


def test_a_translation_has_the_slots_of_its_sentence(table):
    """The same values are filled in, written the same way; doubled braces stay doubled."""
    for english, translated in table["messages"].items():
        assert parts(translated) == parts(english), english


def test_a_translation_keeps_code(table):
    """What stands in backticks is typed or read as it is: the same in every language."""
    for english, translated in table["messages"].items():
        assert sorted(re.findall("`[^`]*`", translated)) == sorted(re.findall("`[^`]*`", english)), english


def test_a_translation_ends_as_its_sentence_does(table):
    """A full stop, a question mark, or a value behind a colon."""
    for english, translated in table["messages"].items():
        assert translated[-1] == english[-1], english


KIND = """
class MailwrightError(Exception): ...
class InputError(MailwrightError): ...
class OwnError(InputError): ...
class ClauseError(ValueError): ...
"""


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ('raise InputError("One.", advice="Two.")', {"One.", "Two."}),
        ('raise OwnError("One " "piece.") from None', {"One piece."}),
        ('raise errors.InputError("One.")', {"One."}),
        ('TABLE = {"x": (1, InputError("One.", advice="Two."))}', {"One.", "Two."}),
        ('raise At(InputError("One."), 3)', {"One."}),
        ('def f(kind: type[InputError | OwnError]):\n    raise kind("One.")', {"One."}),
        ('raise InputError("One." if x else "Two.")', {"One.", "Two."}),
        ("try:\n    f()\nexcept (InputError, OwnError) as error:\n    raise OwnError('One.')", {"One."}),
        ("raise InputError(row.pattern, advice=row.advice_pattern, place=place)", set()),
        ("def f(x: InputError) -> InputError:\n    return isinstance(x, InputError)", set()),
    ],
)
def test_the_collector_finds_a_sentence(source, sentences):
    """The ways to say a sentence that it reads, and uses of a kind that say nothing."""
    seen = collect({"made.py": KIND + source})
    assert set(seen.sentences) == sentences
    assert seen.unread == []


@pytest.mark.parametrize(
    "source",
    [
        'raise InputError(f"One {x}.")',
        "raise InputError(sentence)",
        'raise InputError("One.", advice=hint)',
        'raise InputError("One.", **values)',
        'raise InputError("One." + two)',
        "raise InputError(*row)",
        "raise InputError",
        'kind = InputError\nkind("One.")',
        'partial(InputError, "One.")',
        'ROWS = {404: (errors.InputError, "One.")}',
        "from templates.errors import InputError as Wrong",
        'class Made(InputError):\n    def __init__(self):\n        super().__init__("One.")',
        "raise type(error)(text, advice=error.advice_pattern)",
        "raise InputError(one.pattern, advice=two.advice_pattern)",
    ],
)
def test_the_collector_says_what_it_cannot_read(source):
    """A sentence that it cannot see is reported, never passed over."""
    assert collect({"made.py": KIND + source}).unread


def test_the_collector_finds_words_in_slots():
    """Words of ours are collected by slot; texts that no slot shows are not words."""
    source = 'InputError("{a}", a=", ".join(x) or "none yet", b="hidden")\nraise ClauseError("it is late")'
    assert collect({"made.py": KIND + source}).words == {("a", "none yet"), ("reason", "it is late")}
