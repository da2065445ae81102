"""Since when a visitor wants a report erased, which staff must confirm

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tickets", sa.Column("erasure_asked_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("tickets", "erasure_asked_at")
