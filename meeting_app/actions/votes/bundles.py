"""Writing the bundle of a vote beside the community file, for whoever wants to count again."""

from pathlib import Path

from meeting_app import settings
from meeting_app.actions.desk import Desk
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.records import Records
from meeting_app.queries.vote_bundle import vote_bundle, zipped


def bundle_folder(desk: Desk) -> Path:
    """Beside the community file; with records on a server in the user's own folder."""
    file = desk.store.file
    return file.with_name(f"{file.stem}.votes") if file is not None else settings.home() / "meeting-app.votes"


def write_bundle(desk: Desk, records: Records, poll_id: str) -> Path:
    """Write the zip of a counted vote, on any thread. Returns its place; refuses with the place where nothing
    can be written.
    """
    content = zipped(records.ask(vote_bundle, poll_id=poll_id))
    target = bundle_folder(desk) / f"vote-{poll_id[:8]}.zip"
    try:
        target.parent.mkdir(exist_ok=True)
        write_whole(target, content)
    except OSError as error:
        raise Refusal("bundle_not_written", place=str(target.parent)) from error
    return target
