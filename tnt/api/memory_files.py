"""What is handed over in Python, as files for as long as they are read: every check of files then holds for it too.

Problems and results name a frame `DataFrame`, what is said of its columns `columns`, and values `with_values`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tnt.api.door import Name, WrongUseError
from tnt.language.base import DOCUMENT_FORMAT
from tnt.reading.files import IN_MEMORY
from tnt.show.unfinished import scratch_folder

if TYPE_CHECKING:
    import pandas as pd

SCENARIO = "with-values"
_LISTS = "dataframe"
_POSTS = "_posts"


@contextmanager
def as_files(
    lists: Name | pd.DataFrame | None, columns: Mapping[str, Any], values: Mapping[str, Any]
) -> Iterator[tuple[Name | None, tuple[Path, ...]]]:
    """What chooses the lists, and the scenarios that say the values."""
    is_frame = lists is not None and not isinstance(lists, str | Path)
    if not is_frame and not values:
        yield lists, ()  # type: ignore[misc]
        return
    with scratch_folder() as scratch:
        folder = scratch / IN_MEMORY
        folder.mkdir(mode=0o700)
        scenarios = (_scenario_file(folder, values),) if values else ()
        yield _lists_file(folder, lists, columns) if is_frame else lists, scenarios  # type: ignore[arg-type,misc]


def _scenario_file(folder: Path, values: Mapping[str, Any]) -> Path:
    pairs = [(_json("values", path), _json("values", value)) for path, value in values.items()]
    changes = "".join(f'  - {{"set": {path}, "to": {value}}}\n' for path, value in pairs)
    return _written(folder / "with_values", f"format: {DOCUMENT_FORMAT}\nscenario: {SCENARIO}\nchanges:\n{changes}")


def _lists_file(folder: Path, frame: pd.DataFrame, columns: Mapping[str, Any]) -> Path:
    try:
        table = frame.reset_index() if any(name is not None for name in frame.index.names) else frame
    except ValueError as error:
        raise WrongUseError(f"the index of the DataFrame cannot become columns: {error}") from None
    table.to_csv(folder / "DataFrame.csv", index=False, lineterminator="\n", errors="backslashreplace")
    keys = {"lists": _LISTS, **usual_columns(set(map(str, table.columns))), **columns, "table": "DataFrame.csv"}
    lines = "".join(f"{_json('columns', key)}: {_json('columns', value)}\n" for key, value in keys.items())
    return _written(folder / "columns", f"format: {DOCUMENT_FORMAT}\n{lines}")


def usual_columns(names: Collection[str]) -> dict[str, Any]:
    """What the columns of a frame are where nobody says: keys of a lists file.

    `id`, `name`, `area` and `year` are themselves; `gp_posts` are the posts of role gp. People stand in `female_0-4`
    and so on, or by `sex` and `ages` in `people`, or all together in `people`.
    """
    keys: dict[str, Any] = {name: name for name in ("id", "name", "area", "year") if name in names}
    if {"sex", "ages", "people"} <= set(names):
        keys |= {"shape": "long", "sex": "sex", "ages": "ages", "people": "people"}
    else:
        keys["people"] = {"total": "people"} if "people" in names else "{sex}_{ages}"
    posts = {name.removesuffix(_POSTS): {"posts": name} for name in sorted(names) if name.endswith(_POSTS)}
    return keys | ({"staff": posts} if posts else {})


def _json(name: str, value: object) -> str:
    """JSON is YAML, and needs no quoting of its own. A number of numpy is written as the number it is."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=lambda one: one.item())
    except ValueError:
        raise WrongUseError(f"{name} must be known numbers; you gave one that is not finite") from None
    except (TypeError, AttributeError):
        raise WrongUseError(f"{name} must be texts, numbers, and dicts or lists of them; you gave {value!r}") from None


def _written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", errors="backslashreplace")
    return path
