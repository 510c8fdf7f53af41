"""The files of a made site, and the addresses by which its page names them."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
PICTURE = re.compile(r"\.(?:png|jpg|webp|svg)$")


@dataclass
class Folder:
    """Writes files below ``root`` and tells how the page at ``page_url`` may name them."""

    root: Path
    page_url: str
    style: str = "root"  # of the addresses: root, relative, full or bare
    version: str = ""  # what a cache's owner hangs on every address
    _written: set[str] = field(default_factory=set)

    def add(self, path: str, data: bytes | str) -> str:
        """Write a file and return its absolute URL."""
        file = self.root / path
        if path not in self._written:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode() if isinstance(data, str) else data)
            self._written.add(path)
        return urljoin(self.page_url, quote(path))

    def named(self, url: str) -> str:
        """The URL as this page writes it."""
        url += self.version if PICTURE.search(url) else ""
        path = url.removeprefix(self.page_url)
        bare = url.removeprefix("https:")
        return {"root": f"/{path}", "relative": path, "full": url, "bare": bare}[self.style]


def data_address(data: bytes, kind: str) -> str:
    """The bytes inside an address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
