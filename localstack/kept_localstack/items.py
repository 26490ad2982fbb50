"""What functions ask DynamoDB, handed to DynamoDB Local past LocalStack's gateway, whose Python had most of a core to do for it.
Only mishaps come in between; whatever else calls DynamoDB goes through the gateway."""

import http.client
import json
import re
import threading
from collections.abc import Callable
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kept_localstack import mishaps

_REGION = re.compile(r"Credential=[^/]*/[^/]*/([^/]*)/")
# of this connection, and not of the call
_OWN = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}


class Items:
    """Stands between functions and a database.

    database gives host and port of it; sign makes of a call's headers those that it wants."""

    def __init__(self, database: Callable[[], tuple[str, int]], sign: Callable[[dict], None]):
        self._database = database
        self._sign = sign
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="items", daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, headers, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body, unless a mishap comes in between."""
        caller = mishaps.CALLERS.of(headers)
        operation = headers.get("X-Amz-Target", "").rpartition(".")[2]
        if mishaps.struck("refuse", caller, operation, body.decode):
            refused = {"__type": "ArrangedByScenario", "message": "refused, as a scenario arranged"}
            return 400, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(refused).encode()
        answered = self._forward(headers, body)
        if not mishaps.is_carried_out(answered[0]):
            return answered
        if mishaps.struck("lose-answer", caller, operation, body.decode):
            return 500, {}, b""
        if mishaps.struck("die-after", caller, operation, body.decode):
            caller.die()
        return answered

    def _forward(self, headers, body: bytes) -> tuple[int, dict[str, str], bytes]:
        signed = {name: value for name, value in headers.items() if name.lower() not in _OWN}
        self._sign(signed)
        # one for each call: a database closes those that wait, and a call must not meet that
        connection = http.client.HTTPConnection(*self._database())
        try:
            connection.request("POST", "/", body, signed)
            response = connection.getresponse()
            kept = {name: value for name, value in response.getheaders() if name.lower() not in _OWN}
            return response.status, kept, response.read()
        finally:
            connection.close()


def _handler(items: Items) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # an answer is two writes
        disable_nagle_algorithm = True

        def do_POST(self):
            status, headers, answer = items.answer(self.headers, self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args):
            """Says nothing: LocalStack's log tells of LocalStack's calls."""

    return Handler


@lru_cache
def address() -> str:
    """Where the functions of this LocalStack find DynamoDB."""
    from localstack.constants import DEFAULT_AWS_ACCOUNT_ID
    from localstack.services.dynamodb.provider import DynamoDBProvider
    from localstack.services.dynamodb.server import DynamodbServer

    def database() -> tuple[str, int]:
        server = DynamodbServer.get()
        return server.host, server.port

    def sign(headers: dict) -> None:
        # as LocalStack does: DynamoDB Local has a set of tables for each key that signs
        region = _REGION.search(headers["Authorization"])[1]
        DynamoDBProvider.prepare_request_headers(headers, account_id=DEFAULT_AWS_ACCOUNT_ID, region_name=region)

    return Items(database, sign).address
