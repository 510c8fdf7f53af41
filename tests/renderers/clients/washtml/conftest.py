"""What Roundcube makes of a mail and what we make of it, as a browser reads both; and the real one, where it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from renderers.clients.pipeline import client_html, steps_of
from renderers.clients.profile import profile

Dom = list[tuple[object, ...]]
# One mail, how it is looked at, what Roundcube answers.
Asked = Callable[[str, str], str]

PLACES = ("/usr/share/roundcube", "/var/lib/roundcube")
PHP_LIBRARIES = "/usr/share/php"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ADDRESSES = ("href", "src", "name")
# Written without a value by the one, with its name as the value by the other.
_FLAGS = ("checked", "disabled", "multiple", "nowrap", "compact", "readonly", "selected")


@pytest.fixture(scope="session")
def page() -> Callable[[str], Dom]:
    """``page(washed)``: Roundcube's answer, in its page, as a browser reads it."""
    name, settings = steps_of(profile("roundcube-web"))[-1]
    assert name.name == "washtml"
    blocked = settings.model_dump()["blocked"]

    def read(washed: str) -> Dom:
        washed = washed.replace("program/resources/blocked.gif", blocked)
        return _dom(f'<!DOCTYPE html><body><div class="message-htmlpart" id="message-htmlpart1">{washed}</div></body>')

    return read


@pytest.fixture(scope="session")
def ours() -> Callable[..., Dom]:
    """``ours(mail, mode, client)``: our model's page, as a browser reads it."""
    return lambda mail, mode="light", client="roundcube-web": _dom(client_html(mail, client, mode=mode).html)


@pytest.fixture(scope="session")
def recorded() -> list[dict[str, str]]:
    """Mails, and what Roundcube 1.6.5 answered to them."""
    return list(json.loads((Path(__file__).parent / "recorded.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def roundcube(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The real Roundcube: ``MAILWRIGHT_ROUNDCUBE``, an installed one, or (with ``--slow``) Debian's package."""
    php = shutil.which("php")
    folder, libraries = _installed()
    if php and not folder and request.config.getoption("--slow"):
        folder, libraries = _unpacked(tmp_path_factory.mktemp("roundcube"))
    if not php or not folder:
        pytest.skip("needs PHP (xml, mbstring) and Roundcube: name its folder in MAILWRIGHT_ROUNDCUBE")
    driver = [php, str(Path(__file__).parent / "roundcube.php"), folder, libraries]
    with subprocess.Popen(
        driver, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        incoming, outgoing = running.stdin, running.stdout
        assert incoming is not None
        assert outgoing is not None

        def ask(mail: str, mode: str) -> str:
            incoming.write(json.dumps({"html": mail, "safe": mode != "images-off"}) + "\n")
            incoming.flush()
            return str(json.loads(outgoing.readline()))

        yield ask
        incoming.close()


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
