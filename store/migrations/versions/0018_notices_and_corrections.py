"""Notices of outages, the requests linked to them, and corrections of answers

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("replaces", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("edit", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_notices_state", "notices", ["state"])
    op.create_table(
        "notice_texts",
        sa.Column("notice_id", sa.Integer(), sa.ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
    )
    op.create_table(
        "notice_links",
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("tickets.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("notice_id", sa.Integer(), sa.ForeignKey("notices.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_notice_links_notice_id", "notice_links", ["notice_id"])
    op.create_table(
        "notice_replies",
        sa.Column("reply", sa.String(36), primary_key=True),
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "corrections",
        sa.Column(
            "conversation_id", sa.String(36), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("reason", sa.String(20), primary_key=True),
        sa.Column("way", sa.String(4), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.add_column("messages", sa.Column("article", sa.String(80), nullable=True))
    sqlite = op.get_bind().dialect.name == "sqlite"
    article = "json_extract(understood, '$.article')" if sqlite else "understood ->> 'article'"
    op.execute(f"UPDATE messages SET article = substr({article}, 1, 80) WHERE {article} IS NOT NULL")
    op.create_index("ix_messages_article", "messages", ["article"])


def downgrade() -> None:
    op.drop_index("ix_messages_article", "messages")
    op.drop_column("messages", "article")
    op.drop_table("corrections")
    op.drop_table("notice_replies")
    op.drop_table("notice_links")
    op.drop_table("notice_texts")
    op.drop_table("notices")
