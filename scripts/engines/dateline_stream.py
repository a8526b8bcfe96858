"""What an engine's worker does with its share of the articles: hands them to `dateline extract --stream`, and takes the
answers back. The functions below are all there is to running dateline under Spark, Ray or Dask; docs/scale.md shows them
in use, and engine-test.py runs them.
"""

import json
import subprocess
import threading


def answers(requests, program="dateline"):
    """Yields the answer to each request, a line of JSON, in order. A request is a dictionary with `id`, `contentBase64`,
    `name` and what else the protocol knows. One process serves all of them; a failure of it is raised, so that the
    engine does the share again instead of keeping a part of it."""
    process = subprocess.Popen(
        [program, "extract", "--stream"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def feed():
        # A thread of its own: who writes everything before reading anything waits for ever on a full pipe.
        try:
            for request in requests:
                process.stdin.write(json.dumps(request) + "\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # the exit code tells

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    for line in process.stdout:
        yield line.rstrip("\n")
    feeder.join()
    if process.wait() not in (0, 1):  # 1 says that some of them were rejected, which their answers tell
        raise RuntimeError(f"dateline ended with {process.returncode}")


def pandas_answers(program):
    """The function that Spark's mapInPandas wants: frames of requests in, frames of `id` and `answer` out."""

    def work(frames):
        import pandas  # pylint: disable=import-outside-toplevel

        requests = (row._asdict() for frame in frames for row in frame.itertuples(index=False))
        batch = []
        for line in answers(requests, program):
            batch.append({"id": json.loads(line)["id"], "answer": line})
            if len(batch) == 500:
                yield pandas.DataFrame(batch)
                batch = []
        if batch:
            yield pandas.DataFrame(batch)

    return work
