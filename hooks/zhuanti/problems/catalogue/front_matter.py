"""F: a file as text and its front matter, before any field is looked at."""

from ..problem import Rule
from . import encoding

# The frame: the two fences and what stands between them.
MISSING = Rule(
    "F01", "没有文首信息", "文件开头没有文首信息（两行 --- 之间的标题、日期等）",
    "请在第一行写 ---，随后写 title: \"标题\" 等字段，再写一行 ---；也可以用 python3 scripts/topic.py new 生成一份样稿",
    "网站要靠文首信息知道标题、日期和来源；没有它，文章无法发布。",
)  # fmt: skip
NOT_FIRST_LINE = Rule(
    "F02", "文首信息前有空行", "文首信息的 --- 不在第一行，前面有 {count} 个空行", "请删去前面的空行",
    "只有从第一行开始的 --- 才算文首信息，其他工具也这样认。",
)  # fmt: skip
NO_OPENING = Rule(
    "F03", "文首信息没有开头的 ---", "文首信息缺少开头的 ---", "请在这一行上面另起一行，写三个英文减号：---",
    "没有开头的 ---，标题和日期会被当成正文印出来。",
)  # fmt: skip
NO_CLOSING = Rule(
    "F04", "文首信息没有结束的 ---", "文首信息缺少结束的 ---", "请在第 {line} 行下面另起一行，写三个英文减号：---",
    "没有结束的 ---，分不清哪里是字段、哪里是正文。",
)  # fmt: skip
WRONG_FENCE = Rule(
    "F05", "文首信息的分隔线写法不对", "“{text}”不能作文首信息的分隔线", "请改为三个英文减号，前后不加别的字：---",
    "中文破折号、全角减号和两个减号看起来像，但都不是分隔线。",
)  # fmt: skip
TOO_LARGE = Rule(
    "F06", "文首信息太大", "这部分字段有 {size} KB，超过了 {limit} KB 的上限", "请检查是不是把正文写进了字段，或漏了结束的 ---",
    "字段只放标题、日期这类短内容，太大多半是放错了地方。",
)  # fmt: skip
NOT_FIELDS = Rule(
    "F07", "文首信息不是字段", "文首信息应当一行一个“字段: 内容”，这里却是{what}", "请写成这样的行：title: \"标题\"",
    "每项内容都要有字段名，网站才知道放到哪里。",
)  # fmt: skip
MANY_DOCUMENTS = Rule(
    "F08", "字段被分隔成几份", "“{text}”把字段分成了几份", "请删去这一行；一个文件只能有一份字段",
    "后面的一份会悄悄丢掉。",
)  # fmt: skip

# One line and its faults.
FULLWIDTH_COLON = Rule(
    "F10", "用了全角冒号", "{key} 后面用了全角冒号“{colon}”", "请改为：{mended}",
    "全角冒号只是一个字，这一行会被当成普通文字。",
)  # fmt: skip
COLON_WITHOUT_SPACE = Rule(
    "F11", "冒号后缺少空格", "{key} 的冒号后面缺少空格", "请改为：{mended}",
    "冒号后没有空格，这一行会被当成普通文字。",
)  # fmt: skip
ODD_SPACE = Rule(
    "F12", "冒号后的空格不对", "{key} 的冒号后面是{what}，不是普通空格", "请改为：{mended}",
    "全角空格和不间断空格看起来像空格，实际是文字。",
)  # fmt: skip
ODD_INDENT = Rule(
    "F13", "缩进用错了字符", "行首用了{what}缩进", "请改用普通空格：{mended}",
    "字段的层次只认普通空格；制表符和全角空格看起来一样宽，却对不齐。",
)  # fmt: skip
SPECIAL_START = Rule(
    "F14", "内容以特殊符号开头", "内容以“{start}”开头，这个符号在字段里另有用处", "请给内容加上引号：{mended}",
    "[ ] { } * & ! % @ | > 等英文符号放在开头，会被当成格式而不是文字。",
)  # fmt: skip
COLON_INSIDE = Rule(
    "F15", "内容里有英文冒号加空格", "内容里有英文冒号，会被当成另一个字段", "请给内容加上引号：{mended}",
    "英文冒号加空格是字段的写法；加上引号，才知道它是标题的一部分。",
)  # fmt: skip
HASH_WORDS = Rule(
    "F16", "井号后面的字会丢失", "从井号起会被当成注释，丢掉“{lost}”", "请给内容加上引号：{mended}",
    "空格加井号是注释的写法，后面的字会悄悄消失；有的网站因此丢过许多标题。",
)  # fmt: skip
COMMENT_BEHIND = Rule(
    "F17", "内容后面跟着注释", "井号后面的“{lost}”会被当成注释丢掉",
    "如果是正文，请加引号：{mended}；如果是备注，请移到上面单独一行",
    "分不清是正文还是备注时，宁可问一声，也不悄悄丢字。",
)  # fmt: skip
UNPAIRED_QUOTES = Rule(
    "F18", "引号不成对", "内容以{start}开头，这一行里没有与它成对的引号", "请改为：{mended}",
    "英文引号要成对写在同一行，否则后面的行都会被吞进来；多行文字可用 | 开头分行写。",
)  # fmt: skip
TEXT_AFTER_QUOTE = Rule(
    "F19", "引号后面还有字", "开头的引号在“{quoted}”处已经结束，后面还有“{rest}”", "请把整段内容加上引号：{mended}",
    "以英文引号开头的内容，到配对的引号就算结束。",
)  # fmt: skip
BACKSLASH = Rule(
    "F20", "双引号里有反斜杠", "英文双引号里的“{text}”不能这样写", "请改为：{mended}",
    "双引号里的反斜杠会和后面的字合成别的字符，原文就变了。",
)  # fmt: skip
CHINESE_COMMA = Rule(
    "F21", "方括号里用了中文标点分隔", "方括号里用了“{mark}”分隔，几项会变成一项", "请改用英文逗号：{mended}",
    "方括号里的各项只认英文逗号；内容本身带顿号时，请给那一项加英文引号。",
)  # fmt: skip
LIST_MARK = Rule(
    "F22", "列表项开头写法不对", "列表项的开头“{mark}”写法不对", "请用英文短横线加一个空格：{mended}",
    "没有“短横线加空格”，这一行会被当成普通文字。",
)  # fmt: skip
UNCLOSED_BRACKET = Rule(
    "F23", "括号没有配对", "“{start}”没有与它配对的“{end}”", "如果是列表，请补上“{end}”；如果是文字，请加引号：{mended}",
    "括号不配对，后面的行都会被吞进来。",
)  # fmt: skip
FIELD_SPELLING = Rule(
    "F24", "字段名写法不对", "字段名“{key}”里有{what}", "请改为：{mended}",
    "全角字母和看不见的字符会让字段名认不出来。",
)  # fmt: skip
NO_COLON = Rule(
    "F25", "这一行不是字段", "这一行不是“字段: 内容”，也不是列表项",
    "请补上字段名和冒号；如果是上面一项的内容，请写到同一行；如果是正文，请移到 --- 下面",
    "没有字段名的文字不知道该放在哪里。",
)  # fmt: skip
TOO_INDENTED = Rule(
    "F26", "多了缩进", "这一行缩进得更多，但第 {line} 行已经写了内容",
    "如果是另一个字段，请与第 {line} 行对齐：{mended}；如果是上面一行的内容，请写到同一行",
    "缩进表示属于上一行；上一行已有内容，就不能再有下级。",
)  # fmt: skip
MISALIGNED = Rule(
    "F27", "缩进没有对齐", "这一行的缩进和上面的字段对不齐", "请与第 {line} 行对齐：{mended}",
    "同一层的各行，行首空格数要一样。",
)  # fmt: skip

# The tree as a whole.
DUPLICATE_FIELD = Rule(
    "F30", "字段写了两次", "{key} 写了两次：第 {first} 行和第 {second} 行", "请只留一个",
    "写了两次时只有一个算数，另一个会悄悄丢掉。",
)  # fmt: skip
ANCHOR = Rule(
    "F31", "用了 & 或 * 引用", "“{text}”会被当成 YAML 的引用，这里不支持", "如果是文字，请加引号：{mended}；否则请把内容完整写出来",
    "引用层层相套会让小文件变得极大，新闻稿也用不到。",
)  # fmt: skip
TAG = Rule(
    "F32", "用了 ! 类型标记", "“{text}”会被当成 YAML 的类型标记，这里不支持", "如果是文字，请加引号：{mended}；否则请删去这个标记",
    "类型标记能让程序执行不该执行的事，一律不收。",
)  # fmt: skip
MERGE_KEY = Rule(
    "F33", "用了 << 合并", "“<<”是 YAML 的合并写法，这里不支持", "请删去这一行，把要用的字段逐个写出来",
    "合并会让字段的来处看不清楚。",
)  # fmt: skip
KEY_NOT_TEXT = Rule(
    "F34", "字段名不是文字", "这里的字段名{what}", "请写成“字段: 内容”；如果这是一段文字，请加英文引号",
    "字段名只能是一个词。",
)  # fmt: skip
TOO_DEEP = Rule(
    "F35", "层次太深", "这里的层次超过了 {limit} 层", "请检查是否多写了括号、短横线或缩进",
    "正常的稿件只有三四层，层次太深多半是写错了。",
)  # fmt: skip
UNREADABLE = Rule(
    "F39", "写法无法识别", "{what}", "请检查这一行的缩进、冒号和括号；如果是文字，请给整段内容加英文引号",
    "这里不是常见的写错方式，所以只能指出读到哪里读不下去。",
)  # fmt: skip

RULES = (
    MISSING, NOT_FIRST_LINE, NO_OPENING, NO_CLOSING, WRONG_FENCE, TOO_LARGE, NOT_FIELDS, MANY_DOCUMENTS,
    FULLWIDTH_COLON, COLON_WITHOUT_SPACE, ODD_SPACE, ODD_INDENT, SPECIAL_START, COLON_INSIDE, HASH_WORDS,
    COMMENT_BEHIND, UNPAIRED_QUOTES, TEXT_AFTER_QUOTE, BACKSLASH, CHINESE_COMMA, LIST_MARK, UNCLOSED_BRACKET,
    FIELD_SPELLING, NO_COLON, TOO_INDENTED, MISALIGNED, DUPLICATE_FIELD, ANCHOR, TAG, MERGE_KEY, KEY_NOT_TEXT,
    TOO_DEEP, UNREADABLE, *encoding.RULES,
)  # fmt: skip
