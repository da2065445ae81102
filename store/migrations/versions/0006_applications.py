"""Candidates and their applications; proofs of who a visitor is; mail that is to be sent

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("phone", sa.String(20), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_candidates_demonstration", "candidates", ["demonstration"])
    op.create_table(
        "applications",
        sa.Column("reference", sa.String(20), primary_key=True),
        sa.Column("candidate_id", sa.String(40), sa.ForeignKey("candidates.id", ondelete="CASCADE"), nullable=False),
        sa.Column("assignment", sa.String(40), nullable=False),
        sa.Column("role", sa.String(80), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
    )
    op.create_index("ix_applications_candidate_id", "applications", ["candidate_id"])
    op.create_table(
        "application_steps",
        sa.Column(
            "reference", sa.String(20), sa.ForeignKey("applications.reference", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_application_steps_left", "application_steps", ["status", "left_at"])
    op.create_table(
        "verifications",
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("step", sa.String(10), nullable=False),
        sa.Column("waits_until", sa.DateTime(), nullable=False),
        sa.Column("candidate_id", sa.String(40), sa.ForeignKey("candidates.id", ondelete="CASCADE"), nullable=True),
        sa.Column("application", sa.String(20), nullable=True),
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("new_email", sa.Text(), nullable=True),
        sa.Column("verified_until", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_verifications_candidate_id", "verifications", ["candidate_id"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=True
        ),
        sa.Column("ciphertext", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_outbox_conversation_id", "outbox", ["conversation_id"])
    op.create_index("ix_outbox_next_at", "outbox", ["next_at"])


def downgrade() -> None:
    for table in ("outbox", "verifications", "application_steps", "applications", "candidates"):
        op.drop_table(table)
