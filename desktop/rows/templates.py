"""Actions on templates as a whole: in the gallery on those selected, in the editor on the one that is shown."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.template_verbs import verbs_of


def _with_some(window: MainWindow) -> bool:
    """Enabled while the action is about at least one template."""
    return bool(verbs_of(window).names)


def _with_one(window: MainWindow) -> bool:
    """Enabled while the action is about one template whose settings can be read."""
    return verbs_of(window).card is not None


def _toggle_pairs(window: MainWindow) -> None:
    window.gallery.set_side_by_side(not window.gallery.pairs.isChecked())


ROWS = (
    Action("template.new", QT_TRANSLATE_NOOP("Actions", "New template…"), lambda window: verbs_of(window).new(),
           icon="plus", shortcut="Ctrl+Shift+N", enabled_when=with_workspace),
    Action("template.from_file", QT_TRANSLATE_NOOP("Actions", "Import a template…"),
           lambda window: verbs_of(window).choose_file(),
           icon="file-input", shortcut="Ctrl+Alt+O", enabled_when=with_workspace),
    Action("template.rename", QT_TRANSLATE_NOOP("Actions", "Rename the template…"),
           lambda window: verbs_of(window).rename(), icon="pencil", enabled_when=_with_one),
    Action("template.duplicate", QT_TRANSLATE_NOOP("Actions", "Duplicate the template"),
           lambda window: verbs_of(window).duplicate(), icon="copy", shortcut="Ctrl+J", enabled_when=_with_some),
    Action("template.add_language", QT_TRANSLATE_NOOP("Actions", "Add the other language"),
           lambda window: verbs_of(window).add_language(),
           icon="languages", enabled_when=lambda window: bool(verbs_of(window).missing_language)),
    Action("template.tags", QT_TRANSLATE_NOOP("Actions", "Tags…"), lambda window: verbs_of(window).tag(),
           icon="tag", shortcut="Ctrl+T", enabled_when=_with_some),
    Action("template.delete", QT_TRANSLATE_NOOP("Actions", "Delete the template"),
           lambda window: verbs_of(window).delete(), icon="trash-2", enabled_when=_with_some),
    Action("template.undo_delete", QT_TRANSLATE_NOOP("Actions", "Take the last deletion back"),
           lambda window: verbs_of(window).restore(),
           icon="undo-2", enabled_when=lambda window: verbs_of(window).can_restore),
    Action("template.find_replace", QT_TRANSLATE_NOOP("Actions", "Find and replace in templates…"),
           lambda window: verbs_of(window).find_replace(),
           icon="replace", shortcut="Ctrl+Shift+F", enabled_when=with_workspace),
    Action("template.side_by_side", QT_TRANSLATE_NOOP("Actions", "Compare the languages"),
           lambda window: verbs_of(window).side_by_side(),
           icon="columns-2", shortcut="Ctrl+L", enabled_when=lambda window: verbs_of(window).has_siblings),
    Action("template.pairs", QT_TRANSLATE_NOOP("Actions", "Languages side by side"), _toggle_pairs,
           shortcut="Ctrl+Shift+L", enabled_when=with_workspace,
           checked_when=lambda window: window.gallery.pairs.isChecked()),
)  # fmt: skip
