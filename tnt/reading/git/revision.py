"""The files of a pack as they were at a revision of git: read as data, nothing of the repository is run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tnt.diagnostics import Code, Place, problem
from tnt.reading.files import true_path
from tnt.reading.files_read import note_if_there
from tnt.reading.folders import is_folder
from tnt.reading.git.names import refused
from tnt.reading.git.objects import Objects
from tnt.reading.git.repository import NotReadableError, Repository, repository_of
from tnt.reading.shipped import label
from tnt.reading.tables.findings import Findings

_REVISION = re.compile(r"\w[\w./@{}~^+-]*")
_READ = (".yaml", ".yml", ".csv", ".csv.gz", ".xlsx", ".xlsm", ".parquet", ".json", ".txt")
_FILE_MODES = ("100644", "100755")


def files_at(revision: str, paths: Sequence[str | Path], into: Path) -> list[Path]:
    """Writes the files of `paths` (files and folders) as of a revision below `into`; answers where the paths are there.

    A folder named `git-` and the commit holds them, and stands for it wherever a file is named. Links, submodules and
    files no pack can use are left out. Raises Problems: no repository there, no such revision, nothing of it there,
    names that cannot be written.
    """
    place = Place(label(Path(paths[0])))
    into.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=into, prefix="own-") as own:
            return _written(revision, [true_path(path) for path in paths], into, true_path(own), place)
    except NotReadableError as error:
        raise problem(Code.REVISION_UNREADABLE, place, found=revision, reason=error.reason) from None


def _written(revision: str, wanted: Sequence[Path], into: Path, own: Path, place: Place) -> list[Path]:
    if not _REVISION.fullmatch(revision):
        raise NotReadableError("no-revision")
    near = next(
        folder for folder in (wanted[0], *wanted[0].parents) if is_folder(folder)
    )  # then there may have been more
    repository = repository_of(near)
    if repository is None:
        raise NotReadableError("no-repository")
    if not all(path.is_relative_to(repository.top) for path in wanted):
        raise NotReadableError("outside-repository")
    inside = [path.relative_to(repository.top) for path in wanted]
    objects = _objects(repository, revision, own)
    commit = objects.commit(revision)
    folder = into / f"git-{commit[:12]}"
    paths = [] if Path() in inside else [path.as_posix() for path in inside]
    names_in_commit = [(name, blob) for mode, blob, name in objects.listed(commit, paths) if mode in _FILE_MODES]
    files = [(name, blob) for name, blob in names_in_commit if name.lower().endswith(_READ)]
    _check_names([name for name, _ in files], place)
    _write(objects, files, folder)
    for name, _ in files:
        note_if_there(repository.top.joinpath(*name.split("/")))
    if not all((folder / path).exists() for path in inside):
        raise NotReadableError("no-files")
    return [folder / path for path in inside]


def _objects(repository: Repository, revision: str, own: Path) -> Objects:
    references = repository.references(re.split("[~^]", revision)[0])
    return Objects(own, repository.checked_objects(), references, has_long_ids=repository.has_long_ids())


def _check_names(names: Sequence[str], place: Place) -> None:
    findings = Findings(place.file)
    for name, reason in refused(names):
        findings.add(Code.REVISION_NAME, place, found=name, reason=reason)
    findings.raise_errors()


def _write(objects: Objects, files: Sequence[tuple[str, str]], folder: Path) -> None:
    for (name, _), content in zip(files, objects.contents(blob for _, blob in files), strict=True):
        target = folder.joinpath(*name.split("/"))
        if not true_path(target).is_relative_to(true_path(folder)):
            raise ValueError(name)  # _check_names has looked; whatever it overlooks is not written either
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.writelines(content)
