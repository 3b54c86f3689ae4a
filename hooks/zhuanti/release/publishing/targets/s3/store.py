"""A bucket below a prefix: the few requests that publishing makes, several at once where they are many."""

import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import md5
from typing import Any, TypeVar

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, HTTPClientError, ResponseStreamingError

from .....settings.deploy import S3Place
from .errors import code_of

T = TypeVar("T")
_AT_ONCE = 8
_BODY_TRIES = 3
# seconds after which every rival that saw no file has written its own
_SETTLED = 0.5
_MISSING = ("NoSuchKey", "404", "NotFound")
_PRECONDITION = ("PreconditionFailed", "ConditionalRequestConflict", "412", "409")
_NO_CONDITIONS = ("NotImplemented", "501", "InvalidArgument", "InvalidRequest", "400")


@dataclass(frozen=True, slots=True)
class Stored:
    """What a listing says of an object; ``etag`` is its MD5 on most storages, not where they encrypt."""

    etag: str
    size: int


class Store:
    """One bucket below a prefix. Names are relative to the prefix.

    ``attempts`` is how often a request is tried that met 500, 503 or a broken connection; ``timeout`` is in seconds.
    Every method raises botocore's errors.
    """

    def __init__(self, place: S3Place, attempts: int, timeout: float) -> None:
        self.bucket = place.bucket
        self._prefix = f"{place.prefix.strip('/')}/" if place.prefix.strip("/") else ""
        # checksums that are not asked for are ones that other houses' storages do not know
        config = Config(
            signature_version="s3v4", s3={"addressing_style": place.style}, connect_timeout=min(timeout, 10),
            read_timeout=timeout, retries={"mode": "standard", "total_max_attempts": attempts},
            max_pool_connections=_AT_ONCE, request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )  # fmt: skip
        self.client: Any = boto3.session.Session().client(
            "s3", endpoint_url=place.endpoint, region_name=place.region or "us-east-1", config=config
        )

    def get(self, name: str) -> bytes | None:
        """The bytes of an object; None where there is none. A body that breaks off is asked for again."""
        for left in reversed(range(_BODY_TRIES)):
            try:
                body: bytes = self.client.get_object(**self._at(name))["Body"].read()
                return body
            except ClientError as error:
                if code_of(error) in _MISSING:
                    return None
                raise
            except (ResponseStreamingError, HTTPClientError):
                if not left:
                    raise
        return None

    def put(self, name: str, data: bytes, condition: str = "") -> None:
        """Store bytes whole; with the condition ``*`` only where there is none."""
        more = {"IfNoneMatch": condition} if condition else {}
        digest = b64encode(md5(data, usedforsecurity=False).digest()).decode()
        self.client.put_object(**self._at(name), Body=data, ContentMD5=digest, **more)

    def put_file(self, name: str, place: str, digest: str) -> None:
        """Store a file whose MD5 is known, in hexadecimal; the storage refuses other bytes."""
        with open(place, "rb") as body:
            self.client.put_object(**self._at(name), Body=body, ContentMD5=b64encode(bytes.fromhex(digest)).decode())

    def create(self, name: str, data: bytes) -> bool:
        """Store bytes, which nobody else writes, where there is none.

        ``If-None-Match: *`` is asked for, which Amazon's S3 decides for several at once. Others refuse it (Swift: 501
        NotImplemented) or may ignore it. So it is looked for before, and what stands there when all rivals have written
        is read back: the last one has won. One that took longer than that between both is found by its lock being lost.
        """
        if self.get(name) is not None:
            return False
        try:
            self.put(name, data, "*")
        except ClientError as error:
            # a request that was repeated may have met its own first try: what is read back decides
            if code_of(error) in _NO_CONDITIONS:
                self.put(name, data)
            elif code_of(error) not in _PRECONDITION:
                raise
        time.sleep(_SETTLED)
        return self.get(name) == data

    def copy(self, source: str, name: str, kind: str, cache: str) -> None:
        """Copy an object within the bucket, with its type and how long it may be kept."""
        self.client.copy_object(
            **self._at(name), CopySource=self._at(source), MetadataDirective="REPLACE", ContentType=kind, CacheControl=cache
        )  # fmt: skip

    def delete(self, name: str) -> None:
        """Remove an object; nothing happens where there is none."""
        try:
            self.client.delete_object(**self._at(name))
        except ClientError as error:
            if code_of(error) not in _MISSING:
                raise

    def listed(self, folder: str = "", but: str = "\0") -> Mapping[str, Stored]:
        """All objects whose names begin with ``folder``, but those that begin with ``but``; names keep the folder."""
        found: dict[str, Stored] = {}
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.bucket, Prefix=self._prefix + folder):
            for each in page.get("Contents", ()):
                name = each["Key"].removeprefix(self._prefix)
                if not name.startswith(but):
                    found[name] = Stored(each["ETag"].strip('"').lower(), each["Size"])
        return found

    def clock(self) -> datetime | None:
        """What time it is there."""
        answer = self.client.list_objects_v2(Bucket=self.bucket, Prefix=self._prefix, MaxKeys=1)
        said = answer["ResponseMetadata"]["HTTPHeaders"].get("date", "")
        try:
            return parsedate_to_datetime(said).astimezone(UTC)
        except ValueError:
            return None

    def _at(self, name: str) -> dict[str, str]:
        return {"Bucket": self.bucket, "Key": self._prefix + name}


def at_once(act: Callable[[T], object], what: Iterable[T]) -> None:
    """Do something for each, several at a time; the first error stops what has not begun, and is raised."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting = [pool.submit(act, each) for each in what]
        try:
            done, _ = wait(waiting, return_when=FIRST_EXCEPTION)
            for each in done:
                each.result()
        finally:
            pool.shutdown(cancel_futures=True)
