"""Proxies in words: the rule of the meeting, who acts for whom, what a holder stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.domain.agenda import ItemState
from meeting_app.domain.proxy_rule import ProxyRule
from meeting_app.i18n import _, ngettext
from meeting_app.queries.live import LiveItem, LiveView
from meeting_app.queries.presence import ProxyRow
from meeting_app.ui.console.live import words
from meeting_app.ui.widgets import Row
from meeting_app.wording import labels, proxies, times

COUNTED = ("by_rule", "own_kind")  # rules whose sentence does not name the number


@dataclass(frozen=True, slots=True)
class RuleShown:
    """The rule in a sentence, and whether anything can be entered."""

    text: str
    allowed: bool


def rule(found: ProxyRule) -> RuleShown:
    """The meeting's rule of proxies."""
    said = labels.label(proxies.RULES, found.code)
    if found.code in COUNTED:
        most = ngettext(
            "At most {n} proxy for one person.", "At most {n} proxies for one person.", found.most
        )
        said = words.sentences(most.format(n=found.most), said)
    return RuleShown(said, found.allowed)


def items(view: LiveView) -> tuple[LiveItem, ...]:
    """The items that a proxy can still speak of."""
    return tuple(item for item in view.items if item.state in (ItemState.WAITING, ItemState.CURRENT))


def row(proxy: ProxyRow) -> Row:
    """Who acts for whom, and whether it works now."""
    title = _("{holder} for {principal}").format(holder=proxy.holder.name, principal=proxy.principal.name)
    scope = _(", ").join(proxy.items) if proxy.items else _("whole meeting")
    chip, tone = (_("in force"), "ok") if proxy.works else (_("waits"), "plain")
    if proxy.principal.state == "present":
        chip, tone = _("came in person"), "muted"
    limits = _("bound to: {limits}").format(limits=proxy.limits) if proxy.limits else ""
    detail = words.joined(scope, limits, proxy.document, times.clock(proxy.given_at))
    return Row(proxy.id, title, detail, strong=True, chip=chip, chip_tone=tone)


def rows(found: Sequence[ProxyRow]) -> list[Row]:
    """All of them."""
    return [row(proxy) for proxy in found]


def stands_for(found: Sequence[ProxyRow]) -> dict[str, str]:
    """What is said beside a holder who is looked up at the desk, by person."""
    names: dict[str, list[str]] = {}
    for proxy in found:
        names.setdefault(proxy.holder.person_id, []).append(proxy.principal.name)
    said = {
        person: _("represents {n}: {names}").format(n=len(them), names=_(", ").join(them))
        for person, them in names.items()
    }
    for proxy in found:
        text = _("represented by {name}").format(name=proxy.holder.name)
        said.setdefault(proxy.principal.person_id, text)
    return said
