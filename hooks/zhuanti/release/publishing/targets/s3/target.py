"""An object storage as a target. It follows no link, so there is no single step from one release to the next: readers
get its files one by one, in an order in which each page always finds what it needs, and the old ones stay for a while.

Below the prefix the site's files stand at their own paths; all that is the publisher's own is below ``.zhuanti/``. Every
content is stored once, by its hash; giving a release to readers is copying within the storage.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from urllib3.exceptions import HTTPError

from .....settings.deploy import S3Place
from ...errors import PublishError
from ...manifest import Manifest, ManifestFile, is_hashed
from ...paths import CURRENT, LEDGER, MANIFESTS, OBJECTS, OWN, manifest_path, number_of, object_path
from ..target import Release, manifest_of
from .errors import sentence
from .ledger import GRACE, Ledger, Pointer, expired, ledger_of, left_over, packed, pointer_of
from .order import cache_of, gone, rules, stages
from .store import Store, Stored, at_once

P = ParamSpec("P")
T = TypeVar("T")
ATTEMPTS = 6
TIMEOUT = 60


def _in_words(act: "Callable[Concatenate[S3Target, P], T]") -> "Callable[Concatenate[S3Target, P], T]":
    """The storage's refusals as a sentence."""

    @wraps(act)
    def told(self: "S3Target", /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(self, *args, **kwargs)
        except (BotoCoreError, ClientError) as error:
            raise PublishError(sentence(error, self.where, self.bucket)) from None
        except HTTPError:
            # a body that broke off while it was read
            raise PublishError(sentence(BotoCoreError(), self.where, self.bucket)) from None

    return told


class S3Target:
    """See :class:`~..target.Target`."""

    def __init__(
        self, place: S3Place, attempts: int = ATTEMPTS, timeout: float = TIMEOUT, grace: timedelta = GRACE
    ) -> None:
        self._place, self._grace = place, grace
        self.bucket = place.bucket
        try:
            self.store = Store(place, attempts, timeout)
        except (BotoCoreError, ClientError, ValueError) as error:
            known = error if isinstance(error, BotoCoreError | ClientError) else BotoCoreError()
            raise PublishError(sentence(known, self.where, self.bucket)) from None

    @property
    def where(self) -> str:
        """Endpoint, bucket and prefix."""
        return "/".join(
            part.strip("/")
            for part in (self._place.endpoint, self._place.bucket, self._place.prefix)
            if part.strip("/")
        )

    def at(self, path: str) -> str:
        """See :class:`~..target.Target`."""
        return f"{self.where}/{OWN}{path}"

    @_in_words
    def read(self, path: str) -> bytes | None:
        """See :class:`~..target.Target`."""
        return self.store.get(OWN + path)

    @_in_words
    def read_all(self, folder: str) -> Mapping[str, bytes]:
        """See :class:`~..target.Target`."""
        found: dict[str, bytes] = {}
        start = f"{OWN}{folder}/"

        def read(name: str) -> None:
            if (data := self.store.get(name)) is not None:
                found[name.removeprefix(start)] = data

        at_once(read, self.store.listed(start))
        return dict(sorted(found.items()))

    @_in_words
    def write(self, path: str, data: bytes) -> None:
        """See :class:`~..target.Target`."""
        self.store.put(OWN + path, data)

    @_in_words
    def create(self, path: str, data: bytes) -> bool:
        """See :class:`~..target.Target`, and :meth:`.store.Store.create` for how."""
        return self.store.create(OWN + path, data)

    @_in_words
    def remove(self, path: str) -> None:
        """See :class:`~..target.Target`."""
        self.store.delete(OWN + path)

    @_in_words
    def clock(self) -> datetime | None:
        """See :class:`~..target.Target`."""
        return self.store.clock()

    def room(self) -> int | None:
        """See :class:`~..target.Target`. No object storage says it."""
        return None

    @_in_words
    def releases(self) -> tuple[str, ...]:
        """See :class:`~..target.Target`. Those with a manifest: their contents are kept as long as that."""
        start = f"{OWN}{MANIFESTS}/"
        names = (name.removeprefix(start).removesuffix(".json.gz") for name in self.store.listed(start))
        return tuple(sorted(name for name in names if number_of(name)))

    @_in_words
    def live(self) -> str:
        """See :class:`~..target.Target`."""
        return self._pointer().release

    @_in_words
    def settled(self) -> bool:
        """See :class:`~..target.Target`."""
        giving = ledger_of(self.store.get(OWN + LEDGER)).giving
        return not giving or giving == self._pointer().release

    def copying(self) -> AbstractContextManager[None]:
        """See :class:`~..target.Target`. Nothing is copied before it is known what differs."""
        return nullcontext()

    @_in_words
    def upload(self, release: Release, previous: tuple[Manifest, str] | None, afresh: bool = False) -> int:
        """See :class:`~..target.Target`. What is stored under its hash with its MD5 is not sent again; where the
        storage tells no MD5, its size will do for those that are not to be sent ``afresh``."""
        stored = self.store.listed(OWN + OBJECTS)
        wanted = {file.sha256: file for file in release.manifest.files}

        def is_there(file: ManifestFile) -> bool:
            found = stored.get(_object(file))
            return found is not None and (_is_same(found, file) or (not afresh and found.size == file.size))

        missing = [file for file in wanted.values() if not is_there(file)]
        at_once(lambda file: self.store.put_file(_object(file), release.sources[file.path], file.md5), missing)
        return sum(file.size for file in missing)

    @_in_words
    def carry(self, release: str, files: tuple[ManifestFile, ...], live: str) -> tuple[ManifestFile, ...]:
        """See :class:`~..target.Target`. Their contents are there already."""
        stored = self.store.listed(OWN + OBJECTS)
        return tuple(file for file in files if _object(file) in stored)

    @_in_words
    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """See :class:`~..target.Target`. Of the release that readers get, what stands at their addresses is looked at
        too, unless a switch stopped halfway and they get two.

        The listing tells size and MD5; what it tells otherwise is read, for not every storage's ETag is an MD5.
        """
        stored = self.store.listed(OWN + OBJECTS)
        places = [(file, _object(file), stored) for file in manifest.files]
        if self.settled() and release == self._pointer().release:
            shown = self._shown()
            places += [(file, file.path, shown) for file in manifest.files]
        wrong: set[str] = set()

        def look(what: tuple[ManifestFile, str]) -> None:
            file, name = what
            data = self.store.get(name)
            if data is None or sha256(data).hexdigest() != file.sha256:
                wrong.add(file.path)

        at_once(look, [(file, name) for file, name, listed in places if not _is_same(listed.get(name), file)])
        return tuple(sorted(wrong))

    @_in_words
    def switch(self, release: str, manifest: Manifest) -> None:
        """See :class:`~..target.Target`.

        It may be broken off anywhere and be done again, for this or another release: the ledger says whose files may
        stand there, the listing which do. What readers must no longer find (all but what a hash names) goes before it ends.
        """
        if not manifest.files:
            raise PublishError(
                f"版本 {release} 的清单是空的，换上去会删掉整个网站，没有切换。请退回别的版本，或再发布一次。"
            )
        pointer, ledger = self._pointer(), ledger_of(self.store.get(OWN + LEDGER))
        standing = tuple(name for name in dict.fromkeys([*ledger.standing, pointer.release, release]) if name)
        ledger = Ledger(release, standing, ledger.left)
        self.store.put(OWN + LEDGER, packed(ledger))
        shown = self._shown()
        self._give(manifest, shown, all_anew=pointer.rules != rules())
        missing = gone((found for name in standing if (found := manifest_of(self, name))), manifest, shown)
        at_once(self.store.delete, [path for path in missing if not is_hashed(path)])
        kept = [path for path in (*missing, *ledger.left) if is_hashed(path) and path not in manifest.by_path]
        ledger = Ledger(release, standing, left_over(ledger, kept, datetime.now(UTC)))
        self.store.put(OWN + LEDGER, packed(ledger))
        self.store.put(OWN + CURRENT, packed(Pointer(release, rules())))
        if self._pointer().release != release:
            raise PublishError(f"{self.where} 里写下的新版本读回来不一样，请检查是不是有别的程序在改它。")
        self.store.put(OWN + LEDGER, packed(replace(ledger, giving="", standing=(release,))))

    def _give(self, manifest: Manifest, shown: Mapping[str, Stored], all_anew: bool) -> None:
        """Copy what readers do not have yet, stage by stage."""
        wanted = [file for file in manifest.files if all_anew or not _is_same(shown.get(file.path), file)]
        for stage in stages(wanted, shown):
            at_once(lambda file: self.store.copy(_object(file), file.path, file.type, cache_of(file.path)), stage)

    @_in_words
    def tidy(self, kept: tuple[str, ...], freeing: bool = False) -> None:
        """See :class:`~..target.Target`. Where a manifest is lost, nobody knows what its release needs: all contents stay."""
        self._remove_expired()
        known = [manifest_of(self, name) for name in kept]
        names = {OWN + manifest_path(name) for name in kept}
        at_once(self.store.delete, [name for name in self.store.listed(f"{OWN}{MANIFESTS}/") if name not in names])
        if all(known):
            needed = {_object(file) for each in known if each for file in each.files}
            at_once(self.store.delete, [name for name in self.store.listed(OWN + OBJECTS) if name not in needed])

    def _remove_expired(self) -> None:
        ledger, live = ledger_of(self.store.get(OWN + LEDGER)), manifest_of(self, self._pointer().release)
        old = expired(ledger, datetime.now(UTC), self._grace)
        if ledger.giving or live is None or not old:
            return
        at_once(self.store.delete, [path for path in old if path not in live.by_path])
        left = {path: since for path, since in ledger.left.items() if path not in old}
        self.store.put(OWN + LEDGER, packed(replace(ledger, left=left)))

    def _shown(self) -> Mapping[str, Stored]:
        """What stands where readers get it."""
        return self.store.listed(but=OWN)

    def _pointer(self) -> Pointer:
        return pointer_of(self.store.get(OWN + CURRENT))


def _object(file: ManifestFile) -> str:
    return OWN + object_path(file.sha256)


def _is_same(found: Stored | None, file: ManifestFile) -> bool:
    return found is not None and found.size == file.size and found.etag == file.md5
