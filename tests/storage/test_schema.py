"""What the scripts make is what the tables say; a server's empty database is made by whoever comes first."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, Table, inspect, select, text

from meeting_app.storage import schema
from meeting_app.storage.base import Base
from meeting_app.storage.engines import file_url, schema_engine
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from tests.postgres import Cluster


def described(engine: Engine) -> dict[str, Any]:
    """Every table with its columns, keys and indices, as the database itself tells."""
    eye = inspect(engine)
    seen: dict[str, Any] = {}
    for table in eye.get_table_names():
        columns = {c["name"]: (repr(c["type"]), c["nullable"], c["default"]) for c in eye.get_columns(table)}
        keys = {
            (
                k["name"],
                *k["constrained_columns"],
                k["referred_table"],
                *k["referred_columns"],
                *tuple(sorted(k["options"].items())),
            )
            for k in eye.get_foreign_keys(table)
        }
        indices = {(i["name"], *i["column_names"], bool(i["unique"])) for i in eye.get_indexes(table)}
        identity = eye.get_pk_constraint(table)
        seen[table] = {
            "columns": columns,
            "keys": keys,
            "indices": indices,
            "identity": (identity["name"], identity["constrained_columns"]),
            "unique": eye.get_unique_constraints(table),
            "checks": eye.get_check_constraints(table),
        }
    return seen


def made_by_scripts(engine: Engine) -> dict[str, Any]:
    """Begin from nothing and run all scripts."""
    with engine.begin() as connection:
        assert schema.revision_of(connection) is None
    schema.migrate(engine)
    return described(engine)


def made_by_tables(engine: Engine) -> dict[str, Any]:
    """Make the newest tables at once."""
    schema.create(engine)
    return described(engine)


def _compare(first: Engine, second: Engine) -> None:
    scripts, tables = made_by_scripts(first), made_by_tables(second)
    first.dispose()
    second.dispose()
    assert scripts.keys() == tables.keys()
    ours = scripts.keys() - {"alembic_version"}
    assert ours == Base.metadata.tables.keys()
    for table in ours:
        assert scripts[table] == tables[table], table
    deferred = [key for table in ours for key in tables[table]["keys"]]
    assert deferred
    assert all(("initially", "DEFERRED") in key for key in deferred)


def test_scripts_and_tables_agree_in_a_file(tmp_path: Path) -> None:
    _compare(schema_engine(file_url(tmp_path / "a")), schema_engine(file_url(tmp_path / "b")))


@pytest.mark.postgresql
def test_scripts_and_tables_agree_on_a_server(postgres: Cluster) -> None:
    _compare(schema_engine(postgres.empty()), schema_engine(postgres.empty()))


def test_the_newest_script_is_the_head() -> None:
    assert schema.known_revisions()[-1] == schema.HEAD


def test_a_file_made_by_the_scripts_opens(tmp_path: Path, blank_file: Path) -> None:
    engine = schema_engine(file_url(tmp_path / "a"))
    schema.migrate(engine)
    with engine.connect() as connection:
        assert schema.revision_of(connection) == schema.HEAD
        assert not schema.needs_migration(connection)
    engine.dispose()


def _row(table: Table, **told: Any) -> dict[str, Any]:
    """A row of an older table: what must be said and is not told stands at nothing."""
    nothing = {str: "", int: 0, bool: False, date: date(2026, 1, 1)}
    needed = {c.name: nothing[c.type.python_type] for c in table.columns if not c.nullable}
    return {**needed, **told}


def _cited_after_migrating(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two topics, a meeting and papers written before numbers were kept as they are cited; how they are cited
    now. A paper whose number is only reserved has never been printed.
    """
    with monkeypatch.context() as older:
        older.setattr(schema, "HEAD", "0002")
        schema.migrate(engine)
    tables = MetaData()
    tables.reflect(engine)
    community, topic, meeting, paper = (
        tables.tables[name] for name in ("community", "topic", "meeting", "paper")
    )
    with engine.begin() as connection:
        connection.execute(community.insert(), _row(community, id="c", short="晨居"))
        connection.execute(topic.insert(), _row(topic, id="a", year=2025, number=4))
        connection.execute(topic.insert(), _row(topic, id="b", year=2026, number=1))
        connection.execute(meeting.insert(), _row(meeting, id="a", year=2026, number=3))
        for number, (kind, state) in enumerate(PAPERS, start=1):
            told = {"kind": kind, "state": state, "year": 2026, "number": number}
            connection.execute(paper.insert(), _row(paper, id=str(number), **told))
    schema.migrate(engine)
    newer = MetaData()
    newer.reflect(engine)
    with engine.connect() as connection:
        labels = [newer.tables[name].c.label for name in ("meeting", "topic", "paper")]
        cited = [str(one) for label in labels for one in connection.scalars(select(label).order_by(label))]
    engine.dispose()
    return cited


PAPERS = [("notice", "reserved"), ("notice", "filed"), ("minutes", "void"), ("of_no_kind", "filed")]
CITED = [
    "晨居会〔2026〕3号", "晨居议〔2025〕4号", "晨居议〔2026〕1号",
    "", "晨居文〔2026〕4号", "晨居记〔2026〕3号", "晨居通〔2026〕2号",
]  # fmt: skip


def test_an_older_file_keeps_how_its_matters_and_papers_were_cited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _cited_after_migrating(schema_engine(file_url(tmp_path / "a")), monkeypatch) == CITED


@pytest.mark.postgresql
def test_an_older_database_keeps_how_its_matters_and_papers_were_cited(
    postgres: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _cited_after_migrating(schema_engine(postgres.empty()), monkeypatch) == CITED


@pytest.mark.postgresql
def test_two_laptops_open_an_empty_database_at_once(postgres: Cluster) -> None:
    url = postgres.empty()
    stores: list[Store] = []
    threads = [threading.Thread(target=lambda: stores.append(Store.open_url(url))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores) == 3
    for store in stores:
        store.close()


@pytest.mark.postgresql
def test_a_newer_database_of_a_server_is_refused(postgres: Cluster) -> None:
    url = postgres.empty()
    Store.open_url(url).close()
    engine = schema_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StorageFault) as refused:
        Store.open_url(url)
    assert refused.value.code == "file_newer"


@pytest.mark.parametrize("url", ["sqlite:///x.yst", "no address", ""])
def test_an_address_that_names_no_server(url: str) -> None:
    with pytest.raises(StorageFault) as refused:
        Store.open_url(url)
    assert refused.value.code == "not_a_server"


@pytest.mark.postgresql
def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageFault) as refused:
        Store.open_url(f"postgresql+psycopg://postgres@/x?host={tmp_path}")
    assert refused.value.code == "database_gone"
