"""Names of everything that stands on a target, and of what this side keeps.

::

    current                  what readers get: a link to one of the releases
    releases/<release>/      the files of one release
    incoming/                a release that is on its way
    receipts/<number>.json   what was done, counted from 1
    manifests/<release>.json.gz
    lock.json                who publishes now

An object storage has these below ``.zhuanti/``, for the site's own paths are its readers'; ``current`` is a small file
there, and instead of releases it has::

    objects/<sha256>         every content of every release, once
    ledger.json              which releases' files readers may get while a switch is on its way
"""

import re
from pathlib import Path

from ...settings.moment import CHINA, Moment

CURRENT, RELEASES, INCOMING, RECEIPTS, MANIFESTS, LOCK = (
    "current", "releases", "incoming", "receipts", "manifests", "lock.json",
)  # fmt: skip
OWN, OBJECTS, LEDGER = ".zhuanti/", "objects/", "ledger.json"
CHANGED_URLS = "changed-urls.txt"
_RELEASE = re.compile(r"(\d{4,})-\d{8}-\d{4}(-[0-9a-f]{7,})?")


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
    return f"{MANIFESTS}/{release}.json.gz"


def receipt_path(number: int) -> str:
    """The receipt of a number."""
    return f"{RECEIPTS}/{number:06d}.json"


def object_path(sha256: str) -> str:
    """The content of this hash."""
    return f"{OBJECTS}{sha256}"


def sibling_folder(project: Path) -> Path:
    """Where compressed siblings are kept on this side, laid out as the site is."""
    return project / ".cache" / "siblings"
