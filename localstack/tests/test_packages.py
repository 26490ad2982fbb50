import unittest

from kept_localstack import packages
from localstack.services.lambda_ import provider
from localstack.services.lambda_.invocation.lambda_models import S3Code


class OnceTest(unittest.TestCase):
    def setUp(self):
        self.stored = []
        self.content = "first"
        self.once = packages.once(self.store, lambda *of: self.content)

    def test_localstack_takes_a_package_in_where_this_stands_in(self):
        self.assertTrue(callable(provider.store_s3_bucket_archive))

    def test_functions_of_one_package_share_it(self):
        one, other = self.take("One"), self.take("Other")
        self.assertEqual(["One"], self.stored)
        self.assertEqual(one, other)
        self.assertEqual("sum of first", one.code_sha256)

    def test_another_package_under_the_same_name_is_taken_in(self):
        self.take("One")
        self.content = "second"
        self.assertEqual("sum of second", self.take("One").code_sha256)

    def test_it_stays_when_one_of_its_functions_goes(self):
        # the original would ask S3 to delete it, and there is none here
        code = self.take("One")
        code.destroy()
        code.destroy_cached()
        self.assertIs(code, self.take("Other"))

    def take(self, function):
        return self.once("bucket", "key", None, function, "eu-west-3", "000000000000")

    def store(self, bucket, key, version, function, region, account):
        self.stored.append(function)
        return S3Code(function, account, bucket, key, version, f"sum of {self.content}", 3)
