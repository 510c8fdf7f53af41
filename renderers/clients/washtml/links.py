"""Links, as Roundcube opens them: in a new window, those to a person in its own composer."""

from __future__ import annotations

import re
from urllib.parse import unquote

_CONTROL = re.compile("[\x00-\x1f]")
_PART = re.compile(r'(?:[^,;"]++|"[^"]*+"?)++')
_NAMED = re.compile(r'\s*+"?([^<>"]*+)"?\s*+<([^<>]*+)>\s*\Z')
_LOCAL = re.compile(r"""[^\s@"'<>(),:;\\[\]]+\Z""")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\Z", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[\w .-]+\Z")
_SCRIPT = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\r": None})
NOWHERE = "#NOP"
"""Where a link to nobody leads."""


def opened(address: str) -> dict[str, str]:
    """Return the attributes of a link to ``address``."""
    address = _CONTROL.sub("", address)
    if address.lower().startswith("mailto:"):
        return _composed(address[7:])
    if not address or address.startswith("#"):
        return {"href": address} if address else {}
    return {"href": address, "target": "_blank", "rel": "noreferrer"}


def _composed(text: str) -> dict[str, str]:
    people, _, rest = text.partition("?")
    found = [each for each in map(_person, _PART.findall(unquote(people))) if each]
    if not found:
        return {"href": NOWHERE}
    argument = ",".join(written for written, _ in found) + (f"?{unquote(rest)}" if rest else "")
    script = argument.translate(_SCRIPT).replace("</", "<\\/")
    return {
        "href": "mailto:" + ",".join(address for _, address in found),
        "onclick": f"return rcmail.command('compose','{script}',this)",
        "rel": "noreferrer",
    }


def _person(text: str) -> tuple[str, str] | None:
    """Return a person as written to the composer, and the address alone; None when that is none."""
    named = _NAMED.match(text)
    name, address = (named[1].strip(), named[2].strip()) if named else ("", text.strip().rpartition(" ")[2])
    local, _, host = address.rpartition("@")
    labels = host.split(".")
    if not _LOCAL.match(local) or not _HOST.match(host) or any(each != each.strip("-") for each in labels):
        return None
    if not name:
        return address, address
    return (f"{name} <{address}>" if _PLAIN_NAME.match(name) else f'"{name}" <{address}>'), address
