"""What assignments are searched by, with full-text indexes, and kinds of choices

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# SQLite: the terms are cut already, so that every byte beyond ASCII is part of one.
FTS5 = """
CREATE VIRTUAL TABLE assignment_index USING fts5(
    title, body, content='assignment_searches', content_rowid='id', tokenize='ascii'
)
"""
ADD = "INSERT INTO assignment_index(rowid, title, body) VALUES (new.id, new.title, new.body);"
TAKE = """INSERT INTO assignment_index(assignment_index, rowid, title, body)
    VALUES ('delete', old.id, old.title, old.body);"""
TRIGGERS = {
    "assignment_searches_added": f"AFTER INSERT ON assignment_searches BEGIN {ADD} END",
    "assignment_searches_removed": f"AFTER DELETE ON assignment_searches BEGIN {TAKE} END",
    "assignment_searches_changed": f"AFTER UPDATE ON assignment_searches BEGIN {TAKE} {ADD} END",
}
VECTOR = """
ALTER TABLE assignment_searches ADD COLUMN vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'D')
) STORED
"""
SEARCHED = [
    "closes", "reference", "country", "role", "field", "host", "modality", "scope", "city", "online",
    "duration_months", "start", "family_duty_station", "open_to_disability", "sdg", "spoken",
]  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "assignment_searches",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=False
        ),
        sa.Column("reference", sa.String(40), sa.ForeignKey("assignments.reference"), nullable=False, unique=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("role", sa.String(80), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("host", sa.String(80), nullable=False),
        sa.Column("modality", sa.String(40), nullable=False),
        sa.Column("scope", sa.String(20), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("city", sa.String(80), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("duration_months", sa.Integer(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("closes", sa.Date(), nullable=False),
        sa.Column("family_duty_station", sa.Boolean(), nullable=False),
        sa.Column("open_to_disability", sa.Boolean(), nullable=False),
        sa.Column("sdg", sa.Integer(), nullable=True),
        sa.Column("spoken", sa.String(80), nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(FTS5)
        for name, body in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {body}")
    else:
        op.execute(VECTOR)
        op.execute("CREATE INDEX ix_assignment_searches_vector ON assignment_searches USING gin (vector)")
    for first in ("closes", "country", "role", "host", "city"):
        columns = [first, *(name for name in SEARCHED if name != first)]
        op.create_index(f"ix_assignment_searches_{first}", "assignment_searches", columns)
    op.add_column("choices", sa.Column("kind", sa.String(10), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("choices", "kind")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE assignment_index")
    op.drop_table("assignment_searches")
