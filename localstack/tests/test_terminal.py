import io
import os
import tempfile
import unittest
from pathlib import Path

import terminal

# as the SAM CLI asks
ASK = r"""printf '\tParameter Policy [\033[1mfaveo\033[0m]: '; read -r answer; echo "policy is ${answer:-faveo}" """
HIDE = """stty -echo; printf 'Parameter Secret: '; read -r secret; stty echo; echo; echo "${#secret} letters" """


class TerminalTest(unittest.TestCase):
    def test_a_question_is_answered(self):
        ended = self.run_in_bash(ASK, {r"Parameter Policy \[.*\]: $": "mine"})
        self.assertIn("policy is mine\n", ended.output)
        self.assertEqual(0, ended.status)

    def test_an_empty_answer_takes_what_is_offered(self):
        self.assertIn("policy is faveo\n", self.run_in_bash(ASK, {r"\[.*\]: $": ""}).output)

    def test_the_first_answer_that_fits_is_given_and_each_question_is_answered_once(self):
        ended = self.run_in_bash(f"{ASK}; {ASK}", {r"Policy .*: $": "one", r"\]: $": "two"})
        self.assertEqual(2, ended.output.count("policy is one\n"))

    def test_what_is_hidden_is_answered_too_and_not_shown(self):
        ended = self.run_in_bash(HIDE, {"Secret: $": "s3cret"})
        self.assertIn("6 letters", ended.output)
        self.assertNotIn("s3cret", ended.output)

    def test_a_question_without_an_answer_ends_it(self):
        with self.assertRaises(terminal.NotAnswered) as asked:
            self.run_in_bash(ASK, {"another": "x"})
        self.assertIn("Parameter Policy [faveo]:", str(asked.exception))

    def test_the_first_command_that_fails_is_the_last(self):
        ended = self.run_in_bash("echo one\nfalse\necho two")
        self.assertEqual((1, "one\n"), (ended.status, ended.output))

    def test_what_takes_too_long_is_ended_with_all_that_it_started(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaises(terminal.TookTooLong):
            try:
                terminal.run("sleep 600 & echo $! > pid; wait", Path(folder), dict(os.environ), 1)
            finally:
                self.assertFalse(Path("/proc", Path(folder, "pid").read_text().strip(), "exe").exists())

    def test_everything_is_logged(self):
        log = io.StringIO()
        self.run_in_bash(ASK, {r"\]: $": "mine"}, log)
        self.assertIn("Parameter Policy [faveo]: mine\npolicy is mine\n", log.getvalue())

    def run_in_bash(self, command, answers=None, log=None):
        return terminal.run(command, Path("/"), dict(os.environ), 60, answers, log)
