"""localstack/up, down, lint, test and guide."""

import argparse
import os
import signal
import subprocess
import sys
import time
import traceback

import environment
import places
import processes
from places import Refused, short

_FAILURE = places.LOGS / "failure.log"


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str):
        raise Refused(f"{message[:1].upper()}{message[1:]}: {self.prog} --help shows what there is.")


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to 65535")
    return int(text)


def up(arguments: list[str]) -> None:
    wanted = _Arguments(prog="localstack/up")
    wanted.add_argument("--port", type=port, default=8081, help="where people reach it (8081)")
    wanted.add_argument("--localstack-port", type=port, default=4566, help="where LocalStack listens (4566)")
    wanted.add_argument("--policy", default="faveo-helpdesk", help="the policy to run (faveo-helpdesk)")
    chosen = wanted.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        raise Refused("Functions as processes need Linux: use the way with Docker in docs/localstack.md.")
    if chosen.port == chosen.localstack_port:
        raise Refused(f"Port {chosen.port} cannot serve both: choose another with --port or --localstack-port.")
    if processes.running():
        raise Refused("A stack is up already: localstack/down ends it.")
    environment.enter()
    import parts
    from stack import Stack

    stack = Stack(chosen.port, chosen.localstack_port, chosen.policy, parts.java_home())
    stack.check()
    parts.make(stack.java)
    try:
        began = time.monotonic()
        print("Starting LocalStack...", flush=True)
        stack.start_localstack()
        print("Deploying template.yaml (some minutes)...", flush=True)
        stack.deploy()
        stack.describe()
        policy = stack.start_front()
    except BaseException:
        processes.end()
        raise
    print(f"Kept is up on LocalStack at {stack.address} after {time.monotonic() - began:.0f} s")
    print(f"  privacy centre  {stack.address}/")
    print(f"  console         {stack.address}/staff")
    print(f"  mailbox         {stack.address}/_local/mailbox")
    print(f"  AWS             {stack.endpoint}")
    print(f"Policy {policy['id']}, version {policy['version']}; localstack/down ends it and leaves nothing running.")


def down(arguments: list[str]) -> None:
    _Arguments(prog="localstack/down").parse_args(arguments)
    print("LocalStack is down." if processes.end() else "Nothing was up.")


def lint(arguments: list[str]) -> None:
    _Arguments(prog="localstack/lint").parse_args(arguments)
    environment.enter()
    import linters

    linters.judge()


def test(arguments: list[str]) -> None:
    _Arguments(prog="localstack/test").parse_args(arguments)
    environment.enter()
    command = [sys.executable, "-P", "-m", "unittest", "discover", "-s", str(places.LOCALSTACK / "tests")]
    modules = {**os.environ, "PYTHONPATH": str(places.LOCALSTACK / "commands")}
    if subprocess.run(command, cwd=places.STATE, env=modules).returncode:
        raise Refused("Not every test has passed: see what is written above.")


def guide(arguments: list[str]) -> None:
    _Arguments(prog="localstack/guide").parse_args(arguments)
    if not processes.running() or not places.STACK.exists():
        raise Refused("No stack is up: localstack/up starts one.")
    environment.enter()
    from guide import follow

    follow()


def main() -> None:
    # whoever ends it early, a limit for example, leaves nothing running either
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    commands = {"up": up, "down": down, "lint": lint, "test": test, "guide": guide}
    try:
        commands[sys.argv[1]](sys.argv[2:])
    except Refused as refused:
        print(refused, file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as unforeseen:
        _FAILURE.parent.mkdir(parents=True, exist_ok=True)
        _FAILURE.write_text(traceback.format_exc())
        name = type(unforeseen).__name__
        print(f"{name}, which nobody has foreseen: the end of {short(_FAILURE)} says where.", file=sys.stderr)
        raise SystemExit(1) from None


main()
