"""deploy.yml is read, and a target found in it."""

from pathlib import Path

from ..content.encoding import decode
from ..content.files import read_bytes
from ..content.frontmatter import read_yaml
from ..content.validation import validate
from ..problems import report
from ..settings.deploy import DeploySettings, TargetSettings
from .publishing.errors import PublishError

PATH = "deploy.yml"
_EXAMPLE = """\
targets:
  - name: local
    folder: /var/www/zhuanti
"""


def read_targets(project: Path) -> tuple[TargetSettings, ...]:
    """All targets of deploy.yml.

    Raises:
        PublishError: there is no such file, or something in it is wrong.
    """
    if not (project / PATH).is_file():
        raise PublishError(
            f"没有 {PATH}，不知道发布到哪里。请在项目文件夹里写一个，最少是：\n{_EXAMPLE}写法见“发布与运维”。"
        )
    data, faults = read_bytes(project, PATH)
    text, more = decode(data, PATH) if data is not None else (None, ())
    document, last = read_yaml(text, PATH) if text is not None else (None, ())
    problems = (*faults, *more, *last)
    if document is None or any(problem.is_error for problem in problems):
        raise PublishError(report.as_text(problems))
    if not isinstance(document.data, dict) or not isinstance(document.data.get("targets"), tuple):
        raise PublishError(f"{PATH} 应以 targets: 开头，下面每个目标一段，最少是：\n{_EXAMPLE}写法见“发布与运维”。")
    settings, faults = validate(DeploySettings, document.data, document.place, document.key_place)
    if settings is None or any(problem.is_error for problem in faults):
        raise PublishError(report.as_text((*problems, *faults)))
    for number, target in enumerate(settings.targets):
        _check_kind(target, document.place(("targets", number)).line)
    names = [target.name for target in settings.targets]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise PublishError(f"{PATH}：有两个目标都叫“{twice}”，请改掉一个。")
    return settings.targets


def find_target(project: Path, name: str) -> TargetSettings:
    """The target of a name.

    Raises:
        PublishError: deploy.yml has none of this name.
    """
    targets = read_targets(project)
    found = next((target for target in targets if target.name == name), None)
    if found is None:
        raise PublishError(
            f"{PATH} 里没有叫“{name}”的目标，有：{'、'.join(each.name for each in targets) or '（空的）'}。"
        )
    return found


def _check_kind(target: TargetSettings, line: int) -> None:
    given = [kind for kind in ("folder", "ssh", "s3") if getattr(target, kind) is not None]
    if len(given) != 1:
        wrong = "一种也没有写" if not given else f"同时写了 {'、'.join(given)}"
        raise PublishError(f"{PATH}:{line}：目标“{target.name}”要在 folder、ssh、s3 里写一种，现在{wrong}。")
