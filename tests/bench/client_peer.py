"""The npm package ``@emailens/engine`` as a peer to measure against: a transform per client, in Node.

It is fetched with npm into ``.dev/npm`` when the benchmark runs, and is no part of the project.
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
VERSION = "0.9.6"
FOLDER = ROOT / ".dev" / "npm"
PACKAGE = FOLDER / "node_modules" / "@emailens" / "engine"

#: Our profile → its client. Those that both have.
CLIENTS = {
    "gmail-web": "gmail-web",
    "gmail-android": "gmail-android",
    "gmail-ios": "gmail-ios",
    "outlook-com": "outlook-web",
    "outlook-new-windows": "outlook-windows",
    "outlook-windows-96": "outlook-windows-legacy",
    "outlook-ios": "outlook-ios",
    "outlook-android": "outlook-android",
    "apple-mail-macos": "apple-mail-macos",
    "apple-mail-iphone": "apple-mail-ios",
    "yahoo-web": "yahoo-mail",
    "samsung-android": "samsung-mail",
    "thunderbird-linux": "thunderbird",
    "hey-web": "hey-mail",
    "superhuman-mac": "superhuman",
}


def installed() -> bool:
    """Fetch the peer unless it is here; False where that cannot be."""
    if not PACKAGE.is_dir() and shutil.which("npm"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), f"@emailens/engine@{VERSION}"]
        subprocess.run(command, capture_output=True, check=False)
    return PACKAGE.is_dir() and shutil.which("node") is not None


class Peer:
    """The running peer."""

    def __init__(self) -> None:
        command = ["node", str(Path(__file__).with_suffix(".mjs")), str(PACKAGE / "dist" / "index.js")]
        self._node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def transform(self, html: str, profile: str, *, dark: bool = False) -> tuple[str, float]:
        """Return its HTML for our ``profile`` and the milliseconds it took."""
        if self._node.stdin is None or self._node.stdout is None:
            raise RuntimeError("the peer has no pipes")
        self._node.stdin.write(json.dumps({"html": html, "client": CLIENTS[profile], "dark": dark}) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline())
        return answer["html"], answer["ms"]

    def close(self) -> None:
        """End it."""
        self._node.terminate()
        self._node.wait()


@functools.cache
def peer() -> Peer:
    """The one peer of this process."""
    return Peer()
