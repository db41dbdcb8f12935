"""A strength without a direction, `strength: sterk`: read as for, unless something says that it may be against.

Done on the trees, since the whole recommendation tells. A recommendation against something must state an uptake that
falls (METHOD.md), so one that states none can only be for; words against something leave the question to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from tnt.language.documents.grade import grade_alone
from tnt.language.documents.guideline import Uptake
from tnt.language.values.ages import OLDEST_WRITTEN
from tnt.language.values.by_age import ByAge
from tnt.language.values.words import as_id
from tnt.reading.yaml.tree import Tree

_AGAINST = (
    *("not", "don-t", "dont", "never", "no-longer", "avoid", "avoiding", "stop", "stopping", "discontinue", "cease"),
    *("refrain", "withhold", "deprescribe", "deprescribing", "unnecessary", "overuse"),
    *("ikke", "ikkje", "aldri", "unnga", "unngar", "slutt", "slutte", "stopp", "stoppe", "avslutt", "avslutte"),
    *("seponer", "seponere", "seponering", "frara", "frarar", "frarades", "la-vaere", "unodvendig", "unodvendige"),
)
"""Words against something, as ids have them. `mot`, `against`, `uten`, `without` are none: vaccines are against."""
_NOT_AGAINST = (
    *("stop-smoking", "stopp-a-royke", "slutt-a-royke", "slutte-a-royke", "stoppe-a-royke"),
    *("ikke-medikamentell", "ikke-medikamentelle", "ikke-farmakologisk", "ikke-farmakologiske"),
)
"""What is done for people in such words."""
_SAYS_AGAINST = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_AGAINST)})(?![a-z0-9])|^(?:no|ingen)-")
_BEGINS_AGAINST = re.compile(rf"(?:{'|'.join(_AGAINST)}|no|ingen)(?![a-z0-9])")
_SAYS_NOTHING = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_NOT_AGAINST)})(?![a-z0-9])")


def with_strengths_read(tree: Tree) -> Tree:
    """The tree with a direction at strengths that have none and can only be for; itself where there are none. The nodes
    keep what is written."""
    data = tree.data
    for at in ((), ("given", "guideline")):
        recommendations = _inside(data, *at, "recommendations")
        meant = {
            name: rec | {"strength": f"{grade}-for"}
            for name, rec in recommendations.items()
            if isinstance(rec, dict)
            and (grade := grade_alone(rec.get("strength"))) is not None
            and not may_be_against(name, rec)
        }
        if meant:
            data = _with(data, (*at, "recommendations"), recommendations | meant)
    return tree if data is tree.data else replace(tree, data=data)


def may_be_against(name: str, rec: dict[str, Any]) -> bool:
    """Whether a recommendation, as it is written, says that people should stop doing something: by its uptake, or in
    its id or title, or by how those of a task begin."""
    return (
        _falls(rec.get("uptake"))
        or any(map(_is_against, _said(name, rec)))
        or any(map(_begins_against, _said_of_tasks(rec)))
    )


def _said(name: str, rec: dict[str, Any]) -> Iterator[str]:
    yield from (name, *_texts(rec.get("title")))


def _said_of_tasks(rec: dict[str, Any]) -> Iterator[str]:
    for task, work in _inside(rec, "tasks").items():
        yield from (task, *_texts(_inside(work).get("title")), *_texts(_inside(work).get("activity")))


def _is_against(text: str) -> bool:
    return _SAYS_AGAINST.search(_SAYS_NOTHING.sub("", as_id(text) or "")) is not None


def _begins_against(text: str) -> bool:
    """Of a task: `call those who do not come` is for them."""
    return _BEGINS_AGAINST.match(_SAYS_NOTHING.sub("", as_id(text) or "")) is not None


def _falls(written: Any) -> bool:
    """Whether fewer should get it than today, at some ages at least, or nobody."""
    try:
        uptake = Uptake.model_validate(written)
    except ValidationError:  # told where it stands
        return False
    current, target = _by_age(uptake.current), _by_age(uptake.target)
    pairs = ((now, goal) for age, goal in target.items() for other, now in current.items() if age == other)
    return 0.0 in target.values() or any(goal < now for now, goal in pairs)


def _by_age(share: Any) -> dict[int, float]:
    """Age -> share."""
    if isinstance(share, ByAge):
        return {age: share.by_age[key].expected for age, key in share.keys_by_age().items()}
    return {} if share is None else dict.fromkeys(range(OLDEST_WRITTEN + 1), share.expected)


def _texts(title: Any) -> list[str]:
    texts = title.values() if isinstance(title, dict) else [title]
    return [text for text in texts if isinstance(text, str)]


def _inside(data: Any, *path: str) -> dict[str, Any]:
    """The mapping at a path; empty where there is none."""
    for part in path:
        data = data.get(part) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _with(data: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    first, *rest = path
    return data | {first: _with(data[first], tuple(rest), value) if rest else value}
