"""One account at a glance: what it has, how long that lasts, and where its tokens went."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.language import current_language
from desktop.tokens.bar_list import BarList
from desktop.tokens.bars import Legend, StackedBar
from desktop.tokens.facts import ShownAccount, TokenFacts
from desktop.tokens.overview_reading import Overview
from desktop.tokens.period import PERIODS, PeriodChoice
from desktop.tokens.rights import why_not
from desktop.tokens.words import alert_words, day_text, figures, forecast_words, parts_of, tokens_ahead
from desktop.widgets import GRID, IconLabel, Translated, button, label, set_role, styled
from renderers.budget.spending import By, Spent
from renderers.budget.words import client_name

ORDER: tuple[By, ...] = ("template", "client", "person", "account")


class OverviewPage(Translated, QScrollArea):
    """Shows what it is told; ``wanted`` asks for another period."""

    wanted = Signal()
    first_wanted = Signal()
    """A sub-account is to be made."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shown: ShownAccount | None = None
        self._facts: TokenFacts | None = None
        self._overview: Overview | None = None
        self.left, self.unit = label("title"), label("muted")
        self.bar, self.legend = StackedBar(12), Legend(with_figures=True)
        self.forecast, self.month, self.ending = label(wrap=True), label("muted", wrap=True), label("muted", wrap=True)
        self.alerts = label("warning", wrap=True)
        self.spending, self.period = label("heading"), PeriodChoice(list(PERIODS), "month")
        self.lists: dict[By, BarList] = {by: BarList() for by in ORDER}
        self.hint, self.make = styled(QFrame(), "card"), button()
        self.hint_title, self.hint_text = label("strong"), label("muted", wrap=True)
        self.make.clicked.connect(self.first_wanted)
        self.period.picked.connect(self.wanted)
        self._grid = QGridLayout()
        self._lay_out()
        self.retranslate()

    def show_account(self, shown: ShownAccount, facts: TokenFacts) -> None:
        """Show an account; what the last overview said of another one is taken away."""
        self.shown, self._facts = shown, facts
        if self._overview is not None and self._overview.account != shown.account.id:
            self._overview = None
        self._say()

    def show_overview(self, overview: object) -> None:
        """Show what was read, if it is still what is looked at."""
        wanted = self.shown.account.id if self.shown else ""
        if isinstance(overview, Overview) and (overview.account, overview.period) == (wanted, self.period.period):
            self._overview = overview
            self._say()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Overview"))
        self.spending.setText(self.tr("Where tokens went"))
        titles = (self.tr("Templates"), self.tr("E-mail clients"), self.tr("People"), self.tr("Accounts"))
        for by, title in zip(ORDER, titles, strict=True):
            self.lists[by].name(title, self.tr("Nothing was spent in this time."))
        self.hint_title.setText(self.tr("Share tokens between clients or teams"))
        self.hint_text.setText(
            self.tr(
                "A sub-account has tokens of its own, a monthly budget if you like, and pays for the brands and "
                "templates that you choose. Nobody can spend more than it has, and each sees where they went."
            )
        )
        self.make.setText(self.tr("Make a sub-account…"))
        self._say()

    def _say(self) -> None:
        shown, facts = self.shown, self._facts
        if shown is None or facts is None:
            return
        balance, parts = shown.standing.balance, parts_of(shown)
        self.left.setText(number_text(balance.available))
        self.unit.setText(self.tr("left in {account}").format(account=shown.account.name))
        if not facts.children(shown.account.id):
            parts.pop("allocated")
        self.bar.show_parts(parts, figures(shown))
        self.legend.show_parts(parts)
        self._say_month(shown)
        self.hint.setVisible(len(facts.accounts) == 1 and not why_not("new", shown, facts))
        self._show_accounts(with_them=bool(facts.children(shown.account.id)))
        self._say_overview(shown, facts)

    def _show_accounts(self, *, with_them: bool) -> None:
        """Without sub-accounts the people have the whole line."""
        self.lists["account"].setVisible(with_them)
        self._grid.addWidget(self.lists["person"], 1, 0, 1, 1 if with_them else 2)

    def _say_month(self, shown: ShownAccount) -> None:
        used, limit = number_text(shown.standing.used), shown.month_limit
        said = self.tr("{used} used this month.").format(used=used)
        if limit is None and shown.allocated:
            said = self.tr("{used} used this month, apart from what sub-accounts used of their own.").format(used=used)
        elif limit is not None:
            said = self.tr("{used} of {limit} used this month.").format(used=used, limit=number_text(limit))
        self.month.setText(said)
        set_role(self.month, "danger" if shown.is_at_limit else "muted")
        ends = [
            self.tr("{n} can be used until {day}.").format(n=number_text(n), day=day_text(day))
            for day, n in shown.standing.ending
        ]
        self.ending.setText(" ".join(ends))
        self.ending.setVisible(bool(ends))

    def _say_overview(self, shown: ShownAccount, facts: TokenFacts) -> None:
        overview = self._overview
        self.forecast.setText(forecast_words(overview.forecast, tokens_ahead(shown)) if overview else " ")
        self.alerts.setText("\n".join(alert_words(each) for each in overview.alerts) if overview else "")
        self.alerts.setVisible(bool(self.alerts.text()))
        for by, list_ in self.lists.items():
            rows = overview.spending[by] if overview else []
            list_.show_rows([(self._name(by, each, facts), each.n) for each in rows])
            list_.nothing.setVisible(bool(overview) and not rows)

    def _name(self, by: By, spent: Spent, facts: TokenFacts) -> str:
        if not spent.name:
            return self.tr("Not known")
        if by == "account":
            return facts.title(spent.name)
        return client_name(spent.name, current_language()) if by == "client" else spent.name

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(GRID)
        number.addWidget(self.left)
        number.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        number.addStretch()
        card = styled(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID)
        inside.addLayout(number)
        inside.addWidget(self.bar)
        inside.addWidget(self.legend)
        inside.addSpacing(4)
        for each in (self.forecast, self.month, self.ending, self.alerts):
            inside.addWidget(each)
        head = QHBoxLayout()
        head.addWidget(self.spending, 1)
        head.addWidget(self.period)
        grid = self._grid
        grid.setSpacing(2 * GRID)
        for place, by in enumerate(ORDER):
            grid.addWidget(self.lists[by], place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for part in (card, self._hint_card()):
            column.addWidget(part)
        column.addLayout(head)
        column.addLayout(grid)
        column.addStretch()
        self.setWidget(whole)

    def _hint_card(self) -> QFrame:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.hint_title)
        texts.addWidget(self.hint_text)
        row = QHBoxLayout(self.hint)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(2 * GRID)
        row.addWidget(IconLabel("users", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.make)
        return self.hint
