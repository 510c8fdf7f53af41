"""Starting a Gecko program: what it starts with, and what is left when it does not."""

import asyncio
import sys
import tempfile

import pytest

from renderers.engines import BrowserMissingError, PageLostError
from renderers.engines.gecko import program
from renderers.engines.gecko.locate import locate_firefox
from renderers.engines.gecko.preferences import PAGES, QUIET, WALLS, user_js


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")
@pytest.mark.usefixtures("no_process_left")
def test_a_program_that_ends_at_once_is_named(tmp_path, monkeypatch):
    """With how it ended; its profile goes."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    stand_in = tmp_path / "firefox"
    stand_in.write_text("#!/bin/sh\nexit 4\n")
    stand_in.chmod(0o755)
    with pytest.raises(BrowserMissingError, match=r"firefox does not start: exitCode=4\."):
        asyncio.run(program.start(stand_in, {}))
    assert list(tmp_path.iterdir()) == [stand_in]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")
@pytest.mark.usefixtures("no_process_left")
def test_a_program_that_says_nothing_is_given_up(tmp_path, monkeypatch):
    """It is ended with what it started."""
    monkeypatch.setattr(program, "LAUNCH_TIMEOUT_S", 0.3)
    stand_in = tmp_path / "firefox"
    stand_in.write_text("#!/bin/sh\nsleep 60 & wait\n")
    stand_in.chmod(0o755)
    with pytest.raises(BrowserMissingError, match="it does not answer"):
        asyncio.run(program.start(stand_in, {}))


def test_preferences_are_written_as_the_program_reads_them():
    """One call each; a later group wins."""
    assert user_js({"a.b": True}, {"c": 'say "hi"', "a.b": 1}) == (
        'user_pref("a.b", 1);\nuser_pref("c", "say \\"hi\\"");\n'
    )


def test_no_preference_opens_a_wall():
    """The groups that every program gets do not contradict each other."""
    assert not WALLS.keys() & {*QUIET, *PAGES}


@pytest.mark.usefixtures("no_process_left")
def test_a_program_that_nobody_speaks_to_ends():
    """Whoever started it may have been killed: it does not stay behind."""
    try:
        path = locate_firefox().path
    except BrowserMissingError as missing:
        pytest.skip(f"{missing.what} {missing.advice}")

    async def scene() -> int:
        started = await program.start(path, {})
        await started.session.close()
        try:
            return await asyncio.wait_for(started._process.wait(), 20)
        finally:
            await started.kill()

    assert asyncio.run(scene()) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")
@pytest.mark.usefixtures("no_process_left")
def test_a_program_that_fails_while_it_starts_is_hung_up_on(tmp_path, monkeypatch):
    """Its walls could not be put up: the connection to it does not stay open."""
    told = []

    class Session:
        async def run(self, script):
            raise PageLostError("it went away")

        async def close(self):
            told.append("closed")

    async def session(process, folder):
        return Session()

    monkeypatch.setattr(program, "_session", session)
    stand_in = tmp_path / "firefox"
    stand_in.write_text("#!/bin/sh\nsleep 60 & wait\n")
    stand_in.chmod(0o755)
    with pytest.raises(BrowserMissingError, match="it went away"):
        asyncio.run(program.start(stand_in, {}))
    assert told == ["closed"]
