"""Documented facts about clients, each as a small mail and what the client leaves of it: tests/vectors/README.md."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from renderers.clients.pipeline import client_html

FACTS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "client-facts.json").read_text(encoding="utf-8")
)
_REPEAT = re.compile(r"\[\[repeat (\d+)\|(.*?)\]\]", re.DOTALL)

# One frame after the other, in one page: a page for each mail takes ten times as long. Scripts do not run in them.
_COMPUTED = """
mails => mails.map(([html, checks]) => {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-same-origin";
  frame.width = 800;
  frame.height = 600;
  document.body.append(frame);
  const mail = frame.contentDocument;
  mail.open();
  mail.write(html);
  mail.close();
  const found = checks.map(({ selector, property, exists }) => {
    const element = mail.querySelector(selector);
    if (exists !== undefined) return Boolean(element);
    return element && frame.contentWindow.getComputedStyle(element).getPropertyValue(property);
  });
  frame.remove();
  return found;
})
"""


@functools.cache
def shown(at: int) -> str:
    """Return what the client shows of the mail of a fact."""
    fact = FACTS[at]
    mail = _REPEAT.sub(lambda match: match[2] * int(match[1]), fact["input"])
    return client_html(mail, fact["profile"], mode=fact["mode"], old=fact["status"] == "old").html


def folded(html: str) -> str:
    """Return a text without the differences that say nothing: case, blanks, quotes, last semicolons."""
    text = re.sub(r"\s+", " ", html.replace("&quot;", '"').replace("'", '"').lower())
    return re.sub(r";+(?=[\"}])", "", re.sub(r" ?([{};:,>!]) ?", r"\1", text))


def stands_in(wanted: str, text: str) -> bool:
    """Whether a literal, or behind ``re:`` a pattern, is found in a folded text."""
    pattern = wanted.removeprefix("re:")
    return folded(wanted) in text if pattern is wanted else bool(re.search(pattern, text, re.DOTALL))


@pytest.mark.parametrize("at", range(len(FACTS)), ids=[fact["id"] for fact in FACTS])
def test_the_text_is_as_reported(at):
    """What must be there is there, and what the client takes out is gone."""
    text = folded(shown(at))
    assert [each for each in FACTS[at]["must_contain"] if not stands_in(each, text)] == []
    assert [each for each in FACTS[at]["must_not_contain"] if stands_in(each, text)] == []


@pytest.mark.browser
def test_the_browser_sees_it_as_reported(browser_path):
    """Elements that exist, and properties as they are computed, in both colour schemes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(offline=True).new_page()
        page.set_content('<!DOCTYPE html><html style="color-scheme:light dark"><body></body></html>')
        wrong = [*_wrong(page, dark=False), *_wrong(page, dark=True)]
        browser.close()
    assert wrong == []


def _wrong(page: Page, *, dark: bool) -> Iterator[tuple[str, dict[str, Any], object]]:
    """Yield each check that fails, with the id of the fact and what was found."""
    page.emulate_media(color_scheme="dark" if dark else "light")
    facts = [at for at, fact in enumerate(FACTS) if fact["computed"] and (fact["mode"] == "dark") == dark]
    found = page.evaluate(_COMPUTED, [[shown(at), FACTS[at]["computed"]] for at in facts])
    for at, values in zip(facts, found, strict=True):
        yield from ((FACTS[at]["id"], check, value) for check, value in _failing(FACTS[at]["computed"], values))


def _failing(checks: Iterable[dict[str, Any]], values: Iterable[object]) -> Iterator[tuple[dict[str, Any], object]]:
    for check, value in zip(checks, values, strict=True):
        right = value == check["exists"] if "exists" in check else value is not None and _fits(check, value)
        if not right:
            yield check, value


def _fits(check: dict[str, Any], value: object) -> bool:
    return bool(value == check["is"] if "is" in check else value != check["is_not"])
