"""One turn of a conversation at a time: within a process by its own locks, between processes by Redis.

Rasa's stores let a waiting turn look again once a second, and its Redis store hands the same ticket to two workers that ask at
once. These wake it as soon as the lock is free. A turn that outlives its lock is caught by the tracker store.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

import redis.asyncio
from rasa.core.lock_store import LockError, LockStore
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import LockError as RedisLockError
from redis.exceptions import RedisError

_LOOK_AGAIN = 0.05  # seconds
# Longer than a turn takes, whose action is given up after ten seconds; and no longer than somebody may be kept waiting whose
# worker was killed with the lock in its hands.
LIVES = 20.0  # seconds
PATIENCE = 40.0  # seconds that a turn waits for those before it; Sanic gives a request 60


class LocalLocks(LockStore):
    """For one process; turns are served in the order they came."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = PATIENCE, wait_time_in_seconds: float = _LOOK_AGAIN
    ) -> AsyncIterator[None]:
        """Hold the conversation. Raises LockError where the turns before it take longer than `lock_lifetime`."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        try:
            await asyncio.wait_for(lock.acquire(), lock_lifetime)
        except asyncio.TimeoutError:
            raise LockError("The conversation is busy.") from None
        try:
            yield
        finally:
            lock.release()

    async def check(self) -> None:
        """Nothing can be out of reach."""


class RedisLocks(LockStore):
    """For several processes, on one or many machines; `url` as in redis://:password@host:6379/1."""

    def __init__(self, url: str) -> None:
        self._redis = redis.asyncio.Redis.from_url(
            url,
            socket_timeout=5,
            socket_connect_timeout=5,
            retry=Retry(ConstantBackoff(_LOOK_AGAIN), 2),
            retry_on_error=[redis.ConnectionError],  # those kept open are dead after Redis was restarted
        )

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LIVES, wait_time_in_seconds: float = _LOOK_AGAIN
    ) -> AsyncIterator[None]:
        """Hold the conversation. Raises LockError where it stays busy or Redis cannot be reached."""
        lock = self._redis.lock(
            f"careerbot:{conversation_id}",
            timeout=lock_lifetime,
            sleep=wait_time_in_seconds,
            blocking_timeout=PATIENCE,
        )
        try:
            held = await lock.acquire()
        except RedisError as error:
            raise LockError(f"Redis cannot be used: {error}") from error
        if not held:
            raise LockError("The conversation is busy.")
        try:
            yield
        finally:
            await _release(lock)

    async def check(self) -> None:
        """Raise RedisError where Redis cannot be reached."""
        await self._redis.ping()


async def _release(lock: redis.asyncio.lock.Lock) -> None:
    """A lock that ran out, or was lost with a Redis that stopped, is released already: the turn itself is stored and answered."""
    try:
        await lock.release()
    except (RedisLockError, RedisError):
        return
