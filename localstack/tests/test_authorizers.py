import unittest
from types import SimpleNamespace

from kept_localstack.authorizer import Authorizers, allows, function_arn
from localstack.services.apigateway.next_gen.execute_api.gateway_response import (
    AccessDeniedError,
    AuthorizerConfigurationError,
    AuthorizerFailureError,
    UnauthorizedError,
)
from werkzeug.datastructures import Headers

ARN = "arn:aws:lambda:eu-west-3:000000000000:function:authorize:live"
URI = f"arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/{ARN}/invocations"
STAGE = "arn:aws:execute-api:eu-west-3:000000000000:api1/live"


def policy(effect, resource=f"{STAGE}/*"):
    return {"Statement": [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}]}


def roles(arn, event):
    """An authorizer in small: the bearer's token is the role."""
    role = event["headers"].get("Authorization", "").removeprefix("Bearer ")
    if not role:
        return {"errorMessage": "Unauthorized", "errorType": "X"}
    allowed = role in ("agent", "auditor")
    return {"principalId": "p1", "policyDocument": policy("Allow" if allowed else "Deny"), "context": {"role": role}}


class AuthorizersTest(unittest.TestCase):
    def test_without_a_token_it_is_401(self):
        with self.assertRaises(UnauthorizedError) as refused:
            self.call(roles)
        self.assertEqual(401, int(refused.exception.status_code))

    def test_with_the_wrong_role_it_is_403(self):
        with self.assertRaises(AccessDeniedError) as refused:
            self.call(roles, Authorization="Bearer visitor")
        self.assertEqual(403, int(refused.exception.status_code))

    def test_with_the_right_role_the_function_learns_what_the_authorizer_found(self):
        context = self.call(roles, Authorization="Bearer agent")
        self.assertEqual({"role": "agent", "principalId": "p1"}, context.context_variables["authorizer"])

    def test_a_route_without_authorizer_asks_nobody(self):
        context = self.call(self.fail, method={"authorizationType": "NONE"})
        self.assertNotIn("authorizer", context.context_variables)

    def test_a_route_whose_authorizer_is_not_there_is_not_open(self):
        with self.assertRaises(AuthorizerConfigurationError):
            self.call(roles, method={"authorizationType": "CUSTOM", "authorizerId": "gone"})

    def test_an_authorizer_that_fails_lets_nobody_in(self):
        with self.assertRaises(AuthorizerFailureError):
            self.call(lambda arn, event: {"errorMessage": "broken"})

    def test_an_answer_that_is_no_policy_lets_nobody_in(self):
        with self.assertRaises(AuthorizerConfigurationError):
            self.call(lambda arn, event: {})

    def test_a_header_that_the_authorizer_needs_is_asked_for_before_it(self):
        with self.assertRaises(UnauthorizedError):
            self.call(self.fail, source="method.request.header.Authorization")

    def test_it_is_told_which_method_of_which_route_is_called(self):
        told = {}

        def listening(arn, event):
            told.update(event, arn=arn)
            return {"principalId": "p", "policyDocument": policy("Allow")}

        self.call(listening, Authorization="Bearer x")
        self.assertEqual(ARN, told["arn"])
        self.assertEqual(f"{STAGE}/GET/staff/tasks", told["methodArn"])
        self.assertEqual("REQUEST", told["type"])

    def call(self, authorizer, method=None, source="", **headers):
        context = SimpleNamespace(
            resource_method=method or {"authorizationType": "CUSTOM", "authorizerId": "a1"},
            deployment=SimpleNamespace(
                rest_api=SimpleNamespace(authorizers={"a1": {"authorizerUri": URI, "identitySource": source}})
            ),
            invocation_request={
                "http_method": "GET",
                "path": "/staff/tasks",
                "headers": Headers(headers),
                "query_string_parameters": {},
                "multi_value_query_string_parameters": {},
            },
            resource={"path": "/staff/tasks"},
            stage_variables=None,
            context_variables={},
            region="eu-west-3",
            account_id="000000000000",
            api_id="api1",
            stage="live",
        )
        Authorizers(authorizer)(None, context, None)
        return context


class PolicyTest(unittest.TestCase):
    def test_a_denial_goes_over_a_permission(self):
        both = {"Statement": policy("Allow")["Statement"] + policy("Deny")["Statement"]}
        self.assertFalse(allows(both, f"{STAGE}/GET/x"))

    def test_only_what_is_named_is_allowed(self):
        self.assertTrue(allows(policy("Allow", f"{STAGE}/GET/*"), f"{STAGE}/GET/x"))
        self.assertFalse(allows(policy("Allow", f"{STAGE}/GET/*"), f"{STAGE}/POST/x"))
        self.assertFalse(allows({"Statement": []}, f"{STAGE}/GET/x"))

    def test_the_function_of_an_authorizer_is_found(self):
        self.assertEqual(ARN, function_arn(URI))
