"""``mailwright worker``: what it says before it works, and why it does not."""

from __future__ import annotations

import sys
from importlib import import_module

import pytest

from renderers.render.farm.offering import Offering, own_versions

WORKER = import_module("desktop.cli.worker")  # the package has a function of this name


def offering(fonts: str = "a") -> Offering:
    """What a worker has."""
    return Offering(own_versions(), "linux", {"chromium": f"headless-shell 156 fonts {fonts}"}, 2)


@pytest.fixture
def computer(monkeypatch, browser_path):
    """One whose engines are known, so that nothing needs to be started."""

    async def own(lanes):
        return offering()

    monkeypatch.setattr(WORKER, "own", own)


@pytest.mark.browser
@pytest.mark.usefixtures("computer")
@pytest.mark.parametrize(("others", "is_told"), [(["a"], False), (["b"], False), (["b", "b"], True)])
def test_it_says_what_it_offers_and_whether_it_is_used(run, monkeypatch, others, is_told):
    """A worker that differs from most of its farm is started in vain: its owner is told, with what the others have."""

    async def serve(scheduler, offered, *, host, on_ready):
        assert (scheduler, offered, host) == ("tcp://farm:8786", offering(), "10.0.0.5")
        on_ready([offered, *map(offering, others)])

    monkeypatch.setattr(WORKER, "serve", serve)
    done = run("worker", "--scheduler", "tcp://farm:8786", "--host", "10.0.0.5")
    assert done.returncode == 0
    assert "Engines: Chromium " in done.stderr
    assert "; 2 pictures at once." in done.stderr
    assert "Ready, for tcp://farm:8786." in done.stderr
    assert ("this one is not used" in done.stderr) is is_told
    assert ("headless-shell 156 fonts b" in done.stderr) is is_told
    assert done.stderr.endswith("The worker has ended.\n")


@pytest.mark.browser
@pytest.mark.usefixtures("computer")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("farm", "farm is not the address of a Dask scheduler. Write it as tcp://host:port"),
        ("tcp://127.0.0.1:1", "The farm's scheduler tcp://127.0.0.1:1 does not answer."),
        ("tls://127.0.0.1:1", "The connection to tls://127.0.0.1:1 cannot be secured"),
    ],
)
def test_a_scheduler_that_cannot_be_used_is_one_sentence(run, monkeypatch, address, words):
    """And exit status 1."""
    monkeypatch.setattr("renderers.render.farm.service.CONNECT_S", 0.1)
    done = run("worker", "--scheduler", address)
    assert done.returncode == 1
    assert words in done.stderr


@pytest.mark.browser
@pytest.mark.usefixtures("computer")
def test_without_dask_the_command_that_adds_it_is_named(run, monkeypatch):
    """It is an extra: most people never need it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = run("worker", "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 1
    assert 'Run: pip install "mailwright[farm]"' in done.stderr
