"""What Maven makes and fetches: the functions' package, the local module, DynamoDB Local, Lambda's runtime client."""

import os
import platform
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import places
from places import PROJECT, Refused, short

_SOURCES = ("pom.xml", "functions/pom.xml", "functions/src/main", "local/pom.xml", "local/src/main", "web", "policies")


def java_home() -> Path:
    named = os.environ.get("JAVA_HOME")
    java = str(Path(named) / "bin" / "java") if named else shutil.which("java")
    try:
        told = subprocess.run(
            [java or "java", "-XshowSettings:properties", "-version"], capture_output=True, text=True
        ).stderr
        home = re.search(r"java\.home = (.+)", told)[1]
        version = int(re.search(r"java\.specification\.version = (\d+)", told)[1])
    except (OSError, TypeError):
        raise Refused("A JDK 17 or newer is needed: set JAVA_HOME to one.") from None
    if version < 17:
        raise Refused(f"A JDK 17 or newer is needed, and this is {version}: set JAVA_HOME to one.")
    return Path(home)


def make(home: Path) -> None:
    """Builds what is missing or older than what it is made of."""
    if _is_stale():
        print("Building the package (some minutes)...", flush=True)
        _maven(home, "package", "dependency:build-classpath", "-Dmdep.outputFile=target/classpath.txt",
               "-pl", "web,functions,local/dynamodb,local", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true")
    if not any(places.RUNTIME.glob("*runtime-interface-client*.jar")) or not any(places.JSONATA.glob("jsonata-*.jar")):
        _maven(home, "-f", "localstack/jars/pom.xml", "generate-resources")
    if not places.NATIVE.exists():
        _unpack_native()


def _is_stale() -> bool:
    made = [places.PACKAGE, places.CLASSPATH]
    if not all(each.exists() for each in made) or not places.DYNAMODB.is_dir():
        return True
    newest = max(file.stat().st_mtime for source in _SOURCES for file in _files(PROJECT / source))
    return newest > min(each.stat().st_mtime for each in made)


def _files(path: Path):
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "target" not in file.relative_to(path).parts]


def _maven(home: Path, *arguments: str) -> None:
    places.LOGS.mkdir(parents=True, exist_ok=True)
    log = places.LOGS / "maven.log"
    with log.open("w") as out:
        ended = subprocess.run(
            ["./mvnw", "--batch-mode", "--quiet", *arguments],
            cwd=PROJECT, env={**os.environ, "JAVA_HOME": str(home)},
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
        )
    if ended.returncode:
        raise Refused(f"Maven could not build what is deployed: {short(log)} says why.")


def _unpack_native() -> None:
    machine = {"x86_64": "x86_64", "aarch64": "aarch_64"}.get(platform.machine())
    system = "linux" if platform.libc_ver()[0] == "glibc" else "linux_musl"
    if machine is None:
        raise Refused(f"Lambda's runtime client is not made for {platform.machine()}: use the way with Docker.")
    jar = next(places.RUNTIME.glob("*runtime-interface-client*.jar"))
    with zipfile.ZipFile(jar) as packed:
        places.NATIVE.write_bytes(packed.read(f"jni/libaws-lambda-jni.{system}-{machine}.so"))
