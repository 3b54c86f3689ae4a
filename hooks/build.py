"""MkDocs hooks: translate MkDocs' configuration and events to the generator's stages, and its pages and files back.

Everything the site shows is decided in ``zhuanti``; here is only what MkDocs must be told. The site is built in a
hidden neighbour of ``site_dir`` and switched in whole, so a build that fails or is killed leaves the old one.
"""

import gc
import logging
import re
import shutil
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from zhuanti.content.reading import ReadFile, RememberingReader, read_entry
from zhuanti.desk.progress import PictureProgress
from zhuanti.images.cards.press import Press
from zhuanti.images.darkroom import Darkroom
from zhuanti.outlets.metadata import metadata_of
from zhuanti.pages.chrome import chrome
from zhuanti.pages.shared.page import Link, SitePage
from zhuanti.problems.catalogue import ROOMS, RULES
from zhuanti.problems.report import as_handbook, as_text, summary
from zhuanti.problems.system import reason_of
from zhuanti.release.build_record import BuildRecord, record_of, write_record
from zhuanti.settings.moment import MomentError, now, parse_moment
from zhuanti.settings.options import BuildOptions, card_folder, picture_folder
from zhuanti.site.files import FolderWriter
from zhuanti.site.generate import Site, check, generate
from zhuanti.site.rendering import Href, draw_frame, root_of
from zhuanti.site.switching import aside_of, heal, switch, take_kept
from zhuanti.site.writing import begin, finish

log = logging.getLogger("mkdocs.zhuanti")

# its name carries a hash already
_MATERIAL = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")


@dataclass
class _Run:
    """What the events of one MkDocs run share."""

    serving: bool = False
    read: ReadFile = read_entry
    darkroom: Darkroom | None = None
    press: Press | None = None
    target: Path | None = None
    cache: Path = Path(".cache")
    site: Site | None = None
    record: BuildRecord | None = None
    shown: Site | None = None
    writer: FolderWriter | None = None
    warnings: CountHandler | None = None
    material: tuple[str, ...] = ()


_run = _Run()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember which command runs: a preview shows problems, a build stops at them."""
    _run.serving = command == "serve"
    _run.read = RememberingReader() if _run.serving else read_entry
    # what is loaded now stays, and a build makes little garbage: looking for it took an eighth of the time
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Run every stage; take name and address from site.yml; let MkDocs write aside."""
    project = Path(config.config_file_path).parent
    options = _options(config)
    _run.cache = project / ".cache"
    last = _run.shown.checked.content.settings if _run.shown else None
    store = _run.cache / "zhuanti.sqlite"
    if _run.darkroom is None:
        _run.darkroom = Darkroom(picture_folder(project), report=PictureProgress("处理图片"))
    if _run.press is None and options.cards:
        _run.press = Press(card_folder(project), report=None if _run.serving else PictureProgress("制作分享图"))
    try:
        checked = check(project, options, store, _run.read, last, _run.darkroom, _run.press)
    except OSError as error:
        raise Abort(f"处理图片时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
    errors = [problem for problem in checked.problems if problem.is_error]
    if checked.problems:
        print(as_text(checked.problems))
        print(summary(checked.problems))
    stopping = checked.problems if config.strict else errors
    if checked.content.settings is None or (stopping and not options.preview):
        raise Abort("内容有错误，网站没有生成，原来的网站保持不变。")
    for held in checked.content.library.held:
        log.info("未到发布时间：%s，将于 %s 出现", held.entry.path, held.until.chinese)
    try:
        site = generate(checked, options, project, store)
    except OSError as error:
        raise Abort(f"制作分享图时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
    _run.record = record_of(options, site.settings.root_url, checked.content.library.entries)
    config.site_name = site.settings.name
    config.site_description = site.settings.description
    config.site_url = config.site_url if _run.serving else site.settings.root_url
    config.theme.static_templates.clear()
    _run.site = site
    _run.target = Path(config.site_dir)
    heal(_run.target)
    config.site_dir = str(aside_of(_run.target, "handwritten"))
    if config.strict and not _run.serving:
        # MkDocs counts its warnings only after on_post_build, when the site would already be switched in
        _run.warnings = CountHandler()
        _run.warnings.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(_run.warnings)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Of the theme's files publish Material's main style sheet alone, for no page uses more; begin to write."""
    assert _run.site is not None and _run.target is not None
    for file in list(files):
        if file.src_dir != config.docs_dir and not _MATERIAL.fullmatch(file.src_uri):
            files.remove(file)
    _run.material = tuple(file.url for file in files if _MATERIAL.fullmatch(file.src_uri))
    if not _run.serving:
        take_kept(_kept(), _fresh())
    _run.writer = begin(_run.site, _fresh())
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The list of problem codes comes from the catalogue itself."""
    return markdown.replace("<!-- problem-codes -->", as_handbook(RULES.values(), ROOMS))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Draw the handwritten pages with our environment, so that they stand in the very frame of ours.

    Material's templates are not used: they write inline styles and elements that HTML does not allow there.
    """
    assert _run.site is not None
    return _run.site.environment


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """What our frame needs to know of one handwritten page."""
    assert _run.site is not None
    site = _run.site
    frame = draw_frame(site.environment, chrome(site.settings, site.handwritten, page.url), Href(root_of(page.url)))
    description = str(page.meta.get("description") or "")
    ours = SitePage(page.url, "", None, unescape(str(page.title)), description, trail=(Link("首页", ""),))
    context.update(href=frame.href, frame=frame, metadata=metadata_of(ours, site.facts), material=_run.material)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write our pages and files beside the handwritten ones; when the site is whole, switch it in."""
    assert _run.site is not None and _run.target is not None and _run.writer is not None
    if _run.warnings and _run.warnings.get_counts():
        raise Abort("严格模式下有提醒，网站没有生成，原来的网站保持不变。")
    handwritten = Path(config.site_dir)
    try:
        finish(_run.site, _run.writer, handwritten, _fresh(), _run.shown, search_later=_run.serving)
        if not _run.serving:
            switch(_fresh(), _run.target, _kept())
            assert _run.record is not None
            write_record(_run.cache.parent, _run.record)
    except OSError as error:
        raise Abort(f"写网站时出错：{reason_of(error)}。请检查磁盘空间和文件夹权限后再试。") from None
    shutil.rmtree(handwritten, ignore_errors=True)
    if _run.serving:
        _run.shown = _run.site
    config.site_dir, _run.target = str(_run.target), None


def on_build_error(error: Exception) -> None:
    """Leave nothing behind."""
    if _run.writer is not None:
        _run.writer.stop()
    if _run.site is not None:
        _run.site.search.stop()
    if _run.target is not None:
        for purpose in ("handwritten", "new"):
            shutil.rmtree(aside_of(_run.target, purpose), ignore_errors=True)
    _run.target = _run.writer = _run.shown = None


def _fresh() -> Path:
    """Where the site is written: a preview looks into its very folder, a build writes aside."""
    assert _run.target is not None
    return _run.target if _run.serving else aside_of(_run.target, "new")


def _kept() -> Path:
    return _run.cache / "replaced-site"


def _options(config: MkDocsConfig) -> BuildOptions:
    given = dict(config.extra.get("topic") or {})
    try:
        at = parse_moment(str(given["at"])) if given.get("at") else now()
    except MomentError as error:
        fault = "不存在：没有这一天或这个钟点" if error.impossible else "认不出来"
        raise Abort(f"--at 的时间“{error}”{fault}，请写成 2023-05-01 或 2023-05-01 09:30。") from None
    options = BuildOptions(at=at, base_url=str(given.get("base_url") or ""))
    return replace(
        options,
        samples=given.get("samples") is not False,
        cards=given.get("cards") is not False,
        drafts=given.get("drafts") is True or _run.serving,
        preview=_run.serving,
    )
