"""Moves an alias to another version when its stack is updated; LocalStack leaves that out, or makes the alias once more."""

from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent, ResourceRequest


def update(provider, request: ResourceRequest) -> ProgressEvent:
    """In place of LambdaAliasProvider.update."""
    model = request.desired_state
    moved = request.aws_client_factory.lambda_.update_alias(
        FunctionName=model["FunctionName"], Name=model["Name"], FunctionVersion=model["FunctionVersion"]
    )
    return ProgressEvent(OperationStatus.SUCCESS, resource_model={**model, "Id": moved["AliasArn"]})
