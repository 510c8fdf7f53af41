"""Actions on the segments of the workspace."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.segment_verbs import segment_verbs

ROWS = (
    Action("segments.show", QT_TRANSLATE_NOOP("Actions", "Segments…"), lambda window: segment_verbs(window).show(),
           icon="users", shortcut="Ctrl+Shift+G", enabled_when=with_workspace),
)  # fmt: skip
