"""A proxy before an HTTP server that answers 500 or 503 itself, cuts answers short, or says nothing, when it is told to."""

import contextlib
import http.client
import random
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

_TIMEOUT = 60
_CUT = "cut"
_SILENT = "silent"
# what is done to a request: an answer with this status, the connection closed, no answer at all, or nothing
Harm = int | str | None


class Bursts:
    """``harm`` says for the number of a request, counted from 0, what is done to it instead of passing it on."""

    def __init__(self, to: int) -> None:
        self.harm: Callable[[int], Harm] = lambda number: None
        self.done = 0
        self._count, self._lock = 0, Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, to))
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def now(self) -> Harm:
        """What is done to the request that has just come."""
        with self._lock:
            harm = self.harm(self._count)
            self._count += 1
            self.done += harm is not None
        return harm

    def every(self, seed: int, share: float, length: int) -> None:
        """Bursts of 500 and 503 of so many requests, which take this share of all."""
        choose = random.Random(seed)
        statuses: dict[int, Harm] = {}

        def harm(number: int) -> Harm:
            burst = number // length
            if burst not in statuses:
                statuses[burst] = choose.choice((500, 503)) if choose.random() < share else None
            return statuses[burst]

        self.harm = harm

    def after(self, requests: int, harm: Harm) -> None:
        """The same to every request but the next so many."""
        first = self._count + requests
        self.harm = lambda number: harm if number >= first else None

    def close(self) -> None:
        """End for good."""
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def bursts(to: int) -> Iterator[Bursts]:
    """A proxy before a port of this machine; it passes everything until told otherwise."""
    made = Bursts(to)
    try:
        yield made
    finally:
        made.close()


def _handler(owner: Bursts, to: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.close_connection = True
            # a client that was killed is gone
            with contextlib.suppress(OSError):
                self.raw_requestline = self.rfile.readline(65537)
                if self.raw_requestline and self.parse_request():
                    self._pass()

        def log_message(self, *_: object) -> None:
            """Nothing is said."""

        def _pass(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            harm = owner.now()
            if isinstance(harm, int):
                self._answer(harm, [], b"")
            elif harm == _SILENT:
                time.sleep(_TIMEOUT)
                self.close_connection = True
            else:
                self._forward(body, cut=harm == _CUT)

        def _forward(self, body: bytes, cut: bool) -> None:
            # the name that was asked for is part of what is signed
            there = http.client.HTTPConnection("127.0.0.1", to, timeout=_TIMEOUT)
            there.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in ("connection", "expect"):
                    there.putheader(name, value)
            there.endheaders(body or None)
            answer = there.getresponse()
            data = answer.read()
            there.close()
            self._answer(answer.status, answer.getheaders(), data, cut)

        def _answer(self, status: int, headers: list[tuple[str, str]], data: bytes, cut: bool = False) -> None:
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in ("content-length", "transfer-encoding", "connection"):
                    self.send_header(name, value)
            if status != 204:
                length = next((value for name, value in headers if name.lower() == "content-length"), str(len(data)))
                self.send_header("Content-Length", length if self.command == "HEAD" else str(len(data)))
            self.end_headers()
            # the status of an answer that is cut short has arrived, and less than what it promised
            self.wfile.write(b"" if self.command == "HEAD" else data[: len(data) // 2] if cut else data)
            self.close_connection = self.close_connection or cut

    return Handler
