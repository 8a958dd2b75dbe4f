"""The assistant over HTTP: Rasa's server with the actions inside, in one worker or several."""

from __future__ import annotations

import errno
import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerbot.conversation.quiet import quiet
from careerbot.conversation.starting import CannotStart
from careerbot.paths import PROJECT, STATE

if TYPE_CHECKING:
    from rasa.core.lock_store import LockStore

    from careerbot.conversation.agent import CareerAgent
    from careerbot.conversation.tracker_store import ConversationStore

_BACKLOG = 256  # connections that may wait to be taken up


class CannotListen(CannotStart):
    """Somebody else listens there, or it is no address of this machine."""


@dataclass(frozen=True)
class Stores:
    """Where conversations and their locks live. Addresses carry passwords, so they come from the environment only."""

    database: str | None = None  # CAREERBOT_DATABASE; None: as endpoints.yml says
    redis: str | None = None  # CAREERBOT_REDIS; None: locks within the process

    @classmethod
    def from_environment(cls) -> Stores:
        """As the keeper configured them."""
        return cls(os.environ.get("CAREERBOT_DATABASE"), os.environ.get("CAREERBOT_REDIS"))

    def check_for(self, workers: int) -> None:
        """Raise CannotStart where so many workers could not share the locks."""
        if workers > 1 and not self.redis:
            raise CannotStart(
                "Several workers need locks that they share: set CAREERBOT_REDIS, for example to redis://127.0.0.1:6379/1."
            )

    def conversations(self) -> ConversationStore:
        """Connect. Raises CannotStart where the database cannot be used."""
        from rasa.core.tracker_store import TrackerStore
        from rasa.core.utils import AvailableEndpoints
        from sqlalchemy.exc import SQLAlchemyError

        from careerbot.conversation.tracker_store import ConversationStore

        try:
            if self.database:
                return ConversationStore(host=self.database)
            configured = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml")).tracker_store
            store: ConversationStore = TrackerStore.create(configured)
        except (SQLAlchemyError, ConnectionError, ValueError, OSError) as error:
            reason = str(getattr(error, "orig", None) or error).splitlines()[0]
            raise CannotStart(f"The conversations' database cannot be used: {reason}") from None
        return store

    def locks(self) -> LockStore:
        """Of this process, or shared by all."""
        from careerbot.conversation.locks import LocalLocks, RedisLocks

        return RedisLocks(self.redis) if self.redis else LocalLocks()


def listen(host: str, port: int) -> socket.socket:
    """A socket that several workers can take connections from. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise CannotListen(f"Cannot listen on {host}:{port} ({error.strerror}). {_way_out(error)}") from None
    listening.listen(_BACKLOG)
    return listening


def _way_out(error: OSError) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return (
            "--host takes an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for all that reach it."
        )
    if error.errno == errno.EACCES:
        return "Ports below 1024 are the administrator's; choose another: careerbot serve --port 5006"
    return "Stop what uses it, or choose another: careerbot serve --port 5006"


def load(model: Path) -> CareerAgent:
    """The assistant as people talk to it through channels: over the keeper's stores, and its errors told by the journal.

    Raises CannotStart, or KnowledgeError where the knowledge is not valid.
    """
    from careerbot.conversation.agent import CareerAgent
    from careerbot.conversation.journal import to_stderr

    quiet(logging.CRITICAL)  # from here on errors are told by the journal: a stack trace can quote what a person said
    to_stderr()
    STATE.mkdir(exist_ok=True)
    stores = Stores.from_environment()
    return CareerAgent.of(model, stores.conversations(), stores.locks())


def serve(model: Path, listening: socket.socket, announce: Callable[[], None], credentials: Path) -> None:
    """Serve the channels that the file `credentials` names, until stopped; turns that run then are finished first.

    The management API opens every conversation to whoever holds its token, so it is off unless CAREERBOT_API_TOKEN is set.
    Raises CannotStart, or KnowledgeError where the knowledge is not valid.
    """
    token = api_token()
    quiet(logging.ERROR)
    from rasa.core.run import configure_app, create_http_input_channels
    from rasa.shared.exceptions import RasaException

    from careerbot.conversation.gate import guard, tell_status
    from careerbot.conversation.journal import note

    agent = load(model)
    try:
        channels = create_http_input_channels(None, str(credentials))
    except (RasaException, ValueError) as error:  # a channel's name; its settings or its secret
        raise CannotStart(str(error)) from None
    app = configure_app(channels, enable_api=token is not None, auth_token=token)
    guard(app)
    tell_status(app)
    app.ctx.agent = agent

    async def ready(app: Any, loop: Any) -> None:
        note("ready", worker=os.getpid())
        announce()

    async def finished(app: Any, loop: Any) -> None:
        note("stopped", worker=os.getpid())
        agent.close()

    app.register_listener(ready, "after_server_start")
    app.register_listener(finished, "after_server_stop")
    app.run(sock=listening, backlog=_BACKLOG, access_log=False, motd=False)


def api_token() -> str | None:
    """Of the management API. Raises CannotStart on one too short to be safe."""
    token = os.environ.get("CAREERBOT_API_TOKEN")
    if token is not None and len(token) < 32:
        raise CannotStart("CAREERBOT_API_TOKEN is too short: give it 32 characters or more (openssl rand -hex 32).")
    return token
