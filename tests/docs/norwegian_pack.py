"""The computed parts of docs/norwegian-pack.md and docs/norwegian-pack.nb.md: from the shipped pack, so that no figure
of the pages can drift from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from tests.docs.norwegian_pack_benefit import benefits
from tnt.analyses.uncertainty.simulate import simulate
from tnt.compile.inputs import Inputs, load
from tnt.compile.origins import NumberRecord
from tnt.estimating.estimate import estimate
from tnt.language.base import in_language
from tnt.language.documents.guideline import Benefit, GuidelineDocument, Recommendation
from tnt.locale import Texts
from tnt.reading.pack import read_pack
from tnt.reading.pack_documents import guidelines
from tnt.reading.shipped import default_pack
from tnt.result.model import Result
from tnt.result.uncertainty import Spread, Uncertainty

AS_OF = date(2026, 11, 30)
DRAWS, SEED = 4096, 1
OTHER_CARE = "norwegian-gp-2018-other-care"
WEAKEST_LAST = ("sourced", "derived", "assumption")
PARTS = {"who": ("population", "conditions", "target"), "how-often": ("frequency", "times"), "minutes": ("time",)}
WORDS = {
    "en": {
        "sourced": "sourced",
        "derived": "derived",
        "assumption": "assumption",
        "who": "who it is for",
        "how-often": "how often",
        "minutes": "how many minutes",
        "weakest": "the weakest of the three",
        "status": "| GP hours a year that rest on | sourced | derived | assumption |",
        "numbers": "{count} numbers behind the estimate: {parts}.",
        "recommendations": "| recommendation | GP hours a year | who | how often | minutes |",
        "nothing": "| what | figure |",
        "required": "GP hours a year the pack asks for, at least",
        "interval": "90 of 100 draws, minutes of all tasks wrong together",
        "available": "hours of 5,224 posts at 37.5 hours a week for 46 weeks, nothing reserved",
        "share": "share of those hours",
        "worked": "share of the hours GPs were seen to work (49.0 a week, overtime in it)",
        "other": "hours left after other care ({share} of consultations at {minutes} minutes, both assumed)",
        "other-share": "share of what is left",
        "minutes-of-other": "minutes of a consultation of other care at which nothing would be left over",
    },
    "nb": {
        "sourced": "hentet fra kilde",
        "derived": "avledet",
        "assumption": "antatt",
        "who": "hvem det gjelder",
        "how-often": "hvor ofte",
        "minutes": "hvor mange minutter",
        "weakest": "det svakeste av de tre",
        "status": "| Fastlegetimer i året som bygger på | hentet fra kilde | avledet | antatt |",
        "numbers": "{count} tall bak beregningen: {parts}.",
        "recommendations": "| anbefaling | fastlegetimer i året | hvem | hvor ofte | minutter |",
        "nothing": "| hva | tall |",
        "required": "fastlegetimer i året som pakken ber om, minst",
        "interval": "90 av 100 trekninger, minuttene i alle oppgaver feil samtidig",
        "available": "timer i 5224 stillinger med 37,5 timer i uken i 46 uker, uten at noe er satt av",
        "share": "andel av disse timene",
        "worked": "andel av timene fastleger er observert å arbeide (49,0 i uken, overtid medregnet)",
        "other": "timer igjen etter annen behandling ({share} av konsultasjonene à {minutes} minutter, begge antatt)",
        "other-share": "andel av det som er igjen",
        "minutes-of-other": "minutter per konsultasjon i annen behandling som ville gjort at ingenting var til overs",
    },
}


@cache
def inputs(capacity: str | None = None) -> Inputs:
    return load(capacity=capacity, as_of=AS_OF)


@cache
def result(capacity: str | None = None) -> Result:
    return estimate(inputs(capacity))


@cache
def drawn(capacity: str | None = None) -> Uncertainty:
    return simulate(inputs(capacity), draws=DRAWS, seed=SEED)


def parts(lang: str) -> dict[str, str]:
    """Every computed part, by its name on the page."""
    return {
        "headline": headline(lang),
        "status": by_status(lang),
        "recommendations": recommendations(lang),
        "benefits": benefits(result(), _benefits(), inputs().numbers, lang),
    }


def headline(lang: str) -> str:
    """What may be quoted, each figure with what it is of."""
    words, texts, total = WORDS[lang], Texts(lang), result().total["gp"]
    other, spread = result(OTHER_CARE).total["gp"], drawn().total["gp"].headline
    (reserve,) = result(OTHER_CARE).other_care["gp"]
    left = drawn(OTHER_CARE).room["gp"].available_hours
    assert total.required_hours is not None
    assert total.available_hours is not None
    assert other.available_hours is not None
    assert other.other_care_hours is not None
    fits = total.available_hours - total.required_hours
    rows = {
        "required": texts.hours(round(total.required_hours, -3)),
        "interval": _between(spread, lang),
        "available": texts.hours(total.available_hours),
        "share": _share_with_ends(total.available_hours, lang),
        "worked": _share_with_ends(total.available_hours * 49 / 37.5, lang),
        "other": f"{texts.hours(round(other.available_hours, -3))} ({_between(left, lang)})",
        "other-share": texts.share(total.required_hours / other.available_hours),
        "minutes-of-other": texts.number(reserve.minutes * fits / other.other_care_hours, 0),
    }
    said = {"share": texts.share(1 - reserve.in_pack), "minutes": texts.number(reserve.minutes, 0)}
    lines = (f"| {words[key].format(**said)} | {value} |" for key, value in rows.items())
    return "\n".join([words["nothing"], "|---|--:|", *lines])


def _between(spread: Spread, lang: str) -> str:
    texts = Texts(lang)
    return f"{texts.hours(round(spread.p05, -3))} – {texts.hours(round(spread.p95, -3))}"


def _share_with_ends(hours: float, lang: str) -> str:
    texts, spread, required = Texts(lang), drawn().total["gp"].headline, result().total["gp"].required_hours
    assert required is not None
    return f"{texts.share(required / hours)} ({texts.share(spread.p05 / hours)} – {texts.share(spread.p95 / hours)})"


def by_status(lang: str) -> str:
    """GP hours of the recommendations by the status of what they are a product of; overlap is not taken out."""
    words, texts = WORDS[lang], Texts(lang)
    hours = {name: dict.fromkeys(WEAKEST_LAST, 0.0) for name in (*PARTS, "weakest")}
    for one in result().recommendations:
        required = one.roles["gp"].required_hours if "gp" in one.roles else None
        if not required:
            continue
        weakest = {name: _weakest(list(_behind(one.id, heads))) for name, heads in PARTS.items()}
        for name, status in (*weakest.items(), ("weakest", max(weakest.values(), key=WEAKEST_LAST.index))):
            hours[name][status] += required
    rows = [_row(words[name], (texts.hours(row[status]) for status in WEAKEST_LAST)) for name, row in hours.items()]
    return "\n".join([_counted(lang), "", words["status"], "|---|--:|--:|--:|", *rows])


def _counted(lang: str) -> str:
    words, texts = WORDS[lang], Texts(lang)
    counts = {status: [one.status for one in inputs().numbers].count(status) for status in WEAKEST_LAST}
    said = ", ".join(f"{texts.number(count, 0)} {words[status]}" for status, count in counts.items())
    return words["numbers"].format(count=texts.number(sum(counts.values()), 0), parts=said)


def _row(title: str, cells: Iterable[str]) -> str:
    return f"| {title} | {' | '.join(cells)} |"


def recommendations(lang: str) -> str:
    """Every recommendation with hours of the GP, most first, and how good its numbers are."""
    words, texts = WORDS[lang], Texts(lang)
    asked = [(one.roles["gp"].required_hours or 0, one) for one in result().recommendations if "gp" in one.roles]
    rows = [
        f"| {in_language(one.title, lang)} | {texts.hours(round(hours, 6))} | "
        + " | ".join(words[_weakest(list(_behind(one.id, heads)))] for heads in PARTS.values())
        + " |"
        for hours, one in sorted(asked, key=lambda each: -each[0])
        if hours > 0
    ]
    return "\n".join([words["recommendations"], "|---|--:|---|---|---|", *rows])


def _behind(recommendation: str, heads: Sequence[str]) -> Iterator[NumberRecord]:
    """The numbers of some kind behind the GP's hours of a recommendation."""
    asked = _asked(recommendation)
    for number in inputs().numbers:
        head, _, rest = number.path.partition("/")
        if head in heads and any(rest.startswith(f"{name}/") for name in asked.conditions):
            yield number
        elif number.recommendation == recommendation:
            inside = number.path.removeprefix(f"{recommendation}/").split("/")
            of_the_gp = inside[0] != "tasks" or _by_gp(asked, inside[1])
            if of_the_gp and (inside[0] in heads or inside[-1] in heads):
                yield number


def _asked(recommendation: str) -> Recommendation:
    guideline, _, name = recommendation.partition("/")
    return _guidelines()[guideline].recommendations[name]


@cache
def _guidelines() -> dict[str, GuidelineDocument]:
    return {file.document.guideline: file.document for file in guidelines(read_pack([default_pack()]))}


def _benefits() -> dict[str, Benefit]:
    return {
        f"{guideline}/{name}": one.benefit
        for guideline, document in _guidelines().items()
        for name, one in document.recommendations.items()
        if one.benefit is not None
    }


def _by_gp(asked: Recommendation, task: str) -> bool:
    return asked.tasks[task].role == "gp" or "gp" in (asked.tasks[task].roles or {})


def _weakest(numbers: Sequence[NumberRecord]) -> str:
    """Where the file states no number (everybody of an age, say) nothing is weaker than what the document says."""
    return max((number.status for number in numbers), key=WEAKEST_LAST.index, default="sourced")
