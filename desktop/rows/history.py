"""Actions of the template's past and of its versions for A/B tests."""

from __future__ import annotations

from desktop.action import Action, with_document, with_editable
from desktop.editor.history import ab_verbs
from desktop.editor.history.ab_dialog import AbDialog
from desktop.editor.history.history_dialog import HistoryDialog
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.history.name_dialog import VERSION, NameDialog
from desktop.editor.history.replace import go_back_to_saved
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from templates.store.versions import LONGEST_NAME


def show_history(window: MainWindow) -> HistoryDialog | None:
    """List the versions of the template that is shown."""
    if window.document is None:
        return None
    dialog = HistoryDialog(window.document, window.jobs, window, cache=window.preferences.picture_cache())
    dialog.open()
    return dialog


def name_version(window: MainWindow) -> NameDialog | None:
    """Ask for a name, and keep the template as it is now under it."""
    keeper = window.document.findChild(VersionKeeper) if window.document else None
    if not isinstance(keeper, VersionKeeper):
        return None
    dialog = NameDialog(VERSION, LONGEST_NAME, window)
    dialog.named.connect(keeper.keep)
    dialog.open()
    return dialog


def manage_variants(window: MainWindow) -> AbDialog | None:
    """List the A/B versions of the template that is shown."""
    if window.document is None:
        return None
    dialog = AbDialog(window.document, window.jobs, window, cache=window.preferences.picture_cache())
    dialog.open()
    return dialog


def new_variant(window: MainWindow) -> None:
    """Show the A/B versions, and ask for the name of another."""
    dialog = manage_variants(window)
    if dialog is not None:
        dialog.ask_new()


def next_variant(window: MainWindow) -> None:
    """Go on with the next A/B version."""
    if window.document is not None:
        ab_verbs.open_next(window.document)


def back_to_saved(window: MainWindow) -> None:
    """Take back everything since the last save, as one step."""
    if window.document is not None:
        go_back_to_saved(window.document)


def _has_variants(window: MainWindow) -> bool:
    return with_editable(window) and window.document is not None and bool(ab_verbs.versions(window.document))


def _has_unsaved(window: MainWindow) -> bool:
    return with_editable(window) and window.document is not None and not window.document.is_clean


ROWS = (
    Action("history.show", QT_TRANSLATE_NOOP("Actions", "History…"), show_history,
           icon="history", shortcut="Ctrl+Alt+H", enabled_when=with_document),
    Action("history.name", QT_TRANSLATE_NOOP("Actions", "Name this version…"), name_version,
           icon="tag", enabled_when=with_editable),
    Action("history.restore", QT_TRANSLATE_NOOP("Actions", "Go back to what was saved"), back_to_saved,
           icon="rotate-ccw", enabled_when=_has_unsaved, edits=True),
    Action("ab.manage", QT_TRANSLATE_NOOP("Actions", "A/B versions…"), manage_variants,
           icon="flask-conical", shortcut="Ctrl+Alt+V", enabled_when=with_document),
    Action("ab.new_version", QT_TRANSLATE_NOOP("Actions", "New A/B version…"), new_variant,
           enabled_when=with_editable),
    Action("ab.switch", QT_TRANSLATE_NOOP("Actions", "Open the next A/B version"), next_variant,
           shortcut="Ctrl+Alt+N", enabled_when=_has_variants, edits=True),
)  # fmt: skip
