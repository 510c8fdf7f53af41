"""The verbs of ``dev.py`` and the steps in ``.ci/machine``: said in one line, done once, ended with us."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

import dev
from machine import browser, checks, console, debian, environment, screen

ROOT = Path(__file__).parents[1]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and virtual screens are Unix's")


@pytest.fixture
def dev_folder(tmp_path, monkeypatch):
    """Stamps and logs go to a folder of the test."""
    folder = tmp_path / "checkout" / ".dev"
    folder.mkdir(parents=True)
    for module in (console, environment):
        monkeypatch.setattr(module, "DEV", folder)
    monkeypatch.setattr(console, "ROOT", folder.parent)
    monkeypatch.setattr(browser, "STAMP", folder / "browser")
    return folder


@pytest.fixture
def steps(monkeypatch):
    """The commands that would have been run, in order."""
    commands = []
    for module in (environment, debian, browser):
        monkeypatch.setattr(module, "quietly", lambda line, command, **rest: commands.append(list(command)))
    return commands


@pytest.fixture
def checkout(dev_folder, steps, monkeypatch):
    """A checkout with a lock and an environment that a spy pretends to make."""
    root = dev_folder.parent
    (root / "requirements.lock").write_text("one==1", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]", encoding="utf-8")
    for name, path in {"VENV": ".venv", "PYTHON": ".venv/python", "LOCK": "requirements.lock"}.items():
        monkeypatch.setattr(environment, name, root / path)
    monkeypatch.setattr(environment, "PROJECT", root / "pyproject.toml")

    def make(line, command, **rest):
        steps.append(list(command))
        if "venv" in command:
            lay_environment(root / ".venv")

    monkeypatch.setattr(environment, "quietly", make)
    return root


def lay_environment(folder: Path, version: str = "3.11.7") -> None:
    folder.mkdir(exist_ok=True)
    (folder / "python").touch()
    (folder / "pyvenv.cfg").write_text(f"home = /usr\nversion = {version}\n", encoding="utf-8")


def kinds(steps: list[list[str]]) -> list[str]:
    words = {"venv": "environment", "--require-hashes": "lock", "--editable": "project"}
    return [next(kind for word, kind in words.items() if word in command) for command in steps]


def test_a_fresh_checkout_gets_an_environment_the_lock_and_the_project(checkout, steps):
    """Set-up makes .venv, installs the locked packages by their hashes, then the project, in this order."""
    environment.make_environment()
    assert kinds(steps) == ["environment", "lock", "project"]


def test_set_up_does_nothing_twice(checkout, steps):
    """A second call starts no command."""
    environment.make_environment()
    steps.clear()
    environment.make_environment()
    assert steps == []


def test_a_new_lock_is_installed_and_nothing_else(checkout, steps):
    """Whoever pulls a changed lock gets its packages with the next command."""
    environment.make_environment()
    steps.clear()
    (checkout / "requirements.lock").write_text("one==2", encoding="utf-8")
    environment.make_environment()
    assert kinds(steps) == ["lock"]


@pytest.mark.parametrize("damage", ["its Python is gone", "it is too old"])
def test_an_environment_that_is_of_no_use_is_made_anew(checkout, steps, damage):
    """After a Python was removed, or with an old one, .venv is cleared and filled again."""
    environment.make_environment()
    steps.clear()
    if damage == "it is too old":
        lay_environment(checkout / ".venv", "3.10.4")
    else:
        (checkout / ".venv/python").unlink()
    environment.make_environment()
    assert kinds(steps) == ["environment", "lock", "project"]


def test_a_failed_installation_is_tried_again(checkout, monkeypatch):
    """No stamp is left behind by a step that failed, and the sentence says what to do."""
    lay_environment(checkout / ".venv")

    def fail(line, command, **rest):
        raise console.SetUpError("Network is unreachable.")

    monkeypatch.setattr(environment, "quietly", fail)
    for _ in range(2):
        with pytest.raises(console.SetUpError, match=r"Network is unreachable\. See that the package index"):
            environment.make_environment()


def test_an_old_python_is_refused_with_one_sentence():
    """dev.py says which version it needs before it reads anything that an old Python could not."""
    code = (
        "import sys, runpy; sys.version_info = (3, 10, 2); sys.version = '3.10.2 (main)'; "
        f"runpy.run_path({str(ROOT / 'dev.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Mailwright needs Python 3.11 or newer and this is 3.10.2: use a newer one."


def test_help_tells_every_verb():
    """python3 dev.py --help names the verbs, each with its sentence."""
    done = subprocess.run([sys.executable, str(ROOT / "dev.py"), "--help"], capture_output=True, text=True)
    for name, verb in dev.VERBS.items():
        assert f"{name:<6} {verb.__doc__}" in done.stdout


def test_a_failed_step_says_its_last_words_and_keeps_the_rest(dev_folder, capsys):
    """One line while it runs; when it fails, the error it printed and where the whole output is."""
    script = "print('working'); print('ERROR: no space left'); print('hint: see above'); raise SystemExit(3)"
    with pytest.raises(console.SetUpError, match=r"ERROR: no space left \(the whole output: \.dev.log.python"):
        console.quietly("Doing it", [sys.executable, "-c", script])
    assert capsys.readouterr().out == "· Doing it\n"


@posix
def test_a_download_that_stands_still_is_given_up_with_all_its_helpers(dev_folder, tmp_path):
    """Words are not progress where only bytes count, and nothing that the command started stays behind."""
    sign_of_life = tmp_path / "alive"
    os.mkfifo(sign_of_life)
    reader = os.open(sign_of_life, os.O_RDONLY | os.O_NONBLOCK)
    helper = (
        f"import time; file = open({str(sign_of_life)!r}, 'w'); file.write('started'); file.flush(); time.sleep(60)"
    )
    script = (
        f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {helper!r}])\n"
        "while True: print('trying again', flush=True); time.sleep(0.1)\n"
    )
    watched = tmp_path / "download"
    watched.mkdir()
    with pytest.raises(console.SetUpError, match="without progress"):
        console.quietly("Downloading", [sys.executable, "-c", script], patience_s=1, watch=[watched], words_count=False)
    assert os.read(reader, 100) == b"started"
    assert select.select([reader], [], [], 10)[0], "the helper lives on"
    assert os.read(reader, 100) == b""
    os.close(reader)


@posix
def test_ctrl_c_lets_the_command_end_in_its_own_way():
    """The child tidies up, dev.py returns 130 and prints no traceback."""
    child = (
        "import time\n"
        "try:\n print('ready', flush=True); time.sleep(60)\nexcept KeyboardInterrupt:\n print('tidied', flush=True)"
    )
    parent = (
        f"import sys; sys.path.insert(0, {str(ROOT / '.ci')!r})\n"
        f"from machine.console import visibly; sys.exit(visibly([sys.executable, '-c', {child!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "ready\n"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == ("tidied\n", "", 130)


@pytest.fixture
def packages_here(tmp_path, monkeypatch):
    """A Debian whose dpkg-query knows only the packages that the test names."""
    programs = tmp_path / "bin"
    programs.mkdir()

    def have(*names: str) -> None:
        lines = "".join(f"echo '{name} installed'\n" for name in names)
        (programs / "dpkg-query").write_text(f"#!/bin/sh\n{lines}exit 1\n", encoding="utf-8")
        (programs / "apt-get").write_text("#!/bin/sh\n", encoding="utf-8")
        (programs / "apt-cache").write_text("#!/bin/sh\ncase $2 in *t64) echo known;; esac\n", encoding="utf-8")
        for program in programs.iterdir():
            program.chmod(0o755)

    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(debian, "TRIED", tmp_path / ".dev/judges")
    monkeypatch.setattr(debian, "NO_SERVER", tmp_path / "etc/postgresql-common/createcluster.d/ours.conf")
    return have


@posix
def test_a_library_counts_under_its_newer_name(packages_here):
    """Debian renamed some libraries for 64-bit times; either name will do."""
    packages_here("libgl1", "libasound2t64")
    assert debian.missing(["libgl1", "libasound2|libasound2t64", "libnss3"]) == ["libnss3"]


@posix
def test_root_on_debian_gets_what_is_missing(packages_here, steps, monkeypatch):
    """Only missing packages are installed, under the name that this release knows."""
    packages_here("libgl1")
    monkeypatch.setattr(debian, "is_root", lambda: True)
    debian.install(["libgl1", "libasound2|libasound2t64"], "the libraries of Qt")
    assert [command[:2] for command in steps] == [["apt-get", "update"], ["apt-get", "install"]]
    assert steps[1][-1] == "libasound2t64"
    assert "libgl1" not in steps[1]


@posix
def test_what_tests_compare_with_comes_in_the_same_go(packages_here, steps, monkeypatch):
    """Where this release has it; without root, and where there is nothing to wish for, nobody is asked."""
    packages_here("libgl1")
    monkeypatch.setattr(debian, "is_root", lambda: True)
    debian.install(["libgl1", "libnss3"], "the libraries of Qt", wished=["judge-t64", "unknown"])
    assert steps[1][-2:] == ["libnss3", "judge-t64"]
    monkeypatch.setattr(debian, "is_root", lambda: False)
    assert debian.install(["libgl1"], "the libraries of Qt", wished=["judge-t64"])
    assert len(steps) == 2


@posix
def test_what_tests_compare_with_is_tried_once(packages_here, steps, monkeypatch):
    """A release that does not have it is not asked at every run, and what is wished for later is asked for once too."""
    packages_here()
    monkeypatch.setattr(debian, "is_root", lambda: True)
    for wished in (["unknown"], ["unknown"], ["unknown", "later-t64"], ["later-t64"]):
        debian.install([], "the libraries of Qt", wished=wished)
    assert [command[-1] for command in steps if command[1] == "install"] == [debian.LOCK_WAIT[-1], "later-t64"]


@posix
def test_a_failed_installation_is_wished_for_again(packages_here, monkeypatch):
    """The network may be there next time."""
    packages_here()
    asked = []

    def fail(line, command, **rest):
        asked.append(command[-1])
        raise console.SetUpError("Network is unreachable.")

    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(debian, "quietly", fail)
    for _ in range(2):
        debian.install([], "the libraries of Qt", wished=["judge-t64"])
    assert asked == ["update", "update"]


@posix
def test_postgresql_is_installed_and_not_started(packages_here, monkeypatch):
    """Its package reads that no server is wanted while it is set up; afterwards nothing of that is left."""
    packages_here("libgl1", "postgresql-15")
    assert debian.missing(debian.JUDGES[-1:]) == []
    seen = []
    note = debian.NO_SERVER
    monkeypatch.setattr(debian, "is_root", lambda: True)
    monkeypatch.setattr(debian, "quietly", lambda *_, **__: seen.append(note.read_text() if note.exists() else ""))
    debian.install(["libnss3"], "the libraries of Qt")
    assert seen == ["", "create_main_cluster = false\n"]
    assert not note.parent.parent.exists()


@posix
def test_others_on_debian_are_told_the_command(packages_here, steps, monkeypatch, capsys):
    """Without root nothing is installed: one line says what to type."""
    packages_here()
    monkeypatch.setattr(debian, "is_root", lambda: False)
    assert not debian.install(["libgl1", "libnss3"], "the libraries of Qt")
    assert steps == []
    assert "Run: sudo apt-get install libgl1 libnss3" in capsys.readouterr().out


@posix
def test_a_machine_with_everything_runs_no_installer(packages_here, steps):
    """When all packages are there, apt is not asked."""
    packages_here("xvfb", "fonts-liberation")
    assert debian.install(debian.SCREEN, "a virtual screen")
    assert steps == []


def test_a_browser_that_was_found_is_not_looked_for_again(dev_folder, tmp_path, monkeypatch):
    """The second call reads the stamp; it looks again once that program is gone."""
    program = tmp_path / "chromium"
    program.touch()
    finds = []
    monkeypatch.delenv("MAILWRIGHT_BROWSER", raising=False)
    monkeypatch.setattr(browser, "_find", lambda: finds.append(1) or program)
    assert [browser.see_to_browser(), browser.see_to_browser()] == [program, program]
    assert len(finds) == 1
    program.unlink()
    browser.see_to_browser()
    assert len(finds) == 2


def test_without_any_browser_the_one_thing_to_do_is_said(dev_folder, steps, monkeypatch):
    """Debian's package and Playwright's are tried, then dev.py says what to install."""
    monkeypatch.setattr(browser, "_find", lambda: None)
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    monkeypatch.setattr(browser, "DEV", dev_folder)
    with pytest.raises(console.SetUpError, match="Install Chromium, Chrome or Edge"):
        browser.see_to_browser()
    assert steps[0][1:4] == ["-m", "playwright", "install"]


def test_demo_goes_on_without_a_browser(monkeypatch, capsys):
    """Building the templates needs none: dev.py says that there will be no pictures and starts the demo."""
    started = []

    def no_browser():
        raise console.SetUpError("There is no browser here.")

    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(browser, "see_to_browser", no_browser)
    monkeypatch.setattr(screen, "has_screen", lambda: False)
    monkeypatch.setattr(dev, "visibly", lambda command, **rest: started.append(command) or 0)
    assert dev.demo(["--no-window"]) == 0
    assert started[0][1:] == ["-m", "desktop.cli", "demo", "--no-window"]
    assert "No pictures this time: There is no browser here." in capsys.readouterr().out


@pytest.fixture
def prepared(dev_folder, monkeypatch):
    """A machine that is set up; what ``dev.py test`` starts is recorded with its variables."""
    started = []
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(browser, "see_to_browser", lambda: None)
    monkeypatch.setattr(debian, "install", lambda packages, purpose, *, wished=(): True)
    monkeypatch.setattr(dev, "visibly", lambda command, *, env, cwd: started.append((command, env)) or 0)
    return started


def test_tests_run_when_lint_fails_and_the_run_has_failed(prepared, monkeypatch):
    """One run tells all: pytest starts anyway, is told what failed, and the exit code says so."""
    monkeypatch.setattr(checks, "run_all", lambda: ["mypy"])
    assert dev.test([]) == 1
    command, env = prepared[0]
    assert command[1:3] == ["-m", "pytest"]
    assert env["MAILWRIGHT_LINT_FAILED"] == "mypy"
    assert env["QT_QPA_PLATFORM"] == "offscreen"


def test_arguments_go_to_pytest_alone(prepared, monkeypatch):
    """``dev.py test -k brand`` is a quick look at some tests; it does not lint."""
    monkeypatch.setattr(checks, "run_all", lambda: pytest.fail("linted"))
    assert dev.test(["-k", "brand"]) == 0
    assert prepared[0][0][-2:] == ["-k", "brand"]


def test_an_unknown_benchmark_is_answered_with_those_that_exist():
    """The names come from listing tests/bench."""
    with pytest.raises(console.SetUpError, match=r"no benchmark nosuch; there are: .*start"):
        dev.bench(["nosuch"])


def test_only_root_goes_without_the_sandbox(monkeypatch):
    """The web engine keeps its sandbox on every user's machine."""
    monkeypatch.setattr(screen, "is_root", lambda: False)
    assert screen.qt_environment(offscreen=False) == {}
    monkeypatch.setattr(screen, "is_root", lambda: True)
    assert screen.qt_environment(offscreen=False) == {
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }


@posix
@pytest.mark.skipif(not Path("/usr/bin/Xvfb").exists(), reason="Xvfb is not installed: python3 dev.py look installs it")
def test_the_virtual_screen_is_free_and_ends_with_its_use():
    """Two at once get two displays; neither is there afterwards."""
    with screen.virtual_screen() as one, screen.virtual_screen() as two:
        sockets = [Path(f"/tmp/.X11-unix/X{env['DISPLAY'][1:]}") for env in (one, two)]
        assert one["DISPLAY"] != two["DISPLAY"]
        assert all(socket.exists() for socket in sockets)
    assert not any(socket.exists() for socket in sockets)


def test_ci_runs_what_people_run():
    """.ci/run is executable and its only command is the README's."""
    script = ROOT / ".ci/run"
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines[-1] == "exec python3 dev.py test"
    assert os.name == "nt" or os.access(script, os.X_OK)


def lock_text() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_the_lock_holds_no_address():
    """Packages come from wherever the user's pip is set up to look."""
    assert "://" not in lock_text()
    assert not re.search(r"^\s*-", lock_text().replace("    --hash", ""), re.MULTILINE)


def test_every_locked_package_has_a_hash():
    """pip --require-hashes refuses the whole lock otherwise."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock_text())
    assert len(entries) > 50
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_knows_every_dependency():
    """Whoever adds a dependency makes the lock anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = chain.from_iterable(project["project"]["optional-dependencies"].values())
    wanted = [*project["project"]["dependencies"], *extras, *project["dependency-groups"]["dev"]]
    names = {re.match(r"[\w.-]+", line)[0].lower().replace("_", "-") for line in wanted}
    locked = {match.lower().replace("_", "-") for match in re.findall(r"^([\w.-]+)==", lock_text(), re.MULTILINE)}
    assert names - locked == set()


def test_options_of_a_benchmark_reach_it(monkeypatch):
    """What stands behind the first option is for the script, whatever it is."""
    told = []
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "visibly", lambda command, env: told.append(command[1:]) or 0)
    assert dev.bench(["brand", "--half", "tune", "--only", "name"]) == 0
    [(script, *options)] = told
    assert script.endswith("bench_brand.py")
    assert options == ["--half", "tune", "--only", "name"]
