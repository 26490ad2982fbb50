"""The Runtime API, by which a function's process fetches what it is to do and hands back what came of it."""

import json
import queue
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PREFIX = "/2018-06-01/runtime/"


class Outcome:
    """What came of one invocation, or of the start."""

    def __init__(self, payload: bytes, is_error: bool):
        self.payload = payload
        self.is_error = is_error

    @staticmethod
    def fault(kind: str, message: str) -> "Outcome":
        return Outcome(json.dumps({"errorType": kind, "errorMessage": message}).encode(), True)


class RuntimeApi:
    """Serves one process; one invocation at a time."""

    def __init__(self):
        self.asked = threading.Event()
        self.start_failed: Outcome | None = None
        self._work: queue.Queue = queue.Queue()
        self._outcomes: dict[str, queue.Queue] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._serve, name="runtime-api", daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def give(self, request_id: str, arn: str, trace: str, payload: str, seconds: int) -> queue.Queue:
        """Has it done; the queue that comes back will hold the outcome."""
        outcome: queue.Queue = queue.Queue()
        self._outcomes[request_id] = outcome
        self._work.put((request_id, arn, trace, payload.encode(), int((time.time() + seconds) * 1000)))
        return outcome

    def ended(self, fault: Outcome) -> None:
        """The process is no more: whatever it was given has failed."""
        self.start_failed = self.start_failed or fault
        self.asked.set()
        for outcome in list(self._outcomes.values()):
            outcome.put(fault)
        self._outcomes.clear()

    def _serve(self) -> None:
        """Not serve_forever, which looks many times a second whether it is to end: there are many of these."""
        while True:
            try:
                connection, caller = self._server.get_request()
            except OSError:
                self._server.server_close()
                return
            self._server.process_request(connection, caller)

    def close(self) -> None:
        self._work.put(None)
        try:
            # wakes whoever waits for a connection
            self._server.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            # closed before
            pass

    def next(self):
        self.asked.set()
        return self._work.get()

    def finished(self, request_id: str, outcome: Outcome) -> None:
        waiting = self._outcomes.pop(request_id, None)
        if waiting:
            waiting.put(outcome)

    def not_started(self, body: bytes) -> None:
        self.start_failed = Outcome(body, True)
        self.asked.set()


def _handler(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            if self.path != _PREFIX + "invocation/next":
                return self._answer(404, {}, b"{}")
            work = api.next()
            if work is None:
                self.close_connection = True
                return None
            request_id, arn, trace, payload, deadline = work
            self._answer(
                200,
                {
                    "Lambda-Runtime-Aws-Request-Id": request_id,
                    "Lambda-Runtime-Invoked-Function-Arn": arn,
                    "Lambda-Runtime-Trace-Id": trace,
                    "Lambda-Runtime-Deadline-Ms": str(deadline),
                },
                payload,
            )

        def do_POST(self):
            body = self._body()
            path = self.path.removeprefix(_PREFIX).split("/")
            if path == ["init", "error"]:
                api.not_started(body)
            elif len(path) == 3 and path[0] == "invocation" and path[2] in ("response", "error"):
                api.finished(path[1], Outcome(body, path[2] == "error"))
            else:
                return self._answer(404, {}, b"{}")
            self._answer(202, {}, b'{"status":"OK"}')

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b""
            while size := int(self.rfile.readline().split(b";")[0], 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return body

        def _answer(self, status: int, headers: dict, body: bytes):
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            # the native client crashes on an answer without a type
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler
