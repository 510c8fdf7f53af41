"""Declarations that a client removes or rewrites, in style attributes and in style blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.raw import has_comment, open_comments
from renderers.clients.features.verdicts import shown
from renderers.clients.html.tree import Element
from renderers.clients.mail import OWN, Mail
from renderers.clients.notes import NotedSettings, noted
from renderers.clients.rules.declaration_rule import DeclarationRule
from renderers.clients.rules.rewritten import Made, Rewritten
from renderers.clients.rules.rule import Told
from renderers.clients.rules.sheets import rewrite_blocks
from renderers.clients.stage import Stage
from renderers.clients.support import Table, table

_ANY = ("*",)


class Declarations(NotedSettings):
    """Beside what notes tell.

    An attribute goes that holds a comment (``comment_removes_attribute``), one of the ``fatal_signs`` or a ``url()``
    (``fatal_urls``). ``comments_in_values_opened``: what is in comments of attributes is read.
    ``word_after_bang_ignored``: ``red !any`` is red. ``unimportant_after_blank``: these properties lose an
    ``!important`` that follows a blank. ``unquoted_url_removed``: these, in attributes, go with an address without
    quotes.
    """

    comment_removes_attribute: bool = False
    comments_in_values_opened: bool = False
    word_after_bang_ignored: bool = False
    fatal_signs: str = ""
    fatal_urls: bool = False
    unimportant_after_blank: tuple[str, ...] = ()
    unquoted_url_removed: tuple[str, ...] = ()


def apply(mail: Mail, settings: Declarations) -> Iterable[Change]:
    """Rewrite attributes and blocks."""
    rewritten, is_quiet = _rewritten(settings.model_dump_json(), mail.client.caniemail, table())
    for element in mail.with_style():
        if not is_quiet(element.get("style", "")) and OWN not in element.attrib:
            yield from _attribute(mail, element, settings, rewritten)
    if rewritten.rules:
        for element, made in rewrite_blocks(mail, rewritten.sheet):
            yield _said(mail, element, made)


@lru_cache(maxsize=128)
def _rewritten(settings: str, client: str, rows: Table) -> tuple[Rewritten, Callable[[str], bool]]:
    """Return the client's rules, and what tells that a style attribute stays as it is: most do."""
    given = Declarations.model_validate_json(settings)
    rules = (*_own_rules(given), *noted(given, client, rows, DeclarationRule))
    fatal_first = sorted(rules, key=lambda each: each.rule.then != "attribute-removed")
    rewritten = Rewritten(tuple(fatal_first))

    def is_quiet(text: str) -> bool:
        return "/*" not in text and not any(sign in text for sign in given.fatal_signs) and not rewritten.style(text)[1]

    return rewritten, lru_cache(maxsize=8192)(is_quiet)


def _own_rules(given: Declarations) -> Iterator[Told[DeclarationRule]]:
    if given.fatal_urls:
        rule = DeclarationRule(properties=_ANY, functions=("url",), where="attribute", then="attribute-removed")
        yield Told(rule, "declarations.fatal_urls")
    if given.word_after_bang_ignored:
        rule = DeclarationRule(properties=_ANY, holding="word-after-bang", then="bang-removed")
        yield Told(rule, "declarations.word_after_bang_ignored")
    if given.unimportant_after_blank:
        rule = DeclarationRule(properties=given.unimportant_after_blank, important="spaced", then="unimportant")
        yield Told(rule, "declarations.unimportant_after_blank")
    if given.unquoted_url_removed:
        rule = DeclarationRule(properties=given.unquoted_url_removed, holding="unquoted-url", where="attribute")
        yield Told(rule, "declarations.unquoted_url_removed")


def _attribute(mail: Mail, element: Element, settings: Declarations, rewritten: Rewritten) -> Iterator[Change]:
    text = element.get("style", "")
    fatal = _fatal(mail, element, settings, text)
    if fatal:
        yield fatal
        mail.set_style(element, ())
        return
    read = open_comments(text) if settings.comments_in_values_opened else text
    declarations, made = rewritten.style(read)
    if made or read != text:
        mail.set_style(element, declarations)
    for each in made:
        yield _said(mail, element, each)
    if read != text:
        yield mail.change(
            "declarations.comments_in_values_opened",
            "Comments inside values of the style attribute are read as part of the value.",
            element,
        )


def _fatal(mail: Mail, element: Element, settings: Declarations, text: str) -> Change | None:
    if settings.comment_removes_attribute and has_comment(text):
        return mail.change(
            "declarations.comment_removes_attribute",
            "The whole style attribute is removed: it holds a comment.",
            element,
        )
    sign = next((each for each in settings.fatal_signs if each in text), "")
    if sign:
        return mail.change(
            "declarations.fatal_signs", "The whole style attribute is removed: it holds {sign}.", element, sign=sign
        )
    return None


def _said(mail: Mail, element: Element, made: Made) -> Change:
    rule, evidence, code = made.told.name, made.told.evidence, shown(made.before.raw)
    if made.told.rule.then == "attribute-removed":
        what = mail.change(
            rule, "The whole style attribute is removed: it holds {code}.", element, evidence=evidence, code=code
        )
    elif made.after is None:
        what = mail.change(rule, "{code} is removed: it is not read.", element, evidence=evidence, code=code)
    elif code == shown(made.after.raw):
        what = mail.change(rule, "{code} loses a part that is not read.", element, evidence=evidence, code=code)
    elif made.before.important and not made.after.important:
        what = mail.change(rule, "{code} loses its importance.", element, evidence=evidence, code=code)
    else:
        what = mail.change(
            rule, "{code} becomes {after}.", element, evidence=evidence, code=code, after=shown(made.after.raw)
        )
    return what


STAGE = Stage("declarations", Declarations, apply)
