"""A real object storage on this machine alone: OpenStack Swift with its S3 interface, one device in a folder.

Four servers, each started by hand in the foreground; no cache, no other daemons. Readers get a container as a website
(``staticweb``); the S3 interface and readers come to the same port.
"""

import contextlib
import getpass
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from run_tests import PATH
from zhuanti.settings.deploy import S3Place

from .network import free_port, wait_for

# as Debian's programs are: of the system's Python, not of this one
_PYTHON = "/usr/bin/python3"
# four servers that begin at once on a busy machine
_PATIENCE = 90
_KINDS = ("account", "container", "object")
_PIPELINE = "catch_errors gatekeeper cache s3api tempauth copy slo staticweb proxy-server"
_RINGS = """
import sys
from swift.common.ring import RingBuilder
folder = sys.argv[1]
for number, kind in enumerate(("account", "container", "object")):
    builder = RingBuilder(4, 1, 1)
    builder.add_dev(dict(id=0, region=1, zone=1, ip="127.0.0.1", port=int(sys.argv[2 + number]), device="disk", weight=1))
    builder.rebalance()
    builder.get_ring().save(f"{folder}/{kind}.ring.gz")
"""
_BUCKET = """
import sys
from swift.common.internal_client import InternalClient
client = InternalClient(sys.argv[1], "setting up", 3)
headers = {"X-Container-Read": ".r:*", "X-Container-Meta-Web-Index": "index.html"}
client.make_request("PUT", client.make_path("AUTH_topic", sys.argv[2]), headers, (2,))
"""


@dataclass(frozen=True)
class Swift:
    """A running storage. ``keys`` are what its S3 interface wants in the environment."""

    port: int
    bucket: str = "website"

    @property
    def keys(self) -> dict[str, str]:
        """Variables for whoever speaks S3 to it."""
        return {"AWS_ACCESS_KEY_ID": "topic:publisher", "AWS_SECRET_ACCESS_KEY": "made-for-trials"}

    def place(self, prefix: str, port: int = 0) -> S3Place:
        """The settings of a target below a prefix; ``port`` is that of a line between, if there is one."""
        endpoint = f"http://127.0.0.1:{port or self.port}"
        return S3Place(endpoint=endpoint, bucket=self.bucket, prefix=prefix, region="us-east-1", style="path")

    def url(self, prefix: str) -> str:
        """Where readers find what stands below a prefix."""
        return f"http://127.0.0.1:{self.port}/v1/AUTH_topic/{self.bucket}/{prefix}/"


@contextlib.contextmanager
def swift(folder: Path) -> Iterator[Swift]:
    """Run it with everything it keeps in ``folder``."""
    (folder / "devices/disk").mkdir(parents=True)
    ports = {kind: free_port() for kind in (*_KINDS, "proxy")}
    _python(_RINGS, str(folder), *(str(ports[kind]) for kind in _KINDS))
    with contextlib.ExitStack() as running:
        # all begin before the first is waited for
        servers = {kind: running.enter_context(_server(folder, kind, port)) for kind, port in ports.items()}
        for kind, port in ports.items():
            wait_for(port, servers[kind], _PATIENCE)
        inside = folder / "inside.conf"
        inside.write_text(_settings(folder, 0, "catch_errors proxy-server", "proxy"), "utf-8")
        storage = Swift(ports["proxy"])
        _python(_BUCKET, str(inside), storage.bucket)
        yield storage


@contextlib.contextmanager
def _server(folder: Path, kind: str, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    place = folder / f"{kind}.conf"
    place.write_text(_settings(folder, port, _PIPELINE if kind == "proxy" else f"{kind}-server", kind), "utf-8")
    with (folder / f"{kind}.log").open("wb") as log:
        command = [_PYTHON, f"/usr/bin/swift-{kind}-server", str(place), "--verbose"]
        process = subprocess.Popen(command, stdout=log, stderr=log, env=_environment())
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _settings(folder: Path, port: int, pipeline: str, kind: str) -> str:
    """A server's file; parts that a pipeline does not name do no harm."""
    parts = "".join(
        f"[filter:{name}]\nuse = egg:swift#{name}\n"
        for name in _PIPELINE.split()[:-1]
        if name not in ("tempauth", "cache")
    )
    return (
        f"[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = {port}\nswift_dir = {folder}\ndevices = {folder}/devices\n"
        f"mount_check = false\nworkers = 0\nuser = {getpass.getuser()}\ndisable_fallocate = true\n"
        f"[pipeline:main]\npipeline = {pipeline}\n"
        f"[app:{kind}-server]\nuse = egg:swift#{kind}\naccount_autocreate = true\nrecon_cache_path = {folder}\n"
        # who sets up the container may say who reads it, though nobody asked for a name
        f"{'swift_owner_headers = x-none' if not port else ''}\n"
        # the middleware is asked for, a cache behind it is not: nobody listens there
        f"{parts}[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:1\n"
        f"[filter:tempauth]\nuse = egg:swift#tempauth\nuser_topic_publisher = made-for-trials .admin\n"
    )


def _python(code: str, *arguments: str) -> None:
    subprocess.run([_PYTHON, "-c", code, *arguments], check=True, env=_environment())


def _environment() -> dict[str, str]:
    """That of this program, without where this Python looks for modules."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"PATH": PATH}
