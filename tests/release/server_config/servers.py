"""The real programs with a generated configuration, in a machine's own layout below a folder of its own.

Debian's main configuration files are used as they are installed, with only their places moved, so that what a
server's owner already has (tables of types, default modules, logs) is there to get in the way.
"""

import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from faults.network import has_ipv6

# where requests come from; it differs from the server's own address, so that a log that keeps it is found out
READER = "127.0.0.9"
_START_SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """What a server sent: header names in lower case, the body as it travelled."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """One running program; ``root`` is the path of the site with slashes at both ends."""

    program: str
    port: int
    root: str
    logs: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for ``path`` below the site's root; one that begins with a slash is sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(READER, 0))
        target = path if path.startswith("/") else self.root + path
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        headers: dict[str, str] = {}
        for name, value in answer.getheaders():
            twice = name.lower() in headers and name.lower() != "vary"
            # nginx writes its headers anew when it finds out late that a range cannot be had
            assert not twice or (self.program, answer.status) == ("nginx", 416), f"{name} is sent twice"
            headers[name.lower()] = ", ".join([*([headers[name.lower()]] if name.lower() in headers else []), value])
        found = Answer(answer.status, headers, answer.read())
        connection.close()
        return found


@contextlib.contextmanager
def running(program: str, text: str, folder: Path, port: int, plain_port: int = 0) -> Iterator[Path]:
    """Check the configuration with the program itself, run it until ``port`` answers; yields the folder of its logs.

    ``plain_port`` stands for port 80 and ``port`` for 443 where the configuration uses these.
    """
    logs = folder / "log"
    logs.mkdir(parents=True, exist_ok=True)
    logs.chmod(0o777)
    check, start, environment = _PROGRAMS[program](text, folder, port, plain_port)
    checked = subprocess.run(check, env=environment, capture_output=True, text=True, check=False)
    said = re.sub(r".*no OCSP stapling for.*", "", checked.stdout + checked.stderr)  # the certificate is our own
    assert checked.returncode == 0, said
    assert not re.search(r"\[warn\]|AH00548|\"level\":\"(warn|error)\"|\tWARN|not formatted", said), said
    with (logs / "said").open("wb") as out:
        process = subprocess.Popen(start, env=environment, stdout=out, stderr=out)
    try:
        _wait(process, port, logs)
        yield logs
    finally:
        process.terminate()
        process.wait(timeout=20)


_Commands = tuple[list[str], list[str], dict[str, str]]


def _nginx(text: str, folder: Path, port: int, plain_port: int) -> _Commands:
    if not has_ipv6():  # as the file itself tells the server's owner to do
        text = re.sub(r"\n *listen \[::\][^\n]*", "", text)
    if plain_port:
        text = re.sub(r"(listen (?:\[::\]:)?)443\b", rf"\g<1>{port}", text)
        text = re.sub(r"(listen (?:\[::\]:)?)80\b", rf"\g<1>{plain_port}", text)
    (folder / "site.conf").write_text(text.replace("/var/log/nginx", str(folder / "log")), "utf-8")
    main = Path("/etc/nginx/nginx.conf").read_text("utf-8")
    main = main.replace("/run/nginx.pid", str(folder / "nginx.pid")).replace("/var/log/nginx", str(folder / "log"))
    main = main.replace("include /etc/nginx/sites-enabled/*;", "")
    own = "".join(
        f"{name}_temp_path {folder}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = main.replace("include /etc/nginx/conf.d/*.conf;", f"{own} include {folder}/site.conf;")
    assert f"{folder}/site.conf" in main
    (folder / "nginx.conf").write_text(main, "utf-8")
    command = ["nginx", "-e", str(folder / "log/error.log"), "-c", str(folder / "nginx.conf")]
    return [*command, "-t"], [*command, "-g", "daemon off;"], dict(os.environ)


def _apache(text: str, folder: Path, port: int, plain_port: int) -> _Commands:
    if plain_port:
        text = text.replace("*:443>", f"*:{port}>").replace("*:80>", f"*:{plain_port}>")
    etc = folder / "apache2"
    shutil.copytree("/etc/apache2", etc, symlinks=True)
    (etc / "ports.conf").write_text(f"Listen {port}\nListen {plain_port}\n" if plain_port else "", "utf-8")
    (etc / "sites-available/topic.conf").write_text(text, "utf-8")
    environment = os.environ | {
        "APACHE_CONFDIR": str(etc),
        "APACHE_ENVVARS": str(etc / "envvars"),
        "APACHE_RUN_USER": "www-data",
        "APACHE_RUN_GROUP": "www-data",
        "APACHE_PID_FILE": str(folder / "apache.pid"),
        "APACHE_RUN_DIR": str(folder),
        "APACHE_LOCK_DIR": str(folder),
        "APACHE_LOG_DIR": str(folder / "log"),
        "LANG": "C",
    }
    modules = re.findall(r"a2enmod ([a-z0-9 ]+)", text)[0].split()
    for command in (["a2enmod", "-q", *modules], ["a2dissite", "-q", "000-default"], ["a2ensite", "-q", "topic"]):
        subprocess.run(command, env=environment, check=True)
    command = ["apache2", "-d", str(etc), "-f", str(etc / "apache2.conf"), "-c", "ServerName localhost"]
    return [*command, "-t"], [*command, "-DFOREGROUND"], environment


def _caddy(text: str, folder: Path, port: int, plain_port: int) -> _Commands:
    ports = f"http_port {plain_port}\n\thttps_port {port}" if plain_port else "auto_https disable_redirects"
    text = text.replace("/var/log/caddy", str(folder / "log"))
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\t{ports}\n}}\n\n{text}", "utf-8")
    environment = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = ["--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    return ["caddy", "validate", *command], ["caddy", "run", *command], environment


_PROGRAMS = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}


def _wait(process: subprocess.Popen[bytes], port: int, logs: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("\n".join(file.read_text("utf-8", "replace") for file in logs.iterdir()))
