"""Building blocks of pages: Platypus frames and templates filled with flowables of our own (never its
Paragraph or Table).
"""
