import http.client
import json
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace
from urllib.parse import urlsplit

from kept_localstack import mishaps
from kept_localstack.items import Items
from kept_localstack.mishaps import Callers, Mishap, Mishaps


class Database(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    def do_POST(self):
        asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(asked)
        answer = json.dumps({"asked": asked, "by": self.headers["Authorization"], "as": self.headers["X-Amz-Target"]})
        self.send_response(self.server.status)
        self.send_header("x-amz-crc32", "1")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *args):
        pass


class ItemsTest(unittest.TestCase):
    def setUp(self):
        self.process = SimpleNamespace(died=False)
        self.process.die = lambda: setattr(self.process, "died", True)
        mishaps.ARRANGED, mishaps.CALLERS = Mishaps(), Callers()
        mishaps.CALLERS.add({"AWS_ACCESS_KEY_ID": "LKIA1"}, self.process)
        self.database = HTTPServer(("127.0.0.1", 0), Database)
        self.database.asked = []
        self.database.status = 200
        threading.Thread(target=self.database.serve_forever, daemon=True).start()
        self.addCleanup(self.database.server_close)
        self.addCleanup(self.database.shutdown)
        self.items = Items(lambda: self.database.server_address, lambda headers: headers.update(Authorization="signed"))
        self.addCleanup(self.items.close)

    def test_a_call_is_handed_on_as_it_is_and_so_is_its_answer(self):
        for _ in range(2):
            status, headers, answer = self.call("PutItem", b'{"TableName":"kept-KeysTable-X"}')
            self.assertEqual(200, status)
            self.assertEqual("1", headers["x-amz-crc32"])
            self.assertEqual(
                {"asked": '{"TableName":"kept-KeysTable-X"}', "by": "signed", "as": "DynamoDB_20120810.PutItem"},
                json.loads(answer),
            )

    def test_a_call_is_refused(self):
        mishaps.ARRANGED.arrange(Mishap("refuse", "PutItem", ["KeysTable"]))
        self.assertEqual(400, self.call("PutItem", b'{"TableName":"kept-KeysTable-X"}')[0])
        self.assertEqual([], self.database.asked, "the database hears nothing of it")
        self.assertEqual(200, self.call("PutItem", b'{"TableName":"kept-KeysTable-X"}')[0])

    def test_an_answer_is_lost_and_the_call_is_carried_out(self):
        mishaps.ARRANGED.arrange(Mishap("lose-answer", "PutItem"))
        self.assertEqual((500, b""), self.call("PutItem", b"{}")[::2])
        self.assertEqual(["{}"], self.database.asked)

    def test_whoever_calls_dies_after_the_call(self):
        mishaps.ARRANGED.arrange(Mishap("die-after", "PutItem"))
        self.call("PutItem", b"{}")
        self.assertTrue(self.process.died)
        self.assertEqual(["{}"], self.database.asked)

    def test_what_the_database_refuses_meets_no_mishap_yet(self):
        for kind in ("lose-answer", "die-after"):
            mishaps.ARRANGED.arrange(Mishap(kind, "PutItem"))
        self.database.status = 400
        self.assertEqual(400, self.call("PutItem", b"{}")[0])
        self.assertFalse(self.process.died)
        self.assertEqual(2, len(mishaps.ARRANGED.left()))

    def test_calls_of_others_than_functions_are_left_alone(self):
        mishaps.ARRANGED.arrange(Mishap("refuse", "PutItem"))
        self.assertEqual(200, self.call("PutItem", b"{}", key="test")[0])
        self.assertTrue(mishaps.ARRANGED.any())

    def call(self, operation, body, key="LKIA1"):
        connection = http.client.HTTPConnection(urlsplit(self.items.address).netloc, timeout=20)
        try:
            connection.request(
                "POST",
                "/",
                body,
                {
                    "X-Amz-Target": f"DynamoDB_20120810.{operation}",
                    "Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20261123/eu-west-3/dynamodb/aws4_request, Sig",
                },
            )
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


if __name__ == "__main__":
    unittest.main()
