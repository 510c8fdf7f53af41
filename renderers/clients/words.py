"""What people read about clients, in their language: names, labels and changes. English stands in the code and data."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import NamedTuple

from assets import ROOT
from renderers.clients.change import Certainty, Change
from renderers.clients.profile import Fidelity, Group, Mode, Profile


class Label(NamedTuple):
    """A fidelity label: its name and what it means."""

    name: str
    meaning: str


LABELS: dict[Fidelity, Label] = {
    "real-client": Label("Real client", "The client itself took this picture."),
    "real-code": Label("Real code", "The rules give what the client's own code gives, mail by mail."),
    "real-engine": Label("Real engine", "The client's own browser engine, and the client changes next to nothing."),
    "modelled": Label("Modelled", "Documented changes were applied, each with its source and date."),
    "approximated": Label("Approximated", "The client is closed or runs nowhere else: close, but not exact."),
    "thin-data": Label("Thin data", "Few rules of this client are known; the rest is shown as the browser shows it."),
}
MODE_NAMES: dict[Mode, str] = {"light": "Light", "dark": "Dark", "images-off": "Images off"}
GROUP_NAMES: dict[Group, str] = {"desktop": "Desktop", "web": "Web", "mobile": "Mobile", "plain": "No client"}
"""In the order in which clients are listed."""
CERTAINTIES: dict[Certainty, Label] = {
    "certain": Label("Certain", "Reported, and nobody contradicts it."),
    "contested": Label("Contested", "Reports differ."),
    "approximated": Label("Approximated", "Our model of something that nobody can look into."),
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?\Z")


def translated(text: str, language: str) -> str:
    """Return ``text`` in ``language``; itself in English, and where there is no translation."""
    return _texts(language).get(text, text)


def profile_name(shown: Profile, language: str) -> str:
    """Return what people call a client."""
    return translated(shown.name, language)


def label(fidelity: Fidelity, language: str) -> Label:
    """Return a fidelity label's name and meaning."""
    return Label(*(translated(text, language) for text in LABELS[fidelity]))


def certainty(how: Certainty, language: str) -> Label:
    """Return how sure a rule is, and what that means."""
    return Label(*(translated(text, language) for text in CERTAINTIES[how]))


def said(change: Change, language: str) -> str:
    """Return the sentence of a change."""
    return translated(change.what, language).format(**change.values)


def spoken_date(date: str, language: str) -> str:
    """Return an ISO day or month as people say it; a year, or what is no date, as it is."""
    found = _DATE.match(date)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS):
        return date
    month = f"{translated(MONTHS[int(found[2]) - 1], language)} {found[1]}"
    if found[3] is None:
        return month
    return f"{translated(str(int(found[3])), language)} {month}"  # the first of a month is no number in French


@lru_cache
def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name in ("clients", "changes"):
        path = ROOT / "translations" / f"{name}.{language}.toml"
        texts |= tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return texts
