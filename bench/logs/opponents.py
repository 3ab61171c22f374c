"""Reads the same logs with the programs that people read them with: opponents.py NAME FILE [ROWS]; prints seconds, and a sum to compare."""
import sys, time

name, path = sys.argv[1:3]


def pandas_csv():
    import pandas

    start = time.perf_counter()
    frame = pandas.read_csv(path)
    return time.perf_counter() - start, frame["grad_norm"].sum()


def pandas_csv_columns():
    import pandas

    start = time.perf_counter()
    frame = pandas.read_csv(path, usecols=["step", "grad_norm"])
    return time.perf_counter() - start, frame["grad_norm"].sum()


def pandas_json():
    import pandas

    start = time.perf_counter()
    frame = pandas.read_json(path, lines=True)
    return time.perf_counter() - start, frame["grad_norm"].sum()


def tensorboard_loader():
    from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
    from tensorboard.util import tensor_util

    start = time.perf_counter()
    total = 0.0
    for event in EventFileLoader(path).Load():
        for value in event.summary.value:
            total += float(tensor_util.make_ndarray(value.tensor))
    return time.perf_counter() - start, total


def tensorboard_accumulator():
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    start = time.perf_counter()
    events = EventAccumulator(path, size_guidance={"scalars": 0, "tensors": 0})
    events.Reload()
    return time.perf_counter() - start, sum(event.value for event in events.Scalars("train/grad_norm"))


def trackio_csv():
    import os, shutil, tempfile

    folder = tempfile.mkdtemp()
    os.environ["TRACKIO_DIR"] = folder
    import contextlib, io
    import trackio

    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        trackio.import_csv(path, project="bench")
    seconds = time.perf_counter() - start
    shutil.rmtree(folder)
    return seconds, float("nan")


seconds, total = {"pandas": pandas_csv, "pandas-columns": pandas_csv_columns, "pandas-json": pandas_json, "tensorboard": tensorboard_loader, "accumulator": tensorboard_accumulator, "trackio": trackio_csv}[name]()
print(seconds, total)
