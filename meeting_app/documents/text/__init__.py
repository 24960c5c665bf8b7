"""The Chinese text layer over ReportLab: faces, cleaning, line breaking, justification, drawing.

ReportLab's own paragraphs break Chinese lines wrongly, do not justify them, draw missing glyphs as empty
boxes and write a wrong ToUnicode map for characters above U+FFFF. This layer replaces them; ReportLab is
left with pages, fonts and streams.
"""
