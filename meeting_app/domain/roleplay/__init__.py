"""Role-play on a public issue: a fictional twin of the place, roles opposite to real life, a negotiation at
small tables, a debrief (research/roleplay_and_facilitation.md).

How to use it (texts and packages are read by `meeting_app.scenarios`):

1. `checks.check(scenario, residents)` answers findings E01-E08 and W01-W12 with their places; `balance.Meter`
   counts the deals once (off the window's thread) and then answers `balance()` and `aim(target)` at once.
2. `casting.cast(scenario, players, seed, mode, wishes)` gives everybody a seat with reasons; `redraw` once
   each, `exchanged` by hand. `seating.tables_for` has the roles of each table for a head count.
3. `play.prepared(plan, tables)` and the transitions of `play` run it; `verdict` judges proposals and gives
   hints; `turning` changes seats when a phase begins. Events that happened go to `ledger` and `Meter` as
   `fired`.
4. Whatever everybody sees is made from `public.public_scenario` and `public.public_play` alone; tests search
   it for `texts.private_strings`. Cards are filled by `texts.fill(scenario, text, role)`.
5. `stance.shift` compares the answers before and after, by random code only.
"""
