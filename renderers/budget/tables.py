"""The ledger's tables, as queries name them. Their history is in ``migrations/versions``; a test compares the two.

What is true are the entries. Buckets and the counters of an account are their sums, kept so that a balance is one row
and cannot fall below nothing; ``audit`` recomputes them.
"""

from __future__ import annotations

import sqlalchemy as sa

from templates.store.tables import Moment, naming

metadata = sa.MetaData(naming_convention=naming)

account = sa.Table(
    "account",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("parent", sa.String, sa.ForeignKey("account.id"), nullable=True),
    sa.Column("path", sa.String, nullable=False, unique=True),  # "/agency/acme/": an account's path begins its subs'
    sa.Column("name", sa.String, nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("closed", sa.Boolean, nullable=False),
    sa.Column("settings", sa.String, nullable=False),  # JSON of AccountSettings
    sa.Column("month", sa.String, nullable=False),  # the last month that the monthly budget was given for: "2026-11"
    sa.Column("alerted", sa.Integer, nullable=False),  # the highest level, in per cent, that was told in `alert_month`
    sa.Column("alert_month", sa.String, nullable=False),
    sa.Column("entries", sa.Integer, nullable=False),  # the number of the last entry
    sa.Column("head", sa.String, nullable=False),  # its hash
    sa.Column("last_at", Moment, nullable=True),  # its time, or that of the last sign of a run
    sa.Column("due_at", Moment, nullable=True),  # nothing runs out before: no lease, no tokens, no month
)

bucket = sa.Table(
    "ledger_bucket",
    metadata,
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), primary_key=True),
    sa.Column("expires", sa.String, primary_key=True),  # the last day, "2026-12-31"; "" for tokens that stay
    sa.Column("available", sa.BigInteger, sa.CheckConstraint("available >= 0", name="available"), nullable=False),
    sa.Column("reserved", sa.BigInteger, sa.CheckConstraint("reserved >= 0", name="reserved"), nullable=False),
    sa.Column("spent", sa.BigInteger, sa.CheckConstraint("spent >= 0", name="spent"), nullable=False),
)

reservation = sa.Table(
    "ledger_reservation",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), nullable=False),
    sa.Column("key", sa.String, nullable=False),
    sa.Column("wanted", sa.BigInteger, nullable=False),
    sa.Column("lease_s", sa.Float, nullable=False),
    sa.Column("lease_until", Moment, nullable=False),
    sa.Column("state", sa.String, nullable=False),  # open, settled, released, lapsed
    sa.Column("actor", sa.String, nullable=False),
    sa.Column("template", sa.String, nullable=False),
    sa.Column("run", sa.String, nullable=False),
    sa.UniqueConstraint("account", "key"),
)
sa.Index("ix_ledger_reservation_open", reservation.c.state, reservation.c.lease_until)

entry = sa.Table(
    "ledger_entry",
    metadata,
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),  # 1, 2, 3 … of this account
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("available", sa.BigInteger, nullable=False),  # what the entry adds, or takes when negative
    sa.Column("reserved", sa.BigInteger, nullable=False),
    sa.Column("spent", sa.BigInteger, nullable=False),
    sa.Column("expires", sa.String, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("actor", sa.String, nullable=False),
    sa.Column("login", sa.String, nullable=False),  # of the database; "" on one machine
    sa.Column("payer", sa.String, nullable=False),  # whose reservation it is: a sub-account may draw on the pool
    sa.Column("other", sa.String, nullable=False),  # the account on the other side of an allocation
    sa.Column("reservation", sa.String, nullable=False, index=True),
    sa.Column("template", sa.String, nullable=False),
    sa.Column("run", sa.String, nullable=False),
    sa.Column("client", sa.String, nullable=False),
    sa.Column("note", sa.String, nullable=False),
    sa.Column("key", sa.String, nullable=False),
    sa.Column("part", sa.Integer, nullable=False),  # an operation on several buckets is several entries
    sa.Column("hash", sa.String, nullable=False),
    sa.UniqueConstraint("key", "account", "part"),  # the key first: a charge is found by it, whoever's tokens paid
)
sa.Index("ix_ledger_entry_payer", entry.c.payer, entry.c.at)

member = sa.Table(
    "account_member",
    metadata,
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), primary_key=True),
    sa.Column("login", sa.String, primary_key=True),
    sa.Column("rank", sa.Integer, nullable=False),
)

tie = sa.Table(
    "account_tie",
    metadata,
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), primary_key=True),
    sa.Column("kind", sa.String, primary_key=True),  # brand, template
    sa.Column("name", sa.String, primary_key=True),
)

alert = sa.Table(
    "ledger_alert",
    metadata,
    sa.Column("account", sa.String, sa.ForeignKey(account.c.id), primary_key=True),
    sa.Column("month", sa.String, primary_key=True),
    sa.Column("level", sa.Integer, primary_key=True),  # per cent
    sa.Column("at", Moment, nullable=False),
    sa.Column("used", sa.BigInteger, nullable=False),
    sa.Column("of", sa.BigInteger, nullable=False),
)
