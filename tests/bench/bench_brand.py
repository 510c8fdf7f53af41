"""How often the brand kit is right: on sites made for it, whose truth is known, and on labelled pages where there are.

``python3 dev.py bench brand`` prints the tables. It takes options: ``--half tune``, ``--witness``,
``--report`` (what each signal is worth, what each decoy costs). What went wrong on the tune half is listed in
``.dev/bench/brand-failures.json``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from report import FOLDER, report

from tests.brand_sites import labelled
from tests.brand_sites.ablation import decoy_rows, signal_rows
from tests.brand_sites.brands import Brand, BrandsMissingError, half
from tests.brand_sites.figures import confidence, failures, rows, speed
from tests.brand_sites.suite import Job, Marks, chosen_brands, run

SITES = 480
HALVES = {"tune": "tune", "heldout": "held-out"}


def main() -> None:
    """Measure, print, keep the figures."""
    options = _options()
    try:
        brands = chosen_brands(options.sites)
    except BrandsMissingError as missing:
        sys.exit(str(missing))
    times = [_made_sites(brands, options)]
    if labelled.FOLDER.is_dir():
        times.append(_labelled_pages(options.witness))
    else:
        print(labelled.MISSING)
    report("brand-speed", times)
    if options.report:
        report("brand-signals", signal_rows(brands))
        report("brand-decoys", decoy_rows(brands))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=(*HALVES, "both"), default="both", help="which brands")
    parser.add_argument("--sites", type=int, default=SITES, help="how many brands, both halves together")
    parser.add_argument("--only", default="", help="list only the failures of these figures, such as name,colour")
    parser.add_argument("--witness", action="store_true", help="with a browser too, side by side")
    parser.add_argument("--report", action="store_true", help="each signal alone and each decoy added; takes minutes")
    return parser.parse_args()


def _made_sites(brands: Sequence[Brand], options: argparse.Namespace) -> dict[str, str | float | int]:
    """The sites of the generator: both halves of the kit, and the others on the half that counts."""
    jobs = [Job(brand) for brand in brands if options.half in (half(brand.slug), "both")]
    kit = run(jobs, "kit")
    columns = {shown: marks for name, shown in HALVES.items() if (marks := _of(kit, name))}
    counts = list(columns)[-1]
    of_counts = [job for job in jobs if HALVES[half(job.brand.slug)] == counts]
    names = ["trivial"] + ["metascraper", "openbrand"] * labelled.FOLDER.is_dir()
    if options.witness:
        names.insert(0, "kit + browser")
    columns |= {name: run(of_counts, name) for name in names}
    report("brand", rows(columns, counts))
    report("brand-confidence", confidence(columns[counts]))
    _keep_failures("brand-failures", _of(kit, "tune"), options.only)
    _keep_failures("brand-failures-browser", _of(columns.get("kit + browser", []), "tune"), options.only)
    seconds, busy = [one.seconds for one in kit], [one.busy for one in kit]
    return speed("made sites", seconds, busy, sum(bool(one.error) for one in kit))


def _labelled_pages(witness: bool) -> dict[str, str | float | int]:
    table, scores = labelled.labelled_rows(with_browser=witness)
    report("brand-labelled", table)
    for error in scores.errors:
        print(error)
    return speed("labelled pages", scores.seconds, scores.busy, len(scores.errors))


def _of(results: Sequence[Marks], which: str) -> list[Marks]:
    return [one for one in results if one.truth.half == which]


def _keep_failures(name: str, results: Sequence[Marks], only: str) -> None:
    """Write what went wrong, of the tune half alone: whoever tunes on the other half measures nothing any more."""
    if not results:
        return
    wanted = {name.strip() for name in only.split(",") if name.strip()}
    wrong = [row for one in results for row in failures(one) if not wanted or row["figure"] in wanted]
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(wrong, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(wrong)} failures of the tune half are listed in .dev/bench/{path.name}")


if __name__ == "__main__":
    main()
