"""Answers that their visitors have not seen, keys of links in mails, since when a request waits and its next alarm

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unseen_answers",
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_unseen_answers_at", "unseen_answers", ["at"])
    op.create_index("ix_unseen_answers_ticket_id", "unseen_answers", ["ticket_id"])
    op.create_table(
        "conversation_keys",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_conversation_keys_conversation_id", "conversation_keys", ["conversation_id"])
    op.create_index("ix_conversation_keys_expires_at", "conversation_keys", ["expires_at"])
    op.add_column("outbox", sa.Column("key", sa.String(40), nullable=False, server_default=""))
    op.add_column("staff", sa.Column("email", sa.String(254), nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("waiting_since", sa.DateTime(), nullable=True))
    op.add_column("tickets", sa.Column("alarms", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("tickets", sa.Column("alarm_at", sa.DateTime(), nullable=True))
    op.create_index("ix_tickets_alarm_at", "tickets", ["alarm_at"])
    # What waits already has waited long enough to be told of.
    op.execute("UPDATE tickets SET waiting_since = opened_at")
    op.execute("UPDATE tickets SET alarm_at = opened_at WHERE state = 'open'")


def downgrade() -> None:
    op.drop_index("ix_tickets_alarm_at", "tickets")
    for column in ("alarm_at", "alarms", "waiting_since"):
        op.drop_column("tickets", column)
    op.drop_column("staff", "email")
    op.drop_column("outbox", "key")
    op.drop_table("conversation_keys")
    op.drop_table("unseen_answers")
