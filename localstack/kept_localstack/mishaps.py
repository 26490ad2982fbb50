"""Mishaps that scenarios arrange beforehand: a step that fails, a call to AWS that is refused or whose answer is lost, a
function that dies once such a call is carried out. Only calls that functions make are struck."""

import itertools
import json
import re
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

# of a logical id LocalStack takes no more into the name of a function
_LONGEST_NAME = 24
_KINDS = ("fail", "refuse", "lose-answer", "die-after")
_CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/")


@dataclass
class Mishap:
    """What happens, where and how often.

    name is that of an operation, for a step that fails the logical id of its function. about are words that all have to
    stand in the call. error is the type of the error by which a step fails."""

    kind: str
    name: str
    about: list[str] = field(default_factory=list)
    times: int = 1
    error: str = ""

    def __post_init__(self):
        if self.kind not in _KINDS:
            raise ValueError(f"kind must be one of {', '.join(_KINDS)}")
        if not self.name or self.times < 1:
            raise ValueError("a mishap needs a name and a number of times from 1 on")
        if (self.kind == "fail") != bool(self.error):
            raise ValueError("a step that fails needs an error, and nothing else has one")


class Mishaps:
    def __init__(self):
        self._arranged: dict[int, Mishap] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()

    def arrange(self, mishap: Mishap) -> int:
        """The number by which it can be cancelled."""
        with self._lock:
            number = next(self._numbers)
            self._arranged[number] = mishap
            return number

    def cancel(self, number: int) -> Mishap | None:
        """What of it was left to happen; None when nothing was."""
        with self._lock:
            return self._arranged.pop(number, None)

    def left(self) -> dict[int, Mishap]:
        with self._lock:
            return dict(self._arranged)

    def strikes(self, kind: str, name: str, call: str) -> Mishap | None:
        """The mishap that this call meets, once less from now on."""
        with self._lock:
            for number, mishap in self._arranged.items():
                if mishap.kind == kind and _is(mishap, name) and all(word in call for word in mishap.about):
                    mishap.times -= 1
                    if not mishap.times:
                        del self._arranged[number]
                    return mishap
        return None

    def any(self) -> bool:
        return bool(self._arranged)


def _is(mishap: Mishap, name: str) -> bool:
    # CloudFormation puts the stack before a function's logical id, and a random word behind it
    return f"-{mishap.name[:_LONGEST_NAME]}-" in name if mishap.kind == "fail" else mishap.name == name


class Callers:
    """The processes that functions run in, by the key with which they sign."""

    def __init__(self):
        self._processes: dict[str, object] = {}

    def add(self, settings: dict, process) -> None:
        self._processes[settings.get("AWS_ACCESS_KEY_ID", "")] = process

    def of(self, headers):
        signed = _CREDENTIAL.search(headers.get("Authorization", ""))
        return self._processes.get(signed[1]) if signed else None


ARRANGED = Mishaps()
CALLERS = Callers()


def before(chain, context, response) -> None:
    """A step of LocalStack's gateway, before the service: refuses the call."""
    from localstack.aws.api import CommonServiceException

    # kept, since services write another signature into the headers
    context.kept_caller = CALLERS.of(context.request.headers)
    if _struck("refuse", context):
        raise CommonServiceException("ArrangedByScenario", "refused, as a scenario arranged", 400)


def after(chain, context, response) -> None:
    """A step of LocalStack's gateway, after the service: the answer does not arrive, or its reader is dead."""
    if not is_carried_out(response.status_code):
        return
    if _struck("lose-answer", context):
        response.status_code = 500
        response.data = b""
        response.headers.pop("x-amz-crc32", None)
    elif _struck("die-after", context):
        context.kept_caller.die()


def is_carried_out(status: int) -> bool:
    """What the service itself refuses may come again, and is met then: somebody else may have written first."""
    return status < 300


def _struck(kind: str, context) -> Mishap | None:
    caller = getattr(context, "kept_caller", None)
    # what is no call to AWS has no operation
    return caller and struck(kind, caller, context.operation.name, lambda: str(context.service_request))


def struck(kind: str, caller, operation: str, call: Callable[[], str]) -> Mishap | None:
    """The mishap that a call of a function meets; caller is its process, None when somebody else calls."""
    return ARRANGED.strikes(kind, operation, call()) if caller is not None and ARRANGED.any() else None


def failed(function: str, payload: str) -> bytes | None:
    """What a function answers that a scenario has arranged to fail; None for every other."""
    mishap = ARRANGED.strikes("fail", function, payload)
    return mishap and json.dumps(
        {"errorMessage": "arranged by the scenario", "errorType": mishap.error}, separators=(",", ":")
    ).encode()


def arrange(request):
    """POST /_kept/mishaps with a Mishap as JSON."""
    try:
        number = ARRANGED.arrange(Mishap(**json.loads(request.get_data())))
    except (TypeError, ValueError) as wrong:
        return _answer({"problem": str(wrong)}, 400)
    return _answer({"id": number}, 201)


def left(request):
    """GET /_kept/mishaps: those that have not happened, or not as often as was arranged."""
    return _answer([{"id": number, **asdict(mishap)} for number, mishap in ARRANGED.left().items()], 200)


def cancel(request, number: int):
    """DELETE /_kept/mishaps/<number>: 200 with what of it was left to happen, 404 when nothing was."""
    mishap = ARRANGED.cancel(number)
    return _answer(asdict(mishap) if mishap else {}, 200 if mishap else 404)


def _answer(tree, status: int):
    from rolo import Response

    return Response(json.dumps(tree), status, mimetype="application/json")
