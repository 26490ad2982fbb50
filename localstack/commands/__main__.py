"""localstack/up, down, lint, test and guide."""

import argparse
import os
import signal
import subprocess
import sys
import time

import environment
import places
from places import Refused


def up(arguments: list[str]) -> None:
    wanted = argparse.ArgumentParser(prog="localstack/up")
    wanted.add_argument("--port", type=int, default=8081, help="where people reach it (8081)")
    wanted.add_argument("--localstack-port", type=int, default=4566, help="where LocalStack listens (4566)")
    wanted.add_argument("--policy", default="faveo-helpdesk", help="the policy to run (faveo-helpdesk)")
    chosen = wanted.parse_args(arguments)
    if not sys.platform.startswith("linux"):
        raise Refused("Functions as processes need Linux: use the way with Docker in docs/localstack.md.")
    environment.enter()
    import parts
    import processes
    from stack import Stack

    if processes.running():
        raise Refused("A stack is up already: localstack/down ends it.")
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
    argparse.ArgumentParser(prog="localstack/down").parse_args(arguments)
    import processes

    print("LocalStack is down." if processes.end() else "Nothing was up.")


def lint(arguments: list[str]) -> None:
    argparse.ArgumentParser(prog="localstack/lint").parse_args(arguments)
    environment.enter()
    import linters

    linters.judge()


def test(arguments: list[str]) -> None:
    argparse.ArgumentParser(prog="localstack/test").parse_args(arguments)
    environment.enter()
    command = [sys.executable, "-P", "-m", "unittest", "discover", "-s", str(places.LOCALSTACK / "tests")]
    modules = {**os.environ, "PYTHONPATH": str(places.LOCALSTACK / "commands")}
    if subprocess.run(command, cwd=places.STATE, env=modules).returncode:
        raise SystemExit(1)


def guide(arguments: list[str]) -> None:
    argparse.ArgumentParser(prog="localstack/guide").parse_args(arguments)
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


main()
