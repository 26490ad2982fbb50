import unittest
from types import SimpleNamespace

from kept_localstack import logs


class LogsTest(unittest.TestCase):
    def setUp(self):
        version = SimpleNamespace(
            id=SimpleNamespace(function_name="kept-ShowPage-1", qualifier="$LATEST"),
            config=SimpleNamespace(logging_config={"LogFormat": "JSON", "LogGroup": "/aws/lambda/kept"}),
        )
        self.environment = SimpleNamespace(id="e-1", function_version=version)

    def test_the_group_is_the_one_of_the_template(self):
        self.assertEqual("/aws/lambda/kept", logs.group(self.environment))

    def test_a_stream_tells_its_function_and_no_other_environment_has_it(self):
        self.assertRegex(logs.stream(self.environment), r"^\d{4}/\d\d/\d\d/kept-ShowPage-1\[\$LATEST\]e-1$")


if __name__ == "__main__":
    unittest.main()
