"""The picture that is shown at the scripted report: a site plan with the places of the six sheds."""

import io
from typing import Final

from PIL import Image, ImageDraw

from meeting_app.actions.attachment_files import Prepared, prepare_bytes

SIZE: Final = (1600, 900)
ROAD, HOUSE, EDGE, SHED = "#d9d6cf", "#e9eef0", "#7b8a91", "#b3261e"
HOUSES: Final = 6  # in each of two rows; the sheds stand on the grass between them
PITCH, LEFT = 250, 75


def site_plan(name: str) -> Prepared:
    """Twelve houses along a road, six sheds marked; `name` is the file's."""
    image = Image.new("RGB", SIZE, "#fbfaf6")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 405, SIZE[0], 495), fill=ROAD)
    for place in range(HOUSES):
        left = LEFT + place * PITCH
        for top in (90, 610):
            draw.rectangle((left, top, left + 180, top + 200), fill=HOUSE, outline=EDGE, width=4)
        top = 325 if place % 2 else 515
        draw.rectangle((left + 40, top, left + 140, top + 55), fill=SHED)
    body = io.BytesIO()
    image.save(body, "PNG")
    return prepare_bytes(name, body.getvalue())
