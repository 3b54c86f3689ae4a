"""Names of everything that stands on a target, and of what this side keeps.

::

    current                  what readers get: a link to one of the releases
    releases/<release>/      the files of one release
    incoming/<release>-<8>/  a release that is on its way; <8> are hexadecimal digits
    removed/<release>-<8>/   a release that was given up; whoever publishes next removes it while the site is being built
    receipts/<number>.json   what was done, counted from 1
    manifests/<release>.json.gz
    lock.json                who publishes now
    takeover-<16>.json       who is taking the lock from a publisher that died
    .<name>-<8>              a small file that is being written, beside its name

Whatever else stands there is the operator's, and is never removed.

An object storage has these below ``.zhuanti/``, for the site's own paths are its readers'; ``current`` is a small file
there, and instead of releases it has::

    objects/<sha256>         every content of every release, once
    ledger.json              which releases' files readers may get while a switch is on its way
"""

import re
import secrets
from collections.abc import Container
from hashlib import sha256
from pathlib import Path

from ...settings.moment import CHINA, Moment

CURRENT, RELEASES, INCOMING, REMOVED, RECEIPTS, MANIFESTS, LOCK = (
    "current", "releases", "incoming", "removed", "receipts", "manifests", "lock.json",
)  # fmt: skip
OWN, OBJECTS, LEDGER = ".zhuanti/", "objects/", "ledger.json"
CHANGED_URLS = "changed-urls.txt"
_RELEASE = re.compile(r"(\d{4,})-\d{8}-\d{4}(-[0-9a-f]{7,})?", re.ASCII)
_MANIFEST = ".json.gz"
_TAKEOVER = re.compile(r"takeover-[0-9a-f]{16}\.json")
_CARRIED = "carried"
_RECEIPT = re.compile(r"\d{6,}\.json", re.ASCII)
_MARKED = re.compile(r"(.+)-[0-9a-f]{8}")


def release_id(number: int, at: Moment, commit: str) -> str:
    """A release's name: the number of its receipt, which alone gives the order; the minute in China; the commit."""
    return f"{number:04d}-{at.at.astimezone(CHINA):%Y%m%d-%H%M}" + (f"-{commit[:8]}" if commit else "")


def number_of(release: str) -> int:
    """The number in a release's name; 0 where it is no such name."""
    found = _RELEASE.fullmatch(release)
    return int(found[1]) if found else 0


def release_path(release: str) -> str:
    """The folder of a release."""
    return f"{RELEASES}/{release}"


def manifest_path(release: str) -> str:
    """The manifest of a release."""
    return f"{MANIFESTS}/{release}{_MANIFEST}"


def receipt_path(number: int) -> str:
    """The receipt of a number."""
    return f"{RECEIPTS}/{number:06d}.json"


def takeover_path(path: str, dead: bytes) -> str:
    """What must be held to take ``path`` from the dead publisher that wrote ``dead`` there."""
    return f"takeover-{sha256(path.encode() + b'=' + dead).hexdigest()[:16]}.json"


def is_takeover(path: str) -> bool:
    """Whether it is a path that :func:`takeover_path` gives."""
    return bool(_TAKEOVER.fullmatch(path))


def incoming_path(release: str) -> str:
    """A new folder for a release on its way: what another publisher left, or still sends, never reaches it."""
    return f"{INCOMING}/{_marked(release)}"


def removed_path(release: str) -> str:
    """A new folder for a release that is given up."""
    return f"{REMOVED}/{_marked(release)}"


def draft_path(path: str) -> str:
    """A new name beside ``path``, under which it is written before it gets its own."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}.{_marked(name)}"


def carried_draft() -> str:
    """A new name for a file of a release that must be copied: never within the release, where readers would get it."""
    return draft_path(_CARRIED)


def is_left_over(path: str, kept: Container[str]) -> bool:
    """Whether a file of a target, or a folder if the path ends with ``/``, is the publisher's own and of no use to the
    ``kept`` releases. The operator's own files never are. It is asked by who holds the lock; what another
    publisher lays out without it (``Target.copying``) is lost to that, which it notices.
    """
    is_folder = path.endswith("/")
    folder, _, name = path.rstrip("/").rpartition("/")
    if is_folder:
        old = folder == RELEASES and number_of(name) > 0 and name not in kept
        return old or (folder in (INCOMING, REMOVED) and number_of(_unmarked(name)) > 0)
    if folder == MANIFESTS and number_of(name.removesuffix(_MANIFEST)):
        return name.endswith(_MANIFEST) and name.removesuffix(_MANIFEST) not in kept
    return is_takeover(path) or (name.startswith(".") and _is_written(folder, _unmarked(name[1:])))


def _is_written(folder: str, name: str) -> bool:
    """Whether the publisher writes small files of this name there."""
    if folder == RECEIPTS:
        return bool(_RECEIPT.fullmatch(name))
    if folder == MANIFESTS:
        return name.endswith(_MANIFEST) and number_of(name.removesuffix(_MANIFEST)) > 0
    return not folder and (name in (CURRENT, LOCK, _CARRIED) or is_takeover(name))


def _marked(name: str) -> str:
    return f"{name}-{secrets.token_hex(4)}"


def _unmarked(name: str) -> str:
    found = _MARKED.fullmatch(name)
    return found[1] if found else ""


def object_path(digest: str) -> str:
    """The content of this SHA-256."""
    return f"{OBJECTS}{digest}"


def sibling_folder(project: Path) -> Path:
    """Where compressed siblings are kept on this side, laid out as the site is."""
    return project / ".cache" / "siblings"


def contents_record(project: Path) -> Path:
    """Where it is kept on this side what files were found to hold."""
    return project / ".cache" / "contents.txt"
