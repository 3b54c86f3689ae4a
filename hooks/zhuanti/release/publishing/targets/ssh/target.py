"""A server with sshd and rsync: laid out as a folder on this machine is, and nothing of ours is installed there."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from .....settings.deploy import SshPlace
from ...errors import PublishError
from ...manifest import Manifest, ManifestFile
from ...paths import (
    CURRENT,
    INCOMING,
    RELEASES,
    draft_path,
    incoming_path,
    is_left_over,
    number_of,
    release_path,
)
from ..linked_copy import LaidOut, LinkedCopy, Rework, rework
from ..target import Release
from ..wording import no_link, not_switched
from .connection import SshConnection
from .linked_copy import FIND_HASH, Begun, begin, digests_of, finished, remove
from .tidying import tidy

_NONE, _TAKEN, _NO_LINK, _NO_HASH = 64, 65, 66, 67
_PARTIAL = 23  # of rsync: some files could not be read, or the folder is not there
# rsync looks at no more than twenty folders for what is already there
_MOST_LEFT = 10
_HASH = (
    f'cd "$1" 2>/dev/null || exit {_NONE}; {FIND_HASH}; [ "$hash" ] || exit {_NO_HASH}; '
    'xargs -0 $hash -- 2>/dev/null; echo end; [ -z "$2" ] || find . -type f; echo end'
)
_MAKE_ROOM = 'rm -rf "$1" && mkdir -p "$2" "$3" && cd "$2" && xargs -0 rm -rf -- && ls "$4"'


class SshTarget:
    """See :class:`~..target.Target`."""

    def __init__(self, place: SshPlace) -> None:
        if not place.path.startswith("/"):
            raise PublishError(f"deploy.yml 里服务器上的文件夹要写完整路径，以 / 开头，现在是“{place.path}”。")
        self._root = place.path.rstrip("/")
        self._server = SshConnection(place)
        self._begun: Begun | None = None
        self._laid_out = LaidOut()

    @property
    def where(self) -> str:
        """The server and the folder on it."""
        return f"{self._server.place.host}:{self._root}"

    def at(self, path: str) -> str:
        """See :class:`~..target.Target`."""
        return f"{self.where}/{path}"

    def read(self, path: str) -> bytes | None:
        """See :class:`~..target.Target`."""
        code, data = self._server.run(f'[ -f "$1" ] || exit {_NONE}; cat "$1"', self._at(path), fine=(0, _NONE))
        return None if code == _NONE else data

    def read_all(self, folder: str) -> Mapping[str, bytes]:
        """See :class:`~..target.Target`."""
        with self._server.room() as place:
            # a source that may be missing: its parent is named, and all but the folder itself is left out
            rules = [f"--exclude=/{folder}/*/", f"--include=/{folder}", "--exclude=/*", "--exclude=.*"]
            code, _ = self._server.rsync(
                "-r", *rules, self._server.there(f"{self._root}/"), f"{place}/", fine=(0, _PARTIAL)
            )
            if code and self._server.run(f'[ -d "$1" ] || exit {_NONE}', self._root, fine=(0, _NONE))[0] == 0:
                raise PublishError(f"{self.where} 里的 {folder} 有文件读不出来。请检查权限。")
            there = Path(place, folder)
            files = sorted(each for each in there.iterdir() if each.is_file()) if there.is_dir() else []
            return {file.name: file.read_bytes() for file in files}

    def write(self, path: str, data: bytes) -> None:
        """See :class:`~..target.Target`."""
        self._put(path, data, 'mv -f "$2" "$1"')

    def create(self, path: str, data: bytes) -> bool:
        """See :class:`~..target.Target`. A hard link is refused where the name is taken."""
        script = f'ln "$2" "$1" || {{ [ -e "$1" ] && code={_TAKEN} || code=1; }}; rm -f "$2"; exit ${{code:-0}}'
        return self._put(path, data, script) == 0

    def _put(self, path: str, data: bytes, give: str) -> int:
        """Write a draft beside the name and give it the name by a line of shell that knows them as ``$2`` and ``$1``.

        A connection that breaks off ends the input, not the program that reads it: the size is counted.
        """
        place, draft = self._at(path), self._at(draft_path(path))
        folder = place.rpartition("/")[0]
        script = (
            'mkdir -p "$3" && cat >"$2" && [ "$(wc -c <"$2")" -eq "$4" ] || '
            f'{{ code=$?; rm -f "$2"; exit "$code"; }}; {give}'
        )
        return self._server.run(script, place, draft, folder, str(len(data)), data=data, fine=(0, _TAKEN))[0]

    def remove(self, path: str) -> None:
        """See :class:`~..target.Target`."""
        self._server.run('rm -f "$1"', self._at(path))

    def clock(self) -> datetime | None:
        """See :class:`~..target.Target`."""
        _, said = self._server.run("date -u +%s")
        return datetime.fromtimestamp(int(said), UTC) if said.strip().isdigit() else None

    def room(self) -> int | None:
        """See :class:`~..target.Target`."""
        _, said = self._server.run('mkdir -p "$1" && df -Pk "$1"', self._root)
        # POSIX df -P: the fourth column of the last line is what is free, in units of 1024 bytes
        columns = said.decode("utf-8", "replace").strip().rpartition("\n")[2].split()
        return int(columns[3]) * 1024 if len(columns) > 3 and columns[3].isdigit() else None

    def releases(self) -> tuple[str, ...]:
        """See :class:`~..target.Target`."""
        return tuple(sorted(name for name in self._names(RELEASES) if number_of(name)))

    def live(self) -> str:
        """See :class:`~..target.Target`."""
        script = f'if [ -L "$1" ]; then readlink "$1"; elif [ -e "$1" ]; then exit {_NO_LINK}; fi'
        code, said = self._server.run(script, self._at(CURRENT), fine=(0, _NO_LINK))
        if code == _NO_LINK:
            raise PublishError(no_link(self.where))
        return said.decode("utf-8", "replace").strip().rpartition("/")[2]

    def settled(self) -> bool:
        """See :class:`~..target.Target`. A link changes in one step."""
        return True

    @contextlib.contextmanager
    def copying(self) -> Iterator[None]:
        """See :class:`~..target.Target`."""
        with contextlib.suppress(OSError):
            self._begun = begin(self._server, self._root)
        try:
            yield
        finally:
            self._give_up()

    def _give_up(self) -> None:
        """Nothing stays of a copy that no upload has begun from."""
        begun, self._begun = self._begun, None
        if begun:
            with contextlib.suppress(PublishError):
                remove(self._server, self._root, begun)

    def upload(self, release: Release, previous: tuple[Manifest, str] | None, afresh: bool = False) -> int:
        """See :class:`~..target.Target`. Where the server could copy what readers get, only what differs is sent into the
        copy; else its rsync compares everything and links what is the same.

        Every upload has a folder of its own: what a publisher that died still sends can never reach this one's. Whole
        files that it left are linked too.
        """
        copy = self._copy_of(previous[1]) if previous and not afresh else None
        incoming = self._at(copy.folder if copy else incoming_path(release.id))
        place = self._at(release_path(release.id))
        work = rework(copy, release) if copy else Rework({}, tuple(release.manifest.by_path), ())
        self._laid_out = LaidOut()
        links = self._made_room(place, incoming, work.dropped)
        if previous and not copy:
            links.insert(0, self._at(release_path(previous[1])))
        sent = self._send(work.sent, release, incoming, [] if afresh else links)
        if copy:
            self._laid_out = LaidOut(release.id, work.right)
        # on the disk before readers are sent there: a power cut behind the switch must not leave empty files
        self._server.run('mv "$1" "$2" && { sync -f "$2" || sync || :; } 2>/dev/null', incoming, place)
        return sent

    def _copy_of(self, live: str) -> LinkedCopy | None:
        """A copy of this release, which readers get; None where the server cannot make one. One that was begun before
        the lock was held may be of another release, or cleaned away by who held it: then it is made again."""
        for begun in (self._begun, None):
            self._begun = begun or begin(self._server, self._root)
            copy = finished(self._begun)
            if copy and copy.release == live and self._is_folder(copy.folder):
                self._begun = None
                return copy
            self._give_up()
        return None

    def _is_folder(self, path: str) -> bool:
        return self._server.run(f'[ -d "$1" ] || exit {_NONE}', self._at(path), fine=(0, _NONE))[0] == 0

    def _made_room(self, place: str, incoming: str, dropped: Iterable[str]) -> list[str]:
        """Make the folder that is to be filled, without what is ``dropped`` of it, and none where it will stand. Returns
        the folders that interrupted uploads left."""
        names = "".join(f"{path}\0" for path in dropped).encode("utf-8", "surrogateescape")
        _, said = self._server.run(_MAKE_ROOM, place, incoming, self._at(RELEASES), self._at(INCOMING), data=names)
        found = (f"{INCOMING}/{name}" for name in said.decode("utf-8", "replace").splitlines())
        left = [self._at(path) for path in found if is_left_over(f"{path}/", ())]
        return [path for path in left if path != incoming][:_MOST_LEFT]

    def _send(self, paths: Sequence[str], release: Release, incoming: str, known: Iterable[str]) -> int:
        """Bytes sent. Files are readable by the web server and take the moment of their sending: an unchanged one keeps
        its old moment with its old inode, so caches keep it too."""
        if not paths:
            return 0
        # before /./ stands where a file lies here, behind it where it will lie there
        listed = "".join(f"{release.sources[path].removesuffix(path)}./{path}\0" for path in paths)
        _, said = self._server.rsync(
            "-Lz", "--checksum", "--perms", "--chmod=D755,F644", "--stats", "--no-h", "--from0", "--files-from=-",
            *(f"--link-dest={path}" for path in known), "/", self._server.there(f"{incoming}/"), data=listed.encode(),
        )  # fmt: skip
        found = [line for line in said.decode("utf-8", "replace").splitlines() if line.startswith("Total bytes sent:")]
        return int(found[0].rpartition(" ")[2].replace(",", "")) if found else 0

    def carry(self, release: str, files: tuple[ManifestFile, ...], live: str) -> tuple[ManifestFile, ...]:
        """See :class:`~..target.Target`. The server's rsync makes the links, from a list on its input."""
        if self._laid_out.holds(release, files):
            return files
        old, new = self._at(release_path(live)), self._at(release_path(release))
        # 23 and 24: some of them are gone
        script = (
            'list=$(cat); printf "%s\\n" "$list" | rsync -rp --files-from=- --link-dest="$1" "$1/" "$2/" 2>/dev/null; '
            'code=$?; case $code in 0|23|24) ;; *) exit $code;; esac; cd "$2" && printf "%s\\n" "$list" | '
            'while IFS= read -r name; do [ -f "$name" ] && echo "$name"; done; :'
        )
        _, said = self._server.run(script, old, new, data="".join(f"{file.path}\n" for file in files).encode())
        there = set(said.decode("utf-8", "replace").splitlines())
        return tuple(file for file in files if file.path in there)

    def faults(self, release: str, manifest: Manifest) -> tuple[str, ...]:
        """See :class:`~..target.Target`. The server hashes what it has."""
        found, self._laid_out = self._laid_out.of(release), LaidOut()
        names = "".join(f"./{file.path}\0" for file in manifest.files if found.get(file.path) != file.sha256).encode()
        lists = "lists" if found else ""
        folder = self._at(release_path(release))
        code, said = self._server.run(_HASH, folder, lists, data=names, fine=(0, _NONE, _NO_HASH))
        if code == _NONE:
            return tuple(file.path for file in manifest.files)
        if code == _NO_HASH:
            raise PublishError(
                f"{self._server.place.host} 上没有 sha256sum 或 shasum，不能核对文件。请安装 coreutils。"
            )
        lines = said.decode("utf-8", "surrogateescape").split("\n")
        if lines.count("end") != 2:
            raise PublishError(f"核对到一半，和 {self._server.place.host} 的连接断了。请检查网络，再试一次。")
        behind = lines.index("end")
        # what was hashed before must still be there
        there = {line.removeprefix("./") for line in lines[behind:]}
        hashed = {path: digest for path, digest in found.items() if path in there}
        hashed |= digests_of(lines[:behind])
        return tuple(file.path for file in manifest.files if hashed.get(file.path) != file.sha256)

    def switch(self, release: str, manifest: Manifest) -> None:
        """See :class:`~..target.Target`. sshd itself renames the link over the old one (its ``posix-rename`` extension),
        so no program of the server can move it into the folder that it points to."""
        self.live()  # a folder in its place is never moved away
        beside = self._at(draft_path(CURRENT))
        try:
            self._server.sftp([("symlink", release_path(release), beside), ("rename", beside, self._at(CURRENT))])
        except PublishError:
            self._forget(beside)
            raise
        if self.live() != release:
            raise PublishError(not_switched(self.where))

    def _forget(self, place: str) -> None:
        """Remove what a failed step left, as far as the server can still be reached."""
        with contextlib.suppress(PublishError):
            self._server.run('rm -f "$1"', place)

    def tidy(self, kept: tuple[str, ...], freeing: bool = False) -> None:
        """See :class:`~..target.Target`."""
        self._give_up()
        tidy(self._server, self._root, kept, freeing)

    def _names(self, folder: str) -> tuple[str, ...]:
        _, said = self._server.run('if [ -d "$1" ]; then ls "$1"; fi', self._at(folder))
        return tuple(said.decode("utf-8", "replace").splitlines())

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}".rstrip("/")
