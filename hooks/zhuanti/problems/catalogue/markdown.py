"""M: the body of an entry as Markdown.

Errors are for text that would be lost or come out wrong; warnings are for a guess (they say what the text was
taken for) and for marks that will be seen as they were typed.
"""

from ..problem import Rule

UNKNOWN_TAG = Rule(
    "M01",
    "尖括号里的内容不是网页标签",
    "“{text}”不是可用的标签，已按原样显示",
    "如果本来就要显示尖括号，可写成 &lt;{name}&gt;；如果是网页代码，请改用 Markdown 写法",
    "网页会把不认识的标签整个丢掉，尖括号里的型号、细则等文字会悄悄消失。",
    "warning",
)
FORBIDDEN_TAG = Rule(
    "M02",
    "正文里不能用的网页标签",
    "正文里不能用“{text}”这样的网页代码，已按原样显示",
    "{advice}",
    "网页代码可能带来安全问题，也会打乱版式；标题、图片、链接、表格都有对应的 Markdown 写法。",
)
UNPAIRED_TAG = Rule(
    "M03",
    "标签没有成对",
    "“{text}”没有成对出现，已按原样显示",
    "请在同一段里写全 <{name}>…</{name}>，或者删去这个标签",
    "只有开头或只有结尾的标签会影响后面所有文字，所以没有采用。",
    "warning",
)
COMMENT = Rule(
    "M04",
    "正文里的注释不会出现在网页上",
    "“{text}”是注释，不会出现在网页上",
    "如果是给同事的留言，可以保留；如果是要发表的内容，请去掉 <!-- 和 -->",
    "注释里的字读者看不到，发布前请确认其中没有正文。",
    "warning",
)
OPEN_COMMENT = Rule(
    "M05",
    "注释没有结束",
    "这里的 <!-- 没有对应的 -->，已按原样显示",
    "请在注释结尾补上 -->，或者删去 <!--",
    "没有结尾的注释会把后面的正文全部吞掉，所以没有采用。",
)
CONTROL_CHARACTER = Rule(
    "M06",
    "正文里有看不见的控制字符",
    "这一行有看不见的控制字符（{code}），网页里已去掉",
    "请把光标移到这里，删去这个看不见的字符，或把这一行重新输入一遍",
    "从文档或聊天软件粘贴来的控制字符会让订阅源整个无法读取。",
)
OPEN_FENCE = Rule(
    "M07",
    "代码块没有结束",
    "从这一行开始的代码块没有结束，后面的内容都成了代码",
    "请在代码结束的下一行写 {fence}；如果这里不是代码，请删去这一行的 {fence}",
    "没有结尾的代码块会把后面的正文都变成代码。",
)
OPEN_BOLD = Rule(
    "M08",
    "加粗没有成对",
    "这一段里的 ** 没有成对，星号已按原样显示",
    "请检查要加粗的文字前后是否各有一个 **，而且在同一段里",
    "加粗不能跨段；少一个 ** 时，读者会看到星号。",
)
UNDERSCORE_BOLD = Rule(
    "M09",
    "中文旁边的下划线不会加粗",
    "“{text}”紧挨着文字，不会加粗，已按原样显示",
    "加粗请用两个星号：{mended}",
    "下划线紧挨着汉字时不算加粗标记，读者会看到下划线。",
    "warning",
)
WIDE_STARS = Rule(
    "M10",
    "全角星号不会加粗",
    "“{text}”用的是全角星号，不会加粗，已按原样显示",
    "加粗请用半角星号：{mended}",
    "全角星号是普通文字，读者会看到星号。",
    "warning",
)
HEADING_SPACE = Rule(
    "M11",
    "小标题的 # 后面缺少空格",
    "“{text}”已当作小标题",
    "是小标题，请在 # 后面加一个空格：{mended}；不是小标题，请在最前面加一个反斜杠 \\",
    "# 后面没有空格时，有的软件当作标题，有的当作文字；写上空格就不会有歧义。",
    "warning",
)
HEADING_WIDE = Rule(
    "M12",
    "小标题用了全角井号",
    "“{text}”已当作小标题",
    "请改用半角井号：{mended}",
    "全角井号不是标题标记，其他软件会当作普通文字。",
    "warning",
)
HASH_TEXT = Rule(
    "M13",
    "以 # 开头的一行当作普通文字",
    "“{text}”已当作普通文字",
    "如果是小标题，请写成 {mended}；如果本来就是文字，可写成 \\{text}，就不再提醒",
    "#1高炉、#话题 这样的文字和少写空格的标题看起来一样。",
    "warning",
)
TOP_HEADING = Rule(
    "M14",
    "正文里不能用一级标题",
    "“{text}”是一级标题，一级标题只留给文章题目",
    "请改用二级标题：{mended}",
    "一个页面只有一个一级标题，就是文首信息里的 title。",
)
SAME_ID = Rule(
    "M15",
    "小标题的编号重复",
    "编号 {id} 在本文里已经用过",
    "请给这个小标题换一个编号，或者删去花括号，由网站自动编号",
    "同一页里两个相同的编号会让目录和链接跳错位置。",
)
WIDE_BARS = Rule(
    "M16",
    "表格用了全角竖线",
    "这一行用的是全角竖线 ｜，不能组成表格",
    "请改成半角竖线：{mended}",
    "全角竖线是普通文字，表格会散成一段。",
)
WIDE_DASHES = Rule(
    "M17",
    "表格分隔行用了全角符号",
    "“{text}”已当作表格的分隔行",
    "请改成半角符号：{mended}",
    "分隔行要用半角的 - 和 |，其他软件不认全角的横线。",
    "warning",
)
TABLE_CELLS = Rule(
    "M18",
    "表格这一行的格子比表头多",
    "这一行有 {cells} 格，表头只有 {columns} 格",
    "请给表头补上缺少的格子，或者检查这一行是否多了竖线；要显示竖线本身，请写成 \\|",
    "多出来的格子在很多软件里会悄悄消失。",
)
NOTE_WITHOUT_TEXT = Rule(
    "M19",
    "注释没有内容",
    "注释 {mark} 没有对应的内容，已按原样显示",
    "请在文末另起一行写：[^{label}]: 注释内容",
    "读者点开注释会什么也看不到。",
)
UNUSED_NOTE = Rule(
    "M20",
    "正文没有用到这条注释",
    "正文里没有 {mark}，这条注释已作为普通段落显示在文末",
    "请在正文相应位置写 {mark}，或者删去这条注释",
    "没有引用处的注释，读者不知道它说明什么。",
    "warning",
)
SAME_NOTE = Rule(
    "M21",
    "注释编号重复",
    "注释 {mark} 前面已经写过一次，这一条已作为普通段落显示在文末",
    "请给其中一条换一个编号",
    "两条注释编号相同时，只有一条能对上正文。",
)
WIDE_NOTE = Rule(
    "M22",
    "全角括号的注释",
    "“{text}”已当作注释",
    "建议写成 {mended}；如果不是注释，请换一种括号",
    "注释的标准写法是半角方括号加 ^。",
    "warning",
)
WIDE_LINK = Rule(
    "M23",
    "链接或图片用了全角括号",
    "“{text}”的括号不对，没有成为{what}，已按原样显示",
    "请改成：{mended}",
    "链接和图片只认半角的 [ ] 和 ( )，中间不能有空格。",
)
EMPTY_LINK = Rule(
    "M24",
    "链接或图片不完整",
    "“{text}”缺少{missing}，已按原样显示",
    "请写全：{mended}",
    "不完整的链接读者点不开。",
)
BAD_SCHEME = Rule(
    "M25",
    "不能用的链接地址",
    "“{target}”不是可以放在网页上的地址，链接已去掉，只留下文字",
    "请改用 https:// 开头的网址，或者本站文件的相对路径",
    "脚本、本机文件一类的地址读者打不开，也可能不安全。",
)
NO_ALT = Rule(
    "M26",
    "图片没有文字说明",
    "图片 {target} 没有文字说明",
    "请在方括号里写一句话说明画面内容：![画面内容]({target})；纯装饰的图片请写 ![]({target}){{.decorative}}",
    "看不见图片的读者和搜索引擎靠这句话了解画面。",
    "warning",
)
GLUED_ADDRESS = Rule(
    "M27",
    "网址后面紧跟着汉字",
    "网址已认到“{target}”为止，后面的汉字不算在内",
    "请在网址后面加一个空格，或者写成 [文字]({target})",
    "网址和正文连在一起，分不清网址在哪里结束。",
    "warning",
)
BULLET_SPACE = Rule(
    "M28",
    "列表符号后面缺少空格",
    "“{text}”已当作普通文字",
    "如果是列表，请在 - 后面加一个空格：{mended}",
    "没有空格的 - 不是列表标记，读者会看到横线。",
    "warning",
)
WORD_BULLET = Rule(
    "M29",
    "用圆点符号写的列表",
    "“{text}”已当作列表",
    "建议写成：{mended}",
    "从 Word 粘贴来的圆点不是列表标记，其他软件会当作普通文字。",
    "warning",
)
LAZY_LINE = Rule(
    "M30",
    "列表下面紧跟着一行没有缩进的文字",
    "“{text}”已接在上一条列表的后面",
    "如果是新的段落，请在前面空一行；如果是上一条的内容，请在行首加两个空格",
    "列表后面没有空行，分不清这一行属于列表还是正文。",
    "warning",
)
BIG_NUMBER = Rule(
    "M31",
    "以年份或大数字开头的一段",
    "“{text}”已当作普通文字，没有当作列表编号",
    "如果是正文，可写成 {mended}，就不再提醒；列表编号请从 99 以内的数字开始",
    "当作列表的话，开头的年份或数字会被改掉。",
    "warning",
)
LIST_NUMBERS = Rule(
    "M32",
    "列表编号不连续",
    "上一条是 {before}，这一条是 {number}，已按写的编号显示",
    "请检查是否漏了一条，或者写错了编号",
    "自动编号会把写好的编号悄悄改掉，所以保留原样并提醒。",
    "warning",
)
UNDERLINE = Rule(
    "M33",
    "文字下面紧跟着一行横线",
    "“{text}”已当作{what}，上面的文字不是标题",
    "要分隔线，请在前面空一行；要小标题，请在上面那行前面写 ## 和空格",
    "文字下面紧跟横线，有的软件会把上面的文字变成标题。",
    "warning",
)
STAR_EMPHASIS = Rule(
    "M34",
    "文字中间的星号当作强调",
    "“{text}”已当作强调（斜体）",
    "如果是乘号，请写 × 或 \\*；如果要突出，请用 **加粗**",
    "文字中间的星号可能是乘号，也可能是强调标记。",
    "warning",
)
UNKNOWN_ATTRIBUTE = Rule(
    "M35",
    "花括号里的设置不认识",
    "“{text}”里的 {name} 不是可用的设置，没有采用",
    "可用的有：{known}",
    "不认识的设置不起作用，写错一个字母就会没有效果。",
    "warning",
)
UNKNOWN_ADMONITION = Rule(
    "M36",
    "提示框的种类不认识",
    "没有“{kind}”这种提示框，已按普通提示框显示",
    "可用的有：{known}",
    "提示框的颜色和图标由种类决定。",
    "warning",
)
TOO_DEEP = Rule(
    "M37",
    "列表或引用层次太深",
    "这里的列表或引用超过 {limit} 层，更深的部分已当作普通文字",
    "请减少层次，或者改用小标题分段",
    "层次太深的内容在手机上无法阅读。",
)
OWN_LINE = Rule(
    "M38",
    "编号的一行单独成段",
    "“{text}”已单独成段，没有和下一行连在一起",
    "请在这一行后面空一行；如果下一行是同一段，请接在同一行里",
    "短的编号行通常是小标题，和下一行连起来会读成一句话。",
    "warning",
)
TABLE_WITHOUT_RULE = Rule(
    "M39",
    "表格缺少分隔行",
    "这里像是表格，但表头下面没有分隔行，已按普通文字显示",
    "请在表头下面加一行：{mended}",
    "没有分隔行就不是表格，读者会看到竖线。",
)
UNREADABLE = Rule(
    "M40",
    "正文的标记太复杂",
    "这篇正文的标记嵌套太复杂，已全部按普通文字显示",
    "请减少星号、下划线等标记的嵌套",
    "过于复杂的标记无法可靠地转换成网页。",
)
REFERENCE_WITHOUT_TARGET = Rule(
    "M41",
    "链接没有地址",
    "“{text}”没有找到 [{label}]: 开头的地址，已按原样显示",
    "请写成 [文字](地址)",
    "没有地址的链接读者点不开。",
    "warning",
)
BOLD_SPACES = Rule(
    "M42",
    "加粗的星号里面有空格",
    "“{text}”的星号里面有空格，不会加粗，已按原样显示",
    "请去掉星号里面的空格：{mended}",
    "星号和文字之间有空格时不算加粗标记，读者会看到星号。",
    "warning",
)
FOCUS_UNCLEAR = Rule(
    "M43",
    "焦点写法不对",
    "“{text}”看不出焦点在哪里，已当作图注",
    '请写成 ![画面内容]({target} "focus 50% 30%")：先横向、后纵向，都从左上角算起；不是写焦点，请换一种说法',
    "没有焦点的图片从正中裁切，主体可能被切掉。",
    "warning",
)

RULES = (
    UNKNOWN_TAG, FORBIDDEN_TAG, UNPAIRED_TAG, COMMENT, OPEN_COMMENT, CONTROL_CHARACTER, OPEN_FENCE,
    OPEN_BOLD, UNDERSCORE_BOLD, WIDE_STARS, HEADING_SPACE, HEADING_WIDE, HASH_TEXT, TOP_HEADING,
    SAME_ID, WIDE_BARS, WIDE_DASHES, TABLE_CELLS, NOTE_WITHOUT_TEXT, UNUSED_NOTE, SAME_NOTE,
    WIDE_NOTE, WIDE_LINK, EMPTY_LINK, BAD_SCHEME, NO_ALT, GLUED_ADDRESS, BULLET_SPACE, WORD_BULLET,
    LAZY_LINE, BIG_NUMBER, LIST_NUMBERS, UNDERLINE, STAR_EMPHASIS, UNKNOWN_ATTRIBUTE,
    UNKNOWN_ADMONITION, TOO_DEEP, OWN_LINE, TABLE_WITHOUT_RULE, UNREADABLE,
    REFERENCE_WITHOUT_TARGET, BOLD_SPACES, FOCUS_UNCLEAR,
)  # fmt: skip
