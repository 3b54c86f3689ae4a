"""U: files, folders and the addresses they get."""

from ..problem import Rule

SAME_ADDRESS = Rule(
    "U01", "两个页面同一网址", "网址 /{url} 已被 {other} 占用", "请改掉其中一个的文件名、编号或旧地址",
    "同一个网址只能放一篇稿件，另一篇会悄悄消失。",
)  # fmt: skip
BAD_SLUG = Rule(
    "U02", "文件名不能做网址", "名称“{name}”含有{what}，不能做网址", "请改名为“{better}”",
    "文件名就是网址；中文、空格和大写在转发时容易断开。",
)  # fmt: skip
UNKNOWN_FOLDER = Rule(
    "U03", "文件不在任何栏目里", "文件夹“{folder}”不属于任何一类稿件", "请移到 columns/专栏/、cases/、policies/documents/、policies/explainers/、galleries/名称/index.md、events/ 或 notices/",
)  # fmt: skip
SYMLINK_OUT = Rule(
    "U04", "链接文件指到外面", "这是一个指向内容文件夹之外的链接文件", "请删去它，把真正的文件复制进来", "它可能带出本机的其他文件。",
)  # fmt: skip
CANNOT_READ = Rule("U05", "文件读不出来", "读不出这个文件：{reason}", "请检查文件权限，或重新保存一次")
WRONG_EXTENSION = Rule(
    "U06", "扩展名不对", "“{name}”不会被当作稿件", "{suggestion}",
    "放进来的稿件不出现在网站上，又没有人知道，比报错更糟。",
)  # fmt: skip
BAD_ALIAS = Rule(
    "U07",
    "旧地址写法不对",
    "旧地址“{value}”不能用",
    "请写站内地址，以 / 开头、以 / 结尾，如 /columns/in-action/old-name/",
)
NO_CONTENT = Rule(
    "U08", "没有内容文件夹", "找不到内容文件夹 {folder}", "请确认在项目的最上层文件夹里运行，且有 content/site.yml"
)
BAD_GALLERY = Rule(
    "U09",
    "图集的文件位置不对",
    "图集的文字应写在 galleries/名称/index.md",
    "请把这个文件移到文件夹“{folder}”（没有就新建），并改名为 index.md",
)
SAME_TAG_ADDRESS = Rule(
    "U10", "两个标签同一网址", "标签“{value}”与 {other} 的标签“{other_value}”得到同一个网址 /{url}", "请统一成一种写法，或改用更具体的标签",
    "两个标签挤在一个网址上，读者会看到别的稿件。",
)  # fmt: skip

RULES = (
    SAME_ADDRESS, BAD_SLUG, UNKNOWN_FOLDER, SYMLINK_OUT, CANNOT_READ, WRONG_EXTENSION, BAD_ALIAS, NO_CONTENT,
    BAD_GALLERY, SAME_TAG_ADDRESS,
)  # fmt: skip
