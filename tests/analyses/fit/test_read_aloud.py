"""What would be false, or embarrass, when somebody reads the answer aloud."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.analyses.fit.printed import in_one_line, printed
from tests.analyses.fit.results import BY_LIST, FITS, INFEASIBLE, NEEDS_WEIGHTS, OPTIMAL, TIERED, WEIGHTED, WITH_ROOM
from tnt.analyses.fit.result import FitResult, HoursOfAll
from tnt.analyses.fit.shown.json import fit_document
from tnt.analyses.fit.shown.page import render_fit
from tnt.analyses.fit.shown.words import FitWords
from tnt.locale import Texts


def room_with(**changes: object) -> FitResult:
    """All lists alone, with some of what comes in changed."""
    assert WITH_ROOM.room is not None
    return replace(WITH_ROOM, room=replace(WITH_ROOM.room, of_roles=WITH_ROOM.room.of_roles[:1], **changes))  # type: ignore[arg-type]


def way_changed(kind: str, **changes: object) -> FitResult:
    """The same with one way changed."""
    assert WITH_ROOM.room is not None
    one = WITH_ROOM.room.of_roles[0]
    ways = tuple(replace(way, **changes) if way.kind == kind else way for way in one.ways)  # type: ignore[arg-type]
    return replace(WITH_ROOM, room=replace(WITH_ROOM.room, of_roles=(replace(one, ways=ways),)))


def test_a_time_that_is_missing_is_not_called_time_given_back() -> None:
    assert WITH_ROOM.room is not None
    nothing = replace(WITH_ROOM.room.of_roles[0], hours_added=0.0, ways=())
    unknown = replace(WITH_ROOM, room=replace(WITH_ROOM.room, hours_are_at_least=True, of_roles=(nothing,)))
    said = in_one_line(printed(unknown, "en"))
    assert "How much time “Yearly blood pressure check” asks for is not known: a time is missing." in said
    assert "back: nothing has to make room" not in said
    known = replace(unknown, room=replace(WITH_ROOM.room, of_roles=(nothing,)))
    assert "asks for no more GP hours than are asked for already." in in_one_line(printed(known, "en"))


@pytest.mark.parametrize(
    ("of_roles", "said"),
    [
        (True, "“Yearly blood pressure check” also asks for 20,700 nurse hours a year."),
        (False, "asks for 20,700 nurse hours a year. How much there is of this time is not known here, so what"),
    ],
)
def test_hours_of_a_role_without_working_time_are_said(of_roles: bool, said: str) -> None:
    result = room_with(elsewhere={"nurse": 20671.0})
    if not of_roles:
        assert result.room is not None
        result = replace(result, room=replace(result.room, of_roles=()))
    assert said in in_one_line(printed(result, "en"))
    assert fit_document(result)["new_elsewhere"] == {"nurse": 20671.0}


def test_what_is_left_of_what_is_advised_against_is_no_new_work() -> None:
    said = in_one_line(printed(room_with(against=("bp/yearly-check",)), "en"))
    assert "advises against something: these hours are what is left of it, and no new work where it is done" in said


def test_delegation_that_takes_more_than_it_frees_is_said_to_make_it_worse() -> None:
    worse = {"share": 1.0, "is_enough": False, "hours_moved": -1500.0, "hours_left": 124956.0}
    said = in_one_line(printed(way_changed("delegation", **worse), "en"))
    assert "Moving all that may move to nurse would take 1,500 GP hours a year more, not fewer" in said
    assert "Work moved to nurse (makes it worse)" in said
    assert "+1,500" in said
    assert "Not enough alone: not doing what is advised against." in said


def test_hours_of_others_who_supervise_are_shown() -> None:
    said = in_one_line(printed(way_changed("delegation", hours_of_supervisors=2345.0), "en"))
    assert "… and of the time of others who supervise" in said
    assert "need 2,350 hours a year more" in said


def test_less_than_the_whole_of_one_is_a_share_of_it() -> None:
    some = replace(WITH_ROOM.room.of_roles[0].ways[3].nearest[0], times=0.961)  # type: ignore[union-attr]
    said = in_one_line(printed(way_changed("equal-hours", nearest=(some,)), "en"))
    assert "It is 96.1% of the whole of “Yearly COPD review”." in said


def test_loads_that_differ_are_not_written_alike() -> None:
    words = FitWords(OPTIMAL, Texts("en"))
    assert words.percents_apart(0.34193, 0.34216) == ("34.19%", "34.22%")
    assert words.percents_apart(0.345, 0.6) == ("34.5%", "60%")
    assert words.percents_apart(0.5, 0.5) == ("50%", "50%")


def test_where_there_is_time_for_all_it_is_said_what_values_would_add() -> None:
    everything = {"gp": HoursOfAll(340000.0, 360000.0, False)}
    said = in_one_line(printed(replace(NEEDS_WEIGHTS, everything=everything), "en"))
    assert "There is time for all of it, so that nothing has to give way, whatever the values." in said
    assert "Work outside these recommendations comes on top" in said
    assert "if there were less time depends on which of the 2 outcomes count most, and nobody has said so" in said
    assert "What would have to give way cannot be said" not in said


def test_outcomes_stand_in_one_line_each_at_the_terminal_and_whole_on_the_page() -> None:
    text = printed(NEEDS_WEIGHTS, "en")
    (line,) = [line for line in text.splitlines() if line.startswith("stroke ")]
    assert line.split() == ["stroke", "852", "353,456", "415"]
    page = render_fit(NEEDS_WEIGHTS, "en")
    assert "one stroke prevented" in page
    assert "Nurse, hours" in page


def test_draws_in_which_what_stays_does_not_fit_are_counted() -> None:
    assert OPTIMAL.choice is not None
    result = replace(OPTIMAL, choice=replace(OPTIMAL.choice, draws_that_fit=392))
    said = in_one_line(printed(result, "en"))
    assert "In 120 of 512 draws what stays takes more than the time there is; then nothing else is in." in said
    assert fit_document(result)["draws_that_fit"] == 392
    all_fit = replace(OPTIMAL, choice=replace(OPTIMAL.choice, draws_that_fit=512))
    assert "what stays takes more than" not in in_one_line(printed(all_fit, "en"))


def test_what_no_weight_chooses_and_what_cannot_move_is_named() -> None:
    assert WEIGHTED.choice is not None
    never = replace(
        WEIGHTED.choice,
        recommendations=tuple(replace(one, in_weights=(0, 9)) for one in WEIGHTED.choice.recommendations),
    )
    result = replace(WEIGHTED, choice=never, not_moved=("bp/treat/tasks/measure",), unmet_weights=("admision",))
    said = in_one_line(printed(result, "en"))
    assert "“Exercise against falls”" in said.partition("At none of the 9 sets of weights tried")[2].partition(".")[0]
    assert "1 task that may move stays, since it is shared with other work: “Treatment of high blood" in said
    assert "This weight meets nothing here whose benefit is known, and counts nothing: “admision”." in said
    assert fit_document(result)["unmet_weights"] == ["admision"]


def test_what_no_tier_names_is_not_said_to_give_way() -> None:
    result = replace(TIERED, in_no_tier=("copd/yearly-review",))
    said = in_one_line(printed(result, "en"))
    assert "would have to give way under these values: “Yearly COPD review”" not in said
    assert "No tier names this one, so it is neither chosen nor out: “Yearly COPD review”." in said
    document = fit_document(result)
    assert document["in_no_tier"] == ["copd/yearly-review"]
    assert document["out"] == []


def test_lists_on_which_what_stays_is_too_much_are_in_the_answer() -> None:
    said = in_one_line(printed(BY_LIST, "en"))
    assert "On 1 of 5,700 lists what stays takes more than the time there is; nothing else is in there." in said


def test_hours_kept_are_several() -> None:
    assert INFEASIBLE.choice is not None
    kept = {role: replace(one, kept_for_unknown=one.used) for role, one in INFEASIBLE.choice.hours.items()}
    result = replace(INFEASIBLE, always=(), choice=replace(INFEASIBLE.choice, hours=kept))
    said = in_one_line(printed(result, "en"))
    assert "the hours kept where the benefit is unknown take 12,300 GP hours a year more than there are." in said


def test_time_that_is_full_is_not_to_spare() -> None:
    assert FITS.choice is not None
    gp = FITS.choice.hours["gp"]
    full = replace(gp, used=gp.available, price_of_hour=0.0)
    said = in_one_line(printed(replace(FITS, choice=replace(FITS.choice, hours={"gp": full})), "en"))
    assert "One more GP hour a year would buy nothing that counts here." in said
    assert "to spare" not in said


def test_what_others_do_is_said_with_what_fits() -> None:
    said = in_one_line(printed(OPTIMAL, "en"))
    assert "That is with work that may move done by others: 4,600 nurse hours a year." in said
