"""Writes logs with what their runs were told, and of d, by the tools themselves: python settings.py [wandb] [trackio] [kohya]

Needs tensorboard and wandb of requirements.txt, and trackio 0.43, which needs another environment; what tools add of the machine is taken out."""
import gzip, json, os, pathlib, sqlite3, sys, tempfile

files = pathlib.Path(__file__).parent / "files"
steps = list(range(0, 60, 10))
norms = [7.0, 6.3791, float("nan"), 5.1649, float("inf"), 0.1 + 0.2]
config = {"lr": 3e-4, "weight_decay": 0.1, "max_grad_norm": 1.0, "optimizer": "adamw", "model": {"dim": 128}}


def wandb():
    from wandb.proto import wandb_internal_pb2 as pb
    from wandb.sdk.internal.datastore import DataStore

    store = DataStore()
    store.open_for_write(str(files / "run-with-config.wandb"))
    record = pb.Record(num=0)
    for key, value in config.items():
        record.run.config.update.add(key=key, value_json=json.dumps(value))
    store.write(record)
    changed = pb.Record(num=1)
    changed.config.update.add(nested_key=["weight_decay"], value_json="0.05")
    store.write(changed)
    for i, (step, norm) in enumerate(zip(steps, norms)):
        record = pb.Record(num=i + 2)
        for key, value in {"_step": i, "train/global_step": step, "train/grad_norm": norm}.items():
            record.history.item.add(key=key, value_json=json.dumps(value))
        store.write(record)
    store.close()


def trackio():
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TRACKIO_DIR": folder, "HF_HUB_OFFLINE": "1"}
        import trackio as tracker

        tracker.init(project="p", name="fox", config=config)
        for step, norm in zip(steps, norms):
            tracker.log({"grad_norm": norm, "loss": 2 - step / 100}, step=step)
        tracker.finish()
        database = sqlite3.connect(f"{folder}/p.db")
        for (name,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
            if name not in ("metrics", "configs") and not name.startswith("sqlite"):
                database.execute(f'drop table "{name}"')
        database.commit()
        database.execute("vacuum")
        database.close()
        (files / "trackio-with-ids.db.gz").write_bytes(gzip.compress(pathlib.Path(f"{folder}/p.db").read_bytes(), mtime=0))


def kohya():
    """The tags of kohya-ss/sd-scripts (train_network.py, generate_step_logs), one event for each."""
    from tensorboard.compat.proto import event_pb2, summary_pb2
    from tensorboard.summary.writer.record_writer import RecordWriter

    with open(files / "kohya.tfevents", "wb") as file:
        writer = RecordWriter(file)
        writer.write(event_pb2.Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString())
        for step in range(6):
            d = 1e-5 * (step + 1)
            tags = {"loss/current": 2 - step / 10, "loss/average": 2.5, "lr/unet": 0.5, "lr/d*lr/unet": d * 0.5, "lr/textencoder": 1.0, "lr/d*lr/textencoder": d, "norm/avg_key_norm": 3.0}
            for tag, value in tags.items():
                summary = summary_pb2.Summary(value=[summary_pb2.Summary.Value(tag=tag, simple_value=value)])
                writer.write(event_pb2.Event(wall_time=1.7e9 + step, step=step, summary=summary).SerializeToString())
        writer.close()


written = {"wandb": wandb, "trackio": trackio, "kohya": kohya}
for tool in sys.argv[1:] or written:
    written[tool]()
params = files / "mlflow-with-params" / "mlruns" / "1" / "abc"
for name, text in {"metrics/train/grad_norm": "".join(f"{1764000000000 + s} {n} {s}\n" for s, n in zip(steps, norms)), "params/weight_decay": "0.1", "params/optimizer": "adamw", "params/lr": "0.0003", "params/model": "x", "tags/mlflow.runName": "fox"}.items():
    (params / name).parent.mkdir(parents=True, exist_ok=True)
    (params / name).write_text(text)
