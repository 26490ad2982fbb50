import unittest

import places
from document import Document
from guide import paired
from places import Refused
from promises import CANNOT, PROMISES, Promise

TEXT = "## Then\n\n```\naws s3 ls\n```\n\n```\nsam deploy\n```\n"


class PairedTest(unittest.TestCase):
    def test_the_guide_as_it_is_is_known_from_beginning_to_end(self):
        self.assertEqual(len(PROMISES), len(paired(Document.deploying(), PROMISES)))

    def test_each_block_has_its_promise(self):
        pairs = self.pair(TEXT, "aws s3 ls", "sam deploy")
        self.assertEqual(["Then", "Then"], [block.section for block, _ in pairs])

    def test_a_command_that_nobody_knows_is_told(self):
        for known in (["sam deploy"], ["aws s3 ls"], []):
            self.refused("does not know it", TEXT, *known)

    def test_a_command_that_is_no_longer_there_is_told(self):
        for known in (["aws s3 ls", "sam deploy", "sam delete"], ["sam delete", "aws s3 ls", "sam deploy"]):
            self.refused("“sam delete”", TEXT, *known)

    def test_the_same_commands_in_another_order_are_others(self):
        self.refused("“aws s3 ls”", TEXT, "sam deploy", "aws s3 ls")

    def test_one_that_is_there_once_more_or_once_less_is_told(self):
        self.refused("“sam deploy”", f"{TEXT}\n```\nsam deploy\n```\n", "aws s3 ls", "sam deploy")
        self.refused("“sam deploy”", TEXT, "aws s3 ls", "sam deploy", "sam deploy")

    def test_a_block_of_another_program_is_not_known_either(self):
        self.refused("“rm -r evidence”", f"{TEXT}\n```\nrm -r evidence\n```\n", "aws s3 ls", "sam deploy")

    def test_a_command_outside_of_a_block_is_told(self):
        self.refused("“aws s3 rb x”", f"{TEXT}\nThen `aws s3 rb x`.", "aws s3 ls", "sam deploy")

    def refused(self, words, text, *known):
        with self.assertRaises(Refused) as refused:
            self.pair(text, *known)
        self.assertIn(words, str(refused.exception))

    def pair(self, text, *known):
        return paired(Document(places.GUIDE, text), [Promise((calls,)) for calls in known])


class CannotTest(unittest.TestCase):
    def test_what_localstack_cannot_do_is_in_the_guide_and_told_in_its_words(self):
        known = [promise.calls for promise in PROMISES]
        told = " ".join((places.PROJECT / "docs" / "localstack.md").read_text().split())
        for calls, words in CANNOT.items():
            self.assertIn(calls, known)
            self.assertTrue(words in told, words)
