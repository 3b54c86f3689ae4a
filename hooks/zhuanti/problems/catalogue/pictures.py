"""P: pictures and other media beside the text."""

from ..problem import Rule

MISSING_FILE = Rule("P01", "找不到图片或媒体文件", "找不到文件“{target}”", "{suggestion}", "缺图的页面会留下一个空框。")
OUTSIDE = Rule(
    "P02", "文件在内容文件夹之外", "“{target}”指到了 content 文件夹之外", "请把文件放到稿件旁边，只写文件名",
    "内容文件夹之外的文件不会发布，也可能泄露本机文件。",
)  # fmt: skip
CASE_DIFFERS = Rule(
    "P03", "文件名大小写不一致", "写的是“{target}”，实际文件名是“{actual}”", "请改为“{actual}”；大小写在服务器上是两个不同的文件",
)  # fmt: skip
BAD_NAME = Rule(
    "P04", "媒体文件名不合适", "文件名“{target}”含有{what}", "请改名为“{better}”，并改掉稿件里的写法",
    "带空格、中文的文件名在公众号、旧系统和压缩包里常常打不开。",
)  # fmt: skip
UNREADABLE = Rule("P05", "图片打不开", "图片“{target}”打不开：{reason}", "请重新导出为 JPG、PNG 或 WebP 再放进来")
REMOTE = Rule(
    "P06", "图片在别的网站", "图片“{target}”引用了别的网站", "请取得授权后把图片下载到稿件旁边，只写文件名",
    "外站图片随时会失效，也会把读者的访问透露给对方。",
)  # fmt: skip
WRONG_KIND = Rule("P07", "这里不能放这种文件", "“{target}”不能用在这里", "这里要放{meant}，请核对文件名")
HEIC = Rule(
    "P08", "苹果手机的 HEIC 图片", "“{target}”是 HEIC 格式，浏览器打不开",
    "请在手机“设置—相机—格式”里选“兼容性最佳”后重拍，或在电脑上打开它、导出为 JPG 再放进来；只改扩展名没有用",
    "苹果手机默认拍成 HEIC，多数浏览器和软件都不认。扩展名写成 .jpg 也还是 HEIC。",
)  # fmt: skip
TOO_LARGE = Rule(
    "P09", "图片太大", "图片“{target}”太大：{size}", "最多 8000 万像素，任何一边不超过 30000 像素。请缩小或切成几张再放进来；网页上最多用到 2400 像素宽",
    "过大的图片会耗尽内存，读者也看不出差别。",
)  # fmt: skip
SVG = Rule(
    "P10", "不收 SVG 图", "“{target}”是 SVG 图", "请导出为 PNG 再放进来，宽度 1600 到 2400 像素",
    "SVG 里可以夹带脚本和外部引用，放在自己的网址下等于让别人的程序在网站上运行。",
)  # fmt: skip
ONLY_FIRST_FRAME = Rule(
    "P11", "动图只显示第一帧", "“{target}”有 {frames} 帧，网站上只显示第一帧", "要让它动，请改用视频（video 字段）；不需要动，就导出这一帧再放进来",
    "动图体积大、停不下来，对眩晕和癫痫患者有害。", "warning",
)  # fmt: skip
HERO_WITHOUT_ALT = Rule(
    "P12", "首页头图缺少说明", "hero 里有头图，但没有写说明文字 alt", "请在 hero 里加一行 alt: \"画面内容\"；纯装饰的图写 alt: \"\"",
    "看不见图片的读者靠说明文字了解画面。", "warning",
)  # fmt: skip

SIGNS_MISSING = Rule(
    "P13", "分享图画不出标题里的符号", "标题里的“{signs}”分享图和海报上画不出来，那里会空缺", "请换成文字，或确认没有它标题也读得通",
    "分享图用固定的中文字体绘制，表情符号和少数生僻字不在字体里。", "warning",
)  # fmt: skip

RULES = (
    MISSING_FILE, OUTSIDE, CASE_DIFFERS, BAD_NAME, UNREADABLE, REMOTE, WRONG_KIND, HEIC, TOO_LARGE, SVG, ONLY_FIRST_FRAME,
    HERO_WITHOUT_ALT, SIGNS_MISSING,
)  # fmt: skip
