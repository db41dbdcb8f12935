"""Results that are hard on a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from tests.result.factory import many_lists, rich_result, without_capacity
from tests.result.uncertain import (
    hostile_drivers,
    nothing_varies,
    nothing_worth_measuring,
    uncertain_lists,
    uncertain_result,
)
from tnt.compile.origins import NumberRecord
from tnt.language.documents.declares import Source
from tnt.language.values.dated import Period
from tnt.reading.yaml.tree import AppliedChange, ChosenScenario
from tnt.result.guideline import GuidelineUsed
from tnt.result.lists import ListsResult
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.shared_work import SharedActivity, SharedPair

SCRIPT = "<script>alert(1)</script>"
LONG_WORD = "Ekstremhelseovervåkingsprogramutprøvingsordning" * 6


def empty() -> Result:
    """No recommendations, no lists, no capacity."""
    nothing = np.array([], dtype=object)
    lists = ListsResult("none", "", nothing, None, None, np.array([]), {})
    return replace(
        rich_result(),
        pack_title=None,
        pack_notice=None,
        notices=(),
        lists=lists,
        capacity=None,
        staffing={},
        supply=(),
        total={},
        recommendations=(),
        overload={},
        numbers=(),
        inputs=(),
        guidelines=(),
    )


def one_list() -> Result:
    """The first list alone."""
    result = rich_result()
    whole = result.lists
    roles = {
        role: replace(
            on_lists,
            posts=on_lists.posts[:1],
            required_hours=on_lists.required_hours[:1],
            ratio=on_lists.ratio[:1],
            available_hours=on_lists.available_hours[:1],
            state=on_lists.state[:1],
        )
        for role, on_lists in whole.roles.items()
    }
    assert whole.names is not None
    lists = replace(whole, ids=whole.ids[:1], names=whole.names[:1], areas=None, people=whole.people[:1], roles=roles)
    overload = {role: replace(one, lists=0, of=1, vacant=0, unknown=0) for role, one in result.overload.items()}
    return replace(result, lists=lists, overload=overload)


def one_guideline() -> Result:
    """A report of a guideline of its own."""
    result = rich_result()
    return replace(result, guidelines=result.guidelines[:1])


def unknown() -> Result:
    """Everything that may be unknown is."""
    result = rich_result()
    no_hours = RoleHours(None, None, None, None, None, None, None, at_least=True)
    totals = {
        role: replace(
            total,
            required_hours=None,
            incremental_hours_at_most=None,
            available_hours=None,
            share_of_capacity=None,
            positions=None,
            headroom=None,
            break_even_reserve=None,
            hours_that_do_not_fit=None,
            hours_on_vacant_lists=None,
            load_before=None,
            load_after=None,
            load_after_at_most=None,
        )
        for role, total in result.total.items()
    }
    recommendations = tuple(
        replace(one, eligible_people=None, roles=dict.fromkeys(one.roles, no_hours), strength=None, certainty=None)
        for one in result.recommendations
    )
    return replace(result, total=totals, recommendations=recommendations)


def hostile_guideline() -> GuidelineUsed:
    """Whoever wrote it may have written anything."""
    return GuidelineUsed(
        id="x",
        title=SCRIPT,
        version=LONG_WORD,
        status="retired",
        publisher='" onload="x',
        author=SCRIPT,
        contact="javascript:alert(1)",
        approved_by=SCRIPT,
        url="javascript:alert(1)",
        note=SCRIPT,
    )


def hostile() -> Result:
    """Texts that want to be markup, addresses that want to run, and words that never end."""
    result = rich_result()
    source = Source(title=SCRIPT, kind="study", url="javascript:alert(1)", publisher='" onload="x', note=SCRIPT)
    record = NumberRecord(
        SCRIPT + "/x",
        "blood-pressure/yearly-check",
        SCRIPT,
        SCRIPT,
        "<",
        ">",
        "sourced",
        "bad",
        source,
        SCRIPT,
        "a'b\"<c>.yaml",
        1,
    )
    first, *others = result.recommendations
    first = replace(
        first, title=SCRIPT, guideline_title='"><img src=x onerror=alert(1)>', outcome=SCRIPT, note=LONG_WORD
    )
    second = replace(
        others[0],
        title=LONG_WORD,
        roles={**others[0].roles, SCRIPT: RoleHours(5.0, 5.0, None, None, None, None, None, at_least=False)},
    )
    names = np.array([SCRIPT, LONG_WORD, "]]>", "<!--", "&amp;"], dtype=object)
    assert result.capacity is not None
    return replace(
        result,
        pack_title={"nb": SCRIPT, "en": LONG_WORD},
        pack_notice=SCRIPT,
        guidelines=(hostile_guideline(), *result.guidelines),
        recommendations=(first, second, *others[1:]),
        numbers=(record, *result.numbers),
        lists=replace(result.lists, title=LONG_WORD, names=names),
        capacity=replace(result.capacity, title="{{ 7 * 7 }}", note=SCRIPT),
        total={**result.total, SCRIPT: replace(result.total["nurse"], title=SCRIPT)},
    )


def many_recommendations(count: int = 500, numbers: int = 12) -> Result:
    """A pack of packs."""
    result = rich_result()
    model, record = result.recommendations[0], result.numbers[0]
    tasks = tuple((f"pack/r{place}", "visit") for place in range(count))
    pairs = tuple(SharedPair("pack/r0", f"pack/r{place}", 1.0) for place in range(1, count))
    return replace(
        result,
        shared_work=(SharedActivity("visit", "gp", tasks, 99.0, 9.0, (1.0, 20.0), pairs),),
        recommendations=tuple(_copy(model, place) for place in range(count)),
        numbers=tuple(
            replace(record, path=f"pack/r{place}/tasks/t{number}/time", recommendation=f"pack/r{place}", line=number)
            for place in range(count)
            for number in range(numbers)
        ),
    )


def _copy(model: RecommendationResult, place: int) -> RecommendationResult:
    roles = {
        role: replace(hours, tnt_hours=(hours.tnt_hours or 0) / (place + 1)) for role, hours in model.roles.items()
    }
    return replace(model, id=f"pack/r{place}", title=f"Recommendation number {place}", roles=roles)


def with_scenario(text: str = "15 min") -> Result:
    """A scenario that changed, added and left out; `text` stands wherever a file says what."""
    result = rich_result()
    path = "blood-pressure/recommendations/yearly-check/tasks/measure"
    file, before = ("team.yaml", 4), ("guidelines/blood-pressure.yaml", 33)
    changes = (
        AppliedChange("scale", f"{path}/time", text, "7.5 min", "team", *file, *before, by="0.5"),
        AppliedChange("add", f"{path}-again", None, text, "team", *file, None, None),
        AppliedChange("disable", f"{path}-later", text, None, "team", *file, *before),
    )
    first, *others = result.numbers
    first = replace(first, changed_by=changes[:2], period=Period(date(2023, 7, 1), None))
    return replace(
        result,
        scenarios=(ChosenScenario("team", text, text, "team.yaml"),),
        changes=changes,
        numbers=(first, *others),
    )


ALL = {
    "rich": rich_result,
    "without-capacity": without_capacity,
    "empty": empty,
    "one-list": one_list,
    "one-guideline": one_guideline,
    "unknown": unknown,
    "hostile": hostile,
    "scenario": with_scenario,
    "hostile-guideline": lambda: replace(hostile(), guidelines=(hostile_guideline(),)),
    "hostile-scenario": lambda: with_scenario(SCRIPT + LONG_WORD),
    "uncertain": uncertain_result,
    "uncertain-lists": uncertain_lists,
    "nothing-worth-measuring": nothing_worth_measuring,
    "nothing-varies": nothing_varies,
    "hostile-uncertain": lambda: replace(hostile(), uncertainty=hostile_drivers(SCRIPT + LONG_WORD)),
    "many-lists": lambda: many_lists(400),
    "many-recommendations": lambda: many_recommendations(60, 3),
}
