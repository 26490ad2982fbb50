import threading
import unittest
from types import SimpleNamespace

from kept_localstack import mails


class MailsTest(unittest.TestCase):
    def setUp(self):
        self.sent = {}
        self.on_get = mails.told(self.sent)

    def send(self, number, *to):
        self.sent[number] = {"Id": number, "Destination": {"ToAddresses": list(to)}}

    def ids(self, **arguments):
        answered = self.on_get(None, SimpleNamespace(args=arguments))
        return [mail["Id"] for mail in answered["messages"]]

    def test_all_of_them_or_those_to_one_person(self):
        self.send(1, "marie@example.org")
        self.send(2, "paul@example.org")
        self.send(3, "Paul@example.org", "marie@example.org")
        self.assertEqual([1, 2, 3], self.ids())
        self.assertEqual([2, 3], self.ids(to=" paul@example.ORG"))
        self.assertEqual([], self.ids(to="pau@example.org"))

    def test_while_others_are_sent(self):
        self.send(0, "marie@example.org")
        going_on = threading.Event()

        def others():
            while not going_on.is_set():
                for number in range(1, 50_000):
                    self.send(number, "paul@example.org")
                for number in range(1, 50_000):
                    del self.sent[number]

        sending = threading.Thread(target=others)
        sending.start()
        try:
            for _ in range(10):
                self.assertEqual([0], self.ids(to="marie@example.org"))
        finally:
            going_on.set()
            sending.join()


if __name__ == "__main__":
    unittest.main()
