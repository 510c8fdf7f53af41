"""Actions on the data that fills the template."""

from __future__ import annotations

from desktop.action import Action, with_document, with_editable
from desktop.editor.data.panel import DataPanel
from desktop.editor.data.sets import DEFAULT
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def _shown(window: MainWindow) -> DataPanel:
    """The data, brought to the front: what happens there should be seen."""
    if window.editor.data.window_ is None:
        window.editor.drawer.show_panel(window.editor.data)
    return window.editor.data


def _is_json(window: MainWindow) -> bool:
    return window.editor.data.mode == "json"


def _is_form(window: MainWindow) -> bool:
    return not _is_json(window)


def _can_change(window: MainWindow) -> bool:
    """Enabled unless the mail is shown with data that is no set."""
    return with_editable(window) and not window.editor.data.case


def _has_own(window: MainWindow) -> bool:
    """Enabled for a set that not every template has."""
    return _can_change(window) and window.editor.data.name != DEFAULT


def _has_several(window: MainWindow) -> bool:
    return with_document(window) and window.editor.data.header.sets.count() > 1


def _fill(window: MainWindow) -> None:
    document = window.document
    if document is not None:
        _shown(window).verbs.fill("")


ROWS = (
    Action("data.form", QT_TRANSLATE_NOOP("Actions", "Data as a form"),
           lambda window: _shown(window).set_mode("form"), icon="list-checks", shortcut="Ctrl+Alt+D",
           enabled_when=with_document, checked_when=_is_form, group="data"),
    Action("data.expert", QT_TRANSLATE_NOOP("Actions", "Data as JSON"),
           lambda window: _shown(window).set_mode("json"), icon="braces", shortcut="Ctrl+Alt+J",
           enabled_when=with_document, checked_when=_is_json, group="data"),
    Action("data.next_set", QT_TRANSLATE_NOOP("Actions", "Next data set"),
           lambda window: _shown(window).next_set(), shortcut="Ctrl+Alt+Right", enabled_when=_has_several),
    Action("data.fill_samples", QT_TRANSLATE_NOOP("Actions", "Fill the data with samples"), _fill,
           icon="sparkles", enabled_when=_can_change, edits=True),
    Action("data.new_set", QT_TRANSLATE_NOOP("Actions", "New data set…"),
           lambda window: _shown(window).verbs.ask_new(), icon="plus", enabled_when=_can_change),
    Action("data.rename_set", QT_TRANSLATE_NOOP("Actions", "Rename the data set…"),
           lambda window: _shown(window).verbs.ask_name(), icon="pencil", enabled_when=_has_own),
    Action("data.delete_set", QT_TRANSLATE_NOOP("Actions", "Delete the data set"),
           lambda window: _shown(window).verbs.delete(), icon="trash-2", enabled_when=_has_own, edits=True),
    Action("data.window", QT_TRANSLATE_NOOP("Actions", "Data in a window of its own"),
           lambda window: _shown(window).pop_out(), icon="picture-in-picture-2", enabled_when=with_document),
)  # fmt: skip
