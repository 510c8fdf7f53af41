"""Actions of whom the open mail is shown for."""

from __future__ import annotations

from desktop.action import Action, Test, with_document
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from templates.dynamic.view import Kind


def _is(kind: Kind) -> Test:
    return lambda window: with_document(window) and window.editor.design.viewing.recipient.kind == kind


def with_next(window: MainWindow) -> bool:
    """Enabled while there is a row of segments or contacts to step through."""
    return with_document(window) and window.editor.design.viewing.position.count > 0


ROWS = (
    Action("view.by_data", QT_TRANSLATE_NOOP("Actions", "As the data set says"),
           lambda window: window.editor.design.viewing.show_by_data(),
           icon="database", enabled_when=with_document, checked_when=_is("data"), group="recipient"),
    Action("view.whole", QT_TRANSLATE_NOOP("Actions", "Whole mail"),
           lambda window: window.editor.design.viewing.show_whole(),
           icon="layers", shortcut="Ctrl+Alt+W",
           enabled_when=with_document, checked_when=_is("whole"), group="recipient"),
    Action("view.by_segment", QT_TRANSLATE_NOOP("Actions", "As a segment"),
           lambda window: window.editor.design.views.show_by_segment(),
           icon="users", enabled_when=with_document, checked_when=_is("segment"), group="recipient"),
    Action("view.as_contact", QT_TRANSLATE_NOOP("Actions", "As a contact"),
           lambda window: window.editor.design.views.show_as_contact(),
           icon="user", enabled_when=with_document, checked_when=_is("contact"), group="recipient"),
    Action("view.find_recipient", QT_TRANSLATE_NOOP("Actions", "Find a segment or a contact…"),
           lambda window: window.editor.design.views.open_chooser(),
           shortcut="Ctrl+Alt+P", enabled_when=with_document),
    Action("view.next_recipient", QT_TRANSLATE_NOOP("Actions", "Next segment or contact"),
           lambda window: window.editor.design.viewing.step(1),
           icon="chevron-right", shortcut="Alt+PgDown", enabled_when=with_next),
    Action("view.previous_recipient", QT_TRANSLATE_NOOP("Actions", "Previous segment or contact"),
           lambda window: window.editor.design.viewing.step(-1),
           icon="chevron-left", shortcut="Alt+PgUp", enabled_when=with_next),
    Action("view.contact_file", QT_TRANSLATE_NOOP("Actions", "Choose a contact file…"),
           lambda window: window.editor.design.views.choose_file(),
           icon="folder-open", enabled_when=with_document),
    Action("view.sample_contacts", QT_TRANSLATE_NOOP("Actions", "Use the sample contacts"),
           lambda window: window.editor.design.viewing.use_samples(),
           enabled_when=with_document),
)  # fmt: skip
