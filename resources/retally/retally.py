#!/usr/bin/env python3
"""Count a vote again from its bundle: python3 retally.py FOLDER_OR_ZIP

Python 3.8 or later and nothing else. This file knows nothing of the program that made the bundle; it follows
the printed rules (README.md beside it) and compares its own result with the one in counts.json.
Answers 0: the same result. 1: something differs. 2: the bundle cannot be read.

重新计票：python3 retally.py 文件夹或压缩包。只需要 Python 3.8 以上。本文件不用制作数据包的程序，只按公布的规则重算，再和 counts.json 对照。
"""

import hashlib
import json
import re
import sys
import zipfile
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

METHODS = {}  # code: (how a ballot is read, how the valid ballots are counted)


class Unreadable(Exception):
    """The bundle is not one, or not whole."""


class Told:
    """A result: figures, the chosen (numbers from 0, in order), the open tie, the figures of every step."""

    def __init__(self, standing, winners=(), tie=None, rounds=()):
        self.standing = list(standing)
        self.winners = list(winners)
        self.tie = tie
        self.rounds = [list(one) for one in rounds]


class Rule:
    """rule.json with the names that the counting uses."""

    def __init__(self, record):
        self.record = record
        self.names = record["options"]
        self.n = len(self.names)
        self.options = range(self.n)
        self.seats = record["seats"]
        self.limit = record["limit"]
        self.variant = record["variant"]
        self.costs = record["costs"]
        self.budget = record["budget"]
        self.step = record.get("step", 0)
        self.cast = 0  # all ballots, also those that nobody can read; told by `recount`


def method(code, reads):
    """Enter a way to count. `reads(rule, ballot)` answers "" (valid), "blank" or why it is spoilt;
    the function takes the rule, the valid ballots and the drawn order (or None) and answers a `Told`."""

    def enter(count):
        METHODS[code] = (reads, count)
        return count

    return enter


def tie(options, places, reason):
    """An open tie as counts.json writes it."""
    return {"options": sorted(option + 1 for option in options), "places": places, "reason": reason}


# ---- Reading ballots ----


def numbers(low, high):
    """A reader: only numbers from `low` to `high`; both may depend on the rule."""

    def read(rule, ballot):
        written = [number for number in ballot if number is not None]
        if not written:
            return "blank"
        top = high(rule)
        fits = all(low <= number and (top is None or number <= top) for number in written)
        return "" if fits else "outside"

    return read


def marks(most):
    """A reader: 1 for a mark, 0 as if nothing was written, no more than `most(rule)` marks."""

    def read(rule, ballot):
        why = numbers(0, lambda _: 1)(rule, ballot)
        if why:
            return why
        made = sum(1 for number in ballot if number == 1)
        return "blank" if made == 0 else "too_many" if made > most(rule) else ""

    return read


def dots_reader(rule, ballot):
    why = numbers(0, lambda _: None)(rule, ballot)
    if why:
        return why
    given = sum(number or 0 for number in ballot)
    return "blank" if given == 0 else "too_many_dots" if given > rule.limit else ""


def ranks(rule, ballot):
    """Ranks that only say who stands before whom."""
    why = numbers(1, lambda rule: rule.n)(rule, ballot)
    if why:
        return why
    made = sum(1 for rank in ballot if rank is not None)
    return "too_many" if rule.limit and made > rule.limit else ""


def one_first(rule, ballot):
    """Ranks with exactly one first."""
    why = ranks(rule, ballot)
    if why:
        return why
    firsts = [rank for rank in ballot if rank == 1]
    return "" if len(firsts) == 1 else "several_firsts" if firsts else "no_first"


def chain(ballot):
    """The options in the order 1, 2, 3 ... up to the first number that is missing or stands twice."""
    order = []
    for rank in range(1, len(ballot) + 1):
        here = [option for option, written in enumerate(ballot) if written == rank]
        if len(here) != 1:
            break
        order.append(here[0])
    return tuple(order)


# ---- Giving places ----


def by_lot(options, lot):
    """The options in the order of the draw."""
    return [option for option in lot if option in options]


def most(figures, candidates, places, lot, reason="place"):
    """Those with the largest figures: (chosen in order, open tie)."""
    chosen = []
    for value in sorted({figures[one] for one in candidates}, reverse=True):
        equal = [one for one in candidates if figures[one] == value]
        left = places - len(chosen)
        if len(equal) <= left:
            chosen += equal
        elif left:
            if lot is None:
                return chosen, tie(equal, left, reason)
            return chosen + by_lot(equal, lot)[:left], None
    return chosen, None


# ---- Figures only, and sums ----


@method("yes_no", numbers(-1, lambda _: 1))
def yes_no(rule, ballots, lot):
    said = [Counter(ballot[option] for ballot in ballots) for option in rule.options]
    rounds = [[one[answer] for one in said] for answer in (1, -1, 0, None)]
    return Told(rounds[0], rounds=rounds)


def sums(rule, ballots):
    return [sum(ballot[option] or 0 for ballot in ballots) for option in rule.options]


@method("choose_one", marks(lambda _: 1))
@method("choose_k", marks(lambda rule: rule.limit))
@method("dots", dots_reader)
@method("score", numbers(0, lambda rule: rule.limit))
def largest_sums(rule, ballots, lot):
    got = sums(rule, ballots)
    chosen, open_tie = most(got, [option for option in rule.options if got[option]], rule.seats, lot)
    return Told(got, chosen, open_tie, [got])


# ---- Points with a runoff ----


@method("star", numbers(0, lambda rule: rule.limit))
def star(rule, ballots, lot):
    got = sums(rule, ballots)
    rounds = [got]

    def preferred(among):
        return {
            one: sum((b[one] or 0) > (b[other] or 0) for b in ballots for other in among if other != one)
            for one in among
        }

    def top(among):
        return {one: sum(b[one] == rule.limit for b in ballots) for one in among}

    def narrow(figures, among, places):
        """Who is sure of a place by these figures, who is still equal, and for how many places."""
        taken, left = [], places
        for value in sorted({figures[one] for one in among}, reverse=True):
            equal = [one for one in among if figures[one] == value]
            if len(equal) > left:
                return taken, equal if left else [], left
            taken += equal
            left -= len(equal)
        return taken, [], 0

    def settle(equal, places, tests, reason):
        """Apply the tests in turn, then the lot: (taken, open tie)."""
        taken = []
        for test in tests:
            if equal:
                figures = test(equal)
                rounds.append([figures.get(option) for option in rule.options])
                sure, equal, places = narrow(figures, equal, places)
                taken += sure
        if not equal:
            return taken, None
        if lot is None:
            return [], tie(equal, places, reason)
        return taken + by_lot(equal, lot)[:places], None

    with_points = [option for option in rule.options if got[option]]
    finalists, equal, places = narrow(got, with_points, 2)
    more, open_tie = settle(equal, places, (preferred, top), "runoff")
    finalists = finalists + more
    if open_tie or len(finalists) < 2:
        return Told(got, [] if open_tie else finalists, open_tie, rounds)
    winner, open_tie = settle(
        finalists, 1, (preferred, lambda among: {one: got[one] for one in among}, top), "place"
    )
    return Told(got, winner, open_tie, rounds)


# ---- Ranks ----


@method("borda", ranks)
def borda(rule, ballots, lot):
    points = [Fraction(0)] * rule.n
    for ballot in ballots:
        place = 0
        for rank in sorted({rank for rank in ballot if rank is not None}) + [None]:
            group = [option for option in rule.options if ballot[option] == rank]
            shared = sum(rule.n - 1 - at for at in range(place, place + len(group)))
            for option in group:
                points[option] += Fraction(shared, len(group))
            place += len(group)
    named = [option for option in rule.options if any(ballot[option] for ballot in ballots)]
    chosen, open_tie = most(points, named, rule.seats, lot)
    return Told(points, chosen, open_tie, [points])


@method("irv", one_first)
def irv(rule, ballots, lot):
    papers = Counter(chain(ballot) for ballot in ballots)
    left = sorted({option for order in papers for option in order})
    votes, rounds = {}, []

    def told(winners=(), open_tie=None):
        return Told([votes.get(option, 0) for option in rule.options], winners, open_tie, rounds)

    while left:
        votes = dict.fromkeys(left, 0)
        for order, number in papers.items():
            for option in order:
                if option in left:
                    votes[option] += number
                    break
        rounds.append([votes.get(option) for option in rule.options])
        base = sum(votes.values())
        for option in left:
            if votes[option] > base - votes[option]:
                return told([option])
        if len(left) == 2:
            return told(by_lot(left, lot)[:1]) if lot else told(open_tie=tie(left, 1, "half"))
        least = min(votes.values())
        last = [option for option in left if votes[option] == least]
        if len(last) > 1 and least > 0:
            if lot is None:
                return told(open_tie=tie(last, 1, "out"))
            last = by_lot(last, lot)[-1:]
        left = [option for option in left if option not in last]
    return told()


@method("schulze", ranks)
def schulze(rule, ballots, lot):
    papers = Counter(ballots)
    n = rule.n

    def before(ballot, one, other):
        return ballot[one] is not None and (ballot[other] is None or ballot[one] < ballot[other])

    prefer = [[0] * n for _ in rule.options]
    for ballot, number in papers.items():
        for one in rule.options:
            for other in rule.options:
                if before(ballot, one, other):
                    prefer[one][other] += number
    path = [
        [max(0, prefer[one][other] - prefer[other][one]) for other in rule.options] for one in rule.options
    ]
    longer = True
    while longer:  # until no detour makes any path stronger
        longer = False
        for one in rule.options:
            for via in rule.options:
                for other in rule.options:
                    detour = min(path[one][via], path[via][other])
                    if one != other and detour > path[one][other]:
                        path[one][other] = detour
                        longer = True

    def beaten(one, among):
        return any(path[other][one] > path[one][other] for other in among)

    left = [option for option in rule.options if any(ballot[option] is not None for ballot in papers)]
    winners, open_tie = [], None
    while left and len(winners) < rule.seats and open_tie is None:
        best = [one for one in left if not beaten(one, left)]
        places = rule.seats - len(winners)
        if len(best) > places and lot is None:
            open_tie = tie(best, places, "place")
        else:
            winners += best if len(best) <= places else by_lot(best, lot)[:places]
            left = [one for one in left if one not in best]
    rows = [
        [None if one == other else table[one][other] for other in rule.options]
        for table in (prefer, path)
        for one in rule.options
    ]
    standing = [sum(path[one][other] > path[other][one] for other in rule.options) for one in rule.options]
    return Told(standing, winners, open_tie, rows)


@method("stv", one_first)
def stv(rule, ballots, lot):
    """Every paper is followed by itself: [its order, how many such, the value of each, who holds it]."""
    orders = Counter(chain(ballot) for ballot in ballots)
    if not orders:
        return Told([0] * rule.n)
    quota = len(ballots) // (rule.seats + 1) + 1
    hopeful = {option for order in orders for option in order}
    out = set(rule.options) - hopeful
    papers = [[order, number, Fraction(1), None] for order, number in orders.items()]
    votes = dict.fromkeys(rule.options, Fraction(0))
    elected, history, rounds = [], [], []

    def give(moving):
        """Hand each paper to its first hopeful; count what arrives."""
        for paper in moving:
            paper[3] = next((option for option in paper[0] if option in hopeful), None)
            if paper[3] is not None:
                votes[paper[3]] += paper[1] * paper[2]

    def note():
        history.append(dict(votes))
        rounds.append([None if option in out else votes[option] for option in rule.options])

    def told(open_tie=None):
        return Told(
            [0 if option in out else votes[option] for option in rule.options], elected, open_tie, rounds
        )

    def single(equal, choose, reason):
        """One of several: by the latest earlier stage with a difference, then by lot; None is an open tie."""
        for stage in history[::-1]:
            value = choose(stage[option] for option in equal)
            equal = [option for option in equal if stage[option] == value]
        if len(equal) == 1:
            return equal[0], None
        if lot is None:
            return None, tie(equal, 1, reason)
        order = by_lot(equal, lot)
        return (order[-1] if reason == "out" else order[0]), None

    def elect(options):
        for option in sorted(options, key=lambda one: (-votes[one], one)):
            hopeful.discard(option)
            elected.append(option)

    give(papers)
    note()
    while True:
        elect([option for option in hopeful if votes[option] >= quota])
        if len(hopeful) <= rule.seats - len(elected):
            elect(list(hopeful))
        if len(elected) == rule.seats or not hopeful:
            return told()
        above = {option: votes[option] - quota for option in elected if votes[option] > quota}
        if above:
            largest = [option for option in above if above[option] == max(above.values())]
            who, open_tie = single(largest, max, "surplus")
            if open_tie:
                return told(open_tie)
            moving = [paper for paper in papers if paper[3] == who]
            for paper in moving:
                paper[2] = paper[2] * above[who] / votes[who]
                if rule.variant != "exact":
                    paper[2] = Fraction(paper[2] * 100_000 // 1, 100_000)
            votes[who] = Fraction(quota)
        else:
            least = min(votes[option] for option in hopeful)
            last = [option for option in hopeful if votes[option] == least]
            if least > 0 or len(hopeful) - len(last) < rule.seats - len(elected):
                who, open_tie = single(last, min, "out")
                if open_tie:
                    return told(open_tie)
                last = [who]
            hopeful.difference_update(last)
            out.update(last)
            moving = [paper for paper in papers if paper[3] in last]
            votes.update(dict.fromkeys(last, Fraction(0)))
        give(moving)
        note()


# ---- Elections, gradients ----


@method("election", marks(lambda rule: rule.seats))
def election(rule, ballots, lot):
    got = sums(rule, ballots)
    needs = {
        "": rule.cast // 2 + 1,
        "valid": len(ballots) // 2 + 1,
        "further": max(1, -(-rule.cast // 3)),
        "revote": 1,
    }
    reached = [option for option in rule.options if got[option] >= needs[rule.variant]]
    chosen, open_tie = most(got, reached, rule.seats, lot)
    return Told(got, chosen, open_tie, [got])


@method("gradient", numbers(1, lambda _: 5))
def gradient(rule, ballots, lot):
    middles = []
    for option in rule.options:
        voices = sorted(ballot[option] for ballot in ballots if ballot[option] is not None)
        half = len(voices) // 2
        both = voices[half] + voices[-1 - half] if voices else 0
        middles.append(Fraction(both, 2))
    return Told(middles, rounds=[middles])


# ---- Money ----


def money_reader(rule, ballot):
    if rule.variant == "dots":
        return dots_reader(rule, ballot)
    why = marks(lambda rule: rule.limit or rule.n)(rule, ballot)
    if why or rule.variant != "knapsack":
        return why
    cost = sum(price for number, price in zip(ballot, rule.costs) if number)
    return "over_budget" if cost > rule.budget else ""


def spend(rule, votes, options, left, lot):
    """Buy by votes, then the cheaper one, then the lot: (bought in order, first open tie, the votes of those
    that come next after each decision)."""
    bought, open_tie, tables = [], None, []
    decided = {option for option in rule.options if option not in options}
    wanted = {(-votes[one], rule.costs[one]) for one in options if votes[one]}
    for level in sorted(wanted):
        equal = [one for one in options if (-votes[one], rule.costs[one]) == level]
        fitting = min(left // level[1], len(equal))
        left -= fitting * level[1]
        if 0 < fitting < len(equal):
            if lot is None:
                open_tie = open_tie or tie(equal, fitting, "money_line")
                continue
            equal = by_lot(equal, lot)
        bought += equal[:fitting]
        for option in equal:
            decided.add(option)
            tables.append([None if one in decided else votes[one] for one in rule.options])
    return bought, open_tie, tables


@method("budget", money_reader)
def budget(rule, ballots, lot):
    got = sums(rule, ballots)
    bought, open_tie, tables = spend(rule, got, list(rule.options), rule.budget, lot)
    return Told(got, bought, open_tie, [got, *tables])


def buy_together(rule, ballots, money, lot):
    """One count of equal shares of `money`: (bought in order, open tie, what the supporters held each time).

    Voters with the same ballot always hold the same; `purse` is what each of them has."""
    voters = Counter(tuple(option for option in rule.options if ballot[option]) for ballot in ballots)
    purse = {wanted: Fraction(money, len(ballots)) for wanted in voters}
    fans = [[wanted for wanted in voters if option in wanted] for option in rule.options]
    votes = [sum(voters[wanted] for wanted in one) for one in fans]
    bought, tables, lowest = [], [], {}

    def price(option):
        """What each supporter pays who has enough, the others giving all they have; None: too dear."""
        rest, payers = Fraction(rule.costs[option]), votes[option]
        for wanted in sorted(fans[option], key=purse.__getitem__):
            if purse[wanted] * payers >= rest:
                return rest / payers
            rest -= purse[wanted] * voters[wanted]
            payers -= voters[wanted]
        return None

    def level(option):
        """What puts projects in order; a price only ever rises, so an old one is a lower bound."""
        paid = price(option)
        return None if paid is None else (paid / rule.costs[option], -votes[option], rule.costs[option])

    left = [option for option in rule.options if votes[option]]
    while True:
        fresh = {}
        for option in sorted(left, key=lambda one: lowest.get(one, (0,))):
            if fresh and lowest.get(option, (0,)) > min(fresh.values()):
                break
            found = level(option)
            if found is None:
                left.remove(option)
            else:
                fresh[option] = lowest[option] = found
        if not fresh:
            return bought, None, tables
        equal = sorted(option for option in fresh if fresh[option] == min(fresh.values()))
        paid = price(equal[0])
        enough = all(
            purse[wanted] >= paid * number
            for wanted in voters
            for number in [sum(option in wanted for option in equal)]
            if number > 1
        )
        if len(equal) > 1 and not enough:
            if lot is None:
                return bought, tie(equal, 1, "equal_price"), tables
            equal = by_lot(equal, lot)
        tables.append(
            [
                None if option in bought else sum(purse[one] * voters[one] for one in fans[option])
                for option in rule.options
            ]
        )
        for wanted in fans[equal[0]]:
            purse[wanted] -= min(purse[wanted], paid)
        bought.append(equal[0])
        left.remove(equal[0])


@method("equal_shares", money_reader)
def equal_shares(rule, ballots, lot):
    votes = sums(rule, ballots)
    if not ballots:
        return Told(votes, rounds=[votes])

    def cost(options):
        return sum(rule.costs[option] for option in options)

    grows = rule.variant in ("add_one", "add_one_by_votes")
    step = rule.step or -(-rule.budget // (100 * len(ballots)))
    in_reach = sum(1 for option in rule.options if votes[option] and rule.costs[option] <= rule.budget)
    money = rule.budget
    last = buy_together(rule, ballots, money, lot)
    for _ in range(149 if grows else 0):
        if last[1] or len(last[0]) == in_reach:
            break
        money += step * len(ballots)
        following = buy_together(rule, ballots, money, lot)
        if following[1] is None and cost(following[0]) > rule.budget:
            break
        last = following
    bought, open_tie, tables = last
    if open_tie and grows:
        bought = []
    elif open_tie is None and rule.variant.endswith("by_votes"):
        others = [option for option in rule.options if option not in bought]
        more, open_tie, after = spend(rule, votes, others, rule.budget - cost(bought), lot)
        bought, tables = bought + more, tables + after
    return Told(votes, bought, open_tie, [votes, *tables])


# ---- Drawing people by lot ----


def can_complete(cells, quotas):
    """Whether so many people can be chosen from the cells {groups: people} that every group of every feature
    gets exactly its places: cell by cell, never trying the same remainder twice."""
    cells = sorted(cells.items(), key=lambda one: (one[1], one[0]))
    names = [(feature, group) for feature, places in enumerate(quotas) for group in places]
    where = {name: at for at, name in enumerate(names)}
    after = [[0] * len(names)]
    for groups, number in reversed(cells):
        room = list(after[0])
        for name in enumerate(groups):
            room[where[name]] += number
        after.insert(0, room)
    hopeless = set()

    def fill(at, left):
        if any(places > room for places, room in zip(left, after[at])) or (at, left) in hopeless:
            return False
        if at == len(cells):
            return True
        groups, number = cells[at]
        places = [where[name] for name in enumerate(groups)]
        for chosen in range(min(number, *(left[place] for place in places)), -1, -1):
            rest = list(left)
            for place in places:
                rest[place] -= chosen
            if fill(at + 1, tuple(rest)):
                return True
        hopeless.add((at, left))
        return False

    return fill(0, tuple(quotas[feature][group] for feature, group in names))


def choose_people(people, order, seats, quotas):
    """Down the order: everybody with whom all places can still be held."""
    chosen, closed, left = [], set(), [dict(places) for places in quotas]
    cells = Counter(people[number][1] for number in order)
    for number in order:
        groups = people[number][1]
        if len(chosen) == seats:
            break
        cells[groups] -= 1
        if groups in closed or any(not left[at][group] for at, group in enumerate(groups)):
            continue
        taken = [
            {group: places - (group == groups[at]) for group, places in one.items()}
            for at, one in enumerate(left)
        ]
        if quotas and not can_complete({one: n for one, n in cells.items() if n}, taken):
            closed.add(groups)
            continue
        left = taken
        chosen.append(number)
    return chosen


def redraw(files):
    """Draw again from draw.json and pool.csv: (lines to print, the differences found)."""
    record = document(files, "draw.json")
    head, *rows = files.get("pool.csv", b"").decode("utf-8", "replace").split("\n")
    if head.split(",") != ["number", "name", *record["features"]] or rows.pop() != "":
        raise Unreadable("pool.csv")
    people = {}
    for row in rows:
        number, name, *groups = row.split(",")
        people[int(number)] = (name, tuple(groups))
    digest = hashlib.sha256(files["pool.csv"]).hexdigest()
    tickets = {
        number: hashlib.sha256(
            f"{record['draw']}|{digest}|{record['number']}|{number} {name}".encode()
        ).hexdigest()
        for number, (name, _groups) in people.items()
    }
    order = sorted(people, key=tickets.__getitem__)
    lines = [f"{tickets[number][:16]}  {number} {people[number][0]}" for number in order]
    faults = []
    for name, own in (
        ("pool_sha256", digest),
        ("order", order),
        ("chosen", choose_people(people, order, record["seats"], record["quotas"])),
    ):
        lines.append(f"{name}: {json.dumps(own)}")
        if own != record[name]:
            lines[-1] += f"  ≠ {json.dumps(record[name])}"
            faults.append(name)
    return lines, faults


# ---- The bundle ----


def bundle(place):
    """The files of a folder or a .zip by their names."""
    path = Path(place)
    try:
        if path.is_dir():
            return {one.name: one.read_bytes() for one in path.iterdir() if one.is_file()}
        with zipfile.ZipFile(path) as packed:
            return {
                Path(name).name: packed.read(name) for name in packed.namelist() if not name.endswith("/")
            }
    except (OSError, zipfile.BadZipFile) as problem:
        raise Unreadable(str(problem)) from problem


def document(files, name):
    """A JSON file of the bundle; numbers with a decimal point are refused."""

    def refuse(text):
        raise Unreadable(f"{name}: {text}")

    if name not in files:
        raise Unreadable(f"{name}?")
    try:
        return json.loads(files[name].decode("utf-8"), parse_float=refuse, parse_constant=refuse)
    except ValueError as problem:
        raise Unreadable(f"{name}: {problem}") from problem


def ballots_of(sheet, options):
    """(ballots, areas or None) of ballots.csv."""
    text = sheet.decode("ascii", "replace")
    if "\r" in text:
        raise Unreadable("ballots.csv: its line ends were changed; unpack the bundle again / 换行符被改过，请重新解压数据包")
    head, *lines = text.split("\n")
    columns = [str(number + 1) for number in range(options)]
    with_area = head.split(",") == [*columns, "area"]
    if not with_area and head.split(",") != columns:
        raise Unreadable("ballots.csv: 1")
    if not lines or lines.pop() != "":
        raise Unreadable("ballots.csv: the last line is cut / 最后一行不完整")
    if lines != sorted(lines):
        raise Unreadable("ballots.csv: the lines are not sorted, so somebody changed them / 各行没有排序，文件被改过")
    rows = [line.split(",") for line in lines]
    for number, row in enumerate(rows, 2):
        pattern = r"(-?\d{1,9})?"
        if len(row) != options + with_area or not all(re.fullmatch(pattern, cell) for cell in row[:options]):
            raise Unreadable(f"ballots.csv: {number}")
    ballots = [tuple(int(cell) if cell else None for cell in row[:options]) for row in rows]
    return ballots, [int(row[-1]) for row in rows] if with_area else None


def drawn(files, rule, digest, differ):
    """The order of the draw, recomputed from its number; None where no lots were drawn."""
    if "lot.json" not in files:
        return None
    record = document(files, "lot.json")
    poll, number = rule.record["poll"], record["number"]
    tickets = [hashlib.sha256(f"{poll}|{digest}|{number}|{name}".encode()).hexdigest() for name in rule.names]
    order = sorted(rule.options, key=tickets.__getitem__)
    differ("lot", [option + 1 for option in order], record["order"])
    differ("lot ballots_sha256", digest, record["ballots_sha256"])
    return order


def areas_of(ballots, areas, rule):
    """For each option the areas of those for, against, abstaining, and saying nothing."""
    found = []
    for option in rule.options:
        total = defaultdict(int)
        for ballot, area in zip(ballots, areas):
            total[ballot[option]] += area
        found.append([total[answer] for answer in (1, -1, 0, None)])
    return found


def figures(values):
    return [None if value is None else str(value) for value in values]


def recount(files):
    """Count a bundle: (lines to print, the differences found)."""
    if "draw.json" in files:
        return redraw(files)
    rule = Rule(document(files, "rule.json"))
    wanted = document(files, "counts.json")
    if rule.record["bundle"] != 1 or rule.record["method"] not in METHODS or "ballots.csv" not in files:
        raise Unreadable("rule.json / ballots.csv")
    lines, faults = [], []

    def differ(name, own, theirs):
        lines.append(f"{name}: {json.dumps(own)}")
        if own != theirs:
            lines[-1] += f"  ≠ {json.dumps(theirs)}"
            faults.append(name)

    digest = hashlib.sha256(files["ballots.csv"]).hexdigest()
    differ("ballots_sha256", digest, wanted["ballots_sha256"])
    if "rule_sha256" in wanted:
        differ("rule_sha256", hashlib.sha256(files["rule.json"]).hexdigest(), wanted["rule_sha256"])
    ballots, areas = ballots_of(files["ballots.csv"], rule.n)
    lot = drawn(files, rule, digest, differ)
    rule.cast = len(ballots) + wanted["unread"]
    reads, count = METHODS[rule.record["method"]]
    reasons = Counter(reads(rule, ballot) for ballot in ballots)
    valid = [ballot for ballot in ballots if not reads(rule, ballot)]
    told = count(rule, valid, lot)
    blank, good = reasons.pop("blank", 0), reasons.pop("", 0)
    for number, name in enumerate(rule.names, 1):
        lines.append(f"{number} = {name}")
    for name, own in (
        ("ballots", len(ballots)),
        ("valid", good),
        ("blank", blank),
        ("spoilt", [list(one) for one in sorted(reasons.items())]),
        ("standing", figures(told.standing)),
        ("winners", [option + 1 for option in told.winners]),
        ("tie", told.tie),
    ):
        differ(name, own, wanted[name])
    rounds = [figures(one) for one in told.rounds]
    for number, (own, theirs) in enumerate(zip(rounds, wanted["rounds"]), 1):
        differ(f"round {number}", own, theirs)
    differ("rounds", len(rounds), len(wanted["rounds"]))
    sums = None
    if areas is not None and "areas" in wanted:
        kept = [(ballot, area) for ballot, area in zip(ballots, areas) if not reads(rule, ballot)]
        sums = areas_of([one for one, _ in kept], [one for _, one in kept], rule)
        differ("areas", sums, wanted["areas"])
    for one in rule.record["thresholds"]:
        lines.append(needed(one))
    if "journal.jsonl" in files:
        differ("journal", journal_of(files, rule.record["poll"]), [])
    if "verdict" in wanted:
        judge(rule, told, sums, lot, wanted, differ)
    return lines, faults


def journal_of(files, poll):
    """Numbers of the lines of journal.jsonl that are of another vote, or not chained to the line before."""
    wrong, last = [], {}
    for row in files["journal.jsonl"].decode("utf-8").splitlines():
        one = json.loads(row)
        chained = one["number"] != last.get("number", -1) + 1 or one["previous"] == last["hash"]
        if not chained or poll not in one["arguments"].values() or one["number"] <= last.get("number", -1):
            wrong.append(one["number"])
        last = one
    return wrong


# ---- The rule of decision ----


def least(threshold):
    """The smallest whole number that fulfils a share."""
    over, under = threshold["share"]
    product = over * threshold["of"]
    return product // under + 1 if threshold["strict"] else -(-product // under)


def holds(threshold, have):
    return threshold["of"] > 0 and have >= least(threshold)


def needed(threshold):
    """What a threshold asks for, as a whole number, and whether it is reached."""
    over, under = threshold["share"]
    sign = ">" if threshold["strict"] else "≥"
    asked = f"{threshold['name']}: {sign} {over}/{under} × {threshold['of']} ({threshold['base']}): {least(threshold)}"
    if "have" not in threshold:
        return asked
    said = "reached / 达到" if holds(threshold, threshold["have"]) else "not reached / 没有达到"
    return f"{asked}; {threshold['have']}: {said}"


def judge(rule, told, sums, lot, wanted, differ):
    """Apply the printed thresholds to the figures just counted, and compare verdict and chosen."""
    verdict, papers, joined = wanted["verdict"], wanted.get("papers"), wanted.get("joined", [0, 0])
    if verdict in ("void", "unreconciled"):  # more or fewer papers than were handed out
        return
    if papers:
        back = papers["issued"] - papers["replaced"] - papers["not_returned"]
        differ("papers", rule.cast, back)
    asked = rule.record["thresholds"]
    quorum = all(holds(one, one["have"]) for one in asked if one["name"] == "quorum")
    shares = [one for one in asked if one["name"] == "threshold"]
    if rule.record["method"] == "yes_no":
        for one in shares:
            by_area = one["measure"] == "area"
            own = sums[0][0] + joined[1] if by_area else told.standing[0] + joined[0]
            differ("for (area)" if by_area else "for", own, one["have"])
            if one["base"] == "yes_no" and not by_area and not any(joined):
                differ("of", told.standing[0] + told.rounds[1][0], one["of"])
        agreed = all(holds(one, one["have"]) for one in shares)
        own = "no_quorum" if not quorum else "adopted" if agreed else "not_adopted"
        differ("verdict", own, own if verdict == "noted" and quorum else verdict)
        return
    if not quorum:
        differ("verdict", "no_quorum", verdict)
    chosen = told.winners if quorum else []
    if quorum and shares:
        reached = [one for one in rule.options if told.standing[one] and told.standing[one] >= least(shares[0])]
        chosen = most(told.standing, reached, rule.seats, lot)[0]
    differ("chosen", [option + 1 for option in chosen], wanted["chosen"])


def main(arguments):
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if len(arguments) != 1:
        print(__doc__)
        return 2
    try:
        lines, faults = recount(bundle(arguments[0]))
    except (Unreadable, KeyError, TypeError, ValueError) as problem:
        print(f"读不了这个数据包 / The bundle cannot be read: {problem}")
        return 2
    print("\n".join(lines))
    print(f"不一致 / Differs: {', '.join(faults)}" if faults else "结果一致 / The same result")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
