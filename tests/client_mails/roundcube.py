"""The real Roundcube, where PHP and it are at hand: mails in, sanitised mails out; and trees to compare them by.

Its source is never copied: it is run, as Debian ships it, and its answers are compared with ours.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from renderers.clients.pipeline import client_html, steps_of
from renderers.clients.profile import Mode, profile

Dom = list[tuple[object, ...]]
# One mail, how it is looked at, what Roundcube answers.
Asked = Callable[[str, str], str]

DRIVER = Path(__file__).with_suffix(".php")
PLACES = ("/usr/share/roundcube", "/var/lib/roundcube")
PHP_LIBRARIES = "/usr/share/php"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ADDRESSES = ("href", "src", "name")
# Written without a value by the one, with its name as the value by the other.
_FLAGS = ("checked", "disabled", "multiple", "nowrap", "compact", "readonly", "selected")


def their_page(washed: str) -> Dom:
    """Return Roundcube's answer, in its page, as a browser reads it."""
    settings = next(settings for stage, settings in steps_of(profile("roundcube-web")) if stage.name == "washtml")
    washed = washed.replace("program/resources/blocked.gif", settings.model_dump()["blocked"])
    return _dom(f'<!DOCTYPE html><body><div class="message-htmlpart" id="message-htmlpart1">{washed}</div></body>')


def our_page(mail: str, mode: Mode = "light", client: str = "roundcube-web") -> Dom:
    """Return our model's page, as a browser reads it."""
    return _dom(client_html(mail, client, mode=mode).html)


@contextmanager
def running(*, fetch: bool) -> Iterator[Asked | None]:
    """Run the real one: ``MAILWRIGHT_ROUNDCUBE``, an installed one, or (``fetch``) Debian's package; None without."""
    php = shutil.which("php")
    with tempfile.TemporaryDirectory() as folder:
        program, libraries = _installed()
        if php and not program and fetch:
            program, libraries = _unpacked(Path(folder))
        if not php or not program:
            yield None
            return
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        command = [php, str(DRIVER), program, libraries]
        with subprocess.Popen(command, text=True, encoding="utf-8", **pipes) as process:
            yield lambda mail, mode: _ask(process, mail, mode)
            if process.stdin:
                process.stdin.close()


def compared(mails: Mapping[str, str]) -> tuple[int, int] | None:
    """Return how many mails both make the same tree of, and of how many; None where the real one is not at hand."""
    with running(fetch=True) as ask:
        if ask is None:
            return None
        return sum(our_page(mail) == their_page(ask(mail, "light")) for mail in mails.values()), len(mails)


def _ask(process: subprocess.Popen[str], mail: str, mode: str) -> str:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("PHP has no pipes")
    process.stdin.write(json.dumps({"html": mail, "safe": mode != "images-off"}) + "\n")
    process.stdin.flush()
    return str(json.loads(process.stdout.readline()))


def _installed() -> tuple[str, str]:
    named = os.environ.get("MAILWRIGHT_ROUNDCUBE", "")
    found = next((place for place in (named, *PLACES) if place and (Path(place) / "program/lib").is_dir()), "")
    beside = Path(found).parent / "php"
    return found, str(beside) if found and beside.is_dir() else PHP_LIBRARIES


def _unpacked(folder: Path) -> tuple[str, str]:
    """Get Debian's packages; what apt cannot give is left to the skip."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return "", ""
    packages = ["roundcube-core", "php-masterminds-html5"]
    got = subprocess.run(["apt-get", "download", *packages], cwd=folder, capture_output=True, check=False, timeout=120)
    if got.returncode:
        return "", ""
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True, timeout=60)
    return str(folder / "usr/share/roundcube"), str(folder / "usr/share/php")


def _dom(html: str) -> Dom:
    """Return the tree as a list: depth, then tag and attributes, or text; comments are left out."""
    found: Dom = []
    root = LexborHTMLParser(html).root
    assert root is not None
    _walk(root, 0, found)
    return found


def _walk(node: LexborNode, depth: int, found: Dom) -> None:
    texts: list[str] = []
    child = node.first_child
    while child is not None:
        if child.tag == "-text":
            texts.append(child.text_content or "")
        elif child.tag != "-comment":
            _text(texts, depth, found)
            found.append((depth, child.tag, tuple(sorted(_attributes(child).items()))))
            _walk(child, depth + 1, found)
        child = child.next
    _text(texts, depth, found)


def _text(texts: list[str], depth: int, found: Dom) -> None:
    text = " ".join(_CONTROL.sub("\ufffd", "".join(texts)).split())
    texts.clear()
    if text:
        found.append((depth, "#", text))


def _attributes(node: LexborNode) -> dict[str, str]:
    values = {name: _CONTROL.sub("\ufffd", value or "") for name, value in node.attributes.items()}
    for name in _ADDRESSES:
        if name in values:
            values[name] = quote(values[name].strip(), safe="%!\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~")
    if node.tag == "link":
        # Roundcube's page gets the sheet by an address of its own.
        values.pop("href", None)
    return values | {name: "" for name in _FLAGS if name in values}
