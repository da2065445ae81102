"""Second factors, recovery codes, one-time links, identities at OpenID providers; when logins began and were used

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("totp", sa.Text(), nullable=True))
    op.add_column("staff", sa.Column("totp_step", sa.Integer(), server_default="0", nullable=False))
    # Logins of before have no beginning: they end, and staff log in again.
    op.drop_table("staff_sessions")
    op.create_table(
        "staff_sessions",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("browser", sa.String(200), server_default="", nullable=False),
    )
    op.create_index("ix_staff_sessions_staff_id", "staff_sessions", ["staff_id"])
    op.create_table(
        "recovery_codes",
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
    )
    op.create_table(
        "staff_links",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_staff_links_staff_id", "staff_links", ["staff_id"])
    op.create_table(
        "staff_identities",
        sa.Column("issuer", sa.String(300), primary_key=True),
        sa.Column("subject", sa.String(255), primary_key=True),
        sa.Column("staff_id", sa.String(36), sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("ix_staff_identities_staff_id", "staff_identities", ["staff_id"])


def downgrade() -> None:
    op.drop_table("staff_identities")
    op.drop_table("staff_links")
    op.drop_table("recovery_codes")
    with op.batch_alter_table("staff_sessions") as table:
        for name in ("browser", "seen_at", "begun_at", "confirmed"):
            table.drop_column(name)
    with op.batch_alter_table("staff") as table:
        table.drop_column("totp_step")
        table.drop_column("totp")
