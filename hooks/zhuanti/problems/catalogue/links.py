"""L: what one entry says of another, or of a term."""

from ..problem import Rule

UNKNOWN_TERM = Rule(
    "L01", "没有这个分类项", "{field}（{title}）里没有“{value}”", "{suggestion}",
    "写错的分类会让稿件从对应的页面上消失。",
)  # fmt: skip
UNKNOWN_DOCUMENT = Rule(
    "L02", "找不到所指的文件", "找不到 {field} 所写的文件“{value}”", "{suggestion}",
    "写错的文件名会让依据、替代和解读的关系悄悄断开，读者无法核对原文。",
)  # fmt: skip
REPLACES_ITSELF = Rule("L03", "文件指向了自己", "这份文件在 {field} 里写了自己", "请删去这一项，或改成另一份文件")
CYCLE = Rule("L04", "文件互相替代成环", "{field} 形成了循环：{chain}", "请核对哪一份文件在前，删去其中一项")
DEAD_LINK = Rule(
    "L05", "站内链接失效", "链接指向的“{target}”不存在", "{suggestion}", "读者点开会看到 404 页面。",
)  # fmt: skip
LINK_TO_UNPUBLISHED = Rule(
    "L06", "链接指向未发布的稿件", "链接指向的“{target}”{state}，本次生成按普通文字显示", "发布那篇稿件后，链接会自动恢复", "", "warning",
)  # fmt: skip
SAME_TERM_TWICE = Rule("L07", "分类项重复", "编号“{value}”在第 {line} 行已经用过", "请换一个编号，或删去其中一项")
UNKNOWN_COLUMN = Rule("L08", "没有这个专栏", "content/taxonomy/columns.yml 里没有编号为“{value}”的专栏", "{suggestion}")
AMBIGUOUS_DOCUMENT = Rule(
    "L09", "所指文件不唯一", "{field} 所写的“{value}”同时指向：{targets}", "请改写成其中一份文件的文件名（不带 .md）",
)  # fmt: skip
LINK_TO_SAMPLE = Rule(
    "L10", "正式稿件链接到示例", "正式稿件链接到了示例“{target}”", "正式发布时示例会被去掉，请改为链接正式稿件", "", "warning",
)  # fmt: skip
DEAD_ANCHOR = Rule("L11", "页内位置不存在", "链接里的 #{anchor} 在目标页面上找不到", "{suggestion}", "", "warning")
NO_ARTICLE = Rule(
    "L12", "看不出是哪一条", "articles（依据的条款）里的“{value}”看不出是哪一条", "请写成“第三条”“第二部分第一项”；解读几份文件的，写成“《标题》第三条”",
    "写清条款，读者才能翻开原文核对。",
)  # fmt: skip
ARTICLE_ELSEWHERE = Rule(
    "L13",
    "条款不在所解读的文件里",
    "{field} 里的条款属于“{value}”，但这篇解读没有解读这份文件",
    "请核对文件名，或在 explains 里补上这份文件",
)
ARTICLE_OF_WHICH = Rule(
    "L14", "没有写明是哪份文件的条款", "这篇解读了几份文件，{field} 里的“{value}”没有写明是哪一份的", "请写成“《标题》{value}”，或“发文字号{value}”",
    "", "warning",
)  # fmt: skip
FOREIGN_DEAD = Rule(
    "L15", "站外链接打不开", "站外链接 {url} 打不开：{answer}", "请在浏览器里核对；网页搬家了就换成新网址，撤下了就找发文机关的新页面",
    "只有运行 check --links 时才检查，有时是对方网站一时打不开。", "warning",
)  # fmt: skip
OLDER_SUCCESSOR = Rule(
    "L16", "新旧文件写反了", "{field}（{verb}的文件）里的“{value}”{target_date}{word}，本文件{own_date}{word}，旧文件不能{verb}新文件", "请把这一行写到新文件里，值写旧文件；或者核对两份文件的日期",
    "写反了，还有效的政策会被标成已被替代。",
)  # fmt: skip
REPLACED_AND_AMENDED = Rule(
    "L17", "既替代又修改", "“{value}”同时写在 replaces（替代）和 amends（修改）里", "整份不再执行的写 replaces，只改部分条款的写 amends，请只留一处",
)  # fmt: skip

RULES = (
    UNKNOWN_TERM, UNKNOWN_DOCUMENT, REPLACES_ITSELF, CYCLE, DEAD_LINK, LINK_TO_UNPUBLISHED, SAME_TERM_TWICE,
    UNKNOWN_COLUMN, AMBIGUOUS_DOCUMENT, LINK_TO_SAMPLE, DEAD_ANCHOR, NO_ARTICLE, ARTICLE_ELSEWHERE,
    ARTICLE_OF_WHICH, FOREIGN_DEAD, OLDER_SUCCESSOR, REPLACED_AND_AMENDED,
)  # fmt: skip
