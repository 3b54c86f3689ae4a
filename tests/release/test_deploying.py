"""deploy.yml as an operator may have written it."""

from pathlib import Path

import pytest

from zhuanti.release.deploying import find_target
from zhuanti.release.publishing.errors import PublishError
from zhuanti.release.publishing.targets import open_target


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "没有 deploy.yml，不知道发布到哪里"),
        ("", "deploy.yml: 错误 F40"),
        ("- name: local\n", "deploy.yml 应以 targets: 开头"),
        ("target: local\n", "下面每个目标一段，最少是：\ntargets:\n  - name: local\n    folder: "),
        ("targets: local\n", "deploy.yml 应以 targets: 开头"),
        ("targets:\n  - name: local\n    ssh: {host: h, path: /x, port: 99999}\n", "请写 1 到 65535 之间的数字"),
        ("targets:\n  - name: local\n    ssh: {host: h, path: /x, port: ssh}\n", "请写 1 到 65535 之间的数字"),
        ("targets:\n  - name: other\n    folder: /x\n", "没有叫“local”的目标，有：other。"),
        ("targets:\n  - name: local\n", "deploy.yml:2：目标“local”要在 folder、ssh、s3 里写一种，现在一种也没有写。"),
        (
            "targets:\n  - name: local\n    folder: /x\n    s3: {endpoint: https://a.cn, bucket: b}\n",
            "同时写了 folder、s3",
        ),
        ("targets:\n  - name: local\n    folder: /x\n  - name: local\n    folder: /y\n", "有两个目标都叫“local”"),
        ("targets:\n  - name: local\n    floder: /x\n", "deploy.yml:3"),
        ("targets:\n  - name: local\n    ssh: deploy@host:/x\n", "deploy.yml:3"),
        ("targets:\n  - name: local\n    ssh: {host: h, path: x}\n", "服务器上的文件夹要写完整路径"),
        (
            "targets:\n  - name: local\n    ssh: {host: -oProxyCommand=id, path: /x}\n",
            "host（服务器）的写法不对：“-oProxyCommand=id”",
        ),
        ("targets:\n  - name: local\n    ssh: {host: deploy@-oProxyCommand=id, path: /x}\n", "不以 - 开头"),
        ("targets:\n  - name: local\n    ssh: {host: a b, path: /x}\n", "中间没有空格"),
        ("targets:\n  - name: local\n    folder: webrel\n", "deploy.yml 里本机的文件夹要写完整路径"),
        ("targets:\n  - name：local\n", "deploy.yml:2"),
        ("targets:\n  - name: local\n    folder: /x\n    keep: 0\n", "最小是 1"),
        ("targets:\n  - name: local\n    folder: /x\n    keep: -3\n", "deploy.yml:4"),
        ("targets: [", "deploy.yml:1"),
    ],
)
def test_a_fault_in_deploy_yml_is_said_with_its_place(tmp_path: Path, text: str | None, says: str) -> None:
    if text is not None:
        (tmp_path / "deploy.yml").write_text(text, "utf-8")
    with pytest.raises(PublishError) as found:
        open_target(find_target(tmp_path, "local"))
    assert says in str(found.value)
