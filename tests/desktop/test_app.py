"""Starting, faults, ending."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import unusable
from desktop.app import FaultHandler, prepare
from desktop.preferences import Preferences
from templates.files import write_text
from templates.settings import settings_folder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("python", "pyside", "usable"),
    [
        ((3, 11), "6.11.3", True),
        ((3, 11), "6.12.0", False),
        ((3, 11), "6.13.1", False),
        ((3, 12), "6.12.0", True),
        ((3, 14), "7.0.0", True),
    ],
)
def test_a_pair_that_aborts_is_refused(python, pyside, usable):
    """The sentence names both versions and the way out."""
    reason = unusable(python, pyside)
    assert (reason == "") is usable
    if not usable:
        assert "6.12" in reason
        assert pyside in reason


def test_the_refusal_comes_before_qt_is_loaded(tmp_path):
    """Exit code 2 and one sentence, while PySide6 was not even imported."""
    code = (
        "import sys, importlib.metadata as m\n"
        "m.version = lambda name: '6.12.0'\n"
        "sys.version_info = (3, 11, 7, 'final', 0)\n"
        "import desktop.__main__ as d\n"
        "code = d.main()\n"
        "print(code, 'PySide6' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.stdout.split() == ["2", "False"]
    assert done.stderr.startswith("mailwright: PySide6 6.12.0 ends Python 3.11")


def test_no_reference_to_none_is_lost(qapp):
    """The PySide6 in use does not have the fault that the guard is there for."""
    from PySide6.QtCore import QObject

    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        target.setObjectName("x")
    assert sys.getrefcount(None) > before - 500


def test_only_root_goes_without_the_sandbox(monkeypatch):
    """Everybody else keeps Chromium's sandbox."""
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "")
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    import os

    prepare()
    assert "--no-sandbox" not in os.environ["QTWEBENGINE_CHROMIUM_FLAGS"]
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    prepare()
    assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"].split() == ["--no-sandbox"]


def test_a_fault_is_logged_and_shown_and_the_window_stays(window, caplog):
    """One dialog with a report; a second fault meanwhile is only logged."""
    handler = FaultHandler(window)
    with caplog.at_level(logging.ERROR):
        for number in range(2):
            error = ValueError(f"fault {number}")
            handler(ValueError, error, None)
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 2
    assert "fault 0" in handler.dialog.report
    assert window.isVisible()
    handler.dialog.accept()
    assert handler.dialog is None


def test_ctrl_c_closes_the_window(window):
    """In a terminal it ends the program in good order."""
    FaultHandler(window)(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not window.isVisible()


def test_a_folder_that_is_no_workspace_is_told(window, tmp_path):
    """The window says so and stays as it is."""
    assert not window.open_workspace(tmp_path)
    assert window.welcome.isVisible()
    assert window.workspace is None


def test_damaged_settings_do_not_stop_the_window(qapp):
    """The usual settings are used, and the error is kept to be shown."""
    write_text(settings_folder() / "settings.toml", "theme = [")
    preferences = Preferences()
    assert preferences.settings.theme == "system"
    assert "settings.toml" in str(preferences.error)


def test_recent_workspaces_are_the_last_ones_that_exist(qapp, folder, tmp_path):
    """The newest first, none twice, none that is gone."""
    preferences = Preferences()
    for each in (folder, tmp_path / "gone", folder):
        preferences.remember_workspace(each)
    assert preferences.recent == [folder]
    assert Preferences().recent == [folder]


def test_the_window_stands_where_it_stood(application, qtbot):
    """Panes and size are kept from one start to the next."""
    application.window.splitter.setSizes([300, 400, 500])
    kept = application.window.splitter.saveState()
    application.window.close()
    assert Preferences().state("panes") == kept


def test_exporting_shows_progress_and_can_be_cancelled(opened, qtbot, tmp_path):
    """The zip is written with a line in the status bar, and not at all when it is cancelled."""
    opened.export_to(tmp_path / "all.zip")
    assert opened.job_strip.isVisible()
    qtbot.waitUntil(lambda: "all.zip" in opened.statusBar().currentMessage(), timeout=20_000)
    assert (tmp_path / "all.zip").is_file()
    opened.export_to(tmp_path / "none.zip")
    opened.job_strip.cancel.click()
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    assert not opened.job_strip.isVisible()
    assert not (tmp_path / "none.zip").exists()
