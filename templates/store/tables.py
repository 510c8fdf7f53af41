"""The tables, as queries name them. Their history is in ``migrations/versions``; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

naming = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=naming)


class Moment(TypeDecorator[datetime]):
    """A time with its zone; kept in UTC, because SQLite forgets zones."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Into the database: UTC without a zone."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Out of the database: UTC with its zone."""
        return value.replace(tzinfo=UTC) if value else None


proof = sa.Table(
    "proof",
    metadata,
    sa.Column("template", sa.String, primary_key=True),
    sa.Column("data_set", sa.String, primary_key=True),
    sa.Column("segment", sa.String, primary_key=True),
    sa.Column("profile", sa.String, primary_key=True),
    sa.Column("key", sa.String, nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("path", sa.String, nullable=False),
    sa.Column("created", Moment, nullable=False),
)

version_content = sa.Table(
    "version_content",
    metadata,
    sa.Column("digest", sa.String, primary_key=True),  # SHA-256 of the text
    sa.Column("data", sa.LargeBinary, nullable=False),  # the text, compressed
)

version = sa.Table(
    "version",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("template", sa.String, nullable=False, index=True),
    sa.Column("created", Moment, nullable=False),
    sa.Column("author", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("text", sa.String, sa.ForeignKey(version_content.c.digest), nullable=False),
    sa.Column("sides", sa.String, sa.ForeignKey(version_content.c.digest), nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("batch", sa.String, nullable=False, index=True),  # runs that were asked for at once; the ledger's run
    sa.Column("template", sa.String, nullable=False, index=True),
    sa.Column("created", Moment, nullable=False),
    sa.Column("beat", Moment, nullable=False),  # the last sign of life while it goes on
    sa.Column("ended", Moment),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("author", sa.String, nullable=False),
    sa.Column("account", sa.String, nullable=False),  # who paid; "" where nobody was asked to
    sa.Column("version", sa.String, nullable=False),  # SHA-256 of the template's text, as in ``version_content``
    sa.Column("name", sa.String, nullable=False),
)

run_mail = sa.Table(
    "run_mail",
    metadata,
    sa.Column("run", sa.String, sa.ForeignKey(run.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("data_set", sa.String, primary_key=True),
    sa.Column("segment", sa.String, primary_key=True),
    sa.Column("sender", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("preheader", sa.String, nullable=False),
)

run_shot = sa.Table(
    "run_shot",
    metadata,
    sa.Column("run", sa.String, sa.ForeignKey(run.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data_set", sa.String, nullable=False),
    sa.Column("segment", sa.String, nullable=False),
    sa.Column("profile", sa.String, nullable=False),
    sa.Column("mode", sa.String, nullable=False),
    sa.Column("key", sa.String, nullable=False, index=True),  # "": no picture (yet)
    sa.Column("path", sa.String, nullable=False),  # from the workspace's root
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("content_width", sa.Integer, nullable=False),
    sa.Column("cast", sa.String, nullable=False),  # JSON: who drew it, and how true it is
    sa.Column("mail", sa.String, nullable=False),  # fingerprints: of the mail as it is sent, and as the client shows it
    sa.Column("shown", sa.String, nullable=False),
    sa.Column("error", sa.String, nullable=False),  # JSON
)

run_answer = sa.Table(
    "run_answer",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("run", sa.String, sa.ForeignKey(run.c.id, ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("place", sa.Integer),  # of the shot; none: the run as a whole
    sa.Column("verdict", sa.String, nullable=False),
    sa.Column("comment", sa.String, nullable=False),
    sa.Column("author", sa.String, nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("source", sa.String, nullable=False),  # where it was given: "desktop", or "sheet"
)
