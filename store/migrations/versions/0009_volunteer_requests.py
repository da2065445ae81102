"""Partners' requests for volunteers, and events that are to be sent to an outside system

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "volunteer_requests",
        sa.Column("number", sa.String(12), primary_key=True),
        sa.Column("draft", sa.String(36), nullable=False, unique=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="SET NULL"), nullable=True
        ),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("tickets.id", ondelete="SET NULL"), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("organisation", sa.String(200), nullable=False),
        sa.Column("contact", sa.String(200), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("funding", sa.String(10), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("token_expires_at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_volunteer_requests_conversation_id", "volunteer_requests", ["conversation_id"])
    op.create_index("ix_volunteer_requests_ticket_id", "volunteer_requests", ["ticket_id"])
    op.create_table(
        "request_lines",
        sa.Column(
            "request", sa.String(12), sa.ForeignKey("volunteer_requests.number", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("profile", sa.String(200), nullable=False),
        sa.Column("modality", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("start", sa.String(10), nullable=False),
        sa.Column("duration", sa.String(10), nullable=False),
    )
    op.create_table(
        "webhook_events",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("ciphertext", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_webhook_events_next_at", "webhook_events", ["next_at"])


def downgrade() -> None:
    for table in ("webhook_events", "request_lines", "volunteer_requests"):
        op.drop_table(table)
