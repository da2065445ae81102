"""What is part of what among the members of figures; sums of parts that differ; the order of lists

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "parts",
        sa.Column("dimension", sa.String(40), primary_key=True),
        sa.Column("member", sa.String(80), primary_key=True),
        sa.Column("whole", sa.String(80), nullable=False),
    )
    op.add_column("statistics", sa.Column("parts_sum", sa.Double(), nullable=True))
    op.add_column("list_entries", sa.Column("position", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("list_entries", "position")
    op.drop_column("statistics", "parts_sum")
    op.drop_table("parts")
