"""What developers run: each hands its arguments to a script of the project."""

import subprocess
import sys

import click

from .asking import project_folder


@click.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def test(context: click.Context) -> None:
    """运行全部测试（后面的参数原样交给 pytest）。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/run_tests.py", *context.args], cwd=project))


@click.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def bench(context: click.Context) -> None:
    """与其他生成器比速度：--articles 1000,3000 --peers material,hugo。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/bench.py", *context.args], cwd=project))


@click.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def audit(context: click.Context) -> None:
    """请别人的评委检查生成好的网站：Lighthouse、HTML 检查器、网站地图与结构化数据。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/run_audit.py", *context.args], cwd=project))


@click.command(
    options_metavar="[选项]",
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
)
@click.pass_context
def faults(context: click.Context) -> None:
    """发布过程中出各种故障，看读者会遇到什么：--targets folder --kills 100 --publishes 30。"""
    project = project_folder()
    sys.exit(subprocess.call([sys.executable, "scripts/run_faults.py", *context.args], cwd=project))
