"""Words and patterns are found in many texts and replaced in those that nobody else has open."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates import find_replace
from templates.errors import Cancelled, InputError, LimitError, StorageError
from templates.find_replace import Query, put_back, replace, replaced, search
from templates.library import write_template
from templates.workspace import Workspace

TEXTS = [("a", "One sale.\n<b>Sale</b> and resale\r\n"), ("b", "nothing"), ("c", "sale")]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "agency", name="A")
    for name, text in TEXTS:
        write_template(made, name, {"template.mjml": text}, {"kind": "legal"})
    return made


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (Query("sale"), [("a", 1), ("a", 2), ("a", 2), ("c", 1)]),
        (Query("sale", match_case=True), [("a", 1), ("a", 2), ("c", 1)]),
        (Query("sale", whole_word=True), [("a", 1), ("a", 2), ("c", 1)]),
        (Query("s.le"), []),
        (Query("s.le", pattern=True), [("a", 1), ("a", 2), ("a", 2), ("c", 1)]),
        (Query("^<b>|e$", pattern=True), [("a", 2), ("c", 1)]),
        (Query("x*", pattern=True), []),
        (Query("<b>", whole_word=True), [("a", 2)]),
    ],
)
def test_hits_are_told_with_their_lines(query, places):
    """Case, whole words and patterns as asked; what is empty is nowhere."""
    found = search(query, TEXTS)
    assert [(hit.template, hit.line) for hit in found.hits] == places
    assert found.complete


def test_a_hit_shows_its_line():
    """What stands before and after it, and no more than fits."""
    hit = search(Query("Sale", "Deal", match_case=True), TEXTS).hits[0]
    assert (hit.before, hit.found, hit.replacement, hit.after) == ("<b>", "Sale", "Deal", "</b> and resale\r")
    hit = search(Query("x"), [("long", "y" * 500 + "x" + "z" * 500)]).hits[0]
    assert len(hit.before) == len(hit.after) < 60


def test_groups_of_a_pattern_are_put_in():
    """Their numbers and names are those of regular expressions; in plain words a backslash is one."""
    query = Query(r"(\w+) (?P<what>sale)", r"\g<what> of \1", pattern=True)
    hits = search(query, TEXTS).hits
    assert replaced("a", TEXTS[0][1], [hit for hit in hits if hit.template == "a"]).startswith("sale of One.")
    (plain,) = search(Query("nothing", r"\1"), TEXTS).hits
    assert plain.replacement == r"\1"


@pytest.mark.parametrize(
    "query",
    [Query(""), Query("(", pattern=True), Query("a", r"\2", pattern=True), Query("a{99999999999}", pattern=True)],
)
def test_what_cannot_be_looked_for_is_refused(query):
    """In one sentence, before anything is searched."""
    with pytest.raises(InputError):
        search(query, TEXTS)


def test_a_pattern_without_end_is_stopped():
    """It would take longer than the universe; the process that looks for it is ended."""
    text = "a" * 60 + "b"
    with pytest.raises(LimitError, match="took longer"):
        search(Query("(a+)+$", pattern=True), [("evil", text)], seconds=0.3)


def test_a_search_can_be_cancelled():
    """Whatever the pattern does."""
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    with pytest.raises(Cancelled):
        search(Query("(a+)+$", pattern=True), [("evil", "a" * 60 + "b")], stop=stop.is_set, seconds=60)


def test_replacements_do_not_fill_the_memory(monkeypatch):
    """A short pattern that makes a long text of each letter is refused."""
    text = "a" * 300_000
    with pytest.raises(LimitError, match="longer than"):
        search(Query("(a{1000})", r"\1" * 100, pattern=True), [("long", text)])
    monkeypatch.setattr(find_replace, "MOST", 10)
    assert not search(Query("a"), [("long", text)]).complete


def test_only_the_chosen_hits_are_replaced(workspace):
    """Everything else of the file stays, line ends and byte order mark too."""
    path = workspace.template("a").mjml_path
    path.write_bytes("\ufeff".encode() + TEXTS[0][1].encode())
    hits = [hit for hit in search(Query("sale", "deal"), TEXTS).hits if hit.template == "a"]
    done = replace(workspace, "a", [hits[0], hits[2]])
    assert path.read_bytes() == "\ufeffOne deal.\n<b>Sale</b> and redeal\r\n".encode()
    put_back(workspace, done)
    assert path.read_bytes() == "\ufeff".encode() + TEXTS[0][1].encode()


def test_a_text_that_changed_is_left_alone(workspace):
    """Hits of an older text would hit something else; and an undo would undo somebody's work."""
    hits = [hit for hit in search(Query("sale", "deal"), TEXTS).hits if hit.template == "c"]
    done = replace(workspace, "c", hits)
    with pytest.raises(InputError, match="changed in the meantime"):
        replace(workspace, "c", hits)
    workspace.template("c").mjml_path.write_text("mine")
    with pytest.raises(InputError, match="changed in the meantime"):
        put_back(workspace, done)
    assert workspace.template("c").text() == "mine"


def test_what_somebody_has_open_is_left_alone(workspace):
    """The refusal names who it is."""
    hits = [hit for hit in search(Query("sale", "deal"), TEXTS).hits if hit.template == "c"]
    with workspace.lock(workspace.template("c").mjml_path), pytest.raises(StorageError, match="right now"):
        replace(workspace, "c", hits)
    assert workspace.template("c").text() == "sale"


@given(st.text(max_size=60), st.text(min_size=1, max_size=3), st.text(max_size=3))
def test_replacing_is_what_python_does(text, words, new):
    """Plain words, every hit: the same as ``str.replace``."""
    hits = search(Query(words, new, match_case=True), [("t", text)]).hits
    assert replaced("t", text, hits) == text.replace(words, new)
