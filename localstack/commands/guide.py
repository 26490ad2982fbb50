"""Does on LocalStack what docs/deploy.md tells an operator to do, and looks whether it has the effect that it promises."""

import json
import time
from collections.abc import Sequence

import places
import terminal
from botocore.exceptions import BotoCoreError, ClientError
from document import Block, Document
from operation import Operation
from places import Refused, short
from promises import CANNOT, PROMISES, Promise, expect

_GUIDE = short(places.GUIDE)
_LOG = places.LOGS / "guide.log"


def follow() -> None:
    document = Document.deploying()
    pairs = paired(document, PROMISES)
    began = time.monotonic()
    with _LOG.open("w") as log:
        operation = Operation(json.loads(places.STACK.read_text()), document, log)
        try:
            gone = operation.stack() is None
        except BotoCoreError:
            raise Refused("LocalStack does not answer: localstack/down, then localstack/up, start it anew.") from None
        if gone:
            raise Refused("The stack is gone already: localstack/down, then localstack/up, make another.")
        for block, promise in pairs:
            print(f"{block.section}: {block.first_line}", flush=True)
            try:
                print(f"  {_done(operation, block, promise)}", flush=True)
            except (Refused, BotoCoreError, ClientError, OSError) as broken:
                raise Refused(f"“{block.first_line}” of {_GUIDE} does not do what it promises: {broken}.") from None
    print(f"All of {_GUIDE} is done after {time.monotonic() - began:.0f} s, and the stack is gone: localstack/down.")


def paired(document: Document, promises: Sequence[Promise]) -> list[tuple[Block, Promise]]:
    """Each block of the document with what is promised of it: the same ones, in the same order."""
    if said := document.said_only():
        raise Refused(f"{_GUIDE} names a command that is in none of its blocks, “{said[0]}”: put it into one.")
    blocks = document.blocks()
    for place, block in enumerate(blocks):
        if place >= len(promises) or block.calls != promises[place].calls:
            missing = [promise.calls for promise in promises if promise.calls not in {each.calls for each in blocks}]
            if missing:
                raise Refused(f"localstack/guide knows “{', '.join(missing[0])}”, and {_GUIDE} no longer has it.")
            raise Refused(f"{_GUIDE} has “{block.first_line}” where localstack/guide does not know it.")
    if len(promises) > len(blocks):
        calls = ", ".join(promises[len(blocks)].calls)
        raise Refused(f"localstack/guide knows “{calls}”, and {_GUIDE} no longer has it.")
    return list(zip(blocks, promises, strict=True))


def _done(operation: Operation, block: Block, promise: Promise) -> str:
    if promise.elsewhere:
        promise.kept(operation, "")
        return f"run by {promise.elsewhere}"
    began = time.monotonic()
    promise.before(operation)
    try:
        ended = operation.run(block.filled(operation.values), promise.answers)
    except terminal.TookTooLong:
        raise Refused("it did not end in time") from None
    except terminal.NotAnswered as question:
        raise Refused(f"it asks what nobody answers, “{question}”") from None
    if cannot := CANNOT.get(promise.calls):
        expect(cannot in " ".join(ended.output.split()), f"LocalStack now says something else: see {short(_LOG)}")
        promise.instead(operation)
        return "LocalStack cannot do it, and says so"
    expect(ended.status == 0, f"it ended with {ended.status}, and the end of {short(_LOG)} says why")
    promise.kept(operation, ended.output)
    return f"done in {time.monotonic() - began:.0f} s"
