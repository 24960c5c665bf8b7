"""Meeting Hall (议事厅): runs residents' meetings, from the roster to the printed minutes.

The rooms, lowest floor first; each imports only from the floors below it (the contracts stand in
pyproject.toml and are checked by the tests):

    domain     pure rules; standard library only
    resources, i18n, settings, wording   the ground that every room but domain may stand on
    storage    the records
    queries    the read side
    documents  papers
    actions    the write side, the only writers
    hall       what comes from the room
    ui | cli   windows | the same without a window
    app, __main__   put the parts together
"""

__version__ = "0.1.0"
