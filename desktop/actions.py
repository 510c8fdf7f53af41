"""Every action of the window: one row each. Menus, tool bar, palette and buttons are made from this table."""

from __future__ import annotations

from desktop.rows import (
    brand,
    canvas,
    clients,
    code,
    data,
    edit,
    editor,
    envelope,
    file,
    history,
    modules,
    proofs,
    segments,
    structure,
    templates,
    text,
    tokens,
    variants,
    view,
    views,
)
from desktop.rows import help as help_

ACTIONS = (
    *file.ROWS,
    *templates.ROWS,
    *editor.ROWS,
    *edit.ROWS,
    *structure.ROWS,
    *envelope.ROWS,
    *text.ROWS,
    *code.ROWS,
    *modules.ROWS,
    *segments.ROWS,
    *data.ROWS,
    *history.ROWS,
    *brand.ROWS,
    *view.ROWS,
    *views.ROWS,
    *variants.ROWS,
    *canvas.ROWS,
    *clients.ROWS,
    *proofs.ROWS,
    *tokens.ROWS,
    *help_.ROWS,
)
