"""Pages of the projector that belong to the agenda: what was written down is read back, pictures."""

from dataclasses import dataclass, field

from meeting_app.queries.slides_head import Head


@dataclass(frozen=True, slots=True)
class ReadBackLine:
    """Something that was written down: `kind` decision, task or parking; `detail` is who, by when, what
    became of it.
    """

    kind: str
    text: str
    who: str = ""
    due: str = ""
    supervisor: str = ""
    fate: str = ""


@dataclass(frozen=True, slots=True)
class ReadBackSlide:
    """What was written down so far, newest first; the painter pages it."""

    head: Head
    lines: tuple[ReadBackLine, ...]
    page: int


@dataclass(frozen=True, slots=True)
class AttachmentSlide:
    """A picture, or a page of a PDF; `picture` is a JPEG. Pages count from 0."""

    head: Head
    name: str
    page: int
    pages: int
    digest: str
    picture: bytes = field(repr=False, compare=False, default=b"")


AgendaPage = ReadBackSlide | AttachmentSlide
