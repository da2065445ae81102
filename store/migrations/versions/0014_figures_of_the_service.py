"""Enquiries as they are counted, up to when, and the satisfaction of visitors

Revision ID: 0014
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COUNTED = [
    "day", "language", "result", "verdict", "weekday", "hour", "intent", "article", "misses", "last_at",
]  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "enquiries",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="SET NULL")),
        sa.Column("first_seq", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("intent", sa.String(60), nullable=False),
        sa.Column("article", sa.String(80), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(10), nullable=False),
        sa.Column("verdict", sa.String(5), server_default="", nullable=False),
    )
    op.create_index("ix_enquiries_question", "enquiries", ["conversation_id", "first_seq"], unique=True)
    op.create_index("ix_enquiries_counts", "enquiries", COUNTED)
    op.create_table(
        "counted_until",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("moment", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "satisfactions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="SET NULL"), unique=True
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("queue", sa.String(40), nullable=False),
        sa.Column("answer", sa.String(10), nullable=False),
    )
    op.create_index("ix_satisfactions_day", "satisfactions", ["day"])
    op.create_index("ix_tickets_opened_at", "tickets", ["opened_at"])


def downgrade() -> None:
    op.drop_index("ix_tickets_opened_at", "tickets")
    op.drop_table("satisfactions")
    op.drop_table("counted_until")
    op.drop_table("enquiries")
