"""Actions on the text that is written in, where it stands in the mail."""

from __future__ import annotations

from desktop.action import Action, Run, Test
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def writing(window: MainWindow) -> bool:
    """Enabled while somebody writes in the mail."""
    return window.document is not None and window.editor.design.text.active


def _can_list(window: MainWindow) -> bool:
    return writing(window) and window.editor.design.formatting.can_list


def _can_align(window: MainWindow) -> bool:
    return writing(window) and window.editor.design.formatting.can_align


def _mark(verb: str) -> Run:
    return lambda window: window.editor.design.formatting.mark(verb)


def _list(verb: str) -> Run:
    return lambda window: window.editor.design.formatting.list_(verb)


def _align(value: str) -> Run:
    return lambda window: window.editor.design.formatting.align(value)


def _is(verb: str) -> Test:
    return lambda window: window.editor.design.formatting.is_on(verb)


def _open_link(window: MainWindow) -> None:
    window.editor.design.format_bar.open_link()


def _open_colours(window: MainWindow) -> None:
    window.editor.design.format_bar.open_colours()


def _open_tags(window: MainWindow) -> None:
    window.editor.design.format_bar.open_tags()


def _open_emoji(window: MainWindow) -> None:
    window.editor.design.format_bar.open_emoji()


ROWS = (
    Action("text.bold", QT_TRANSLATE_NOOP("Actions", "Bold"), _mark("bold"), icon="bold", shortcut="Ctrl+B",
           enabled_when=writing, checked_when=_is("bold"), edits=True),
    Action("text.italic", QT_TRANSLATE_NOOP("Actions", "Italic"), _mark("italic"), icon="italic", shortcut="Ctrl+I",
           enabled_when=writing, checked_when=_is("italic"), edits=True),
    Action("text.underline", QT_TRANSLATE_NOOP("Actions", "Underline"), _mark("underline"), icon="underline",
           enabled_when=writing, checked_when=_is("underline"), edits=True),
    Action("text.strike", QT_TRANSLATE_NOOP("Actions", "Strike through"), _mark("strike"), icon="strikethrough",
           shortcut="Ctrl+Shift+X", enabled_when=writing, checked_when=_is("strike"), edits=True),
    Action("text.link", QT_TRANSLATE_NOOP("Actions", "Link…"), _open_link, icon="link", shortcut="Ctrl+K",
           enabled_when=writing, checked_when=_is("link"), edits=True),
    Action("text.colour", QT_TRANSLATE_NOOP("Actions", "Text colour…"), _open_colours, icon="baseline",
           enabled_when=writing, edits=True),
    Action("text.bullets", QT_TRANSLATE_NOOP("Actions", "Bulleted list"), _list("bullets"), icon="list",
           shortcut="Ctrl+Shift+8", enabled_when=_can_list, checked_when=_is("bullets"), edits=True),
    Action("text.numbers", QT_TRANSLATE_NOOP("Actions", "Numbered list"), _list("numbers"), icon="list-ordered",
           shortcut="Ctrl+Shift+7", enabled_when=_can_list, checked_when=_is("numbers"), edits=True),
    Action("text.align_left", QT_TRANSLATE_NOOP("Actions", "Align left"), _align("left"), icon="align-left",
           enabled_when=_can_align, checked_when=_is("left"), edits=True),
    Action("text.align_center", QT_TRANSLATE_NOOP("Actions", "Centre"), _align("center"), icon="align-center",
           enabled_when=_can_align, checked_when=_is("center"), edits=True),
    Action("text.align_right", QT_TRANSLATE_NOOP("Actions", "Align right"), _align("right"), icon="align-right",
           enabled_when=_can_align, checked_when=_is("right"), edits=True),
    Action("text.tag", QT_TRANSLATE_NOOP("Actions", "Insert a template tag…"), _open_tags, icon="braces",
           shortcut="Ctrl+Shift+K", enabled_when=writing, edits=True),
    Action("text.emoji", QT_TRANSLATE_NOOP("Actions", "Insert an emoji…"), _open_emoji, icon="smile",
           shortcut="Ctrl+Shift+E", enabled_when=writing, edits=True),
    Action("text.clear", QT_TRANSLATE_NOOP("Actions", "Clear formatting"),
           lambda window: window.editor.design.formatting.clear(), icon="remove-formatting", shortcut="Ctrl+\\",
           enabled_when=writing, edits=True),
)  # fmt: skip
