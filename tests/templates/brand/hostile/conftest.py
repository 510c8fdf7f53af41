"""What hostile pages are held to: limits that end them, and what makes a kit sound."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from templates.brand.kit import BrandKit
from templates.brand.logos.raster import checked_logo
from templates.brand.texts.profiles import profile_of
from templates.errors import InputError, MailwrightError

Files = dict[str, bytes]
Outcome = BrandKit | MailwrightError | str

PROGRAM = Path(__file__).with_name("extract_apart.py")
MEMORY = 1_500_000_000  # bytes of address space, of which the interpreter and its libraries take a third
SECONDS = 20  # of computing for one page; the slowest here needs about four
BIDI = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


@pytest.fixture(scope="session")
def scale(request: pytest.FixtureRequest) -> int:
    """How much of each evil: ten times as much in the long version."""
    return 10 if request.config.getoption("--slow") else 1


@pytest.fixture(scope="session")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, Files]], dict[str, Outcome]]:
    """Extracts pages in a process with limits: each gives a kit, an error, or text that says how it crashed."""

    def extract(pages: Mapping[str, Files]) -> dict[str, Outcome]:
        root = tmp_path_factory.mktemp("pages")
        for name, files in pages.items():
            (root / name).mkdir()
            for file, data in files.items():
                (root / name / file).write_bytes(data)
        found: dict[str, Outcome] = {}
        left = list(pages)
        while left:
            told = _run([root / name for name in left])
            for name in list(left):
                kept = root / f"{name}.outcome"
                if not kept.exists():
                    break
                found[name] = pickle.loads(kept.read_bytes())
                left.remove(name)
            if left:  # the page at which a limit ended the program
                found[left.pop(0)] = f"ended by a limit: {told}"
        return found

    return extract


def _run(folders: list[Path]) -> str:
    command = [sys.executable, str(PROGRAM), str(MEMORY), str(SECONDS), *map(str, folders)]
    root = Path(__file__).parents[4]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True
    )
    return f"exit code {done.returncode} {done.stderr[-500:]}"


@pytest.fixture(scope="session")
def unsound() -> Callable[[Outcome], list[str]]:
    """Says what is wrong with an outcome, whatever page it is of; [] for a sound kit and for an error of ours."""

    def look(outcome: Outcome) -> list[str]:
        if isinstance(outcome, MailwrightError):
            return [] if 0 < len(str(outcome)) < 1000 else [f"message {str(outcome)[:99]!r}"]
        if isinstance(outcome, str):
            return [outcome[-800:]]
        return [*_values(outcome), *_texts(outcome), *_candidates(outcome), *_logos(outcome)]

    return look


def _values(kit: BrandKit) -> Iterator[str]:
    for name in ("primary", "accent", "button", "link", "background", "text"):
        value = getattr(kit, name)
        if not re.fullmatch(r"#[0-9a-f]{6}", value) and (value or name == "primary"):
            yield f"{name} {value!r}"
    if not re.fullmatch(r"[a-z]{2,3}", kit.language) or not 0 <= kit.radius <= 40:
        yield f"language {kit.language!r}, radius {kit.radius}"
    for network, url in kit.socials.items():
        plain = re.fullmatch(r"""https://[^\s"'<>\\^`{|}\x00-\x1f\x7f]{4,300}""", url)
        if not plain or (network != "mastodon" and profile_of(url)[0] != network):
            yield f"{network} {url!r}"


def _texts(kit: BrandKit) -> Iterator[str]:
    texts = {"name": (kit.name, 60), "legal": (kit.legal, 300), "address": (kit.address, 300), "site": (kit.site, 300)}
    texts |= {"heading": (kit.font.heading, 600), "body": (kit.font.body, 600), "url": (kit.font.url, 4096)}
    for name, (text, longest) in texts.items():
        unprintable = [one for one in text if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}]
        if unprintable or len(text) > longest or any(unicodedata.bidirectional(one) in BIDI for one in text):
            yield f"{name} {text[:200]!r}"
    if re.search(r"[;{}<>]", kit.font.heading + kit.font.body):
        yield f"font {kit.font}"


def _candidates(kit: BrandKit) -> Iterator[str]:
    for field, candidates in kit.candidates.items():
        scores = [one.score for one in candidates]
        ranked = scores == sorted(scores, reverse=True) or field == "name"  # of near equals the domain's word leads
        if not ranked or not all(0 <= score <= 1 for score in scores):
            yield f"scores of {field} {scores[:20]}"
        for one in candidates:
            if not one.source or re.search("[\ud800-\udfff\0]", one.value + one.source + one.locator):
                yield f"candidate of {field} {str(one)[:200]}"


def _logos(kit: BrandKit) -> Iterator[str]:
    for slot, file in kit.logo_files.items():
        try:
            checked_logo(file.data)
        except InputError as error:
            if "takes longer" not in error.pattern:  # it was drawn in time once: the machine is busier now
                yield f"logo {slot} {error}"
    for reference in (kit.logo_wide, kit.logo_square, kit.logo_dark):
        if reference and not re.match(r"https?://|inline-svg:|data:image/|/", reference):
            yield f"logo {reference[:100]!r}"
