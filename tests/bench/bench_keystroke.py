"""From a changed character to the mail's HTML and to the canvas, beside a whole compile in the same engine and run.

The first table is without the debounce, each time after one more character somewhere: ``whole`` is MJML alone on the
personalised mail,
``build`` the whole road from the text (includes, Jinja, MJML), ``edit`` the same road in the editor. ``open`` is the
first build there, ``fill`` what idle time does after it. The exponent is that of the growth of ``edit`` from the short
mail to the long one: 1 is as fast as the mail grows.

The second is the real window, code beside design: from a key to the mail in the page, laid out; debounce included.
``stall`` is the longest time the GUI thread did not answer: idle, while typing, and while twelve pictures are taken.
"""

from __future__ import annotations

import json
import math
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from report import report

from templates.compile.context import context_of
from templates.compile.engine import mjml_engine
from templates.compile.live import LiveBuild
from templates.compile.pipeline import UP_TO_MJML, through
from templates.files import read_text

COLUMN = (
    '<mj-column><mj-image src="templates/x/images/a.png" alt="{{{{ name }}}}" /><mj-text css-class="note">'
    "<h2>{{{{ name }}}}</h2><p>Hello {{{{ contact.name }}}}, {{% if contact.vip %}}our guest{{% endif %}} {number}</p>"
    '</mj-text><mj-button href="https://example.com/{{{{ contact.id }}}}?a=1&amp;b=2">Have a look</mj-button>'
    "</mj-column>\n"
)
HEAD = '<mj-head><mj-title>{{ name }}</mj-title><mj-include path="head.mjml" /></mj-head>'
PART = '<mj-attributes><mj-all font-family="Arial" /><mj-class name="note" color="#333333" /></mj-attributes>'
GIVEN = {"data": {"name": "News"}, "contact": {"name": "Zoë", "vip": True, "id": 7}}
SIZES = (10, 200)
EDITS = 60
KEYS = 60
ROUNDS = 12  # of the slow ones


def main() -> None:
    """Measure both lengths, interleaved with what they are compared with."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "head.mjml").write_text(PART, "utf-8")
        rows = [_measure(size, Path(folder)) for size in SIZES]
    short, long = (float(row["edit p50 ms"]) for row in rows)
    exponent = math.log(long / short) / math.log(SIZES[1] / SIZES[0])
    report("keystroke", [{**row, "exponent": exponent} for row in rows])
    with TemporaryDirectory() as folder:
        _window(Path(folder))


def _window(root: Path) -> None:
    """Type into both mails in the window, and take pictures beside it."""
    from keystroke_window import Bench, p50_p95  # not before: Qt's objects would weigh on the first table

    mails = {name: _mail(size) for name, size in zip(("short", "long"), SIZES, strict=True)}
    bench = Bench(root, mails, {"head.mjml": PART}, json.dumps({"var": GIVEN["data"], "data": GIVEN["contact"]}))
    rows = []
    for name, size in zip(mails, SIZES, strict=True):
        idle = bench.idle(2)
        times, stall = bench.typed(name, [f" {number}</p>" for number in range(0, size, max(1, size // 10))], KEYS)
        p50, p95 = p50_p95(times)
        rows.append(
            {"sections": size, "canvas p50 ms": p50, "canvas p95 ms": p95, "idle gap ms": idle, "stall ms": stall}
        )
    rows.append({"sections": "12 pictures", "canvas p50 ms": "", "canvas p95 ms": "", "idle gap ms": bench.idle(2),
                 "stall ms": bench.rendering()})  # fmt: skip
    bench.close()
    report("keystroke-canvas", rows)


def _measure(size: int, folder: Path) -> dict[str, str | float | int]:
    def include(path: str, _beside: str) -> tuple[str, str]:
        return read_text(folder / path), path

    def mjml(text: str) -> str:
        context = context_of(segments=set(), brand=None, sender={}, links={}, today=None, **GIVEN)
        return through(UP_TO_MJML, text, "t.mjml", include, context, None).mjml

    def build(text: str) -> str:
        return mjml_engine().compile(mjml(text)).html

    def edit(text: str) -> str:
        return live.update(text, **GIVEN).html

    text, live = _mail(size), LiveBuild(include=include)
    mjml_engine()  # its start is not the mail's
    opened, filled = _timed(edit, text), _timed(live.fill)
    edits, wholes, builds = [], [], []
    for number in range(EDITS):
        text = _typed(text, number % size)
        edits.append(_timed(edit, text))
        if number % (EDITS // ROUNDS) == 0:
            builds.append(_timed(build, _typed(text, number % size)))
            wholes.append(_timed(mjml_engine().compile, mjml(text)))
    p50, whole = statistics.median(edits), statistics.median(wholes)
    return {
        "sections": size,
        "kB of text": len(text) // 1000,
        "open ms": opened,
        "fill ms": filled,
        "whole p50 ms": whole,
        "build p50 ms": statistics.median(builds),
        "edit p50 ms": p50,
        "edit p95 ms": statistics.quantiles(edits, n=20)[-1],
        "whole / edit": whole / p50,
    }


def _mail(size: int) -> str:
    sections = (f"<mj-section>{COLUMN.format(number=number) * 2}</mj-section>\n" for number in range(size))
    return f"<mjml>{HEAD}<mj-body>{''.join(sections)}</mj-body></mjml>"


def _typed(text: str, section: int) -> str:
    """Return ``text`` with one more character in the section with this number."""
    at = text.index(f" {section}</p>")
    return f"{text[:at]}x{text[at:]}"


def _timed(work: Callable[..., object], *given: object) -> float:
    """Return how many milliseconds ``work`` takes."""
    started = time.perf_counter()
    work(*given)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
