"""The user's settings: environment, then file, then default; a fault names the line or the variable."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from templates.errors import InputError
from templates.settings import UserSettings, change_settings, load_settings, settings_folder


def test_without_file_and_environment_all_is_default(tmp_path: Path) -> None:
    """A newcomer needs to set nothing, and nothing is written."""
    settings = load_settings(tmp_path / "none", {})
    assert settings == UserSettings()
    assert settings.cache_folder.is_relative_to(platformdirs.user_cache_path("mailwright", appauthor=False))
    assert (settings.browser, settings.language, settings.theme) == (None, "system", "system")
    assert list(tmp_path.iterdir()) == []


def test_the_file_wins_over_defaults_and_the_environment_over_the_file(tmp_path: Path) -> None:
    """Each value comes from the nearest place that has it; an empty variable is none."""
    (tmp_path / "settings.toml").write_text('theme = "dark"\nlanguage = "fr"\ncache_megabytes = 5\n')
    environment = {"MAILWRIGHT_LANGUAGE": "en", "MAILWRIGHT_CACHE_MEGABYTES": "7", "MAILWRIGHT_THEME": ""}
    settings = load_settings(tmp_path, environment)
    assert (settings.theme, settings.language, settings.cache_megabytes) == ("dark", "en", 7)


def test_a_home_folder_may_be_written_short(tmp_path: Path, own_home: Path) -> None:
    """~ is the user's own folder, in the file and in the environment."""
    (tmp_path / "settings.toml").write_text('cache_folder = "~/pictures"\n')
    settings = load_settings(tmp_path, {"MAILWRIGHT_BROWSER": "~/chrome"})
    assert (settings.cache_folder, settings.browser) == (own_home / "pictures", own_home / "chrome")


def test_a_fault_in_the_file_names_its_line(tmp_path: Path) -> None:
    """With the words that are allowed."""
    (tmp_path / "settings.toml").write_text('# mine\ntheme = "blue"\n')
    with pytest.raises(
        InputError, match=r'settings\.toml:2:1: `theme` must be one of system, light, dark; it is "blue"'
    ):
        load_settings(tmp_path, {})


def test_a_fault_in_the_environment_names_the_variable(tmp_path: Path) -> None:
    """It is the variable that has to be changed."""
    with pytest.raises(InputError, match=r"^MAILWRIGHT_CACHE_MEGABYTES: .* must be 0 or more; it is \"-1\""):
        load_settings(tmp_path, {"MAILWRIGHT_CACHE_MEGABYTES": "-1"})


def test_a_change_is_kept_beside_what_is_there(tmp_path: Path) -> None:
    """Comments and other settings stay; None goes back to the default."""
    path = tmp_path / "settings.toml"
    path.write_text('# mine\nlanguage = "fr"  # at home\n')
    change_settings({"theme": "dark", "browser": Path("/opt/chrome")}, tmp_path)
    settings = load_settings(tmp_path, {})
    assert (settings.theme, settings.browser, settings.language) == ("dark", Path("/opt/chrome"), "fr")
    change_settings({"theme": None}, tmp_path)
    assert load_settings(tmp_path, {}).theme == "system"
    assert path.read_text().startswith('# mine\nlanguage = "fr"  # at home\n')


def test_a_wrong_change_is_refused_before_it_is_written(tmp_path: Path) -> None:
    """The file stays readable."""
    with pytest.raises(InputError, match="`theme` must be one of"):
        change_settings({"theme": "blue"}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_follows_the_system_and_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """MAILWRIGHT_CONFIG is for a second set of settings."""
    monkeypatch.delenv("MAILWRIGHT_CONFIG", raising=False)
    assert settings_folder() == platformdirs.user_config_path("mailwright", appauthor=False)
    monkeypatch.setenv("MAILWRIGHT_CONFIG", str(tmp_path))
    change_settings({"theme": "light"})
    monkeypatch.delenv("MAILWRIGHT_THEME", raising=False)
    assert load_settings().theme == "light"


def test_every_setting_says_what_it_is_for() -> None:
    """The preferences dialog shows the descriptions."""
    fields = {name: field for name, field in UserSettings.model_fields.items() if name != "format"}
    assert fields
    assert all(field.description for field in fields.values())
