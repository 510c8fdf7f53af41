"""The walls around a company's page. Its scripts may run, which a mail's never do, so that the other walls are higher.

Whatever the page asks for is answered by us (``page_gate``) or not at all: the browser itself reaches no network, no
file and no other window.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WIDTH, HEIGHT = 1280, 800

#: Beside those of every browser of ours.
MORE_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # Scripts could speak WebRTC, which asks no proxy, and name this computer's addresses in it.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-features=WebRtcHideLocalIpsWithMdns,Prerender2,NetworkPrediction",
    "--js-flags=--max-old-space-size=256",
    "--mute-audio",
)

CONTEXT_OPTIONS: Mapping[str, Any] = {
    "service_workers": "block",
    "accept_downloads": False,
    "offline": True,  # fulfilled routes still answer
    "viewport": {"width": WIDTH, "height": HEIGHT},
    "color_scheme": "light",
    "reduced_motion": "reduce",
}

#: ``sandbox`` without allow-popups, -modals, -forms and -downloads: no windows, dialogs, forms and files to keep.
POLICY = (
    "sandbox allow-scripts allow-same-origin; default-src http: https: data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "worker-src 'none'; media-src 'none'; form-action 'none'; webrtc 'block'"
)
#: Of a drawing that is shown as a document of its own.
DRAWING_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

#: Before any script of the page: one that speaks without end would keep us listening.
SILENCE = """
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => undefined;
for (const name of Object.keys(console)) console[name] = () => undefined;
"""
