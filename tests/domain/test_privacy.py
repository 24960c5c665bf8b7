"""Names on public papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.privacy import COMPOUND_SURNAMES, mask_name

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张伟", "张*"),
        ("王桂兰", "王*兰"),
        ("欧阳修", "欧阳*"),
        ("司马相如", "司马*如"),
        ("诸葛孔明亮", "诸葛**亮"),
        ("欧阳", "欧*"),
        ("阿卜杜·热西提", "阿*杜·*"),
        ("买买提•艾力", "买*提·*"),
        ("买买提‧艾力·库尔班", "买*提·*"),
        ("王", "*"),
        ("", "*"),
        (" 张伟 ", "张*"),
        ("爱新觉罗启星", "爱****星"),
    ],
)
def test_masks(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(HAN, min_size=2, max_size=8))
def test_a_masked_name_never_shows_the_whole(name: str) -> None:
    masked = mask_name(name)
    assert "*" in masked
    assert masked != name
    assert len(masked) == len(name)
    assert all(shown in ("*", real) for shown, real in zip(masked, name, strict=True))


@given(st.sampled_from(sorted(COMPOUND_SURNAMES)), st.text(HAN, min_size=1, max_size=3))
def test_a_compound_surname_stays_whole(surname: str, given_name: str) -> None:
    assert mask_name(surname + given_name).startswith(surname)
