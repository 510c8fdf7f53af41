"""What the window remembers: the user's settings (typed, shared with the command line) and where it stood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from renderers.render.cache import PictureCache
from templates.errors import MailwrightError
from templates.settings import UserSettings, change_settings, load_settings, settings_folder

RECENT = 6


class Preferences(QObject):
    """The settings in use. Geometry and recent workspaces are in ``window.ini``, where losing them does no harm."""

    changed = Signal(object)
    """The names of the settings that changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.error: MailwrightError | None = None
        self.settings = self._loaded()
        self._window = QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)

    def picture_cache(self) -> PictureCache:
        """Return where pictures are kept for reuse, by the settings of now."""
        return PictureCache(self.settings.cache_folder, limit=self.settings.cache_megabytes * 1_000_000)

    def change(self, changes: Mapping[str, Any]) -> None:
        """Write some settings and use them. Raises InputError, StorageError; then nothing changes."""
        change_settings(changes)
        self.settings = load_settings()
        self.changed.emit(set(changes))

    @property
    def recent(self) -> list[Path]:
        """The workspaces that were open lately and are still there, the last one first."""
        try:
            names = json.loads(str(self._window.value("recent", "[]")))
        except ValueError:
            return []
        return [Path(name) for name in names if (Path(name) / "workspace.toml").is_file()]

    def remember_workspace(self, folder: Path) -> None:
        """Put it first among the recent ones."""
        names = [str(each) for each in [folder, *(other for other in self.recent if other != folder)]]
        self._window.setValue("recent", json.dumps(names[:RECENT]))

    def state(self, name: str) -> QByteArray:
        """What a window or a splitter was told to keep; empty the first time."""
        value = self._window.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Keep how a window or a splitter stands."""
        self._window.setValue(name, state)

    def _loaded(self) -> UserSettings:
        """The settings; when the file is damaged the usual ones, and ``error`` says so."""
        try:
            return load_settings()
        except MailwrightError as error:
            self.error = error
            return UserSettings.model_validate({})
