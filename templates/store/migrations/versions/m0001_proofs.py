"""The index of saved proofs."""

import sqlalchemy as sa
from alembic import op

revision = "m0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "proof",
        sa.Column("template", sa.String, nullable=False),
        sa.Column("data_set", sa.String, nullable=False),
        sa.Column("segment", sa.String, nullable=False),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("template", "data_set", "segment", "profile", name="pk_proof"),
    )
