"""Real pages with hand-made labels, scored by the scorer that lies with them. They are not part of this project."""

from __future__ import annotations

import gzip
import importlib.util
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from templates.brand.evidence import Candidate
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.witness import Witness
from tests.brand_sites.tables import Row, reached

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "pages"
MISSING = f"There are no labelled pages beside this checkout ({FOLDER.name}), so only made sites are measured."
Extract = Callable[[str, str], Mapping[str, Any]]
COLOUR = "colour @{}, colour written in the HTML"
FIGURES: Mapping[str, tuple[str, float | None]] = {
    "name": ("name exact", 0.94),
    "logo_wide slot": ("wide logo, first choice", 0.75),
    "logo_square slot": ("square logo, first choice", 0.94),
    "logo_wide left empty when there is none": ("wide slot left empty where there is none", 6 / 7),
    COLOUR.format(1): ("primary colour ΔE00 < 10, first choice", 0.65),
    COLOUR.format(3): ("primary colour, first three", 0.85),
    "achromatic brand: no chromatic first colour": ("grey brand: no other colour", None),
    "language": ("language", None),
    "socials core precision": ("social profiles, precision", 0.97),
    "socials core recall": ("social profiles, recall", 0.93),
    "socials all precision": ("all networks, precision", None),
    "socials all recall": ("all networks, recall", None),
}


@dataclass
class Scores:
    """Right answers and how many counted, by figure of the scorer; seconds by clock and processor; errors."""

    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def labelled_rows(*, with_browser: bool = False) -> tuple[list[Row], Scores]:
    """The table over the labelled pages, and the scores of the kit alone with its times."""
    ours = _scores(kit_on_page())
    baselines = reference("baselines")
    columns = {"kit": ours}
    if with_browser:
        from renderers.witness import browser_witness  # no browser is looked for unless it is wanted

        columns["kit + browser"] = _scores(kit_on_page(browser_witness()))
    for name in ("trivial", "metascraper_order", "openbrand_rules"):
        columns[name.partition("_")[0]] = _scores(getattr(baselines, name))
    table: list[Row] = []
    for figure, (label, bar) in FIGURES.items():
        row: Row = {"figure": label, "n": ours.found.get(figure, (0, 0))[1]}
        row |= {name: _shown(scores.found.get(figure)) for name, scores in columns.items()}
        right, number = ours.found.get(figure, (0, 0))
        table.append(row | reached(right / max(1, number), bar))
    return table, ours


def kit_on_page(witness: Witness | None = None) -> Extract:
    """The brand kit in the form that the scorer takes."""

    def extract(html: str, url: str) -> Mapping[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(html, "utf-8")
            return _answer(extract_brand(str(page), base_url=url, witness=witness))

    return extract


def _answer(kit: BrandKit) -> Mapping[str, Any]:
    primary = [one.value for one in kit.candidates.get("primary", ())]
    logos = [*kit.candidates.get("logo_wide", ()), *kit.candidates.get("logo_square", ())]
    return {
        "name": kit.name,
        "logo_candidates": [one.value for one in sorted(logos, key=_best_first)],
        "logo_wide": kit.logo_wide,
        "logo_square": kit.logo_square,
        # A colour that is only a stand-in is no answer.
        "colour_candidates": list(dict.fromkeys([kit.primary, *primary])) if primary else [],
        "socials": dict(kit.socials),
        "language": kit.language,
    }


def _best_first(candidate: Candidate) -> float:
    return -candidate.score


def _scores(extract: Extract) -> Scores:
    scorer = reference("score")
    socials: dict[str, list[int]] = {}
    tally, scores = scorer.Tally(), Scores()
    for label in json.loads((FOLDER / "labels.json").read_text("utf-8"))["pages"]:
        text = gzip.decompress((FOLDER / label["file"]).read_bytes()).decode()
        with _timed(scores, label["slug"]) as answer:
            answer.update(extract(text, label["url"]))
        scorer.score_page(label, answer, scorer.Page(text, label["url"]), tally, socials, [])
    scores.found = {figure: (right, number) for figure, (right, number) in tally.items()}
    for scope, (right, wrong, missed) in socials.items():
        scores.found[f"socials {scope} precision"] = (right, right + wrong)
        scores.found[f"socials {scope} recall"] = (right, right + missed)
    return scores


@contextmanager
def _timed(scores: Scores, slug: str) -> Iterator[dict[str, Any]]:
    """A page that breaks an extractor counts as an empty answer."""
    started, busy = time.perf_counter(), time.process_time()
    answer: dict[str, Any] = {}
    try:
        yield answer
    except Exception as problem:  # noqa: BLE001 - a crash is a figure of this benchmark, with its page
        answer.clear()
        scores.errors.append(f"{slug}: {type(problem).__name__}: {problem}")
    scores.seconds.append(time.perf_counter() - started)
    scores.busy.append(time.process_time() - busy)


def _shown(found: tuple[int, int] | None) -> str:
    right, number = found or (0, 0)
    return f"{right}/{number}" if number else ""


def reference(name: str) -> ModuleType:
    """A script that lies with the pages: ``score`` or ``baselines``."""
    spec = importlib.util.spec_from_file_location(f"labelled_pages_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
