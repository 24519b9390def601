"""Runs every client against a packaged server, once on SQLite and once on PostgreSQL; JUnit reports go to build/.

    ./tarn test                                             does this, and starts PostgreSQL
    build/python-conformance/bin/python conformance/run.py --store sqlite -k volumes
"""

import argparse
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", choices=["sqlite", "postgres"], action="append")
    arguments, pytest_arguments = parser.parse_known_args()
    stores = arguments.store or ["sqlite"] + (["postgres"] if "TARN_CONFORMANCE_POSTGRES_URL" in os.environ else [])
    (ROOT / "build").mkdir(exist_ok=True)
    status = 0
    for store in stores:
        print(f"-- official clients, {store}", flush=True)
        environment = dict(os.environ, DATABRICKS_CONFIG_FILE=os.devnull, PYTHONDONTWRITEBYTECODE="1")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--store={store}", "-o"]
        command += [f"junit_suite_name={store}", f"--junit-xml={ROOT}/build/conformance-{store}.xml"]
        command += ["--tb=short", f"--rootdir={FOLDER}", *pytest_arguments, str(FOLDER)]
        status = subprocess.run(command, cwd=FOLDER, env=environment).returncode or status
    return status


if __name__ == "__main__":
    sys.exit(main())
