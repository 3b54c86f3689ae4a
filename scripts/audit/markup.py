"""The Nu HTML checker's judgement of every page: errors and warnings alike."""

import json
import subprocess
from collections.abc import Sequence

from .tools import Missing, Tools

_BATCH = 250


def faults(pages: Sequence[str], address: str, tools: Tools) -> list[str]:
    """What the checker says of the pages at these addresses, one line each.

    Pages are read from the server, because their content policy allows the files of their own host, and a file on a
    disk has none.

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
            place = f"{message.get('url', '').removeprefix(address)}:{message.get('lastLine', 0)}"
            found.append(f"{place} {message.get('subType') or message['type']}: {message['message']}")
    return found
