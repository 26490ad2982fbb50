import unittest

import places
from document import Document
from places import Refused

TEXT = """# Guide

Type `aws s3 ls` into a shell.

## First

```
aws s3 mb s3://<the bucket>
aws s3 ls
```

```json
{ "no": "command" }
```

### Then

```
for bucket in $(aws s3 ls | awk '{ print $3 }'); do
    aws dynamodb wait table-exists --table-name "$bucket" && sam deploy
    curl --fail <address>/aws
done
```

Do not `sam destroy --all`.
"""


class DocumentTest(unittest.TestCase):
    def setUp(self):
        self.document = Document(places.GUIDE, TEXT)

    def test_blocks_without_a_language_are_typed(self):
        sections = [block.section for block in self.document.blocks()]
        self.assertEqual(["First", "Then"], sections)

    def test_a_block_is_known_by_what_it_calls(self):
        first, then = self.document.blocks()
        self.assertEqual(("aws s3 mb", "aws s3 ls"), first.calls)
        self.assertEqual(("aws s3 ls", "aws dynamodb wait table-exists", "sam deploy", "curl"), then.calls)

    def test_placeholders_are_filled_and_redirections_are_none(self):
        block = self.document.blocks()[0]
        self.assertEqual("aws s3 mb s3://mine\naws s3 ls", block.filled({"the bucket": "mine"}))

    def test_a_placeholder_that_nobody_knows_is_refused(self):
        with self.assertRaises(Refused) as refused:
            self.document.blocks()[0].filled({})
        self.assertIn("<the bucket>", str(refused.exception))

    def test_what_is_written_into_a_file_is_found_by_its_language(self):
        self.assertEqual('{ "no": "command" }', self.document.file("json").text)
        with self.assertRaises(Refused):
            self.document.file("toml")

    def test_a_command_that_only_prose_names_is_told(self):
        self.assertEqual(["sam destroy --all"], self.document.said_only())
