"""A data panel on a real document, whose mail follows it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent

from desktop.document import OpenDocument
from desktop.editor.data.panel import DataPanel
from desktop.live import LiveMailer
from templates.workspace import Workspace

MAIL = """<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>Hello {{ contact.firstname|default("friend") }}, {{ greeting }}</mj-text>
        {% if segment.loyalty %}<mj-text>Thanks for staying</mj-text>{% endif %}
        {% for product in products %}<mj-text>{{ product.name }}: {{ product.price }}</mj-text>{% endfor %}
        <mj-text>{{ offer.title }}</mj-text>
        {% if count|default(0) > 2 %}<mj-button href="{{ shop_url }}">Go</mj-button>{% endif %}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""
DATA = {
    "var": {
        "greeting": "good morning",
        "products": [
            {"name": "Mug", "price": "£9", "sizes": [{"size": "S"}, {"size": "L"}]},
            {"name": "Bag", "price": "£30"},
        ],
        "offer": {"title": "Half price"},
        "count": 3,
        "shop_url": "https://example.com/shop",
        "left": "over",
    },
    "data": {"firstname": "Dana"},
    "segment": {},
}


def emptied(panel: DataPanel) -> None:
    """Let nothing begin that the end of the test would cut off."""
    panel.set_document(None, None)


@pytest.fixture
def open_data(qapp, jobs, folder, qtbot) -> Iterator[Callable[..., OpenDocument]]:
    """``open_data(data)``: the template ``welcome.en`` with a small mail and that data (an object, or a text)."""
    opened: list[OpenDocument] = []

    def make(data: Any = DATA, text: str = MAIL, **more: Any) -> OpenDocument:
        root = folder / "templates" / "welcome.en"
        (root / "template.mjml").write_text(text, "utf-8")
        for old in (root / "data").glob("*.json"):
            old.unlink()
        for name, one in {"default": data, **more}.items():
            written = one if isinstance(one, str) else json.dumps(one, indent=2)
            (root / "data" / f"{name}.json").write_text(written, "utf-8")
        opened.append(OpenDocument(Workspace.open(folder), "welcome.en"))
        return opened[-1]

    yield make
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    for document in opened:
        document.close()
        document.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def show(jobs, qtbot, open_data) -> Callable[[OpenDocument], DataPanel]:
    """``show(document)``: the panel with it, once it knows what the template uses."""

    def make(document: OpenDocument) -> DataPanel:
        panel = DataPanel(jobs)
        qtbot.addWidget(panel, before_close_func=emptied)
        panel.resize(710, 260)
        panel.show()
        panel.set_document(document, LiveMailer(document, jobs))
        qtbot.waitUntil(lambda: bool(panel.feed.known.shapes), timeout=20_000)
        return panel

    return make


@pytest.fixture
def panel(show, open_data) -> DataPanel:
    """The panel with the small mail."""
    return show(open_data())


@pytest.fixture
def said(panel) -> Callable[..., Any]:
    """``said("var", "count")``: what the set says there now, saved or not."""

    def read(*path: str | int) -> Any:
        value: Any = panel.source.written.data
        for key in path:
            value = value[key]
        return value

    return read
