"""One connection to a server for a whole publish, over which the system's own ssh, sftp and rsync speak.

A guard holds it: a shell whose input is a pipe from this process. When this process ends, in whatever way, the pipe
closes and the guard ends the connection, and with it all that still sends over it.
"""

import contextlib
import os
import shlex
import subprocess
import tempfile
import time
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .....settings.deploy import SshPlace
from ...errors import PublishError
from .errors import NO_ANSWER, sentence

# nobody can be asked anything; a key that is not known is refused; a peer that is gone is noticed within half a minute
_OPTIONS = (
    "-oBatchMode=yes", "-oStrictHostKeyChecking=yes", "-oConnectTimeout=15",
    "-oServerAliveInterval=5", "-oServerAliveCountMax=6", "-oLogLevel=ERROR",
)  # fmt: skip
_PATIENCE = 60
# wait for the connection to stand or to have failed, and then be the command
_PATIENT = (
    'while [ -d "$0" ] && [ ! -e "$0/socket" ] && [ ! -e "$0/ended" ]; do sleep 0.05; done; [ -d "$0" ] && exec "$@"'
)
_GUARD = '( ssh "$@"; : >"$0/ended" ) </dev/null >/dev/null 2>"$0/said" & cat >/dev/null; rm -rf "$0"; kill -TERM 0'

_guards: "weakref.WeakSet[subprocess.Popen[bytes]]" = weakref.WeakSet()


@dataclass(frozen=True, slots=True)
class Started:
    """A command that runs there. What it says is kept in a file, so that nobody has to listen meanwhile."""

    process: "subprocess.Popen[bytes]"
    said: IO[bytes]

    def wait(self) -> tuple[int, bytes]:
        """Its exit code and output, once it has ended."""
        code = self.process.wait()
        self.said.seek(0)
        return code, self.said.read()


class SshConnection:
    """To one server; nothing is asked of it before the first command."""

    def __init__(self, place: SshPlace) -> None:
        self.place = place
        self._folder: Path | None = None
        self._stood = False

    def run(self, script: str, *words: str, data: bytes = b"", fine: Sequence[int] = (0,)) -> tuple[int, bytes]:
        """Run a line of POSIX shell there with ``words`` as its arguments and ``data`` as its input.

        Returns the exit code, one of ``fine``, and the output.

        Raises:
            PublishError: the server cannot be reached, or the command failed.
        """
        return self._call(["ssh", *self._options(), self.place.host, _command(script, words)], data, fine)

    def start(self, script: str, *words: str) -> Started:
        """Begin to run such a line, and come back at once: even the connection is waited for by another process."""
        self._folder = self._folder or self._begin()
        command = ["ssh", *self._over(self._folder), self.place.host, _command(script, words)]
        said = tempfile.TemporaryFile()  # noqa: SIM115 - it is read once the command has ended
        process = subprocess.Popen(
            ["sh", "-c", _PATIENT, str(self._folder), *command],
            stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return Started(process, said)

    def sftp(self, batch: Sequence[Sequence[str]]) -> None:
        """Run commands of sftp, which the server itself carries out and none of its programs.

        Raises:
            PublishError: one of them failed; those behind it were not run.
        """
        lines = "".join(" ".join([line[0], *map(_quoted, line[1:])]) + "\n" for line in batch)
        code, _ = self._call(["sftp", "-q", "-b", "-", *self._options(), self.place.host], lines.encode(), (0, 255))
        if code:
            # over a shared connection sftp says no more than that it was closed
            self.run(":")
            raise PublishError(
                f"{self.place.host} 的 sshd 没有开 sftp，切换要用它。请在 sshd_config 里加 Subsystem sftp internal-sftp。"
            )

    def rsync(self, *words: str, data: bytes = b"", fine: Sequence[int] = (0,)) -> tuple[int, bytes]:
        """Run rsync with this side's options and those given, and ``data`` as its input; an address there is
        ``self.there(path)``.

        Raises:
            PublishError: it failed.
        """
        shell = shlex.join(["ssh", *self._options()])
        return self._call(
            ["rsync", "-s", "--timeout=60", "-e", shell, "--rsync-path=env LC_ALL=C rsync", *words], data, fine
        )

    def room(self) -> tempfile.TemporaryDirectory[str]:
        """A folder of this machine for what comes from there; it goes with the connection at the latest.

        Raises:
            PublishError: the server cannot be reached.
        """
        self._options()
        return tempfile.TemporaryDirectory(prefix="read-", dir=self._folder, ignore_cleanup_errors=True)

    def there(self, path: str) -> str:
        """An address on the server as rsync writes it."""
        return f"{self.place.host}:{path}"

    def _call(self, command: list[str], data: bytes, fine: Sequence[int]) -> tuple[int, bytes]:
        try:
            done = subprocess.run(command, input=data, capture_output=True, check=False)
        except FileNotFoundError:
            raise PublishError(
                f"本机没有 {command[0]}，请先安装（如 apt-get install openssh-client rsync）。"
            ) from None
        if done.returncode not in fine:
            said = (done.stderr or done.stdout).decode("utf-8", "replace")
            raise PublishError(sentence(self.place.host, done.returncode, said))
        return done.returncode, done.stdout

    def _options(self) -> list[str]:
        if self._folder and not self._stood and (self._folder / "ended").exists():
            # it was begun ahead and nobody waited for it: it may have stood and been lost long ago
            self._end()
            self._folder = None
        self._folder = self._folder or self._begin()
        self._await(self._folder)
        return self._over(self._folder)

    def _over(self, folder: Path) -> list[str]:
        """Commands share the guarded connection; were it lost, they make one of their own by the same rules."""
        return [*self._rules(), "-oControlMaster=no", f"-oControlPath={folder}/socket"]

    def _rules(self) -> list[str]:
        config = ["-F", str(Path(self.place.config).expanduser())] if self.place.config else []
        return [*config, *([f"-oPort={self.place.port}"] if self.place.port else []), *_OPTIONS]

    def _begin(self) -> Path:
        """The folder of a connection that is being made."""
        # a socket's path may have about a hundred characters
        folder = Path(tempfile.mkdtemp(prefix="topic-ssh-", dir="/tmp"))
        master = [*self._rules(), "-N", "-oControlMaster=yes", "-oControlPersist=no", f"-oControlPath={folder}/socket"]
        command = ["sh", "-c", _GUARD, str(folder), *master, self.place.host]
        guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
        _guards.add(guard)
        self._end = weakref.finalize(self, _close, guard)
        return folder

    def _await(self, folder: Path) -> None:
        """Wait until the connection stands; one that stood and was lost is made again by whoever needs it."""
        end = time.monotonic() + _PATIENCE
        while not self._stood and not (folder / "socket").exists():
            if (folder / "ended").exists() or time.monotonic() > end:
                said = (folder / "said").read_text("utf-8", "replace") if (folder / "said").exists() else ""
                self._end()
                self._folder = None
                raise PublishError(sentence(self.place.host, 255, said or NO_ANSWER))
            time.sleep(0.02)
        self._stood = True


def _let_go() -> None:
    """A process that is forked while a site is built does not hold the guard's pipe open when this one is gone."""
    for guard in _guards:
        if guard.stdin:
            guard.stdin.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _command(script: str, words: Sequence[str]) -> str:
    # the login shell may be of any kind: it sees one word in single quotes
    return f"exec env LC_ALL=C sh -c {shlex.join([f'umask 022; {script}', 'topic', *words])}"


def _close(guard: "subprocess.Popen[bytes]") -> None:
    if guard.stdin:
        with contextlib.suppress(OSError):
            guard.stdin.close()
    guard.wait()


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
