"""DynamoDB Local as this project starts it: on loopback only, telling nobody, and ended with whoever started it."""

import os
import subprocess

from localstack.services.dynamodb.server import DynamodbServer
from localstack.utils.threads import FuncThread


class _Process(FuncThread):
    # LocalStack's server looks at these
    auto_restart = False
    process: subprocess.Popen | None = None

    def __init__(self, command: list[str]):
        super().__init__(self._run, quiet=True, name="dynamodb-local")
        self._command = command

    def _run(self, _):
        self.process = subprocess.Popen(
            self._command,
            # it ends when this pipe does, whichever way that comes about
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return self.process.wait()

    def stop(self, quiet: bool = False) -> None:
        if self.process:
            self.process.stdin.close()
        super().stop(quiet)


def start(server: DynamodbServer) -> FuncThread:
    """In place of LocalStack's own do_start_thread."""
    thread = _Process(
        [
            os.path.join(os.environ["KEPT_JAVA_HOME"], "bin", "java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider",
            "-Dorg.apache.logging.log4j.simplelog.level=OFF",
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            os.environ["KEPT_DYNAMODB_CLASSES"],
            "dev.kept.local.aws.LoopbackDynamoDb",
            str(server.port),
        ]
    )
    thread.start()
    return thread
