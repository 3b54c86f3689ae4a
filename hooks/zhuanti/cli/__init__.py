"""The command line: the one place that prints and exits.

Exit codes: 0 done, 1 problems found in content, 2 wrong usage or environment.
"""

import click

from ..desk.usage import speak_chinese

speak_chinese()

from . import building, developing, editing, exporting, publishing, scheduling, serving  # noqa: E402  their help is read as they are imported

_EPILOG = "每条命令后加 --help 查看用法；编辑手册见 docs/handbook.md。"


@click.group(
    epilog=_EPILOG,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """专题网站生成器：写 Markdown，查错，预览，生成网站。"""


for command in (
    building.build, building.serve, editing.check, editing.new, editing.schema, developing.test, developing.bench,
    developing.audit, developing.faults, exporting.export, serving.server_config,
    publishing.publish, publishing.rollback, publishing.releases, publishing.diff, publishing.verify,
    scheduling.due,
):  # fmt: skip
    main.add_command(command)
