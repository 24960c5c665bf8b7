"""Papers made from what the queries answer, with the Chinese text layer.

`render.pdf(kind, content)` sets a paper, `preview` shows its pages, `check` reads it back. Below them:
`text` (faces, line breaking, drawing), `flow` (blocks that fill pages), one module for each paper.
Functions here are pure: a frozen dataclass in, bytes out, no file written, no clock asked, the same bytes
for the same content.
"""
