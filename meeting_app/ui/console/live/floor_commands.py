"""The keys of the floor: who wants to speak and as what, the order, the list, the ways of speaking.

The number keys call a place of the queue at once; they act on the deck only, like every single key.
"""

from typing import Final

from meeting_app.i18n import N_

FLOOR: Final = N_("Floor")
NUMBERS: Final = "numbers"  # the other number keys: one line on the page of keys is enough

# id, title, keys, group, whether holding the key acts again and again
DECLARED: Final[tuple[tuple[str, str, tuple[str, ...], str, bool], ...]] = (
    ("floor_order", N_("Add a point of order"), ("O",), FLOOR, False),
    ("floor_question", N_("Add a question to the speaker"), ("Q",), FLOOR, False),
    ("floor_reply", N_("Add a reply"), ("R",), FLOOR, False),
    ("floor_for", N_("Add a speaker in favour"), ("+",), FLOOR, False),
    ("floor_against", N_("Add a speaker who is opposed"), ("-",), FLOOR, False),
    ("floor_2", N_("Call number 2 of the list at once (1 to 9 likewise)"), ("2",), FLOOR, False),
    ("floor_up", N_("Move the chosen person up (Tab goes to the list)"), ("Ctrl+Up",), FLOOR, True),
    ("floor_down", N_("Move the chosen person down"), ("Ctrl+Down",), FLOOR, True),
    ("floor_head", N_("Move the chosen person to the head"), ("Ctrl+Home",), FLOOR, False),
    ("floor_pass", N_("Let the first of the list pass"), ("P",), FLOOR, False),
    ("floor_again", N_("Put the last speaker back on the list"), ("B",), FLOOR, False),
    ("floor_end", N_("End this speech; nobody has the floor"), ("E",), FLOOR, False),
    ("floor_list", N_("Close or open the list of speakers"), ("L",), FLOOR, False),
    ("floor_gist", N_("Write down the gist of the speech"), ("N",), FLOOR, False),
    ("floor_ways", N_("Way of speaking, order and times"), ("M",), FLOOR, False),
    ("floor_shares", N_("Who has spoken how long"), ("S",), FLOOR, False),
    ("floor_rules", N_("Show the hall the rules of order, and back"), ("G",), FLOOR, False),
)
OTHER_NUMBERS: Final = ("1", *(str(number) for number in range(3, 10)))
NAMES: Final = (*(row[0] for row in DECLARED), *(f"floor_{number}" for number in OTHER_NUMBERS))
