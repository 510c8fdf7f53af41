"""The canvas's page: no scripts, no way out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from desktop.web.scheme import SCHEME, MailScheme

_OFF = (
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,
    QWebEngineSettings.WebAttribute.ShowScrollBars,  # a bar would narrow the mail; the canvas has its own
)


class Wall(QWebEngineUrlRequestInterceptor):
    """Blocks every request that is not for the private scheme or inside the page itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.blocked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let pass or block one request."""
        url = info.requestUrl()
        if url.scheme() not in {SCHEME.decode(), "data", "about"}:
            self.blocked.append(url.toString())
            info.block(True)


class CanvasPage(QWebEnginePage):
    """A page that shows the mails of one scheme handler and follows no link."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, isMainFrame: bool) -> bool:
        """Only what the canvas itself opens; a link, a form or a redirection of the mail leads nowhere."""
        own = QUrl(url).scheme() == SCHEME.decode()
        return own and isMainFrame and kind is QWebEnginePage.NavigationType.NavigationTypeTyped

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """What the engine says of the mail's faults is no news for our log."""

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override]  # the stubs forget that None refuses
        """A mail opens no window."""
        return None


def make_profile(parent: QObject) -> tuple[QWebEngineProfile, MailScheme, Wall]:
    """An off-the-record profile behind the wall, with its scheme handler."""
    profile = QWebEngineProfile(parent)
    scheme, wall = MailScheme(profile), Wall(profile)
    profile.installUrlSchemeHandler(SCHEME, scheme)
    profile.setUrlRequestInterceptor(wall)
    return profile, scheme, wall
