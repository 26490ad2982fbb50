"""Holds docs/deploy.md against template.yaml."""

import re
import unittest
from collections import Counter

import places
from document import Document
from operation import configured
from samtranslator.yaml_helper import yaml_parse


class DeployingTest(unittest.TestCase):
    def setUp(self):
        self.document = Document.deploying()
        self.template = yaml_parse(places.TEMPLATE.read_text())

    def test_every_parameter_is_explained_and_no_other(self):
        section = self.section("The first deployment")
        explained = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        self.assertEqual(list(self.template["Parameters"]), explained)

    def test_the_file_names_parameters_of_the_template_and_no_secret(self):
        named = configured(self.document.file("toml").text)[1]
        shown = [name for name, of in self.template["Parameters"].items() if not of.get("NoEcho")]
        self.assertLessEqual(set(named), set(shown))

    def test_what_it_costs_counts_what_the_template_has(self):
        kinds = Counter(each["Type"] for each in self.template["Resources"].values())
        costs = self.section("What it costs")
        self.assertIn(f" {kinds['AWS::KMS::Key']} KMS keys", costs)
        self.assertIn(f" {kinds['AWS::CloudWatch::Alarm']} alarms", costs)
        self.assertIn(f" {kinds['AWS::Logs::MetricFilter']} metric", costs)

    def test_the_tables_that_can_be_restored_are_named(self):
        restored = [
            name.removesuffix("Table")
            for name, each in self.template["Resources"].items()
            if each["Properties"].get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled")
        ]
        *first, last = restored
        self.assertIn(f"{', '.join(first)} and {last} can be restored", " ".join(self.section("Restore drill").split()))

    def test_what_stays_when_the_stack_goes_is_what_the_template_retains(self):
        retained = {
            each["Type"] for each in self.template["Resources"].values() if each.get("DeletionPolicy") == "Retain"
        }
        self.assertEqual({"AWS::KMS::Key", "AWS::DynamoDB::Table", "AWS::S3::Bucket"}, retained)

    def section(self, heading):
        return self.document.text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
