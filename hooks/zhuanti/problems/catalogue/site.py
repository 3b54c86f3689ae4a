"""S: the site's own settings and taxonomies."""

from ..problem import Rule

LIST_FILE_MEANT = Rule(
    "S01", "分类文件应是列表", "分类文件应是一个列表，每项以“- id:”开头", "请参照 content/taxonomy/ 里其他文件的写法"
)
MAPPING_FILE_MEANT = Rule("S02", "设置文件应是字段", "site.yml 应是一行一个字段", "请参照编辑手册里 site.yml 的写法")
UNKNOWN_ENTRY = Rule("S03", "首页区块指向不存在的稿件", "{field} 所写的稿件“{value}”不存在", "{suggestion}")
UNKNOWN_BLOCK = Rule("S04", "没有这种首页区块", "没有“{value}”这种区块", "可选：{choices}{suggestion}")
MISSING_SETTINGS = Rule(
    "S05", "缺少 site.yml", "找不到 content/site.yml", "请从 README 的样例复制一份，改成本专题的名称和网址"
)
PALE_COLOUR = Rule(
    "S06",
    "颜色太浅，字看不清",
    "{field} 的颜色 {value} 用作文字时对比度只有 {ratio}，低于 4.5，很多人看不清",
    "请改深一些，同一色相可以用 {better}",
    why="链接、肩题和状态都用这几种颜色写字；4.5 是 WCAG 2.2 对正文文字的要求，深色界面的颜色由程序推算，不用另填",
)
EMPTY_TAXONOMY = Rule(
    "S07",
    "词表不存在或是空的",
    "这张词表不存在或是空的，却有 {count} 篇稿件用到它，如 {example}",
    "请补上这张词表，每项以“- id:”开头，或从稿件里去掉这个字段",
)
LINK_LIST_MEANT = Rule(
    "S08",
    "链接检查结果应是列表",
    "links.yml 应是一个列表，每项以“- {{url:”开头",
    "这个文件由 check --links 写入；改坏了可以删去，再检查一次",
)

RULES = (
    LIST_FILE_MEANT, MAPPING_FILE_MEANT, UNKNOWN_ENTRY, UNKNOWN_BLOCK, MISSING_SETTINGS, PALE_COLOUR,
    EMPTY_TAXONOMY, LINK_LIST_MEANT,
)  # fmt: skip
