"""Accounts: names of any kind, families, closing, and which of them pays for a template."""

from __future__ import annotations

import pytest

from templates.errors import InputError

ODD = [
    "a", "acme-paris", "Acme & Söhne", "100%", "under_score", "O'Hara", 'the "best"', "a;DROP TABLE account;--", "日本",
    "🍋", "{account}", "%(id)s", ":id", "\\", "x" * 64, "..",
]  # fmt: skip
NO_IDS = ["", " ", " a", "a ", "a/b", "/", "a\nb", "a\tb", "a\0b", "x" * 65, "a\u200bb", "\ud800"]


def test_odd_ids_and_names_are_only_text(book):
    """Quotes, per cent signs, underscores, braces, emoji: they neither break a query nor match something else."""
    for each in ODD:
        made = book.accounts.create(each, parent="agency", name=f" {each}  & ")
        assert (made.id, made.path, made.name) == (each, f"/agency/{each}/", f"{' '.join(each.split())} &")
        book.ledger.allocate("agency", each, 2, note=each, key=each)
        run = book.ledger.reserve(each, 1, key=each, template=each, run=each, actor=each)
        book.ledger.settle(run, 1, key=each, client=each)
        assert [account.id for account in book.accounts.tree(each)] == [each]
        assert book.balances(each) == [(1, 0, 1)]
    assert book.ledger.balance("agency").available == 1000 - 2 * len(ODD)
    assert book.ledger.audit() == []


def test_what_cannot_be_an_id_is_refused(sqlite_book):
    """With an example of one that can."""
    for each in NO_IDS:
        with pytest.raises(InputError, match=r"is no id for an account. Use up to 64 characters.*acme-paris"):
            sqlite_book.accounts.create(each)
    with pytest.raises(InputError, match="too long: at most 120"):
        sqlite_book.accounts.create("ok", name="x" * 121)
    assert [each.id for each in sqlite_book.accounts.tree()] == ["agency", "acme"]


def test_an_id_is_taken_once(book):
    """In the whole ledger; a parent that is not there is named."""
    with pytest.raises(InputError, match="There is an account acme already"):
        book.accounts.create("acme")
    with pytest.raises(InputError, match="There is no account nobody"):
        book.accounts.create("new", parent="nobody")


def test_the_tree_has_parents_before_their_children(book):
    """Those of one parent stay together, however their names sort beside a slash; a root may be chosen."""
    for each, parent in [("b", "agency"), ("acme-x", "agency"), ("acme sub", "acme"), ("other", None), ("Z", "acme")]:
        book.accounts.create(each, parent=parent)
    assert [(each.id, each.depth) for each in book.accounts.tree()] == [
        ("agency", 0), ("acme", 1), ("Z", 2), ("acme sub", 2), ("acme-x", 1), ("b", 1), ("other", 0),
    ]  # fmt: skip
    assert [each.id for each in book.accounts.tree("acme")] == ["acme", "Z", "acme sub"]


def test_accounts_may_be_eight_deep(book):
    """And no deeper."""
    parent = "acme"
    for depth in range(2, 8):
        assert book.accounts.create(f"a{depth}", parent=parent).depth == depth
        parent = f"a{depth}"
    with pytest.raises(InputError, match="at most"):
        book.accounts.create("a8", parent=parent)


def test_an_account_keeps_its_id_when_its_name_changes(book):
    """An empty name is the id."""
    assert book.accounts.rename("acme", " Acme  & Co ").name == "Acme & Co"
    assert book.accounts.rename("acme", "").name == "acme"
    with pytest.raises(InputError, match="There is no account nobody"):
        book.accounts.rename("nobody", "x")


def test_settings_are_kept_and_proved(book):
    """Who changed them stands in an entry; the same once more writes none."""
    for _ in range(2):
        made = book.accounts.change("acme", hard_limit=5, alert_levels=[90, 50, 90], actor="ann")
        assert (made.settings.hard_limit, made.settings.alert_levels) == (5, (50, 90))
    told = [(e.kind, e.actor, e.note) for e in book.ledger.history("acme")]
    assert told == [("setting", "ann", '{"alert_levels": [50, 90], "hard_limit": 5}')]
    assert book.accounts.change("acme", hard_limit=None, alert_levels=(80, 100)).settings == made.settings.changed(
        hard_limit=None, alert_levels=(80, 100)
    )
    assert book.ledger.audit() == []


def test_a_sub_account_is_in_its_parents_zone(book):
    """Unless it has its own."""
    book.accounts.change("agency", zone="Europe/Paris")
    assert book.accounts.create("b", parent="agency").settings.zone == "Europe/Paris"
    assert book.accounts.create("c", parent="agency", zone="UTC").settings.zone == "UTC"


def test_a_closed_account_gives_its_tokens_back(book):
    """It gets and spends no more until it is opened again; its history stays."""
    book.ledger.allocate("agency", "acme", 20)
    assert book.accounts.close("acme").closed
    assert book.balances("acme", "agency") == [(0, 0, 0), (1000, 0, 0)]
    for ask in (
        lambda: book.ledger.reserve("acme", 1, key="k"),
        lambda: book.ledger.allocate("agency", "acme", 1),
        lambda: book.ledger.grant("acme", 1, note="x"),
        lambda: book.accounts.create("below", parent="acme"),
    ):
        with pytest.raises(InputError, match=r"The account acme is closed. Open it again"):
            ask()
    assert not book.accounts.reopen("acme").closed
    assert book.ledger.allocate("agency", "acme", 1).available == 1
    book.accounts.close("acme")
    assert book.kinds("acme") == ["allocate", "return", "allocate", "return"]
    assert book.ledger.audit() == []


def test_what_a_run_had_set_aside_comes_back_from_a_closed_account(book):
    """By hand, as soon as the run has ended."""
    book.ledger.allocate("agency", "acme", 20)
    run = book.ledger.reserve("acme", 5, key="run")
    book.accounts.close("acme")
    book.ledger.release(run)
    assert book.ledger.give_back("acme", "agency", 5) == (0, 0, 0)


def test_the_account_that_a_template_or_its_brand_is_tied_to_pays(book):
    """The template counts more than the brand, a closed account does not count, and without any the root pays."""
    book.accounts.create("bolt", parent="agency")
    book.accounts.tie("acme", brands=["acme", "acme"], templates=["promo.*"])
    book.accounts.tie("bolt", brands=["bolt"], templates=["welcome.fr"])
    assert book.accounts.ties("acme") == {"brand": ("acme",), "template": ("promo.*",)}

    def payer(root, *, template, brand=""):
        return book.accounts.payers(root).of(template, lambda: brand)

    assert payer("agency", template="promo.en", brand="bolt") == "acme"
    assert payer("agency", template="welcome.fr", brand="acme") == "bolt"
    assert payer("agency", template="welcome.en", brand="acme") == "acme"
    assert payer("agency", template="welcome.en") == "agency"
    assert payer("acme", template="welcome.fr", brand="bolt") == "acme"
    book.accounts.close("acme")
    assert payer("agency", template="promo.en", brand="acme") == "agency"
    book.accounts.tie("bolt")
    assert payer("agency", template="welcome.fr", brand="bolt") == "agency"


def test_the_first_account_of_a_ledger_is_made_once(database_url):
    """With its tokens; whoever comes second finds it."""
    from renderers.budget.accounts import Accounts
    from renderers.budget.ledger import Ledger

    accounts = Accounts(database_url)
    assert accounts.begin("own", name="Own", zone="Europe/Paris", tokens=1000)
    assert not accounts.begin("other", name="Other", zone="UTC", tokens=1000)
    assert [(each.id, each.settings.zone) for each in accounts.tree()] == [("own", "Europe/Paris")]
    ledger = Ledger(accounts.store)
    assert (ledger.balance("own"), ledger.audit()) == ((1000, 0, 0), [])
    ledger.close()
