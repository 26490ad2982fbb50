"""Where things are. Whatever is made or fetched lies below localstack/.state, which is in no version control."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LOCALSTACK = PROJECT / "localstack"
TEMPLATE = PROJECT / "template.yaml"
GUIDE = PROJECT / "docs" / "deploy.md"
STATE = LOCALSTACK / ".state"
ENVIRONMENT = STATE / "python"
LOGS = STATE / "logs"
RUN = STATE / "run"
CHECKOUT = RUN / "checkout"
STACK = RUN / "stack.json"
PROCESSES = RUN / "processes.json"
RUNTIME = STATE / "runtime"
JSONATA = STATE / "jsonata"
NATIVE = RUNTIME / "runtime.so"
PACKAGE = PROJECT / "functions" / "target" / "functions.jar"
LOCAL = PROJECT / "local" / "target"
CLASSPATH = LOCAL / "classpath.txt"
DYNAMODB = PROJECT / "local" / "dynamodb" / "target" / "jars"


def short(path: Path) -> str:
    """As somebody in the project's folder would write it."""
    return str(path.relative_to(PROJECT))


class Refused(Exception):
    """It cannot be done; the message is the one sentence that says why and what to do."""
