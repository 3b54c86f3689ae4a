"""What publishing asks of a place; how it is done is the place's own affair."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ..manifest import Manifest, ManifestFile, unpacked
from ..paths import manifest_path


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is to be sent.

    ``sources`` says where each file lies on this side, whole path by path of the release. ``carried`` are files of what
    readers get now that will go along: an upload that finds them where it works leaves them there.
    """

    id: str
    manifest: Manifest
    sources: Mapping[str, str]
    carried: tuple[ManifestFile, ...] = ()


class Target(Protocol):
    """One place. Paths are relative to it, with ``/``.

    Every method raises :class:`PublishError`, in words for the operator, when the place cannot be spoken to or refuses.
    It says what is wrong and what to do, not what readers have: that is known to who asked. Each method may be broken
    off anywhere, and then be called again with the same words.
    """

    @property
    def where(self) -> str:
        """The place as an operator would write it."""
        ...

    def at(self, path: str) -> str:
        """Where an operator finds a small file of the publisher's own."""
        ...

    def read(self, path: str) -> bytes | None:
        """A small file of the publisher's own; None where there is none."""
        ...

    def read_all(self, folder: str) -> Mapping[str, bytes]:
        """All small files of a folder, by name; folders in it are passed over."""
        ...

    def write(self, path: str, data: bytes) -> None:
        """Write a small file whole or not at all."""
        ...

    def create(self, path: str, data: bytes) -> bool:
        """Write it only where there is none; of several at once, one alone succeeds."""
        ...

    def remove(self, path: str) -> None:
        """Remove a small file; nothing happens where there is none."""
        ...

    def clock(self) -> datetime | None:
        """What time it is there; None where the place does not say."""
        ...

    def room(self) -> int | None:
        """Bytes that can still be written there; None where the place does not say."""
        ...

    def releases(self) -> tuple[str, ...]:
        """The releases whose files are there."""
        ...

    def live(self) -> str:
        """The release that readers get; empty before the first publish."""
        ...

    def settled(self) -> bool:
        """Whether readers get that release alone: no switch stopped halfway."""
        ...

    def copying(self) -> AbstractContextManager[None]:
        """While the site is being built, the place may lay out a copy of what readers get and hash it, beside whatever
        this process does: an upload within begins from that, and the next look for faults knows it. A place that cannot
        does nothing, and what was not used is removed in the end. It never fails: an upload does as well without."""
        ...

    def upload(self, release: Release, previous: tuple[Manifest, str] | None, afresh: bool = False) -> int:
        """Send what the place lacks; readers see nothing of it. ``previous`` is what they get now.

        What an interrupted upload left is used or cleaned away; ``afresh`` trusts nothing that stands there. Returns the
        bytes sent.
        """
        ...

    def carry(self, release: str, files: tuple[ManifestFile, ...], live: str) -> tuple[ManifestFile, ...]:
        """Give a release files of the one that readers get now, unseen by them; returns those that it now has.

        What it has of them already is as good as given."""
        ...

    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """The paths of a release whose bytes there are missing or others than the manifest says. Asked for the second
        time, it looks at every byte again, whatever it knew."""
        ...

    def switch(self, release: str, manifest: Manifest) -> None:
        """From now on readers get this release; read back before it returns."""
        ...

    def tidy(self, kept: tuple[str, ...], freeing: bool = False) -> None:
        """Remove what is left over: see :func:`..paths.is_left_over`. The release that readers get is among ``kept``.

        Files of a release that is given up may stay until the next publish; ``freeing`` removes them now."""
        ...


def manifest_of(target: Target, release: str) -> Manifest | None:
    """The manifest of a release; None where it is lost or cannot be read."""
    data = target.read(manifest_path(release)) if release else None
    try:
        return unpacked(data) if data else None
    except ValueError:
        return None
