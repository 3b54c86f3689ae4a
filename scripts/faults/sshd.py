"""A real sshd on this machine alone, with keys and settings of its own, for whoever publishes over ssh."""

import contextlib
import getpass
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from run_tests import PATH
from zhuanti.settings.deploy import SshPlace

from .network import free_port, wait_for


@dataclass
class Sshd:
    """A running server. ``config`` is a client's file that knows it as ``server``; ``folder`` holds keys and settings."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def config(self) -> Path:
        """The client's configuration file."""
        return self.folder / "client"

    def place(self, path: Path) -> SshPlace:
        """The settings of a target on it."""
        return SshPlace(host="server", path=str(path), config=str(self.config))

    def listen_for(self, port: int) -> None:
        """Clients ask for it at this port."""
        key = (self.folder / "host.pub").read_text("utf-8").split()
        (self.folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {key[0]} {key[1]}\n", "utf-8")
        self.config.write_text(
            f"Host server\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
            f"  IdentityFile {self.folder}/user\n  IdentitiesOnly yes\n"
            f"  UserKnownHostsFile {self.folder}/known_hosts\n  GlobalKnownHostsFile /dev/null\n",
            "utf-8",
        )

    def start(self) -> None:
        """Start it; again, where it was killed."""
        self.process = _started(self.folder, self.port)

    def kill(self) -> None:
        """Kill it, with the processes that serve its connections."""
        subprocess.run(["pkill", "-9", "-P", str(self.process.pid)], check=False)
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def sshd(folder: Path, sftp: bool = True, **environment: str) -> Iterator[Sshd]:
    """Run it with its files in ``folder``; ``sftp`` is what it also offers, ``environment`` what its commands find.

    They find an empty home, so that nothing of what this machine's own shells read at their start is run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host", "user"):
        if not (folder / name).exists():
            _run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name))
    port = free_port()
    found = {"HOME": str(folder), **environment}
    (folder / "authorized_keys").write_bytes((folder / "user.pub").read_bytes())
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized_keys\n"
        f"PidFile {folder}/pid\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nMaxStartups 100\nMaxSessions 100\n"
        f"PermitRootLogin yes\nSetEnv {' '.join(f'{name}={value}' for name, value in found.items())}\n"
        + ("Subsystem sftp internal-sftp\n" if sftp else ""),
        "utf-8",
    )
    server = Sshd(folder, port, _started(folder, port))
    server.listen_for(port)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait()


def _started(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    # sshd wants its own full path, and as root this folder
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    process = subprocess.Popen(
        ["/usr/sbin/sshd", "-D", "-e", "-f", f"{folder}/sshd_config"],
        stderr=(folder / "log").open("ab"), env=os.environ | {"PATH": PATH},
    )  # fmt: skip
    wait_for(port, process)
    return process


def _run(*command: str) -> None:
    subprocess.run(command, check=True, env=os.environ | {"PATH": PATH})
