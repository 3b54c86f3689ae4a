"""A line between two programs of this machine that can be slow, silent or torn: what a network does to a connection."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

_BLOCK = 16_384


class Line:
    """Forwards connections to a port of this machine. ``rate`` is bytes a second in each direction, 0 without limit."""

    def __init__(self, to: int) -> None:
        self.rate = 0
        self._to = to
        self._goes = threading.Event()
        self._goes.set()
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def silence(self) -> None:
        """Nothing passes any more, and nobody is told."""
        self._goes.clear()

    def mend(self) -> None:
        """Everything passes again; connections that stood through a silence are gone."""
        self.tear()
        self.rate = 0
        self._goes.set()

    def tear(self) -> None:
        """All connections end at once."""
        for each in self._open:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def close(self) -> None:
        """End for good."""
        self._listener.close()
        self.mend()

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._listener.accept()
            except OSError:
                return
            try:
                there = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                here.close()
                continue
            self._open += [here, there]
            for pair in ((here, there), (there, here)):
                threading.Thread(target=self._forward, args=pair, daemon=True).start()

    def _forward(self, source: socket.socket, to: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_BLOCK):
                self._goes.wait()
                if self.rate:
                    time.sleep(len(data) / self.rate)
                to.sendall(data)
        for each in (source, to):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def line(to: int) -> Iterator[Line]:
    """A line to a port."""
    made = Line(to)
    try:
        yield made
    finally:
        made.close()
