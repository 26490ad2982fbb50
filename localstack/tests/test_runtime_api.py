import http.client
import json
import threading
import unittest

from kept_localstack.runtime_api import Outcome, RuntimeApi

NEXT = "/2018-06-01/runtime/invocation/next"


class RuntimeApiTest(unittest.TestCase):
    def setUp(self):
        self.api = RuntimeApi()
        self.addCleanup(self.api.close)

    def test_a_process_fetches_its_work_and_hands_back_what_came_of_it(self):
        outcome = self.api.give("r1", "arn:f", "trace", '{"a":1}', 20)
        answered, body = self.send("GET", NEXT)
        self.assertEqual({"a": 1}, json.loads(body))
        self.assertEqual("r1", answered["Lambda-Runtime-Aws-Request-Id"])
        self.assertEqual("application/json", answered["Content-Type"])
        self.send("POST", "/2018-06-01/runtime/invocation/r1/response", b'"done"')
        self.assertEqual((b'"done"', False), self.came_of(outcome))

    def test_a_body_in_pieces_is_put_together(self):
        outcome = self.api.give("r1", "arn:f", "trace", "{}", 20)
        self.send("POST", "/2018-06-01/runtime/invocation/r1/response", iter([b"one ", b"two"]))
        self.assertEqual((b"one two", False), self.came_of(outcome))

    def test_an_error_is_one(self):
        outcome = self.api.give("r1", "arn:f", "trace", "{}", 20)
        self.send("POST", "/2018-06-01/runtime/invocation/r1/error", b'{"errorMessage":"no"}')
        self.assertEqual((b'{"errorMessage":"no"}', True), self.came_of(outcome))

    def test_a_process_that_ends_fails_what_it_was_given(self):
        outcome = self.api.give("r1", "arn:f", "trace", "{}", 20)
        self.api.ended(Outcome.fault("Runtime.ExitError", "gone"))
        self.assertTrue(self.came_of(outcome)[1])

    def test_a_start_that_fails_says_why(self):
        self.send("POST", "/2018-06-01/runtime/init/error", b'{"errorType":"X"}')
        self.assertTrue(self.api.asked.is_set())
        self.assertEqual(b'{"errorType":"X"}', self.api.start_failed.payload)

    def test_whoever_waits_for_work_is_let_go_at_the_end(self):
        waiting = threading.Thread(target=self.quietly)
        waiting.start()
        self.api.asked.wait()
        self.api.close()
        waiting.join(20)
        self.assertFalse(waiting.is_alive())

    def quietly(self):
        try:
            self.send("GET", NEXT)
        except (http.client.HTTPException, OSError):
            pass

    def came_of(self, outcome):
        came = outcome.get(timeout=20)
        return came.payload, came.is_error

    def send(self, method, path, body=None):
        connection = http.client.HTTPConnection(self.api.address, timeout=20)
        connection.request(method, path, body, encode_chunked=hasattr(body, "__next__"))
        answered = connection.getresponse()
        content = answered.read()
        connection.close()
        return answered.headers, content
