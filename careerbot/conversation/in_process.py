"""The actions in the assistant's own process, behind the endpoint that Rasa would call over HTTP."""

from __future__ import annotations

from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class InProcessActions(EndpointConfig):
    """An action endpoint that runs rasa-sdk's own executor instead of asking a server."""

    def __init__(self) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Run the action that Rasa asks for; `kwargs["json"]` is Rasa's action call."""
        return dict(await self._executor.run(kwargs["json"]) or {})
