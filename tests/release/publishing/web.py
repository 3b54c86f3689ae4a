"""A real web server on what a target holds, whose settings a test may spoil."""

import subprocess
import time
from pathlib import Path

from faults.network import free_port

CONFIG = """\
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    types {{ text/html html; text/css css; text/javascript js; application/xml xml; }}
    {temp}
    server {{ listen 127.0.0.1:{port}; root {root}; {more} error_page 404 /404.html; }}
}}
"""
TEMP = " ".join(f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
SAFE = "add_header X-Content-Type-Options nosniff; add_header Cache-Control max-age=31536000;"


class Web:
    """nginx on a folder; ``serve`` starts it anew with other settings."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder, self.root, self.port = folder, root, free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.process: subprocess.Popen[bytes] | None = None

    def serve(self, more: str = SAFE) -> None:
        self.stop()
        self.folder.mkdir(exist_ok=True)
        temp = TEMP.format(folder=self.folder)
        config = CONFIG.format(folder=self.folder, temp=temp, port=self.port, root=self.root, more=more)
        (self.folder / "nginx.conf").write_text(config, "utf-8")
        self.process = subprocess.Popen(
            ["nginx", "-c", str(self.folder / "nginx.conf"), "-e", str(self.folder / "error.log")]
        )
        end = time.monotonic() + 20
        while not (self.folder / "pid").exists():
            assert time.monotonic() < end and self.process.poll() is None
            time.sleep(0.02)

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait()
            (self.folder / "pid").unlink(missing_ok=True)
