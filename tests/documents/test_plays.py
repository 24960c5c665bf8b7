"""Papers of a play: cards fit and are cut in order, codes are opaque, secrets stay on their cards."""

import re
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from meeting_app.documents import preview, render
from meeting_app.documents.check import read_scan
from meeting_app.documents.flow.fixed import Brush
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.roleplay import cards, steps
from meeting_app.documents.roleplay.imposing import BESIDE, QUARTERS, imposed
from meeting_app.documents.roleplay.proposals import how_many
from meeting_app.documents.roleplay.script import cue_text
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import tokens
from meeting_app.domain.roleplay.model import Rotation, Scenario, Swap
from meeting_app.domain.roleplay.texts import private_strings, texts
from meeting_app.queries.papers_roleplay import Accepting, Cue, ProposalIssue, RoleCardPaper, Step
from meeting_app.queries.roleplay_papers import MAKERS, role_cards, script
from meeting_app.scenarios.library import shipped, shipped_names
from tests.documents import plays, samples, tools
from tests.documents.every import pdf
from tests.domain.roleplay_sample import sample

# What may lie on a table where everybody reads it. Labels for envelopes are on the pages after the clues.
OPEN = ("play_tents", "play_proposals", "play_hosts", "play_polls", "play_returns")


@pytest.mark.parametrize("name", shipped_names())
def test_every_card_of_every_shipped_scenario_fits_its_side(name: str) -> None:
    play = plays.staging(name, 8)
    for kind in ("play_cards", "play_cards_large", "play_clues"):
        text = plays.text(render.pdf(kind, plays.content(kind, play)))
        for card in plays.content("play_cards", play).cards if kind != "play_clues" else ():
            for words in (card.role, card.secret, card.walk_away_text, *card.keep, *card.questions):
                assert "".join(words.split()) in text
    render.pdf("play_script", plays.content("play_script", play))


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_cards_of_a5_are_set_in_15_points_at_least(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "SCALES", (1.0, 0.97, 0.94))
    render.pdf("play_cards", plays.content("play_cards", plays.staging(name, 8)))


def test_a_card_that_is_too_long_is_refused_by_its_role() -> None:
    paper: RoleCardPaper = plays.content("play_cards", plays.staging("dogs", 8))
    long = replace(paper.cards[1], secret="这段秘密写得太长了。" * 40)
    with pytest.raises(Refusal) as told:
        cards.role_cards(replace(paper, cards=(paper.cards[0], long)))
    assert (told.value.code, told.value.params["role"]) == ("card_too_long", long.role)
    fitting = replace(long, public="大家都知道这件事。" * 6, secret="这段秘密写得有点长。" * 18)
    assert cards.role_cards(replace(paper, cards=(fitting,)))  # what the checks allow (W09)


@pytest.mark.parametrize("name", shipped_names())
def test_every_head_count_gives_every_seat_its_own_code(name: str) -> None:
    scenario = shipped(name).scenario
    for people in range(scenario.players.least, scenario.players.most + 1):
        play = plays.staged(scenario, people)
        made = role_cards(play, samples.mark("", "x"))
        assert len({card.code for card in made.cards}) == len(made.cards) == people
        assert [card.table for card in made.cards] == sorted(card.table for card in made.cards)


def test_many_options_stand_beside_each_other() -> None:
    paper = plays.content("play_proposals")
    issues = tuple(replace(one, options=(one.options * 2)[:5]) for one in (paper.issues * 2)[:8])
    text = plays.text(render.pdf("play_proposals", replace(paper, issues=issues, sheets=paper.sheets[:1])))
    assert text.count("半层入户") == 4
    assert "四十八万元" not in text  # there is no room for what options mean
    with pytest.raises(Refusal, match="paper_too_long"):
        render.pdf("play_proposals", replace(paper, issues=issues * 2))


@pytest.mark.parametrize("count", range(13))
@pytest.mark.parametrize("places", [1, 2, 4])
def test_a_stack_that_is_cut_is_in_order(count: int, places: int) -> None:
    stack = imposed(range(count), places)
    piles = [[sheet[place] for sheet in stack] for place in range(places)]
    assert [card for pile in piles for card in pile if card is not None] == list(range(count))


def test_the_left_half_of_the_stack_is_the_first_table() -> None:
    body = pdf("play_cards")
    lefts, rights = [], []
    with preview.opened(body) as document:
        for at in range(1, len(document)):
            page = document[at].get_textpage()
            middle = BESIDE[1][0] * MM
            lefts.append(page.get_text_bounded(right=middle))
            rights.append(page.get_text_bounded(left=middle))
    assert all("第1桌" in text for text in lefts)
    assert all("第2桌" in text for text in rights)
    assert QUARTERS[1][:2] == (0.0, 148.5)  # the lower half goes under the upper one first


def test_every_code_is_a_token_of_twenty_millimetres_and_read_at_150_dpi() -> None:
    wanted = {
        "play_cards": [one.code for one in plays.content("play_cards").cards],
        "play_clues": [one.code for one in plays.content("play_clues").clues],
        "play_proposals": [one.code for one in plays.content("play_proposals").sheets],
        "play_observers": [one.code for one in plays.content("play_observers").sheets],
        "play_hosts": [one.code for one in plays.content("play_hosts").sheets],
        "play_polls": [
            code for one in plays.content("play_polls").sheets for code in (one.before, one.after)
        ],
    }
    for kind, codes in wanted.items():
        found = []
        for page in tools.pages(pdf(kind), 150):
            found += [one for one in zxingcpp.read_barcodes(page) if read_scan(one.text) is None]
        assert sorted(one.text for one in found) == sorted(codes), kind
        assert all(tokens.read_token(text) for text in codes)
        widths = [one.position.top_right.x - one.position.top_left.x for one in found]
        assert min(widths) / 150 * 25.4 > 19.8, kind


@pytest.mark.parametrize("name", shipped_names())
def test_no_secret_lies_on_the_table(name: str) -> None:
    play = plays.staging(name, 8)
    told = "\n".join(one.text for one in texts(play.scenario) if one.public)
    secret = ["".join(words.split()) for words in private_strings(play.scenario) if words not in told]
    assert len(secret) > 30
    for kind in OPEN:
        text = plays.text(render.pdf(kind, plays.content(kind, play)))
        assert [words for words in secret if words in text] == [], kind
    watched = {words for role in play.scenario.roles for words in role.sheet}
    text = plays.text(render.pdf("play_observers", plays.content("play_observers", play)))
    assert [one for one in secret if one in text and one not in {"".join(w.split()) for w in watched}] == []


def test_labels_of_envelopes_tell_when_and_not_what() -> None:
    body = pdf("play_clues")
    with preview.opened(body) as document:
        label = "".join(document[len(document) - 1].get_textpage().get_text_range().split())
    assert "“同边的人商量”第2分钟拆" in label
    assert label.count("交给唐师傅") == 2
    for clue in plays.staging().scenario.clues:
        assert clue.title not in label
        assert clue.text not in label


def test_both_halves_of_a_poll_sheet_share_a_code_and_nothing_else_does() -> None:
    paper = plays.content("play_polls")
    with preview.opened(pdf("play_polls")) as document:
        for at, sheet in enumerate(paper.sheets, 1):
            text = document[at].get_textpage().get_text_range()
            assert text.count(sheet.code) == 2
    assert len({sheet.code for sheet in paper.sheets}) == len(paper.sheets)
    assert all(role.name not in plays.text(pdf("play_polls")) for role in plays.staging().scenario.roles)


def test_the_script_tells_everything_by_the_clock() -> None:
    flat = plays.text(pdf("play_script"))
    order = [
        "14:30欢迎",
        "14:56同边的人商量",
        "14:58线索《灯具店的报价单》给唐师傅",
        "15:13事件宣布《钢材涨价》",
        "15:25定时间到",
        "怎么算成",
        "林小雨的底线减3",
        "上个月你在楼梯上摔过一跤",
        "每种办法值几分",
        "要带的东西",
    ]
    places = [flat.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_without_a_time_the_script_counts_minutes() -> None:
    play = replace(plays.staging(), starts_at=None, meeting="", place="")
    flat = plays.text(render.pdf("play_script", plays.content("play_script", play)))
    assert "第26分同边的人商量" in flat


def test_a_host_knows_the_rule_of_this_table() -> None:
    paper = plays.content("play_hosts", plays.staging("lift", 6))
    (sheet,) = paper.sheets
    assert (sheet.accepting.least, sheet.accepting.voices) == (5, 6)  # one of seven roles is not played
    flat = plays.text(render.pdf("play_hosts", paper))
    assert "6个有分数的角色里至少5个同意，其中吴阿婆、唐师傅一定要同意" in flat
    assert "1号信封“同边的人商量”第2分钟拆，交给唐师傅" in flat


def test_a_clue_goes_to_who_stands_in() -> None:
    full, small = plays.content("play_clues"), plays.content("play_clues", plays.staging("lift", 6))
    noise = next(clue for clue in full.clues if clue.text.startswith("施工队说"))
    assert noise.to == "方经理"
    assert [one.to for one in small.clues if one.text == noise.text] == ["赵社工"]


def test_a_scenario_by_weights_with_a_swap_and_rounds_of_tables_is_printed() -> None:
    scenario = _turning(sample())
    play = plays.staged(scenario, scenario.players.table_least * 2)
    for kind in MAKERS:
        if kind == "play_clues" and not scenario.clues:
            continue
        render.pdf(kind, plays.content(kind, play))
    cues = [cue for phase in script(play, samples.mark("", "x")).phases for cue in phase.cues]
    assert {"swap", "rotate"} <= {cue.kind for cue in cues}
    assert [card.walk_away is None for card in role_cards(play, samples.mark("", "x")).cards].count(False) > 1


def _turning(scenario: Scenario) -> Scenario:
    phase = scenario.plans[0].phases[1].id
    first, second = scenario.scored[:2]
    return replace(
        scenario,
        plans=(scenario.plans[0],) * 2,
        swap=Swap(phase, ((first.id, second.id),)),
        rotation=Rotation(phase, (first.id,)),
    )


def test_papers_without_content_are_refused() -> None:
    play = plays.staging("lift", 8)
    bare = replace(play, scenario=replace(play.scenario, clues=()))
    with pytest.raises(Refusal, match="no_clues"):
        render.pdf("play_clues", plays.content("play_clues", bare))
    observers = plays.content("play_observers", play)
    with pytest.raises(Refusal, match="no_observer_sheet"):
        render.pdf("play_observers", replace(observers, questions=()))


def test_words_for_what_happens_and_how_much_is_chosen() -> None:
    assert cue_text(Cue(0, "swap", "", "", ("甲", "乙"))) == "甲和乙互换角色，卡也换过来。"
    assert cue_text(Cue(0, "rotate", "", "")) == "所有人往下一桌换。"
    assert "不算数" in cue_text(Cue(3, "decide", "interim", ""))
    bounds = {(1, 1): "", (2, 2): "（选2项）", (0, 2): "（最多选2项）", (1, 3): "（选1到3项）"}
    for (least, most), words in bounds.items():
        assert how_many(ProposalIssue("", (), least, most)) == words
    assert "由甲来提" in steps.accepting(Accepting(2, 3, (), "甲", 3, ""))
    assert steps.mode(Step(None, 0, 5, "", "", "other")) == ""


def test_a_brush_for_a_part_of_the_sheet_measures_from_its_corner() -> None:
    whole = Brush(None, (210 * MM, 297 * MM))
    part = whole.within((105.0, 148.5, 105.0, 148.5))
    assert (part.x(5), part.y(10)) == (whole.x(110), whole.y(158.5))


def test_the_picture_of_a_clue_sheet_has_four_cards() -> None:
    picture: Image.Image = tools.pages(pdf("play_clues"), 60)[1].convert("L")
    width, height = picture.size
    quarters = [(x, y, x + width // 2, y + height // 2) for x in (0, width // 2) for y in (0, height // 2)]
    assert all(picture.crop(box).getextrema()[0] < 80 for box in quarters)  # type: ignore[operator]
    assert re.fullmatch(r"YR1-[0-9A-Z]{4}-T01-C1", plays.content("play_clues").clues[0].code)
