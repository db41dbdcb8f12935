"""What a reader needs to make the same result again: versions, inputs, date. Nothing differs between two runs."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from tnt.compile.notice import InputFile
from tnt.result.model import Result

METHOD = "2026-11"
"""Edition of the method, year and month: another one whenever the same inputs come to give other figures because what a
figure means, or how it is worked out, has changed. Named in docs/results.md and CHANGELOG.md. (`method` in a manifest
itself is how a simulation drew.)"""


def manifest(result: Result) -> dict[str, Any]:
    """Versions of what computed the result, the files read (path as given, SHA-256), the lists and the capacity,
    and how it was simulated where it was."""
    uncertainty = result.uncertainty
    simulated = (
        {}
        if uncertainty is None
        else {"draws": uncertainty.draws, "seed": uncertainty.seed, "method": uncertainty.method}
    )
    return {
        "versions": versions_of(result),
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "lists": result.lists.id,
        **({} if result.lists.only is None else {"only": list(result.lists.only)}),
        "scenarios": [one.id for one in result.scenarios],
        "capacity": None if result.capacity is None else result.capacity.id,
        **simulated,
    }


def versions_of(result: Result) -> dict[str, str]:
    """Versions of what computed a result; scipy only where it was simulated."""
    return versions() | ({} if result.uncertainty is None else {"scipy": version("scipy")})


def versions() -> dict[str, str]:
    """Versions of tnt, the method, Python and the libraries the numbers pass through."""
    return {
        "tnt": _version_of_tnt(),
        "method": METHOD,
        "python": platform.python_version(),
        "numpy": version("numpy"),
        "pandas": version("pandas"),
    }


def inputs(files: Iterable[InputFile]) -> list[dict[str, str]]:
    """The files read, as given, with the SHA-256 of their bytes."""
    return [{"path": one.path, "sha256": one.sha256} for one in files]


def _version_of_tnt() -> str:
    try:
        return version("tnt")
    except PackageNotFoundError:
        return "not installed"
