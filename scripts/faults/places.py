"""Where the harness publishes to: each kind of target with the real servers behind it, on this machine alone."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from run_tests import PATH
from zhuanti.release.server_config import place_of, server_config
from zhuanti.settings.deploy import TargetSettings
from zhuanti.settings.site import SiteSettings

from .bursts import Bursts, bursts
from .line import Line, line
from .network import free_port, has_ipv6, wait_for
from .sshd import Sshd, sshd
from .swift import swift

_SMALL = "6m"


@dataclass(frozen=True)
class Place:
    """``settings`` are the target's in deploy.yml; ``url`` is where readers find the site; ``root`` where its files stand; ``server`` is how
    they get there, where that is not this machine's own hand, and ``line`` or ``bursts`` what lies between."""

    settings: TargetSettings
    url: str
    root: Path
    server: Sshd | None = None
    line: Line | None = None
    bursts: Bursts | None = None


@contextlib.contextmanager
def folder_place() -> Iterator[Place]:
    """A folder behind nginx."""
    with _room() as room, _nginx(room) as url:
        yield Place(TargetSettings(name="folder", folder=str(room / "web")), url, room / "web")


@contextlib.contextmanager
def ssh_place() -> Iterator[Place]:
    """A folder behind nginx, on a server that is reached through sshd."""
    with _room() as room, sshd(room / "sshd") as server, _nginx(room) as url:
        web = room / "web"
        yield Place(TargetSettings(name="ssh", ssh=server.place(web)), url, web, server)


@contextlib.contextmanager
def distant_place() -> Iterator[Place]:
    """The same behind a line that can be slow, silent or torn."""
    with _room() as room, sshd(room / "sshd") as server, line(server.port) as way, _nginx(room) as url:
        server.listen_for(way.port)
        web = room / "web"
        yield Place(TargetSettings(name="ssh", ssh=server.place(web)), url, web, server, way)


@contextlib.contextmanager
def s3_place() -> Iterator[Place]:
    """An object storage whose readers ask it directly; ``bursts`` lie between it and the publisher alone."""
    with _room() as room, swift(room / "swift") as storage, bursts(storage.port) as way:
        os.environ.update(storage.keys)
        settings = TargetSettings(name="s3", s3=storage.place("site", way.port))
        yield Place(settings, storage.url("site"), room / "web", bursts=way)


@contextlib.contextmanager
def small_folder_place() -> Iterator[Place]:
    """A folder behind nginx on a file system of its own, of a few megabytes; needs root."""
    with _room() as room:
        web = room / "web"
        web.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SMALL}", "tmpfs", str(web)], check=True)
        try:
            with _nginx(room) as url:
                yield Place(TargetSettings(name="folder", folder=str(web), keep=3), url, web)
        finally:
            subprocess.run(["umount", "-l", str(web)], check=True)


@contextlib.contextmanager
def _room() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="topic-faults-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextlib.contextmanager
def _nginx(room: Path) -> Iterator[str]:
    """nginx with the configuration that the command prints, on what ``web/current`` points to."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/zt/"
    text = server_config("nginx", SiteSettings(name="专题", base_url=url), place_of(url, str(room / "web/current")))
    if not has_ipv6():
        text = "\n".join(line for line in text.split("\n") if "listen [::]" not in line)
    folder = room / "nginx"
    folder.mkdir()
    (folder / "site.conf").write_text(text.replace("/var/log/nginx", str(folder)), "utf-8")
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"worker_processes auto; pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{ worker_connections 1024; }}\nhttp {{ {temporary} include {folder}/site.conf; }}\n",
        "utf-8",
    )
    command = ["nginx", "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"]
    process = subprocess.Popen(command, env=os.environ | {"PATH": PATH}, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield url
    finally:
        process.terminate()
        process.wait()


PLACES = {"folder": folder_place, "ssh": ssh_place, "s3": s3_place}
