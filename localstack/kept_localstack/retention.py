"""What the template retains stays when it goes out of the stack, or the stack goes; LocalStack takes everything away."""

from collections.abc import Callable

from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent

_POLICY = "DeletionPolicy"
_RETAIN = "Retain"


def retaining(original: Callable) -> Callable:
    """In place of the loop by which LocalStack has a resource made, changed or removed."""

    def deploy_loop(executor, provider, resource, payload, *args, **kwargs):
        if payload["action"] == "Remove" and resource.get(_POLICY) == _RETAIN:
            return ProgressEvent(OperationStatus.SUCCESS, resource_model={})
        return original(executor, provider, resource, payload, *args, **kwargs)

    return deploy_loop


def deleting(original: Callable) -> Callable:
    """In place of the removal of a stack, which fails where an update has taken a resource out of it before."""

    def delete_stack(deployer):
        stack = deployer.stack
        for name, resource in stack.template_original["Resources"].items():
            # it looks for each that the stack was made with: this one is left alone
            stack.template_resources.setdefault(name, {**resource, "LogicalResourceId": name, _POLICY: _RETAIN})
        return original(deployer)

    return delete_stack
