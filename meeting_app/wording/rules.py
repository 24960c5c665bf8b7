"""Rules of decision in words: names, shares, and what a pack asks for in plain sentences.

The words of a result are in `wording.outcomes`.
"""

from collections.abc import Mapping

from meeting_app.domain.rules.needs import Need, needs_of
from meeting_app.domain.rules.pack import BlankAs, Electorate, Preliminary, Purpose, RulePack, Source, Tie
from meeting_app.domain.rules.share import Amount, Base, Measure, Share
from meeting_app.i18n import N_, _, ngettext, pgettext
from meeting_app.wording import amounts, labels, sources, times
from meeting_app.wording.shares import share

BODIES: Mapping[str, str] = {
    "residents": N_("Residents"),
    "representatives": N_("Residents' representatives"),
    "villagers": N_("Villagers"),
    "owners": N_("Owners"),
    "owners_committee": N_("Owners' committee"),
    "council": N_("Residents' council"),
    "hearing": N_("Hearing"),
}
ELECTORATES: Mapping[str, str] = {
    "adults": N_("everybody of 18 and above"),
    "households": N_("the households, one voice each"),
    "representatives": N_("the members of the representatives' meeting"),
    "electors": N_("the electors on the list"),
    "owners": N_("the owners, whoever has several homes counts once"),
    "interested_owners": N_("the owners whose interests it touches"),
    "committee": N_("the members of the committee"),
    "participants": N_("those who are called"),
}
PURPOSES: Mapping[str, str] = {
    "decision": N_("Decision"),
    "election": N_("Election"),
    "straw_poll": N_("Straw poll"),
}
BASES: Mapping[str, str] = {
    "eligible": N_("all who may vote"),
    "present": N_("those present"),
    "cast": N_("those who vote"),
    "valid": N_("the valid ballots"),
    "yes_no": N_("the votes for and against"),
}
_BLANKS: Mapping[str, str] = {
    "abstention": N_("A blank ballot counts as an abstention."),
    "invalid": N_("A blank ballot counts as invalid."),
}
_TIES: Mapping[str, str] = {
    "falls": N_("As many for as against is not enough."),
    "revote": N_("On a tie those who are tied are voted on again."),
    "lot": N_("On a tie a public lot decides."),
}
_STAYING: Mapping[str, str] = {
    "eligible": N_("Who stays away, abstains or spoils the ballot counts like one against."),
    "present": N_("Who is there and abstains or does not vote counts like one against."),
    "cast": N_("Abstentions stay in the number that the share is taken of."),
    "valid": N_("Abstentions stay in the number that the share is taken of, invalid ballots do not."),
    "yes_no": N_("Abstentions are left out."),
}


def pack_name(pack: RulePack) -> str:
    """The pack's name in the reader's language, as far as it has one."""
    return pack.name if times.is_chinese() else pack.name_en or pack.name


def share_words(of: Share) -> str:
    """At least two thirds / 三分之二以上; more than half / 过半数."""
    return share(of.numerator, of.denominator, of.strict)


def source(pack: RulePack) -> str:
    """The law with its articles; a body's own rule says so."""
    if not pack.sources:
        return _("no law; the body's own rule")
    parts = [_cited(one) for one in pack.sources if not one.notice]
    parts += [_("notice: {source}").format(source=_cited(one)) for one in pack.sources if one.notice]
    return _("; ").join(parts)


def _cited(one: Source) -> str:
    law = _("“{law}”").format(law=one.law)
    return sources.cited(law, one.articles)


def in_force(pack: RulePack) -> str:
    """From when, and until when if it ended."""
    since = times.full_day(pack.effective_from)
    if pack.effective_to is None:
        return _("in force since {since}").format(since=since)
    until = times.full_day(pack.effective_to)
    return _("in force from {since} to {until}").format(since=since, until=until)


def _measured(pack: RulePack, sentence: str) -> str:
    both = pack.measures != (Measure.PERSONS,)
    return (
        _("{sentence} Persons and area are each counted so.").format(sentence=sentence) if both else sentence
    )


def participation(pack: RulePack) -> str:
    """Who must take part."""
    test = pack.participation
    if test is None:
        return _("No number of participants is asked for.")
    form = _("It counts only if {share} of all who may vote are present.")
    if test.counted is Base.CAST:
        form = _("It counts only if {share} of all who may vote take part in the vote.")
    return _measured(pack, form.format(share=share_words(test.share)))


def approval(pack: RulePack) -> str:
    """What it takes."""
    base = labels.label(BASES, pack.approval.base)
    form = _("It is adopted if {share} of {base} agree.")
    if pack.purpose is Purpose.ELECTION:
        form = _("Elected is who has the votes of {share} of {base}.")
    elif pack.purpose is Purpose.STRAW_POLL:
        return _("Nothing is decided; it only shows which way opinions lean.")
    return _measured(pack, form.format(share=share_words(pack.approval), base=base))


def _further(pack: RulePack) -> str:
    if pack.further is None:
        return ""
    return _(
        "Are seats left, those with the most votes among the others stand again; "
        "the most votes win, with {share} of {base}."
    ).format(
        share=share_words(pack.further.share), base=labels.label(BASES, pack.further.share.base)
    )  # fmt: skip


def _proxies(pack: RulePack) -> str:
    if not pack.proxies.stated:
        return _("Whether somebody may vote for somebody else is for the kind of meeting to say.")
    if not pack.proxies.allowed:
        return _("Nobody may vote for somebody else.")
    most = pack.proxies.most
    written = _("in writing") if pack.proxies.written else _("without a form")
    if most == 0:
        return _("Somebody else may vote for a voter, {written}.").format(written=written)
    return ngettext(
        "Somebody else may vote for a voter, {written}; for {n} at most.",
        "Somebody else may vote for voters, {written}; for {n} at most.",
        most,
    ).format(written=written, n=most)


def _notice(pack: RulePack) -> str:
    if pack.notice_days == 0:
        return ""
    days = ngettext(
        "The notice is posted {n} full day before.", "The notice is posted {n} full days before.",
        pack.notice_days,
    ).format(n=pack.notice_days)  # fmt: skip
    return _("{sentence} Without it the vote is void.").format(sentence=days) if _void(pack) else days


def _void(pack: RulePack) -> bool:
    return pack.preliminary is Preliminary.VOID


def _owners(pack: RulePack) -> tuple[str, ...]:
    if pack.electorate not in (Electorate.OWNERS, Electorate.INTERESTED_OWNERS):
        return ()
    silent = _("Owners who give no ballot back do not count.")
    if pack.owners.silent_join:
        silent = _("Owners who give no ballot back join the majority; both results are shown.")
    parking = _("Parking spaces do not count.")
    if pack.owners.parking:
        parking = _("Parking spaces count with their area.")
    return silent, parking


def _ballots(pack: RulePack) -> tuple[str, ...]:
    unfit = "" if pack.invalid_takes_part else _("Invalid ballots count as not cast.")
    tie = labels.label(_TIES, pack.tie)
    half = (pack.approval.numerator * 2, pack.approval.strict) == (pack.approval.denominator, True)
    if pack.tie is Tie.FALLS and not (half and pack.purpose is Purpose.DECISION):
        tie = ""
    blank = labels.label(_BLANKS, pack.blank) if pack.blank is BlankAs.INVALID else ""
    if pack.purpose is Purpose.STRAW_POLL:
        return ()
    return labels.label(_STAYING, pack.approval.base), blank, unfit, tie


def reading(pack: RulePack) -> tuple[str, ...]:
    """The pack in plain sentences, the most important first."""
    composed = ""
    if pack.composition is not None:
        composed = _("{share} of the members are elected representatives.").format(
            share=_capital(share_words(pack.composition))
        )
    sentences = (
        _("Who votes: {who}.").format(who=labels.label(ELECTORATES, pack.electorate)),
        participation(pack), approval(pack), *_ballots(pack),
        _("There are more candidates than seats.") if pack.more_candidates else "", _further(pack),
        _("The ballot is secret.") if pack.secret else "", composed, _notice(pack), _proxies(pack),
        *_owners(pack),
    )  # fmt: skip
    return tuple(one for one in sentences if one)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measured(measure: Measure, value: int) -> str:
    """A figure with its unit: 41 persons, 4,098.88 m²."""
    if measure is Measure.AREA:
        return pgettext("rule", "{area} m²").format(area=amounts.area(value))
    return ngettext("{n} person", "{n} people", value).format(n=value)


def _need(pack: RulePack, need: Need) -> str:
    everybody, least, most = (measured(need.measure, one) for one in (need.eligible, need.least, need.most))
    if pack.participation is None:
        return _("Of {everybody}: {most} must agree if all vote.").format(everybody=everybody, most=most)
    form = _("Of {everybody}: {quorum} must be there; then {least} must agree, and {most} if all are there.")
    if pack.participation.counted is Base.CAST:
        form = _("Of {everybody}: {quorum} must vote; then {least} must agree, and {most} if all vote.")
    if pack.approval.base is Base.ELIGIBLE:
        form = _("Of {everybody}: {quorum} must be there, and {most} must agree.")
    quorum = measured(need.measure, need.participation)
    return form.format(everybody=everybody, quorum=quorum, least=least, most=most)


def meaning(pack: RulePack, eligible: Amount) -> tuple[str, ...]:
    """What the pack means for a body of that size, a sentence for each measure."""
    if pack.purpose is Purpose.STRAW_POLL:
        return (_("No number is needed."),)
    return tuple(_need(pack, need) for need in needs_of(pack, eligible))
