"""The sites of a run: made once into a cache, asked in two processes, marked."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from tests.brand_sites.brands import Brand, half, published_brands
from tests.brand_sites.extractors import opened
from tests.brand_sites.plan import Fixed
from tests.brand_sites.score import Answer, Marked, counted_socials, marks
from tests.brand_sites.site import make_site
from tests.brand_sites.truth import FILE, Truth

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".dev" / "brand_sites"
MEASURES = {"ablation", "extractors", "figures", "labelled", "score", "suite", "tables"}  # the rooms that make no site
SEED = 1
PROCESSES = 2
OTHERS = 240  # companies of the same half whose logos stand on a site's page


@dataclass(frozen=True)
class Job:
    """One site to make; sites of one ``label`` lie in one folder."""

    brand: Brand
    label: str = "mix"
    fixed: Fixed = field(default_factory=Fixed)
    seed: int = SEED


@dataclass(frozen=True)
class Marks:
    """How one extractor did on one site; ``error`` is what it raised."""

    truth: Truth
    label: str
    folder: Path
    answer: Answer
    right: dict[str, bool]
    socials: tuple[int, int, int]
    seconds: float
    busy: float  # seconds of the processor, which a busy machine does not stretch
    error: str = ""


def chosen_brands(count: int) -> list[Brand]:
    """The same brands each time, both halves mixed. Raises BrandsMissingError."""
    return sorted(published_brands(CACHE), key=_drawn)[:count]


def run(jobs: Sequence[Job], extractor: str) -> list[Marks]:
    """Make what is not made yet, ask the extractor of this name (``extractors.NAMES``), and mark its answers."""
    _tidy()
    work = partial(_asked, extractor=extractor)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, jobs, chunksize=max(1, min(16, len(jobs) // (2 * PROCESSES)))))


def _asked(job: Job, extractor: str) -> Marks:
    folder, truth = site_of(job)
    page, ask = Marked((folder / "index.html").read_bytes(), truth), opened(extractor)
    started, busy, error = time.perf_counter(), time.process_time(), ""
    try:
        answer = ask(folder, truth.url)
    except Exception as problem:  # noqa: BLE001 - a crash is a figure of this benchmark, with its page
        answer, error = Answer(), f"{type(problem).__name__}: {problem}"
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    right, socials = marks(page, answer), counted_socials(truth, answer)
    return Marks(truth, job.label, folder, answer, right, socials, seconds, busy, error)


def site_of(job: Job) -> tuple[Path, Truth]:
    """The folder of a site, made now unless the cache has it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # outlines of letters need Qt, which needs no screen
    folder = CACHE / digest() / job.label / f"{job.brand.slug}-{job.seed}"
    if not (folder / FILE).is_file():
        others = sorted(_same_half(half(job.brand.slug)), key=_drawn)[-OTHERS:]
        make_site(job.brand, job.seed, folder, others=others, fixed=job.fixed)
    return folder, Truth.load(folder)


@lru_cache(maxsize=1)
def digest() -> str:
    """Of the generator: another generator makes other sites."""
    files = sorted(path for path in HERE.rglob("*") if path.suffix in {".py", ".html", ".css", ".toml"})
    makers = [path for path in files if path.stem not in MEASURES and not path.stem.startswith(("test_", "conftest"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in makers)).hexdigest()[:12]


@lru_cache(maxsize=2)
def _same_half(which: str) -> tuple[Brand, ...]:
    return tuple(brand for brand in published_brands(CACHE) if half(brand.slug) == which)


def _tidy() -> None:
    """Drop what older generators made."""
    for folder in CACHE.glob("*"):
        if folder.is_dir() and folder.name != digest():
            shutil.rmtree(folder, ignore_errors=True)


def _drawn(brand: Brand) -> str:
    """A place in a fixed random order."""
    return hashlib.sha256(f"site-{brand.slug}".encode()).hexdigest()
