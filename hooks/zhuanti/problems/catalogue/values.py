"""V: the value of one field, and rules between the fields of one entry."""

from ..problem import Rule

MISSING_FIELD = Rule(
    "V01", "缺少必填字段", "缺少必填字段 {field}（{title}）", "请补上一行：{field}: \"…\"",
    "标题等字段是页面的骨架，缺了就无法成页。",
)  # fmt: skip
UNKNOWN_FIELD = Rule(
    "V02", "不认识的字段", "没有 {field} 这个字段", "{suggestion}",
    "拼错的字段名如果被放过，写在里面的内容就会悄悄丢失。",
)  # fmt: skip
ONE_VALUE_MEANT = Rule(
    "V03", "应写一个值", "{field}（{title}）只能写一个值，这里写成了{found}", "请改为：{field}: \"{example}\"",
)  # fmt: skip
LIST_MEANT = Rule(
    "V04", "应写成列表", "{field}（{title}）应写成列表，这里只写了一个值", "请改为：{field}: [{example}]",
)  # fmt: skip
NOT_A_CHOICE = Rule(
    "V05", "不在可选范围", "{field}（{title}）不能写“{value}”", "可选：{choices}{suggestion}",
)  # fmt: skip
NOT_A_DATE = Rule(
    "V06", "日期写法认不出", "{field}（{title}）的日期“{value}”认不出来",
    "请写成 2023-05-01 或 2023-05-01 09:30（北京时间），也可写 2023年5月1日",
)  # fmt: skip
IMPOSSIBLE_DATE = Rule(
    "V07", "日历上没有这一天", "{field}（{title}）的日期“{value}”在日历上不存在", "请核对月份、日期和钟点",
)  # fmt: skip
NOT_A_FLAG = Rule(
    "V08", "应写 true 或 false", "{field}（{title}）应写 true 或 false，这里是“{value}”", "请改为：{field}: true"
)
NOT_A_NUMBER = Rule("V09", "应写整数", "{field}（{title}）应写整数，这里是“{value}”", "请只写数字，如 {field}: 8")
NOT_A_URL = Rule(
    "V10", "网址不完整", "{field}（{title}）的网址“{value}”不完整或含有多余字符", "请写完整网址，以 https:// 或 http:// 开头，后面不带标点",
)  # fmt: skip
WRONG_FORM = Rule("V11", "写法不对", "{field}（{title}）的写法不对：“{value}”", "{example}")
GROUP_MEANT = Rule(
    "V12", "应写成一组字段", "{field}（{title}）里面应写 {parts} 等字段", "请在下一行缩进两个空格写 {first}: \"…\"",
)  # fmt: skip
KIND_DIFFERS = Rule(
    "V13", "类型与文件夹不一致", "kind 写的是“{value}”，但这个文件夹里的稿件是“{kind}”", "请删去 kind 这一行，或把文件移到对应的文件夹",
    "类型由文件夹决定；两处不一致时无法知道哪一个是对的。",
)  # fmt: skip
NO_SOURCE = Rule(
    "V14", "发布前缺少来源", "已发布的稿件没有写来源", "请补上 source: 以及下一行缩进的 name: \"来源名称\"；未定稿请把 status 改回 draft",
    "方案要求事实有出处；没有来源的稿件不得发布。",
)  # fmt: skip
REVIEWERS_MISSING = Rule(
    "V15", "三审不全", "已发布的稿件缺少{missing}", "请在 review 里补齐 first（初审）、second（复审）、final（终审）",
    "三审三校是发布的前提。",
)  # fmt: skip
REVIEWERS_SAME = Rule(
    "V16", "三审不是三个人", "三审中“{name}”出现了不止一次", "初审、复审、终审应由三个不同的人（或岗位）完成，请核对 review",
    "同一个人审三遍不等于三审。",
)  # fmt: skip
SAMPLE_NOT_MARKED = Rule(
    "V17", "示例没有标明", "这是示例稿件（{evidence}），但没有写 sample: true", "请加上一行 sample: true；如果是真实稿件，请移出 samples 文件夹并去掉虚构名称",
    "示例内容如果不标明，可能被当作新闻发布出去。",
)  # fmt: skip
ENDS_BEFORE_START = Rule(
    "V18", "时间先后颠倒", "{later}（{later_value}）早于 {earlier}（{earlier_value}）", "请核对这两个时间",
)  # fmt: skip
NOTICE_INCOMPLETE = Rule(
    "V19", "通报缺少依据", "通报缺少{missing}", "通报只登载主管部门已公开发布的内容，请补齐发布机关、文号、法律依据和原文网址",
    "方案要求依法依规公开通报，网站不自行认定。",
)  # fmt: skip
VIDEO_WITHOUT_PLACE = Rule(
    "V20", "视频没有来源", "video 里既没有 file 也没有 url", '请写 file: "视频.mp4" 或 url: "https://…"'
)
COVER_WITHOUT_ALT = Rule(
    "V21", "题图缺少说明", "题图没有写说明文字 cover_alt", "请用一句话写出画面内容；纯装饰的图写 cover_alt: \"\"",
    "看不见图片的读者靠说明文字了解画面。", "warning",
)  # fmt: skip
NO_DATE = Rule(
    "V22",
    "缺少日期",
    "已发布的稿件没有写日期",
    "请补上一行，如 date: 2023-05-01",
    "列表按日期排列，没有日期的稿件无处可放。",
)
PERSONAL_PHONE = Rule(
    "V23", "疑似个人联系方式", "出现了疑似手机号码 {value}", "请删去个人联系方式；确需公布的请用单位公开的固定电话",
    "个人联系方式不得出现在专题里。", "warning",
)  # fmt: skip
STATUS_TYPED = Rule(
    "V24", "状态不能手写", "{field}里写了政策状态“{word}”", "请删去这个词。状态按日期自动计算，写在这里过一段时间就会和页面上的状态打架",
)  # fmt: skip
NUMBER_YEAR = Rule(
    "V25", "文号年份与成文日期不一致", "文号“{number}”里是 {year} 年，成文日期是 {issued}", "请核对原件上的文号和成文日期", "", "warning",
)  # fmt: skip
BACKDATED = Rule(
    "V26", "施行日期早得可疑", "施行日期（{effective}）比成文日期（{issued}）早一年以上", "请核对这两个日期；现行有效与否按它们计算", "", "warning",
)  # fmt: skip
ISSUERS_TOGETHER = Rule(
    "V27", "几个机关写在了一起", "issuer（机关）里的“{value}”像是 {count} 个机关", "请一个机关写一个值：[{better}]；如果确实是一个机关的名称，不用改",
    "写在一起会被当成一个新的机关，按机关筛选时找不到这份文件。", "warning",
)  # fmt: skip
NUMBER_IN_MARKS = Rule(
    "V28", "文号里有书名号", "number（文号）里的“{value}”有书名号", "文号不加书名号，请只写文号本身，如 示例政发〔2026〕3号；文件的标题写在 title 里",
    "文号是查找和引用文件的依据，多一个符号就对不上。",
)  # fmt: skip
NUMBER_BRACKETS = Rule(
    "V29", "文号年份的括号不对", "number（文号）里的“{value}”年份要用六角括号", "请改为“{better}”，或运行 check --fix 自动改正",
    "公文格式的国家标准（GB/T 9704）规定年份用六角括号〔〕括入。",
)  # fmt: skip

RULES = (
    MISSING_FIELD, UNKNOWN_FIELD, ONE_VALUE_MEANT, LIST_MEANT, NOT_A_CHOICE, NOT_A_DATE, IMPOSSIBLE_DATE, NOT_A_FLAG,
    NOT_A_NUMBER, NOT_A_URL, WRONG_FORM, GROUP_MEANT, KIND_DIFFERS, NO_SOURCE, REVIEWERS_MISSING, REVIEWERS_SAME,
    SAMPLE_NOT_MARKED, ENDS_BEFORE_START, NOTICE_INCOMPLETE, VIDEO_WITHOUT_PLACE, COVER_WITHOUT_ALT, NO_DATE,
    PERSONAL_PHONE, STATUS_TYPED, NUMBER_YEAR, BACKDATED, ISSUERS_TOGETHER, NUMBER_IN_MARKS, NUMBER_BRACKETS,
)  # fmt: skip
