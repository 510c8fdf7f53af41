"""The history of templates."""

import sqlalchemy as sa
from alembic import op

revision = "m0002"
down_revision = "m0001"


def upgrade() -> None:
    """Make the tables: contents by their digest, and the versions that refer to them."""
    op.create_table(
        "version_content",
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_version_content"),
    )
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("sides", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["text"], ["version_content.digest"], name="fk_version_text"),
        sa.ForeignKeyConstraint(["sides"], ["version_content.digest"], name="fk_version_sides"),
    )
    op.create_index("ix_version_template", "version", ["template"])
