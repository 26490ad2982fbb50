"""Spares what LocalStack waits for or does although nobody needs it: functions are processes, and there at once."""

import concurrent.futures
import sys
from collections.abc import Callable

# LocalStack looks whether a resource is there, and then every five seconds
_LOOK_AGAIN = 0.1


# Python hands on to the next thread that has something to do
_TURN = 0.0005


def take_turns() -> None:
    """One thread hears all calls and many carry them out: with Python's own 5 ms it would wait that long for most of its turns."""
    sys.setswitchinterval(_TURN)


def looking_often(original: Callable) -> Callable:
    """In place of the loop by which LocalStack has a resource made, changed or removed."""

    def deploy_loop(*args, **kwargs):
        return original(*args, **{"sleep_time": _LOOK_AGAIN, **kwargs})

    return deploy_loop


def ready(create: Callable) -> Callable:
    """In place of LambdaService.create_function_version: whoever asks next finds it active, and asks no second time."""

    def create_function_version(service, function_version):
        begun = create(service, function_version)
        concurrent.futures.wait([begun])
        return begun

    return create_function_version


def begin_later(manager) -> None:
    """In place of LambdaEventManager.start: nobody looks for events before the first has come.

    Otherwise a thread does for each version, and an update waits seconds for each of them to end."""


def beginning(start: Callable, enqueue: Callable) -> Callable:
    """In place of LambdaEventManager.enqueue_event; start is what begin_later stands in for."""

    def enqueue_event(manager, invocation):
        with manager.lifecycle_lock:
            if manager.event_queue_url is None:
                start(manager)
        enqueue(manager, invocation)

    return enqueue_event


def uncounted(*args, **kwargs) -> None:
    """In place of what counts each call of a function in CloudWatch: nobody reads these counts here, and each is a call more."""
