"""A server that refuses, lacks something or goes away: each has a sentence, and readers keep what they had."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.conftest import PROJECT
from tests.release.publishing.sites import Newsroom, PublishError, site_of, written

from faults.network import free_port
from faults.sshd import Sshd, sshd
from faults.troubles import faketime
from zhuanti.release.publishing.targets.ssh import SshTarget
from zhuanti.release.publishing.targets.ssh.errors import sentence
from zhuanti.settings.deploy import SshPlace

ONE, TWO = site_of("一", pages=3), site_of("二", pages=3)
# what a plain server has besides rsync
PROGRAMS = (
    "cat",
    "date",
    "df",
    "env",
    "ln",
    "ls",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "rmdir",
    "sh",
    "sha256sum",
    "tr",
    "wc",
    "xargs",
)


def unknown(server: Sshd) -> None:
    (server.folder / "known_hosts").write_text("")


def changed(server: Sshd) -> None:
    other = (server.folder / "user.pub").read_text("utf-8").split()[1]
    (server.folder / "known_hosts").write_text(f"[127.0.0.1]:{server.port} ssh-ed25519 {other}\n")


def refused(server: Sshd) -> None:
    (server.folder / "authorized_keys").write_text("")


def open_key(server: Sshd) -> None:
    (server.folder / "user").chmod(0o644)


def killed(server: Sshd) -> None:
    server.kill()


def strange(server: Sshd) -> None:
    with server.config.open("a") as file:
        file.write("  NoSuchThing yes\n")


def no_config(server: Sshd) -> None:
    server.config.unlink()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (unknown, "还没有登记 server 的主机密钥"),
        (changed, "主机密钥和记录的不一样"),
        (refused, "不接受这把钥匙"),
        (open_key, "chmod 600"),
        (killed, "没有接受连接"),
        (strange, "ssh 不认识的写法"),
        (no_config, "读不到 deploy.yml 里写的 ssh 配置文件"),
    ],
)
def test_a_server_that_cannot_be_spoken_to_is_said(tmp_path: Path, damage: Callable[[Sshd], None], says: str) -> None:
    with sshd(tmp_path / "sshd") as server:
        damage(server)
        with pytest.raises(PublishError, match=says) as found:
            Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site").publish(ONE)
    assert "网站没有变" not in str(found.value)
    assert not (tmp_path / "web").exists()


def test_a_name_that_nobody_knows_is_said() -> None:
    with pytest.raises(PublishError, match=r"找不到服务器 no-such-host\.invalid"):
        SshTarget(SshPlace(host="no-such-host.invalid", path="/srv/web")).live()


def test_a_port_is_asked_for(tmp_path: Path) -> None:
    with sshd(tmp_path / "sshd") as server:
        place = server.place(tmp_path / "web")
        with pytest.raises(PublishError, match="没有接受连接"):
            SshTarget(place.model_copy(update={"port": free_port()})).live()
        assert SshTarget(place.model_copy(update={"port": server.port})).live() == ""


def test_a_folder_on_the_server_needs_its_whole_path() -> None:
    with pytest.raises(PublishError, match="完整路径"):
        SshTarget(SshPlace(host="server", path="web"))


def bare(folder: Path, *more: str) -> str:
    """A PATH on which there are only so many programs."""
    folder.mkdir()
    for name in (*PROGRAMS, *more):
        (folder / name).symlink_to(str(shutil.which(name)))
    return str(folder)


def test_a_server_without_rsync_is_said_and_one_with_no_more_than_that_is_enough(tmp_path: Path) -> None:
    with sshd(tmp_path / "sshd", PATH=bare(tmp_path / "bin")) as server:
        with pytest.raises(PublishError, match="上没有 rsync"):
            Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site").publish(ONE)
        (tmp_path / "bin/rsync").symlink_to(str(shutil.which("rsync")))
        room = Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site")
        room.publish(ONE)
        room.publish(TWO)
    assert (tmp_path / "web/current/index.html").read_text("utf-8") == TWO["index.html"]


def test_a_first_upload_that_broke_off_is_gone_on_with(server: Sshd, tmp_path: Path) -> None:
    half = written(tmp_path / "web/incoming/0001-20261126-0900-0123abcd", ONE)
    there = (half / "404.html").stat().st_ino
    known = Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site").publish(ONE)
    assert (tmp_path / "web/current/404.html").stat().st_ino == there
    assert known.receipt and known.receipt.sent < known.new.size / 2


def test_a_server_without_sftp_is_said_before_anything_changes(tmp_path: Path) -> None:
    with sshd(tmp_path / "sshd", sftp=False) as server, pytest.raises(PublishError, match="没有开 sftp"):
        Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site").publish(ONE)
    assert not (tmp_path / "web/current").is_symlink()


def test_a_server_whose_clock_is_wrong_is_said(tmp_path: Path) -> None:
    with sshd(tmp_path / "sshd", LD_PRELOAD=faketime(), FAKETIME="+2h") as server:
        room = Newsroom(SshTarget(server.place(tmp_path / "web")), tmp_path / "site")
        with pytest.raises(PublishError, match=r"两边的时钟差了 1[12]\d 分钟（目标快）"):
            room.publish(ONE)


def test_this_machine_without_rsync_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sshd(tmp_path / "sshd") as server:
        (tmp_path / "local").mkdir()
        for name in ("sh", "ssh", "cat", "rm"):
            (tmp_path / "local" / name).symlink_to(str(shutil.which(name)))
        target = SshTarget(server.place(tmp_path / "web"))
        with monkeypatch.context() as patch:
            patch.setenv("PATH", str(tmp_path / "local"))
            target.write("receipts/1.json", b"{}")
            with pytest.raises(PublishError, match="本机没有 rsync"):
                target.read_all("receipts")


def test_a_connection_that_was_lost_is_made_again(tmp_path: Path) -> None:
    with sshd(tmp_path / "sshd") as server:
        target = SshTarget(server.place(tmp_path / "web"))
        assert target.releases() == ()
        server.kill()
        with pytest.raises(PublishError, match="没有接受连接"):
            target.releases()
        server.start()
        assert target.releases() == ()


@pytest.mark.parametrize("forks", [False, True])
def test_the_connection_of_a_publisher_that_is_killed_ends_with_it(tmp_path: Path, forks: bool) -> None:
    # a process that it forked, as a build does, outlives it
    lasting = "import os\nif os.fork() == 0: os.close(1); time.sleep(60); os._exit(0)\n"
    code = (
        "import sys, time; from zhuanti.settings.deploy import SshPlace\n"
        "from zhuanti.release.publishing.targets.ssh import SshTarget\n"
        "target = SshTarget(SshPlace(host='server', path=sys.argv[1], config=sys.argv[2])); room = target._server.room()\n"
        f"{lasting if forks else ''}print(target._server._folder, flush=True); time.sleep(60)"
    )
    with ExitStack() as stack:
        server = stack.enter_context(sshd(tmp_path / "sshd"))
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "web"), str(server.config)],
            stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(PROJECT / "hooks")},
            start_new_session=True,
        )  # fmt: skip
        stack.callback(lambda: os.killpg(process.pid, signal.SIGKILL) if forks else None)
        assert process.stdout
        folder = Path(process.stdout.readline().strip())
        assert (folder / "socket").exists() and connections(server) == 1
        assert any(folder.glob("read-*"))
        process.kill()
        process.wait()
        end = time.monotonic() + 20
        while (connections(server) or folder.exists()) and time.monotonic() < end:
            time.sleep(0.05)
        assert connections(server) == 0 and not folder.exists()


def connections(server: Sshd) -> int:
    """How many the server holds; each has a process."""
    done = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=False)
    return len(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "said", "says"),
    [
        (1, "cat: write error: No space left on device", "磁盘已满"),
        (11, 'rsync: write failed on "/web/x": Disk quota exceeded (122)', "超出磁盘配额"),
        (23, 'rsync: mkstemp "/web/x" failed: Read-only file system (30)', "所在磁盘是只读的"),
        (1, "mkdir: cannot create directory '/srv/web': Permission denied", "没有权限"),
        (2, "topic: 1: cannot create /srv/web/.lock.json-01: Operation not permitted", "没有权限。请检查 deploy.yml"),
        (1, "mkdir: cannot create directory '/proc/www': No such file or directory", "文件夹对不对"),
        # a file's, not the key's
        (23, 'rsync: [receiver] mkstemp "/web/.x" failed: Permission denied (13)', "没有权限"),
        (255, "deploy@server: Permission denied (publickey,password).", "不接受这把钥匙"),
        (255, "client_loop: send disconnect: Broken pipe", "连接断了"),
        (12, "rsync: connection unexpectedly closed (40 bytes received so far) [sender]", "连接断了"),
        (30, "rsync error: timeout in data send/receive (code 30)", "连接断了"),
        (255, "ssh: connect to host a port 22: Connection timed out", "没有回应"),
        (255, "ssh: connect to host a port 22: Operation timed out", "没有回应"),
        (255, "Connection timed out during banner exchange", "没有回应"),
        (255, "Timeout, server a not responding.", "没有回应"),
        # not ssh's words
        (23, 'rsync: [sender] read errors mapping "/site/it timed out.html": Input/output error (5)', "磁盘读写出错"),
        (10, "rsync: [receiver] read error: Connection timed out (110)", "连接断了"),
        (1, "backup of yesterday timed out", "命令没有成功（1）"),
        (3, "", "命令没有成功（3）"),
    ],
)
def test_what_programs_say_becomes_a_sentence(code: int, said: str, says: str) -> None:
    text = sentence("server", code, said)
    assert says in text and "网站没有变" not in text


# as OpenSSH 9.2 and rsync 3.5 say it
@pytest.mark.parametrize(
    ("code", "said", "tells"),
    [
        # the cause first, then what follows from it
        (
            11,
            'rsync: [receiver] write failed on "/web/film.mp4": No space left on device (28)\n'
            "rsync error: error in file IO (code 11) at receiver.c(657) [receiver=3.5.0]\n"
            "rsync: [sender] write error: Broken pipe (32)\n",
            'rsync: [receiver] write failed on "/web/film.mp4": No space left on device (28)',
        ),
        (
            23,
            'rsync: [sender] change_dir "/site" failed: No such file or directory (2)\n'
            "rsync error: some files/attrs were not transferred (see previous errors) (code 23) at main.c(1394) [sender=3.5.0]\n",
            'rsync: [sender] change_dir "/site" failed: No such file or directory (2)',
        ),
        (
            255,
            "Connection to 127.0.0.1 closed by remote host.\nrsync: [sender] write error: Broken pipe (32)\n"
            "rsync error: unexplained error (code 255) at io.c(949) [sender=3.5.0]\n",
            "Connection to 127.0.0.1 closed by remote host.",
        ),
        # nothing but what follows: the first of it says most
        (
            12,
            "rsync: connection unexpectedly closed (0 bytes received so far) [sender]\n"
            "rsync error: error in rsync protocol data stream (code 12) at io.c(285) [sender=3.5.0]\n",
            "rsync: connection unexpectedly closed (0 bytes received so far) [sender]",
        ),
        # a server's greeting first
        (
            1,
            "bash: warning: setlocale: LC_ALL: cannot change locale (zh_CN.UTF-8)\nmv: cannot stat '/web/incoming/a': no such thing\n",
            "mv: cannot stat '/web/incoming/a': no such thing",
        ),
        (255, "kex_exchange_identification: Connection closed by remote host\n", "kex_exchange_identification: Connection closed by remote host"),
    ],
)  # fmt: skip
def test_of_many_lines_the_telling_one_is_shown(code: int, said: str, tells: str) -> None:
    assert sentence("server", code, said).endswith(f"（{tells}）")
