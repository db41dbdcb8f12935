"""Repositories of git as somebody hostile would make them, without asking git to agree."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import zlib
from pathlib import Path

GUIDELINE = """\
format: tnt/1
guideline: demo
recommendations:
  check:
    strength: weak-for
    population: {ages: 40+}
    tasks: {visit: {role: gp, time: 15 min, frequency: 1 / year}}
"""


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """What git answers in a folder, with nothing of this computer's own settings."""
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", folder, *who, *arguments], capture_output=True, input=given, check=True)
    return done.stdout.decode().strip()


def repository(folder: Path) -> Path:
    """A folder with a guideline that is committed."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "demo.yaml").write_text(GUIDELINE, encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "First")
    return folder


def blob(folder: Path, content: str = GUIDELINE) -> str:
    """The id of a blob that is put into the repository."""
    return git(folder, "hash-object", "-t", "blob", "-w", "--stdin", given=content.encode())


def tree(folder: Path, *entries: tuple[str, bytes, str]) -> str:
    """The id of a tree with these modes, names and ids, whatever the names are."""
    raw = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(one) for mode, name, one in entries)
    return git(folder, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)


def commit(folder: Path, root: str) -> str:
    """The id of a commit of a tree, to which the branch is moved."""
    made = git(folder, "commit-tree", root, "-m", "Made by hand")
    git(folder, "update-ref", "HEAD", made)
    return made


def loose(folder: Path, header: bytes, content: bytes, name: str | None = None) -> str:
    """Writes a loose object as it is given, under its own id or a false one."""
    name = name or hashlib.sha1(header + content).hexdigest()
    path = folder / ".git" / "objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(header + content, 9))
    return name


def delta_bomb(folder: Path, base_bytes: int) -> str:
    """The id of a small blob that is made from one of `base_bytes` zeros, in a pack of a few kilobytes."""
    base, small = "aa" * 20, "bb" * 20
    delta = _varint(base_bytes) + _varint(4) + b"\x90\x04"  # copy 4 bytes from the beginning
    packed = [_entry(3, base_bytes, _zeros(base_bytes))]
    packed.append(_entry(6, len(delta), _offset(len(packed[0])) + zlib.compress(delta)))
    body = b"PACK" + struct.pack(">II", 2, 2) + b"".join(packed)
    pack = body + hashlib.sha1(body).digest()
    offsets = (12, 12 + len(packed[0]))
    fan = b"".join(struct.pack(">I", sum(int(name[:2], 16) <= byte for name in (base, small))) for byte in range(256))
    index = b"\xfftOc" + struct.pack(">I", 2) + fan + bytes.fromhex(base + small)
    index += b"".join(struct.pack(">I", zlib.crc32(one)) for one in packed)
    index += b"".join(struct.pack(">I", offset) for offset in offsets) + pack[-20:]
    there = folder / ".git" / "objects" / "pack" / f"pack-{'c' * 40}"
    there.with_suffix(".pack").write_bytes(pack)
    there.with_suffix(".idx").write_bytes(index + hashlib.sha1(index).digest())
    return small


def _zeros(count: int) -> bytes:
    """So many zeros, packed: a million of them are packed once and repeated, which takes no time."""
    end = b"\x03\0" + struct.pack(">I", (count % 65521) << 16 | 1)  # an empty last block, and the sum of the zeros
    return b"\x78\xda" + _packed_zeros(2**20) * (count // 2**20) + _packed_zeros(count % 2**20) + end


def _packed_zeros(count: int) -> bytes:
    packer = zlib.compressobj(9, wbits=-15)
    return packer.compress(bytes(count)) + packer.flush(zlib.Z_FULL_FLUSH)


def _entry(kind: int, size: int, data: bytes) -> bytes:
    first, size = kind << 4 | size & 15, size >> 4
    head = bytearray()
    while size:
        head.append(first | 128)
        first, size = size & 127, size >> 7
    head.append(first)
    return bytes(head) + data


def _varint(number: int) -> bytes:
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    return bytes([*made, number])


def _offset(back: int) -> bytes:
    made = [back & 127]
    while back := back >> 7:
        back -= 1
        made.insert(0, back & 127 | 128)
    return bytes(made)
