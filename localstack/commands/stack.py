"""LocalStack, what is deployed on it, and what stands in front of it."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import boto3
import places
import processes
import terminal
from document import Document
from places import Refused, short

REGION = "eu-west-3"
NAME = "kept"
_START_LIMIT = 120
_DEPLOY_LIMIT = 900
# short enough for scenarios to wait for it
_LONGEST_WAIT = 20
# what of the project is deployed
_DEPLOYED = ("template.yaml", "workflows", "functions/target/functions.jar")


@dataclass(frozen=True)
class Stack:
    port: int
    localstack_port: int
    policy: str
    java: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def endpoint(self) -> str:
        return f"http://localhost:{self.localstack_port}"

    def check(self) -> None:
        for port, option in ((self.localstack_port, "--localstack-port"), (self.port, "--port")):
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", port))
                except OSError:
                    raise Refused(f"Port {port} is taken: free it, or choose another with {option}.") from None
        if not self._policy_file().exists():
            known = sorted(file.stem for file in self._policy_file().parent.glob("*.json") if "." not in file.stem)
            raise Refused(f"There is no policy {self.policy}: choose one of {', '.join(known)} with --policy.")

    def _policy_file(self) -> Path:
        return places.PROJECT / "policies" / f"{self.policy}.json"

    def start_localstack(self) -> None:
        shutil.rmtree(places.RUN, ignore_errors=True)
        root = places.RUN / "root"
        libraries = root / "var" / "lib" / "localstack" / "lib"
        # where LocalStack would put what it fetches
        for name, here in {"java/21": self.java, "jsonata/0.9.7": places.JSONATA}.items():
            (libraries / name).parent.mkdir(parents=True)
            (libraries / name).symlink_to(here)
        temporary = places.RUN / "tmp"
        temporary.mkdir()
        python = places.ENVIRONMENT / "bin" / "python"
        process = processes.start(
            "localstack",
            # -P: this folder is called like the package
            [python, "-P", "-m", "localstack.runtime.main"],
            {
                **_without_aws(),
                "OVERRIDE_IN_DOCKER": "0",
                "FILESYSTEM_ROOT": str(root),
                "TMPDIR": str(temporary),
                "XDG_CACHE_HOME": str(places.STATE / "cache"),
                "GATEWAY_LISTEN": f"127.0.0.1:{self.localstack_port}",
                "LOCALSTACK_HOST": f"localhost:{self.localstack_port}",
                "SKIP_SSL_CERT_DOWNLOAD": "1",
                "DISABLE_EVENTS": "1",
                "DYNAMODB_IN_MEMORY": "1",
                "DYNAMODB_SHARE_DB": "1",
                "S3_SKIP_SIGNATURE_VALIDATION": "0",
                "PROVIDER_OVERRIDE_CLOUDFORMATION": "engine-legacy",
                "LAMBDA_RUNTIME_EXECUTOR": "process",
                "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT": "60",
                # a certificate is valid at once, which AWS has to wait for the DNS for
                "MOTO_ACM_VALIDATION_WAIT": "0",
                # a function's process takes some hundred megabytes, and there are many functions
                "LAMBDA_KEEPALIVE_MS": "300000",
                "KEPT_JAVA_HOME": str(self.java),
                "KEPT_RUNTIME_JARS": str(places.RUNTIME),
                "KEPT_RUNTIME_LIBRARY": str(places.NATIVE),
                "KEPT_DYNAMODB_CLASSES": f"{places.DYNAMODB}/*:{places.LOCAL / 'classes'}",
            },
        )
        _wait(f"{self.endpoint}/_localstack/health", process, "LocalStack")

    def deploy(self) -> None:
        sender = json.loads(self._policy_file().read_text())["addresses"]
        domain = sender["sender"].partition("@")[2]
        self._client("ses").verify_domain_identity(Domain=domain)
        self._client("ses").verify_email_identity(EmailAddress=sender["sender"])
        values = {
            "Policy": self.policy,
            "PublicAddress": self.address,
            "Sender": f"{sender['senderName']} <{sender['sender']}>",
            "SenderIdentity": domain,
            "StaffIssuer": f"{self.address}/_local/identity",
            "StaffAudience": "kept",
            "LongestWaitSeconds": str(_LONGEST_WAIT),
            # which the provider here does not look at; the SAM CLI takes no empty one
            "StaffClientSecret": "any",
            # played at the same address, by the company that the local run plays
            "MailingServiceAddress": f"{self.address}/_local/systems/mailing-service",
            "MailingServiceSecret": "known-to-both",
        }
        log = places.LOGS / "deploy.log"
        try:
            with log.open("w") as out:
                ended = terminal.run(
                    Document.deploying().calling("sam deploy").text,
                    _checkout(), sam_environment(self.endpoint), _DEPLOY_LIMIT, _answers(values), out,
                )
        except terminal.TookTooLong:
            raise Refused(f"The deployment did not end within {_DEPLOY_LIMIT // 60} minutes: see {short(log)}.") from None
        except terminal.NotAnswered as question:
            raise Refused(f"The SAM CLI asked what nobody answers, “{question}”: see {short(log)}.") from None
        if ended.status:
            raise Refused(f"The template could not be deployed: the end of {short(log)} says why.")

    def describe(self) -> None:
        """Writes down what was deployed, for what stands in front of it and for tests."""
        resources = self._client("cloudformation").describe_stack_resources(StackName=NAME)["StackResources"]
        named = {each["LogicalResourceId"]: each.get("PhysicalResourceId", "") for each in resources}
        settings = {}
        for page in self._client("lambda").get_paginator("list_functions").paginate():
            for function in page["Functions"]:
                settings.update(function.get("Environment", {}).get("Variables", {}))
        places.STACK.write_text(json.dumps({
            "address": self.address,
            "api": f"{self.endpoint}/_aws/execute-api/{named['Api']}/live",
            "endpoint": self.endpoint,
            "region": REGION,
            "policy": self.policy,
            "longestWaitSeconds": _LONGEST_WAIT,
            "settings": settings,
            "resources": named,
        }, indent=1))

    def start_front(self) -> dict:
        """Comes back with the policy in force, as the stack itself tells it."""
        process = processes.start(
            "front",
            [
                self.java / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp", f"{places.LOCAL / 'classes'}:{places.CLASSPATH.read_text().strip()}",
                "dev.kept.local.StackFront", places.STACK,
            ],
            _without_aws(),
        )
        return json.loads(_wait(f"{self.address}/policy", process, "What stands in front of the stack"))

    def _client(self, service: str):
        return boto3.client(
            service, region_name=REGION, endpoint_url=self.endpoint,
            aws_access_key_id="test", aws_secret_access_key="test",
        )


def _checkout() -> Path:
    """A folder as good as the project's to the SAM CLI, which leaves a file there and reads the one that it finds."""
    for part in _DEPLOYED:
        link = places.CHECKOUT / part
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(places.PROJECT / part)
    return places.CHECKOUT


def _answers(values: dict[str, str]) -> dict[str, str]:
    """To the questions of sam deploy --guided, by what they look like."""
    given = {rf"Parameter {name}(?: \[.*\])?: $": value for name, value in values.items()}
    # whatever has a default
    return {**given, r"\[.*\]: $": ""}


def _without_aws() -> dict[str, str]:
    """Nothing that is started here can reach a real account."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PYTHON"))}


def sam_environment(endpoint: str) -> dict[str, str]:
    return {
        **_without_aws(),
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "PATH": f"{places.ENVIRONMENT / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "SAM_CLI_TELEMETRY": "0",
        "__SAM_CLI_APP_DIR": str(places.STATE / "sam"),
    }


def _wait(address: str, process: subprocess.Popen, name: str) -> bytes:
    limit = time.monotonic() + _START_LIMIT
    log = places.LOGS / ("localstack.log" if name == "LocalStack" else "front.log")
    while time.monotonic() < limit:
        if process.poll() is not None:
            raise Refused(f"{name} ended before it answered: {short(log)} says why.")
        try:
            with urllib.request.urlopen(address, timeout=40) as answered:
                return answered.read()
        except urllib.error.HTTPError as refused:
            if refused.code < 500:
                raise Refused(f"{name} answered with status {refused.code}: see {short(log)}.") from None
        except OSError:
            pass
        time.sleep(0.3)
    raise Refused(f"{name} did not answer within {_START_LIMIT} seconds: {short(log)} says why.")
