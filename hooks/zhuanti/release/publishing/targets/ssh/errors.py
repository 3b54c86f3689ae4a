"""What ssh, sftp and rsync say when they fail, as sentences for the operator."""

import errno
import os
import re

from .....problems.system import reason_of
from ..wording import advice

# what ssh would say if it ended by itself
NO_ANSWER = "ssh: Connection timed out"
# rsync, too, can say that something "timed out": what it waited for may be the disk
_TIMED_OUT = re.compile(
    r"^(ssh: .*timed out|Connection timed out during banner exchange|Connection to .* timed out"
    r"|Timeout, server .* not responding)",
    re.MULTILINE,
)
# what they say → what is wrong and what to do; the first that is found counts
_SAID = (
    (
        "REMOTE HOST IDENTIFICATION HAS CHANGED",
        "{host} 的主机密钥和记录的不一样：可能连错了机器，也可能有人冒充。没有连接。"
        "请向管理服务器的人核对指纹；确实换过，再运行 ssh-keygen -R 主机名（端口不是 22 的写 '[主机名]:端口'；登记在别的文件里的，加 -f 文件），重新登记。",
    ),
    (
        "Host key verification failed",
        "还没有登记 {host} 的主机密钥，不知道连的是不是它。请先用 ssh 登录一次，"
        "核对指纹后登记；流水线里把登记好的 known_hosts 放进保密变量。",
    ),
    ("UNPROTECTED PRIVATE KEY FILE", "私钥文件别人也能读，ssh 不肯用它。请运行 chmod 600 私钥文件。"),
    (
        re.compile(r"Permission denied \([a-z]"),
        "{host} 不接受这把钥匙。请检查用户名，以及公钥是否在服务器的 authorized_keys 里；私钥有口令的，先用 ssh-add 打开。",
    ),
    ("Too many authentication failures", "{host} 拒绝了太多把钥匙。请在 ssh 配置里写明用哪一把（IdentityFile）。"),
    ("Could not resolve hostname", "找不到服务器 {host}：主机名写错了，或者域名解析不通。"),
    ("Connection refused", "{host} 没有接受连接：sshd 没有运行，或者端口不对。"),
    ("No route to host", "到 {host} 的网络不通。"),
    ("Network is unreachable", "到 {host} 的网络不通。"),
    (_TIMED_OUT, "{host} 没有回应：网络不通或太慢，或者端口不对。"),
    ("rsync: not found", "{host} 上没有 rsync，请在服务器上安装（如 apt-get install rsync）。"),
    ("‘rsync’: No such file", "{host} 上没有 rsync，请在服务器上安装（如 apt-get install rsync）。"),
    ("'rsync': No such file", "{host} 上没有 rsync，请在服务器上安装（如 apt-get install rsync）。"),
    ("rsync: command not found", "{host} 上没有 rsync，请在服务器上安装（如 apt-get install rsync）。"),
    ("Can't open user config file", "读不到 deploy.yml 里写的 ssh 配置文件。请检查 config。"),
    ("Bad configuration option", "ssh 配置文件里有 ssh 不认识的写法。请用 ssh -G 主机名 检查。"),
)
_DISK = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENAMETOOLONG,
    errno.EIO,
    errno.ELOOP,
)
# an end of ssh itself, or of rsync's stream
_BROKEN = {255, 10, 12, 30, 35}
# what rsync says once something else is wrong, before or behind the line that tells it
_FOLLOWS = re.compile(r"rsync error: |rsync: connection unexpectedly closed|rsync: (\[\w+\] )?write error: Broken pipe")


def sentence(host: str, code: int, said: str) -> str:
    """What is wrong with a server, from a program's exit code and what it said in English."""
    for found, words in _SAID:
        if found in said if isinstance(found, str) else found.search(said):
            return words.format(host=host)
    for number in _DISK:
        if os.strerror(number) in said:
            reason = reason_of(OSError(number, ""))
            return f"在 {host} 上读写时出错：{reason}。{advice(number)}{_telling(said)}"
    if code in _BROKEN:
        return f"和 {host} 的连接断了。请检查网络，再试一次。{_telling(said)}"
    return f"{host} 上的命令没有成功（{code}）。{_telling(said)}"


def _telling(said: str) -> str:
    """The program's own words, for whoever knows them: the last line, for warnings come first, that is no mere
    consequence of others."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    causes = [line for line in lines if not _FOLLOWS.match(line)] or lines[:1]
    return f"（{causes[-1][:200]}）" if causes else ""
