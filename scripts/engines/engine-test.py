#!/usr/bin/env python3
"""Runs dateline under Spark, Ray and Dask, kills a worker in the middle of its share, and compares with one process alone.

The golden articles go through each engine in shares; the first that comes to one share kills its own worker process, hard,
after it has answered some of it. The engine has to do that share again; in the end there must be an answer to each
article, once, the same bytes as those of `dateline extract --stream` by itself. Spark writes Parquet, which is read back.

The engines come from PyPI into a virtual environment; one that cannot be had is skipped, with a line that says so.

Usage: engine-test.py PROGRAM [--engine spark|ray|dask] [--environment DIR]
"""

import argparse
import base64
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = {
    "spark": ["pyspark", "pandas", "pyarrow", "setuptools"], "ray": ["ray"], "dask": ["dask[distributed]"],
}
MODULES = {"spark": ["pyspark", "pandas", "pyarrow"], "ray": ["ray"], "dask": ["distributed"]}
SHARES = 4
# A worker that kills itself does so after this many answers of its share.
ANSWERS_BEFORE_DEATH = 5


def golden_requests():
    """A request for each golden article."""
    for path in sorted((ROOT / "Tests" / "Golden").glob("*/input.*")):
        content = base64.b64encode(path.read_bytes()).decode()
        yield {"id": path.parent.name, "contentBase64": content, "name": path.name}


def alone(program, requests):
    """What one process answers."""
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    ran = subprocess.run([program, "extract", "--stream"], input=lines.encode(), stdout=subprocess.PIPE, check=False)
    return ran.stdout.decode().splitlines()


def dying(lines, mark, victim):
    """Passes answers on; the first to come here kills a process after some of them. The mark is a file on the one disk."""
    for number, line in enumerate(lines):
        if number == ANSWERS_BEFORE_DEATH:
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                pass
            else:
                os.kill(victim(), signal.SIGKILL)
        yield line


def parent(pid):
    """The parent of a process."""
    return int(pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])


def executor():
    """Spark's executor above this Python worker: the nearest Java process."""
    pid = os.getpid()
    while pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip() != "java":
        pid = parent(pid)
    return pid


# Within the virtual environment


def run_spark(program, requests, folder):
    """Two executors of one core each, in processes of their own; Parquet out."""
    import dateline_stream  # pylint: disable=import-outside-toplevel
    from pyspark.sql import SparkSession  # pylint: disable=import-outside-toplevel,import-error

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(HERE)
    mark = str(folder / "killed")

    def work(frames):
        import pandas  # pylint: disable=import-outside-toplevel

        rows = [row._asdict() for frame in frames for row in frame.itertuples(index=False)]
        for line in dying(dateline_stream.answers(rows, program), mark, executor):
            yield pandas.DataFrame([{"id": json.loads(line)["id"], "answer": line}])

    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]").appName("dateline")
        .config("spark.ui.enabled", "false").config("spark.executor.memory", "1g")
        .config("spark.executorEnv.PYTHONPATH", str(HERE)).getOrCreate())
    spark.sparkContext.setLogLevel("OFF")
    try:
        frame = spark.createDataFrame(requests, "id string, contentBase64 string, name string").repartition(SHARES)
        schema = "id string, answer string"
        dying_out, out = str(folder / "dying"), str(folder / "answers")
        frame.mapInPandas(work, schema).write.parquet(dying_out)
        frame.mapInPandas(dateline_stream.pandas_answers(program), schema).write.parquet(out)
        both = [[row.answer for row in spark.read.parquet(place).collect()] for place in (dying_out, out)]
    finally:
        spark.stop()
    return {"mapInPandas, an executor killed": both[0], "mapInPandas": both[1]}


def shares(requests):
    """The requests in as many shares as there are to be."""
    return [requests[number::SHARES] for number in range(SHARES)]


def run_ray(program, requests, folder):
    """A task a share; a task whose worker died is done again by another."""
    import ray  # pylint: disable=import-outside-toplevel,import-error

    mark = str(folder / "killed")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False,
             runtime_env={"env_vars": {"PYTHONPATH": str(HERE)}})

    @ray.remote(max_retries=3)
    def work(share):
        import dateline_stream  # pylint: disable=import-outside-toplevel

        return list(dying(dateline_stream.answers(share, program), mark, os.getpid))

    try:
        done = ray.get([work.remote(share) for share in shares(requests)])
    finally:
        ray.shutdown()
    return {"tasks, a worker killed": [line for lines in done for line in lines]}


def run_dask(program, requests, folder):
    """A task a share on two worker processes, which a nanny starts again."""
    import dateline_stream  # pylint: disable=import-outside-toplevel
    from distributed import Client, LocalCluster  # pylint: disable=import-outside-toplevel,import-error

    mark = str(folder / "killed")

    def work(share):
        return list(dying(dateline_stream.answers(share, program), mark, os.getpid))

    os.environ["PYTHONPATH"] = str(HERE)
    with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
            local_directory=str(folder)) as cluster, Client(cluster) as client:
        done = client.gather(client.map(work, shares(requests), pure=False, retries=3))
    return {"tasks, a worker killed": [line for lines in done for line in lines]}


RUNS = {"spark": run_spark, "ray": run_ray, "dask": run_dask}


def try_engine(engine, program):
    """Runs one engine and compares; prints what came of it and returns whether all was the same."""
    requests = list(golden_requests())
    expected = sorted(alone(program, requests))
    well = True
    with tempfile.TemporaryDirectory(prefix="dateline-engine.") as name:
        folder = pathlib.Path(name)
        for what, lines in RUNS[engine](program, requests, folder).items():
            same = sorted(lines) == expected
            died = (folder / "killed").exists()
            well &= same and died
            state = "the same bytes" if same else f"DIFFERENT: {len(lines)} answers, {len(expected)} expected"
            print(f"{engine}: {what}: {len(lines)} answers, {state}{'' if died else ', but NOTHING WAS KILLED'}", flush=True)
    return well


# Outside of it


def has(python, modules):
    """Whether all modules can be imported there."""
    words = "; ".join(f"import {module}" for module in modules)
    return subprocess.run([str(python), "-c", words], capture_output=True, check=False).returncode == 0


def prepare(folder, engine):
    """The environment's Python with an engine in it, or None with a line that says why not."""
    if engine == "spark" and shutil.which("java") is None:
        print("spark: skipped, there is no java")
        return None
    python = folder / "bin" / "python3"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True, check=False)
        if made.returncode != 0:
            print(f"{engine}: skipped, no virtual environment can be made: {made.stderr.strip() or made.stdout.strip()}")
            return None
    if not has(python, MODULES[engine]):
        print(f"installing {' '.join(PACKAGES[engine])}", flush=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *PACKAGES[engine]],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if not has(python, MODULES[engine]):
        print(f"{engine}: skipped, PyPI does not give it here")
        return None
    return python


def main():
    """Reads the words of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--engine", choices=sorted(RUNS))
    parser.add_argument("--environment", type=pathlib.Path, default=ROOT / ".build" / "engines")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    program = str(options.program.resolve())
    if options.inside:
        sys.exit(0 if try_engine(options.engine, program) else 1)
    failed = []
    for engine in [options.engine] if options.engine else RUNS:
        python = prepare(options.environment, engine)
        if python is None:
            continue
        ran = subprocess.run(
            [str(python), __file__, "--inside", "--engine", engine, program], stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, errors="replace", check=False,
            env=os.environ | {"PYTHONPATH": str(HERE), "RAY_DISABLE_IMPORT_WARNING": "1"})
        if ran.returncode != 0:
            failed.append(engine)
            print(ran.stderr[-4000:])
    if failed:
        sys.exit(f"engine-test: {', '.join(failed)} failed")


if __name__ == "__main__":
    main()
