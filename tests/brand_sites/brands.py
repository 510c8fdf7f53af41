"""Whose sites are made: published brands (title, colour, icon) for the benchmark, invented ones for the tests."""

from __future__ import annotations

import colorsys
import hashlib
import json
import random
import re
import shutil
import subprocess
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

PACKAGE, VERSION = "simple-icons", "16.37.0"
MISSING = (
    f"The sites need the brands of {PACKAGE} {VERSION}, which npm fetches: "
    "install Node.js with npm, then run this again."
)
SYLLABLES = ("ba", "lo", "mi", "ven", "tor", "qua", "sel", "dri", "no", "fa", "lu", "per", "zi", "gran", "ok", "tre")
MARKS = (
    "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22zm0 5l5 9H7z",
    "M2 2h9v9H2zm11 0h9v9h-9zM2 13h9v9H2zm14 0h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
    "M12 0l12 12l-12 12L0 12zm0 6l-6 6l6 6l6-6z",
    "M1 21L9 3l4 9l3-5l7 14z",
)
# Whoever is a network, or a maker of sites, would appear on the page of every other company too.
NOT_A_COMPANY = re.compile(
    r"facebook|instagram|youtube|linkedin|pinterest|tiktok|twitter|^x$|mastodon|github|wordpress|elementor|^wix|^divi"
    r"|squarespace|myspace|spip|odoo|shopify|prestashop|webflow|joomla|bootstrap|tailwind|google|^meta$|visa|mastercard|paypal|appstore",
    re.I,
)


class BrandsMissingError(Exception):
    """npm is not there, or it could not fetch the package."""


@dataclass(frozen=True)
class Brand:
    """``colour`` is ``#rrggbb``, ``path`` the icon's outline in a square of 24."""

    slug: str
    title: str
    colour: str
    path: str


def half(slug: str) -> str:
    """In which half a brand is: "tune" or "heldout"."""
    return "heldout" if hashlib.sha1(slug.encode()).digest()[0] % 2 else "tune"


def published_brands(cache: Path) -> list[Brand]:
    """The brands of simple-icons that can stand for a company; fetched once into ``cache``.

    Raises BrandsMissingError with a sentence for the user.
    """
    kept = cache / f"{PACKAGE}-{VERSION}.json"
    if not kept.is_file():
        brands = [asdict(brand) for brand in _fetched() if _can_stand(brand)]
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(brands), "utf-8")
    return [Brand(**row) for row in json.loads(kept.read_text("utf-8"))]


def invented_brands(count: int, seed: int = 0) -> list[Brand]:
    """Companies that do not exist: a name of syllables, a geometric mark, a colour."""
    chance = random.Random(f"brands-{seed}")
    names = [chance.sample(SYLLABLES, chance.choice((2, 3))) for _ in range(count)]
    return [
        Brand(f"{''.join(name)}{index}", f"{''.join(name)}{index}".capitalize(), _colour(chance), chance.choice(MARKS))
        for index, name in enumerate(names)
    ]


def plain(name: str) -> str:
    """A name as it is compared: small letters and digits, without accents and a leading "the"."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    return re.sub(r"[\W_]+", "", re.sub(r"^\s*the\s+", "", bare))


def _colour(chance: random.Random) -> str:
    red, green, blue = colorsys.hsv_to_rgb(chance.random(), chance.uniform(0.5, 1), chance.uniform(0.35, 0.95))
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def _fetched() -> Iterator[Brand]:
    npm = shutil.which("npm")
    if npm is None:
        raise BrandsMissingError(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", "--pack-destination", folder, f"{PACKAGE}@{VERSION}"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        archives = list(Path(folder).glob("*.tgz"))
        if done.returncode or not archives:
            raise BrandsMissingError(f"{MISSING}\n{done.stderr.strip()}")
        with tarfile.open(archives[0]) as archive:
            yield from _in_archive(archive)


def _in_archive(archive: tarfile.TarFile) -> Iterator[Brand]:
    def text(name: str) -> str:
        file = archive.extractfile(f"package/{name}")
        return file.read().decode() if file else ""

    for row in json.loads(text("data/simple-icons.json")):
        path = re.search(r' d="([^"]+)"', text(f"icons/{row['slug']}.svg"))
        if path:
            yield Brand(row["slug"], row["title"], f"#{row['hex'].lower()}", path[1])


def _can_stand(brand: Brand) -> bool:
    """A name in Latin letters of a usable length, a colour that shows on white, no network and no maker of sites."""
    latin = all(ord(letter) < 0x250 for letter in brand.title)
    dark = min(int(brand.colour[at : at + 2], 16) for at in (1, 3, 5)) < 225
    return latin and dark and 3 <= len(plain(brand.title)) <= 24 and not NOT_A_COMPANY.search(brand.slug)
