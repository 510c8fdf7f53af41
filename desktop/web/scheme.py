"""The private scheme ``mailwright:``: the one origin that the canvas may load from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, unquote

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from renderers.render.images import Image

SCHEME = b"mailwright"
ORIGIN = "mailwright://mail/"
_FILES = "/files/"
#: Nothing but the mail's own styles and pictures, whatever the HTML asks for.
POLICY = (
    b"default-src 'none'; img-src mailwright: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True)
class Page:
    """A mail as the canvas shows it: its HTML, and its pictures by their path from the workspace's root."""

    html: str = ""
    images: Mapping[str, Image] = field(default_factory=dict)


def register_scheme() -> None:
    """Make the scheme known to the web engine; must come before the QApplication."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def picture_url(path: str) -> str:
    """The address of a picture in the canvas."""
    return f"{ORIGIN}files/{quote(path)}"


class MailScheme(QWebEngineUrlSchemeHandler):
    """Serves the page that is set, each time as a new document, and the pictures of that page only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page = Page()
        self._number = 0

    def serve(self, page: Page) -> QUrl:
        """Take ``page`` as the one that is shown; return its address."""
        self._page = page
        self._number += 1
        return QUrl(f"{ORIGIN}document/{self._number}")

    def serve_images(self, images: Mapping[str, Image]) -> None:
        """Take other pictures for the page that is shown."""
        self._page = replace(self._page, images=images)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request."""
        path = job.requestUrl().path()
        if path == f"/document/{self._number}":
            # The stubs say one value a name; what is taken is a list of them.
            headers: Any = {QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY)]}
            job.setAdditionalResponseHeaders(headers)
            _reply(job, "text/html; charset=utf-8", self._page.html.encode())
            return
        image = self._page.images.get(unquote(path.removeprefix(_FILES))) if path.startswith(_FILES) else None
        if image is None or not image.media_type:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            _reply(job, image.media_type, image.data)


def _reply(job: QWebEngineUrlRequestJob, media_type: str, data: bytes) -> None:
    buffer = QBuffer(job)  # the job outlives the answer
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(media_type.encode()), buffer)
