"""The local store of the full O*NET database. O*NET's sentences are quoted there, so it is never committed."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from careerbot.knowledge.problems import BadOfficialFile, KnowledgeError, Problem
from careerbot.knowledge.schema import Career, Source

STORE_VERSION = 2  # goes up when what is stored changes its meaning; a changed type of `Career` is noticed anyway


class ImportedCareers(Struct, frozen=True, forbid_unknown_fields=True):
    """What the store holds: all O*NET occupations by code. `related` are O*NET codes, `soc` is left to the catalogue."""

    version: int
    release: str  # of the occupations, such as "30.1"
    sources: dict[str, Source]  # a source for each release that was read; the careers name them
    careers: list[Career]


def load_store(path: Path) -> ImportedCareers | None:
    """What was imported; None where nothing was. KnowledgeError where the store is damaged or of another version."""
    try:
        data = path.read_bytes()
        version = msgspec.msgpack.decode(data, type=_Header).version
        if version == STORE_VERSION:
            return msgspec.msgpack.decode(data, type=ImportedCareers)
        wrong = f"it has version {version} of the store, and this program reads version {STORE_VERSION}"
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, ValueError, RecursionError) as error:
        wrong = f"it cannot be read ({error})"
    message = f"{wrong}: run `careerbot knowledge import-onet` again, or delete the file to go without O*NET"
    raise KnowledgeError([Problem(str(path), 0, "", message)])


class _Header(Struct):
    version: int


def save_store(path: Path, imported: ImportedCareers, origin: Path) -> None:
    """Replace the store in one go: whoever reads it meanwhile, or after a failure, has the old one whole.

    BadOfficialFile says of `origin`, which the careers were read from, that they do not fit.
    """
    data = _encoded(imported, origin)
    work = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with work.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        work.replace(path)
    except OSError as error:
        raise KnowledgeError([Problem(str(path), 0, "", f"could not be written: {error}")]) from error
    finally:
        work.unlink(missing_ok=True)


def _encoded(imported: ImportedCareers, origin: Path) -> bytes:
    """Proved to be readable: what could not be loaded must not replace what can."""
    data = msgspec.msgpack.encode(imported)
    try:
        msgspec.msgpack.decode(data, type=ImportedCareers)
    except msgspec.ValidationError as error:
        message = f"expected occupations that fit a career, found one that does not: {error}"
        raise BadOfficialFile(origin, message) from error
    return data
