"""A Dask cluster as an executor, for registers that outgrow one machine (docs/decisions/0041-cluster.md)."""

import logging
import re
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from generator.build.files import FOLDER
from generator.build.hands import HandLostError, forget
from generator.build.kin import Look, difference, look, marked
from generator.build.options import Options
from generator.errors import ToldError

if TYPE_CHECKING:
    from distributed import Client

Made = TypeVar("Made")
_CONNECT = 10
"""Seconds until a scheduler must have answered, and until there must be someone who works."""
_PATIENCE = 20
"""Seconds without anyone who works until we give up: a network may be away for a moment."""
_LAST = 60
"""Seconds that what is under way has to come to an end when we stop."""

_LOST = (
    "集群那边中途没有人做了：工作进程没有了，或者调度器连不上了；网站没有更新。\n"
    "请看看 Dask 的日志；多半是内存不够，可以少开几个工作进程，再运行一次。"
)


class ClusterError(ToldError):
    """The cluster cannot do our work (exit code 2)."""


class Cluster(Executor):
    """The workers that a cluster had when we came; they go on living when we go.

    Only those work for us, since only they have been looked at. A piece of work whose worker is lost is
    done by another one; when none is left, or work has cost several their lives, the rest is broken off.

    Attributes:
        count: how many threads they have in all.
    """

    def __init__(self, client: "Client", threads: dict[str, int]) -> None:
        self.count = max(2, sum(threads.values()))
        self._client = client
        self._workers = frozenset(threads)
        self._executor = client.get_executor(pure=False, workers=sorted(threads), allow_other_workers=False)
        self._under_way: set[Future[Any]] = set()
        self._ended = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, work: Callable[..., Made], /, *arguments: Any, **named: Any) -> "Future[Made]":
        """Let one of them do something."""
        if self._client.status == "closed":
            raise HandLostError(_LOST)
        promise: Future[Made] = Future()
        promise.set_running_or_notify_cancel()
        self._under_way.add(promise)
        self._executor.submit(work, *arguments, **named).add_done_callback(partial(self._done, promise))
        return promise

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait until nobody works for us any more, and let them forget us."""
        until = time.monotonic() + _LAST
        while wait and self._under_way and time.monotonic() < until:
            time.sleep(0.01)
        self._ended.set()
        if there := self._alive():
            # A farewell: whatever keeps it from arriving, the build has succeeded or failed already.
            with suppress(Exception):
                self._client.run(forget, workers=sorted(there), on_error="ignore")

    def _done(self, promise: "Future[Made]", answer: "Future[Made]") -> None:
        from distributed import KilledWorker

        try:
            error = answer.exception()
        except CancelledError:
            self._break(promise)
            return
        if isinstance(error, KilledWorker):
            self._break(promise)
        elif self._settle(promise):
            promise.set_exception(error) if error else promise.set_result(answer.result())

    def _break(self, promise: "Future[Any]") -> None:
        if self._settle(promise):
            promise.set_exception(HandLostError(_LOST))

    def _settle(self, promise: "Future[Any]") -> bool:
        """Whether it is on the caller to say what came of a promise: only the first may."""
        try:
            self._under_way.remove(promise)
        except KeyError:
            return False
        return True

    def _watch(self) -> None:
        """Break off everything when nobody has been there for a while: Dask itself would wait for ever."""
        seen = time.monotonic()
        while not self._ended.wait(1):
            if self._alive():
                seen = time.monotonic()
            elif time.monotonic() - seen > _PATIENCE:
                for promise in list(self._under_way):
                    self._break(promise)

    def _alive(self) -> frozenset[str]:
        """Who of ours is there; nobody while the scheduler does not answer, in whatever way it fails to."""
        threads: dict[str, int] = {}
        if self._client.status == "running":
            with suppress(Exception):
                threads = self._client.nthreads()
        return self._workers.intersection(threads)


@contextmanager
def cluster(address: str, folders: Sequence[Path]) -> Iterator[Cluster]:
    """The cluster of the scheduler at ``address``, when all of its workers can read and write ``folders``.

    Raises:
        ClusterError: Dask is not installed; nobody answers; nobody works there; someone there has other
            versions than we, or does not see the folders.
    """
    with _client(address) as client:
        executor = Cluster(client, _looked_at(client, address, folders))
        try:
            yield executor
        finally:
            executor.shutdown()


@contextmanager
def on_cluster(address: str, root: Path, site: Path, options: Options) -> Iterator[Options]:
    """Options for a build whose work is done by a cluster.

    Raises:
        ClusterError: as for :func:`cluster`.
    """
    root = root.absolute()
    with cluster(address, [root / FOLDER, (root / site).parent]) as many:
        yield replace(options, executor=many, workers=many.count)


@contextmanager
def _client(address: str) -> "Iterator[Client]":
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError('要在集群上做，先装上 Dask：pip install "gongshi[cluster]"') from None
    # What goes wrong we tell in our own words; the library would print pages of its own.
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _reach(address)
    try:
        with warnings.catch_warnings():
            # Other versions over there: we look for ourselves.
            warnings.simplefilter("ignore")
            client = Client(address, timeout=_CONNECT, set_as_default=False)
    except Exception as error:
        # Whatever stands in the way of a connection, the one who named the address must know.
        raise _unreachable(address, error) from error
    try:
        yield client
    finally:
        client.close()


def spot(address: str) -> tuple[str, int]:
    """The host and the port that an address names; nobody need be there.

    Raises:
        ClusterError: it names none.
    """
    with suppress(ValueError):
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        if parts.hostname and parts.port and not re.search(r"\s", address):
            return parts.hostname, parts.port
    raise ClusterError(f"调度器的地址要写主机和端口，如 tcp://10.0.0.5:8786；现在是“{address}”。")


def _reach(address: str) -> None:
    """See whether anybody listens: the library would try for long, and not tell why it does not succeed."""
    try:
        socket.create_connection(spot(address), _CONNECT).close()
    except (OSError, ValueError) as error:
        raise _unreachable(address, error) from error


def _unreachable(address: str, error: Exception) -> ClusterError:
    return ClusterError(
        f"连不上集群的调度器 {address}（{error}）。\n"
        "请看看地址写得对不对，调度器开着没有，防火墙有没有放行，它的 Dask 和这里的是不是同一个版本。"
    )


def _looked_at(client: "Client", address: str, folders: Sequence[Path]) -> dict[str, int]:
    """The workers and how many threads each has, all of them fit to work for us."""
    try:
        client.wait_for_workers(1, timeout=_CONNECT)
    except TimeoutError:
        raise ClusterError(
            f"调度器 {address} 连上了，可是一个工作进程也没有。\n"
            f"请先在各台机器上运行：dask worker {address} --nthreads 1"
        ) from None
    threads: dict[str, int] = client.nthreads()
    with marked(folders) as (token, marks):
        looks = client.run(look, token, list(marks), workers=list(threads), on_error="return")
        _judge("调度器", _of_scheduler(client, token))
        for worker, seen in sorted(looks.items()):
            _judge(f"工作进程 {worker} ", seen, marks)
    return threads


def _of_scheduler(client: "Client", token: str) -> Look | Exception:
    """The scheduler reads what work is before it hands it on, but never sees our folders."""
    try:
        seen: Look = client.run_on_scheduler(look, token, [])
    except Exception as error:
        return error
    return seen


def _judge(who: str, seen: Look | Exception, marks: dict[str, Path] | None = None) -> None:
    if isinstance(seen, Exception):
        raise ClusterError(f"{who}不能用：没有装 gongshi，或者装的和这里的不是同一个版本（{seen}）。")
    if told := difference(seen, marks):
        raise ClusterError(f"{who}不能用：{told}")
