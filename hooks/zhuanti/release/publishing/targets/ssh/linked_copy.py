"""The copy of what readers get, made and hashed by the server's own programs while this side builds."""

import secrets
from dataclasses import dataclass

from ...paths import CURRENT, INCOMING, REMOVED
from ..linked_copy import LinkedCopy
from .connection import SshConnection, Started

# sets "hash" to what hashes files there
FIND_HASH = (
    "if command -v sha256sum >/dev/null; then hash=sha256sum; "
    'elif command -v shasum >/dev/null; then hash="shasum -a 256"; else hash=; fi'
)
# a folder on its way, whose name says so; links to elsewhere, which are nothing of ours, do not come along; in the end
# there is time to remove what was given up
_COPY = (
    f'cd "$1" && live=$(readlink {CURRENT}) && cd "$live" && live=${{live##*/}} || exit 0; '
    "case $live in [0-9][0-9][0-9][0-9]*-*) ;; *) exit 0 ;; esac; "
    f'mkdir -p "$1/{INCOMING}" && new="$1/{INCOMING}/$live-$2" && cp -al . "$new" && cd "$new" || exit 1; '
    'find . ! -type d ! -type f -exec rm -f {} + && echo "$live" || exit 1; '
    f'{FIND_HASH}; [ "$hash" ] && find . -type f -exec $hash {{}} + && echo end; '
    f'rm -rf "$1/{REMOVED}"/[0-9][0-9][0-9][0-9]*-????????-????*-????????; rmdir "$1/{REMOVED}" 2>/dev/null; :'
)
_REMOVE = f'for each in "$1/{INCOMING}"/*-"$2"; do rm -rf "$each"; done'
# a line of theirs: the hash, two signs, the path as find writes it; of a name that they escape the line begins earlier
_DIGEST, _PATH, _BETWEEN = 64, 68, ("  ./", " *./")


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
    live, *lines = said.decode("utf-8", "replace").splitlines() or [""]
    if code or not lines or lines[-1] != "end":
        return None
    digests = {line[_PATH:]: line[:_DIGEST] for line in lines if line[_DIGEST:_PATH] in _BETWEEN}
    return LinkedCopy(live, f"{INCOMING}/{live}-{begun.mark}", digests)


def remove(server: SshConnection, root: str, begun: Begun) -> None:
    """Remove what the server made of a copy.

    Raises:
        PublishError: the server can no longer be reached.
    """
    begun.started.wait()
    server.run(_REMOVE, root, begun.mark)
