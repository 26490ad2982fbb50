"""Asks Lambda authorizers, which LocalStack creates and never calls: without this every route is open."""

import json
import re
from collections.abc import Callable

from localstack.services.apigateway.next_gen.execute_api.gateway_response import (
    AccessDeniedError,
    AuthorizerConfigurationError,
    AuthorizerFailureError,
    UnauthorizedError,
)

Invoke = Callable[[str, dict], dict]


class Authorizers:
    """A step of LocalStack's gateway, before the integration.

    invoke takes the ARN of a function and an event, and gives back what the function answered."""

    def __init__(self, invoke: Invoke):
        self._invoke = invoke

    def __call__(self, chain, context, response) -> None:
        method = context.resource_method or {}
        if method.get("authorizationType") != "CUSTOM":
            return
        authorizer = context.deployment.rest_api.authorizers.get(method.get("authorizerId"))
        if not authorizer:
            raise AuthorizerConfigurationError()
        self._needs(authorizer, context.invocation_request["headers"])
        event = _event(context)
        answer = self._invoke(function_arn(authorizer["authorizerUri"]), event)
        if "errorMessage" in answer:
            # the one message by which an authorizer says 401
            raise UnauthorizedError("Unauthorized") if answer["errorMessage"] == "Unauthorized" else (
                AuthorizerFailureError()
            )
        if "policyDocument" not in answer or "principalId" not in answer:
            raise AuthorizerConfigurationError()
        if not allows(answer["policyDocument"], event["methodArn"]):
            raise AccessDeniedError("User is not authorized to access this resource")
        claims = {name: _text(value) for name, value in (answer.get("context") or {}).items()}
        context.context_variables["authorizer"] = {**claims, "principalId": answer["principalId"]}

    @staticmethod
    def _needs(authorizer: dict, headers) -> None:
        for source in filter(None, (authorizer.get("identitySource") or "").split(",")):
            name = source.strip().removeprefix("method.request.header.")
            if name != source.strip() and not headers.get(name):
                raise UnauthorizedError("Unauthorized")


def function_arn(uri: str) -> str:
    """The function in .../functions/{arn}/invocations."""
    return re.search(r"/functions/(.+)/invocations$", uri).group(1)


def allows(policy: dict, arn: str) -> bool:
    allowed = False
    for statement in _many(policy.get("Statement")):
        if any(_names(resource, arn) for resource in _many(statement.get("Resource"))):
            if statement.get("Effect") == "Deny":
                return False
            allowed = allowed or statement.get("Effect") == "Allow"
    return allowed


def _names(pattern: str, arn: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), arn) is not None


def _many(value) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _event(context) -> dict:
    request = context.invocation_request
    variables = context.context_variables
    arn = (
        f"arn:aws:execute-api:{context.region}:{context.account_id}:{context.api_id}/{context.stage}"
        f"/{request['http_method']}{request['path']}"
    )
    headers = request["headers"]
    return {
        "type": "REQUEST",
        "methodArn": arn,
        "resource": context.resource["path"],
        "path": request["path"],
        "httpMethod": request["http_method"],
        "headers": dict(headers),
        "multiValueHeaders": {name: headers.getlist(name) for name in headers.keys()},
        "queryStringParameters": request["query_string_parameters"] or {},
        "multiValueQueryStringParameters": request["multi_value_query_string_parameters"] or {},
        "pathParameters": request.get("path_parameters") or {},
        "stageVariables": context.stage_variables or {},
        "requestContext": dict(variables),
    }


def invoke_function(arn: str, event: dict) -> dict:
    """Calls it as API Gateway does."""
    from localstack.aws.connect import connect_to

    region = arn.split(":")[3]
    client = connect_to(region_name=region).lambda_.request_metadata(service_principal="apigateway")
    answer = client.invoke(FunctionName=arn, Payload=json.dumps(event, default=str).encode())
    return json.loads(answer["Payload"].read() or b"{}")
