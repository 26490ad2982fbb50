import io
import json
import unittest
from types import SimpleNamespace
from unittest import mock

from kept_localstack import own_answers
from localstack.services.apigateway.next_gen.execute_api.gateway_response import UnauthorizedError
from werkzeug.datastructures import Headers

RESPONSES = {
    "UNAUTHORIZED": {
        "statusCode": "401",
        "responseParameters": {"gatewayresponse.header.Cache-Control": "'no-store'"},
        "responseTemplates": {
            "text/html": "<h1>Sign in first</h1>",
            "application/json": '{"status":401,"instance":"$context.requestId"}',
        },
    }
}


class OwnAnswersTest(unittest.TestCase):
    def test_a_program_gets_the_problem_that_the_template_words(self):
        answered = self.answer("*/*")
        self.assertEqual(401, answered.status_code)
        self.assertEqual({"status": 401, "instance": "call-1"}, json.loads(answered.data))
        self.assertEqual("no-store", answered.headers["Cache-Control"])

    def test_a_browser_gets_the_page(self):
        answered = self.answer("text/html,application/xhtml+xml;q=0.9")
        self.assertEqual(b"<h1>Sign in first</h1>", answered.data)
        self.assertEqual("text/html", answered.headers["Content-Type"])

    def test_what_the_template_does_not_word_is_as_before(self):
        answered = self.answer("*/*", responses={})
        self.assertEqual({"message": "Unauthorized"}, json.loads(answered.data))

    def test_the_description_of_an_api_is_read_and_handed_on_whole(self):
        container = SimpleNamespace(gateway_responses={})
        store = SimpleNamespace(rest_apis={"api1": container})
        document = json.dumps({"x-amazon-apigateway-gateway-responses": RESPONSES}).encode()
        with mock.patch("localstack.services.apigateway.helpers.get_apigateway_store", return_value=store):
            importing = own_answers.importing(lambda api, context, request: request["body"].read())
            handed = importing(SimpleNamespace(id="api1"), None, {"body": io.BytesIO(document)})
        self.assertEqual(document, handed)
        self.assertEqual("401", container.gateway_responses["UNAUTHORIZED"]["statusCode"])

    def answer(self, accept, responses=RESPONSES):
        context = SimpleNamespace(
            deployment=SimpleNamespace(rest_api=SimpleNamespace(gateway_responses=responses)),
            invocation_request={"headers": Headers({"Accept": accept})},
            context_variables={"requestId": "call-1"},
        )
        return own_answers.answer(None, UnauthorizedError("Unauthorized"), context)
