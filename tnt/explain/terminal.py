"""Where a figure comes from, as an indented tree; what is written in a file has its place and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import IO

from tnt import limits
from tnt.compile.origins import NumberRecord
from tnt.explain.steps import TraceStep
from tnt.language.base import Text, in_language
from tnt.language.values.ages import ALL_AGES
from tnt.locale import Texts
from tnt.result.bounded import Bounded
from tnt.result.model import Result
from tnt.show.bounded import bounded_text
from tnt.show.changes import checked_text, origin_text, period_text
from tnt.show.notices import role_titles
from tnt.show.terminal import Page


def print_explanation(step: TraceStep, result: Result, lang: str, file: IO[str]) -> None:
    """Print the tree in `lang`."""
    page, texts = Page(file), Texts(lang)
    page.paragraph(texts.text("notice.opening"))
    page.gap()
    steps, roles = _with_levels(step, 0), role_titles(result, texts)
    for one, level in islice(steps, limits.EXPLAINED_STEPS):
        _print(page, one, texts, roles, level)
    if more := sum(1 for _ in steps):
        page.gap()
        page.paragraph(texts.text("explain.more", count=more))


def _with_levels(step: TraceStep, level: int) -> Iterator[tuple[TraceStep, int]]:
    """The step and all its parts in the order they are told, and how deep each stands."""
    yield step, level
    for part in step.parts:
        yield from _with_levels(part, level + 1)


def _print(page: Page, step: TraceStep, texts: Texts, roles: dict[str, str], level: int) -> None:
    page.indented(_line(step, texts, roles), level, "bold" if step.key in ("recommendation", "role") else "")
    if step.record is not None:
        page.indented(_origin(step.record, texts), level + 1, "dim")
    period = step.period if step.record is None else step.record.period
    if period is not None:
        page.indented(period_text(period, texts), level + 1, "dim")
    for change in step.changed_by if step.record is None else step.record.changed_by:
        page.indented(origin_text(change, texts), level + 1, "dim")


def _line(step: TraceStep, texts: Texts, roles: dict[str, str]) -> str:
    label = _label(step, texts, roles)
    if step.record is not None:
        written = _written(step.record, texts)
        if step.record.is_worked_out and step.unit != "none":
            written = texts.text("explain.worked-out", written=written, value=_value(step, texts))
        return f"{label}: {written}"
    if step.unit == "none":
        return label
    return f"{label}: {_value(step, texts)}" + (f" ({texts.text('explain.default')})" if step.is_default else "")


def _value(step: TraceStep, texts: Texts) -> str:
    one = step.value if isinstance(step.value, Bounded) else Bounded(step.value)
    if not one.is_known:
        return texts.text("estimate.cannot-be-estimated")
    return bounded_text(one, partial(_UNITS[step.unit], texts), texts)


def _label(step: TraceStep, texts: Texts, roles: dict[str, str]) -> str:
    if step.key == "capacity-number" and step.record is not None:
        for part in ("reserved", "support", "individual"):
            _, is_inside, what = step.record.path.partition(f"/{part}/")
            if is_inside:
                return texts.text("explain.capacity-number", name=f"{texts.choice('quantity', part)}, {what}")
        name = texts.choice("quantity", step.record.quantity)
        _, in_visits, kind = step.record.path.partition("/visits/")
        _, in_travel, travel = step.record.path.partition("/overhead/travel/")
        kind = kind.partition("/")[0] or travel
        name = f"{texts.choice('contact-kind', kind)}, {name}" if in_visits or in_travel else name
        return texts.text("explain.capacity-number", name=name)
    values = {name: _word(name, value, texts, roles) for name, value in step.values.items()}
    return texts.text(f"explain.{step.key}", **values)


def _word(name: str, value: str | Text, texts: Texts, roles: dict[str, str]) -> str:
    text = in_language(value, texts.lang)
    if name == "role":
        return roles.get(text, text)
    if name == "ages" and text == str(ALL_AGES):
        return texts.text("explain.all-ages")
    if name == "ages" and " month" in text:
        return texts.text("explain.ages-in-months", ages=text.partition(" ")[0])
    if name == "sex":
        return texts.choice("explain.sex", text)
    if name == "kind":
        return texts.choice("contact-kind", text)
    if name == "why":
        return texts.choice("why-no-benefit", text)
    return texts.choice(name, text) if name in ("strength", "certainty") else text


_UNITS: dict[str, Callable[[Texts, float | None], str]] = {
    "hours": Texts.hours,
    "people": Texts.people,
    "share": Texts.share,
    "number": Texts.number,
    "minutes": lambda texts, value: texts.text("explain.in-minutes", minutes=value),
    "per-year": lambda texts, value: texts.text("explain.in-a-year", times=texts.number(value)),
}


def _written(record: NumberRecord, texts: Texts) -> str:
    low, high = record.low_text, record.high_text
    answers = "" if record.n is None else f", {texts.text('quantity.answers', count=record.n)}"
    if low is None and high is None:
        return record.text + answers
    ends = texts.text("explain.ends", low=low or record.text, high=high or record.text)
    return texts.text("explain.range", mean=record.text, interval=texts.at_level(ends, record.level)) + answers


def _origin(record: NumberRecord, texts: Texts) -> str:
    parts = [texts.choice("status", record.status)]
    if record.source is not None:
        parts.append(in_language(record.source.title, texts.lang))
        parts += [in_language(record.source.place, texts.lang)] if record.source.place else []
        parts += [texts.text("source.no-address")] if record.source.has_no_address else []
    if record.source is not None and record.source.url:
        unverified = f" ({texts.text('explain.unverified')})" if record.source.url_status == "unverified" else ""
        parts.append(record.source.url + unverified)
    parts += [said] if (said := checked_text(record.source, texts)) else []
    parts += [in_language(record.note, texts.lang)] if record.note else []
    return f"{record.file}:{record.line} · " + " · ".join(parts)
