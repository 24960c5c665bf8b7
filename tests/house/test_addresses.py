"""The clone carries nothing of the machine that it was written on."""

import re

import pytest

from tests.house import sources

# Written so that this file itself does not match.
REGISTRY = re.compile(
    r"index[-]url|find[-]links|https?://[^ ]*(?:mirro[r]|registr[y]|simpl[e])/|\.wh[l] *(?:--hash)?$", re.M
)
PLACE = re.compile(r"/(?:wor[k]|far[m]|roo[t]|tm[p])/[a-z]|/hom[e]/[a-z]+/|[A-Z]:\\Users\\")


def _texts(*left_out: str) -> list[tuple[str, str]]:
    texts = []
    for name in sources.tracked():
        if name.startswith(left_out):
            continue
        raw = (sources.ROOT / name).read_bytes()
        if b"\0" not in raw[:4096]:
            texts.append((name, raw.decode("utf-8", "replace")))
    return texts


@pytest.mark.parametrize(
    ("pattern", "left_out"), [(REGISTRY, ()), (PLACE, ("tests/",))], ids=["registry", "place"]
)
def test_no_address_of_a_registry_and_no_place_of_a_machine(
    pattern: re.Pattern[str], left_out: tuple[str, ...]
) -> None:
    found = [
        f"{name}: {match.group()}" for name, text in _texts(*left_out) for match in pattern.finditer(text)
    ]
    assert found == []


def test_no_huge_file() -> None:
    sizes = {name: (sources.ROOT / name).stat().st_size for name in sources.tracked()}
    assert {name: size for name, size in sizes.items() if size > 20_000_000} == {}
    fonts = sum(size for name, size in sizes.items() if name.startswith("resources/fonts/"))
    assert fonts <= 40_000_000
