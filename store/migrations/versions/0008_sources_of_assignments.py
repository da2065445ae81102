"""Which source an assignment was imported from, and the pages of feeds as they were last read

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("assignments", sa.Column("origin", sa.String(200), server_default="", nullable=False))
    op.create_index("ix_assignments_origin", "assignments", ["origin"])
    op.create_table(
        "feed_pages",
        sa.Column("origin", sa.String(200), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("feed_pages")
    op.drop_index("ix_assignments_origin", "assignments")
    op.drop_column("assignments", "origin")
