"""One operator's work on one stack: what she knows of it, what she types, and what can be seen of it from outside."""

import base64
import hashlib
import re
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import boto3
import places
import terminal
from document import Document
from stack import NAME, REGION, sam_environment

_OVERRIDE = re.compile(r'(\w+)="([^"]*)"')
_LIMIT = 400


class Operation:
    def __init__(self, deployed: dict, document: Document, log: TextIO):
        self.document = document
        self._log = log
        self._clients: dict[str, object] = {}
        self.resources: dict[str, str] = deployed["resources"]
        self.folder: Path = places.CHECKOUT
        self._endpoint: str = deployed["endpoint"]
        parameters = self.configuration()[1]
        # what she puts for <placeholders>
        self.values = {
            "name": "privacy.example.com",
            "public address": deployed["address"],
            "mail domain": parameters["SenderIdentity"],
            "region": REGION,
            "policy": parameters["Policy"],
            "sender": parameters["Sender"],
            "issuer": parameters["StaffIssuer"],
            "client id": parameters["StaffAudience"],
            "alarm address": parameters["AlarmAddress"],
        }

    def run(self, command: str, answers: Mapping[str, str] | None = None) -> terminal.Ended:
        self._log.write(f"\n{command}\n\n")
        return terminal.run(command, self.folder, sam_environment(self._endpoint), _LIMIT, answers, self._log)

    def client(self, service: str):
        if service not in self._clients:
            self._clients[service] = boto3.client(
                service, region_name=REGION, endpoint_url=self._endpoint,
                aws_access_key_id="test", aws_secret_access_key="test",
            )
        return self._clients[service]

    def configuration(self) -> tuple[dict, dict[str, str]]:
        return configured((self.folder / "samconfig.toml").read_text())

    def package(self) -> Path:
        return self.folder / "functions" / "target" / "functions.jar"

    def in_package(self, name: str) -> str:
        with zipfile.ZipFile(self.package()) as archive:
            return archive.read(name).decode() if name in archive.namelist() else ""

    def package_sum(self) -> str:
        """As Lambda tells it."""
        return base64.b64encode(hashlib.sha256(self.package().read_bytes()).digest()).decode()

    def named(self, kind: str) -> list[str]:
        """The names of the stack's tables, buckets or keys, as they were when it was deployed."""
        return [name for logical, name in self.resources.items() if logical.endswith(kind)]

    def stack(self) -> dict | None:
        """The stack as CloudFormation has it; None when it is gone."""
        client = self.client("cloudformation")
        try:
            return client.describe_stacks(StackName=NAME)["Stacks"][0]
        except client.exceptions.ClientError:
            return None

    def parameters(self) -> dict[str, str]:
        return {each["ParameterKey"]: each["ParameterValue"] for each in (self.stack() or {}).get("Parameters", [])}

    def certificate(self) -> dict:
        return self.client("acm").describe_certificate(CertificateArn=self.values["certificate"])["Certificate"]

    def functions(self) -> list[str]:
        return self._all("lambda", "list_functions", "Functions", "FunctionName")

    def live(self, function: str) -> dict:
        """The configuration of the version that is called."""
        client = self.client("lambda")
        version = client.get_alias(FunctionName=function, Name="live")["FunctionVersion"]
        return client.get_function_configuration(FunctionName=function, Qualifier=version)

    def tables(self) -> list[str]:
        return self._all("dynamodb", "list_tables", "TableNames")

    def buckets(self) -> list[str]:
        return [each["Name"] for each in self.client("s3").list_buckets()["Buckets"]]

    def objects(self, bucket: str) -> set[str]:
        pages = self.client("s3").get_paginator("list_objects_v2").paginate(Bucket=self.resources[bucket])
        return {each["Key"] for page in pages for each in page.get("Contents", [])}

    def key(self, name: str) -> dict:
        return self.client("kms").describe_key(KeyId=name)["KeyMetadata"]

    def machinery(self) -> dict[str, list[str]]:
        """All that a stack consists of beside its data."""
        return {
            "functions": self.functions(),
            "APIs": self._all("apigateway", "get_rest_apis", "items", "name"),
            "workflows": self._all("stepfunctions", "list_state_machines", "stateMachines", "name"),
            "alarms": self._all("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
            "logs": self._all("logs", "describe_log_groups", "logGroups", "logGroupName"),
        }

    def _all(self, service: str, operation: str, field: str, name: str = "") -> list[str]:
        pages = self.client(service).get_paginator(operation).paginate()
        return [each[name] if name else each for page in pages for each in page[field]]


def configured(toml: str) -> tuple[dict, dict[str, str]]:
    """Of a samconfig.toml: the settings of a deployment, and the template's parameters."""
    settings = tomllib.loads(toml)["default"]["deploy"]["parameters"]
    parameters = dict(_OVERRIDE.findall(settings.pop("parameter_overrides")))
    # --guided writes it for containers, of which there is none
    settings.pop("image_repositories", None)
    return settings, parameters
