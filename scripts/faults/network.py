"""Ports of this machine: a free one, and waiting until somebody listens."""

import contextlib
import random
import socket
import subprocess
import sys
import time

_PATIENCE = 20


def wait_for(port: int, process: subprocess.Popen[bytes], patience: float = _PATIENCE) -> None:
    """Wait so many seconds until somebody listens; a program that ended instead ends this one."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if process.poll() is not None:
            sys.exit(f"{process.args!r} 没有启动起来。")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    sys.exit(f"{process.args!r} 在 {patience:.0f} 秒里没有答复。")


def free_port() -> int:
    """A port from below those the system hands out to clients."""
    while True:
        port = random.SystemRandom().randint(20000, 32000)
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return port


def has_ipv6() -> bool:
    """Whether servers of this machine can listen on all its addresses of the sixth version."""
    try:
        with socket.socket(socket.AF_INET6) as listener:
            listener.bind(("::", 0))
            return True
    except OSError:
        return False
