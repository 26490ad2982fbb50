"""Puts everything of this package into LocalStack when it starts."""

import functools

from localstack.runtime import hooks


@hooks.on_infra_start()
def add_what_is_missing():
    from localstack.aws.handlers import run_custom_response_handlers, serve_custom_service_request_handlers
    from localstack.runtime.server import twisted
    from localstack.services.apigateway.legacy import provider
    from localstack.services.apigateway.next_gen.execute_api import handlers
    from localstack.services.apigateway.next_gen.execute_api.handlers.gateway_exception import (
        GatewayExceptionHandler,
    )
    from localstack.services.cloudformation.engine import template_deployer
    from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor
    from localstack.services.dynamodb.server import DynamodbServer
    from localstack.services.edge import ROUTER
    from localstack.services.lambda_ import provider as functions
    from localstack.services.lambda_.invocation import version_manager
    from localstack.services.lambda_.invocation.event_manager import LambdaEventManager
    from localstack.services.lambda_.invocation.execution_environment import ExecutionEnvironment
    from localstack.services.lambda_.invocation.lambda_service import LambdaService
    from localstack.services.lambda_.resource_providers.lambda_alias import LambdaAliasProvider
    from localstack.services.ses import provider as ses
    from localstack.services.stepfunctions.asl.component.common.path import result_path
    from localstack.services.stepfunctions.asl.component.state.state_execution.state_task import lambda_eval_utils
    from localstack.services.stepfunctions.asl.eval.event.logging import CloudWatchLoggingSession
    from localstack.services.stepfunctions.asl.parse.asl_parser import AmazonStateLanguageParser
    from localstack.services.stepfunctions.backend.execution_worker import ExecutionWorker
    from localstack.services.stepfunctions.provider import StepFunctionsProvider

    from kept_localstack import (
        alias,
        authorizer,
        executions,
        gateway,
        logs,
        mails,
        mishaps,
        own_answers,
        packages,
        promptness,
        recursion,
        retention,
        sender,
        tables,
    )

    promptness.take_turns()
    gateway.replace(twisted)
    handlers.preprocess_request.append(sender.known)
    handlers.preprocess_request.append(authorizer.Authorizers(authorizer.invoke_function))
    provider.import_api_from_openapi_spec = own_answers.importing(provider.import_api_from_openapi_spec)
    GatewayExceptionHandler.create_exception_response = own_answers.answer
    loop = promptness.looking_often(ResourceProviderExecutor.deploy_loop)
    ResourceProviderExecutor.deploy_loop = retention.retaining(loop)
    deployer = template_deployer.TemplateDeployer
    deployer.delete_stack = retention.deleting(deployer.delete_stack)
    recursion.unguarded(template_deployer, "resolve_refs_recursively", "_resolve_refs_recursively")
    LambdaAliasProvider.update = alias.update
    functions.store_s3_bucket_archive = packages.once(functions.store_s3_bucket_archive, packages.content_of)
    LambdaService.create_function_version = promptness.ready(LambdaService.create_function_version)
    LambdaEventManager.enqueue_event = promptness.beginning(LambdaEventManager.start, LambdaEventManager.enqueue_event)
    LambdaEventManager.start = promptness.begin_later
    version_manager.record_cw_metric_invocation = promptness.uncounted
    version_manager.record_cw_metric_error = promptness.uncounted
    ExecutionEnvironment.get_log_group_name = logs.group
    ExecutionEnvironment.get_log_stream_name = logs.stream
    DynamodbServer.do_start_thread = tables.start
    StepFunctionsProvider._get_executions = executions.begun(StepFunctionsProvider._get_executions)
    ExecutionWorker._get_evaluation_entrypoint = executions.reading_once(AmazonStateLanguageParser.parse)
    result_path.parse = functools.cache(result_path.parse)
    lambda_eval_utils.boto_client_for = executions.made_once(lambda_eval_utils.boto_client_for)
    CloudWatchLoggingSession.publish_history_log = executions.unlogged
    ses.SesServiceApiResource.on_get = mails.told(ses.EMAILS)
    serve_custom_service_request_handlers.append(mishaps.before)
    run_custom_response_handlers.append(mishaps.after)
    ROUTER.add("/_kept/mishaps", mishaps.arrange, methods=["POST"])
    ROUTER.add("/_kept/mishaps", mishaps.left, methods=["GET"])
    ROUTER.add("/_kept/executions", executions.newest_events, methods=["POST"])
    ROUTER.add("/_kept/mishaps/<int:number>", mishaps.cancel, methods=["DELETE"])
