"""Adds up JUnit reports (Maven's, and those of the conformance tests) and prints "N passed, N failed" as its last line."""

import pathlib
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent


def reports():
    for pattern in ("*/target", "*/*/target"):
        for target in ROOT.glob(pattern):
            yield from sorted(target.glob("surefire-reports/TEST-*.xml"))
    yield from sorted((ROOT / "build").glob("conformance-*.xml"))
    yield from sorted((ROOT / "build").glob("ui-*.xml"))


def main() -> int:
    passed, skipped, failures = 0, [], []
    for report in reports():
        for case in ET.parse(report).getroot().iter("testcase"):
            name = f"{case.get('classname')}: {case.get('name')}"
            if case.find("failure") is not None or case.find("error") is not None:
                failures.append(name)
            elif case.find("skipped") is not None:
                skipped.append(f"{name} ({case.find('skipped').get('message') or 'no reason given'})")
            else:
                passed += 1
    for name in skipped:
        print(f"  skipped  {name}")
    for name in failures:
        print(f"  FAILED   {name}")
    print(f"{passed} passed, {len(failures)} failed" + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if failures or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
