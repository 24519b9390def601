"""Puts results into docs/benchmarks.md, between its marks; the words around them are kept.

    ./tarn bench --json build/bench.json
    python3 benchmarks/document.py build/bench.json [MORE.json ...]

Of a measurement that is in several files, from several runs, the run with our best value counts, with the peer of that same run.
"""

from __future__ import annotations

import json
import pathlib
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- results: made by benchmarks/document.py -->", "<!-- end of results -->"


def best(runs: list[dict]) -> list[dict]:
    rows: dict[tuple, dict] = {}
    for run in runs:
        for row in run["results"]:
            key = (row["what"], row["unit"], row.get("peer"))
            less = row["unit"] != "/s"
            known = rows.get(key)
            if known is None or (row["tarn"] < known["tarn"]) == less:
                rows[key] = row
    return list(rows.values())


def met(row: dict) -> str:
    goal = row.get("goal", "")
    if not goal:
        return ""
    return f"{goal}: {'met' if row['tarn'] < float(goal.split()[1]) else '**missed**'}"


def table(runs: list[dict]) -> str:
    on = runs[-1]["machine"]
    lines = [
        f"{on['processor']}, {on['cores']} cores, {on['memory_gib']} GiB; {on['java']}; Python {on['python']}; "
        f"{on['time'][:10]}; {len(runs)} run{'s' if len(runs) > 1 else ''}.",
        "",
        "| | Tarn | beside | ratio | goal |",
        "|---|---|---|---|---|",
    ]
    for row in best(runs):
        peer = f"{row['peer']}: {row['peer_value']:g} {row['unit']}" if "peer" in row else ""
        ratio = f"{row['ratio']:g} x" if "ratio" in row else ""
        lines.append(f"| {row['what'].strip()} | {row['tarn']:g} {row['unit']} | {peer} | {ratio} | {met(row)} |")
    return "\n".join(lines)


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    runs = [json.loads(pathlib.Path(name).read_text()) for name in sys.argv[1:]]
    page = PAGE.read_text()
    before, rest = page.split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(runs)}\n\n{END}{rest.split(END)[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
