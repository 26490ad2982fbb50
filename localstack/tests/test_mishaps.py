import unittest
from types import SimpleNamespace

from kept_localstack import mishaps
from kept_localstack.mishaps import Callers, Mishap, Mishaps


class MishapsTest(unittest.TestCase):
    def setUp(self):
        self.mishaps = Mishaps()

    def test_strikes_as_often_as_arranged(self):
        self.mishaps.arrange(Mishap("refuse", "PutItem", times=2))
        struck = [self.mishaps.strikes("refuse", "PutItem", "") is not None for _ in range(3)]
        self.assertEqual([True, True, False], struck)
        self.assertFalse(self.mishaps.any())

    def test_strikes_only_the_call_that_is_meant(self):
        self.mishaps.arrange(Mishap("lose-answer", "PutItem", ["KeysTable", "r-1"]))
        self.assertIsNone(self.mishaps.strikes("refuse", "PutItem", "KeysTable r-1"))
        self.assertIsNone(self.mishaps.strikes("lose-answer", "GetItem", "KeysTable r-1"))
        self.assertIsNone(self.mishaps.strikes("lose-answer", "PutItem", "KeysTable r-2"))
        self.assertIsNotNone(self.mishaps.strikes("lose-answer", "PutItem", "{'TableName': 'kept-KeysTable-X', 'r-1'}"))

    def test_a_function_is_known_by_its_logical_id(self):
        self.mishaps.arrange(Mishap("fail", "PackageAnswerFunction", ["r-1"], error="Lambda.ServiceException"))
        self.assertIsNone(self.mishaps.strikes("fail", "kept-RepackageAnswerFunction-0a1b", "r-1"))
        self.assertEqual(
            "Lambda.ServiceException", self.mishaps.strikes("fail", "kept-PackageAnswerFunction-0a1b", "r-1").error
        )

    def test_what_cannot_happen_is_refused(self):
        for wrong in (
            {"kind": "explode", "name": "PutItem"},
            {"kind": "refuse", "name": ""},
            {"kind": "refuse", "name": "PutItem", "times": 0},
            {"kind": "refuse", "name": "PutItem", "error": "X"},
            {"kind": "fail", "name": "PackageAnswerFunction"},
        ):
            with self.subTest(wrong), self.assertRaises(ValueError):
                Mishap(**wrong)


class CallsTest(unittest.TestCase):
    def setUp(self):
        self.process = SimpleNamespace(died=False)
        self.process.die = lambda: setattr(self.process, "died", True)
        mishaps.ARRANGED, mishaps.CALLERS = Mishaps(), Callers()
        mishaps.CALLERS.add({"AWS_ACCESS_KEY_ID": "LKIA1"}, self.process)

    @staticmethod
    def call(key):
        return SimpleNamespace(
            operation=SimpleNamespace(name="PutItem"),
            service_request={"TableName": "kept-KeysTable-X"},
            request=SimpleNamespace(headers={"Authorization": f"AWS4-HMAC-SHA256 Credential={key}/20261123/x, Sig"}),
        )

    def test_whoever_calls_dies_after_the_call(self):
        mishaps.ARRANGED.arrange(Mishap("die-after", "PutItem", ["KeysTable"]))
        call = self.call("LKIA1")
        mishaps.before(None, call, None)
        call.request.headers["Authorization"] = "as the service signs it"
        mishaps.after(None, call, SimpleNamespace(status_code=409))
        self.assertFalse(self.process.died, "it was not carried out")
        mishaps.after(None, call, SimpleNamespace(status_code=200))
        self.assertTrue(self.process.died)

    def test_an_answer_is_lost(self):
        mishaps.ARRANGED.arrange(Mishap("lose-answer", "PutItem"))
        response = SimpleNamespace(status_code=200, data=b"{}", headers={"x-amz-crc32": "1"})
        call = self.call("LKIA1")
        mishaps.before(None, call, response)
        mishaps.after(None, call, response)
        self.assertEqual((500, b"", {}), (response.status_code, response.data, response.headers))

    def test_a_call_is_refused(self):
        from localstack.aws.api import CommonServiceException

        mishaps.ARRANGED.arrange(Mishap("refuse", "PutItem"))
        with self.assertRaises(CommonServiceException):
            mishaps.before(None, self.call("LKIA1"), None)
        mishaps.before(None, self.call("LKIA1"), None)

    def test_calls_of_others_than_functions_are_left_alone(self):
        mishaps.ARRANGED.arrange(Mishap("refuse", "PutItem"))
        mishaps.before(None, self.call("test"), None)
        self.assertTrue(mishaps.ARRANGED.any())

    def test_what_is_no_call_to_aws_is_left_alone(self):
        mishaps.ARRANGED.arrange(Mishap("lose-answer", "PutItem"))
        page = SimpleNamespace(operation=None, request=SimpleNamespace(headers={}))
        mishaps.before(None, page, None)
        mishaps.after(None, page, SimpleNamespace(status_code=200))
        self.assertTrue(mishaps.ARRANGED.any())

    def test_a_step_fails_by_name(self):
        mishaps.ARRANGED.arrange(Mishap("fail", "PackageAnswerFunction", ["r-1"], error="X"))
        self.assertIsNone(mishaps.failed("kept-PackageAnswerFunction-1", '{"requestId":"r-2"}'))
        self.assertIn(b'"errorType":"X"', mishaps.failed("kept-PackageAnswerFunction-1", '{"requestId":"r-1"}'))


if __name__ == "__main__":
    unittest.main()
