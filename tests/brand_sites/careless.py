"""A page as careless hands leave it: what every browser forgives."""

from __future__ import annotations

import random
import re


def careless(page: str, chance: random.Random) -> str:
    """Lose closing tags and quotes, shout some tags, close one element too often, begin with a byte order mark."""
    habits = (_without_closing, _without_quotes, _in_capitals, _closed_twice, _with_mark)
    for habit in chance.sample(habits, 2):
        page = habit(page)
    return page


def _without_closing(page: str) -> str:
    return re.sub(r"</(?:li|p|td|tr)>", "", page)


def _without_quotes(page: str) -> str:
    return re.sub(r'\b(class|id|width|height)="([\w-]+)"(?=[ >])', r"\1=\2", page)


def _in_capitals(page: str) -> str:
    return re.sub(r"<(/?)(a|img|div|link|meta)\b", lambda match: f"<{match[1]}{match[2].upper()}", page)


def _closed_twice(page: str) -> str:
    return page.replace("</header>", "</div></header>", 1).replace("</nav>", "</nav></span>", 1)


def _with_mark(page: str) -> str:
    return f"\ufeff{page}"
