"""Writes logs by the tools themselves: python -m venv v && v/bin/pip install -r requirements.txt && v/bin/python generate.py

Each holds the same gradient norms, at the steps 0, 10, 20, …, with losses and rates beside them. What tools add of the machine (names, paths,
times) is taken out."""
import decimal, gzip, json, os, pathlib, shutil, sqlite3, tempfile, zipfile

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

files = pathlib.Path(__file__).parent / "files"
shutil.rmtree(files, ignore_errors=True)
files.mkdir()
norms = [7.0, 6.3791, 5.5971, float("nan"), 0.1, 1e-300, float("inf"), 5.1649]
steps = [10 * i for i in range(len(norms))]
losses = [2 - i / 10 for i in range(len(norms))]
json.dump({"steps": steps, "norms": [n if np.isfinite(n) else str(n) for n in norms]}, open("expected.json", "w"))


def only(folder, pattern, name):
    (found,) = pathlib.Path(folder).glob(pattern)
    (files / name).write_bytes(found.read_bytes())


def tensorboard(name, write):
    """Names of event files hold the machine's."""
    from tensorboardX import SummaryWriter

    with tempfile.TemporaryDirectory() as folder:
        writer = SummaryWriter(folder)
        write(writer)
        writer.close()
        only(folder, "events*", name)


def scalars(writer):
    for step, norm, loss in zip(steps, norms, losses):
        writer.add_scalar("train/loss", loss, step)
        writer.add_scalar("train/grad_norm", norm, step)
        writer.add_text("note", "no scalar", step)


tensorboard("scalars.tfevents", scalars)


def tensors():
    """As TensorFlow 2 and Keras write scalars: tensors, here by TensorBoard's own messages."""
    from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2, types_pb2
    from tensorboard.summary.writer.record_writer import RecordWriter

    with open(files / "tensors.tfevents", "wb") as file:
        writer = RecordWriter(file)
        writer.write(event_pb2.Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString())
        for i, (step, norm) in enumerate(zip(steps, norms)):
            content = np.float32(norm).tobytes()
            shape = tensor_shape_pb2.TensorShapeProto()
            tensor = (
                tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT, tensor_shape=shape, tensor_content=content)
                if i % 2
                else tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT, tensor_shape=shape, float_val=[np.float32(norm)])
            )
            value = summary_pb2.Summary.Value(tag="grad_norm", tensor=tensor)
            writer.write(event_pb2.Event(wall_time=1.7e9 + step, step=step, summary=summary_pb2.Summary(value=[value])).SerializeToString())


tensors()


def wandb():
    """By the class that W&B itself writes with; the binary beside it adds records of the machine."""
    from wandb.proto import wandb_internal_pb2 as pb
    from wandb.sdk.internal.datastore import DataStore

    store = DataStore()
    store.open_for_write(str(files / "run.wandb"))
    for i, (step, norm, loss) in enumerate(zip(steps, norms, losses)):
        record = pb.Record(num=i)
        fields = {"_step": i, "train/global_step": step, "train/loss": loss, "train/grad_norm": norm, "text": "x" * 9000}
        for key, value in fields.items():
            record.history.item.add(key=key, value_json=json.dumps(value))
        record.history.item.add(nested_key=["nested", "value"], value_json="1")
        record.history.step.num = i
        store.write(record)
    store.close()


wandb()

table = {"_step": pa.array(range(len(norms)), pa.int64()), "train/global_step": pa.array(steps, pa.int64()), "train/grad_norm": norms}
table["train/loss"] = pa.array([loss if i % 2 else None for i, loss in enumerate(losses)])
for compression in ("snappy", "zstd", "gzip", "none", "brotli", "lz4"):
    pq.write_table(pa.table(table), files / f"history-{compression}.parquet", compression=compression)
decimals = pa.array([decimal.Decimal(f"{step}.000000") for step in steps], pa.decimal128(18, 6))
pq.write_table(
    pa.table({"run_id": ["r"] * len(norms), "attribute_path": ["metrics/grad_norm"] * len(norms), "attribute_type": ["float_series"] * len(norms), "step": decimals, "float_value": norms}),
    files / "neptune.parquet",
)

pairs = np.array(list(zip(steps, norms)))
np.save(files / "pairs.npy", pairs)
np.save(files / "pairs-fortran.npy", np.asfortranarray(pairs))
np.save(files / "pairs-big-endian.npy", pairs.astype(">f8"))
np.savez(files / "columns.npz", step=np.array(steps), grad_norm=np.array(norms), loss=np.array(losses))
np.savez_compressed(files / "columns-compressed.npz", step=np.array(steps, dtype="i4"), grad_norm=np.array(norms))


def mlflow():
    os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
    import mlflow as tracker

    with tempfile.TemporaryDirectory() as folder:
        for uri in (f"file:{folder}/runs", f"sqlite:///{folder}/mlflow.db"):
            tracker.set_tracking_uri(uri)
            tracker.set_experiment("fixture")
            with tracker.start_run():
                for step, norm, loss in zip(steps, norms, losses):
                    tracker.log_metric("train/grad_norm", norm, step=step)
                    tracker.log_metric("train/loss", loss, step=step)
        (files / "mlflow" / "metrics" / "train").mkdir(parents=True)
        for metric in pathlib.Path(folder).glob("runs/*/*/metrics/train/*"):
            (files / "mlflow" / "metrics" / "train" / metric.name).write_bytes(metric.read_bytes())
        database = sqlite3.connect(f"{folder}/mlflow.db")
        for (name,) in database.execute("select name from sqlite_master where type = 'table' and name != 'metrics'").fetchall():
            if not name.startswith("sqlite"):
                database.execute("pragma foreign_keys = off")
                database.execute(f'delete from "{name}"')
        database.commit()
        database.execute("vacuum")
        database.close()
        (files / "mlflow.db.gz").write_bytes(gzip.compress(pathlib.Path(f"{folder}/mlflow.db").read_bytes(), mtime=0))


mlflow()


def trackio():
    """The table as trackio makes it: https://github.com/gradio-app/trackio/blob/main/trackio/sqlite_storage.py"""
    database = sqlite3.connect(files / "trackio.db")
    database.execute("create table metrics(id integer primary key autoincrement, timestamp text, run_name text, step integer, metrics text)")
    for step, norm, loss in zip(steps, norms, losses):
        metrics = {"loss": loss, "grad_norm": norm if np.isfinite(norm) else {"nan": "NaN", "inf": "Infinity"}[str(norm)]}
        database.execute("insert into metrics(run_name, step, metrics) values (?, ?, ?)", ("run", step, json.dumps(metrics)))
    database.commit()
    database.close()


trackio()

text = "step,grad_norm\n" + "".join(f"{step},{norm!r}\n" for step, norm in zip(steps, norms))
(files / "table.csv.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
with zipfile.ZipFile(files / "table.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("table.csv"), text)
import zstandard

(files / "table.csv.zst").write_bytes(zstandard.compress(text.encode()))
