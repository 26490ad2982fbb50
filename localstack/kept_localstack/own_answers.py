"""The gateway's own answers as the template words them; LocalStack drops them when it imports an API."""

import io
import json
import re
from collections.abc import Callable

from localstack.services.apigateway.next_gen.execute_api.gateway_response import (
    BaseGatewayException,
    build_gateway_response,
    get_gateway_response_or_default,
)

_HEADER = "gatewayresponse.header."
_DOCUMENT = "x-amazon-apigateway-gateway-responses"


def importing(original: Callable) -> Callable:
    """Keeps what the API's description says about gateway responses, beside importing the rest of it."""

    def import_api(rest_api, context, request):
        from localstack.services.apigateway.helpers import get_apigateway_store, parse_json_or_yaml

        # a stream that can be read once
        body = request["body"].read()
        document = parse_json_or_yaml(body.decode())
        container = get_apigateway_store(context=context).rest_apis[rest_api.id]
        for kind, described in (document.get(_DOCUMENT) or {}).items():
            container.gateway_responses[kind] = build_gateway_response(
                kind,
                status_code=described.get("statusCode"),
                response_parameters=described.get("responseParameters"),
                response_templates=described.get("responseTemplates"),
                default_response=False,
            )
        return original(rest_api, context, {**request, "body": io.BytesIO(body)})

    return import_api


def answer(handler, exception: BaseGatewayException, context):
    """In place of LocalStack's own create_exception_response."""
    from rolo import Response

    described = get_gateway_response_or_default(exception.type, context.deployment.rest_api.gateway_responses)
    status = int(described.get("statusCode") or exception.status_code or 500)
    templates = described.get("responseTemplates") or {}
    media = chosen(context.invocation_request["headers"].get("Accept", ""), list(templates))
    variables = {
        "requestId": context.context_variables["requestId"],
        "error.message": exception.message or "",
        "error.messageString": json.dumps(exception.message or ""),
        "error.responseType": exception.type,
    }
    body = filled(templates.get(media, ""), variables)
    headers = {"Content-Type": media, "x-amzn-ErrorType": exception.code}
    for name, value in (described.get("responseParameters") or {}).items():
        if name.startswith(_HEADER) and value.startswith("'"):
            headers[name.removeprefix(_HEADER)] = value.strip("'")
    return Response(response=body, headers=headers, status=status)


def chosen(accept: str, types: list[str]) -> str:
    """The type of the template to take: one that the caller names, else JSON."""
    for wanted in (part.split(";")[0].strip() for part in accept.split(",")):
        if wanted in types:
            return wanted
    return "application/json"


def filled(template: str, variables: dict[str, str]) -> str:
    return re.sub(r"\$context\.([A-Za-z]+(?:\.[A-Za-z]+)*)", lambda found: variables.get(found[1], ""), template)
