"""Many addresses asked with restraint: few hosts at once, each host slowly, never all day."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...content.link_record import REACHED, LinkRecord
from ...settings.moment import Moment
from .asking import INNER, NO_NAME, NO_WAY


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one run may ask.

    Attributes:
        total: addresses.
        of_a_host: addresses of one host.
        pause: seconds between two requests to one host.
        hosts: hosts asked at the same time.
        seconds: the whole run; what was not asked by then waits for the next one.
    """

    total: int = 300
    of_a_host: int = 20
    pause: float = 1.0
    hosts: int = 4
    seconds: float = 600.0


def chosen(urls: Iterable[str], records: Mapping[str, LinkRecord], limits: Limits) -> tuple[str, ...]:
    """The addresses of one run: those never asked first, then those asked longest ago, so that each gets its turn."""

    def turn(url: str) -> tuple[str, str]:
        return (records[url].tried.iso if url in records else "", url)

    taken: defaultdict[str, int] = defaultdict(int)
    found: list[str] = []
    for url in sorted(set(urls), key=turn):
        host = urlsplit(url).netloc.lower()
        if taken[host] < limits.of_a_host and len(found) < limits.total:
            taken[host] += 1
            found.append(url)
    return tuple(found)


def answers(urls: Iterable[str], ask: Callable[[str], str], limits: Limits) -> Mapping[str, str]:
    """What each address answered, as far as there was time."""
    until = time.monotonic() + limits.seconds
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc.lower()].append(url)

    def one_host(members: list[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, url in enumerate(members):
            if time.monotonic() >= until:
                break
            if number:
                time.sleep(limits.pause)
            found[url] = ask(url)
        return found

    with ThreadPoolExecutor(limits.hosts) as pool:
        parts = list(pool.map(one_host, by_host.values()))
    return {url: answer for part in parts for url, answer in part.items()}


def is_offline(found: Mapping[str, str]) -> bool:
    """Whether this machine most likely has no way out: then nothing was learned of any address.

    A refusal to visit an inner network needs no way out, so it proves none.
    """
    tried = [answer for answer in found.values() if answer != INNER]
    return bool(tried) and all(answer in (NO_NAME, NO_WAY) for answer in tried)


def recorded(
    records: Mapping[str, LinkRecord], found: Mapping[str, str], wanted: Iterable[str], at: Moment
) -> tuple[LinkRecord, ...]:
    """The records with these answers in them; those of addresses nobody uses any more are dropped."""
    kept: list[LinkRecord] = []
    for url in sorted(set(wanted)):
        old = records.get(url)
        if url in found:
            reached = at if found[url] == REACHED else old.reached if old else None
            kept.append(LinkRecord(url=url, tried=at, answer=found[url], reached=reached))
        elif old:
            kept.append(old)
    return tuple(kept)
