"""Parts of a guideline as people write them first: `uptake: 60 %`, `population: all`, `role: [gp, nurse]`.

None is read, since something is missing; each is answered with what it would be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BeforeValidator

from tnt import limits, units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.people_in_words import population_meant
from tnt.language.values.roles import role_meant
from tnt.language.values.words import as_id
from tnt.written.less import NOBODY_KNOWS
from tnt.written.ranges import flow

_SHARE = r"\d{1,3}(?:[.,]\d{1,2})? ?%"
_FROM_TO = re.compile(
    rf"(?:from|fra) (?P<now>{_SHARE}) (?:to|til) (?P<aim>{_SHARE})"
    rf"|(?P<today>{_SHARE}) (?:i dag|nå|today|now)[,;]? (?:og |and |mål |goal |target )?(?P<goal>{_SHARE})"
    r"(?: mål| goal| target)?",
    re.IGNORECASE,
)
_BETWEEN_ROLES = re.compile(r"\s*(?:,|/|\+|&|\b(?:and|og|or|eller)\b)\s*")

_ROLE_AND_SHARE = re.compile(rf"(?P<role>[^\d%]+?):? \(?(?P<share>{_SHARE})\)?|(?P<part>{_SHARE}) (?P<name>[^\d%]+)")

_MOST_ROLES = 10


def uptake(given: Any) -> Any:
    """A share in place of the uptake is probably its target; of two, one is that of today. Nobody knows today's where
    it says so."""
    if isinstance(given, dict) and str(given.get("current", "")).strip().lower() in NOBODY_KNOWS - {""}:
        return {key: value for key, value in given.items() if key != "current"}
    if isinstance(given, str) and (both := _FROM_TO.fullmatch(units.brief(given))):
        meant = {"current": both["now"] or both["today"], "target": both["aim"] or both["goal"]}
        raise ValueProblem(Code.WRONG_TYPE, flow(meant), text=given.strip(), expected="mapping")
    if isinstance(given, str | int | float) and not isinstance(given, bool):
        text = units.brief(given)
        try:
            units.share(text)
        except ValueProblem:
            return given
        raise ValueProblem(Code.WRONG_TYPE, flow({"target": " ".join(text.split())}), text=text, expected="mapping")
    return given


def population(given: Any) -> Any:
    """Ages, a sex and the like in place of the population, or several populations."""
    if isinstance(given, list) and given and all(isinstance(group, dict) for group in given):
        raise ValueProblem(Code.WRONG_TYPE, "populations", found="[…]", expected="mapping")
    if isinstance(given, str | int) and not isinstance(given, bool):
        text = str(given).strip()
        meant = population_meant(text) if len(text) <= limits.QUANTITY_CHARACTERS else None
        if meant is not None:
            raise ValueProblem(Code.WRONG_TYPE, flow(meant), text=text, expected="mapping")
    return given


def role(given: Any) -> Any:
    """Several roles in place of one."""
    if isinstance(given, str) and not _BETWEEN_ROLES.search(given):
        return given
    shares: dict[str, Any]
    if isinstance(given, list) and not all(isinstance(name, str) for name in given):
        return given
    if isinstance(given, dict):
        shares = {_role(str(name)): share for name, share in given.items()}
    else:
        named = _BETWEEN_ROLES.split(given) if isinstance(given, str) else given if isinstance(given, list) else []
        if isinstance(given, str) and "%" in given and (with_shares := _with_shares(named)) is not None:
            raise ValueProblem(Code.SEVERAL_ROLES, f"roles: {flow(with_shares)}")
        names = list(dict.fromkeys(_role(str(name)) for name in named[: _MOST_ROLES + 1]))
        if isinstance(given, str) and (len(names) < 2 or not all(names)):
            return given
        each = 100 // max(len(names), 1)
        shares = dict.fromkeys(names, f"{each} %")
        if names:
            shares[names[0]] = f"{100 - each * (len(names) - 1)} %"
    if not isinstance(given, str | list | dict):
        return given
    written = flow(shares) if shares and all(shares) and len(shares) <= _MOST_ROLES else None
    raise ValueProblem(Code.SEVERAL_ROLES, written and f"roles: {written}")


def _with_shares(named: Sequence[str]) -> dict[str, str] | None:
    """Role -> share, where each has one: `nurse 50%`, `20 % lege`."""
    found = [_ROLE_AND_SHARE.fullmatch(part) for part in named[: _MOST_ROLES + 1]]
    if len(found) < 2 or None in found:
        return None
    shares = {_role(one["role"] or one["name"]): one["share"] or one["part"] for one in found if one is not None}
    return shares if len(shares) == len(found) <= _MOST_ROLES and all(shares) else None


def _role(word: str) -> str:
    return role_meant(word) or as_id(word) or ""


def roles(given: Any) -> Any:
    """A list of roles in place of their shares."""
    try:
        return role(given) if isinstance(given, list) else given
    except ValueProblem as several:
        shares = None if several.suggestion is None else several.suggestion.removeprefix("roles: ")
        raise ValueProblem(Code.WRONG_TYPE, shares, found="[…]", expected="mapping") from None


UPTAKE, POPULATION, ROLE, ROLES = map(BeforeValidator, (uptake, population, role, roles))
