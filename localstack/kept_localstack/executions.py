"""Executions of workflows: how far they are, for scenarios that wait for them, and what LocalStack would do for each anew."""

import functools
import json
import time
from collections.abc import Callable

_LOOK_AGAIN = 0.05
# more than branches tell once the whole has ended
_TOLD_AFTER = 50
_ENDS = {"ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut"}
# between a token that was sent back and the next state there is a moment that looks like waiting
_STEADY = 0.1


def newest_events(request):
    """POST /_kept/executions with JSON: the types of the last events of these executions, by their ARNs.

    executions are the ARNs; until the types that all of them have to have reached and kept for a moment; seconds how long that is
    waited for at most. 404 when there is no such execution."""
    from rolo import Response

    asked = json.loads(request.get_data())
    try:
        newest = _awaited(asked["executions"], set(asked["until"]), asked["seconds"])
    except KeyError:
        return Response("{}", 404, mimetype="application/json")
    return Response(json.dumps(newest), 200, mimetype="application/json")


def _awaited(arns: list[str], until: set[str], seconds: float) -> dict[str, str]:
    end = time.monotonic() + seconds
    since = None
    while True:
        newest = {arn: _newest(arn) for arn in arns}
        now = time.monotonic()
        since = (since or now) if until.issuperset(newest.values()) else None
        if now >= end or (since and now - since >= _STEADY):
            return newest
        time.sleep(_LOOK_AGAIN)


def _newest(arn: str) -> str:
    from localstack.services.stepfunctions.backend.store import sfn_stores

    _, _, _, region, account, *_ = arn.split(":") + [""] * 5
    if not account:
        raise KeyError(arn)
    execution = sfn_stores[account][region].executions[arn]
    environment = execution.exec_worker and execution.exec_worker.env
    # a copy of all of it is what its own method gives
    events = environment.event_manager._history_event_list if environment else []
    # branches that are broken off tell so after the end
    ends = (event["type"] for event in events[-_TOLD_AFTER:] if event["type"] in _ENDS)
    return next(ends, events[-1]["type"]) if events else "ExecutionStarted"


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
