"""Readers without pause: a page, then the files that it names, each looked at for what must never be."""

import http.client
import random
import re
import threading
from collections import Counter
from urllib.parse import urlsplit

from .made_up import PAGES, page_url

_NAMES = re.compile(r'<link href="([^"]+)">')
_WORDS = re.compile(r"<!--([^>]*)-->")
_TIMEOUT = 20


class Readers:
    """Some threads that read the site at ``url`` until they are stopped. ``counts`` holds what they met.

    Where readers get each release in one step, none must ever see a page of an older one than he saw before; that is
    asked ``in_order``.
    """

    def __init__(self, url: str, threads: int = 2, in_order: bool = True) -> None:
        self._url, self._in_order = urlsplit(url), in_order
        self._end = threading.Event()
        self._lock = threading.Lock()
        self.counts: Counter[str] = Counter()
        self.examples: list[str] = []
        self._threads = [threading.Thread(target=self._read, args=(seed,)) for seed in range(threads)]

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _read(self, seed: int) -> None:
        choose, newest = random.Random(seed), 0
        while not self._end.is_set():
            newest = self._page(page_url(choose.randrange(PAGES)), newest)

    def _page(self, address: str, newest: int) -> int:
        """Read a page with its files; the number of the newest state seen so far."""
        status, body = self._get(address)
        words = _WORDS.findall(body)
        if status != 200:
            self._count(f"page {status}", f"/{address}")
            return newest
        if not body.endswith("</html>") or len(words) not in (2, 3) or words[0] != words[-1]:
            self._count("truncated", f"/{address}")
            return newest
        self._count("pages")
        state = int(words[1]) if len(words) == 3 else newest
        if self._in_order and state < newest:
            self._count("backwards", f"/{address} ({words[0]})")
        self._files(address, body, words[0])
        return max(state, newest)

    def _files(self, address: str, body: str, word: str) -> None:
        for name in _NAMES.findall(body):
            status, text = self._get(name)
            if status == 404:
                self._count("missing", f"/{address} → {name}")
            elif status != 200:
                self._count(f"asset {status}", name)
            elif not text.endswith("end"):
                self._count("truncated", name)
            elif text.split(" ", 1)[0] != word:
                self._count("mixed", f"/{address} ({word}) → {name} ({text[:20]})")
            else:
                self._count("assets")

    def _get(self, address: str) -> tuple[int, str]:
        """Status and text; 0 where the answer broke off."""
        connection = http.client.HTTPConnection(self._url.hostname or "", self._url.port, timeout=_TIMEOUT)
        try:
            connection.request("GET", self._url.path + address)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def _count(self, what: str, where: str = "") -> None:
        with self._lock:
            self.counts[what] += 1
            if where and len(self.examples) < 10:
                self.examples.append(f"{what}: {where}")

    @property
    def faults(self) -> int:
        """How often readers met something that must never be."""
        return sum(number for what, number in self.counts.items() if what not in ("pages", "assets"))
