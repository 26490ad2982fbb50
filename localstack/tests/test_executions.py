import json
import threading
import unittest
from types import SimpleNamespace

from kept_localstack import executions
from kept_localstack.executions import newest_events
from localstack.services.stepfunctions.asl.component.common.path.result_path import ResultPath
from localstack.services.stepfunctions.asl.component.state.state_execution.state_task import lambda_eval_utils
from localstack.services.stepfunctions.asl.eval.event.event_manager import EventHistoryContext, EventManager
from localstack.services.stepfunctions.asl.eval.event.logging import CloudWatchLoggingSession
from localstack.services.stepfunctions.asl.parse.asl_parser import AmazonStateLanguageParser
from localstack.services.stepfunctions.backend.execution_worker import ExecutionWorker
from localstack.services.stepfunctions.backend.store import sfn_stores
from localstack.services.stepfunctions.provider import StepFunctionsProvider

ARN = "arn:aws:states:eu-west-3:000000000000:execution:kept-Answer:r-1"


class NewestEventsTest(unittest.TestCase):
    def setUp(self):
        self.worker = SimpleNamespace(env=None)
        stored = sfn_stores["000000000000"]["eu-west-3"].executions
        stored[ARN] = SimpleNamespace(exec_worker=self.worker)
        self.addCleanup(stored.pop, ARN)

    def test_one_that_has_hardly_begun(self):
        self.assertEqual((200, {ARN: "ExecutionStarted"}), self.ask([ARN]))

    def test_the_last_one_is_told(self):
        self.happen("ExecutionStarted", "TaskStateEntered", "TaskSubmitted")
        self.assertEqual((200, {ARN: "TaskSubmitted"}), self.ask([ARN]))

    def test_the_end_is_the_last_whatever_is_told_after_it(self):
        self.happen("ExecutionStarted", "ExecutionFailed", "MapIterationAborted")
        self.assertEqual((200, {ARN: "ExecutionFailed"}), self.ask([ARN]))

    def test_it_is_waited_for(self):
        self.happen("ExecutionStarted")
        later = threading.Timer(0.1, self.happen, ("TaskSubmitted",))
        later.start()
        self.addCleanup(later.join)
        self.assertEqual((200, {ARN: "TaskSubmitted"}), self.ask([ARN], until=["TaskSubmitted"], seconds=30))

    def test_not_for_ever(self):
        self.assertEqual((200, {ARN: "ExecutionStarted"}), self.ask([ARN], until=["TaskSubmitted"], seconds=0.1))

    def test_one_that_there_is_not(self):
        for other in (f"{ARN}2", "nonsense"):
            self.assertEqual((404, {}), self.ask([ARN, other]))

    def happen(self, *kinds):
        events = self.worker.env.event_manager if self.worker.env else EventManager()
        for kind in kinds:
            events.add_event(EventHistoryContext.of_program_start(), kind)
        self.worker.env = SimpleNamespace(event_manager=events)

    @staticmethod
    def ask(executions, until=(), seconds=0):
        asked = json.dumps({"executions": executions, "until": list(until), "seconds": seconds})
        answered = newest_events(SimpleNamespace(get_data=lambda: asked))
        return answered.status_code, json.loads(answered.get_data())


class BegunTest(unittest.TestCase):
    def test_localstack_has_what_is_stood_in_for(self):
        self.assertIn("execution_status", StepFunctionsProvider._get_executions.__code__.co_varnames)

    def test_only_what_has_begun_is_asked_for_a_token(self):
        begun = SimpleNamespace(exec_worker=SimpleNamespace(env=object()))
        others = [SimpleNamespace(exec_worker=None), SimpleNamespace(exec_worker=SimpleNamespace(env=None))]
        asked = executions.begun(lambda provider, context, status: [*others, begun])
        self.assertEqual([begun], asked(None, None, "RUNNING"))
        self.assertEqual([*others, begun], asked(None, None), "a list of all leaves nobody out")


class ReadingOnceTest(unittest.TestCase):
    def test_localstack_has_what_is_stood_in_for(self):
        self.assertIn("definition", ExecutionWorker._get_evaluation_entrypoint.__code__.co_names)

    def test_a_definition_is_read_once_and_another_anew(self):
        read = []
        entrypoint = executions.reading_once(lambda definition: (read.append(definition) or f"program {definition}", None))

        self.assertEqual("program A", entrypoint(self.worker("A")))
        self.assertEqual("program A", entrypoint(self.worker("A")))
        self.assertEqual("program B", entrypoint(self.worker("B")))
        self.assertEqual(["A", "B"], read)

    def test_attempts_are_counted_for_each_execution(self):
        program, _ = AmazonStateLanguageParser.parse(json.dumps(RETRYING))
        retrier = program.states.states["Try"].retry.retriers[0]
        environments = [SimpleNamespace(heap={}, stack=[]) for _ in range(2)]

        for environment in environments * 2:
            retrier.max_attempts._eval_body(environment)

        self.assertEqual([[True, False]] * 2, [[one.value for one in each.stack] for each in environments])

    @staticmethod
    def worker(definition):
        return SimpleNamespace(
            _evaluation_details=SimpleNamespace(state_machine_details=SimpleNamespace(definition=definition))
        )


class MadeOnceTest(unittest.TestCase):
    def test_localstack_has_what_is_stood_in_for(self):
        self.assertIn("boto_client_for", lambda_eval_utils._invoke_lambda_function.__code__.co_names)
        self.assertIn("parse", ResultPath._eval_body.__code__.co_names)
        self.assertTrue(callable(CloudWatchLoggingSession.publish_history_log))

    def test_a_client_for_each_service_region_and_role(self):
        made = []
        client_for = executions.made_once(lambda **wanted: made.append(wanted) or object())
        ours, theirs = SimpleNamespace(role_arn="ours"), SimpleNamespace(role_arn="theirs")

        first = client_for(service="lambda", region="eu-west-3", state_credentials=ours)

        self.assertIs(first, client_for(service="lambda", region="eu-west-3", state_credentials=ours))
        for other in (("sqs", "eu-west-3", ours), ("lambda", "eu-west-1", ours), ("lambda", "eu-west-3", theirs)):
            self.assertIsNot(first, client_for(*other))
        self.assertEqual(4, len(made))


RETRYING = {
    "StartAt": "Try",
    "States": {
        "Try": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:eu-west-3:000000000000:function:any",
            "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
            "End": True,
        }
    },
}
