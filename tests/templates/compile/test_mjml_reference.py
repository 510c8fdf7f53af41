"""V8 in this process: limits, threads, and what happens after a failure."""

from __future__ import annotations

import asyncio
import multiprocessing
import subprocess
import sys
import threading

import pytest

from templates.compile.engine import mjml_engine
from templates.compile.mjml_reference import V8Engine
from templates.errors import EngineError, LimitError, TemplateError

ROW = "<mj-section><mj-column><mj-text>row</mj-text></mj-column></mj-section>"


def test_compiles_to_the_same_bytes_every_time(mail):
    """Carousel ids are drawn from a seed of the source, so caches and goldens hold."""
    source = mail('<mj-carousel><mj-carousel-image src="a.png" /></mj-carousel>')
    assert mjml_engine().compile(source).html == mjml_engine().compile(source).html


def test_reports_line_and_tag(mail):
    """An illegal attribute is a diagnostic, not an error."""
    (found,) = mjml_engine().compile("\n\n" + mail('<mj-text colour="red">x</mj-text>')).diagnostics
    assert (found.line, found.tag) == (3, "mj-text")


def test_runaway_mjml_is_stopped_and_the_next_mail_compiles(mail):
    """A mail that takes too long ends with a LimitError; a fresh V8 follows."""
    engine = V8Engine(seconds=0.3)
    try:
        with pytest.raises(LimitError, match=r"longer than 0\.3 s"):
            engine.compile(mail(body=ROW * 20_000))
        assert "row" in engine.compile(mail(body=ROW)).html
    finally:
        engine.close()


def test_exhausted_memory_is_an_error_and_not_the_end_of_the_process(mail):
    """Without a hard limit V8 would abort Python; with it the next mail compiles."""
    engine = V8Engine(memory=100 * 2**20, seconds=60)  # a busy computer is no fault
    try:
        with pytest.raises(LimitError, match="100 MB"):
            engine.compile(mail(body=ROW * 20_000))
        assert "row" in engine.compile(mail(body=ROW)).html
    finally:
        engine.close()


def test_source_past_the_limit_is_refused():
    """Five megabytes are fifty times the longest mail a client shows."""
    with pytest.raises(LimitError, match="longer than 5000000"):
        mjml_engine().compile("x" * 5_000_001)


@pytest.mark.parametrize("source", ["", "text", "<mjml>", "<html></html>", "<mjml></mjml>"])
def test_text_that_is_no_mjml_is_a_template_error(source):
    """MJML's own words say why."""
    with pytest.raises(TemplateError, match="MJML cannot compile"):
        mjml_engine().compile(source)


def test_deep_nesting_is_a_template_error(mail):
    """Five thousand nested wrappers exhaust V8's stack, which is a normal failure."""
    with pytest.raises(TemplateError, match="MJML cannot compile"):
        mjml_engine().compile(mail(body="<mj-wrapper>" * 5_000 + "</mj-wrapper>" * 5_000))


def test_works_inside_an_event_loop(mail):
    """An engine made while a loop runs must not adopt it."""

    async def compile_mail() -> str:
        engine = V8Engine()
        try:
            return engine.compile(mail("<mj-text>in a loop</mj-text>")).html
        finally:
            engine.close()

    assert "in a loop" in asyncio.run(compile_mail())


def test_several_threads_take_turns(mail):
    """Every thread gets its own mail."""
    made: dict[int, str] = {}

    def work(number: int) -> None:
        made[number] = mjml_engine().compile(mail(f"<mj-text>mail {number}</mj-text>")).html

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"mail {number}" in made[number] for number in range(8))


def test_a_closed_engine_starts_again(mail):
    """Closing gives the memory back and nothing more."""
    engine = V8Engine()
    engine.close()
    assert "again" in engine.compile(mail("<mj-text>again</mj-text>")).html
    engine.close()


def _child(pipe) -> None:
    try:
        mjml_engine().compile("<mjml><mj-body></mj-body></mjml>")
        pipe.send("compiled")
    except EngineError as error:
        pipe.send(str(error))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")  # that is what is tested
def test_a_forked_child_is_told_to_spawn(mail):
    """An inherited V8 would hang; the child gets an error at once."""
    mjml_engine().compile(mail())
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_child, args=(theirs,))
    child.start()
    try:
        assert ours.poll(20)
        assert "spawn" in ours.recv()
    finally:
        child.kill()
        child.join()


def test_the_interpreter_ends_cleanly_with_v8_running():
    """V8 is closed before the threads it talks to are gone: no crash at exit."""
    script = (
        "from templates.compile.engine import mjml_engine; mjml_engine().compile('<mjml><mj-body></mj-body></mjml>')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
