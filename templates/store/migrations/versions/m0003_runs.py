"""Saved runs of previews, what they showed, and what people answered."""

import sqlalchemy as sa
from alembic import op

revision = "m0003"
down_revision = "m0002"


def upgrade() -> None:
    """Make the tables: a run of one template, its mails, its shots, the answers to it."""
    op.create_table(
        "run",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("batch", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("beat", sa.DateTime, nullable=False),
        sa.Column("ended", sa.DateTime),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )
    op.create_index("ix_run_batch", "run", ["batch"])
    op.create_index("ix_run_template", "run", ["template"])
    op.create_table(
        "run_mail",
        sa.Column("run", sa.String, nullable=False),
        sa.Column("data_set", sa.String, nullable=False),
        sa.Column("segment", sa.String, nullable=False),
        sa.Column("sender", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("preheader", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("run", "data_set", "segment", name="pk_run_mail"),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name="fk_run_mail_run", ondelete="CASCADE"),
    )
    op.create_table(
        "run_shot",
        sa.Column("run", sa.String, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("data_set", sa.String, nullable=False),
        sa.Column("segment", sa.String, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("mode", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("content_width", sa.Integer, nullable=False),
        sa.Column("cast", sa.String, nullable=False),
        sa.Column("mail", sa.String, nullable=False),
        sa.Column("shown", sa.String, nullable=False),
        sa.Column("error", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("run", "place", name="pk_run_shot"),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name="fk_run_shot_run", ondelete="CASCADE"),
    )
    op.create_index("ix_run_shot_key", "run_shot", ["key"])
    op.create_table(
        "run_answer",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("comment", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run_answer"),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name="fk_run_answer_run", ondelete="CASCADE"),
    )
    op.create_index("ix_run_answer_run", "run_answer", ["run"])
