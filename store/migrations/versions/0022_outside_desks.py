"""Mirrors of requests in an outside desk: what was told there, and events in order

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mirrors",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("queue", sa.String(40), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("outside_id", sa.String(40), nullable=False),
        sa.Column("taken_at", sa.DateTime()),
        sa.Column("problem", sa.String(200), nullable=False),
    )
    op.add_column("webhook_events", sa.Column("target", sa.String(10), nullable=False, server_default="events"))
    op.add_column("webhook_events", sa.Column("stream", sa.String(12)))
    op.add_column("webhook_events", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("webhook_events", sa.Column("problem", sa.String(200), nullable=False, server_default=""))
    op.create_index("ix_webhook_events_stream", "webhook_events", ["stream", "number"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_webhook_events_stream", "webhook_events")
    for column in ("problem", "number", "stream", "target"):
        op.drop_column("webhook_events", column)
    op.drop_table("mirrors")
