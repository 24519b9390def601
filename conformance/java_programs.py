"""Runs the Java programs of this folder as tests: one test per method that is named test_..."""

from __future__ import annotations

import functools
import os
import pathlib
import re
import subprocess

from tarn_server import ROOT

FOLDER = pathlib.Path(__file__).parent
LIBRARIES = ROOT / "app" / "target" / "tarn" / "lib"
JAVA = pathlib.Path(os.environ.get("TARN_JAVA") or "java")


def sentences(source: str) -> list[str]:
    return sorted(re.findall(r"void (test_\w+)\(", (FOLDER / source).read_text()))


@functools.cache
def results(source: str, *arguments: str) -> dict[str, str]:
    """What each test of a program said: "" if it passed, else its trace. The program runs once."""
    classes = ROOT / "build" / "conformance-classes"
    classes.mkdir(parents=True, exist_ok=True)
    command = [str(JAVA), "-m", "jdk.compiler/com.sun.tools.javac.Main", "-nowarn", "-d", str(classes)]
    libraries = ":".join(str(jar) for jar in sorted(LIBRARIES.glob("*.jar")))
    command += ["-proc:none", "-cp", libraries, str(FOLDER / "java" / "Sentences.java"), str(FOLDER / source)]
    compiled = subprocess.run(command, capture_output=True, text=True)
    assert compiled.returncode == 0, compiled.stdout + compiled.stderr
    program = pathlib.Path(source).stem
    command = [str(JAVA), "-Xmx512m", "-cp", f"{classes}:{LIBRARIES}/*", program, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    found, current = {}, None
    for line in ran.stdout.splitlines():
        if re.match(r"(ok|failed) test_", line):
            how, current = line.split(" ", 1)
            found[current] = "" if how == "ok" else "failed\n"
        elif current and found[current]:
            found[current] += line + "\n"
    assert found, f"{program} said nothing:\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}"
    return found


def check(source: str, sentence: str, *arguments: str) -> None:
    trace = results(source, *arguments).get(sentence, "was not run")
    assert not trace, trace
