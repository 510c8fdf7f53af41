"""Debian packages: asked for in one go, once, and only as root; others read the command."""

import os

import pytest

from machine import console, debian

posix = pytest.mark.skipif(os.name == "nt", reason="signals and virtual screens are Unix's")


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
