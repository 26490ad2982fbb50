import os
import shutil
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

import places

# a Python that says that it is too old, in whatever way it is asked
OLD = "#!/bin/sh\nexit 1\n"


class CommandsTest(unittest.TestCase):
    """In a copy of this folder in which nothing has been made yet."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.localstack = self.folder / "localstack"
        shutil.copytree(places.LOCALSTACK, self.localstack, ignore=shutil.ignore_patterns(".state", "__pycache__"))

    def test_without_a_python_it_says_which_is_needed(self):
        self.refused("Python 3.11 or newer is needed", "up", KEPT_PYTHON="no-such-python")

    def test_an_older_python_is_none(self):
        old = self.folder / "python3"
        old.write_text(OLD)
        old.chmod(0o755)
        self.refused("Python 3.11 or newer is needed", "lint", KEPT_PYTHON=str(old))

    def test_what_is_no_port_is_said(self):
        for wrong in ("0", "65536", "-1", "http", ""):
            with self.subTest(wrong):
                self.refused("is no port from 1 to 65535", "up", f"--port={wrong}")

    def test_one_port_cannot_serve_both(self):
        self.refused("cannot serve both", "up", "--port", "8099", "--localstack-port", "8099")

    def test_an_option_that_there_is_not_is_said(self):
        for command in ("up", "down", "lint", "test", "guide"):
            with self.subTest(command):
                self.refused("--nonsense", command, "--nonsense")

    def test_the_guide_needs_a_stack(self):
        self.refused("No stack is up", "guide")

    def test_nothing_is_up_is_no_failure(self):
        ended = self.run_command("down")
        self.assertEqual((0, "Nothing was up.\n", ""), (ended.returncode, ended.stdout, ended.stderr))

    def test_without_a_network_the_environment_cannot_be_made(self):
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
            self.refused(
                "The Python environment could not be made", "lint",
                PIP_INDEX_URL=address, PIP_RETRIES="0", PIP_NO_CACHE_DIR="1", PIP_CONFIG_FILE=os.devnull,
            )

    def test_what_nobody_has_foreseen_is_one_sentence_too(self):
        noted = self.localstack / ".state" / "run" / "processes.json"
        noted.parent.mkdir(parents=True)
        noted.write_text("[{")
        self.refused("localstack/.state/logs/failure.log", "down")
        self.assertIn("Traceback", self.localstack.joinpath(".state", "logs", "failure.log").read_text())

    def refused(self, words, *command, **settings):
        ended = self.run_command(*command, **settings)
        self.assertIn(words, ended.stderr)
        self.assertEqual((1, 1), (ended.returncode, len(ended.stderr.splitlines())), ended.stderr)

    def run_command(self, command, *arguments, **settings):
        return subprocess.run(
            [str(self.localstack / command), *arguments],
            env={**os.environ, **settings}, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        )
