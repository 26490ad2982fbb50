"""Puts everything of this package into LocalStack when it starts."""

from localstack.runtime import hooks


@hooks.on_infra_start()
def add_what_is_missing():
    from localstack.services.apigateway.legacy import provider
    from localstack.services.apigateway.next_gen.execute_api import handlers
    from localstack.services.apigateway.next_gen.execute_api.handlers.gateway_exception import (
        GatewayExceptionHandler,
    )
    from localstack.services.cloudformation.engine import template_deployer
    from localstack.services.dynamodb.server import DynamodbServer

    from kept_localstack import authorizer, own_answers, recursion, tables

    handlers.preprocess_request.append(authorizer.Authorizers(authorizer.invoke_function))
    provider.import_api_from_openapi_spec = own_answers.importing(provider.import_api_from_openapi_spec)
    GatewayExceptionHandler.create_exception_response = own_answers.answer
    recursion.unguarded(template_deployer, "resolve_refs_recursively", "_resolve_refs_recursively")
    DynamodbServer.do_start_thread = tables.start
