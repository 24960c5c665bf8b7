"""Exporting the confirmed votes of a community, so that anybody can count them again."""

import sys

from meeting_app.actions.communities import open_community
from meeting_app.cli.arguments import Chosen
from meeting_app.documents.whole_file import write_whole
from meeting_app.i18n import _, ngettext
from meeting_app.queries.vote_bundle import counted_votes, vote_bundle, zipped
from meeting_app.wording import files

DONE, REFUSED = 0, 1


def export_votes(chosen: Chosen) -> int:
    """One zip file for each confirmed vote by ballots."""
    assert chosen.file is not None
    assert chosen.out is not None
    community = open_community(chosen.file)
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        votes = community.records.ask(counted_votes)
        for number, vote in enumerate(votes, start=1):
            bundle = community.records.ask(vote_bundle, poll_id=vote.poll_id)
            write_whole(chosen.out / f"vote-{number}-{vote.poll_id[:8]}.zip", zipped(bundle))
    except OSError as error:
        print(
            _("Nothing can be written in {place}: {why}").format(place=chosen.out, why=files.why(error)),
            file=sys.stderr,
        )
        return REFUSED
    finally:
        community.close()
    print(ngettext("{n} vote written.", "{n} votes written.", len(votes)).format(n=len(votes)))
    print(_("To count one again: python3 retally.py FOLDER"))
    return DONE
