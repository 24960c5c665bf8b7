"""A play on its page, without widgets: players, seats with reasons, who gets which table, the poll."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.i18n import _, ngettext
from meeting_app.queries import meetings as meeting_queries
from meeting_app.queries import presence as presence_queries
from meeting_app.queries.roleplay import casting as play_queries
from meeting_app.queries.roleplay.casting import CastingView, CastPlayer
from meeting_app.ui.console.office import words
from meeting_app.ui.console.office.rows import Row, heading, line
from meeting_app.wording.labels import label
from meeting_app.wording.roleplay import reason_sentence
from meeting_app.wording.roleplay_words import PLAY_CHIPS

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

HIDDEN = "• • •"


class PlayPresenter:
    """Asks for one play."""

    def __init__(self, office: "Office", play_id: str) -> None:
        self._office, self.play_id = office, play_id

    def view(self) -> CastingView | None:
        """The play as it is; None when it is gone."""
        return self._office.records.ask(play_queries.casting_view, play_id=self.play_id)

    def meeting_of(self, view: CastingView) -> str:
        """The meeting in which it is held; "" = none."""
        return self._office.records.ask(play_queries.meeting_of_play, play_id=view.play.id)

    def people_here(self, view: CastingView) -> tuple[str, ...]:
        """Who is in the meeting now, or is invited to it while nobody is there."""
        meeting = self.meeting_of(view)
        if not meeting:
            return ()
        records = self._office.records
        here = records.ask(presence_queries.room_now, meeting).present
        if here:
            return tuple(sorted(here))
        return tuple(one.person_id for one in records.ask(meeting_queries.invited_people, meeting_id=meeting))


def takings(view: CastingView) -> list[Taking]:
    """Everybody who takes part, as the action wants them."""
    return [
        Taking(one.person_id, dict(one.attributes), one.watches, one.reading_help) for one in view.players
    ]


def with_people(view: CastingView, person_ids: Iterable[str]) -> list[Taking]:
    """Everybody who takes part and these people."""
    have = takings(view)
    known = {one.person_id for one in have}
    return have + [Taking(person) for person in dict.fromkeys(person_ids) if person not in known]


def without(view: CastingView, person_id: str) -> list[Taking]:
    """Everybody but one."""
    return [one for one in takings(view) if one.person_id != person_id]


def changed(view: CastingView, taking: Taking) -> list[Taking]:
    """Everybody, one of them as given."""
    return [taking if one.person_id == taking.person_id else one for one in takings(view)]


def answered(view: CastingView, person_id: str, attribute: str, value: str) -> list[Taking]:
    """Everybody, one of them with another answer ("" = not said)."""
    (taking,) = (one for one in takings(view) if one.person_id == person_id)
    return changed(view, replace(taking, attributes={**taking.attributes, attribute: value}))


def line_of(view: CastingView) -> str:
    """State, item and length of the play."""
    play = view.play
    item = f"{play.meeting} · {play.item}" if play.meeting else _("on its own")
    length = _("{minutes} min").format(minutes=play.minutes)
    return words.joined((label(PLAY_CHIPS, play.state), item, length))


def tables_sentence(view: CastingView) -> str:
    """What so many players make."""
    playing = sum(not one.watches for one in view.players)
    players = ngettext("{n} player", "{n} players", playing).format(n=playing)
    if not playing:
        return _("Nobody takes part yet. Add people, or take all who are here.")
    if not view.sizes:
        least, most = view.scenario.players.least, view.scenario.players.most
        return _("{players} make no tables of this scenario; it is for {least} to {most}.").format(
            players=players, least=least, most=most
        )
    tables = ngettext("{n} table", "{n} tables", len(view.sizes)).format(n=len(view.sizes))
    sizes = " + ".join(str(size) for size in view.sizes)
    return _("{players} make {tables}: {sizes}").format(players=players, tables=tables, sizes=sizes)


def _answers(view: CastingView, one: CastPlayer) -> str:
    titles = {attribute.id: dict(attribute.values) for attribute in view.asked}
    return words.joined(titles.get(name, {}).get(value, value) for name, value in one.attributes)


def player_rows(view: CastingView) -> list[Row]:
    """Who takes part, by name."""
    apart = {person for pair in view.apart for person in pair}

    def row(one: CastPlayer) -> Row:
        flags = words.joined(
            (
                _("watches") if one.watches else "",
                _("needs help with reading") if one.reading_help else "",
                _("kept apart") if one.person_id in apart else "",
            )
        )
        return line(one.person_id, one.name, _answers(view, one) or _("nothing said yet"), flags)

    return [row(one) for one in sorted(view.players, key=lambda one: (one.name, one.person_id))]


def reasons(view: CastingView, one: CastPlayer) -> list[str]:
    """Why somebody has the role, a sentence each; a reason that was written down first."""
    told = [reason_sentence(view.scenario, reason) for reason in one.reasons]
    return ([_("Noted: {reason}").format(reason=one.reason)] if one.reason else []) + told


def role_words(one: CastPlayer) -> str:
    """The role, or that somebody only watches."""
    return one.role_name or _("watches")


def warnings(view: CastingView) -> str:
    """What the cast could not avoid; "" when nothing."""
    if view.play.state not in ("cast", "running") or not view.players:
        return ""
    told = []
    if view.together:
        told.append(
            ngettext(
                "{n} pair that should be apart sits at one table.",
                "{n} pairs that should be apart sit at one table.",
                len(view.together),
            ).format(n=len(view.together))
        )
    breaches = sum(one.breach for one in view.players)
    if breaches:
        told.append(
            ngettext(
                "{n} player has a role close to the own life.",
                "{n} players have a role close to their own life.",
                breaches,
            ).format(n=breaches)
        )
    if told and view.proven:
        told.append(_("With these people it cannot be better."))
    return " ".join(told)


def handout_rows(view: CastingView, *, roles: bool) -> list[Row]:
    """Who goes to which table, by name; roles only when they are asked for."""
    seated = [one for one in view.players if one.table]
    rows: list[Row] = []
    for table in view.tables:
        here = sorted((one for one in seated if one.table == table), key=lambda one: one.name)
        rows.append(heading(str(table), table_words(table), str(len(here))))
        rows += [line(one.person_id, one.name, "", role_words(one) if roles else HIDDEN) for one in here]
    return rows


def table_words(table: int) -> str:
    """Table 2."""
    return _("Table {n}").format(n=table)
