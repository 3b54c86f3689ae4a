"""The Nu HTML checker's judgement of every page: errors and warnings alike."""

import json
import re
import subprocess
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from .tools import Missing, Tools

_BATCH = 250
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_DATA_PICTURE = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): image “data:.*” blocked by “img-src”"
)


def faults(pages: Sequence[str], site: Path, address: str, tools: Tools) -> list[str]:
    """What the checker says of the pages at these addresses, one line each.

    Pages are read from the server, because their content policy allows the files of their own host, and a file on a
    disk has none. ``site`` is where the server has them from.

    Raises:
        Missing: the checker gave no answer.
    """
    found: list[str] = []
    for start in range(0, len(pages), _BATCH):
        urls = [address + page for page in pages[start : start + _BATCH]]
        command = [*tools.markup_checker, "--format", "json", "--exit-zero-always", *urls]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            messages = json.loads(done.stderr)["messages"]
        except (ValueError, KeyError):
            raise Missing(f"Nu HTML 检查器没有给出结果：\n{done.stderr.strip()[-2000:]}") from None
        for message in messages:
            page = message.get("url", "").removeprefix(address)
            place = f"{page}:{message.get('lastLine', 0)}"
            if is_mistaken(message["message"], site, page):
                continue
            found.append(f"{place} {message.get('subType') or message['type']}: {message['message']}")
    return found


def is_mistaken(message: str, site: Path, page: str) -> bool:
    """Whether the checker says what the page's own policy refutes.

    It takes a picture at a ``data:`` address for blocked whatever the policy says; a scheme among the sources of
    ``img-src`` allows it (CSP Level 3, 6.7.2.8), and in a browser test no page violates its policy.
    """
    if not _DATA_PICTURE.match(message):
        return False
    path = site / page / "index.html" if page.endswith("/") or not page else site / page
    policy = _POLICY.search(path.read_text("utf-8"))
    rules = (rule.split() for rule in unescape(policy[1]).split(";")) if policy else ()
    return any(rule[:1] == ["img-src"] and "data:" in rule for rule in rules)
