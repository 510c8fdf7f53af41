"""What rendering costs and what came of it, in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop.dynamic.coverage.words import number_text
from desktop.errors import explain
from desktop.language import QT_TRANSLATE_NOOP, current_language
from desktop.proofs.quote import Quote
from desktop.proofs.rendering import Outcome
from renderers.budget.payer import Payer
from renderers.clients.profile import profile
from renderers.clients.words import profile_name


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def new(self, n: int) -> str:
        return self.tr("%Ln new picture(s)", "", n) if n else self.tr("No new picture")

    def cached(self, n: int) -> str:
        return self.tr("%Ln from cache", "", n)

    def tokens(self, n: int) -> str:
        return self.tr("%Ln token(s)", "", n)

    def left(self, n: int) -> str:
        return self.tr("%Ln left", "", n)

    def cost(self, n: int) -> str:
        return self.tr("%Ln new picture(s) cost", "", n)

    def are_left(self, n: int) -> str:
        return self.tr("%Ln are left", "", n)

    def pictures(self, n: int) -> str:
        return self.tr("%Ln picture(s)", "", n)

    def try_again(self, n: int) -> str:
        return self.tr("Try the %Ln failed one(s) again", "", n)

    def only(self, n: int) -> str:
        return self.tr("Only %Ln picture(s)", "", n)

    def failed(self, n: int) -> str:
        return self.tr("%Ln failed", "", n)

    def charged(self, n: int) -> str:
        return self.tr("%Ln token(s) charged", "", n)

    def clients(self, n: int) -> str:
        return self.tr("%Ln client(s)", "", n)

    def cover(self, n: int) -> str:
        return self.tr("%Ln of them cover(s)", "", n)

    def left_out(self, n: int) -> str:
        return self.tr("%Ln client(s) left out", "", n)

    def unbuilt(self, n: int) -> str:
        return self.tr("%Ln picture(s) cannot be taken, because the mail does not compile; they cost nothing.", "", n)


counted = _Counted()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Proofs", text)


def cost_words(quote: Quote) -> str:
    """Such as “12 new pictures, 40 from cache: 12 tokens, 188 left”; with each account's name where several pay."""
    plan = quote.plan
    parts = [counted.new(len(plan.new))] + ([counted.cached(plan.cached)] if plan.cached else [])
    took = ", ".join(parts)
    colon = _tr(QT_TRANSLATE_NOOP("Proofs", "{pictures}: {cost}"))
    return colon.format(pictures=took, cost="; ".join(_share(each, quote) for each in quote.payers))


def _share(payer: Payer, quote: Quote) -> str:
    free = _tr(QT_TRANSLATE_NOOP("Proofs", "costs nothing"))
    said = counted.tokens(payer.cost.tokens) if payer.cost.tokens else free
    shared = f"{said}, {counted.left(max(0, payer.cost.left))}"
    if len(quote.payers) == 1:
        return shared
    return _tr(QT_TRANSLATE_NOOP("Proofs", "{account} {share}")).format(account=payer.name, share=shared)


def refusal_words(quote: Quote, payer: Payer) -> str:
    """Why it cannot be paid, and what to do: “8 new pictures cost 8 tokens and 5 are left: choose fewer …”."""
    cost = payer.cost
    if len(quote.payers) == 1:
        begin = _tr(QT_TRANSLATE_NOOP("Proofs", "{pictures} {tokens} and {left}"))
        first = begin.format(
            pictures=counted.cost(len(quote.plan.new)),
            tokens=counted.tokens(cost.tokens),
            left=counted.are_left(cost.available),
        )
    else:
        begin = _tr(QT_TRANSLATE_NOOP("Proofs", "{account} would pay {tokens} and {left}"))
        first = begin.format(
            account=payer.name, tokens=counted.tokens(cost.tokens), left=counted.are_left(cost.available)
        )
    if payer.is_limited:
        wait = QT_TRANSLATE_NOOP(
            "Proofs",
            "{refused} this month: choose fewer clients, wait for the next month, or ask for a higher limit.",
        )
        return _tr(wait).format(refused=first)
    rest = QT_TRANSLATE_NOOP("Proofs", "{refused}: choose fewer clients, or get more tokens for {account}.")
    return _tr(rest).format(refused=first, account=payer.name)


def share_words(quote: Quote) -> str:
    """Such as “62 clients, 17 pictures; 9 of them cover 94% of your audience.”; empty where nothing is shared."""
    if quote.clients < 2:
        return ""
    told = {"clients": counted.clients(quote.clients), "pictures": counted.pictures(quote.plan.pictures)}
    if not quote.first:
        is_shared = quote.plan.pictures < sum(map(len, quote.plan.groups.values()))
        return _tr(QT_TRANSLATE_NOOP("Proofs", "{clients}, {pictures}.")).format(**told) if is_shared else ""
    share = percent_text(quote.first[-1].total)
    if len(quote.first) == quote.plan.pictures:
        return _tr(QT_TRANSLATE_NOOP("Proofs", "{clients}, {pictures}: {share} of your audience.")).format(
            share=share, **told
        )
    pattern = QT_TRANSLATE_NOOP("Proofs", "{clients}, {pictures}; {some} {share} of your audience.")
    return _tr(pattern).format(some=counted.cover(len(quote.first)), share=share, **told)


def budget_words(quote: Quote) -> str:
    """Such as “Covers 94% of your audience; 45 clients left out.”; empty where nobody is left out."""
    selection = quote.selection
    if selection is None or not selection.left_out:
        return ""
    left_out = counted.left_out(len(selection.left_out))
    if selection.covered is None:
        return _tr(QT_TRANSLATE_NOOP("Proofs", "{left_out}.")).format(left_out=left_out)
    pattern = QT_TRANSLATE_NOOP("Proofs", "Covers {share} of your audience; {left_out}.")
    return _tr(pattern).format(share=percent_text(selection.covered), left_out=left_out)


def selection_names(quote: Quote) -> str:
    """By name: the pictures that cover most, and the clients that are left out; for a tip."""
    language = current_language()
    blocks = []
    if quote.first:
        lines = [f"{percent_text(each.share)}  {_names(each.clients, language)}" for each in quote.first]
        blocks.append("\n".join(lines))
    if quote.selection and quote.selection.left_out:
        left_out = _tr(QT_TRANSLATE_NOOP("Proofs", "Left out: {names}"))
        blocks.append(left_out.format(names=_names(quote.selection.left_out, language)))
    return "\n\n".join(blocks)


def _names(clients: Sequence[str], language: str) -> str:
    return " · ".join(profile_name(profile(each), language) for each in clients)


def percent_text(share: float) -> str:
    """A part of one as people read it, never rounded up to what is not reached: “94%”, “3.5%”."""
    tenths = int(share * 1000 + 1e-6)
    whole = tenths >= 100 or not tenths % 10
    number = number_text(tenths // 10) if whole else QLocale(current_language()).toString(tenths / 10, "f", 1)
    return _tr(QT_TRANSLATE_NOOP("Proofs", "{n}%")).format(n=number)


def notes(quote: Quote) -> Iterator[tuple[str, bool]]:
    """Yield what else is to know before paying, and whether it is a warning."""
    for words, warns in ((budget_words(quote), True), (share_words(quote), False)):
        if words:
            yield words, warns
    for payer in quote.payers:
        if payer.passes_soft_limit:
            said = _tr(
                QT_TRANSLATE_NOOP("Proofs", "{account} will have used {used} this month; its soft limit is {limit}.")
            )
            used, limit = payer.used + payer.cost.tokens, payer.soft_limit or 0
            yield said.format(account=payer.name, used=counted.tokens(used), limit=number_text(limit)), True
    if quote.plan.failed:
        yield counted.unbuilt(quote.plan.failed), True
    for notice in quote.plan.notices:
        yield explain(notice, current_language()), True
    if len(quote.payers) == 1:
        yield _tr(QT_TRANSLATE_NOOP("Proofs", "{account} pays.")).format(account=quote.payers[0].name), False
    for payer in quote.payers:
        for name, n in payer.pools:
            said = _tr(QT_TRANSLATE_NOOP("Proofs", "{tokens} of it from the pool of {account}."))
            yield said.format(tokens=counted.tokens(n), account=name), False


def outcome_words(outcome: Outcome) -> str:
    """What came of a run: “10 pictures, 2 failed: 10 tokens charged”."""
    parts = [counted.pictures(outcome.pictures)]
    if outcome.cached and outcome.cached == outcome.pictures:
        parts.append(_tr(QT_TRANSLATE_NOOP("Proofs", "all from cache")))
    elif outcome.cached:
        parts.append(counted.cached(outcome.cached))
    if outcome.failed:
        parts.append(counted.failed(outcome.failed))
    free = _tr(QT_TRANSLATE_NOOP("Proofs", "nothing charged"))
    colon = _tr(QT_TRANSLATE_NOOP("Proofs", "{pictures}: {cost}"))
    said = colon.format(pictures=", ".join(parts), cost=counted.charged(outcome.charged) if outcome.charged else free)
    if not outcome.stopped:
        return said
    return _tr(QT_TRANSLATE_NOOP("Proofs", "Stopped. {said}; what is there is kept.")).format(said=said)
