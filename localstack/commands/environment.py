"""The Python environment: made once from requirements.txt, and anew when that changes."""

import hashlib
import os
import shutil
import subprocess
import sys

from places import ENVIRONMENT, LOCALSTACK, LOGS, Refused, short

_STAMP = ENVIRONMENT / "kept-stamp"
_NEWEST = (3, 13)


def enter() -> None:
    """Comes back only inside of it."""
    if sys.prefix == str(ENVIRONMENT):
        return
    python = str(ENVIRONMENT / "bin" / "python")
    if not os.access(python, os.X_OK) or not _STAMP.exists() or _STAMP.read_text() != _wanted():
        _make()
    # by its whole path: it finds the environment by the name that it was called by
    os.execv(python, [python, *sys.argv])


def _wanted() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((LOCALSTACK / name).read_bytes())
    return digest.hexdigest()


def _make() -> None:
    if sys.version_info[:2] > _NEWEST:
        raise Refused(
            "LocalStack 4.9.2 runs on Python 3.11 to 3.13: name one of them with KEPT_PYTHON=python3.13."
        )
    print("Making the Python environment (once, some minutes)...", flush=True)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / "pip.log"
    with log.open("w") as out:
        pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--no-deps",
               # most of it is never imported
               "--no-compile"]
        for command in (
            [sys.executable, "-m", "venv", str(ENVIRONMENT)],
            [*pip, "-r", str(LOCALSTACK / "requirements.txt")],
            [*pip, "--no-build-isolation", "-e", str(LOCALSTACK)],
        ):
            if subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL).returncode:
                raise Refused(f"The Python environment could not be made: the end of {short(log)} says why.")
    _STAMP.write_text(_wanted())
