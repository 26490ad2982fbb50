import unittest
from types import SimpleNamespace

from kept_localstack import sender


def seen(forwarded):
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    context = SimpleNamespace(
        invocation_request={"headers": headers}, context_variables={"identity": {"sourceIp": "127.0.0.1"}}
    )
    sender.known(None, context, None)
    return context.context_variables["identity"]["sourceIp"]


class SenderTest(unittest.TestCase):
    def test_the_last_in_the_row_is_who_calls(self):
        self.assertEqual("198.51.100.7", seen("203.0.113.9, 198.51.100.7"))
        self.assertEqual("2001:db8::1", seen("2001:DB8::1"))

    def test_what_is_no_address_is_nobody(self):
        for forwarded in (None, "", "somebody", "198.51.100.7, somebody"):
            with self.subTest(forwarded):
                self.assertEqual("127.0.0.1", seen(forwarded))


if __name__ == "__main__":
    unittest.main()
