"""A copy of what readers get, made while the site is being built: second names of the same files, unseen by readers.

Most of a release is what the one before it was. So its folder begins as such a copy, whose files are hashed where they
stand; only what differs is sent into it, and only what was sent has still to be hashed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from ..manifest import ManifestFile
from .target import Release


@dataclass(frozen=True, slots=True)
class LinkedCopy:
    """``folder`` holds the files of ``release``; ``digests`` are their SHA-256 by path, as they were found there."""

    release: str
    folder: str
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rework:
    """What makes a copy another release.

    Attributes:
        right: the digests of files that stay as they are.
        sent: the paths of files that are to be replaced or added.
        dropped: files and whole folders that are to go first; what stays has its folders.
    """

    right: Mapping[str, str]
    sent: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What the files of a release were found to hold while it was laid out: digests by path."""

    release: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)

    def of(self, release: str) -> Mapping[str, str]:
        """The digests, where it is this release."""
        return self.digests if release == self.release else {}

    def holds(self, release: str, files: Iterable[ManifestFile]) -> bool:
        """Whether this release was found to have all these files."""
        known = self.of(release)
        return all(known.get(file.path) == file.sha256 for file in files)


def rework(copy: LinkedCopy, release: Release) -> Rework:
    """What has to be done with a copy so that it holds a release and what that carries."""
    wanted = {file.path: file.sha256 for file in (*release.carried, *release.manifest.files)}
    right = {path: digest for path, digest in copy.digests.items() if wanted.get(path) == digest}
    sent = tuple(file.path for file in release.manifest.files if file.path not in right)
    # a file that is sent takes the place of what stands there
    gone = copy.digests.keys() - right.keys() - set(sent)
    folders = set(_folders(wanted)) if gone else set()
    dropped = {_highest(path, folders) for path in gone}
    return Rework(right, sent, tuple(sorted(dropped)))


def _folders(paths: Iterable[str]) -> Iterable[str]:
    """Every folder that these files are in, at any depth."""
    for parent in {path.rpartition("/")[0] for path in paths} - {""}:
        yield from accumulate(parent.split("/"), "{}/{}".format)


def _highest(path: str, folders: set[str]) -> str:
    """The file, or the highest of its folders that holds nothing which is wanted."""
    parents = accumulate(path.split("/")[:-1], "{}/{}".format)
    return next((parent for parent in parents if parent not in folders), path)
