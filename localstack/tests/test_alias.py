import unittest
from types import SimpleNamespace

from kept_localstack import alias
from localstack.services.cloudformation.resource_provider import OperationStatus

MODEL = {"FunctionName": "f", "Name": "live", "FunctionVersion": "2"}


class AliasTest(unittest.TestCase):
    def test_it_is_moved_to_the_new_version(self):
        asked = []

        def update_alias(**call):
            asked.append(call)
            return {"AliasArn": "arn:f:live"}

        client = SimpleNamespace(update_alias=update_alias)
        event = alias.update(
            None, SimpleNamespace(desired_state=MODEL, aws_client_factory=SimpleNamespace(lambda_=client))
        )
        self.assertEqual([MODEL], asked)
        self.assertEqual(OperationStatus.SUCCESS, event.status)
        self.assertEqual({**MODEL, "Id": "arn:f:live"}, event.resource_model)
