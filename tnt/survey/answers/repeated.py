"""Answers of one respondent to one task, when there are several: added where it is certain what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tnt.diagnostics import Code, Diagnostic
from tnt.survey.answers.answer import Answer


def repeated(answers: Iterable[Answer]) -> Iterator[Diagnostic]:
    """Errors and warnings, each at a later answer.

    Answers that all say on how many cases they rest are added, which is told of. One without cases, and one that only
    says again what an earlier one says (a file sent twice), are errors.
    """
    by_whom: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        by_whom.setdefault((answer.respondent, answer.task), []).append(answer)
    for several in by_whom.values():
        if len(several) > 1:
            yield from _problems(several)


def _problems(answers: Sequence[Answer]) -> Iterator[Diagnostic]:
    first, counted = answers[0], all(answer.cases is not None for answer in answers)
    values = {"respondent": first.respondent, "task": first.task}
    seen: dict[tuple[float, int | None], Answer] = {}
    for answer in answers:
        earlier = seen.setdefault((answer.minutes, answer.cases), answer) if counted else first
        if earlier is not answer:
            yield Diagnostic(Code.SURVEY_TWICE, answer.place, values, related=(earlier.place,))
    if counted and len(seen) == len(answers):
        places = tuple(answer.place for answer in answers[:-1])
        yield Diagnostic(Code.SURVEY_ADDED, answers[-1].place, values | {"count": str(len(answers))}, related=places)
