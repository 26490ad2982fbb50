"""Takes a package in once, however many functions are deployed with it: LocalStack reads and stores it for each anew."""

import dataclasses
import threading
from collections.abc import Callable

from localstack.services.lambda_.invocation.lambda_models import S3Code


class SharedCode(S3Code):
    """Stays when a function goes that has it; another may have it too."""

    def destroy(self) -> None:
        pass

    def destroy_cached(self) -> None:
        pass


def once(store: Callable, content: Callable[[str, str, str | None], str]) -> Callable:
    """In place of store_s3_bucket_archive; content tells what an object holds, so that another under its name is another."""
    taken: dict[tuple, SharedCode] = {}
    lock = threading.Lock()

    def store_s3_bucket_archive(archive_bucket, archive_key, archive_version, function_name, region_name, account_id):
        object_named = (archive_bucket, archive_key, archive_version)
        package = (*object_named, content(*object_named), region_name, account_id)
        with lock:
            if package not in taken:
                code = store(*object_named, function_name, region_name, account_id)
                taken[package] = SharedCode(**{each.name: getattr(code, each.name) for each in dataclasses.fields(code)})
            return taken[package]

    return store_s3_bucket_archive


def content_of(bucket: str, key: str, version: str | None) -> str:
    from localstack.aws.connect import connect_to

    return connect_to().s3.head_object(Bucket=bucket, Key=key, **({"VersionId": version} if version else {}))["ETag"]
