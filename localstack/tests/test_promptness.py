import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from kept_localstack import promptness
from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor
from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.event_manager import LambdaEventManager
from localstack.services.lambda_.invocation.lambda_service import LambdaService


class PromptnessTest(unittest.TestCase):
    def test_localstack_has_what_is_stood_in_for(self):
        self.assertIn("sleep_time", ResourceProviderExecutor.deploy_loop.__code__.co_varnames)
        for name in ("start", "enqueue_event", "stop", "stop_for_update"):
            self.assertTrue(callable(getattr(LambdaEventManager, name)), name)
        self.assertTrue(callable(LambdaService.create_function_version))
        for name in ("record_cw_metric_invocation", "record_cw_metric_error"):
            self.assertTrue(callable(getattr(version_manager, name)), name)

    def test_a_resource_is_looked_at_often(self):
        def loop(*arguments, sleep_time=5):
            return arguments, sleep_time

        looked = promptness.looking_often(loop)
        (arguments, pause) = looked("executor", "provider")
        self.assertEqual(("executor", "provider"), arguments)
        self.assertLess(pause, 1)
        self.assertEqual(2, looked(sleep_time=2)[1])

    def test_a_version_is_ready_when_it_is_answered(self):
        ended = []
        with ThreadPoolExecutor() as pool:
            create = promptness.ready(lambda service, version: pool.submit(self.make, ended))
            create("service", "version")
            self.assertEqual(["made"], ended)

    @staticmethod
    def make(ended):
        # long enough for whoever does not wait
        threading.Event().wait(0.1)
        ended.append("made")

    def test_nobody_looks_for_events_before_the_first(self):
        manager = self.manager()
        promptness.begin_later(manager)
        self.assertEqual([], manager.calls)

    def test_the_first_event_begins_it_and_each_arrives(self):
        manager = self.manager()
        enqueue = promptness.beginning(self.start, lambda of, event: of.calls.append(event))
        enqueue(manager, "one")
        enqueue(manager, "two")
        self.assertEqual(["start", "one", "two"], manager.calls)

    def manager(self):
        return SimpleNamespace(calls=[], event_queue_url=None, lifecycle_lock=threading.RLock())

    @staticmethod
    def start(manager):
        manager.calls.append("start")
        manager.event_queue_url = "queue"
