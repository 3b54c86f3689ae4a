"""One run: choose, ask, write the record, tell what cannot be reached."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...content.link_record import PATH, REACHED, as_text
from ...problems import Problem, sorted_problems
from ...problems.catalogue.links import FOREIGN_DEAD
from ...settings.moment import Moment
from ...site.generate import Checked
from .addresses import foreign_addresses
from .asking import Manners, ask
from .checking import Limits, answers, chosen, is_offline, recorded

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What a run found; ``offline`` tells that nothing was learned and nothing written."""

    reached: int
    dead: int
    waiting: int
    offline: bool
    problems: tuple[Problem, ...]

    @property
    def sentence(self) -> str:
        """The run in a sentence for the editor."""
        if self.offline:
            return "站外链接：一个也连不上，这台机器大概没有连上网络。没有改动 content/links.yml。"
        told = f"站外链接：{self.reached} 个可以打开，{self.dead} 个打不开"
        rest = f"，还有 {self.waiting} 个留到下一次" if self.waiting else ""
        return f"{told}{rest}。结果记在 content/links.yml，请一起提交。"


def check_links(
    project: Path,
    checked: Checked,
    at: Moment,
    wanted: Callable[[str], bool] = lambda path: True,
    limits: Limits = _LIMITS,
    asking: Callable[[str], str] | None = None,
) -> LinkReport:
    """Ask the addresses of the entries whose path is wanted, and write ``content/links.yml``.

    Raises:
        OSError: the record could not be written.
    """
    settings = checked.content.settings
    agent = f"Mozilla/5.0 (compatible; zhuanti-link-check; +{settings.root_url})" if settings else Manners().agent
    places = foreign_addresses(checked.content, checked.prose)
    asked = [url for url, where in places.items() if any(wanted(place.path) for place in where)]
    records = checked.content.library.links
    found = answers(chosen(asked, records, limits), asking or (lambda url: ask(url, Manners(agent))), limits)
    if is_offline(found):
        return LinkReport(0, 0, len(asked), True, ())
    _write(project / PATH, as_text(recorded(records, found, places, at)))
    dead = {url: answer for url, answer in found.items() if answer != REACHED}
    problems = (FOREIGN_DEAD.at(place, url=url, answer=answer) for url, answer in dead.items() for place in places[url])
    return LinkReport(len(found) - len(dead), len(dead), len(asked) - len(found), False, sorted_problems(problems))


def _write(path: Path, text: str) -> None:
    """Beside and over it, so that whoever reads meanwhile finds the whole file."""
    handle, name = tempfile.mkstemp(prefix=".links-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
