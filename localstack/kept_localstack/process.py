"""A function as a process of this machine: the real Java runtime client over the unpacked package."""

import os
import queue
import subprocess
import threading
from pathlib import Path

from kept_localstack.runtime_api import Outcome, RuntimeApi

_MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
_JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
_LONGEST_START = 60


class StartFailed(Exception):
    """The function could not be made ready; says what it said itself."""

    def __init__(self, outcome: Outcome):
        super().__init__("the function did not start")
        self.payload = outcome.payload


class FunctionProcess:
    def __init__(self, handler: str, code: Path, settings: dict[str, str], memory: int, seconds: int):
        self._handler = handler
        self._code = code
        self._settings = settings
        self._memory = memory
        self._seconds = seconds
        self._lines: list[str] = []
        self._lock = threading.Lock()
        self._api = RuntimeApi()
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        """Comes back when the function asks for its first invocation."""
        self._process = subprocess.Popen(
            self._command(),
            cwd=self._code,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        threading.Thread(target=self._read, name="function-output", daemon=True).start()
        self._api.asked.wait(_LONGEST_START)
        if self._api.start_failed or not self._api.asked.is_set():
            failed = self._api.start_failed or Outcome.fault("Sandbox.Timedout", "It did not start in time.")
            self.stop()
            raise StartFailed(failed)

    def _command(self) -> list[str]:
        jars = os.environ["KEPT_RUNTIME_JARS"]
        return [
            os.path.join(os.environ["KEPT_JAVA_HOME"], "bin", "java"),
            # as the managed runtime sets them, so that a cold start is comparable
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            f"-Xmx{self._memory}m",
            # unpacked once: processes that start together would each unpack it over the other's
            f"-D{_JNI}={os.environ['KEPT_RUNTIME_LIBRARY']}",
            "-cp",
            os.path.join(jars, "*"),
            _MAIN,
            self._handler,
        ]

    def _environment(self) -> dict[str, str]:
        return {
            **{name: str(value) for name, value in self._settings.items()},
            "PATH": os.environ["PATH"],
            "LAMBDA_TASK_ROOT": str(self._code),
            "AWS_LAMBDA_RUNTIME_API": self._api.address,
        }

    def _read(self) -> None:
        for line in self._process.stdout:
            with self._lock:
                self._lines.append(line.decode("utf-8", "replace").rstrip("\n"))
        status = self._process.wait()
        self._api.ended(Outcome.fault("Runtime.ExitError", f"Runtime exited with error: exit status {status}"))

    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def invoke(self, request_id: str, arn: str, trace: str, payload: str) -> Outcome:
        outcome = self._api.give(request_id, arn, trace, payload, self._seconds)
        try:
            return outcome.get(timeout=self._seconds)
        except queue.Empty:
            # as on AWS: what does not end in time is ended, and the next call starts a new one
            self.stop()
            return Outcome.fault("Sandbox.Timedout", f"Task timed out after {self._seconds}.00 seconds")

    def die(self) -> None:
        """Ends it in the middle of whatever it does."""
        self._process.kill()

    def take_lines(self) -> str:
        with self._lock:
            lines, self._lines = self._lines, []
        return "\n".join(lines)

    def stop(self) -> None:
        if not self.has_ended():
            # as Lambda ends one: there is nothing that it could still do
            self._process.kill()
            self._process.wait()
        self._api.close()
