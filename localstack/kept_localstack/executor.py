"""Runs functions as processes where LocalStack would start containers."""

import threading
from pathlib import Path

from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from kept_localstack import items, mishaps
from kept_localstack.process import FunctionProcess, StartFailed


class _Packages:
    """Unpacks each package once, however many functions were deployed with it."""

    def __init__(self):
        self._folders: dict[str, Path] = {}
        self._lock = threading.Lock()

    def folder(self, code) -> Path:
        with self._lock:
            if code.code_sha256 not in self._folders:
                code.prepare_for_execution()
                self._folders[code.code_sha256] = code.get_unzipped_code_location()
            return self._folders[code.code_sha256]


_PACKAGES = _Packages()


class ProcessExecutor(RuntimeExecutor):
    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id, function_version)
        self._settings: dict[str, str] = {}
        self._process: FunctionProcess | None = None
        self._stopped = False

    def start(self, env_vars: dict[str, str]) -> None:
        self._settings = {**env_vars, "AWS_ENDPOINT_URL_DYNAMODB": items.address()}
        self._begin()

    def _begin(self) -> None:
        config = self.function_version.config
        self._process = FunctionProcess(
            config.handler, _PACKAGES.folder(config.code), self._settings, config.memory_size, config.timeout
        )
        mishaps.CALLERS.add(self._settings, self._process)
        try:
            self._process.start()
        except StartFailed as failed:
            raise StatusErrorException("The function did not start", payload=failed.payload) from failed

    def stop(self) -> None:
        self._stopped = True
        if self._process:
            self._process.stop()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        request_id = payload["invoke-id"]
        if failed := mishaps.failed(self.function_version.id.function_name, payload["payload"]):
            return InvocationResult(request_id, failed, is_error=True, logs="failed, as a scenario arranged")
        # LocalStack would keep calling an environment whose process has ended
        if self._process.has_ended() and not self._stopped:
            self._process.stop()
            self._begin()
        outcome = self._process.invoke(
            request_id, payload["invoked-function-arn"], payload["trace-id"], payload["payload"]
        )
        # never empty: LocalStack takes that for a fault
        logs = f"START RequestId: {request_id}\n{self._process.take_lines()}\nEND RequestId: {request_id}"
        return InvocationResult(request_id, outcome.payload, is_error=outcome.is_error, logs=logs)

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        # as people see it too: addresses that a function signs hold it
        return "localhost"

    def get_runtime_endpoint(self) -> str:
        return ""

    def get_logs(self) -> str:
        return self._process.take_lines() if self._process else ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        pass

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        pass


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    name = "process"

    def load(self, *args, **kwargs):
        return ProcessExecutor
