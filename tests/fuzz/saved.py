"""An input as a file of its own: kept when it was found, and played again for ever after."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from tests.fuzz.entries import Entry, Fifo, Files, Folder, Link
from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input


def save(path: Path, given: Input, fault: Fault | None = None) -> None:
    """Write an input, with the fault it made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {} if fault is None else {"fault": fault.key, "detail": fault.detail}
    document = about | {"words": list(given.words), "width": given.width, "files": as_document(given.files)}
    path.write_text(json.dumps(document, indent=1, ensure_ascii=True) + "\n")


def load(path: Path) -> Input:
    """Read an input that was saved."""
    document = json.loads(path.read_text())
    files = {name: _entry(entry) for name, entry in document["files"].items()}
    return Input(files, tuple(document["words"]), document["width"], path.stem)


def code_of(path: Path) -> int:
    """How a run of it must end, now that it is mended."""
    return int(json.loads(path.read_text())["code"])


def as_document(files: Files) -> dict[str, Any]:
    """Texts as they are, bytes in base64."""
    return {name: _written(entry) for name, entry in files.items()}


def _written(entry: Entry) -> Any:
    if isinstance(entry, bytes):
        try:
            return entry.decode()
        except UnicodeDecodeError:
            return {"base64": base64.b64encode(entry).decode()}
    return {"link": entry.to} if isinstance(entry, Link) else {"is": type(entry).__name__.lower()}


def _entry(written: Any) -> Entry:
    if isinstance(written, str):
        return written.encode()
    if "base64" in written:
        return base64.b64decode(written["base64"])
    if "link" in written:
        return Link(written["link"])
    return Fifo() if written["is"] == "fifo" else Folder()
