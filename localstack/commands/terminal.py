"""Runs a command as somebody at a terminal does, who reads what it asks and answers."""

import codecs
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import processes

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_OVERWRITTEN = re.compile(r"[^\n]*\r(?=[^\n])")
_QUESTION = re.compile(r"\S.*[:?] ?$")
# a program that is silent for so long after what looks like a question has asked one
_SILENCE = 5


class NotAnswered(Exception):
    """It asked something that there is no answer to."""


class TookTooLong(Exception):
    """It was ended."""


@dataclass(frozen=True)
class Ended:
    status: int
    output: str


def run(
    command: str,
    folder: Path,
    env: dict[str, str],
    limit: float,
    answers: Mapping[str, str] | None = None,
    log: TextIO | None = None,
) -> Ended:
    """Has bash run it, an answer given wherever a question matches; nothing of it is left running."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder, env={**env, "TERM": "dumb"},
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
    )
    os.close(theirs)
    try:
        output = _Conversation(ours, answers or {}, log).until(time.monotonic() + limit)
        return Ended(process.wait(), output)
    finally:
        processes.kill(process.pid)
        process.wait()
        os.close(ours)


class _Conversation:
    def __init__(self, terminal: int, answers: Mapping[str, str], log: TextIO | None):
        self._terminal = terminal
        self._answers = answers
        self._log = log
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._said = ""
        self._answered = 0

    def until(self, limit: float) -> str:
        """What it said until it ended."""
        while True:
            left = limit - time.monotonic()
            if left <= 0:
                raise TookTooLong
            if not select.select([self._terminal], [], [], min(left, _SILENCE))[0]:
                if _QUESTION.search(self._line()):
                    raise NotAnswered(self._line().strip())
                continue
            try:
                read = os.read(self._terminal, 65536)
            except OSError:
                # how Linux says that nobody holds the other end any more
                return _plain(self._said)
            self._hear(self._decoder.decode(read))

    def _hear(self, text: str) -> None:
        self._said += text
        if self._log:
            self._log.write(_plain(text))
            self._log.flush()
        line = self._line()
        for question, answer in self._answers.items():
            if re.search(question, line):
                self._answered = len(self._said)
                os.write(self._terminal, f"{answer}\n".encode())
                return

    def _line(self) -> str:
        """The line that it has begun since the last answer, and not ended."""
        return _plain(self._said[self._answered :]).rpartition("\n")[2]


def _plain(said: str) -> str:
    """What is read of it in the end: what stood in a line before a carriage return has been written over."""
    return _OVERWRITTEN.sub("", _ESCAPES.sub("", said).replace("\r\n", "\n"))
