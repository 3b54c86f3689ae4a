"""One page of every kind, for what must hold of them all."""

# by far the longest page: axe needs most of a minute for it, and about/ is of the same kind
HANDBOOK = "handbook/"
KINDS = (
    "",
    "columns/in-action/",
    "columns/in-action/guojiaji-jiqun-2025/",
    "columns/in-action/feature-yarn-night/",
    "cases/",
    "cases/zhoucheng-chanye/",
    "policies/",
    "policies/documents/guofa-2022-18/",
    "policies/explainers/paiwu-xuke/",
    "galleries/",
    "galleries/zhoucheng-fengong/",
    "counties/",
    "counties/linqing/",
    "about/",
    HANDBOOK,
    "404.html",
)
ARTICLE = "columns/in-action/guojiaji-jiqun-2025/"
FEATURE = "columns/in-action/feature-yarn-night/"
EXPLAINER = "policies/explainers/paiwu-xuke/"
