"""The twelve buildings with their 1,200 units; areas in 0.01 m²."""

from dataclasses import dataclass

from meeting_app.actions.demonstration.ground import Ground, texts
from meeting_app.storage.tables import Building, Unit

UnitKey = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of building: stairways, storeys, and the area of each unit on a storey from left to right."""

    stairways: int
    storeys: int
    areas_c: tuple[int, ...]


# Old houses of six storeys without lifts, then towers. Building 3 is the one of the papers: 72 units,
# 6,148.32 m².
OLD = Form(4, 6, (7926, 6414, 8153))
LONG = Form(5, 6, (8840, 8612))
THREE = Form(4, 6, (8820, 7560, 9238))
SMALL_TOWER = Form(2, 18, (10347, 8926, 11875))
TOWER = Form(2, 18, (12408, 8963, 9127, 13692))
FORMS = (OLD, OLD, THREE, LONG, LONG, OLD, SMALL_TOWER, SMALL_TOWER, TOWER, TOWER, TOWER, TOWER)
UNSOLD = 26
LIFT_HOUSE = 3


@dataclass(frozen=True, slots=True)
class Houses:
    """Buildings by number; units by building, stairway, storey and place on the storey."""

    buildings: dict[int, Building]
    units: dict[UnitKey, Unit]


def _area(form: Form, storey: int, line: int) -> int:
    """A balcony more at the top is a balcony less at the bottom, so that a stairway's sum stays the
    form's.
    """
    balcony = 126 if line == 1 else 0
    return form.areas_c[line - 1] + balcony * ((storey == form.storeys) - (storey == 1))


def build(ground: Ground) -> Houses:
    """All buildings and units; the developer still holds some of the last tower."""
    houses = Houses({}, {})
    name = texts("people")["words"]["building"]
    for number, form in enumerate(FORMS, start=1):
        building = Building(
            id=ground.named(f"building {number}"), name=name.format(number=number), position=number,
            stairways=form.stairways, storeys=form.storeys,
        )  # fmt: skip
        ground.add(building)
        houses.buildings[number] = building
        for key in _keys(number, form):
            houses.units[key] = _unit(ground, building, form, key)
    tower = [key for key in houses.units if key[0] == len(FORMS)]
    for key in ground.chance("unsold").sample(tower, UNSOLD):
        houses.units[key].state = "unsold"
    return houses


def _keys(number: int, form: Form) -> list[UnitKey]:
    return [
        (number, stairway, storey, line)
        for stairway in range(1, form.stairways + 1)
        for storey in range(1, form.storeys + 1)
        for line in range(1, len(form.areas_c) + 1)
    ]


def _unit(ground: Ground, building: Building, form: Form, key: UnitKey) -> Unit:
    _number, stairway, storey, line = key
    unit = Unit(
        building_id=building.id, stairway=stairway, storey=storey, room=f"{storey}{line:02d}",
        area_c=_area(form, storey, line), state="sold",
    )  # fmt: skip
    ground.add(unit)
    return unit
