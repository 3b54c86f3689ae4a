"""F40 to F49: the file as bytes and characters, before anything in it is understood."""

from ..problem import Rule

EMPTY_FILE = Rule(
    "F40", "文件是空的", "这个文件是空的", "请写上内容再保存；暂时不用的文件可以删去",
    "空文件多半是保存时出了意外，应当早些知道。",
)  # fmt: skip
LOOKS_LIKE_GBK = Rule(
    "F41", "文件是 GBK 编码", "看起来是 GBK 编码", "请另存为 UTF-8（记事本：另存为，编码选 UTF-8）",
    "网站只读 UTF-8；按别的编码硬读，文字会变成乱码。",
)  # fmt: skip
LOOKS_LIKE_UTF16 = Rule(
    "F42", "文件是 UTF-16 编码", "看起来是 UTF-16 编码", "请另存为 UTF-8（记事本：另存为，编码选 UTF-8，不选 Unicode）",
    "网站只读 UTF-8；按别的编码硬读，文字会变成乱码。",
)  # fmt: skip
BROKEN_BYTES = Rule(
    "F43", "有损坏的字符", "这里有一个损坏的字符（字节 {byte}），读不成 UTF-8",
    "请删去这个字符重新输入，再保存为 UTF-8；如果整篇都是乱码，请从原稿重新复制",
    "字符损坏常见于传输中断或两种编码混在一个文件里，猜着读会改动原文。",
)  # fmt: skip
CONTROL_CHARACTER = Rule(
    "F44", "有不能发布的控制字符", "这一行有看不见的控制字符 {name}", "请删去第 {column} 个字符（可把这一行删掉重新输入）",
    "从 Word 或聊天软件粘贴会带来这类字符；一个就足以让整个订阅源无法读取。",
)  # fmt: skip
INVISIBLE_CHARACTER = Rule(
    "F45", "有看不见的字符", "这一行有看不见的字符 {name}", "请删去第 {column} 个字符（光标移到它后面，按一次退格键）",
    "零宽字符和特殊换行符看不出来，却会让搜索找不到、链接打不开。",
    "warning",
)  # fmt: skip

RULES = (
    EMPTY_FILE, LOOKS_LIKE_GBK, LOOKS_LIKE_UTF16, BROKEN_BYTES, CONTROL_CHARACTER, INVISIBLE_CHARACTER,
)  # fmt: skip
