"""What is left over on a server goes."""

from ...paths import INCOMING, MANIFESTS, RECEIPTS, RELEASES, REMOVED, is_left_over, removed_path
from .connection import SshConnection

# what may be left over; a folder's name ends with a stroke
_LIST = (
    f'cd "$1" || exit 1; rmdir {INCOMING} {REMOVED} 2>/dev/null; '
    f"for path in {RELEASES}/*-* {INCOMING}/*-* {REMOVED}/*-* {MANIFESTS}/*.json.gz takeover-*.json "
    f'.*-???????? {MANIFESTS}/.*-???????? {RECEIPTS}/.*-????????; do if [ -L "$path" ]; then printf "%s\\n" "$path"; '
    'elif [ -d "$path" ]; then printf "%s/\\n" "$path"; elif [ -e "$path" ]; then printf "%s\\n" "$path"; fi; done; :'
)
# a folder that still holds somebody else's files stays
_REMOVE = (
    f'cd "$1" && shift && xargs -0 rm -rf -- && {{ [ $# = 0 ] || mkdir -p {REMOVED}; }} || exit 1; '
    f'while [ $# != 0 ]; do mv "$1" "$2" || exit 1; shift 2; done; rmdir {INCOMING} {REMOVED} 2>/dev/null; :'
)


def tidy(server: SshConnection, root: str, kept: tuple[str, ...], freeing: bool) -> None:
    """Remove what is left over below ``root``; releases are only put away for later, unless it is for ``freeing`` room.

    Raises:
        PublishError: the server cannot be reached, or something cannot be removed.
    """
    _, said = server.run(_LIST, root)
    gone = [path for path in said.decode("utf-8", "replace").splitlines() if is_left_over(path, kept)]
    later = [] if freeing else [path for path in gone if path.startswith(f"{RELEASES}/")]
    moves = [end for path in later for end in (path, removed_path(path.strip("/").rpartition("/")[2]))]
    now = "".join(f"{path}\0" for path in gone if path not in later)
    if gone:
        server.run(_REMOVE, root, *moves, data=now.encode())
