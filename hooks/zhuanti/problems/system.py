"""What the system says of a file operation that failed, in Chinese."""

import errno

_WORDS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在磁盘是只读的",
    errno.ENOENT: "文件或文件夹不存在",
    errno.EEXIST: "已经有同名的文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "文件正被占用",
    errno.ELOOP: "链接文件互相指向，没有尽头",
}


def reason_of(error: OSError) -> str:
    """The reason in a few words; a rare one by its number, which can be looked up in any language."""
    return _WORDS.get(error.errno or 0) or f"系统错误 {error.errno}" if error.errno else "原因不明"
