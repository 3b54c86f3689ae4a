"""The path classes of a published site: how long each is kept, who may read and who may frame it.

Patterns are regular expressions over the address below the site's root, without a slash in front; the first that
matches decides. PCRE (nginx, Apache), RE2 (Caddy) and Python must read them alike: no lookaround, no backreference.
"""

import re
from dataclasses import dataclass

from ...outlets.embeds import MISSING, ROOT
from ...outlets.metadata.policy import content_policy

Headers = tuple[tuple[str, str], ...]

CACHE, SHARED, POLICY = "Cache-Control", "Access-Control-Allow-Origin", "Content-Security-Policy"
FRAMES, FEATURES = "X-Frame-Options", "Permissions-Policy"
# what differs between classes, in the order in which it is written, with a word for names of variables
VARYING = {CACHE: "cache", SHARED: "cors", POLICY: "policy", FRAMES: "frames", FEATURES: "features"}
EVERYWHERE: Headers = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
# an answer that failed must not outlive its cause, least of all where the address promises a year
FAILED = "no-store"

_YEAR = "public, max-age=31536000, immutable"
_EMBEDDED = "public, max-age=300, stale-while-revalidate=86400"
_SHORT = "public, max-age=300"
_PAGE = "public, max-age=60, must-revalidate"
# only names that browsers know: Chromium warns in its console of every other
_NO_FEATURES = ", ".join(
    f"{name}=()"
    for name in ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")
)
# a fragment is made to be taken into other pages: its styles stand inline and it runs nothing
_FRAGMENT = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class PathClass:
    """One class of addresses; ``says`` tells the operator what it is, an empty ``pattern`` takes what is left.

    ``missing`` is the file that is sent where there is none; empty stands for that of the last class.
    """

    name: str
    says: str
    pattern: str
    headers: Headers
    missing: str = ""

    def header(self, name: str) -> str:
        """The value of a header; empty where it is not sent."""
        return dict(self.headers).get(name, "")


def path_classes(embed_hosts: tuple[str, ...]) -> tuple[PathClass, ...]:
    """All classes in the order in which they are tried; ``embed_hosts`` may frame the embeds, none named means all."""
    ancestors = " ".join(("'self'", *embed_hosts)) if embed_hosts and "*" not in embed_hosts else "*"
    framed, shared = f"; frame-ancestors {ancestors}", (SHARED, "*")
    return (
        PathClass(
            "hashed",
            "文件名带指纹（内容一变，名字就变）：样式、脚本、图片、视频、搜索索引，可存一年",
            # assets/site-e35b3119.css, assets/stylesheets/main.57a0d79d.min.css, media/cover-e5f85ceb-360.webp,
            # search/index-aa88bc2f0fb4.json, search/texts-aa88bc2f0fb4.json, search/cc9943158436/i21.json
            r"(assets/(.*[-.])?[0-9a-f]{8}(\.[a-z0-9]+)+"
            r"|media/.*-[0-9a-f]{8}(-[a-z0-9]+)?\.[a-z0-9]+"
            r"|search/((index|texts)-[0-9a-f]{12}|[0-9a-f]{12}/[^/]+)\.json)$",
            ((CACHE, _YEAR), shared),
        ),
        PathClass(
            "fragment",
            "嵌入片段：由别的网站取走，放进自己的网页",
            r"embed/v1/(.*/)?fragment\.(html|json)$",
            ((CACHE, _EMBEDDED), shared, (POLICY, _FRAGMENT + framed), (FEATURES, _NO_FEATURES)),
            # who takes it without looking at the status puts a line into his page, not another page
            missing=f"{ROOT}{MISSING}/fragment.html",
        ),
        PathClass(
            "embed",
            "嵌入页和嵌入脚本：允许 site.yml 的 embed_hosts 里的网站框住",
            r"embed/v1/",
            ((CACHE, _EMBEDDED), shared, (POLICY, content_policy() + framed), (FEATURES, _NO_FEATURES)),
            # a frame has room for a line and a link, not for a page with head and foot
            missing=f"{ROOT}{MISSING}/index.html",
        ),
        PathClass(
            "data",
            "数据、订阅、接口、日历：别的网站的程序也可以读",
            r"(data|feeds|api|oembed|calendars)/(.*/)?[^/]+\.(json|xml|csv|ics)$",
            ((CACHE, _SHORT), shared),
        ),
        PathClass(
            "machine",
            "根目录下给搜索引擎等程序读的文件",
            r"[^/]+\.(xml|txt|json|webmanifest)$",
            ((CACHE, _SHORT),),
        ),
        PathClass(
            "page",
            "其余都是网页：很快过期，过期后先问有没有变；只许本站的网页框住",
            "",
            (
                (CACHE, _PAGE),
                # the builder's own page frames embeds of this site
                (POLICY, content_policy() + "; frame-src 'self'; frame-ancestors 'self'"),
                (FRAMES, "SAMEORIGIN"),
                (FEATURES, _NO_FEATURES),
            ),
            missing="404.html",
        ),
    )


def class_of(address: str, classes: tuple[PathClass, ...]) -> PathClass:
    """The class of an address below the site's root, as the servers find it."""
    return next(each for each in classes if not each.pattern or re.match(each.pattern, address))
