import unittest
from types import SimpleNamespace

from kept_localstack.retention import deleting, retaining
from localstack.services.cloudformation.resource_provider import OperationStatus


class RetentionTest(unittest.TestCase):
    def test_what_is_retained_is_not_removed(self):
        event = self.loop(self.fail, "Remove", {"DeletionPolicy": "Retain"})
        self.assertEqual(OperationStatus.SUCCESS, event.status)

    def test_anything_else_is(self):
        self.assertEqual("removed", self.loop(lambda *_: "removed", "Remove", {}))
        self.assertEqual("removed", self.loop(lambda *_: "removed", "Remove", {"DeletionPolicy": "Delete"}))

    def test_what_is_retained_is_made_and_changed_as_ever(self):
        for action in ("Add", "Modify"):
            self.assertEqual("done", self.loop(lambda *_: "done", action, {"DeletionPolicy": "Retain"}))

    def loop(self, original, action, resource):
        return retaining(original)(None, None, resource, {"action": action})

    def test_a_stack_that_has_lost_a_resource_can_be_deleted(self):
        made_with = {"Old": {"Type": "A"}, "Table": {"Type": "B"}}
        stack = SimpleNamespace(template_original={"Resources": made_with}, template_resources={"Table": {"Type": "B"}})
        deleting(lambda deployer: None)(SimpleNamespace(stack=stack))
        self.assertEqual({"Type": "B"}, stack.template_resources["Table"])
        self.assertEqual("removed", self.loop(lambda *_: "removed", "Remove", stack.template_resources["Table"]))
        self.loop(self.fail, "Remove", stack.template_resources["Old"])
