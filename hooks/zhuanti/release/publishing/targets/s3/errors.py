"""What an object storage refuses, and what keeps it from being reached, as sentences."""

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
    ReadTimeoutError,
    SSLError,
)  # fmt: skip

_BY_CODE = {
    "NoSuchBucket": "没有存储桶 {bucket}，或者它不在这个接口地址。请核对 deploy.yml 里的 bucket 和 endpoint",
    "InvalidAccessKeyId": "不认识这把密钥。请核对环境变量 AWS_ACCESS_KEY_ID",
    "SignatureDoesNotMatch": "说签名不对。请核对环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，以及 deploy.yml 里的 region 和 style",
    "AccessDenied": "不许这把密钥读写存储桶 {bucket}。请让管理员给它列出、读取、写入、删除的权限",
    "RequestTimeTooSkewed": "说两边的时钟差得太多。请先校准本机的时钟（如 timedatectl set-ntp true）",
    "BadDigest": "收到的内容和发送的不一样，可能是网络出错，也可能是文件在发送时被改动。请再发布一次",
    "QuotaExceeded": "的空间或配额用完了。请清理存储桶，或者请管理员加大",
    "SlowDown": "太忙，重试几次都没有成功。请过几分钟再试",
    "InternalError": "出了内部错误，重试几次都没有成功。请过几分钟再试",
}
_SAME = {
    "403": "AccessDenied", "Forbidden": "AccessDenied", "InvalidDigest": "BadDigest", "TooManyRequests": "SlowDown",
    "500": "InternalError", "502": "InternalError", "503": "SlowDown", "504": "SlowDown", "ServiceUnavailable": "SlowDown",
    "RequestTimeout": "SlowDown", "AuthorizationHeaderMalformed": "SignatureDoesNotMatch",
}  # fmt: skip


def sentence(error: BotoCoreError | ClientError, where: str, bucket: str) -> str:
    """What went wrong and what to do, without a word on what readers see."""
    if isinstance(error, ClientError):
        return f"对象存储 {where} {_refusal(error, bucket)}。"
    match error:
        case NoCredentialsError() | PartialCredentialsError():
            return "没有对象存储的密钥。请设好环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，不要写进项目的文件。"
        case SSLError():
            return f"{where} 的加密连接没有建立：证书不对，或者中间有人。请核对 endpoint，需要时请管理员检查证书。"
        case ConnectTimeoutError() | EndpointConnectionError():
            return f"连不上对象存储 {where}。请核对 deploy.yml 里的 endpoint，以及这台机器的网络和域名解析。"
        case ReadTimeoutError():
            return f"对象存储 {where} 很久没有回应，重试几次都一样。请检查网络，过一会儿再试。"
        case ParamValidationError():
            return f"对象存储 {where} 不能这样访问：存储桶 {bucket} 的名字不合规。请核对 deploy.yml。"
    return f"和对象存储 {where} 的连接断了，重试几次都没有接上。请检查网络，再试一次。"


def code_of(error: ClientError) -> str:
    """The code of a refusal, or its HTTP status where it has none."""
    answer = error.response
    return str(answer.get("Error", {}).get("Code") or answer.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))


def _refusal(error: ClientError, bucket: str) -> str:
    code = code_of(error)
    status = str(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))
    known = _BY_CODE.get(_SAME.get(code, code)) or _BY_CODE.get(_SAME.get(status, ""))
    return known.format(bucket=bucket) if known else f"不接受这个请求（{code}）。请把这一句交给管理员"
