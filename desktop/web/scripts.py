"""Our own code in the canvas, in the order in which its files need each other.

It runs in a world of its own beside the mail, whose scripts are off; nothing of a mail can call it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtWebEngineCore import QWebEngineScript

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
_FOLDER = Path(__file__).parent / "js"
_CHANNEL = ":/qtwebchannel/qwebchannel.js"


def canvas_script(marker: str) -> QWebEngineScript:
    """The script for a page whose pieces have comments of the text ``marker`` between them."""
    script = QWebEngineScript()
    script.setName("mailwright")
    script.setWorldId(WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setSourceCode(source(marker))
    return script


def source(marker: str) -> str:
    """All files as one function; each file keeps its names to itself and shares ``mw``."""
    style = "\n".join(path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.css")))
    given = f"const mw = {{ marker: {json.dumps(marker)}, css: {json.dumps(style)} }};\nglobalThis.mw = mw;\n"
    files = "".join(f"{{\n{path.read_text('utf-8')}\n}}\n" for path in sorted(_FOLDER.glob("*.js")))
    return f'(() => {{ "use strict";\n{_channel()}\n{given}{files}mw.start();\n}})();'


@cache
def _channel() -> str:
    """The script that Qt ships for its web channel."""
    file = QFile(_CHANNEL)
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data()).decode()
