"""A server behind another one that speaks TLS to readers, as in a container."""

import tempfile
from pathlib import Path

from tests.conftest import run
from tests.release.server_config.conftest import BELOW, at
from tests.release.server_config.servers import READER, Server, running

from faults.network import free_port


def test_it_speaks_plain_http_for_any_host_and_logs_no_reader(project: Path) -> None:
    port = free_port()
    at(project, f"https://www.example.cn{BELOW}")
    words = ("server-config", "nginx", "--root", str(project / "site"), "--behind-proxy", str(port))
    written = run(project, "zhuanti", *words)
    assert written.returncode == 0 and " ssl" not in written.stdout
    with tempfile.TemporaryDirectory(prefix="topic-server-") as folder:
        Path(folder).chmod(0o755)
        with running("nginx", written.stdout, Path(folder), port) as logs:
            server = Server("nginx", port, BELOW, logs)
            assert server.ask("/").headers["location"] == BELOW
            assert server.ask("", X_Forwarded_For="203.0.113.9").status == 200
        said = (logs / "said").read_text("utf-8")
    assert f'"GET {BELOW} HTTP/1.1" 200' in said and READER not in said and "203.0.113.9" not in said


def test_only_nginx_has_such_a_configuration(project: Path) -> None:
    written = run(project, "zhuanti", "server-config", "caddy", "--behind-proxy", "8080")
    assert written.returncode == 2 and "只用于 nginx" in written.stderr
