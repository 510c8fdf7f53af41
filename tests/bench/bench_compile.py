"""What each step from a template to a mail costs: ten two-column sections, and the same with an inlined sheet.

Each step is timed on the very input the step before made, warm. The ratio is to the reference compile alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from report import report, seconds

from templates.compile import personalise
from templates.compile.context import context_of
from templates.compile.engine import mjml_engine
from templates.compile.include import resolve_includes
from templates.compile.inline_css import inline_css
from templates.compile.mjml_python import PureEngine
from templates.compile.pipeline import build, build_tagged
from templates.compile.plain_text import plain_text
from templates.compile.source_map import MappedText

COLUMN = (
    '<mj-column><mj-image src="templates/x/images/a.png" alt="{{ item.name }}" /><mj-text css-class="note">'
    "<h2>{{ item.name }}</h2><p>Hello {{ contact.name }}, {{ item.text }}</p></mj-text>"
    '<mj-button href="https://example.com/{{ item.id }}?a=1&amp;b=2">Have a look</mj-button></mj-column>'
)
SECTION = f"{{% for item in items %}}<mj-section>{COLUMN * 2}</mj-section>{{% endfor %}}"
HEAD = "<mj-head><mj-title>{{ contact.name }}</mj-title><mj-preview>Ten things</mj-preview>{style}</mj-head>"
SHEET = "<mj-style>.note p { color: #333333 } .note h2 { margin: 0 }</mj-style>"
DATA = {"items": [{"id": n, "name": f"Item {n}", "text": "a few words about it. " * 8} for n in range(10)]}


def main() -> None:
    """Time the steps, the whole road, the tagged form and the fallback."""
    rows = []
    for label, style in (("media queries only", ""), ("with plain rules", SHEET)):
        times = _steps(f"<mjml>{HEAD.format(style=style)}<mj-body>{SECTION}</mj-body></mjml>")
        reference = times["MJML (V8)"]
        rows += [
            {"mail": label, "step": name, "ms": 1000 * value, "times MJML (V8)": value / reference}
            for name, value in times.items()
        ]
    report("compile", rows)


def _steps(text: str) -> dict[str, float]:
    names = context_of(DATA, contact={"name": "Zoë"}, segments=frozenset(), brand=None, sender={}, links={}, today=None)
    source = resolve_includes(text, "t.mjml")
    mjml = personalise.personalise(source, names).text
    html = mjml_engine().compile(mjml).html
    final = inline_css(html)
    whole = partial(build, text, data=DATA, contact={"name": "Zoë"})
    return {
        "include": seconds(partial(resolve_includes, text, "t.mjml")),
        "Jinja, text seen before": seconds(partial(personalise.personalise, source, names)),
        "Jinja, new text": seconds(partial(_cold_jinja, source, names)),
        "MJML (V8)": seconds(partial(mjml_engine().compile, mjml)),
        "MJML (pure Python)": seconds(partial(PureEngine().compile, mjml)),
        "inline": seconds(partial(inline_css, html)),
        "plain text": seconds(partial(plain_text, final)),
        f"build, warm ({len(final) // 1000} kB)": seconds(whole),
        "build_tagged": seconds(partial(build_tagged, text)),
    }


def _cold_jinja(source: MappedText, names: Mapping[str, Any]) -> None:
    personalise._template.cache_clear()
    personalise.personalise(source, names)


if __name__ == "__main__":
    main()
