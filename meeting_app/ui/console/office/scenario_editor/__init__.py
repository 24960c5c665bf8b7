"""The editor of scenarios, so that nobody needs to write YAML.

`page.ScenarioPage(office, scenario_id)` is the page "scenario" of the office. Presenters without Qt:
`manuscript` (the text and its steps), `sections` and `forms` (what stands where), `grid_presenter`, `matrix`,
`money` (tables), `pasting` and `typing_in` (text from documents), `judging` and `meter_presenter` (checks and
balance, away from the window's thread), `preview_presenter`, `skeleton` and `from_topic` (beginnings),
`trial` (the play-test). `new_page.NewScenarioPage(office)` is the page "scenario_new".
"""
