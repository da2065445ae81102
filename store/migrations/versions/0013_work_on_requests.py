"""Notes, snoozed and merged requests, saved views, languages of staff, full-text search of what was said

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# SQLite: the terms are cut already, so that every byte beyond ASCII is part of one.
FTS5 = """
CREATE VIRTUAL TABLE message_index USING fts5(
    body, content='message_searches', content_rowid='id', tokenize='ascii'
)
"""
ADD = "INSERT INTO message_index(rowid, body) VALUES (new.id, new.body);"
TAKE = "INSERT INTO message_index(message_index, rowid, body) VALUES ('delete', old.id, old.body);"
TRIGGERS = {
    "message_searches_added": f"AFTER INSERT ON message_searches BEGIN {ADD} END",
    "message_searches_removed": f"AFTER DELETE ON message_searches BEGIN {TAKE} END",
    "message_searches_changed": f"AFTER UPDATE ON message_searches BEGIN {TAKE} {ADD} END",
}
VECTOR = """
ALTER TABLE message_searches ADD COLUMN vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED
"""


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ticket_id", sa.Integer(), sa.ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_notes_ticket_id", "notes", ["ticket_id"])
    op.add_column("tickets", sa.Column("snoozed_until", sa.DateTime(), nullable=True))
    op.add_column("tickets", sa.Column("merged_into", sa.String(12), nullable=True))
    op.add_column("staff", sa.Column("reads", sa.JSON(), nullable=True))
    op.create_table(
        "saved_views",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("query", sa.String(500), nullable=False),
        sa.UniqueConstraint("staff_id", "name"),
    )
    op.create_table(
        "message_searches",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("conversation_id", sa.String(36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.UniqueConstraint("conversation_id", "seq"),
        sa.ForeignKeyConstraint(
            ["conversation_id", "seq"], ["messages.conversation_id", "messages.seq"], ondelete="CASCADE"
        ),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
        for name, body in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {body}")
    else:
        op.execute(VECTOR)
        op.execute("CREATE INDEX ix_message_searches_vector ON message_searches USING gin (vector)")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE message_index")
    op.drop_table("message_searches")
    op.drop_table("saved_views")
    op.drop_column("staff", "reads")
    op.drop_column("tickets", "merged_into")
    op.drop_column("tickets", "snoozed_until")
    op.drop_table("notes")
