"""会议通知 as a Word file for editing."""

from meeting_app.documents import words
from meeting_app.documents.notice import sections_of
from meeting_app.documents.office.word import FANG, HEI, KAI, WordFile
from meeting_app.queries.papers import NoticePaper


def notice_word(paper: NoticePaper) -> bytes:
    """The file's bytes; the same sections as the PDF."""
    file = WordFile(paper.title, paper.mark.issuer, paper.mark.issued_on)
    file.title(paper.title)
    file.text(f"{paper.addressee}：", indent=0.0)
    when = f"{words.day(paper.starts_at)}（{words.weekday(paper.starts_at)}）"
    file.text(f"经{paper.called_by}召集，定于{when}召开{paper.meeting_title}。现通知如下。")
    for at, (label, text, more) in enumerate(sections_of(paper), 1):
        file.text([(HEI, f"{words.number(at)}、{label}。"), (FANG, text)])
        for line in more:
            file.text([(KAI, line)])
    for at, name in enumerate(paper.attachments, 1):
        order = f"{at}．" if len(paper.attachments) > 1 else ""
        file.text(f"{'附件：' if at == 1 else '　　　'}{order}{name}")
    file.text("")
    file.text(paper.mark.issuer, align="right", indent=0.0)
    file.text(words.day(paper.mark.issued_on), align="right", indent=0.0)
    return file.done()
