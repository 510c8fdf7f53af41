"""Find and replace in the texts of many templates: what would change first, then those changes and no others.

A pattern that somebody typed may take for ever, and nothing inside a process can interrupt it. So patterns are looked
for in a process of their own, which is ended when its time is up; plain words need none of that.
"""

from __future__ import annotations

import multiprocessing
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from templates.errors import Cancelled, EngineError, InputError, LimitError
from templates.files import read_text, storage_errors, write_bytes
from templates.locks import writing
from templates.source.text_edit import TextEdit, apply, replacement
from templates.workspace import Workspace

SECONDS = 5.0
START_SECONDS = 20.0  # until the process is there, on a busy computer
MOST = 5_000  # hits that are listed
LARGEST = 20_000_000  # characters of all replacements
_AROUND = 48  # characters of a line that are shown on each side of a hit
_GLANCE_S = 0.02
_BOM = "\ufeff".encode()

Span = tuple[int, int, str]  # start, end, what replaces it
Answer = list[list[Span]] | str  # or why not


@dataclass(frozen=True)
class Query:
    r"""What to look for, and what to put in its place; of a pattern ``\1`` is what its first group found."""

    words: str
    replacement: str = ""
    pattern: bool = False
    match_case: bool = False
    whole_word: bool = False


@dataclass(frozen=True)
class Hit:
    """One place: offsets in the template's text, line from 1, and what stands around it in that line."""

    template: str
    start: int
    end: int
    found: str
    replacement: str
    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Found:
    """The hits in the order of the texts; ``complete`` is False when there are more than ``MOST``."""

    hits: tuple[Hit, ...]
    complete: bool = True


@dataclass(frozen=True)
class Replaced:
    """A template's text before and after, so that it can be put back."""

    template: str
    before: str
    after: str


def search(
    query: Query,
    texts: Sequence[tuple[str, str]],
    *,
    stop: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS,
) -> Found:
    """Return where ``query`` is found in ``texts`` (name and text each); empty finds are none.

    Raises InputError for a pattern that is none, LimitError when it takes longer than ``seconds``, Cancelled when
    ``stop`` says so.
    """
    pattern = compiled(query)
    sources = [text for _, text in texts]
    if query.pattern:
        spans = _in_a_process((pattern.pattern, pattern.flags, query.replacement, sources), stop, seconds)
    else:
        spans = _spans(pattern, query.replacement, sources, literal=True)
    hits = [hit for (name, text), found in zip(texts, spans, strict=True) for hit in _hits(name, text, found)]
    return Found(tuple(hits[:MOST]), len(hits) <= MOST)


def compiled(query: Query) -> re.Pattern[str]:
    """Return the expression that ``query`` stands for. Raises InputError for a pattern or replacement that is none."""
    if not query.words:
        raise InputError("There is nothing to look for.", advice="Type a word.")
    source = query.words if query.pattern else re.escape(query.words)
    if query.whole_word:
        # A boundary only where a word begins or ends: `<b>` is whole wherever it stands.
        source = rf"(?:(?<!\w)|(?!\w))(?:{source})(?:(?<!\w)|(?!\w))"
    try:
        pattern = re.compile(source, re.MULTILINE | (0 if query.match_case else re.IGNORECASE))
    except (re.error, RecursionError, OverflowError) as error:
        offset = getattr(error, "pos", None) or 0
        raise InputError(
            "This is not a regular expression; it goes wrong at character {character}.",
            advice=r"Write \ before a sign that means itself, such as \. or \(.",
            character=offset + 1,
        ) from error
    if query.pattern:
        _check_replacement(source, query.replacement)
    return pattern


def _check_replacement(source: str, replacement: str) -> None:
    """Expand the replacement once, without anything that was found. Raises InputError."""
    try:
        re.compile(f"(?:{source})|").sub(replacement, "")
    except (re.error, IndexError) as error:
        raise InputError(
            "The replacement names a group that the pattern does not have.",
            advice=r"Write \1 for what the first pair of brackets found, \\ for a backslash.",
        ) from error


def replace(workspace: Workspace, template: str, hits: Sequence[Hit]) -> Replaced:
    """Replace ``hits`` in the file of a template and return both texts.

    Raises InputError when the text is another by now, StorageError when somebody has the template open.
    """
    path = workspace.template(template).mjml_path
    with writing(workspace.lock(path)):
        before = read_text(path)
        after = replaced(template, before, hits)
        _write(workspace, template, after)
    return Replaced(template, before, after)


def replaced(template: str, text: str, hits: Sequence[Hit]) -> str:
    """Return ``text`` with ``hits`` replaced. Raises InputError when it is not the text in which they were found."""
    return apply(text, edits_of(template, text, hits))


def edits_of(template: str, text: str, hits: Sequence[Hit]) -> list[TextEdit]:
    """Return ``hits`` as edits of ``text``. Raises InputError when it is not the text in which they were found."""
    if any(text[hit.start : hit.end] != hit.found for hit in hits):
        raise _changed(template)
    return [TextEdit(hit.start, hit.end, hit.replacement) for hit in hits]


def edits_back(done: Replaced, text: str) -> list[TextEdit]:
    """Return the edits of ``text`` that undo a replacement. Raises InputError when it was changed since."""
    if text != done.after:
        raise _changed(done.template)
    return replacement(text, 0, len(text), done.before)


def put_back(workspace: Workspace, done: Replaced) -> None:
    """Write the text from before. Raises InputError when the template was changed since, StorageError."""
    path = workspace.template(done.template).mjml_path
    with writing(workspace.lock(path)):
        if read_text(path) != done.after:
            raise _changed(done.template)
        _write(workspace, done.template, done.before)


def _write(workspace: Workspace, template: str, text: str) -> None:
    path = workspace.template(template).mjml_path
    with storage_errors(path), path.open("rb") as file:
        mark = _BOM if file.read(len(_BOM)) == _BOM else b""
    write_bytes(path, mark + text.encode())


def _changed(template: str) -> InputError:
    return InputError("`{name}` was changed in the meantime.", advice="Search again.", name=template)


def _hits(name: str, text: str, spans: Sequence[Span]) -> list[Hit]:
    found: list[Hit] = []
    line, counted = 1, 0
    for start, end, new in spans:
        line += text.count("\n", counted, start)
        counted = start
        first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
        last = text.find("\n", end)
        after = text[end : min(end + _AROUND, last if last >= 0 else len(text))]
        found.append(Hit(name, start, end, text[start:end], new, line, text[first:start], after))
    return found


def _in_a_process(task: tuple[str, int, str, list[str]], stop: Callable[[], bool], seconds: float) -> list[list[Span]]:
    context = multiprocessing.get_context("spawn")  # a fork would copy Qt's and V8's threads half alive
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        _wait(ours, stop, START_SECONDS)
        ours.recv()
        ours.send(task)
        _wait(ours, stop, seconds)
        answer: Answer = ours.recv()
    except (EOFError, OSError) as error:
        raise EngineError("The search stopped unexpectedly.", advice="Try again.") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, str):
        raise LimitError("The replacements would be longer than {most} characters.", most=LARGEST)
    return answer


def _wait(connection: Connection, stop: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not connection.poll(_GLANCE_S):
        if stop():
            raise Cancelled("The work was stopped.")
        if time.monotonic() > deadline:
            raise LimitError(
                "The search took longer than {seconds} s and was stopped.",
                advice="Write the pattern so that its repetitions do not overlap.",
                seconds=seconds,
            )


def work(connection: Connection) -> None:
    """Do one search; runs in the process of its own."""
    connection.send("ready")
    source, flags, replacement, texts = connection.recv()
    try:
        connection.send(_spans(re.compile(source, flags), replacement, texts, literal=False))
    except OverflowError:
        connection.send("too large")


def _spans(pattern: re.Pattern[str], replacement: str, texts: Sequence[str], *, literal: bool) -> list[list[Span]]:
    """What is found in each text, one more than ``MOST`` at most. Raises OverflowError past ``LARGEST``."""
    answer: list[list[Span]] = []
    size = count = 0
    for text in texts:
        spans: list[Span] = []
        for match in pattern.finditer(text):
            if count > MOST:
                break
            if match.end() > match.start():
                new = replacement if literal else match.expand(replacement)
                spans.append((*match.span(), new))
                count, size = count + 1, size + (0 if literal else len(new))
            if size > LARGEST:
                raise OverflowError
        answer.append(spans)
    return answer
