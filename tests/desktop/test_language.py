"""English and French: complete, in step with the code, and nothing is cut off."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QPushButton, QWidget

import desktop
from assets import asset
from desktop.dialogs.brand_changes import BrandChangesDialog, Change
from desktop.language import set_language
from desktop.new_workspace import sample_site

FOLDER = Path(desktop.__file__).parent
TOOLS = Path(sys.executable).parent


def code() -> list[str]:
    return sorted(str(path) for path in FOLDER.rglob("*.py") if "cli" not in path.relative_to(FOLDER).parts)


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, English) to the translations: one, or one for each plural form."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") != "unfinished":
                found[context.findtext("name"), message.findtext("source")] = forms
    return found


def test_every_text_of_the_code_has_its_french(tmp_path):
    """lupdate finds no text that the French file lacks, and none that is there for nothing."""
    fresh = tmp_path / "fresh.ts"
    command = [str(TOOLS / "pyside6-lupdate"), *code(), "-ts", str(fresh), "-source-language", "en"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    wanted = {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(fresh).getroot().iter("context")
        for message in context.iter("message")
    }
    french = messages(asset("translations", "mailwright_fr.ts"))
    assert wanted == french.keys()
    assert [key for key, forms in french.items() if not all(forms)] == []


def test_translations_keep_their_slots():
    """What is put into a sentence has its place in the French one too."""
    for (_, english), forms in messages(asset("translations", "mailwright_fr.ts")).items():
        for form in forms:
            for slot in ("%n", "{parts}", "{path}", "{field}", "{what}", "{done}", "{total}", "{percent}"):
                assert (slot in english) == (slot in form), english


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_compiled_file_is_in_step(language, tmp_path):
    """The .qm that ships is what lrelease makes of the .ts beside it."""
    source = asset("translations", f"mailwright_{language}.ts")
    made = tmp_path / "made.qm"
    subprocess.run([str(TOOLS / "pyside6-lrelease"), str(source), "-qm", str(made)], check=True, capture_output=True)
    assert made.read_bytes() == asset("translations", f"mailwright_{language}.qm").read_bytes()


def test_english_knows_one_and_many(opened):
    """Plurals come from the English file."""
    assert opened.gallery.counter.text() == "4 templates"
    opened.gallery.search.setText("welcome")
    opened.gallery.language.setCurrentIndex(1)
    assert opened.gallery.counter.text() == "1 template"


def test_qt_speaks_french_too(qapp):
    """Standard buttons are translated by Qt's own file."""
    set_language("fr")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuler"
    set_language("en")


def test_a_switch_reaches_everything_that_is_open(opened, qtbot):
    """Titles, filters and fields follow, and what was chosen stays chosen."""
    opened.gallery.kind.setCurrentIndex(opened.gallery.kind.findData("transactional"))
    set_language("fr")
    qtbot.waitUntil(lambda: opened.gallery.kind.currentText() == "Transactionnel")
    assert opened.gallery.kind.currentData() == "transactional"
    assert opened.gallery.view.currentIndex().data() == "Bienvenue"
    assert opened.brand.name.title.text() == "Nom de l’entreprise"
    assert opened.preview.data_sets.itemText(0) == "Usuel"


def cut(widget: QWidget) -> list[str]:
    """The texts of visible controls that have less room than they need."""
    found = []
    for each in widget.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QPushButton | QCheckBox | QAbstractButton):
            short = each.text() and each.width() < each.sizeHint().width()
        elif isinstance(each, QLabel) and each.wordWrap():
            short = each.height() < each.heightForWidth(each.width())
        elif isinstance(each, QLabel):
            ignored = each.sizePolicy().horizontalPolicy() is each.sizePolicy().Policy.Ignored
            short = not ignored and each.width() < each.sizeHint().width()
        elif isinstance(each, QComboBox):
            short = each.width() < each.sizeHint().width()
        else:
            continue
        if short:
            found.append(
                f"{type(each).__name__} {each.text() if not isinstance(each, QComboBox) else each.currentText()!r}"
            )
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "place", ["welcome", "split", "preview", "new", "found", "preferences", "changes", "shortcuts"]
)
def test_nothing_is_cut_off(application, folder, qtbot, language, place):
    """At 1280 x 800 every label, button and choice of every screen has the room that its text needs."""
    window = application.window
    window.resize(1280, 800)
    set_language(language)
    target: QWidget = window
    if place in {"split", "preview"}:
        window.open_workspace(folder)
        qtbot.waitUntil(lambda: window.preview.mail is not None and not window.jobs.running, timeout=20_000)
        window.set_mode(place)
        window.brand.name.edit.setText("Another name")
    elif place == "new":
        target = window.show_new_dialog("")
    elif place == "found":
        target = window.show_new_dialog(sample_site())
        qtbot.waitUntil(target.go.isEnabled, timeout=20_000)
    elif place == "preferences":
        target = window.show_preferences()
    elif place == "shortcuts":
        target = window.show_shortcuts()
    elif place == "changes":
        target = BrandChangesDialog([Change("Couleur dominante", "#123456", "#654321")], parent=window)
        target.show()
    qtbot.waitExposed(target)
    for _ in range(3):  # texts ask for layouts, layouts for others
        application.qt.processEvents()
    assert window.width() == 1280
    assert cut(target) == []


def test_messages_of_the_window_are_french_too(opened):
    """A text of a base class is found under that class's name."""
    set_language("fr")
    opened.say(opened.tr("All templates follow the brand."))
    assert opened.statusBar().currentMessage() == "Tous les modèles suivent la marque."


def test_each_plural_form_is_one_text():
    """A form holds no list of forms, and no number twice."""
    for language in ("fr", "en"):
        for (_, english), forms in messages(asset("translations", f"mailwright_{language}.ts")).items():
            counts = [form.count("%n") + form.count("%Ln") for form in forms]
            assert max(counts) <= 1, (english, forms)
            assert "|" in english or not any("|" in form for form in forms), (english, forms)
