"""Mails that no tool made, or that were made to be odd: what reaches a preview when people paste their HTML."""

from __future__ import annotations

import functools
from pathlib import Path

FOLDER = Path(__file__).parent / "odd_html"


@functools.cache
def odd_mails() -> dict[str, str]:
    """Name → HTML: the files of the folder, and what is too long to be one."""
    files = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.html"))}
    return files | {
        "nested-tables": _nested(60),
        "deep-nesting": "<div>" * 3000 + "deep down" + "</div>" * 3000,
        "much-css": _much_css(300_000),
        "hostile-selectors": _page("".join(f":not({':not(' * 30}.a{n}{')' * 30}){{color:red}}" for n in range(300))),
        "one-long-style": f'<p style="{";".join(f"x-{n}:{n}" for n in range(20_000))}">A long style</p>',
        "many-elements": "".join(f'<b style="color:#{n % 1000:03d}">w{n}</b> ' for n in range(10_000)),
        "embedded-picture": f'<p>Look<img alt="x" src="data:image/gif;base64,{"R0lGODlh" * 50_000}"></p>',
        "open-comment": "<p>before</p><!-- never closed <p>inside</p>",
        "open-conditional": "<p>before</p>" + "<!--[if mso]>" * 5_000 + "<p>inside</p>",
        "open-quote": '<p>before</p><a href="never closed><p>inside</p>',
        "odd-characters": "<p>Zoë \u200f\u202etxet\u202c 🎄 \x00\x0b\ufffe&#0;&nbsp;&unknown; end</p>",
        "nothing": "",
        "no-tags": "Just words, & a < sign.",
        "broken-css": "<style>b{color:red;}}} i{{{ @media { a{ } /* open</style><p style='color:;;:red;{}}'>Words</p>",
    }


def _page(css: str) -> str:
    return f"<html><head><style>{css}</style></head><body class=a><p class='a b'>Words</p></body></html>"


def _nested(depth: int) -> str:
    opening = '<table width="100%" style="padding:1px"><tr><td style="padding:0 1px;background:#fff url(a.png)">'
    return f"<body>{opening * depth}Inside{'</td></tr></table>' * depth}</body>"


def _much_css(size: int) -> str:
    rule = (
        ".block-{n} > td.cell-{n}:nth-child(2n) a[href^='http'], #id{n} .x{{color:#12{n:04d};position:absolute;"
        "background:url('a{n}.png');margin:0 -{n}px;font-size:1.5rem!important}}\n"
        "@media (max-width:{n}px) and (min-height:2px){{.block-{n}{{width:100%}}}}\n"
    )
    cell = '<tr class="block-{n}"><td class="cell-{n} x" id="id{n}">Cell {n}</td></tr>'
    css = "".join(rule.format(n=n) for n in range(size // 255))
    return f"<style>{css}</style><table>{''.join(cell.format(n=n) for n in range(300))}</table>"
