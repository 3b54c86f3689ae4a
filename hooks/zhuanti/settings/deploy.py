"""deploy.yml: where the finished site is published. Secrets never stand here: ssh has its own files, S3 the environment."""

from typing import Literal

from pydantic import Field

from .fields import Count, Model, Port, SshHost, Text, Url


class SshPlace(Model):
    """A server with sshd and rsync."""

    host: SshHost = Field(title="服务器", description="如 deploy@www.example.cn，或 ~/.ssh/config 里的名字")
    path: Text = Field(title="文件夹", description="服务器上放网站的文件夹，完整路径")
    port: Port | None = Field(None, title="端口", description="不写就按 ~/.ssh/config，默认 22")
    config: Text | None = Field(None, title="ssh 配置文件", description="不写就用 ~/.ssh/config；流水线里可以另放一份")


# where an object storage's addresses name the bucket
AddressStyle = Literal["virtual", "path"]


class S3Place(Model):
    """A bucket of an object storage that speaks S3; its keys come from the environment."""

    endpoint: Url = Field(title="接口地址", description="如 https://s3.oss-cn-qingdao.aliyuncs.com")
    bucket: Text = Field(title="存储桶")
    prefix: str = Field("", title="前缀", description="网站放在桶里的哪个文件夹下，如 zhizaoye；不写就放在最上层")
    region: str = Field("", title="地域", description="如 cn-qingdao；有的服务要求写")
    style: AddressStyle = Field("virtual", title="地址形式", description="virtual：桶名在域名里；path：桶名在路径里")


class TargetSettings(Model):
    """One place readers get the site from; exactly one of ``folder``, ``ssh`` and ``s3`` is given."""

    name: Text = Field(title="名称", description="命令里写的名字，如 online")
    folder: Text | None = Field(None, title="本机文件夹", description="本机上放网站的文件夹")
    ssh: SshPlace | None = Field(None, title="服务器")
    s3: S3Place | None = Field(None, title="对象存储")
    base_url: Url | None = Field(None, title="网址", description="读者打开网站的网址；不写就是 site.yml 里的")
    probe: Url | None = Field(
        None, title="探测网址", description="发布后从这里取几页核对，可以是内网地址；不写就不核对"
    )
    keep: Count = Field(10, title="保留版本", description="保留最近几个版本，用于退回")


class DeploySettings(Model):
    """The whole of deploy.yml."""

    targets: tuple[TargetSettings, ...] = Field(title="发布目标")
