"""The processes that are started, each the head of a group of its own, and how they are ended."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import places

# LocalStack hangs when it is told to stop, and has nothing to save: everything is in memory
_PATIENCE = 5


def start(name: str, command: list, env: dict[str, str]) -> subprocess.Popen:
    places.LOGS.mkdir(parents=True, exist_ok=True)
    places.RUN.mkdir(parents=True, exist_ok=True)
    with (places.LOGS / f"{name}.log").open("w") as log:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=places.RUN, env=env,
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )
    _write([*_read(), {"name": name, "group": process.pid, "born": _born(process.pid)}])
    return process


def running() -> list[int]:
    """The groups of which the first process lives, and is the one that was started."""
    return [each["group"] for each in _read() if _born(each["group"]) == each["born"]]


def end() -> bool:
    """Ends every group, last started first; false when there was nothing to end."""
    heads = running()
    groups = [each["group"] for each in reversed(_read()) if each["group"] in heads or _is_ours(each["group"])]
    for group in groups:
        _signal(group, signal.SIGTERM)
    limit = time.monotonic() + _PATIENCE
    while any(_members(group) for group in groups) and time.monotonic() < limit:
        time.sleep(0.1)
    for group in groups:
        kill(group)
    places.PROCESSES.unlink(missing_ok=True)
    return bool(groups)


def kill(group: int) -> None:
    """Comes back when nothing of it is left."""
    while _members(group):
        _signal(group, signal.SIGKILL)
        time.sleep(0.1)


def _is_ours(group: int) -> bool:
    """Its head has gone; what it left behind works in our folder."""
    try:
        return any(
            str(places.STATE) in Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
            for pid in _members(group)
        )
    except OSError:
        return False


def _members(group: int) -> list[int]:
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            fields = _stat(int(each.name))
            # a zombie has ended and only waits for its parent to notice
            if fields and int(fields[2]) == group and fields[0] != "Z":
                found.append(int(each.name))
    return found


def _born(pid: int) -> str:
    fields = _stat(pid)
    return fields[19] if fields and fields[0] != "Z" else ""


def _stat(pid: int) -> list[str]:
    """The fields of a process after its name: state first, then parent, group..."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def _signal(group: int, number: int) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        pass


def _read() -> list[dict]:
    return json.loads(places.PROCESSES.read_text()) if places.PROCESSES.exists() else []


def _write(processes: list[dict]) -> None:
    # whole or not at all, whenever this is ended
    written = places.PROCESSES.with_suffix(".new")
    written.write_text(json.dumps(processes))
    written.replace(places.PROCESSES)
