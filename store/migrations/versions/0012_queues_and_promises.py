"""Members of queues; until when a request was promised an answer and a solution

Revision ID: 0012
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "queue_members",
        sa.Column("queue", sa.String(40), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
    )
    op.create_index("ix_queue_members_staff_id", "queue_members", ["staff_id"])
    op.add_column("tickets", sa.Column("answer_due", sa.DateTime(), nullable=True))
    op.add_column("tickets", sa.Column("solution_due", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("tickets", "solution_due")
    op.drop_column("tickets", "answer_due")
    op.drop_table("queue_members")
