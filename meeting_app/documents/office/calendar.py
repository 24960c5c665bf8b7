"""The meeting as an iCalendar file (RFC 5545), for phones and office programs.

The zone is written out, because programs know Asia/Shanghai under different names; the meeting keeps its UID,
and a later file of the same meeting has a higher SEQUENCE.
"""

from datetime import datetime, timedelta

from meeting_app.documents import words
from meeting_app.documents.text.clean import clean
from meeting_app.queries.papers import NoticePaper

_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
_OCTETS = 73
_LEAST_MINUTES = 60


def meeting_calendar(paper: NoticePaper, uid: str, sequence: int = 0, *, called_off: bool = False) -> bytes:
    """The file's bytes; `uid` is the meeting's identity, `sequence` rises with every change. The file of
    a meeting that is `called_off` takes it out of a calendar (RFC 5546, 3.2.5), so it reminds nobody.
    """
    minutes = sum(item.minutes for item in paper.items) or _LEAST_MINUTES
    ends = paper.starts_at + timedelta(minutes=minutes)
    about = [f"{at}．{item.title}" for at, item in enumerate(paper.items, 1)]
    about.append(f"{words.clock(paper.check_in_from)}开始签到。咨询：{words.contact(paper.contact)}")
    about.append(f"{paper.mark.issuer}　{paper.mark.number}　核对码 {paper.mark.code}")
    issued = paper.mark.issued_on
    method, status = ("CANCEL", "CANCELLED") if called_off else ("PUBLISH", "CONFIRMED")
    reminder = () if called_off else _reminder(paper)
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yishiting//ZH", f"METHOD:{method}", *_ZONE,
        "BEGIN:VEVENT", f"UID:{uid}@yishiting", f"SEQUENCE:{sequence}", f"STATUS:{status}",
        f"DTSTAMP:{issued:%Y%m%d}T000000Z",
        f"DTSTART;TZID=Asia/Shanghai:{_local(paper.starts_at)}", f"DTEND;TZID=Asia/Shanghai:{_local(ends)}",
        f"SUMMARY:{_text(paper.meeting_title)}", f"LOCATION:{_text(paper.place)}",
        f"DESCRIPTION:{_text(chr(10).join(about))}", *reminder, "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _reminder(paper: NoticePaper) -> tuple[str, ...]:
    """Two hours before."""
    return (
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT2H", f"DESCRIPTION:{_text(paper.meeting_title)}",
        "END:VALARM",
    )  # fmt: skip


def _local(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _text(text: str) -> str:
    """Text as the format escapes it."""
    text = "".join(sign for sign in clean(text) if sign == "\n" or sign.isprintable())
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character torn."""
    pieces, piece, size = [], "", 0
    for sign in line:
        wide = len(sign.encode())
        if size + wide > _OCTETS:
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + sign, size + wide
    return "\r\n ".join([*pieces, piece])
