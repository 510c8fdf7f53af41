"""Plain words and icons for components."""

from __future__ import annotations

from assets import asset
from desktop.models.component_names import NAMES, component_icon, component_name
from templates.source.schema import components


def test_every_component_that_people_see_has_a_word_and_an_icon(qapp):
    """No tag where a word would do, and no icon that is not there."""
    inner = {"mj-all", "mj-class", "mj-selector", "mj-html-attribute"}
    assert set(components()) - inner <= set(NAMES)
    assert {component_icon(name) for name in NAMES} <= {path.stem for path in asset("icons").glob("*.svg")}


def test_what_nobody_knows_keeps_its_tag(qapp):
    """A misspelt component is shown as it was written."""
    assert component_name("mj-imag") == "<mj-imag>"
    assert component_icon("mj-imag") == "component"
    assert component_icon("mj-accordion-title") == component_icon("mj-accordion")
