"""When a solved request was asked again

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tickets", sa.Column("reopened_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("tickets", "reopened_at")
