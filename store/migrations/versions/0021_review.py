"""Questions for which visitors chose an article, until an editor has looked at them

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposed_examples",
        sa.Column("conversation_id", sa.String(36), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("article_id", sa.String(80), sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"], ondelete="CASCADE"
        ),
    )
    op.create_index("ix_proposed_examples_article_id", "proposed_examples", ["article_id"])
    op.create_index("ix_proposed_examples_at", "proposed_examples", ["at"])


def downgrade() -> None:
    op.drop_table("proposed_examples")
