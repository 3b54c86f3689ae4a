"""G: galleries and their scenes."""

from ..problem import Rule

EMPTY_SCENE = Rule(
    "G01", "空的一屏", "“{name}”这一屏没有内容", "请在标题下面写文字、放图片或表格，或删去这个标题",
    "读者划到这里只看见一块空白。",
)  # fmt: skip
UNKNOWN_SETTING = Rule(
    "G02", "不认识的屏类型", "“.{name}”不是屏的类型，也不是转场", "{suggestion}可用的类型有：{kinds}；转场有：{transitions}；不显示标题写 .untitled",
)  # fmt: skip
TWICE = Rule("G03", "一屏写了两个类型", "这一屏同时写了{names}", "请只留一个")
KIND_NEEDS = Rule("G04", "内容和类型不合", "“.{kind}”这一屏{lack}", "{remedy}")
NO_SERIES = Rule(
    "G05", "表格画不成图", "这张表画不成图：{reason}", "第一列写名称，其余各列只写数字，单位写进表头，如“占比（%）”；最多两列数字，条形图两到八行，折线图三到二十四行。只想放表格，请把它放到普通稿件里",
)  # fmt: skip
TOO_LONG = Rule(
    "G06", "一屏放不下", "“{name}”这一屏大约要 {needed} 行的高度，小屏手机（320×568）只有 {room} 行", "{remedy}；不改也能看，读者要在这一屏里往下拖",
    "图集一屏一件事，拖着看的一屏常常被划过去。", "warning",
)  # fmt: skip
SMALL_PICTURE = Rule(
    "G07", "图片铺满全屏会模糊", "图片“{target}”是 {width}×{height}，铺满手机屏幕后每边只有约 {shown} 像素宽", "请换一张竖图，至少 1080×1920；横图至少 1920 像素高",
    "全屏的图放大以后，模糊一眼可见。", "warning",
)  # fmt: skip
NO_CAPTIONS = Rule(
    "G08", "视频没有字幕", "视频“{target}”没有字幕", "请在旁边放一个同名的字幕文件“{captions}”（WebVTT）；没有人说话，也写一句画面里发生了什么",
    "图集里的视频默认静音播放，听不见的读者全靠字幕。", "warning",
)  # fmt: skip
NO_SOURCE = Rule(
    "G09", "数字没有来源", "“{name}”这一屏有数字，没有写来源", "请在这一屏最后加一段“来源：……”，写明发布方和日期",
    "没有出处的数字，读者不该信，同行也不能转。", "warning",
)  # fmt: skip
OUTSIDE = Rule(
    "G10",
    "不属于任何一屏的文字",
    "第一个二级标题之前的内容不属于任何一屏",
    "请在前面加一行“## 这一屏的标题”；导语请写进 summary，它在封面上显示",
)
NO_SCENES = Rule("G11", "图集没有分屏", "这份图集一屏也没有", "每个二级标题（## ）开始新的一屏，请至少写一个")
NO_POSTER = Rule(
    "G12", "视频没有封面图", "视频“{target}”没有封面图", "请在旁边放一张同名的图片，如“{poster}”；微信里视频不自动播放，读者先看到的就是它", "", "warning",
)  # fmt: skip
COVER_WRITTEN = Rule(
    "G13", "封面写成了一屏", "“.cover”不能写在标题上，封面一屏是自动做的", "请删去“.cover”；封面上的图、字和转场写在文首信息里：cover、title、subtitle、summary、transition",
)  # fmt: skip
LONG_NUMBER = Rule(
    "G14", "数字放不大", "“{text}”里的数字太多，不能放大成一个数", "请只留一个数、一个范围或一个日期，如 **10～12家**，其余写进下面的说明；只想加粗，在标题后写 {{.text}}",
    "", "warning",
)  # fmt: skip
END_EARLY = Rule(
    "G15", "结尾写在中间", "“{name}”写了“.end”，后面还有别的屏", "结尾只能是最后一屏：请把这一屏移到最后，或删去“.end”",
)  # fmt: skip
TIME_MISSING = Rule(
    "G16", "时间线少了一个时间", "“{text}”这一条开头没有时间，整个列表没有排成时间线", "每条都写成“- 2023年5月：做了什么”，时间后用全角冒号；本来就不是时间线，在标题后写 {{.text}}",
    "别的条都写了时间，只差这一条，读者看到的就是一个普通列表。", "warning",
)  # fmt: skip

RULES = (
    EMPTY_SCENE, UNKNOWN_SETTING, TWICE, KIND_NEEDS, NO_SERIES, TOO_LONG, SMALL_PICTURE, NO_CAPTIONS, NO_SOURCE, OUTSIDE,
    NO_SCENES, NO_POSTER, COVER_WRITTEN, LONG_NUMBER, END_EARLY, TIME_MISSING,
)  # fmt: skip
