"""./tarn bench [startup] [api] [listing] [sql] [files] [memory] [--json FILE]: measures in one run, beside a peer where it can do the same.

Every number is of this machine and this run; the ratios are what to compare.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import http.client
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

from servers import ROOT, Api, MiniLake, Tarn

JAVA = os.environ.get("TARN_JAVA", "java")
PACKAGE = ROOT / "app" / "target" / "tarn"
CLASSES = ROOT / "build" / "bench-classes"


def java(source: str, *arguments: str, options: tuple[str, ...] = ()) -> str:
    CLASSES.mkdir(parents=True, exist_ok=True)
    compile_command = [JAVA, "-m", "jdk.compiler/com.sun.tools.javac.Main", "-nowarn", "-d", str(CLASSES)]
    # The compiler takes no wildcards when it is not started by its own launcher.
    libraries = (PACKAGE / "classpath").read_text().strip().replace("lib/", f"{PACKAGE}/lib/")
    compiled = subprocess.run(
        [*compile_command, "-cp", libraries, str(ROOT / "benchmarks" / source)], capture_output=True, text=True
    )
    if compiled.returncode != 0:
        raise RuntimeError(f"{source}: {compiled.stderr[-2000:]}")
    command = [JAVA, *options, "-cp", f"{CLASSES}:{libraries}", pathlib.Path(source).stem, *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{source}: {done.stderr[-2000:]}")
    return done.stdout


def load(api: Api, method: str, path: str, body: dict | None = None, connections: int = 8, measure_ms: int = 5000) -> dict:
    with tempfile.NamedTemporaryFile() as file:
        file.write(api.raw(method, path, body))
        file.flush()
        return json.loads(
            java("Load.java", api.host, str(api.port), str(connections), "5000", str(measure_ms), file.name,
                 options=("-XX:+UseSerialGC", "-Xmx512m"))
        )


class Report:
    def __init__(self):
        self.rows: list[dict] = []

    def add(self, what: str, unit: str, tarn: float, peer: float | None = None, peer_name: str = "", goal: str = "", better: str = "less"):
        row = {"what": what, "unit": unit, "tarn": round(tarn, 3), "goal": goal}
        if peer is not None:
            ratio = tarn / peer if better == "less" else peer / tarn
            row |= {"peer": peer_name, "peer_value": round(peer, 3), "ratio": round(ratio, 2)}
        self.rows.append(row)
        beside = f"  {peer_name} {row['peer_value']:g} {unit} (we take {row['ratio']:g} x)" if peer is not None else ""
        print(f"{what:52} {row['tarn']:>10g} {unit}{beside}" + (f"   goal {goal}" if goal else ""), flush=True)


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def startup(report: Report) -> None:
    """From the command to the first authenticated answer, and to the first row of SQL; the second start of a data directory."""
    first_call, first_row = [], []
    with tempfile.TemporaryDirectory() as folder:
        for round_number in range(4):
            tarn = Tarn(data=pathlib.Path(folder) / "data")
            started = time.perf_counter()
            tarn.start()
            answered = time.perf_counter() - started
            tarn.api.statement(tarn.warehouse(), "SELECT 1")
            row = time.perf_counter() - started
            tarn.server.stop()
            if round_number > 0:
                first_call.append(answered)
                first_row.append(row)
            else:
                report.add("start on an empty directory: first call", "s", answered)
    peers = []
    for _ in range(3):
        peer = MiniLake()
        peers.append(seconds(peer.start))
        peer.__exit__()
    report.add("start: first authenticated call", "s", min(first_call), min(peers), "minilake", "< 1 s")
    report.add("start: first row of SQL", "s", min(first_row), goal="< 4 s")


def api(report: Report) -> None:
    me, catalog = "/api/2.0/preview/scim/v2/Me", "/api/2.1/unity-catalog/catalogs/bench"
    found = {}
    for server in (Tarn(), MiniLake()):
        with server:
            server.api.call("POST", "/api/2.1/unity-catalog/catalogs", {"name": "bench"})
            for what, path in (("Me", me), ("catalog get", catalog)):
                found[server.name, what, 8] = load(server.api, "GET", path)
                found[server.name, what, 1] = load(server.api, "GET", path, connections=1, measure_ms=3000)
    for what in ("Me", "catalog get"):
        ours, peers = found["tarn", what, 8], found["minilake", what, 8]
        alone, peer_alone = found["tarn", what, 1], found["minilake", what, 1]
        report.add(f"{what}: one connection, p50", "ms", alone["p50_ms"], peer_alone["p50_ms"], "minilake")
        report.add(f"{what}: 8 connections, p50", "ms", ours["p50_ms"], peers["p50_ms"], "minilake")
        report.add(f"{what}: 8 connections, p99", "ms", ours["p99_ms"], peers["p99_ms"], "minilake")
        report.add(f"{what}: 8 connections, requests", "/s", ours["per_second"], peers["per_second"], "minilake", better="more")


def listing(report: Report) -> None:
    """10 000 tables of one schema, to the administrator and to a caller who may see every second one."""
    tables = 10_000
    with Tarn() as tarn:
        admin = tarn.api
        admin.call("POST", "/api/2.1/unity-catalog/catalogs", {"name": "bench"})
        admin.call("POST", "/api/2.1/unity-catalog/schemas", {"name": "s", "catalog_name": "bench"})
        root = tarn.server.data / "external"
        root.mkdir(exist_ok=True)
        admin.call("POST", "/api/2.1/unity-catalog/storage-credentials", {"name": "local", "comment": "this machine"})
        admin.call(
            "POST", "/api/2.1/unity-catalog/external-locations",
            {"name": "bench", "url": f"file:{root}", "credential_name": "local"},
        )
        principal = admin.call("POST", "/api/2.0/preview/scim/v2/ServicePrincipals", {"displayName": "reader"})
        name = principal["applicationId"]
        token = admin.call(
            "POST", "/api/2.0/token-management/on-behalf-of/tokens", {"application_id": name, "lifetime_seconds": 3600}
        )["token_value"]

        def make(numbers: range) -> None:
            mine = tarn.api
            for number in numbers:
                mine.call(
                    "POST", "/api/2.1/unity-catalog/tables",
                    {
                        "name": f"t{number:05}", "catalog_name": "bench", "schema_name": "s", "table_type": "EXTERNAL",
                        "data_source_format": "DELTA", "storage_location": f"file:{root}/t{number:05}",
                        "columns": [
                            {"name": "id", "type_name": "LONG", "type_text": "bigint", "position": 0,
                             "type_json": '{"name":"id","type":"long","nullable":true,"metadata":{}}'}
                        ],
                    },
                )
                if number % 2 == 0:
                    mine.call(
                        "PATCH", f"/api/2.1/unity-catalog/permissions/table/bench.s.t{number:05}",
                        {"changes": [{"principal": name, "add": ["SELECT"]}]},
                    )

        started = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            list(pool.map(make, [range(start, tables, 8) for start in range(8)]))
        report.add("10 000 tables created, 5 000 grants given", "s", time.perf_counter() - started)
        for kind, what in (("catalog", "USE_CATALOG"), ("schema", "USE_SCHEMA")):
            admin.call(
                "PATCH", f"/api/2.1/unity-catalog/permissions/{kind}/bench" + (".s" if kind == "schema" else ""),
                {"changes": [{"principal": name, "add": [what]}]},
            )
        path = "/api/2.1/unity-catalog/tables?catalog_name=bench&schema_name=s&omit_columns=true&omit_properties=true"
        for who, api_of, expected in (("reader of half", Api(admin.host, admin.port, token), tables // 2), ("administrator", admin, tables)):
            page = load(api_of, "GET", path + "&max_results=100", connections=1, measure_ms=5000)
            report.add(f"page of 100 tables, {who}, p50", "ms", page["p50_ms"], goal="< 5 ms")
            times = []
            for _ in range(5):
                listed, next_page, started = 0, "", time.perf_counter()
                while next_page is not None:
                    answer = api_of.call("GET", path + "&max_results=10000" + (f"&page_token={next_page}" if next_page else ""))
                    listed += len(answer.get("tables", []))
                    next_page = answer.get("next_page_token") or None
                times.append((time.perf_counter() - started) * 1000)
                if listed != expected:
                    raise RuntimeError(f"{who} sees {listed} tables instead of {expected}")
            report.add(f"every table ({expected}), {who}", "ms", min(times), goal="< 200 ms")


def sql(report: Report, rounds: int = 200) -> None:
    point = "SELECT * FROM {} WHERE id = 4711"
    with Tarn() as tarn:
        api_of, warehouse = tarn.api, tarn.warehouse()
        api_of.call("POST", "/api/2.1/unity-catalog/catalogs", {"name": "bench"})
        api_of.call("POST", "/api/2.1/unity-catalog/schemas", {"name": "s", "catalog_name": "bench"})
        api_of.statement(warehouse, "CREATE TABLE bench.s.t AS SELECT id, concat('row ', id) AS text FROM range(100000)")
        location = api_of.call("GET", "/api/2.1/unity-catalog/tables/bench.s.t")["storage_location"]
        ours = {}
        for what, text in (("SELECT 1", "SELECT 1"), ("point select", point.format("bench.s.t"))):
            times = []
            for number in range(2 * rounds):
                taken = seconds(lambda: api_of.statement(warehouse, text))
                if number >= rounds:
                    times.append(taken * 1000)
            ours[what] = statistics.median(times)
        options = [line for line in (PACKAGE / "jvm.options").read_text().split() if line.startswith(("--add", "-D"))]
        bare_lines = java(
            "BareEngine.java", str(rounds), "SELECT 1", point.format(f"delta.`{location}`"), options=("-Xmx2g", *options)
        ).splitlines()
        bare = [json.loads(line)["p50_ms"] for line in bare_lines if line.startswith("{")]
    with MiniLake() as peer:
        peer_api, peer_warehouse = peer.api, peer.warehouse()
        peer_times = []
        for number in range(2 * rounds):
            taken = seconds(lambda: peer_api.statement(peer_warehouse, "SELECT 1"))
            if number >= rounds:
                peer_times.append(taken * 1000)
    report.add("SELECT 1 by REST, p50", "ms", ours["SELECT 1"], bare[0], "bare Spark")
    report.add("SELECT 1: our overhead", "ms", ours["SELECT 1"] - bare[0], goal="< 5 ms")
    report.add("SELECT 1 by REST, p50", "ms", ours["SELECT 1"], statistics.median(peer_times), "minilake")
    report.add("point select of 100 000 rows by REST, p50", "ms", ours["point select"], bare[1], "bare Spark")
    report.add("point select: our overhead", "ms", ours["point select"] - bare[1], goal="< 5 ms")


def files(report: Report) -> None:
    """Files of a volume beside the plain disk that they end on: 1 GB up and down, 10 000 small files, a list of 100 000 names."""
    large, small, entries = 1 << 30, 10_000, 100_000
    with tempfile.TemporaryDirectory() as folder, Tarn() as tarn:
        here = pathlib.Path(folder)
        api_of = tarn.api
        api_of.call("POST", "/api/2.1/unity-catalog/catalogs", {"name": "bench"})
        api_of.call("POST", "/api/2.1/unity-catalog/schemas", {"name": "s", "catalog_name": "bench"})
        volume = api_of.call(
            "POST", "/api/2.1/unity-catalog/volumes",
            {"catalog_name": "bench", "schema_name": "s", "name": "v", "volume_type": "MANAGED"},
        )
        root = "/api/2.0/fs/files/Volumes/bench/s/v/"

        source, copy = here / "source", here / "copy"
        with source.open("wb") as out:
            block = os.urandom(1 << 20)
            for _ in range(large >> 20):
                out.write(block)
        disk_up = seconds(lambda: durable_copy(source, copy))
        up = seconds(lambda: transfer(api_of, "PUT", f"{root}large", source))
        disk_down = seconds(lambda: durable_copy(copy, here / "again"))
        down = seconds(lambda: transfer(api_of, "GET", f"{root}large", here / "down"))
        report.add("upload of 1 GB", "s", up, disk_up, "copy and fsync", "< 1.25 x")
        report.add("download of 1 GB", "s", down, disk_down, "copy and fsync", "< 1.25 x")

        def upload(numbers: range) -> None:
            mine = http.client.HTTPConnection(api_of.host, api_of.port)
            for number in numbers:
                mine.request("PUT", f"{root}small/{number}", b"x" * 1024, {"Authorization": f"Bearer {api_of.token}"})
                mine.getresponse().read()

        def write(numbers: range) -> None:
            for number in numbers:
                with (here / "small" / str(number)).open("wb") as out:
                    out.write(b"x" * 1024)
                    os.fsync(out.fileno())

        (here / "small").mkdir()
        parts = [range(start, small, 8) for start in range(8)]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            disk_small = seconds(lambda: list(pool.map(write, parts)))
            ours_small = seconds(lambda: list(pool.map(upload, parts)))
        report.add("10 000 files of 1 KB, 8 connections", "s", ours_small, disk_small, "write and fsync", "< 1.25 x")

        many = pathlib.Path(volume["storage_location"].removeprefix("file:")) / "many"
        many.mkdir(parents=True)
        for number in range(entries):
            (many / f"{number:06}").touch()

        def listed() -> None:
            token, seen = "", 0
            while True:
                page = api_of.call("GET", f"/api/2.0/fs/directories/Volumes/bench/s/v/many?page_token={token}")
                seen += len(page["contents"])
                token = page.get("next_page_token", "")
                if not token:
                    break
            assert seen == entries, seen

        def scanned() -> None:
            sorted((entry.name, entry.stat().st_size) for entry in os.scandir(many))

        report.add("list of 100 000 files in pages", "s", seconds(listed), seconds(scanned), "scandir and stat")


def durable_copy(source: pathlib.Path, target: pathlib.Path) -> None:
    with source.open("rb") as from_file, target.open("wb") as to_file:
        while block := from_file.read(1 << 20):
            to_file.write(block)
        to_file.flush()
        os.fsync(to_file.fileno())


def transfer(api_of: Api, method: str, path: str, file: pathlib.Path) -> None:
    """Sends a file, or receives one, in blocks; what comes is brought to the disk, as a copy would."""
    connection = http.client.HTTPConnection(api_of.host, api_of.port, blocksize=1 << 20)
    headers = {"Authorization": f"Bearer {api_of.token}"}
    if method == "PUT":
        with file.open("rb") as body:
            connection.request(method, path, body, headers | {"Content-Length": str(file.stat().st_size)})
            answer = connection.getresponse()
            answer.read()
    else:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        with file.open("wb") as out:
            while block := answer.read(1 << 20):
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
    assert answer.status in (200, 204), answer.status


def memory(report: Report) -> None:
    with Tarn() as tarn, MiniLake() as peer:
        report.add("memory after start", "MiB", tarn.memory_bytes() / 2**20, peer.memory_bytes() / 2**20, "minilake")
        tarn.api.statement(tarn.warehouse(), "SELECT 1")
        report.add("memory after the first statement", "MiB", tarn.memory_bytes() / 2**20)


def machine() -> dict:
    model = next(
        (line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")),
        platform.processor(),
    )
    version = subprocess.run([JAVA, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "java": version,
        "python": platform.python_version(),
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


BENCHMARKS = {"startup": startup, "api": api, "listing": listing, "sql": sql, "files": files, "memory": memory}


def main() -> int:
    parser = argparse.ArgumentParser(prog="./tarn bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", metavar="what", help=f"of {', '.join(BENCHMARKS)}; all if none is named")
    parser.add_argument("--json", metavar="FILE", type=pathlib.Path)
    arguments = parser.parse_args()
    unknown = set(arguments.what) - set(BENCHMARKS)
    if unknown:
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    report, on = Report(), machine()
    print(f"{on['processor']}, {on['cores']} cores, {on['memory_gib']} GiB, {on['java']}", flush=True)
    for what in arguments.what or BENCHMARKS:
        print(f"-- {what}", flush=True)
        BENCHMARKS[what](report)
        # After each, so that one that fails takes no results of the others along.
        if arguments.json:
            arguments.json.write_text(json.dumps({"machine": on, "results": report.rows}, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
