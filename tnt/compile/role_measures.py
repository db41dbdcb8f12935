"""The rules that ask a role for work, as arrays: what lets a result do without a loop over rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.rule import Rule, indices
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.values.roles import PATIENT


@dataclass(frozen=True)
class RoleMeasures:
    """The n rules that ask one role for work, as arrays over them, so that a result needs no loop over rules.

    `rules`, `yearly`, `one_off`, `finding`, `required`, `current`, `change`, `supervising`, `overhead`,
    `one_off_required`, `backlog` and `benefiting` are indices [n] of rules and of measures, -1 for no such measure.
    `target_factor` is what makes the measures `required`, `supervising`, `overhead`, `one_off_required` and `backlog`
    into hours at the target uptake, `current_factor` what makes `current` into those of today, NaN where that is
    unknown: the uptake, or 1 where it differs by age; `uptake_differs` says that one of the two does,
    `current_is_at_most` that today's is the most it can be. `least_change` and `most_change` are those of
    `CompiledUptakes`. `start_up_years` [n] is 1 where nothing is said. `least_per_person` and `most_per_person` [n] are
    the factors of `CompiledBenefit`.
    """

    rules: Ints
    yearly: Ints
    one_off: Ints
    finding: Ints
    required: Ints
    current: Ints
    change: Ints
    supervising: Ints
    overhead: Ints
    one_off_required: Ints
    backlog: Ints
    benefiting: Ints
    least_per_person: Floats
    most_per_person: Floats
    start_up_years: Floats
    finding_unknown: Bools
    treating_unknown: Bools
    backlog_unknown: Bools
    one_off_unknown: Bools
    lacks_time: Bools
    is_against: Bools
    is_face_to_face: Bools
    target_factor: Floats
    current_factor: Floats
    uptake_differs: Bools
    current_is_at_most: Bools
    least_change: Floats
    most_change: Floats


def roles_in_order(roles: Iterable[str]) -> list[str]:
    """The roles every reader knows, in their own order, then the others by name; the patient, who is no staff, last."""
    known = list(KNOWN_ROLES)
    return sorted(roles, key=lambda role: (role == PATIENT, known.index(role) if role in known else len(known), role))


def role_measures(role: str, rules: tuple[Rule, ...]) -> RoleMeasures:
    """The rules that ask a role, in their order."""
    chosen = [(index, rule, rule.roles[role]) for index, rule in enumerate(rules) if role in rule.roles]
    unknown = float("nan")
    return RoleMeasures(
        rules=np.array([index for index, _, _ in chosen], dtype=np.intp),
        yearly=indices(columns.yearly for _, _, columns in chosen),
        one_off=indices(columns.one_off for _, _, columns in chosen),
        finding=indices(columns.finding for _, _, columns in chosen),
        required=indices(columns.required for _, _, columns in chosen),
        current=indices(columns.current for _, _, columns in chosen),
        change=indices(columns.change for _, _, columns in chosen),
        supervising=indices(columns.supervising for _, _, columns in chosen),
        overhead=indices(columns.overhead for _, _, columns in chosen),
        one_off_required=indices(columns.one_off_required for _, _, columns in chosen),
        backlog=indices(columns.backlog for _, _, columns in chosen),
        benefiting=indices(rule.benefiting for _, rule, _ in chosen),
        least_per_person=np.array(
            [unknown if isinstance(b := rule.benefit, str) else b.least for _, rule, _ in chosen]
        ),
        most_per_person=np.array([unknown if isinstance(b := rule.benefit, str) else b.most for _, rule, _ in chosen]),
        start_up_years=np.array([rule.start_up_years or 1.0 for _, rule, _ in chosen]),
        finding_unknown=np.array([columns.finding_unknown for _, _, columns in chosen], dtype=np.bool_),
        treating_unknown=np.array([columns.treating_unknown for _, _, columns in chosen], dtype=np.bool_),
        backlog_unknown=np.array([columns.backlog_unknown for _, _, columns in chosen], dtype=np.bool_),
        one_off_unknown=np.array([columns.one_off_unknown for _, _, columns in chosen], dtype=np.bool_),
        lacks_time=np.array([columns.lacks_time for _, _, columns in chosen], dtype=np.bool_),
        is_against=np.array([rule.recommendation.is_against for _, rule, _ in chosen], dtype=np.bool_),
        is_face_to_face=np.array(
            [rule.file.document.time_kind == "face-to-face" and not rule.adds_indirect(role) for _, rule, _ in chosen],
            dtype=np.bool_,
        ),
        target_factor=np.array([rule.uptakes.target.factor for _, rule, _ in chosen]),
        current_factor=np.array(
            [unknown if (now := rule.uptakes.current) is None else now.factor for _, rule, _ in chosen]
        ),
        uptake_differs=np.array([rule.uptakes.differs for _, rule, _ in chosen], dtype=np.bool_),
        current_is_at_most=np.array([rule.current_is_at_most for _, rule, _ in chosen], dtype=np.bool_),
        least_change=np.array([rule.uptakes.least_change for _, rule, _ in chosen]),
        most_change=np.array([rule.uptakes.most_change for _, rule, _ in chosen]),
    )
