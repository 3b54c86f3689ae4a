"""The copy of what readers get, made and hashed by the server's own programs while this side builds."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from ...paths import CURRENT, INCOMING, REMOVED
from ..linked_copy import LinkedCopy
from .connection import SshConnection, Started

# sets "hash" to what hashes files there
FIND_HASH = (
    "if command -v sha256sum >/dev/null; then hash=sha256sum; "
    'elif command -v shasum >/dev/null; then hash="shasum -a 256"; else hash=; fi'
)
# the rules of paths.number_of and paths.is_left_over, as expr reads them: it fails where its first group is empty
_RELEASE = r"\([0-9]\{4,\}-[0-9]\{8\}-[0-9]\{4\}\(-[0-9a-f]\{7,\}\)\{0,1\}\)"
_GIVEN_UP = rf"{_RELEASE}-[0-9a-f]\{{8\}}$"
# of the copy, only folders that hold something and files that everybody may read come along; the others are sent anew,
# and links to elsewhere are nothing of ours. In the end there is time to remove what was given up
_COPY = (
    f'cd "$1" && live=$(readlink {CURRENT}) && cd "$live" && live=${{live##*/}} || exit 0; '
    f'expr "$live" : "{_RELEASE}$" >/dev/null || exit 0; '
    f'mkdir -p "$1/{INCOMING}" && new="$1/{INCOMING}/$live-$2" && cp -al . "$new" && cd "$new" || exit 1; '
    r"find . -type d ! -perm 755 -exec chmod 755 {} + -o ! -type d \( ! -type f -o ! -perm 644 \) -exec rm -f {} + "
    '&& echo "$live" || exit 1; '
    "find . -depth -type d -exec rmdir {} + 2>/dev/null; "
    f'{FIND_HASH}; [ "$hash" ] && find . -type f -exec $hash {{}} + && echo end; '
    f'[ -L "$1/{REMOVED}" ] || for each in "$1/{REMOVED}"/*; do '
    f'expr "${{each##*/}}" : "{_GIVEN_UP}" >/dev/null && rm -rf "$each"; done; rmdir "$1/{REMOVED}" 2>/dev/null; :'
)
_REMOVE = f'for each in "$1/{INCOMING}"/*-"$2"; do rm -rf "$each"; done'
# a line of theirs: the hash, two signs, the path as find writes it
_DIGEST, _PATH, _BETWEEN = 64, 68, ("  ./", " *./")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Begun:
    """A copy that the server is making; ``mark`` ends the name of its folder."""

    started: Started
    mark: str


def begin(server: SshConnection, root: str) -> Begun:
    """Let the server make a copy, and do not wait for it."""
    mark = secrets.token_hex(4)
    return Begun(server.start(_COPY, root, mark), mark)


def finished(begun: Begun) -> LinkedCopy | None:
    """The copy, once it is made and hashed; None where it was not: there was nothing to copy, or it could not be."""
    code, said = begun.started.wait()
    live, *lines, last = said.decode("utf-8", "surrogateescape").split("\n")[:-1] or ("", "")
    if code or last != "end":
        return None
    return LinkedCopy(live, f"{INCOMING}/{live}-{begun.mark}", digests_of(lines))


def digests_of(lines: Iterable[str]) -> dict[str, str]:
    """What lines of sha256sum, or of shasum, say: digests by path below the folder. GNU's begins a line with a backslash
    where it escapes the name."""
    plain = {line[_PATH:]: line[:_DIGEST] for line in lines if line[_DIGEST:_PATH] in _BETWEEN}
    escaped = (line[1:] for line in lines if line.startswith("\\"))
    return plain | {_ESCAPED.sub(_sign, line[_PATH:]): line[:_DIGEST] for line in escaped}


def _sign(found: re.Match[str]) -> str:
    return {"n": "\n", "r": "\r"}.get(found[1], found[1])


def remove(server: SshConnection, root: str, begun: Begun) -> None:
    """Remove what the server made of a copy.

    Raises:
        PublishError: the server can no longer be reached.
    """
    begun.started.wait()
    server.run(_REMOVE, root, begun.mark)
