"""Menus and tool bar as nested lists of action ids; None is a separator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.action_table import ActionTable
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.widgets import action_button, segment

MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&File"),
        (
            "file.new", "file.open", "file.sample", None,
            "document.edit", "document.save", "document.save_all", "document.close", None,
            "file.export", "file.sheet", "file.folder", None,
            "tokens.show", "tokens.buy", "tokens.new_account", None,
            "file.close", "file.quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Templates"),
        (
            "template.new", "template.from_file", None,
            "template.rename", "template.duplicate", "template.add_language", "template.tags", None,
            "template.pairs", "template.side_by_side", None,
            "template.find_replace", None,
            "segments.show", None,
            "proofs.render", "proofs.show", None,
            "history.show", "history.name", "history.restore", None,
            "ab.manage", "ab.new_version", "ab.switch", None,
            "template.delete", "template.undo_delete",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        (
            "edit.undo", "edit.redo", None,
            "structure.cut", "structure.copy", "structure.paste", "structure.duplicate", "structure.delete", None,
            "envelope.edit", "envelope.text", None,
            "edit.find", "code.replace", "code.find_next", "code.find_previous", "code.go_to_line", None,
            "edit.preferences",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Insert"),
        (
            "blocks.focus", None,
            "module.insert_synced", "module.insert_copy", "module.unlink", None,
            "module.save", "module.replace", "module.rename", "module.delete",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Arrange"),
        (
            "structure.edit_text", "structure.rename", None,
            "structure.move_up", "structure.move_down", None,
            "structure.condition", "structure.loop", "structure.unwrap", None,
            "structure.select_parent", "structure.select_child",
            "structure.select_previous", "structure.select_next",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "F&ormat"),
        (
            "text.bold", "text.italic", "text.underline", "text.strike", None,
            "text.link", "text.colour", "text.tag", "text.emoji", None,
            "text.bullets", "text.numbers", None,
            "text.align_left", "text.align_center", "text.align_right", None,
            "text.clear",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Code"),
        (
            "code.complete", "code.comment", None,
            "code.fold", "code.fold_all", "code.unfold_all", None,
            "code.go_to_block", "code.to_design", None,
            "problems.next", "problems.previous", "problems.fix", "problems.fix_all",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Data"),
        (
            "data.form", "data.expert", "data.window", None,
            "data.fill_samples", None,
            "data.next_set", "data.new_set", "data.rename_set", "data.delete_set",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Brand"),
        (
            "brand.from_site", "brand.by_hand", "brand.many", "brand.import", None,
            "brand.update", "brand.undo", None,
            "brand.rename", "brand.copy", "brand.export", "brand.make_default", None,
            "brand.move_templates", "brand.read_again", None,
            "brand.delete",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&View"),
        (
            "view.templates", None,
            "view.design", "view.design_code", "view.code", "view.client", None,
            "client.choose", "client.next", "client.previous", "client.light", "client.dark", "client.images_off", None,
            "view.gallery", "view.split", "view.preview", "view.brand", None,
            "view.by_data", "view.whole", "view.by_segment", "view.as_contact", None,
            "view.find_recipient", "view.next_recipient", "view.previous_recipient",
            "view.contact_file", "view.sample_contacts", "variants.show", None,
            "view.light", "view.dark", "view.other_scheme", None,
            "view.width_320", "view.width_375", "view.width_600", "view.width_desktop", None,
            "view.zoom_in", "view.zoom_out", "view.zoom_fit", None,
            "view.next", "view.previous", "view.next_pane", "view.previous_pane", None,
            "file.refresh",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("help.palette", "help.shortcuts")),
)  # fmt: skip
EDITOR_MODES = ("view.design", "view.design_code", "view.code", "view.client")
MODES = ("view.gallery", "view.split", "view.preview")
WIDTHS = ("view.width_320", "view.width_375", "view.width_600", "view.width_desktop")
SCHEMES = ("view.light", "view.dark")


class Menus(QObject):
    """Puts the actions of a window where people look for them."""

    def __init__(self, window: MainWindow, actions: ActionTable) -> None:
        super().__init__(window)
        self._menus: list[QMenu] = []
        for _, ids in MENUS:
            menu = window.menuBar().addMenu("")
            _fill(menu, ids, actions)
            self._menus.append(menu)
        _fill_tool_bar(window, actions)
        _fill_editor_bar(window, actions)
        for panel in (window.preview, window.editor.design):
            panel.add_switches(_these(actions, WIDTHS), _these(actions, SCHEMES))
        window.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        for menu, (title, _) in zip(self._menus, MENUS, strict=True):
            menu.setTitle(QCoreApplication.translate("Menus", title))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)


def _fill(menu: QMenu, ids: tuple[str | None, ...], actions: ActionTable) -> None:
    for each in ids:
        if each is None:
            menu.addSeparator()
        else:
            menu.addAction(actions[each])


def _fill_tool_bar(window: MainWindow, actions: ActionTable) -> None:
    bar = window.tool_bar
    bar.addWidget(action_button(actions["view.brand"]))
    bar.addSeparator()
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.addWidget(action_button(actions["file.new"], style=beside))
    bar.addWidget(action_button(actions["file.open"]))
    bar.addWidget(_spring())
    bar.addWidget(segment(_these(actions, MODES)))
    bar.addWidget(_spring())
    bar.addWidget(action_button(actions["file.refresh"]))
    bar.addWidget(action_button(actions["file.sheet"]))
    for each in ("proofs.render", "proofs.show"):
        bar.addWidget(action_button(actions[each]))
    bar.addWidget(action_button(actions["file.export"], style=beside))


def _fill_editor_bar(window: MainWindow, actions: ActionTable) -> None:
    bar = window.editor_bar
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.addWidget(action_button(actions["view.templates"], style=beside))
    bar.addSeparator()
    for each in ("document.save", "edit.undo", "edit.redo"):
        bar.addWidget(action_button(actions[each]))
    bar.addWidget(_spring())
    bar.addWidget(segment(_these(actions, EDITOR_MODES), style=beside))
    bar.addWidget(_spring())
    for each in ("proofs.render", "proofs.show", "edit.find", "help.palette"):
        bar.addWidget(action_button(actions[each]))


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring


def _these(actions: ActionTable, ids: tuple[str, ...]) -> list[QAction]:
    return [actions[each] for each in ids]
