"""Drawing people by lot (抽签): a plain lottery, or one in which groups have their places.

1. The pool is listed and frozen; its hash is shown (`pool.py`).
2. With groups, places are shared out by largest remainder (`quotas.py`), and it is proved that they can all
   be held at once (`table.py`); if not, the smallest change that can is named (`relax.py`).
3. A resident rolls dice or reads digits off a banknote. Everybody's ticket is a SHA-256 that a telephone can
   work out; the tickets in order are the draw (`lottery.py`).

Every person of the same groups has the same chance. Nothing here knows a random number: the draw follows from
the frozen list and the digits alone (research/tally_methods.md 1.3 and 2.2).
"""
