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

RULES = (MISSING_FILE, OUTSIDE, CASE_DIFFERS, BAD_NAME, UNREADABLE, REMOTE)
