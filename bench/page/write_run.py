"""Writes one run with one program's own writer, as trainers do: write_run.py NAME FOLDER CSV. The CSV has the columns step, grad_norm and loss."""
import csv, os, sys

name, folder, path = sys.argv[1:4]
with open(path) as file:
    rows = [(int(row["step"]), float(row["grad_norm"]), float(row["loss"])) for row in csv.DictReader(file)]
os.makedirs(folder, exist_ok=True)


def tensorboard():
    from tensorboard.compat.proto.event_pb2 import Event
    from tensorboard.compat.proto.summary_pb2 import Summary
    from tensorboard.summary.writer.event_file_writer import EventFileWriter

    writer = EventFileWriter(os.path.join(folder, "run"))
    for step, norm, loss in rows:
        values = [Summary.Value(tag="train/grad_norm", simple_value=norm), Summary.Value(tag="train/loss", simple_value=loss)]
        writer.add_event(Event(step=step, wall_time=1.7e9 + step, summary=Summary(value=values)))
    writer.close()


def mlflow():
    import mlflow
    from mlflow.entities import Metric
    from mlflow.tracking import MlflowClient

    client = MlflowClient(f"sqlite:///{folder}/mlflow.db")
    run = client.create_run(client.create_experiment("bench", artifact_location=f"{folder}/artifacts"), run_name="run")
    for start in range(0, len(rows), 500):
        metrics = []
        for step, norm, loss in rows[start : start + 500]:
            metrics += [Metric("grad_norm", norm, 1_700_000_000_000 + step, step), Metric("loss", loss, 1_700_000_000_000 + step, step)]
        client.log_batch(run.info.run_id, metrics)
    client.set_terminated(run.info.run_id)
    print(run.info.experiment_id, run.info.run_id)


def trackio():
    os.environ["TRACKIO_DIR"] = folder
    import trackio

    trackio.import_csv(path, project="bench", name="run")


{"tensorboard": tensorboard, "mlflow": mlflow, "trackio": trackio}[name]()
