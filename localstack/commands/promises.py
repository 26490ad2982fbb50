"""What docs/deploy.md promises of each of its blocks, in its order, and how that is seen from outside."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from operation import Operation, configured
from places import Refused

_CONFIGURATION = "samconfig.toml"
_NAMES = "kept-resources.txt"
_DATA = ("Table", "Bucket", "Key")
_YES = {r"\[y/N\]: $": "y"}
_DRILL = "drill-requests"


@dataclass(frozen=True)
class Promise:
    calls: tuple[str, ...]
    # looks at what it printed, and at what is there now
    kept: Callable[[Operation, str], None] = lambda operation, output: None
    # what an operator has done before, or what AWS would have there
    before: Callable[[Operation], None] = lambda operation: None
    answers: Mapping[str, str] = field(default_factory=dict)
    # who runs it, where it is not run here
    elsewhere: str = ""
    # does in another way what LocalStack cannot, for the sake of the blocks that follow
    instead: Callable[[Operation], None] = lambda operation: None


# What LocalStack cannot do, and what it says to it. The day on which it says something else the guide fails.
CANNOT = {
    (
        "aws cloudformation describe-stack-resource",
        "aws dynamodb restore-table-to-point-in-time",
    ): "An error occurred (UnknownOperationException) when calling the RestoreTableToPointInTime operation: "
    "An unknown operation was requested.",
}


def expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Refused(otherwise)


# ── before the first time ─────────────────────────────────────────────────────────────────────────


def certificate_asked_for(operation: Operation, output: str) -> None:
    operation.values["certificate"] = output.strip()
    expect(operation.certificate()["DomainName"] == operation.values["name"], "it is for another name")


def certificate_issued(operation: Operation, output: str) -> None:
    expect("CNAME" in output, "no record to enter is shown")
    status = operation.certificate()["Status"]
    expect(status == "ISSUED", f"the certificate is {status}")


def three_tokens(operation: Operation, output: str) -> None:
    expect(len(json.loads(output)["DkimTokens"]) == 3, "there are not three tokens")
    known = operation.client("ses").list_identities()["Identities"]
    expect(operation.values["mail domain"] in known, "SES does not know the domain")


def domain_verified(operation: Operation, output: str) -> None:
    expect("Success" in output, "the domain is not verified")


# ── deployment ────────────────────────────────────────────────────────────────────────────────────


def deployed(operation: Operation, output: str) -> None:
    settings, parameters = operation.configuration()
    known = operation.parameters()
    secrets = {"StaffClientSecret", "MailingServiceSecret"}
    expect(known.keys() - parameters.keys() == secrets, f"{_CONFIGURATION} lacks parameters")
    other = [name for name, value in parameters.items() if known.get(name) != value]
    expect(not other, f"{_CONFIGURATION} has another value for {', '.join(other)}")
    file = configured(operation.document.file("toml").filled(operation.values))
    expect(file[0] == settings, f"the file of the guide has the settings {file[0]}, and --guided writes {settings}")
    other = [name for name, value in file[1].items() if parameters.get(name) != value]
    expect(not other, f"--guided writes another value than the file of the guide for {', '.join(other)}")


def domain_in_front(operation: Operation, output: str) -> None:
    expect("regionalDomainName" in output, "no name to point at is printed")
    gateway = operation.client("apigateway")
    name = operation.values["name"]
    domain = gateway.get_domain_name(domainName=name)
    expect(domain["regionalCertificateArn"] == operation.values["certificate"], "it has another certificate")
    mapping = gateway.get_base_path_mapping(domainName=name, basePath="(none)")
    expect(mapping["restApiId"] == operation.resources["Api"], "the name is mapped to another API")
    expect(mapping["stage"] == "live", "the name is mapped to another stage")


def policy_shown(operation: Operation, output: str) -> None:
    shown = json.loads(output)
    expect(shown.get("id") == operation.values["policy"], "another policy is shown")
    expect(bool(shown.get("version")), "no version is shown")


# ── another parameter, another version ────────────────────────────────────────────────────────────


def change_the_sender(operation: Operation) -> None:
    """In the file of the guide, so that this is seen to serve as well as the one that --guided wrote."""
    sender = operation.values["sender"]
    operation.values["sender"] = sender.replace(sender.partition(" <")[0], "Another Name")
    (operation.folder / _CONFIGURATION).write_text(operation.document.file("toml").filled(operation.values))


def package_is_another(operation: Operation, output: str) -> None:
    inside = operation.in_package(_CONFIGURATION)
    expect(inside == (operation.folder / _CONFIGURATION).read_text(), f"the package has no such {_CONFIGURATION}")


def functions_renewed(operation: Operation, output: str) -> None:
    # what is done, to what, of which type, whether it is replaced
    changes = [line.split()[1:] for line in output.splitlines() if len(line.split()) == 5 and line[0] in "+*-"]
    expect(any(each[0] == "Add" and each[2] == "AWS::Lambda::Version" for each in changes), "no version is added")
    replaced = [each[1] for each in changes if each[3] == "True"]
    expect(not replaced, f"{', '.join(replaced)} would be replaced")
    parameters = operation.parameters()
    expect(parameters["Sender"] == operation.values["sender"], "the stack has the old value")
    expect(parameters["LogRetentionDays"] == "180", "a parameter that was not named has changed")
    senders = set()
    for function in operation.functions():
        live = operation.live(function)
        expect(live["Version"] != "1", f"{function} is called in its old version")
        expect(live["CodeSha256"] == operation.package_sum(), f"{function} is called with the old package")
        senders.add(live["Environment"]["Variables"].get("SENDER", operation.values["sender"]))
    expect(senders == {operation.values["sender"]}, "functions are called with the old value")


def nothing_failed(operation: Operation, output: str) -> None:
    expect(not output.strip(), "something is said to have failed")
    # an empty answer says something only where the same question can be answered otherwise
    asked = operation.document.calling("aws cloudformation describe-stack-events").text
    found = operation.run(asked.replace("FAILED", "COMPLETE")).output
    expect("AnswerAccessWorkflow" in found, "not even what has succeeded is told")


# ── restore drill ─────────────────────────────────────────────────────────────────────────────────


def hold_something(operation: Operation) -> None:
    item = {"requestId": {"S": "drill"}, "item": {"S": "drill"}}
    operation.client("dynamodb").put_item(TableName=operation.resources["RequestsTable"], Item=item)


def copy_the_table(operation: Operation) -> None:
    _copy(operation, operation.resources["RequestsTable"], _DRILL)


def _copy(operation: Operation, source: str, target: str) -> None:
    tables = operation.client("dynamodb")
    described = tables.describe_table(TableName=source)["Table"]
    keys = [each["AttributeName"] for each in described["KeySchema"]]
    tables.create_table(
        TableName=target,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=described["KeySchema"],
        AttributeDefinitions=[each for each in described["AttributeDefinitions"] if each["AttributeName"] in keys],
    )
    for page in tables.get_paginator("scan").paginate(TableName=source):
        for item in page["Items"]:
            tables.put_item(TableName=target, Item=item)


def counts_are_the_same(operation: Operation, output: str) -> None:
    counts = output.split()
    expect(len(counts) == 2 and counts[0] == counts[1] != "0", f"the two counts are {' and '.join(counts)}")


def drill_is_over(operation: Operation, output: str) -> None:
    expect(_DRILL not in operation.tables(), "the restored table is still there")
    expect(operation.resources["RequestsTable"] in operation.tables(), "the other table is gone")


# ── after a loss ──────────────────────────────────────────────────────────────────────────────────

_TICKET = {"requester": {"S": "lost@example.org"}, "ticketId": {"S": "lost"}}


def hold_a_ticket(operation: Operation) -> None:
    operation.client("dynamodb").put_item(TableName=operation.resources["HelpdeskTicketsTable"], Item=_TICKET)
    operation.values["moment"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def copy_and_lose_the_ticket(operation: Operation) -> None:
    table = operation.resources["HelpdeskTicketsTable"]
    _copy(operation, table, f"{table}-restored")
    operation.client("dynamodb").delete_item(TableName=table, Key=_TICKET)


def erasures_replayed(operation: Operation, output: str) -> None:
    answer = json.loads((operation.folder / "replayed.json").read_text())
    expect(answer.get("left") == 0 and answer.get("more") is False, f"it answers {answer}")
    expect('"left":0,"more":false' in output, "the answer is not shown as the guide has it")


def ticket_is_back(operation: Operation, output: str) -> None:
    answer = json.loads((operation.folder / "back.json").read_text())
    expect(answer.get("put") == 1 and answer.get("more") is False, f"it answers {answer}")
    table = operation.resources["HelpdeskTicketsTable"]
    expect("Item" in operation.client("dynamodb").get_item(TableName=table, Key=_TICKET), "the row is not back")


def copy_is_gone(operation: Operation, output: str) -> None:
    table = operation.resources["HelpdeskTicketsTable"]
    expect(f"{table}-restored" not in operation.tables(), "the copy is still there")
    expect(table in operation.tables(), "the other table is gone")


# ── taking it away ────────────────────────────────────────────────────────────────────────────────


def saved(operation: Operation, output: str) -> None:
    keys = json.loads((operation.folder / "jwks.json").read_text())["keys"]
    expect(any(key.get("crv") == "P-256" for key in keys), "no public key is saved")
    names = (operation.folder / _NAMES).read_text().split()
    lacking = [name for kind in _DATA for name in operation.named(kind) if name not in names]
    expect(not lacking, f"{_NAMES} does not name {', '.join(lacking)}")


def domain_gone(operation: Operation, output: str) -> None:
    names = operation.client("apigateway").get_domain_names()["items"]
    expect(not names, "the domain is still there")


def protect_the_tables(operation: Operation) -> None:
    """As the template has it; LocalStack drops that."""
    for table in operation.named("Table"):
        operation.client("dynamodb").update_table(TableName=table, DeletionProtectionEnabled=True)


def only_data_left(operation: Operation, output: str) -> None:
    expect("Deleted successfully" in output and operation.stack() is None, "the stack is still there")
    for what, left in operation.machinery().items():
        expect(not left, f"{what} are still there: {', '.join(left[:3])}")
    expect(set(operation.named("Table")) <= set(operation.tables()), "a table is gone")
    expect(set(operation.named("Bucket")) <= set(operation.buckets()), "a bucket is gone")
    states = {operation.key(key)["KeyState"] for key in operation.named("Key")}
    expect(states == {"Enabled"}, f"keys are {', '.join(sorted(states))}")


def hold_evidence(operation: Operation) -> None:
    """With an older version, and one that is deleted: neither is seen where versions are not asked for."""
    bucket = operation.resources["EvidenceBucket"]
    objects = operation.client("s3")
    for name in ("receipts/guide.jws", "receipts/guide.jws", "ledger/guide.jws"):
        objects.put_object(Bucket=bucket, Key=name, Body=b"signed")
    objects.delete_object(Bucket=bucket, Key="ledger/guide.jws")


def evidence_taken_out(operation: Operation, output: str) -> None:
    folder = operation.folder / "evidence"
    found = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    expect("receipts/guide.jws" in found, "a receipt is missing")
    expect(found == operation.objects("EvidenceBucket"), "it is not all that the bucket has")


def buckets_gone(operation: Operation, output: str) -> None:
    left = set(operation.named("Bucket")) & set(operation.buckets())
    expect(not left, f"{', '.join(left)} is still there")


def tables_gone(operation: Operation, output: str) -> None:
    left = set(operation.named("Table")) & set(operation.tables())
    expect(not left, f"{', '.join(left)} is still there")


def keys_end(operation: Operation, output: str) -> None:
    keys = [operation.key(key) for key in operation.named("Key")]
    expect(len(keys) == 3, "there are not three keys")
    states = {key["KeyState"] for key in keys}
    expect(states == {"PendingDeletion"}, f"keys are {', '.join(sorted(states))}")
    month = datetime.now(UTC) + timedelta(days=29)
    expect(all(key["DeletionDate"] > month for key in keys), "a key is gone before the month is over")


PROMISES = [
    Promise(("aws acm request-certificate",), certificate_asked_for),
    Promise(("aws acm describe-certificate", "aws acm wait certificate-validated"), certificate_issued),
    Promise(("aws ses verify-domain-dkim",), three_tokens),
    Promise(("aws ses get-identity-dkim-attributes",), domain_verified),
    Promise(("./mvnw package",), elsewhere="localstack/up, which builds the same"),
    Promise(("sam deploy",), deployed, elsewhere="localstack/up"),
    Promise(
        (
            "aws apigateway create-domain-name",
            "aws apigateway create-base-path-mapping",
            "aws cloudformation describe-stack-resource",
        ),
        domain_in_front,
    ),
    Promise(("curl",), policy_shown),
    Promise(("jar --update",), package_is_another, before=change_the_sender),
    Promise(("./mvnw verify",), elsewhere=".ci/run, at its beginning"),
    Promise(("sam deploy",), functions_renewed, answers=_YES),
    Promise(("aws cloudformation describe-stack-events",), nothing_failed),
    Promise(
        ("aws cloudformation describe-stack-resource", "aws dynamodb restore-table-to-point-in-time"),
        before=hold_something,
        instead=copy_the_table,
    ),
    Promise(
        (
            "aws dynamodb wait table-exists",
            "aws dynamodb scan",
            "aws dynamodb scan",
            "aws cloudformation describe-stack-resource",
        ),
        counts_are_the_same,
    ),
    Promise(("aws dynamodb delete-table",), drill_is_over),
    Promise(
        ("aws cloudformation describe-stack-resource", "aws dynamodb restore-table-to-point-in-time"),
        before=hold_a_ticket,
        instead=copy_and_lose_the_ticket,
    ),
    Promise(
        (
            "aws cloudformation describe-stack-resource",
            "aws dynamodb wait table-exists",
            "aws cloudformation describe-stack-resource",
            "aws lambda invoke",
        ),
        erasures_replayed,
    ),
    Promise(("aws cloudformation describe-stack-resource", "aws lambda invoke"), ticket_is_back),
    Promise(("aws dynamodb delete-table", "aws cloudformation describe-stack-resource"), copy_is_gone),
    Promise(("curl", "aws cloudformation list-stack-resources"), saved),
    Promise(("aws apigateway delete-base-path-mapping", "aws apigateway delete-domain-name"), domain_gone),
    Promise(("sam delete",), only_data_left, before=protect_the_tables, answers=_YES),
    Promise(("aws s3 sync",), evidence_taken_out, before=hold_evidence),
    Promise(("aws s3api list-object-versions", "aws s3api delete-objects", "aws s3 rb"), buckets_gone),
    Promise(("aws dynamodb update-table", "aws dynamodb wait table-exists", "aws dynamodb delete-table"), tables_gone),
    Promise(("aws kms schedule-key-deletion",), keys_end),
]
