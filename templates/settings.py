"""The user's own settings: one table of data. A file in the configuration folder, and the environment above it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from templates.toml_files import fit, read_toml, update_toml
from templates.workspace_settings import Scheduler

_APPLICATION = "mailwright"
_FILE = "settings.toml"
_PREFIX = "MAILWRIGHT_"

UserPath = Annotated[Path, AfterValidator(Path.expanduser)]


def _cache_folder() -> Path:
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False) / "pictures"


class UserSettings(BaseModel):
    """What one person chose on one computer.

    A setting is one field here: the environment variable that wins over the file is ``MAILWRIGHT_`` and its name in
    capitals, and its description is what a preferences dialog shows.
    """

    model_config = ConfigDict(frozen=True)
    format: int = 1
    browser: UserPath | None = Field(
        None, description="The browser that takes the pictures; empty: the one that is found"
    )
    cache_folder: UserPath = Field(default_factory=_cache_folder, description="Where pictures are kept for reuse")
    cache_megabytes: int = Field(500, ge=0, description="How much room those pictures may take, in MB")
    remote_pictures: bool = Field(
        True, description="Whether previews fetch the pictures and fonts that mails name by web addresses"
    )
    farm: Scheduler = Field(
        "", description="The farm that may take pictures for you: whoever runs it can run programs on this computer"
    )
    language: Literal["system", "en", "fr"] = Field("system", description="The language of menus and messages")
    theme: Literal["system", "light", "dark"] = Field("system", description="Light or dark windows")


def settings_folder() -> Path:
    """The user's configuration folder, by the customs of the system; ``MAILWRIGHT_CONFIG`` names another."""
    named = os.environ.get(f"{_PREFIX}CONFIG")
    return Path(named) if named else platformdirs.user_config_path(_APPLICATION, appauthor=False)


def load_settings(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> UserSettings:
    """Return the settings: the environment first, ``settings.toml`` in ``folder`` next, then the defaults.

    ``folder`` is by default ``settings_folder()``. Raises InputError naming the file and line, or the variable.
    """
    path = (folder or settings_folder()) / _FILE
    kept = read_toml(path, UserSettings).model_dump(exclude_unset=True) if path.exists() else {}
    return UserSettings(**kept | _from_environment(os.environ if environment is None else environment))


def change_settings(changes: Mapping[str, Any], folder: Path | None = None) -> None:
    """Write ``changes`` (None: back to the default) to the user's file, whose other lines stay.

    Raises InputError when a value does not fit or the file is damaged, StorageError when it cannot be written.
    """
    fit({key: value for key, value in changes.items() if value is not None}, UserSettings, _FILE)
    texts = {key: str(value) if isinstance(value, Path) else value for key, value in changes.items()}
    update_toml((folder or settings_folder()) / _FILE, {"format": 1, **texts})


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in UserSettings.model_fields.keys() - {"format"}:
        variable = f"{_PREFIX}{field.upper()}"
        if environment.get(variable):  # set to nothing is as good as not set
            fitted = fit({field: environment[variable]}, UserSettings, variable)
            values[field] = getattr(fitted, field)
    return values
