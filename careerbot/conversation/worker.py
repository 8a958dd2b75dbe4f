"""One of several workers: `python -m careerbot.conversation.worker <descriptor of the open socket> <model> <credentials>`."""

from __future__ import annotations

import ctypes
import signal
import socket
import sys
from pathlib import Path

from careerbot.conversation.server import serve
from careerbot.conversation.starting import CannotStart

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main() -> None:
    """Serve until SIGTERM, or until the process that started it is gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    descriptor, model, credentials = sys.argv[1:]
    try:
        serve(Path(model), socket.socket(fileno=int(descriptor)), lambda: None, Path(credentials))
    except CannotStart as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
