"""Has the template judged by others than ourselves."""

import subprocess

import places
from places import Refused
from stack import sam_environment

_NOWHERE = "http://localhost:9"


def judge() -> None:
    programs = places.ENVIRONMENT / "bin"
    commands = {
        "sam validate --lint": [
            programs / "sam", "validate", "--lint", "--template-file", places.TEMPLATE, "--region", "eu-west-3",
        ],
        "cfn-lint": [
            programs / "cfn-lint", "--config-file", places.LOCALSTACK / "cfnlintrc.yaml", "--", places.TEMPLATE,
        ],
    }
    failed = []
    for name, command in commands.items():
        print(f"{name}:", flush=True)
        # the address of nobody: neither of them has to ask AWS anything
        ended = subprocess.run(command, cwd=places.PROJECT, env=sam_environment(_NOWHERE), stdin=subprocess.DEVNULL)
        if ended.returncode:
            failed.append(name)
    if failed:
        raise Refused(f"template.yaml does not pass {' and '.join(failed)}: see what is written above.")
    print("template.yaml passes both.")
