"""Writes the finished document as a file: objects one after the other, their places, the trailer.

ReportLab wraps every object into three more before it writes it and asks for encryption at each; a tagged
paper has an element for every paragraph and every cell, so that would be a sixth of all its time. What is
written is the same to the byte.
"""

from typing import Any

from reportlab.pdfbase import pdfdoc

from meeting_app.documents.text.tags import Node


class Written(pdfdoc.PDFDocument):
    """ReportLab's document whose structure elements, numbered in a row, are written at once."""

    nodes: list[Node]

    def format(self) -> bytes:
        """ReportLab: the whole file."""
        document: Any = self
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        numbers = document.idToObjectNumberAndVersion
        elements = {node.number: node for node in self.nodes}
        head = pdfdoc.PDFFile(document._pdfVersion)
        parts, place, places = list(head.strings), head.offset, [b"0000000000 65535 f "]
        number = 1
        # Objects may ask for new ones while they are written.
        while number <= document.objectcounter:
            element = elements.get(number)
            made = element.written(numbers).encode("ascii") if element else self._made(number)
            whole = b"%d 0 obj\n%b%bendobj\n" % (number, made, b"" if made.endswith(b"\n") else b"\n")
            places.append(b"%010d 00000 n " % place)
            parts.append(whole)
            place += len(whole)
            number += 1
        parts.append(b"xref\n0 %d\n%b\n" % (number, b"\n".join(places)))
        trailer = pdfdoc.PDFTrailer(place, Size=number, Root=root, Info=info, ID=document.ID())
        parts.append(trailer.format(document))
        return b"".join(parts)

    def _made(self, number: int) -> bytes:
        """One of ReportLab's own objects."""
        document: Any = self
        made = document.idToObject[document.numberToId[number]]
        formatted: bytes = pdfdoc.format(made, document, toplevel=1)
        return formatted
