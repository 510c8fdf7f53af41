"""Actions of pictures in e-mail clients."""

from __future__ import annotations

from desktop.action import Action, with_document, with_template, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.proofs.gallery.verbs import gallery_verbs
from desktop.proofs.verbs import proof_verbs


def with_something(window: MainWindow) -> bool:
    """Enabled with an open document, or a selected template in the gallery."""
    return with_document(window) if window.in_editor else with_template(window)


ROWS = (
    Action("proofs.render", QT_TRANSLATE_NOOP("Actions", "Render previews…"),
           lambda window: proof_verbs(window).render(),
           icon="camera", shortcut="Ctrl+R", enabled_when=with_something),
    Action("proofs.show", QT_TRANSLATE_NOOP("Actions", "Proofs…"),
           lambda window: gallery_verbs(window).show(),
           icon="gallery-thumbnails", shortcut="Ctrl+Shift+R", enabled_when=with_workspace),
)  # fmt: skip
