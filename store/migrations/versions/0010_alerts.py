"""Alerts of new assignments: when each assignment arrived, who wants to hear of which, their mails

Revision ID: 0010
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assignment_arrivals",
        sa.Column("reference", sa.String(40), primary_key=True),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    op.create_index("ix_assignment_arrivals_revision", "assignment_arrivals", ["revision"])
    # What is there already is new to nobody.
    op.execute("INSERT INTO assignment_arrivals (reference, revision) SELECT reference, 0 FROM assignments")
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=True
        ),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("email_digest", sa.String(64), nullable=False),
        sa.Column("wishes", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_subscriptions_conversation_id", "subscriptions", ["conversation_id"])
    op.create_index("ix_subscriptions_email_digest", "subscriptions", ["email_digest"])
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("subscription_id", sa.String(36), nullable=True))
        outbox.create_foreign_key(
            "fk_outbox_subscription_id", "subscriptions", ["subscription_id"], ["id"], ondelete="CASCADE"
        )
        outbox.create_index("ix_outbox_subscription_id", ["subscription_id"])


def downgrade() -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index("ix_outbox_subscription_id")
        outbox.drop_constraint("fk_outbox_subscription_id", type_="foreignkey")
        outbox.drop_column("subscription_id")
    op.drop_table("subscriptions")
    op.drop_table("assignment_arrivals")
