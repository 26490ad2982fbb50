import unittest
from types import SimpleNamespace

from kept_localstack.recursion import unguarded
from localstack.services.cloudformation.engine import template_deployer
from localstack.utils.functions import prevent_stack_overflow


class RecursionTest(unittest.TestCase):
    def test_the_guard_is_gone_and_recursion_still_has_an_end(self):
        asked = []

        @prevent_stack_overflow(match_parameters=True)
        def down(step):
            asked.append(step)
            return module.down(step)

        module = SimpleNamespace(down=down)
        unguarded(module, "down")
        with self.assertRaises(RecursionError):
            module.down(0)
        self.assertGreater(len(asked), 2)

    def test_localstack_has_it_where_it_is_taken_away(self):
        for name in ("resolve_refs_recursively", "_resolve_refs_recursively"):
            self.assertTrue(hasattr(getattr(template_deployer, name), "__wrapped__"), name)
