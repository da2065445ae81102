"""Full-text search of assignments, an index over everything that a search asks for, and kinds of choices

Revision ID: 0007
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None

# SQLite: the terms are cut already, so that every byte beyond ASCII is part of one.
FTS5 = """
CREATE VIRTUAL TABLE assignment_index USING fts5(
    title, body, content='assignment_words', content_rowid='id', tokenize='ascii'
)
"""
ADD = "INSERT INTO assignment_index(rowid, title, body) VALUES (new.id, new.title, new.body);"
TAKE = """INSERT INTO assignment_index(assignment_index, rowid, title, body)
    VALUES ('delete', old.id, old.title, old.body);"""
TRIGGERS = {
    "assignment_words_added": f"AFTER INSERT ON assignment_words BEGIN {ADD} END",
    "assignment_words_removed": f"AFTER DELETE ON assignment_words BEGIN {TAKE} END",
    "assignment_words_changed": f"AFTER UPDATE ON assignment_words BEGIN {TAKE} {ADD} END",
}
VECTOR = """
ALTER TABLE assignment_words ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'D')
) STORED
"""
SEARCHED = [
    "closes", "reference", "country", "role", "field", "host", "modality", "scope", "city", "online",
    "duration_months", "start", "family_duty_station", "open_to_disability", "sdg",
]  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "assignment_words",
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("reference", sa.String(40), sa.ForeignKey("assignments.reference"), nullable=False, unique=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
        for name, body in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {body}")
    else:
        op.execute(VECTOR)
        op.execute("CREATE INDEX ix_assignment_words_vector ON assignment_words USING gin (vector)")
    op.create_index("ix_assignments_searched", "assignments", SEARCHED)
    op.add_column("choices", sa.Column("kind", sa.String(10), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("choices", "kind")
    op.drop_index("ix_assignments_searched", "assignments")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE assignment_index")
    op.drop_table("assignment_words")
