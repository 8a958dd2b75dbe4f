"""Where `careerbot serve` cannot listen, and what to do."""

from __future__ import annotations

import socket

import pytest

from careerbot.conversation.server import CannotListen, listen


@pytest.mark.parametrize("host", ["no-such-host.invalid", "203.0.113.9"])
def test_a_host_that_is_not_this_machine_is_no_port_in_use(host: str) -> None:
    with pytest.raises(CannotListen, match="--host takes an address of this machine") as refused:
        listen(host, 5005)
    assert "Stop what uses it" not in str(refused.value)


def test_a_port_in_use_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(CannotListen, match="Stop what uses it"):
        listen("127.0.0.1", other.getsockname()[1])
