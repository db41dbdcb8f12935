"""Several conditions put together: people with any of them, with all, or without one; and clusters, conditions of which
people who have one have another more often."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Id, Part, Text, fields_by_key
from tnt.language.values.number import Correlation, Number


class CombinedConditions(Part):
    """Several conditions. Exactly one of any, all and not."""

    any: Annotated[list[ConditionInWords], Field(min_length=1)] | None = None
    """People with at least one of these: `{any: [copd, asthma]}`. Each is the id of a condition, or itself such a
    mapping."""
    all: Annotated[list[ConditionInWords], Field(min_length=1)] | None = None
    """People with every one of these. Conditions are taken to be independent within a sex and year of age."""
    not_: Annotated[ConditionInWords | None, Field(alias="not")] = None
    """People without this."""

    @model_validator(mode="before")
    @classmethod
    def _no_list(cls, given: Any) -> Any:
        """Of a list alone nobody can tell whether any or all are meant."""
        if isinstance(given, list) and given and all(isinstance(each, str) for each in given):
            names = f"[{', '.join(given)}]"
            raise ValueProblem(Code.TWO_MEANINGS, found=names, one=f"{{any: {names}}}", other=f"{{all: {names}}}")
        return given

    @model_validator(mode="after")
    def _one_way(self) -> CombinedConditions:
        given = [key for key, name in fields_by_key(CombinedConditions).items() if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys=", ".join(given))
        if not given:
            raise ValueProblem(Code.MISSING_KEY, key="any")
        return self

    def __str__(self) -> str:
        """As written in a file."""
        if self.not_ is not None:
            return f"{{not: {self.not_}}}"
        key = "any" if self.any is not None else "all"
        return f"{{{key}: [{', '.join(map(str, self.parts))}]}}"

    @property
    def parts(self) -> list[str | CombinedConditions]:
        """What it is made of."""
        return self.any or self.all or ([] if self.not_ is None else [self.not_])

    def several(self) -> Iterator[tuple[str, ...]]:
        """The conditions of each place where people must have several at once, or some without others."""
        if self.all is not None and len(self.named()) > 1:
            yield self.named()
        for part in self.parts:
            if isinstance(part, CombinedConditions):
                yield from part.several()

    def named(self) -> tuple[str, ...]:
        """The conditions it names, each once, in the order written."""
        names = [(part,) if isinstance(part, str) else part.named() for part in self.parts]
        return tuple(dict.fromkeys(name for some in names for name in some))

    def holds(self, having: Collection[str]) -> bool:
        """Whether it holds of people who have just these of the conditions it names."""
        held = [part in having if isinstance(part, str) else part.holds(having) for part in self.parts]
        if self.not_ is not None:
            return not held[0]
        return any(held) if self.any is not None else all(held)


CONDITION_FORMS = ("(id)", "(combined)")
"""Names no key of a file has: pydantic puts them into the path of an error."""


def _written_as(given: object) -> str:
    return CONDITION_FORMS[isinstance(given, dict | list | CombinedConditions)]


ConditionInWords = Annotated[
    Annotated[Id, Tag("(id)")] | Annotated[CombinedConditions, Tag("(combined)")], Discriminator(_written_as)
]
CombinedConditions.model_rebuild()


class Cluster(Part):
    """Conditions that people have together more often than chance says. It changes how much work recommendations for
    different conditions of it share, and how many have several of them at once; never one recommendation alone."""

    title: Text | None = None
    """Name of the cluster; the id where left out."""
    conditions: list[Id]
    """Ids of its conditions, two or more: `[copd, asthma]`. A condition is in one cluster at most."""
    correlation: Number[Correlation]
    """The tetrachoric correlation of any two of them within a sex and year of age, from 0 (independent) to 0.9: `0.3`,
    or low, mean and high. Correlations across all ages are higher, as age is behind a part of them."""
    note: Text | None = None
    """What a reader must know."""


def connects(clusters: Iterable[Cluster], one: Collection[str], other: Collection[str]) -> bool:
    """Whether a cluster has conditions among the one and others among the other."""
    return any(
        bool(mine) and bool(theirs) and len(mine | theirs) > 1
        for mine, theirs in (({*one} & {*each.conditions}, {*other} & {*each.conditions}) for each in clusters)
    )


def in_one(clusters: Iterable[Cluster], conditions: Collection[str]) -> bool:
    """Whether one cluster has all of the conditions."""
    return any({*conditions} <= {*each.conditions} for each in clusters)
