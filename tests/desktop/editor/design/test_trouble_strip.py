"""While the text makes no mail, one line says why."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.editor.design.trouble_strip import TroubleStrip
from templates.errors import Place, TemplateError


def test_a_failure_is_told_with_the_way_to_it(qtbot):
    """Its line in the document can be shown; one in another file is only named."""
    strip = TroubleStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_error(TemplateError("Broken.", advice="", place=Place("t/template.mjml", 7)), "t/template.mjml")
    assert strip.text.text() == "Line 7: Broken."
    with qtbot.waitSignal(strip.wanted) as wanted:
        qtbot.mouseClick(strip.show_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [7]
    strip.show_error(TemplateError("Broken.", advice="", place=Place("parts/head.mjml", 7)), "t/template.mjml")
    assert strip.text.text() == "parts/head.mjml:7: Broken."
    assert strip.show_button.isHidden()
    strip.show_error(None)
    assert strip.isHidden()
