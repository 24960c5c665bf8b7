"""The office: the console before and after a meeting.

What the program uses of it:

* `start.StartPage(doors)`: shown while no community is open; `doors` is `start_presenter.Doors`.
* `shell.OfficeShell(office)`: the content of the console's window for an open community.
  `office.go(page, ...)` comes to `shell.show_page(page, ...)` for every name in `pages.PAGES`.
  After a change of language or theme the program makes the shell anew.
* `scenes.office_scenes(office)`: every page and state by name, for the folder of pictures.
"""
