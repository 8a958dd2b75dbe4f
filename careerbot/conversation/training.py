"""The trained model: found by a hash of everything it is made of, trained only when that is new."""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import copy
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from careerbot.conversation.quiet import quiet
from careerbot.garbage import without_collecting
from careerbot.knowledge.name_index import linking_files, training_names_hash
from careerbot.paths import MODELS, PROJECT, STATE

Progress = Callable[[str], None]
TAKES = "about two minutes"  # on two cores


class TrainingFailed(Exception):
    """No model came out; the message says where the log is."""


def model_path() -> Path:
    """Where the model of the present content is, or will be."""
    return MODELS / f"careerbot-{content_hash()[:16]}.tar.gz"


def content_hash() -> str:
    """A hash of all that training reads: data, domain, pipeline, the components' code, career names and pinned libraries.

    Raises KnowledgeError where the knowledge is not valid.
    """
    digest = hashlib.sha256()
    for path in sorted(_ingredients()):
        digest.update(f"{path.relative_to(PROJECT)}\n".encode())
        digest.update(path.read_bytes())
    digest.update(training_names_hash().encode())
    return digest.hexdigest()


def _ingredients() -> Iterator[Path]:
    yield from (PROJECT / "data").rglob("*.yml")
    yield from (PROJECT / "careerbot" / "understanding").rglob("*.py")
    yield from linking_files()
    yield from (PROJECT / name for name in ("config.yml", "domain.yml", "requirements/runtime.txt"))


def ensure_trained(progress: Progress) -> Path:
    """The path of an up-to-date model, trained now if there is none. Raises TrainingFailed or KnowledgeError."""
    path = model_path()
    if not path.exists():
        _train(path, progress)
    return path


def _train(path: Path, progress: Progress) -> None:
    STATE.mkdir(exist_ok=True)
    log = STATE / "training.log"
    with log.open("w", encoding="utf-8") as sink, redirect_stdout(sink), redirect_stderr(sink), _steps_to(progress):
        try:
            train(path)
        except Exception:
            traceback.print_exc()
    if not path.exists():
        raise TrainingFailed(f"Training gave no model. What went wrong stands in {log}.")
    for older in MODELS.glob("careerbot-*.tar.gz"):
        if older != path:
            older.unlink()


def train(path: Path, data: Path = PROJECT / "data") -> None:
    """Train on `data` and pack the model to `path`."""
    from rasa import api
    from rasa.engine.training import graph_trainer
    from rasa.shared.importers.rasa import RasaFileImporter
    from rasa.shared.nlu.training_data import training_data
    from rasa.shared.nlu.training_data.message import Message

    # Rasa keeps what each step made, and finds it by a hash of all that went in and came out: a third of a training. Here a
    # model is kept or made anew as a whole. And each time that it joins two sets of examples it copies them all, which nobody
    # changes afterwards, and looks for doubles by a hash of everything in them, where a hash of the text tells as much.
    with (
        patch.object(graph_trainer, "TrainingHook", _NothingKept),
        patch.object(training_data, "copy", SimpleNamespace(copy=copy, deepcopy=copy)),
        patch.object(Message, "__hash__", _hash_of_text),
        patch.object(RasaFileImporter, "get_nlu_data", _read_once(RasaFileImporter.get_nlu_data)),
        without_collecting(),
    ):
        api.train(
            domain=str(PROJECT / "domain.yml"),
            config=str(PROJECT / "config.yml"),
            training_files=str(data),
            output=str(path.parent),
            fixed_model_name=path.name.removesuffix(".tar.gz"),
            force_training=True,
        )


def _hash_of_text(message: Any) -> int:
    """Messages that are equal have the same text."""
    return hash(message.get("text"))


def _read_once(read: Callable[..., Any]) -> Callable[..., Any]:
    """Rasa reads all examples twice, once without naming their language."""
    found: list[Any] = []

    def reading(importer: object, language: str = "en") -> Any:
        found[:] = found or [read(importer, language)]
        return found[0]

    return reading


class _NothingKept:
    """Takes the place of the hook that keeps each step's outcome."""

    def __init__(self, **what_to_keep: object) -> None:
        """There is nothing to hold."""

    def on_before_node(self, *step: object, **more: object) -> dict[str, object]:
        """Nothing is found."""
        return {}

    def on_after_node(self, *step: object, **more: object) -> None:
        """Nothing is kept."""


@contextmanager
def _steps_to(progress: Progress) -> Iterator[None]:
    """Tell `progress` which step of Rasa's training graph runs."""
    quiet(logging.ERROR)
    logger = logging.getLogger("rasa.engine.training.hooks")
    handler = _Steps(progress)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = True


class _Steps(logging.Handler):
    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def emit(self, record: logging.LogRecord) -> None:
        self._progress(record.getMessage().rstrip("."))
