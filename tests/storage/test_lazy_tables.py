"""Tables are mapped subject by subject, and all of them before anything is written."""

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

from meeting_app.storage import tables
from meeting_app.storage.base import Base, Record

STARTED = """
import sys
import meeting_app.queries.start, meeting_app.queries.meetings
from meeting_app.storage.base import Base
print(*sorted(Base.metadata.tables))
"""


def test_the_list_names_every_table_once() -> None:
    defined = set()
    for subject in iter_modules(tables.__path__):
        module = import_module(f"{tables.__name__}.{subject.name}")
        for name, found in vars(module).items():
            if isinstance(found, type) and issubclass(found, Base) and found.__module__ == module.__name__:
                defined.add(name)
                assert getattr(tables, name) is found
    assert defined == set(tables.__all__) - {"Record"}
    assert issubclass(tables.Person, Record)


def test_the_start_page_maps_what_it_asks_for_and_no_more() -> None:
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, check=True, timeout=60)
    mapped = done.stdout.decode().split()
    assert "meeting" in mapped
    assert not {"ballot", "floor_rule", "support", "people_draw"} & set(mapped)
