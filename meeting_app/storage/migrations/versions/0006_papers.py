"""Papers: where public ones were put up, objections to them, the draw that a paper is the record of, and the
number of a filed one as it is printed.
"""

import sqlalchemy as sa
from alembic import op

from meeting_app.storage.migrations.columns import day, filled, key, record, text, widen

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What stood for each kind in the numbers of papers that were filed before this revision.
_MARKS = {
    "notice": "通",
    "agenda": "程",
    "sign_in": "签",
    "badges": "牌",
    "minutes": "记",
    "decision_notice": "公示",
    "notice_large": "通大",
    "notice_children": "通童",
    "notice_poster": "海报",
    "rules": "则",
    "delivery": "送",
    "proxy": "委",
    "plates": "席",
    "ballot": "票",
    "summary": "纪",
    "announcement": "公告",
    "publicity_report": "公报",
    "draw": "抽",
    "tasks": "督",
}


def upgrade() -> None:
    """Bring the tables to this revision."""
    widen("paper", text("draw_id", 32, null=True), filled(text("label", 60), ""))
    _number_filed()
    record(
        "objection",
        key("paper_id", "paper"),
        day("received_on"),
        text("raised_by", 80),
        text("text"),
        text("answer"),
        day("answered_on", null=True),
    )
    record(
        "posting",
        key("paper_id", "paper"),
        text("place", 80),
        day("posted_on"),
        day("removed_on", null=True),
        text("note", 200),
        text("photo", 64),
    )


def _number_filed() -> None:
    """Give what is filed the number that it has been shown under: with the community's short name of now."""
    community = sa.table("community", sa.column("short", sa.String))
    columns = ("id", "kind", "year", "number", "state", "label")
    paper = sa.table("paper", *(sa.column(name) for name in columns))
    connection = op.get_bind()
    short = connection.scalar(sa.select(community.c.short)) or ""
    filed = sa.select(paper.c.id, paper.c.kind, paper.c.year, paper.c.number)
    for row in connection.execute(filed.where(paper.c.state != "reserved")).all():
        label = f"{short}{_MARKS.get(row.kind, '文')}〔{row.year}〕{row.number}号"
        connection.execute(sa.update(paper).where(paper.c.id == row.id).values(label=label))
