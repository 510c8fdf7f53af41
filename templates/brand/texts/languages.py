"""The page's language: what it declares, and what its words say where that is a template's leftover."""

from __future__ import annotations

import re
from collections import Counter

from templates.brand.evidence import Candidate, merged
from templates.brand.reading.page import Page, words
from templates.brand.reading.words import words as word_list

TAG = re.compile(r"^[a-z]{2,3}(?:[-_][a-z0-9]+)*$", re.I)
SPOKEN = ("en", "fr", "de", "es", "it", "nl", "pt")
ENOUGH, MANY, CLEARLY = 6, 24, 3.0  # everyday words to be believed, to be sure, and how many times the next language's


def find_languages(page: Page) -> tuple[Candidate, ...]:
    """Ranked languages as two or three letters, such as ``fr``."""
    declared = [
        (page.root.get("lang") or page.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "html lang", 0.9),
        *((content, "og:locale", 0.5) for content in page.meta("og:locale")),
        *(
            (element.get("content", ""), "content-language", 0.5)
            for element in page.select("meta[http-equiv=content-language i]")
        ),
        *((content, "meta", 0.4) for content in page.meta("language", "inlanguage")),
    ]
    votes = [
        Candidate(re.split(r"[-_]", tag.strip())[0].lower(), source, score, source)
        for tag, source, score in declared
        if TAG.match(tag.strip())
    ]
    return merged([*votes, *_spoken(page)])


def _spoken(page: Page) -> list[Candidate]:
    """The language whose everyday words the page is full of: it outweighs a template's ``lang`` that nobody changed."""
    seen = Counter(re.findall(r"[^\W\d_]+", words(page.root)[:40_000].lower()))
    counts = {language: sum(seen[word] for word in word_list(f"everyday-{language}")) for language in SPOKEN}
    (best, most), (_, next_most) = Counter(counts).most_common(2)
    if most < ENOUGH or most < CLEARLY * next_most:
        return []
    return [Candidate(best, "words of the page", 0.97 if most >= MANY else 0.85, "body")]
