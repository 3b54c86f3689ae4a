"""The catalogue of permanent codes. A code, once published, keeps its meaning; a retired one is never used again.

One module per room that finds them; the letter of a code names the room.
"""

from ..problem import Rule
from . import eligibility, files, front_matter, galleries, links, markdown, pictures, site, values

ROOMS = {
    "F": "文首信息的写法", "V": "字段的内容", "M": "正文的写法", "L": "链接和关联", "P": "图片和媒体",
    "U": "文件和网址", "S": "网站的设置", "G": "图集", "E": "申报条件",
}  # fmt: skip

RULES: dict[str, Rule] = {
    rule.code: rule
    for module in (front_matter, values, markdown, links, pictures, files, site, galleries, eligibility)
    for rule in module.RULES
}
