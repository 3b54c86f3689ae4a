"""What the judges need: programs of the system, and npm packages pinned by the lock file beside this module."""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from run_tests import install, missing_packages

ROOM = Path(__file__).resolve().parent
# program → Debian package that brings it, beside those the tests need
NEEDED = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}
_BROTLI = ("/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so", "libnginx-mod-http-brotli-filter")


class Missing(Exception):
    """Something the judges need is not there; the text tells the reader what to do, in Chinese."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Where the judges are: ``modules`` is the folder of npm's packages."""

    modules: Path
    chromium: str

    @property
    def lighthouse(self) -> list[str]:
        """The command that runs Lighthouse."""
        return ["node", str(self.modules / "lighthouse/cli/index.js")]

    @property
    def markup_checker(self) -> list[str]:
        """The command that runs the Nu HTML checker; it may look at addresses of this machine."""
        jar = self.modules / "vnu-jar/build/dist/vnu.jar"
        return ["java", "-Xss2m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]


def prepare(cache: Path) -> Tools:
    """Install what is missing, where this may; npm's packages go below ``cache``.

    Raises:
        Missing: a part is not there and could not be installed.
    """
    wanted = [*missing_packages(), *(package for program, package in NEEDED.items() if not shutil.which(program))]
    if shutil.which("apt-get") and not Path(_BROTLI[0]).exists():
        wanted.append(_BROTLI[1])
    if wanted and not install(wanted) and not _is_enough():
        raise Missing(f"缺少体检需要的系统软件，请先运行：sudo apt-get install -y {' '.join(wanted)}")
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    return Tools(_packages(cache), chromium)


def _is_enough() -> bool:
    """Without Brotli the judges work too, on pages that travel a little heavier."""
    return not missing_packages() and all(shutil.which(program) for program in NEEDED)


def _packages(cache: Path) -> Path:
    files = [ROOM / "package.json", ROOM / "package-lock.json"]
    state = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    marker = cache / "installed"
    if not marker.exists() or marker.read_text() != state:
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir(parents=True)
        for file in files:
            shutil.copy(file, cache)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=cache, env=os.environ, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"npm 装不上体检用的软件包，请检查网络后再试：\n{done.stderr.strip()[-2000:]}")
        marker.write_text(state)
    return cache / "node_modules"
