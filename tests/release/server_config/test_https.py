"""A site with https: what is generated for the standard ports, run with a certificate made for the test."""

import http.client
import socket
import ssl
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.release.server_config.conftest import PROGRAMS, generated
from tests.release.server_config.servers import running

from faults.network import free_port


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    key, made = folder / "localhost.key", folder / "localhost.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(made),
         "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.mark.parametrize("program", PROGRAMS)
def test_https_speaks_http2_and_http_leads_to_it(
    program: str, project: Path, certificate: tuple[Path, Path], tmp_path: Path
) -> None:
    made, key = certificate
    text = generated(project, program, "https://localhost/zt/hupan/")
    for ending, path in (("pem", made), ("key", key)):
        assert f"/etc/ssl/localhost.{ending}" in text
        text = text.replace(f"/etc/ssl/localhost.{ending}", str(path))
    text = text.replace("# tls ", "tls ")  # Caddy would ask the world for a certificate
    port, plain_port = free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="topic-server-") as folder:
        Path(folder).chmod(0o755)
        with running(program, text, Path(folder), port, plain_port):
            context = ssl.create_default_context(cafile=str(made))
            context.set_alpn_protocols(["h2", "http/1.1"])
            with (
                socket.create_connection(("127.0.0.1", port)) as plain,
                context.wrap_socket(plain, server_hostname="localhost") as secure,
            ):
                assert secure.selected_alpn_protocol() == "h2"
            ours = ssl.create_default_context(cafile=str(made))
            connection = http.client.HTTPSConnection("localhost", port, context=ours)
            connection.request("GET", "/zt/hupan/about/")
            answer = connection.getresponse()
            assert answer.status == 200 and "frame-ancestors 'self'" in (
                answer.getheader("content-security-policy") or ""
            )
            plainly = http.client.HTTPConnection("localhost", plain_port)
            plainly.request("GET", "/zt/hupan/about/?q=1")
            moved = plainly.getresponse()
            target = urlsplit(moved.getheader("location") or "")
            assert moved.status in (301, 308)
            assert (target.scheme, target.hostname, target.path, target.query) == (
                "https",
                "localhost",
                "/zt/hupan/about/",
                "q=1",
            )
