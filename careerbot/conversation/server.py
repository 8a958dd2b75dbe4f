"""The assistant over HTTP, in one process: Rasa's server with the actions inside."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careerbot.conversation.quiet import quiet
from careerbot.paths import PROJECT, STATE


class PortInUse(Exception):
    """Somebody else listens there; the message says what to do."""


def serve(model: Path, host: str, port: int, announce: Callable[[str], None], credentials: Path) -> None:
    """Serve the channels that the file `credentials` names, until stopped.

    The management API stays off: it would open every conversation to whoever reaches the port. Raises PortInUse.
    """
    _check_free(host, port)
    STATE.mkdir(exist_ok=True)
    announce("Loading the assistant ...")
    quiet(logging.ERROR)
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints

    from careerbot.conversation.in_process import InProcessActions

    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    endpoints.action = InProcessActions()
    quiet(logging.ERROR)

    async def ready(app: Any, loop: Any) -> None:
        announce(
            f"Chat on http://{host}:{port}/chat/ or post to http://{host}:{port}/webhooks/rest/webhook. Ctrl-C stops."
        )

    serve_application(
        model_path=str(model),
        interface=host,
        port=port,
        credentials=str(credentials),
        enable_api=False,
        endpoints=endpoints,
        server_listeners=[(ready, "after_server_start")],
    )


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortInUse(
                f"Cannot listen on {host}:{port} ({error.strerror}). Stop what uses it, or choose another: careerbot serve --port 5006"
            ) from None
