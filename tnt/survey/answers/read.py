"""Files of answers -> answers, with every problem of every file at once."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tnt import limits
from tnt.compile.notice import InputFile
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink, Severity, problem
from tnt.reading.files import files_in, true_path
from tnt.reading.files_read import note
from tnt.reading.folders import is_folder
from tnt.reading.tables.files.file import sha256_of, too_large
from tnt.survey.answers.answer import Answer
from tnt.survey.answers.answers import AnswerRow, checked
from tnt.survey.answers.budget import AnswersBudget
from tnt.survey.answers.csv_file import read_csv
from tnt.survey.answers.xlsx_file import read_xlsx

_READERS: dict[str, Callable[[Path, AnswersBudget, ProblemSink], list[AnswerRow]]] = {
    ".csv": read_csv,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,  # its macros are not looked at
}


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything answered; `warnings` are what a reader must be told of the files."""

    files: tuple[InputFile, ...]
    answers: tuple[Answer, ...]
    warnings: tuple[Diagnostic, ...]


def read_answers(paths: Iterable[str | Path], known: Collection[str] | None = None) -> Answers:
    """Read filled forms and tables; a folder stands for the files in it.

    `known` are the tasks that may be answered; None where there is no pack to compare with. Raises Problems with all
    that is wrong in any of the files, and where nothing is answered.
    """
    problems, spent = ProblemSink(), AnswersBudget()
    files = _expanded(paths, problems)
    rows = [row for file in files for row in _rows(file, spent, problems)]
    answers = checked(rows, known, problems)
    if not answers and not problems.has_errors:
        problems.add(Diagnostic(Code.SURVEY_EMPTY, Place(str(files[0]))))
    ProblemSink(_told(problems)).raise_errors({})
    read = tuple(InputFile(str(file), sha256_of(file)) for file in files)
    return Answers(read, tuple(answers), tuple(problems))


def _rows(file: Path, spent: AnswersBudget, problems: ProblemSink) -> list[AnswerRow]:
    """The rows of a file; of one that cannot be read to its end neither rows nor warnings."""
    with problems.taking_raised():
        try:
            spent.store(file, _size_bytes(file))
            found = ProblemSink()
            rows = _READERS[file.suffix.lower()](file, spent, found)
        except OSError as error:  # a disk may fail at any byte
            values = {"reason": error.strerror or "?"}
            problems.add(Diagnostic(Code.FILE_UNREADABLE, Place(str(file)), values))
        else:
            problems.extend(found)
            return rows
    return []


def _told(problems: ProblemSink) -> Iterator[Diagnostic]:
    """Of each file the errors that are told in full, and how many more there are; then the warnings."""
    shown = Counter[str]()
    for each in problems:
        if each.severity is Severity.WARNING:
            continue
        shown[each.place.file] += 1
        if shown[each.place.file] <= limits.PROBLEMS_SHOWN:
            yield each
    for file, count in shown.items():
        if count > limits.PROBLEMS_SHOWN:
            yield Diagnostic(Code.MORE_PROBLEMS, Place(file), {"count": str(count - limits.PROBLEMS_SHOWN)})
    yield from (one for one in problems if one.severity is Severity.WARNING)


def _expanded(paths: Iterable[str | Path], problems: ProblemSink) -> list[Path]:
    """The files meant, each once; what is no file of answers is a problem."""
    files: dict[Path, Path] = {}
    for path in map(Path, paths):
        here = ProblemSink()
        files_here = files_in(path, _is_answers, here, is_deep=False) if is_folder(path) else [path]
        if not files_here and not here.has_errors:
            here.add(Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(path)), {"reason": "ending"}))
        problems.extend(here)
        for file in files_here:
            if file.suffix.lower() in _READERS:
                files.setdefault(true_path(file), file)
            else:
                problems.add(Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(file)), {"reason": "ending"}))
    if len(files) > limits.ANSWERS_FILES:  # at once: none of so many is opened
        raise too_large(Place(str(next(iter(files.values())).parent)), limits.ANSWERS_FILES, "files")
    return list(files.values())


def _is_answers(name: str) -> bool:
    """A file of answers; those that a program has open for itself (~$form.xlsx) are left out."""
    return Path(name).suffix.lower() in _READERS and not name.startswith("~")


def _size_bytes(file: Path) -> int:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise problem(Code.FILE_UNREADABLE, Place(str(file)), reason="not a file")
    note(str(file), status)
    return status.st_size
