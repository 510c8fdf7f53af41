"""What a person reads when something fails: the sentence in the language of the window or of the terminal."""

from __future__ import annotations

import locale
from pathlib import Path, PureWindowsPath

import pytest

from desktop.errors import advice, explain, system_language, what
from templates.compile.context import unwrap
from templates.compile.pipeline import build
from templates.errors import InputError, MailwrightError, Place, StorageError
from templates.files import read_text
from templates.starters import instantiate, starters
from templates.store.network_drive import network_file_system
from templates.workspace import Workspace


def _fails(work, *arguments) -> MailwrightError:
    with pytest.raises(MailwrightError) as caught:
        work(*arguments)
    return caught.value


@pytest.mark.parametrize("data", [[], {"Vars": 1}, {"Variables": 1}, {"var": 1}, {"data": 1}, {"segment": 1}])
def test_what_is_wrong_in_a_data_set_is_said_in_french(data):
    """The name of the part that is no object is translated with the sentence."""
    said = what(_fails(unwrap, data), "fr")
    assert "jeu de données" in said
    assert "data set" not in said


@pytest.mark.parametrize(("tag", "kind"), [("{{ 1|upcase }}", "filtre"), ("{{ 1 is upcase }}", "test")])
def test_an_unknown_filter_or_test_is_said_in_french(tag, kind):
    """The kind is translated; the name that the designer gave is not."""
    text = f"<mjml><mj-body><mj-section><mj-column><mj-text>{tag}</mj-text></mj-column></mj-section></mj-body></mjml>"
    assert what(_fails(build, text), "fr") == f"Aucun {kind} ne s’appelle upcase."


def test_the_languages_of_the_starters_are_said_in_french(tmp_path):
    """The list of languages is joined in French too."""
    workspace = Workspace.create(tmp_path / "agency", name="Acme")
    with pytest.raises(InputError) as caught:
        instantiate(workspace, starters()[0], "de", brand="acme")
    assert what(caught.value, "fr") == "Les modèles de départ existent dans les langues en et fr, pas en `de`."


def test_a_windows_share_is_named_in_french(monkeypatch):
    """The kind of the network drive is translated where it is a word of ours."""
    monkeypatch.setattr(Path, "resolve", lambda self: PureWindowsPath(r"\\server\agency"))
    error = StorageError(
        "SQLite loses data on a network drive, and this folder is on one ({kind}).",
        kind=network_file_system(Path("agency")),
    )
    assert what(error, "fr").endswith("(partage Windows).")


def test_the_system_is_quoted_in_french(tmp_path):
    """The most usual words of the operating system are translated."""
    assert "c’est un dossier" in explain(_fails(read_text, tmp_path), "fr")


def test_a_value_of_the_user_is_not_translated():
    """A word is looked up in its own slot only."""
    error = InputError("The variable {name} is not known.", name="filter")
    assert what(error, "fr") == "La variable filter est inconnue."


def test_a_language_without_a_table_speaks_english():
    """Sentence and advice fall back to the pattern in the code."""
    error = StorageError("This file does not exist.", advice="Check the path.")
    assert (what(error, "xx"), advice(error, "xx")) == ("This file does not exist.", "Check the path.")


def test_a_failure_is_explained_in_one_line():
    """Where, what happened, what to do: the place first, as editors and terminals expect it."""
    error = InputError("There is no template `{name}`.", advice="Is it `{near}`?", name="wellcome", near="welcome")
    assert explain(error, "fr") == "Il n’y a pas de modèle `wellcome`. Est-ce `welcome`\u202f?"
    error.place = Place("welcome.en/template.mjml", 3, 1)
    assert explain(error, "fr").startswith("welcome.en/template.mjml:3:1: Il n’y a pas")
    assert explain(InputError("A brand needs a name."), "fr") == "Une marque doit avoir un nom."


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "FR_ca"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
    ],
)
def test_the_terminal_speaks_the_language_of_the_system(monkeypatch, variables, language):
    """LC_ALL wins over LC_MESSAGES over LANG; C and POSIX name no language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.parametrize(("named", "language"), [("French_France", "fr"), ("fr_CA", "fr"), (None, "en")])
def test_without_variables_the_locale_says_the_language(monkeypatch, named, language):
    """Windows sets no LANG; its locale begins with the language's English name."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (named, "UTF-8"))
    assert system_language() == language
