"""E: the conditions of the self-test, and the vocabulary they are written in."""

from ..problem import Rule

UNKNOWN_FACT = Rule(
    "E01", "条件里没有这一项", "条件里没有“{value}”这一项", "{suggestion}",
    "体检只认词表里有的项目；认不出的条件如果被放过，企业就会得到错误的结果。",
)  # fmt: skip
UNKNOWN_OPTION = Rule("E02", "条件里没有这个选项", "{fact}（{title}）里没有“{value}”", "{suggestion}")
NOT_A_CONDITION = Rule(
    "E03", "条件的写法不对", "{field} 的写法不对", "{example}",
    "条件写不清楚，程序不会去猜。",
)  # fmt: skip
WRONG_MEASURE = Rule(
    "E04", "范围的写法不对", "{fact}（{title}）的范围里不能写“{value}”", "可以写 {known}，如 {fact}: {{{first}: 1}}"
)
NOT_A_MEASURE = Rule("E05", "范围应写数字", "{field} 应写数字，这里是“{value}”", "请只写数字，不带单位（按{unit}算）")
EMPTY_RANGE = Rule("E06", "范围里没有数", "{fact}（{title}）的下限大于上限，没有企业能符合", "请核对这两个数")
NO_VOCABULARY = Rule(
    "E07", "还没有体检的词表", "写了适用条件，但是没有可用的 content/taxonomy/eligibility.yml", "请先建立这张词表，写法见编辑手册“政策体检的词表”",
)  # fmt: skip
TOO_MANY_QUESTIONS = Rule(
    "E08", "体检的问题太多", "这是第 {count} 个问题，最多 {limit} 个", "请合并或删去次要的问题",
    "问题多了，企业就不会答完。",
)  # fmt: skip
WRONG_OPTIONS = Rule("E09", "选项与题型不符", "{fact}（{title}）的题型是 {kind}，{fault}", "{suggestion}")
RESERVED_NAME = Rule(
    "E10", "编号已有别的用处", "编号不能用“{value}”", "all、any、not、says 在条件里另有意思，请换一个编号"
)
NO_PLACE = Rule(
    "E11", "区县级政策没有写注册地", "“{document}”是区县级文件，适用条件里没有写企业注册在哪里（{fact}）", "请在 eligibility 里加上一行，如 {fact}: [{example}]",
    "别处的企业会以为自己也适用。没有写的，体检一律多列一行“待确认”。", "warning",
)  # fmt: skip
SHARE_AS_FRACTION = Rule(
    "E12", "比例疑似写成了小数", "{fact}（{title}）的 {field} 写的是 {value}，按词表的单位就是 {value}%", "请写百分数：3% 写 3，不写 0.03；确实不到 1% 的不用改",
    "写成小数，差一百倍，企业就会得到错误的结果。", "warning",
)  # fmt: skip
TOO_FEW_LINES = Rule(
    "E13", "适用条件比申报条件少", "conditions（申报条件）写了 {conditions} 条，eligibility 里只有 {lines} 项", "请逐条对照，不能由程序判断的写进 says，一句写一条",
    "漏掉一条，企业就会得到“很可能适用”的错误结果。", "warning",
)  # fmt: skip

RULES = (
    UNKNOWN_FACT, UNKNOWN_OPTION, NOT_A_CONDITION, WRONG_MEASURE, NOT_A_MEASURE, EMPTY_RANGE, NO_VOCABULARY,
    TOO_MANY_QUESTIONS, WRONG_OPTIONS, RESERVED_NAME, NO_PLACE, SHARE_AS_FRACTION, TOO_FEW_LINES,
)  # fmt: skip
