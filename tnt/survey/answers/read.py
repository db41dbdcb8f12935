"""Files of answers -> answers, with every problem of every file at once."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tnt import limits
from tnt.compile.notice import InputFile
from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.reading.files import files_in, true_path
from tnt.reading.files_read import note
from tnt.reading.folders import is_folder
from tnt.reading.tables.files.file import sha256_of, too_large
from tnt.survey.answers.answers import Answer, AnswerRow, checked
from tnt.survey.answers.budget import AnswersBudget
from tnt.survey.answers.csv_file import read_csv
from tnt.survey.answers.xlsx_file import read_xlsx

_READERS: dict[str, Callable[[Path, AnswersBudget], tuple[list[AnswerRow], list[Diagnostic]]]] = {
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
    files, problems = _expanded(paths)
    rows, warnings, spent = list[AnswerRow](), list[Diagnostic](), AnswersBudget()
    for file in files:
        try:
            spent.store(file, _size_bytes(file))
            file_rows, row_warnings = _READERS[file.suffix.lower()](file, spent)
        except Problems as refused:
            problems += refused.diagnostics
        except OSError as error:  # a disk may fail at any byte
            values = {"reason": error.strerror or "?"}
            problems.append(Diagnostic(Code.FILE_UNREADABLE, Place(str(file)), values))
        else:
            rows += file_rows
            warnings += row_warnings
    answers, wrong = checked(rows, known)
    problems += wrong
    if not rows and not problems:
        problems.append(Diagnostic(Code.SURVEY_EMPTY, Place(str(files[0]))))
    if problems:
        raise Problems((*_first(problems), *warnings))
    read = tuple(InputFile(str(file), sha256_of(file)) for file in files)
    return Answers(read, tuple(answers), tuple(warnings))


def _first(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of each file those that are told in full, and how many more there are."""
    shown = Counter[str]()
    for each in problems:
        shown[each.place.file] += 1
        if shown[each.place.file] <= limits.PROBLEMS_SHOWN or each.code is Code.MORE_PROBLEMS:
            yield each
    for file, count in shown.items():
        if count > limits.PROBLEMS_SHOWN + 1:
            yield Diagnostic(Code.MORE_PROBLEMS, Place(file), {"count": str(count - limits.PROBLEMS_SHOWN)})


def _expanded(paths: Iterable[str | Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The files meant, each once; what is no file of answers is a problem."""
    files: dict[Path, Path] = {}
    problems = []
    for path in map(Path, paths):
        files_here, problems_here = files_in(path, _is_answers, is_deep=False) if is_folder(path) else ([path], [])
        problems += problems_here
        if not files_here and not problems_here:
            problems.append(Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(path)), {"reason": "ending"}))
        for file in files_here:
            if file.suffix.lower() in _READERS:
                files.setdefault(true_path(file), file)
            else:
                problems.append(Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(file)), {"reason": "ending"}))
    if len(files) > limits.ANSWERS_FILES:
        raise too_large(Place(str(next(iter(files.values())).parent)), limits.ANSWERS_FILES, "files")
    return list(files.values()), problems


def _is_answers(name: str) -> bool:
    """A file of answers; those that a program has open for itself (~$form.xlsx) are left out."""
    return Path(name).suffix.lower() in _READERS and not name.startswith("~")


def _size_bytes(file: Path) -> int:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Problems((Diagnostic(Code.FILE_UNREADABLE, Place(str(file)), {"reason": "not a file"}),))
    note(str(file), status)
    return status.st_size
