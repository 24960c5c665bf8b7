"""A canvas whose files can be kept for ever and read aloud: PDF/A-1b (ISO 19005-1) and tagged.

ReportLab 5.1 knows neither an output intent nor a structure tree; both are added here: the colour space
(sRGB, version 2 of ICC, as the norm asks), metadata as XMP that say the same as the information dictionary,
no /Trapped, PDF 1.4 without object streams, and the tree of `text.tags`. Apache PDFBox Preflight has the last
word in the tests.
"""

import zlib
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from meeting_app import resources
from meeting_app.documents.flow.written import Written
from meeting_app.documents.text.tags import ROOT, Tree

# Streams as bytes: smaller and quicker than as ASCII.
rl_config.useA85 = 0
PRODUCER = "Yishiting"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_format_stream = pdfdoc.PDFStream.format


def _ended_stream(stream: pdfdoc.PDFStream, document: Any) -> bytes:
    """A stream with the line end before `endstream` that the norm asks for (ISO 19005-1, 6.1.7) and that
    ReportLab leaves out where a stream's bytes have none of their own.
    """
    made: bytes = _format_stream(stream, document)
    return made[: -len(_ENDSTREAM)] + b"\n" + _ENDSTREAM


_ENDSTREAM = b"endstream\n"
setattr(pdfdoc.PDFStream, "format", _ended_stream)  # noqa: B010 - a method is put in another's place


def _quickly(_filter: object, content: str | bytes) -> bytes:
    """A stream compressed in two thirds of the time; it is a twentieth larger."""
    return zlib.compress(content.encode() if isinstance(content, str) else content, _LEVEL)


_LEVEL = 3
setattr(pdfdoc.PDFStreamFilterZCompress, "encode", _quickly)  # noqa: B010


class _Stamp:
    """The paper's own day in the place of ReportLab's clock."""

    def __init__(self, day: date) -> None:
        self.t = 0
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.dhh, self.dmm = 8, 0
        self.tzname = "UTC+8"


class _Info(pdfdoc.PDFInfo):
    """The information dictionary without /Trapped, which has no counterpart in XMP that Preflight takes."""

    def format(self, document: Any) -> Any:
        """ReportLab: the dictionary."""
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        made: dict[str, Any] = {key: pdfdoc.PDFString(value) for key, value in entries.items()}
        made["CreationDate"] = made["ModDate"] = pdfdoc.PDFDate(ts=document._timeStamp)
        return pdfdoc.PDFDictionary(made).format(document)


class PaperCanvas(Canvas):
    """ReportLab's canvas with a structure tree and everything that PDF/A-1b asks for."""

    def __init__(self, target: Any, *, day: date, **settings: Any) -> None:
        super().__init__(target, **settings)
        document = self._doc  # type: ignore[attr-defined]
        document._timeStamp = _Stamp(day)
        document._pdfVersion = (1, 4)
        document.info.__class__ = _Info
        document.__class__ = Written
        document.info.producer = document.info.creator = PRODUCER
        self._day = day
        self.tree = Tree(document.thisPageName)
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802 - ReportLab calls it so
        """ReportLab: ends the page; what no part claimed becomes an artifact."""
        document = self._doc  # type: ignore[attr-defined]
        place = self.tree.end_page(self._code)  # type: ignore[attr-defined]
        name = document.thisPageName()
        super().showPage()
        page = document.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = place

    def save(self) -> None:
        """ReportLab: finishes the file."""
        if self._code:  # type: ignore[attr-defined]
            self.showPage()
        document = self._doc  # type: ignore[attr-defined]
        document.nodes = self.tree.save(document)
        catalog = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        catalog.StructTreeRoot = pdfdoc.PDFObjectReference(ROOT)
        catalog.Metadata = _stream(self._metadata(), Type="Metadata", Subtype="XML")
        catalog.OutputIntents = pdfdoc.PDFArray([_intent(document)])
        super().save()

    def _metadata(self) -> bytes:
        info = self._doc.info  # type: ignore[attr-defined]
        day = f"{self._day.isoformat()}T00:00:00+08:00"
        names = ("title", "author", "subject", "keywords", "creator", "producer")
        facts = {name: escape(str(getattr(info, name))) for name in names}
        return _XMP.format(**facts, day=day).encode()


@cache
def colour_space() -> bytes:
    """The ICC profile of sRGB (zlib licence, see beside it)."""
    return resources.path("colour", "sRGB.icc").read_bytes()


def _stream(content: bytes, **entries: str | int) -> pdfdoc.PDFStream:
    """An uncompressed stream: archives read metadata without a decoder."""
    named = {
        key: pdfdoc.PDFName(value) if isinstance(value, str) else value for key, value in entries.items()
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(named), content)


def _intent(document: Any) -> pdfdoc.PDFDictionary:
    profile = _stream(colour_space(), N=3)
    profile.filters = [pdfdoc.PDFZCompress]
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
