"""Accounts, and the ledger of their tokens."""

import sqlalchemy as sa
from alembic import op

revision = "m0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "account",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("parent", sa.String, nullable=True),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
        sa.Column("settings", sa.String, nullable=False),
        sa.Column("month", sa.String, nullable=False),
        sa.Column("alerted", sa.Integer, nullable=False),
        sa.Column("alert_month", sa.String, nullable=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("head", sa.String, nullable=False),
        sa.Column("last_at", sa.DateTime, nullable=True),
        sa.Column("due_at", sa.DateTime, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.ForeignKeyConstraint(["parent"], ["account.id"], name="fk_account_parent"),
        sa.UniqueConstraint("path", name="uq_account_path"),
    )
    op.create_table(
        "ledger_bucket",
        sa.Column("account", sa.String, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("available", sa.BigInteger, nullable=False),
        sa.Column("reserved", sa.BigInteger, nullable=False),
        sa.Column("spent", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("account", "expires", name="pk_ledger_bucket"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_ledger_bucket_account"),
        sa.CheckConstraint("available >= 0", name=op.f("ck_ledger_bucket_available")),
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_ledger_bucket_reserved")),
        sa.CheckConstraint("spent >= 0", name=op.f("ck_ledger_bucket_spent")),
    )
    op.create_table(
        "ledger_reservation",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("wanted", sa.BigInteger, nullable=False),
        sa.Column("lease_s", sa.Float, nullable=False),
        sa.Column("lease_until", sa.DateTime, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_reservation"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_ledger_reservation_account"),
        sa.UniqueConstraint("account", "key", name="uq_ledger_reservation_account_key"),
    )
    op.create_table(
        "ledger_entry",
        sa.Column("account", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("available", sa.BigInteger, nullable=False),
        sa.Column("reserved", sa.BigInteger, nullable=False),
        sa.Column("spent", sa.BigInteger, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("login", sa.String, nullable=False),
        sa.Column("payer", sa.String, nullable=False),
        sa.Column("other", sa.String, nullable=False),
        sa.Column("reservation", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.Column("client", sa.String, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("account", "number", name="pk_ledger_entry"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_ledger_entry_account"),
        sa.UniqueConstraint("key", "account", "part", name="uq_ledger_entry_key_account_part"),
    )
    op.create_index("ix_ledger_entry_reservation", "ledger_entry", ["reservation"])
    op.create_table(
        "account_member",
        sa.Column("account", sa.String, nullable=False),
        sa.Column("login", sa.String, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("account", "login", name="pk_account_member"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_member_account"),
    )
    op.create_table(
        "account_tie",
        sa.Column("account", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("account", "kind", "name", name="pk_account_tie"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_account_tie_account"),
    )
    op.create_table(
        "ledger_alert",
        sa.Column("account", sa.String, nullable=False),
        sa.Column("month", sa.String, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("used", sa.BigInteger, nullable=False),
        sa.Column("of", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("account", "month", "level", name="pk_ledger_alert"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_ledger_alert_account"),
    )
    op.create_index("ix_ledger_reservation_open", "ledger_reservation", ["state", "lease_until"])
    op.create_index("ix_ledger_entry_payer", "ledger_entry", ["payer", "at"])
