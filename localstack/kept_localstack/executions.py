"""Executions of workflows: how far one is, for scenarios that ask ten times a second, and what LocalStack would do for each anew."""

import functools
import json
from collections.abc import Callable


def newest_event(request, arn: str):
    """GET /_kept/executions/<arn>: the type of the last event of its history; 404 when there is no such execution."""
    from localstack.services.stepfunctions.backend.store import sfn_stores
    from rolo import Response

    _, _, _, region, account, *_ = arn.split(":") + [""] * 5
    execution = sfn_stores[account][region].executions.get(arn) if account else None
    status = 200 if execution else 404
    return Response(json.dumps({"type": _newest(execution) if execution else ""}), status, mimetype="application/json")


def _newest(execution) -> str:
    environment = execution.exec_worker and execution.exec_worker.env
    # a copy of all of it is what its own method gives
    events = environment.event_manager._history_event_list if environment else []
    return events[-1]["type"] if events else "ExecutionStarted"


def begun(original: Callable) -> Callable:
    """In place of StepFunctionsProvider._get_executions: whoever sends a token back is looked for among all running executions, and
    LocalStack breaks off at one whose worker has not begun."""

    def get_executions(provider, context, execution_status=None):
        executions = original(provider, context, execution_status)
        return [one for one in executions if one.exec_worker and one.exec_worker.env] if execution_status else executions

    return get_executions


def reading_once(parse: Callable) -> Callable:
    """In place of ExecutionWorker._get_evaluation_entrypoint: a definition is read once, not for each execution of it.

    What LocalStack makes of one keeps nothing of an execution, which has its counts of attempts in an environment of its own."""
    read = functools.cache(lambda definition: parse(definition)[0])

    def entrypoint(worker):
        return read(worker._evaluation_details.state_machine_details.definition)

    return entrypoint


def made_once(make: Callable) -> Callable:
    """In place of boto_client_for: LocalStack assumes a workflow's role and makes a client anew for each state that it enters."""
    made: dict[tuple, object] = {}

    def client_for(service, region, state_credentials):
        wanted = (service, region, state_credentials.role_arn)
        if wanted not in made:
            made[wanted] = make(service=service, region=region, state_credentials=state_credentials)
        return made[wanted]

    return client_for


def unlogged(session, history_log) -> None:
    """In place of CloudWatchLoggingSession.publish_history_log: each event of an execution would be a call, and its history has it."""
