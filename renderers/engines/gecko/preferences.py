"""The preferences of the profile folders that our Gecko programs start with."""

from __future__ import annotations

import json
from collections.abc import Mapping

Preferences = Mapping[str, bool | int | str]

WALLS: Preferences = {
    # Whoever gets past every other wall reaches the discard port, this computer's own servers included.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": True,
    "network.proxy.failover_direct": False,
    "network.dns.disabled": True,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.preload": False,
    "network.early-hints.enabled": False,
    "network.http.speculative-parallel-limit": 0,
    "network.manage-offline-status": False,
    "accessibility.blockautorefresh": True,
    "beacon.enabled": False,
    "browser.send_pings": False,
    "dom.serviceWorkers.enabled": False,
    "media.autoplay.default": 5,
    "media.peerconnection.enabled": False,
    "security.fileuri.strict_origin_policy": True,
}

QUIET: Preferences = {
    # What a browser or mail program does by itself in its first minute: ask home, update, greet.
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "startup.homepage_welcome_url": "about:blank",
    "toolkit.telemetry.enabled": False,
}

PAGES: Preferences = {
    "dom.security.https_first": False,  # our fake origin has no certificate
    # A page keeps its browsing context from document to document, and with it its colour scheme and scale.
    "fission.autostart": False,
    "dom.ipc.processPrelaunch.enabled": False,
    "fission.bfcacheInParent": False,
    "browser.sessionhistory.max_total_viewers": 0,
    "ui.useOverlayScrollbars": 1,  # else a viewport of 600 pixels lays out at 588
    "ui.prefersReducedMotion": 1,
    "marionette.port": 0,  # any free one
}


def user_js(*groups: Preferences) -> str:
    """Return the text of a profile's ``user.js``."""
    merged = {name: value for group in groups for name, value in group.items()}
    return "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in merged.items())
