"""Where a figure comes from: the profile's files, or an import

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("statistics", sa.Column("origin", sa.String(10), server_default="profile", nullable=False))


def downgrade() -> None:
    op.drop_column("statistics", "origin")
