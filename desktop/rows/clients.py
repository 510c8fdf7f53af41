"""Actions of the view through an e-mail client."""

from __future__ import annotations

from desktop.action import Action, Run, Test, with_document
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from renderers.clients.profile import Mode, profile


def with_client(window: MainWindow) -> bool:
    """Enabled while the mail is shown as a client shows it."""
    return with_document(window) and window.editor.mode == "client"


def choose_client(window: MainWindow) -> None:
    """Show the mail in a client, and ask in which one."""
    window.set_editor_mode("client")
    window.editor.client.open_chooser()


def _mode(mode: Mode) -> tuple[Run, Test, Test]:
    return (
        lambda window: window.editor.client.show_mode(mode),
        lambda window: with_client(window) and window.editor.client.mode == mode,
        lambda window: with_client(window) and mode in profile(window.editor.client.client).modes,
    )


ROWS = (
    Action("client.choose", QT_TRANSLATE_NOOP("Actions", "Show in a client…"), choose_client,
           shortcut="Ctrl+Alt+C", enabled_when=with_document),
    Action("client.next", QT_TRANSLATE_NOOP("Actions", "Next client"), lambda window: window.editor.client.step(1),
           shortcut="Ctrl+PgDown", enabled_when=with_client),
    Action("client.previous", QT_TRANSLATE_NOOP("Actions", "Previous client"),
           lambda window: window.editor.client.step(-1),
           shortcut="Ctrl+PgUp", enabled_when=with_client),
    Action("client.light", QT_TRANSLATE_NOOP("Actions", "Client: light"), _mode("light")[0],
           icon="sun", enabled_when=_mode("light")[2], checked_when=_mode("light")[1], group="client"),
    Action("client.dark", QT_TRANSLATE_NOOP("Actions", "Client: dark"), _mode("dark")[0],
           icon="moon", enabled_when=_mode("dark")[2], checked_when=_mode("dark")[1], group="client"),
    Action("client.images_off", QT_TRANSLATE_NOOP("Actions", "Client: images off"), _mode("images-off")[0],
           icon="image-off", enabled_when=_mode("images-off")[2], checked_when=_mode("images-off")[1], group="client"),
)  # fmt: skip
