"""``mailwright preview``: pictures, their cache, a missing browser, and Ctrl+C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.preview import tell_missing, tell_truths
from renderers.proofs.proof import Proof, Shot
from renderers.render.cast import Cast
from renderers.render.job import RenderResult


@pytest.mark.browser
def test_pictures_of_a_workspace(run, workspace: Path, tmp_path: Path) -> None:
    """Each template is a JPEG in each profile; the second run takes none anew."""
    call = ("preview", workspace, "--clients", "plain-desktop,plain-mobile", "--out", tmp_path / "out", "--json")
    first = run(*call)
    assert first.returncode == 0, first.stderr
    pictures = json.loads(first.stdout)
    assert len(pictures) == 6
    assert {picture["width"] for picture in pictures} == {640, 375}
    assert not any(picture["wider_than_viewport"] for picture in pictures)
    assert all(Path(picture["file"]).read_bytes().startswith(b"\xff\xd8") for picture in pictures)
    again = json.loads(run(*call).stdout)
    assert all(picture["cached"] for picture in again)


@pytest.mark.browser
def test_a_broken_template_does_not_stop_the_others(run, workspace: Path, tmp_path: Path) -> None:
    """One template that cannot be compiled costs its own pictures only, and the exit status says so."""
    path = workspace / "templates" / "welcome.en" / "template.mjml"
    path.write_text(path.read_text("utf-8").replace("{% endif %}", "", 1), "utf-8")
    done = run("preview", workspace, "--clients", "plain-mobile", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert "template.mjml:" in done.stderr


def test_without_a_browser(run, workspace: Path, tmp_path: Path) -> None:
    """A missing browser is one sentence with the one thing to do."""
    nothing = {"MAILWRIGHT_BROWSER": str(tmp_path / "no-browser"), "PATH": "", "HOME": str(tmp_path)}
    done = run("preview", workspace / "templates" / "welcome.en", env=nothing)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "browser" in done.stderr.lower()


@pytest.mark.browser
def test_clients_and_modes(run, workspace: Path, tmp_path: Path) -> None:
    """Sets and ids mix; each picture says mode, engine and label."""
    asked = ("--clients", "gmail-web,plain", "--mode", "dark,light", "--out", tmp_path / "out", "--json")
    done = run("preview", workspace / "templates" / "welcome.en", *asked)
    assert done.returncode == 0, done.stderr
    pictures = json.loads(done.stdout)
    assert [(picture["client"], picture["mode"]) for picture in pictures] == [
        ("gmail-web", "light"),
        ("gmail-web", "dark"),
        ("plain-desktop", "light"),
        ("plain-mobile", "light"),
        ("plain-mobile-dark", "dark"),
    ]
    assert {(picture["fidelity"], picture["engine"], picture["instead_of"]) for picture in pictures[:2]} == {
        ("modelled", "Chromium", None)
    }
    assert pictures[0]["changes"] > 0
    assert {Path(picture["file"]).name for picture in pictures[:2]} == {
        "welcome.en-gmail-web.jpg",
        "welcome.en-gmail-web+dark.jpg",
    }


def test_each_client_says_once_how_true_it_is(capsys) -> None:
    """And who drew in whose place; the browser alone claims nothing."""
    stand_in = Cast("chromium", "Chromium", "approximated", instead_of="WebKit")
    result = RenderResult(b"", "image/jpeg", 1, 1, 1, "key", cached=False)
    shots = [Shot(name, "default", "", client) for client in ("gmail-ios", "plain-mobile") for name in ("a", "b")]
    tell_truths([Proof(shot, cast=stand_in, result=result) for shot in shots])
    said = "gmail-ios (Gmail, iPhone): Approximated. Drawn by Chromium in place of WebKit."
    assert capsys.readouterr().err.splitlines() == [said]


def test_what_did_not_come_is_said_once_for_each_mail(capsys, monkeypatch) -> None:
    """Counted, with short addresses, in French too; what a mail wrote is no command to the terminal."""
    long = f"https://cdn.example.com/{'a/' * 40}hero.png?utm=1"
    a, b = (Shot("a", "default", "", client) for client in ("gmail-web", "gmail-ios"))
    other = Shot("a", "long", "loyalty", "gmail-web")
    proofs = [
        Proof(a, missing=("images/x.png", long)),
        Proof(b, missing=(long, "y\x1b[2J.png")),
        Proof(other, missing=(long,)),
    ]
    tell_missing([*proofs, Proof(Shot("b", "default", "", "gmail-web"))])
    short = "https://cdn.example.com/…/hero.png"
    assert capsys.readouterr().err.splitlines() == [
        f"a: 3 files of the mail did not come: images/x.png, {short}, y\ufffd[2J.png",
        f"a (long, loyalty): 1 file of the mail did not come: {short}",
    ]
    tell_missing([Proof(a, missing=tuple("1234"))])
    assert capsys.readouterr().err == "a: 4 files of the mail did not come: 1, 2, 3, …\n"
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    tell_missing(proofs[2:])
    assert "1 fichier de l’e-mail n’est pas arrivé\u00a0:" in capsys.readouterr().err


@pytest.mark.parametrize("flag", ["--clients", "--data"])
def test_a_flag_that_names_nothing(run, workspace: Path, flag: str) -> None:
    """It is no run of no pictures."""
    done = run("preview", workspace, flag, " , ")
    assert done.returncode == 1
    assert f"{flag} names nothing." in done.stderr


def test_a_folder_that_cannot_be_is_refused_before_anything_is_paid(run, workspace: Path, tmp_path: Path) -> None:
    """A file is no folder, and neither is what would be below it."""
    (tmp_path / "file").write_text("", "utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        done = run("preview", workspace, "--out", out)
        assert done.returncode == 1
        assert done.stderr.startswith(f"{tmp_path / 'file'}: This is a file; pictures need a folder.")


def test_a_set_of_clients_that_is_misspelt(run, workspace: Path) -> None:
    """It is answered with the set that was meant."""
    done = run("preview", workspace, "--clients", "populer")
    assert done.returncode == 1
    assert "Is it popular? `mailwright clients presets` names them all." in done.stderr


def test_an_unknown_mode(run, workspace: Path) -> None:
    """A misspelt mode is answered with the known ones, before anything is built."""
    done = run("preview", workspace, "--mode", "darck")
    assert done.returncode == 1
    assert "images-off" in done.stderr


def test_an_unknown_profile(run, workspace: Path) -> None:
    """A misspelt profile is answered with the known ones."""
    done = run("preview", workspace, "--clients", "plain-dektop")
    assert done.returncode == 1
    assert "plain-desktop" in done.stderr


@pytest.mark.browser
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_control_c_ends_in_good_order(workspace: Path, tmp_path: Path) -> None:
    """Ctrl+C in the middle of a run: exit status 130, no browser left over, what was taken is in the cache."""
    script = (
        "import desktop.cli.preview as p\n"
        "import os, signal\n"
        "real = p.run_preview\n"
        "def run(*args, on_progress, **kwargs):\n"
        "    def stop(now):\n"
        "        on_progress(now)\n"
        "        if now.done == 1: os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(*args, on_progress=stop, **kwargs)\n"
        "p.run_preview = run\n"
        "from desktop.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", script, "preview", str(workspace), "--out", str(tmp_path / "out")]
    cache = tmp_path / "cache"
    environment = {**os.environ, "MAILWRIGHT_CACHE_FOLDER": str(cache)}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        errors = process.communicate(timeout=60)[1]
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert list(cache.rglob("*.jpg"))
    with pytest.raises(ProcessLookupError):  # nobody of its session is left
        os.killpg(process.pid, signal.SIGTERM)
