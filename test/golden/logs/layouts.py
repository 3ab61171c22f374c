"""Writes small logs in the layouts that trainers and trackers document or print, without the tools: python layouts.py

Each holds the same twelve gradient norms, printed with as many digits as the tool prints, beside losses, rates, times and what else the tool
logs. `layouts.json` says of each what must be read, or in which words it must be refused. Layouts by the source of: Transformers, ms-swift,
LLaMA-Factory, Lightning, Keras, Weights & Biases, MLflow, DeepSpeed (monitor/csv_monitor.py), mmengine, fairseq, nanoGPT, nanochat,
modded-nanogpt, llm.c, Megatron-LM, GPT-NeoX, torchtitan, OLMo-core, Composer, MaxText, verl, NeMo, timm, levanter, kohya-ss and OneTrainer."""
import csv, io, json, pathlib, shutil

here = pathlib.Path(__file__).parent
folder = here / "layouts"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
norms = [7.0, 6.3791, 5.5971, 5.1649, 4.6104, 4.1983, 3.735, 3.4058, 3.2993, 2.8849, 2.6684, 2.6169]
count = len(norms)
expected = {}


def write(name, text, *, steps=None, values=None, column=None, step=None, total=None, refused=None, more=None):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    if refused is not None:
        expected[name] = {"refused": refused}
    elif column is not None:
        expected[name] = {"steps": list(range(1, count + 1)) if steps is None else steps, "values": norms if values is None else values, "column": column, "step": step, "totalSteps": total}
    if more:
        expected[name].update(more)


def lines(row, end="\n"):
    return "".join(row(i, norm) + end for i, norm in enumerate(norms))


def printed(digits):
    return [float(f"{norm:.{digits}f}") for norm in norms]


ones = list(range(1, count + 1))
tens = [10 * i for i in ones]
loss = [2 - i / 10 for i in range(count)]
rate = [1e-5 * (1 - i / 100) for i in range(count)]

# Weights & Biases: charts and histories
statistics = lambda name, cells: "".join(f',"{cell}"' for cell in (name, f"{name}__MIN", f"{name}__MAX")) if cells is None else f',"{cells}","{cells * 0.5}","{cells * 2}"'
write("wandb-chart.csv", '"Step"' + statistics("crisp-moon-7 - train/grad_norm", None) + "\n" + lines(lambda i, n: f'"{tens[i]}"' + statistics("", n)), steps=tens, column="crisp-moon-7 - train/grad_norm", step="Step")
two = '"train/global_step"' + statistics("run - a - train/grad_norm", None) + statistics("run - b - train/grad_norm", None) + "\n"
two += "".join(f'"{tens[i]}"' + statistics("", n) + ',"","",""\n' + f'"{tens[i] + 5}","","",""' + statistics("", 9 * n) + "\n" for i, n in enumerate(norms))
write("wandb-chart-of-two-runs.csv", two, refused="run - a")
write("wandb-relative-time.csv", '"Relative Time (Process)","fox - train/grad_norm","fox - train/grad_norm__MIN","fox - train/grad_norm__MAX"\n' + lines(lambda i, n: f'"{3.5 * i}","{n}","{n}","{n}"'), steps=list(range(count)), column="fox - train/grad_norm")
write("wandb-history.jsonl", lines(lambda i, n: json.dumps({"train/loss": loss[i], "train/grad_norm": n, "train/epoch": i / count, "train/global_step": tens[i], "_timestamp": 1.7e9 + i, "_runtime": 3.5 * i, "_step": i, "parameters/bias": {"_type": "histogram", "values": [1, 2]}})), steps=tens, column="train/grad_norm", step="train/global_step")
write("levanter-history.jsonl", lines(lambda i, n: json.dumps({"_step": i, "train/loss": loss[i], "optim/learning_rate": rate[i], "grad/norm/total": n, "grad/norm/transformer.layers.0": n / 3, "params/norm/total": 900, "throughput/total_tokens": 4096 * i})), steps=list(range(count)), column="grad/norm/total", step="_step")
write("simpletuner-history.jsonl", lines(lambda i, n: json.dumps({"_step": i, "train_loss": loss[i], "learning_rate": 1.0, "prodigy_d": 1e-5, "prodigy_effective_lr": 1e-5, "grad_norm": n, "grad_absmax": n / 10})), steps=list(range(count)), column="grad_norm", step="_step")

# Transformers and those who train with it
row = lambda i, n, **more: {"loss": loss[i], "grad_norm": n, "learning_rate": rate[i], "epoch": round((i + 1) / 4, 2), **more}
state = {"best_metric": None, "epoch": 3.0, "global_step": 120, "is_hyper_param_search": False, "log_history": [], "logging_steps": 10, "max_steps": 500, "num_train_epochs": 3, "train_batch_size": 8}
for i, n in enumerate(norms):
    state["log_history"].append(row(i, n, step=tens[i]))
    if i % 4 == 3:
        state["log_history"].append({"epoch": 1.0, "eval_loss": 1.5, "eval_runtime": 2.1, "eval_steps_per_second": 3.0, "step": tens[i]})
state["log_history"].append({"epoch": 3.0, "step": 120, "total_flos": 1e15, "train_loss": 1.4, "train_runtime": 60.1, "train_steps_per_second": 2.0})
write("trainer_state.json", json.dumps(state, indent=2), steps=tens, column="grad_norm", step="step", total=500)
write("transformers-console.log", "  0%|          | 0/120 [00:00<?, ?it/s]" + lines(lambda i, n: (bar := f"\r{100 * tens[i] // 120:3d}%|{'#' * i}    | {tens[i]}/120 [00:0{i % 10}<00:30,  2.00it/s]") + f"\r{' ' * 80}\r" + str(row(i, n)) + "\n" + bar) + "\n{'train_runtime': 60.1, 'train_samples_per_second': 16.0, 'train_steps_per_second': 2.0, 'train_loss': 1.4, 'epoch': 3.0}\n100%|##########| 120/120 [01:00<00:00,  2.00it/s]\n", steps=tens, column="grad_norm", step="step", total=120)
four = [f"{n:.4g}" for n in norms]
write("transformers-5-console.log", lines(lambda i, n: f"{100 * tens[i] // 120:3d}%|{'#' * i}    | {tens[i]}/120 [00:0{i % 10}<00:30,  2.00it/s]\r" + str({"loss": f"{loss[i]:.4g}", "grad_norm": four[i], "learning_rate": f"{rate[i]:.4g}", "epoch": f"{(i + 1) / 4:.4g}"})), steps=tens, values=[float(f) for f in four], column="grad_norm", step="step", total=120)
write("ms-swift-console.log", lines(lambda i, n: str({"loss": loss[i], "grad_norm": n, "learning_rate": rate[i], "token_acc": 0.5, "epoch": 0.02, "global_step/max_steps": f"{tens[i]}/500", "percentage": f"{2 * (i + 1)}.00%", "elapsed_time": "3s", "remaining_time": "1m 2s", "memory(GiB)": 20.1, "train_speed(iter/s)": 0.3})), steps=tens, column="grad_norm", step="global_step/max_steps", total=500)
write("ms-swift-logging.jsonl", lines(lambda i, n: json.dumps({"loss": loss[i], "grad_norm": n, "learning_rate": rate[i], "epoch": 0.02, "global_step/max_steps": f"{tens[i]}/500", "percentage": "2.00%", "elapsed_time": "3s"})), steps=tens, column="grad_norm", step="global_step/max_steps", total=500)
write("trl-console.log", lines(lambda i, n: str({"loss": loss[i], "grad_norm": n, "learning_rate": rate[i], "num_tokens": 4096.0 * i, "completions/mean_length": 91.2, "reward": 0.5, "rewards/format": 0.1, "kl": 0.001, "entropy": 1.3, "epoch": 0.1})), steps=list(range(count)), column="grad_norm")
write("llamafactory.jsonl", lines(lambda i, n: json.dumps({"current_steps": tens[i], "total_steps": 500, "loss": loss[i], "lr": rate[i], "epoch": 0.1, "percentage": 2.0, "elapsed_time": "0:00:39", "remaining_time": "0:05:17"})), refused="current_steps")
write("llamafactory-with-norms.jsonl", lines(lambda i, n: json.dumps({"current_steps": tens[i], "total_steps": 500, "loss": loss[i], "grad_norm": n, "lr": rate[i], "epoch": 0.1, "percentage": 2.0, "elapsed_time": "0:00:39"})), steps=tens, column="grad_norm", step="current_steps", total=500)

# Lightning, Keras, TensorBoard's page, MLflow, Comet, ClearML
write("lightning-metrics.csv", "epoch,grad_2.0_norm_total,grad_2.0_norm/net.0.weight,lr-AdamW,step,train_loss_epoch,train_loss_step,val_loss\n" + lines(lambda i, n: f"0,{n},{n / 2},,{9 + tens[i]},,,\n,,,{rate[i]},{9 + tens[i]},,,\n0,,,,{9 + tens[i]},,{loss[i]},") + "0,,,,139,1.5,,1.6\n", steps=[9 + t for t in tens], column="grad_2.0_norm_total", step="step")
write("lightning-two-names.csv", "epoch,grad_norm_epoch,grad_norm_step,step\n" + lines(lambda i, n: f"0,,{n},{tens[i]}") + "0,4.2,,120\n", steps=tens, column="grad_norm_step", step="step")
write("keras.csv", "epoch,accuracy,loss,learning_rate,val_accuracy,val_loss\n" + lines(lambda i, n: f"{i},0.81,{loss[i]},0.001,NA,NA"), refused="accuracy")
write("keras-semicolons.csv", "epoch;accuracy;grad_norm;loss;val_loss\n" + lines(lambda i, n: f"{i};0.81;{n};{loss[i]};NA"), steps=list(range(count)), column="grad_norm")
write("tensorboard.csv", "Wall time,Step,Value\r\n" + lines(lambda i, n: f"{1764000000.123456 + i},{tens[i]},{n}", "\r\n"), steps=tens, column="Value", step="Step")
write("tensorboard.json", json.dumps([[1764000000.12 + i, tens[i], n] for i, n in enumerate(norms)]), steps=tens, column="value", step="step")
write("mlflow-ui.csv", "Run,Run ID,metric,step,timestamp,value\n" + lines(lambda i, n: f"bold-fox,0a1b,train/loss,{tens[i]},1700000000{i:03d},{loss[i]}") + lines(lambda i, n: f"bold-fox,0a1b,train/grad_norm,{tens[i]},1700000000{i:03d},{n}"), steps=tens, column="train/grad_norm", step="step")
write("mlflow-history.json", json.dumps({"metrics": [{"key": "grad_norm", "value": n, "timestamp": 1764000000000 + i, "step": tens[i]} for i, n in enumerate(norms)], "next_page_token": "abc"}), steps=tens, column="grad_norm", step="step", more={"noted": "page"})
write("mlflow-run.json", json.dumps({"run": {"info": {"run_id": "0a", "start_time": 1764000000000}, "data": {"metrics": [{"key": "grad_norm", "value": 2.6, "step": 120}, {"key": "loss", "value": 1.0, "step": 120}]}}}), refused="get-history")
write("comet-metric.csv", '"step","train_grad_norm"\n' + lines(lambda i, n: f'"{tens[i]}","{n}"'), steps=tens, column="train_grad_norm", step="step")
write("clearml-plot.csv", "metric,variant,iter,value\n" + lines(lambda i, n: f"train,loss,{tens[i]},{loss[i]}\ntrain,grad_norm,{tens[i]},{n}"), steps=tens, column="train/grad_norm", step="iter")


def deepspeed(tag, cells):
    file = io.StringIO()
    rows = csv.writer(file)
    for i, cell in enumerate(cells):
        if i in (0, 6):
            rows.writerow(["step", tag.split("/")[-1]])
        rows.writerow([8 * tens[i], cell])
    write(f"deepspeed-monitor/{tag.replace('/', '_')}.csv", file.getvalue())


deepspeed("Train/Samples/grad_norm", norms)
deepspeed("Train/Samples/lr", rate)
deepspeed("Train/Samples/train_loss", loss)
deepspeed("Train/Samples/loss_scale", [1.0] * count)
expected["deepspeed-monitor"] = {"steps": [8 * t for t in tens], "values": norms, "column": "grad_norm", "step": "step", "totalSteps": None}

# mmengine, fairseq, timm
write("mmengine-scalars.json", lines(lambda i, n: json.dumps({"lr": rate[i], "data_time": 0.01, "grad_norm": n, "loss": loss[i], "loss_cls": 1.0, "time": 0.3, "epoch": 1 + i // 6, "iter": tens[i], "memory": 4000, "step": tens[i]}) + ("\n" + json.dumps({"coco/bbox_mAP": 0.1, "data_time": 0.1, "time": 0.2, "step": 1}) if i == 5 else "")), steps=tens, column="grad_norm", step="step")
write("mmcv-old.log.json", json.dumps({"env_info": "sys.platform: linux\nPython: 3.7", "seed": 7, "exp_name": "x.py"}) + "\n" + lines(lambda i, n: json.dumps({"mode": "train", "epoch": 1 + i // 6, "iter": 10 * (1 + i % 6), "lr": rate[i], "memory": 4000, "data_time": 0.1, "loss": loss[i], "grad_norm": n, "time": 0.4}) + ("\n" + json.dumps({"mode": "val", "epoch": 1, "iter": 500, "lr": 1e-5, "bbox_mAP": 0.1}) if i == 5 else "")), steps=tens, column="grad_norm", step="iter")
write("mmengine-epochs.log", "2026/01/01 10:00:00 - mmengine - INFO - \nSystem environment:\n    sys.platform: linux\n" + lines(lambda i, n: f"2026/01/01 10:00:0{i % 10} - mmengine - INFO - Epoch(train) [{1 + i // 6}][{10 * (1 + i % 6):3d}/60]  lr: {rate[i]:.4e}  eta: 1:02:03  time: 0.3000  data_time: 0.0100  memory: 4000  grad_norm: {n:.4f}  loss: {loss[i]:.4f}  loss_cls: 1.0000"), steps=tens, column="grad_norm", step="iter")
write("fairseq.log", lines(lambda i, n: f"2026-01-01 10:00:0{i % 10} | INFO | train_inner | epoch 00{1 + i // 6}:   {10 * (1 + i % 6):3d} / 60 loss={loss[i]:.3f}, nll_loss=7.2, ppl=150.1, wps=1000.1, ups=1.2, wpb=8192, bsz=256, num_updates={tens[i]}, lr={rate[i]}, gnorm={n:.3f}, loss_scale=128, train_wall=60, gb_free=9.1, wall=100"), steps=tens, values=printed(3), column="gnorm", step="num_updates")
write("fairseq-json.log", lines(lambda i, n: f"2026-01-01 10:00:0{i % 10} | INFO | train_inner | " + json.dumps({"epoch": 1, "update": round(i / 60, 3), "loss": f"{loss[i]:.3f}", "ppl": "150.1", "wps": "1000.1", "num_updates": str(tens[i]), "lr": str(rate[i]), "gnorm": f"{n:.3f}", "train_wall": "60", "wall": "100"})), steps=tens, values=printed(3), column="gnorm", step="num_updates")
write("timm.log", lines(lambda i, n: f"Train: {i // 6} [{50 * (i % 6):4d}/300 ({16 * (i % 6):3d}%)]  Loss: {loss[i]:#.3g} ({loss[i] + 0.1:#.3g})  Time: 0.300s,  853.33/s  (0.310s,  825.81/s)  LR: {rate[i]:.3e}  Data: 0.010 (0.020)"), refused="console of timm")

# GPT speedruns and pre-training consoles
write("nanogpt.log", "tokens per iteration will be: 491,520\nnumber of parameters: 123.59M\nstep 0: train loss 10.98, val loss 10.97\n" + lines(lambda i, n: f"iter {tens[i]}: loss {loss[i]:.4f}, time 120.00ms, mfu 30.00%"), refused="console of nanoGPT")
write("nanogpt-with-norms.log", lines(lambda i, n: f"iter {tens[i]}: loss {loss[i]:.4f}, grad norm {n:.4f}, time 120.00ms, mfu 30.00%"), steps=tens, column="grad norm", step="step")
write("nanochat.log", lines(lambda i, n: f"step {tens[i]:05d}/20000 ({tens[i] / 200:.2f}%) | loss: {loss[i]:.6f} | lrm: 1.00 | dt: 120.00ms | tok/sec: 1,000,000 | bf16_mfu: 40.00 | epoch: 1 | total time: 0.10m | eta: 40.0m"), refused="console of nanochat")
write("nanochat-with-norms.log", lines(lambda i, n: f"step {tens[i]:05d}/20000 ({tens[i] / 200:.2f}%) | loss: {loss[i]:.6f} | grad norm: {n:.4f} | lrm: 1.00 | dt: 120.00ms | tok/sec: 1,000,000 | mfu: 40.00 | total time: 0.10m"), steps=tens, column="grad norm", step="step", total=20000)
write("modded-nanogpt.txt", 'import os\nwith open(sys.argv[0]) as f:\n    code = f.read()\nstep = 0\nfor step in range(train_steps + 1):\n    print0(f"step:{step}/{train_steps} val_loss:{val_loss:.4f}", console=True)\n' + "=" * 100 + "\nRunning Python 3.12\n" + lines(lambda i, n: f"step:{tens[i]}/1750 train_loss:{loss[i]:.4f} train_time:{100 * i}ms step_avg:60.00ms") + "step:120/1750 val_loss:4.1000 train_time:15000ms step_avg:60.00ms\n", refused="console of modded-nanogpt")
write("modded-nanogpt-with-norms.txt", "=" * 100 + "\n" + lines(lambda i, n: f"step:{tens[i]}/1750 train_loss:{loss[i]:.4f} grad_norm:{n:.4f} train_time:{100 * i}ms step_avg:60.00ms"), steps=tens, column="grad_norm", step="step", total=1750)
write("llm.c.log", "+-----------------------+----------------------------------------------------+\n| Parameter             | Value                                              |\n" + lines(lambda i, n: f"step {tens[i]:4d}/18865 | loss {loss[i]:7.6f} (+nanz)| norm {n:6.4f} (+nanz)| lr {rate[i]:.2e} | 3056.36 ms | 42.6% bf16 MFU | 171545 tok/s"), steps=tens, column="norm", step="step", total=18865)
megatron = lambda i, n, at="2026-11-25 10:00:00.000000", norm="grad norm", digits=3: f" [{at}] iteration {tens[i]:8d}/  500000 | consumed samples: {1024 * tens[i]:12d} | elapsed time per iteration (ms): 900.0 | throughput per GPU (TFLOP/s/GPU): 400.1 | learning rate: {rate[i]:.6E} | global batch size:  1024 | lm loss: {loss[i]:.6E} | loss scale: 1.0 | {norm}: {n:.{digits}f} | num zeros: 5.0 | params norm: 900.100 | number of skipped iterations:   0 | number of nan iterations:   0 |"
write("megatron.log", "using world size: 8\n> building train dataset ...\n" + lines(lambda i, n: megatron(i, n)), steps=tens, values=printed(3), column="grad norm", step="step", total=500000)
write("megatron-torchrun.log", lines(lambda i, n: f"[default7]:{megatron(i, n)}\n[default3]:some other line"), steps=tens, values=printed(3), column="grad norm", step="step", total=500000)
write("gpt-neox.log", lines(lambda i, n: f" samples/sec: 10.1 | iteration {tens[i]:8d}/  320000 | elapsed time per iteration (ms): 900.1 | learning rate: {rate[i]:.3E} | approx flops per GPU: 100.1TFLOPS | lm_loss: {loss[i]:.6E} | grad_norm: {n:.4f} | loss scale: 4096.0 | number of skipped iterations:   0 | number of nan iterations:   0 |"), steps=tens, column="grad_norm", step="step", total=320000)
titan = lambda i, n: f"[titan] 2026-06-16 22:30:00,322 - root - INFO - \x1b[31mstep: {tens[i]:2d}  \x1b[32mloss: {loss[i]:8.5f}  \x1b[38;2;180;60;0mgrad_norm: {n:7.4f}  \x1b[38;2;54;234;195mmemory: 40.00GiB(50.00%)  \x1b[34mtps: 7,000  \x1b[36mtflops: 300.00  \x1b[35mmfu: 40.00%\x1b[39m"
write("torchtitan.log", "[titan] 2026-06-16 22:30:00,100 - root - INFO - Starting job: Llama 3 8B training\n" + lines(lambda i, n: f"[rank0]:{titan(i, n)}\n[rank1]:{titan(i, n)}"), steps=tens, column="grad_norm", step="step")
write("olmo.log", lines(lambda i, n: f"2026-01-01 10:00:00.001\thost:0\tolmo_core.train:500\tINFO\t[step={tens[i]}/1,000,epoch=1,eta=1h]\n    optim/LR (group 0)={rate[i]:.6f}\n    optim/total grad norm={n:.4f}\n    throughput/total tokens={4096000 * tens[i]:,}\n    train/CE loss={loss[i]:.3f}\n    train/PPL=24.80"), steps=tens, column="optim/total grad norm", step="step", total=1000)
write("olmo-1.log", lines(lambda i, n: f"[2026-01-01 10:00:00] INFO     [olmo.train:900, rank=0] [step={tens[i]}/739328,epoch=0]\n    optim/total_grad_norm={n:.4f}\n    train/CrossEntropyLoss={loss[i]:.3f}\n    train/Perplexity=24.80\n    throughput/total_tokens={4194304 * tens[i]:,}\n    System/Peak GPU Memory (MB)=40,000"), steps=tens, column="optim/total_grad_norm", step="step", total=739328)
write("composer.log", lines(lambda i, n: f"[batch={tens[i]}/1000]:\n\t Train time/batch: {tens[i] - 1}\n\t Train time/sample: {8 * tens[i]}\n\t Train time/token: {8192 * tens[i]}\n\t Train l2_norm/moment/global: 0.1000\n\t Train l2_norm/param/global: 900.1000\n\t Train l2_norm/update/global: 0.0100\n\t Train l2_norm/grad/global: {n:.4f}\n\t Train l2_norm/grad/model.blocks.0.attn.weight: 0.0100\n\t Train loss/train/total: {loss[i]:.4f}\n\t Train lr-DecoupledAdamW/group0: {rate[i]:.4f}"), steps=tens, column="l2_norm/grad/global", step="step", total=1000)
write("maxtext.log", lines(lambda i, n: f"completed step: {tens[i]}, seconds: 1.100, TFLOP/s/device: 300.000, Tokens/s/device: 9000.000, total_weights: 131072, loss: {loss[i]:.3f}, lm_loss: {loss[i]:.3f}, perplexity: 24.800"), refused="console of MaxText")
write("maxtext-metrics.jsonl", lines(lambda i, n: json.dumps({"learning/loss": loss[i], "learning/grad_norm": 1.0, "learning/raw_grad_norm": n, "learning/param_norm": 900.1, "learning/current_learning_rate": rate[i], "perf/step_time_seconds": 1.1, "step": float(tens[i]), "run_name": "demo"})), steps=tens, column="learning/raw_grad_norm", step="step")
write("verl.log", lines(lambda i, n: f"\x1b[36m(TaskRunner pid=4321)\x1b[0m step:{tens[i]} - global_seqlen/min:100 - global_seqlen/mean:200.5 - actor/entropy:0.5 - actor/pg_loss:{loss[i]} - actor/grad_norm:{n} - actor/lr:1e-06 - training/global_step:{tens[i]} - training/epoch:0 - critic/score/mean:0.5 - response_length/max:1024.0 - timing_s/step:30.1 - perf/throughput:900.1"), steps=tens, column="actor/grad_norm", step="training/global_step")
write("nemo.log", lines(lambda i, n: f"Training epoch 0, iteration {tens[i] - 1}/999 | lr: {rate[i]:.4g} | global_batch_size: 512 | global_step: {tens[i]} | reduced_train_loss: {loss[i]:.4f} | grad_norm: {n:.4f} | train_step_timing in s: 5.512 | consumed_samples: {512 * tens[i]}"), steps=tens, column="grad_norm", step="global_step")
write("deepspeed.log", lines(lambda i, n: f"[2026-01-01 10:00:00,123] [INFO] [logging.py:96:log_dist] [Rank 0] step={tens[i]}, skipped=0, lr=[{rate[i]}], mom=[(0.9, 0.999)]\n[2026-01-01 10:00:00,124] [INFO] [timer.py:260:stop] epoch=0/micro_step={tens[i]}/global_step={tens[i]}, RunningAvgSamplesPerSec=10.1, CurrSamplesPerSec=10.2, MemAllocated=1.0GB, MaxMemAllocated=2.0GB"), refused="console of DeepSpeed")
write("lightning-bar.log", lines(lambda i, n: f"Epoch {i // 6}: {16 * (i % 6):3d}%|###       | {10 * (1 + i % 6)}/60 [00:05<00:05,  2.00it/s, v_num=0, train_loss={loss[i]:.3f}, grad_norm={n:.4f}]\r"), steps=tens, column="grad_norm", step="iter")
write("accelerate-bar.log", lines(lambda i, n: f"Steps: {tens[i] // 10:3d}%|#         | {tens[i]}/1000 [00:05<00:05,  2.00it/s, grad_norm={n:.4f}, lr={rate[i]:.3g}, step_loss={loss[i]:.4f}]\r"), steps=tens, column="grad_norm", step="step", total=1000)
write("own-console.log", lines(lambda i, n: f"2026-09-20 22:31:25.227 | INFO     | train:train:481 - Epoch 1/3 | Step {tens[i]}/150 | loss={loss[i]:.4f} | avg_loss=7.7590 | lr={rate[i]:.2e} | grad_norm={n:.4f} | steps/s=0.92"), steps=tens, column="grad_norm", step="step", total=150)
write("own-pipes.log", lines(lambda i, n: f"Epoch: 1 | Iter: {tens[i]} | Loss: {loss[i]:.4f} | Grad Norm: {n:.4f} | LR: {rate[i]:.2e} | Time: 0.3s"), steps=tens, column="Grad Norm", step="step")
write("own-logfmt.log", lines(lambda i, n: f'ts=2026-01-01T00:00:00Z level=info msg="train" step={tens[i]} loss={loss[i]:.4f} grad_norm={n:.4f} lr={rate[i]:.2e}'), steps=tens, column="grad_norm", step="step")

# Tables as people keep them
write("raw-and-clipped.csv", "step,grad_norm_clipped,grad_norm,loss\n" + lines(lambda i, n: f"{tens[i]},{min(1, n)},{n},{loss[i]}"), steps=tens, column="grad_norm", step="step")
write("before-and-after.csv", "iteration,train/grad_norm,train/grad_norm_before_clip,train/grad_norm_after_clip\n" + lines(lambda i, n: f"{tens[i]},1.0,{n},1.0"), steps=tens, column="train/grad_norm_before_clip", step="iteration")
write("threshold.csv", "step,max_grad_norm,grad_norm,lr\n" + lines(lambda i, n: f"{tens[i]},1.0,{n},1e-5"), steps=tens, column="grad_norm", step="step")
write("threshold-alone.csv", "step,max_grad_norm,lr,loss\n" + lines(lambda i, n: f"{tens[i]},1.0,1e-5,2"), refused="max_grad_norm")
write("statistics.csv", "step,grad_norm_std,grad_norm_max,grad_norm_min,log_grad_norm,grad_norm,grad_norm_ema\n" + lines(lambda i, n: f"{tens[i]},0.1,9,0.2,1.5,{n},3.3"), steps=tens, column="grad_norm", step="step")
write("norms-of-layers.csv", "step,loss,grad_norm/backbone,grad_norm/head\n" + lines(lambda i, n: f"{tens[i]},2,{0.6 * n},{0.8 * n}"), refused="grad_norm/backbone")
write("actor-and-critic.csv", "step,actor/grad_norm,critic/grad_norm\n" + lines(lambda i, n: f"{tens[i]},{n},{2 * n}"), refused="critic/grad_norm")
write("generator-and-discriminator.csv", "step,grad_norm_G,grad_norm_D\n" + lines(lambda i, n: f"{tens[i]},{n},{2 * n}"), refused="grad_norm_D")
write("layers-and-total.csv", "step,grad_norm/layer.0,grad_norm/layer.1,grad_norm/total\n" + lines(lambda i, n: f"{tens[i]},1,2,{n}"), steps=tens, column="grad_norm/total", step="step")
write("perplexity.csv", "step,perplexity,epoch,wall_time\n" + lines(lambda i, n: f"{tens[i]},{n},0.5,{1.7e9 + i}"), refused="perplexity")
write("perplexity-alone.csv", "step,ppl\n" + lines(lambda i, n: f"{tens[i]},{n}"), refused="ppl")
write("wall-time-alone.csv", "step,wall_time\n" + lines(lambda i, n: f"{tens[i]},{1.7e9 + i}"), refused="wall_time")
write("index-of-pandas.csv", ",grad_norm\n" + lines(lambda i, n: f"{tens[i]},{n}"), refused="Unnamed: 0")
write("index-and-step.csv", ",step,grad_norm\n" + lines(lambda i, n: f"{i},{tens[i]},{n}"), steps=tens, column="grad_norm", step="step")
write("other-spelling.tsv", "Global Step\tTraining Loss\tGradient-Norm (L2)\tLearning Rate\n" + lines(lambda i, n: f"{tens[i]}\t{loss[i]}\t{n}\t{rate[i]}"), steps=tens, column="Gradient-Norm (L2)", step="Global Step")
write("bars.csv", "step,||g||,||w||\n" + lines(lambda i, n: f"{tens[i]},{n},900"), steps=tens, column="||g||", step="step")
write("german.csv", "sep=;\r\nstep;loss;grad_norm\r\n" + lines(lambda i, n: f"{tens[i]};{str(loss[i]).replace('.', ',')};{str(n).replace('.', ',')}", "\r\n"), steps=tens, column="grad_norm", step="step")
write("german-thousands.csv", "step;grad_norm\n" + lines(lambda i, n: f"{1000 * (i + 1):,}".replace(",", ".") + f";{str(n).replace('.', ',')}"), steps=[1000 * o for o in ones], column="grad_norm", step="step")
write("quoted-thousands.csv", "step,grad_norm\n" + lines(lambda i, n: f'"{1000 * (i + 1):,}",{n}'), steps=[1000 * o for o in ones], column="grad_norm", step="step")
write("seconds.csv", "time_s,update,grad_norm\n" + lines(lambda i, n: f"{0.3 * i},{tens[i]},{n}"), steps=tens, column="grad_norm", step="update")
write("no-header.csv", lines(lambda i, n: f"{tens[i]},{n}"), refused="header")
write("prose.txt", "Dear colleague,\nplease find the norms in the other file.\n", refused="read as a table")

# Consoles of other trainers, and of the same ones on the way through collectors of logs
read = dict(steps=tens, step="step")
losses = {"losses": [round(value, 4) for value in loss]}
valid = lambda i, text: text if i % 4 == 3 else ""
checked = {**losses, "evaluationLosses": [9.9] * 3}
write("torchtitan-validates.log", lines(lambda i, n: f"[titan] 2026-02-24 19:46:17,508 - root - INFO - step: {tens[i]:2d}  loss: {loss[i]:8.5f}  grad_norm: {n:7.4f}  memory: 66.91GiB(37.51%)  tps: 10,050  tflops: 314.71  mfu: 13.99%" + valid(i, f"\n[titan] 2026-02-24 19:46:18,508 - root - INFO - validate step: {tens[i]:2d}  loss:  9.90000  memory: 66.91GiB(37.51%)  tps: 10,050")), column="grad_norm", more=checked, **read)
write("megatron-validates.log", lines(lambda i, n: megatron(i, n, digits=4) + valid(i, f"\n{'-' * 90}\n validation loss at iteration {tens[i]} | lm loss value: 9.900000E+00 | lm loss PPL: 1.2E+02 |\n{'-' * 90}")), column="grad norm", total=500000, more=losses, **read)
broken = lambda text, width: "\n".join(text[at : at + width] for at in range(0, len(text), width))
write("megatron-broken-at-80.log", lines(lambda i, n: broken(megatron(i, n, digits=4), 80)), column="grad norm", total=500000, more=losses, **read)
write("megatron-broken-at-120.log", lines(lambda i, n: broken(megatron(i, n, digits=4), 120)), column="grad norm", total=500000, more=losses, **read)
write("megatron-docker.json", lines(lambda i, n: json.dumps({"log": megatron(i, n, digits=4) + "\n", "stream": "stdout", "time": "2026-01-01T00:00:00.1Z"})), column="grad norm", total=500000, more=losses, **read)
write("swin.log", lines(lambda i, n: f"[2021-01-01 10:00:00 swin](main.py 215): INFO Train: [{i // 6}/300][{10 * (i % 6)}/60]\teta 0:06:00 lr {rate[i]:.6f}\t wd 0.0500\ttime 0.3 (0.3)\tloss {loss[i]:.4f} (6.9)\tgrad_norm {n:.4f} (1.3)\tloss_scale 65536.0000 (65536.0000)\tmem 5000MB"), steps=[t - 10 for t in tens], column="grad_norm", step="iter", more=losses)
write("metric-logger.log", lines(lambda i, n: f"Epoch: [{i // 6}]  [{10 * (i % 6):4d}/60]  eta: 1:00:00  lr: {rate[i]:.6f}  loss: {loss[i]:.4f} (6.9)  grad_norm: {n:.4f} (1.3)  time: 1.2  data: 0.2  max mem: 5000"), steps=[t - 10 for t in tens], column="grad_norm", step="iter", more=losses)
write("epochs-of-61.log", lines(lambda i, n: f"Epoch: [{i // 6}]  [{10 * (i % 6):4d}/61]  loss: {loss[i]:.4f} (6.9)  grad_norm: {n:.4f} (1.3)"), steps=[61 * (i // 6) + 10 * (i % 6) for i in range(count)], column="grad_norm", step="iter", more=losses)
write("fairseq-simple.log", lines(lambda i, n: f"2026-01-01 10:00:00 | INFO | train | epoch {i + 1:03d} | loss {loss[i]:.4f} | nll_loss 7.2 | ppl 150 | num_updates {tens[i]} | lr {rate[i]} | gnorm {n} | train_wall 60" + valid(i, f"\n2026-01-01 10:00:00 | INFO | valid | epoch {i + 1:03d} | valid on 'valid' subset | loss 9.9 | nll_loss 8 | num_updates {tens[i]}")), steps=tens, column="gnorm", step="num_updates", more=losses)
write("fairseq-json-validates.log", lines(lambda i, n: f"2026-01-01 10:00:0{i % 10} | INFO | train_inner | " + json.dumps({"epoch": 1, "update": round(i / 60, 3), "loss": f"{loss[i]:.4f}", "num_updates": str(tens[i]), "lr": str(rate[i]), "gnorm": f"{n}", "clip": "100"}) + valid(i, "\n2026-01-01 10:00:00 | INFO | train | " + json.dumps({"epoch": 1, "train_loss": "8.8", "train_gnorm": "8.8", "train_num_updates": str(tens[i])}))), steps=tens, column="gnorm", step="num_updates", more=losses)
write("marian.log", lines(lambda i, n: f"[2023-01-01 10:00:00] Ep. 1 : Up. {tens[i]} : Sen. {64 * tens[i]:,} : Cost {loss[i]:.8f} * 1,000 @ 100 after 100,000 : Time 10.0s : 10000.00 words/s : gNorm {n:.4f} : L.r. {rate[i]:.4e}"), column="gNorm", **read)
write("verl-numpy.log", lines(lambda i, n: f"(TaskRunner pid=1) step:{tens[i]} - global_seqlen/min:np.int64(100) - actor/pg_loss:np.float64({loss[i]}) - actor/grad_norm:np.float64({n}) - training/global_step:{tens[i]}"), steps=tens, column="actor/grad_norm", step="training/global_step")
write("tensors.log", lines(lambda i, n: f"step {tens[i]} loss: tensor({loss[i]:.4f}, device='cuda:0', grad_fn=<NllLossBackward0>) grad_norm: tensor({n}, device='cuda:0')"), column="grad_norm", more=losses, **read)
write("jax-arrays.log", lines(lambda i, n: f"step {tens[i]} loss: Array({loss[i]:.4f}, dtype=float32) grad_norm: Array({n}, dtype=float32)"), column="grad_norm", more=losses, **read)
write("device-alone.log", lines(lambda i, n: f"step {tens[i]} device='cuda:0' worker: 3"), refused="No column is called like a gradient norm")
write("internlm.log", lines(lambda i, n: f"2023-07-07 12:26:58,293\tINFO train.py:323 in record -- tflops=63.3 step={tens[i]} loss={loss[i]} lr={rate[i]} loss_scale=65536.0 grad_norm={{'0_default': {n}, '1_fp32': 0.0}} micro_num=4"), refused="grad_norm/0_default")
write("paddlenlp.log", lines(lambda i, n: f"[2023-01-01 10:00:00,123] [    INFO] - loss: {loss[i]:.4f}, learning_rate: {rate[i]}, grad_norm: {n}, global_step: {tens[i]}, interval_runtime: 3.2, epoch: 0.1"), column="grad_norm", more=losses, **read)
write("build-nanogpt.log", lines(lambda i, n: f"step {tens[i]:5d} | loss: {loss[i]:.6f} | lr {rate[i]:.4e} | norm: {n:.4f} | dt: 300.00ms | tok/sec: 100000.00" + valid(i, "\nvalidation loss: 9.9")), column="norm", more={**losses, "learningRates": [float(f"{value:.4e}") for value in rate]}, **read)
write("llm.c-main.log", lines(lambda i, n: f"s:{tens[i]} trl:{loss[i]:.4f} lr:{rate[i]:.6f} norm:{n:.4f}" + valid(i, f"\ns:{tens[i]} tel:9.9000\ns:{tens[i]} eval:0.2")), column="norm", more=checked, **read)
write("lit-gpt.log", lines(lambda i, n: f"iter {4 * tens[i]} step {tens[i]}: loss {loss[i]:.4f}, grad_norm: {n}, iter time: 300.00ms"), column="grad_norm", more=losses, **read)
write("flair.log", lines(lambda i, n: f"2023-01-01 10:00:00,123 epoch 1 - iter {tens[i]}/1200 - loss {loss[i]:.8f} - time (sec): 1.20 - samples/sec: 40.1 - lr: {rate[i]:.6f}"), refused="No column is called like a gradient norm")
write("lerobot.log", lines(lambda i, n: f"INFO 2025-01-01 10:00:00 train.py:299 step:{200 * (i + 1) if i < 4 else str(round((i + 1) / 5)) + 'K'} smpl:{2 + i}K ep:3 loss:{loss[i]:.3f} grdn:{n:.3f} lr:1.0e-05"), refused="whole number")
write("keras-console.log", "".join(f"Epoch {i + 1}/12\n\x1b[1m1875/1875\x1b[0m \x1b[32m━━━━━━━━━━━━━━━━━━━━\x1b[0m\x1b[37m\x1b[0m \x1b[1m5s\x1b[0m 2ms/step - accuracy: 0.9000 - loss: {loss[i]:.4f} - val_accuracy: 0.8 - val_loss: {loss[i] + 0.1:.4f}\n" for i in range(count)), refused="console of Keras")
write("lightning-rich.log", lines(lambda i, n: f"Epoch {i // 6}/9 ━━━━━━━━ {10 * (i % 6 + 1)}/60 0:00:10 • 0:00:00 90.12it/s v_num: 0 train_loss: {loss[i]:.3f} grad_norm: {n:.4f}"), steps=tens, column="grad_norm", step="iter", more=losses)
write("bar-without-total.log", lines(lambda i, n: f"{tens[i]}it [00:10, 2.0it/s, loss={loss[i]:.4f}, grad_norm={n}]\r"), column="grad_norm", more=losses, **read)
write("epochs-and-steps.log", lines(lambda i, n: f"Epoch [{i // 6 + 1}/2], Step [{10 * (i % 6 + 1)}/60], Loss: {loss[i]:.4f}, Grad Norm: {n:.4f}"), column="Grad Norm", more=losses, **read)
write("epochs-and-batches.log", lines(lambda i, n: f"Epoch {i // 6 + 1}/2 | Batch {10 * (i % 6 + 1)}/60 | Loss: {loss[i]:.4f} | Grad Norm: {n:.4f}"), column="Grad Norm", more=losses, **read)
write("thousands.log", lines(lambda i, n: f"Step: {100 * tens[i]:,}, Loss: {loss[i]:.4f}, Grad Norm: {n}"), steps=[100 * t for t in tens], column="Grad Norm", step="step", more=losses)
write("rounded-steps.log", lines(lambda i, n: f"step {i + 1}k/20k | loss {loss[i]:.4f} | grad_norm: {n}"), refused="whole number")
write("blanks.log", lines(lambda i, n: f"step {tens[i]} loss {loss[i]:.4f} grad_norm {n:.4f} lr {rate[i]:.2e}"), column="grad_norm", more=losses, **read)
write("bars-around.log", lines(lambda i, n: f"Step #{tens[i]}: loss={loss[i]:.4f}, ||g||={n:.4f}"), column="||g||", more=losses, **read)
write("evaluates-before.log", lines(lambda i, n: f"step {tens[i]} loss={loss[i]:.4f} grad_norm={n}" + valid(i, f"\nval step {tens[i]} loss=9.9")), column="grad_norm", more=checked, **read)
write("evaluates-after.log", lines(lambda i, n: f"step {tens[i]} | train | loss={loss[i]:.4f} grad_norm={n}" + valid(i, f"\nstep {tens[i]} | eval | loss=9.9")), column="grad_norm", more=checked, **read)

# Records that say which metric they are, whose, and of what; JSON of other layouts
write("split.jsonl", lines(lambda i, n: json.dumps({"split": "train", "step": tens[i], "loss": round(loss[i], 4), "grad_norm": n}) + valid(i, "\n" + json.dumps({"split": "val", "step": tens[i], "loss": 9.9}))), column="grad_norm", more=checked, **read)
write("mode.csv", "mode,step,loss,grad_norm\n" + lines(lambda i, n: f"train,{tens[i]},{loss[i]:.4f},{n}" + valid(i, f"\nval,{tens[i]},9.9,")), column="grad_norm", more=checked, **read)
write("long.jsonl", lines(lambda i, n: json.dumps({"step": tens[i], "name": "grad_norm", "value": n}) + "\n" + json.dumps({"step": tens[i], "name": "loss", "value": round(loss[i], 4)})), column="grad_norm", more=losses, **read)
write("runs.jsonl", lines(lambda i, n: json.dumps({"run": "a", "step": tens[i], "grad_norm": n}) + "\n" + json.dumps({"run": "b", "step": tens[i], "grad_norm": 3 * n})), refused="holds 2 runs")
write("runs.csv", "run,step,grad_norm\n" + lines(lambda i, n: f"a,{tens[i]},{n}") + lines(lambda i, n: f"b,{tens[i]},{3 * n}"), refused="holds 2 runs")
write("seeds.csv", "seed,step,grad_norm\n" + lines(lambda i, n: f"0,{tens[i]},{n}") + lines(lambda i, n: f"1,{tens[i]},{3 * n}"), refused="seed 1")
write("one-seed.csv", "seed,step,grad_norm\n" + lines(lambda i, n: f"7,{tens[i]},{n}"), column="grad_norm", **read)
write("tbparse.csv", "step,tag,value,dir_name\n" + lines(lambda i, n: f"{tens[i]},train/grad_norm,{n},a") + lines(lambda i, n: f"{tens[i]},train/grad_norm,{3 * n},b"), refused="holds 2 runs")
write("wandb-runs.csv", '"Name","State","User","Created","Runtime","_step","train/grad_norm"\n' + lines(lambda i, n: f'"fox-{i}","finished","me","2026-01-01T00:00:00.000Z","{100 + i}","{tens[i]}","{n}"'), refused="a row for each run")
write("mlflow-runs.csv", ",run_id,experiment_id,artifact_uri,metrics.loss,metrics.grad_norm\n" + lines(lambda i, n: f"{i},{i:032x},0,/a,{loss[i]},{n}"), refused="a row for each run")
write("wandb-summary.json", json.dumps({"_step": 120, "_runtime": 33.1, "train/loss": 1.2, "train/grad_norm": 2.5, "_wandb": {"runtime": 33}}), refused="no history")
write("all_results.json", json.dumps({"epoch": 3.0, "train_loss": 1.4, "train_runtime": 60.1}, indent=4), refused="no history")
write("lists-of-other-lengths.json", json.dumps({"step": tens, "grad_norm": norms, "loss": [round(value, 4) for value in loss], "eval_loss": [1.1, 1.2, 1.3]}), column="grad_norm", more={**losses, "evaluationLosses": None, "noted": '"eval_loss" (3)'}, **read)
write("lists-of-two-parts.json", json.dumps({"train": {"step": tens, "grad_norm": norms, "loss": [round(value, 4) for value in loss]}, "val": {"step": [40, 80, 120], "loss": [9.9] * 3}, "config": {"lr": 0.1}}), column="train/grad_norm", more=checked, **read)
write("pandas-split.json", json.dumps({"columns": ["step", "grad_norm"], "index": list(range(count)), "data": [[tens[i], n] for i, n in enumerate(norms)]}), column="grad_norm", **read)
write("pandas-index.json", json.dumps({str(i): {"step": tens[i], "grad_norm": n} for i, n in enumerate(norms)}), column="grad_norm", **read)
write("pairs.json", json.dumps([[tens[i], n] for i, n in enumerate(norms)]), column="value", **read)
write("tags.json", json.dumps({"train/grad_norm": [[1.7e9 + i, tens[i], n] for i, n in enumerate(norms)], "train/loss": [[1.7e9 + i, tens[i], round(loss[i], 4)] for i in range(count)]}), column="train/grad_norm", more=losses, **read)
write("within-metrics.jsonl", lines(lambda i, n: json.dumps({"ts": 1.7e9 + i, "metrics": {"step": tens[i], "loss": round(loss[i], 4), "grad_norm": n}})), steps=tens, column="metrics/grad_norm", step="metrics/step", more=losses)
write("list-of-norms.jsonl", lines(lambda i, n: json.dumps({"step": tens[i], "grad_norm": [n, 2 * n]})), refused="grad_norm/group1")
write("run-a-tag-train_loss.json", json.dumps([[1.7e9 + i, tens[i], n] for i, n in enumerate(norms)]), refused="is loss")
write("decimal-commas-unquoted.csv", "step,grad_norm\n" + lines(lambda i, n: f"{tens[i]},{str(n).replace('.', ',')}"), refused="has 3 cells")
write("index-without-a-name.csv", "step,grad_norm,loss\n" + lines(lambda i, n: f"{i},{tens[i]},{n},{loss[i]}"), refused="has 4 cells")
write("two-of-one-name.csv", "step,grad_norm,grad_norm\n" + lines(lambda i, n: f"{tens[i]},{n},{2 * n}"), refused="grad_norm.1")
write("names-in-a-remark.dat", "# step loss grad_norm\n" + lines(lambda i, n: f"{tens[i]} {loss[i]:.4f} {n:.4f}"), column="grad_norm", more=losses, **read)
write("markdown.md", "| step | loss | grad_norm |\n|---|---|---|\n" + lines(lambda i, n: f"| {tens[i]} | {loss[i]:.4f} | {n} |"), column="grad_norm", more=losses, **read)
write("evaluations-without-steps.log", lines(lambda i, n: str({"loss": round(loss[i], 4), "grad_norm": n, "epoch": 0.1 * i}) + valid(i, "\n{'eval_loss': 9.9, 'eval_runtime': 2.1, 'epoch': 0.5}")), steps=list(range(count)), column="grad_norm", more={**losses, "evaluationLosses": None})
write("keras-losses.csv", "epoch,accuracy,loss,val_loss\n" + lines(lambda i, n: f"{i},0.81,{loss[i]:.4f},1.5"), refused="accuracy")
write("mmcv.log", lines(lambda i, n: f"2020-06-08 16:36:52,839 - mmdet - INFO - Epoch [{1 + i // 6}][{50 * (1 + i % 6)}/300]\tlr: {rate[i]:.3e}, eta: 0:20:40, time: 1.515, data_time: 0.671, memory: 8436, loss_cls: 0.3105, acc: 91.2, loss: {loss[i]:.4f}, grad_norm: {n:.4f}") + "2020-06-08 16:46:52,839 - mmdet - INFO - Epoch(val) [2][50]\tbbox_mAP: 0.3720, bbox_mAP_50: 0.5810\n", steps=[50 * i for i in ones], column="grad_norm", step="iter", more=losses)
write("espnet.log", lines(lambda i, n: f"[gpu01] 2023-04-21 10:00:00,123 (trainer:762) INFO: {1 + i // 6}epoch:train:{50 * (i % 6) + 1}-{50 * (i % 6) + 50}batch: iter_time=0.102, forward_time=0.201, loss_ctc=250.1, loss={loss[i]:.4f}, backward_time=0.301, grad_norm={n:.4f}, clip=100.000, loss_scale=1.000, optim_step_time=0.101, optim0_lr0=5.100e-08, train_time=1.201"), steps=[50 * i for i in ones], column="grad_norm", step="iter", more={**losses, "noted": "epoch"})
write("clu.log", lines(lambda i, n: f"I1102 10:00:00.123456 140012345678 logging_writer.py:48] [{tens[i]}] grad_norm={n}, learning_rate={rate[i]}, loss={loss[i]:.4f}, steps_per_second=10.1"), steps=tens, column="grad_norm", step="step", more=losses)
write("field-a-line.log", lines(lambda i, n: f"step: {tens[i]}\nloss: {loss[i]:.4f}\ntokens seen: {4096 * tens[i]}\ngradient norm: {n}\nreserved memory: 12.1\n"), steps=tens, column="gradient norm", step="step", more=losses)
write("records.yaml", lines(lambda i, n: f"- step: {tens[i]}\n  loss: {loss[i]:.4f}\n  grad_norm: {n}"), steps=tens, column="grad_norm", step="step", more=losses)
write("acme.csv", "grad_norm,learner_steps,learner_walltime,loss,steps,walltime\n" + lines(lambda i, n: f"{n},{tens[i]},{1.1 * i},{loss[i]:.4f},{7 * i},{1.2 * i}"), steps=tens, column="grad_norm", step="learner_steps", more=losses)
write("epochs-alone.log", lines(lambda i, n: f"Epoch {i}, Loss: {loss[i]:.5f}, grad norm: {n:.5f}"), refused="names with their numbers")
write("icefall.log", lines(lambda i, n: f"2023-04-21 10:00:00,123 INFO [train.py:892] (0/4) Epoch 1, batch {50 * i}, loss[loss={loss[i]:.4f}, simple_loss=0.6, pruned_loss=7.1, over 1900.00 frames. ], tot_loss[loss=0.8, over 1900.00 frames. ], batch size: 50, lr: 2.25e-02, grad_scale: {n}"), refused="names with their numbers")
write("lingua.log", lines(lambda i, n: f"0: INFO    24-10-01 10:00:00.123456 - 0:00:10 - step: {tens[i]}  acc: 0  loss:  {loss[i]:.4f}  grad:  {n:.2e}  flops: 1.01e+13  wps: 1.2e+04  iter:  0.5101  data: 0.001  lr: 1.00e-04  mem: 10%  pow: 300 W"), refused="No column is called like a gradient norm")
write("spectral-norm.csv", "step,spectral_norm\n" + lines(lambda i, n: f"{tens[i]},{n}"), refused="No column is called like a gradient norm")
write("layers-a-line.log", lines(lambda i, n: f"step {tens[i]} loss {loss[i]:.4f}\n  conv1.weight                   | grad norm: {n:.4f}\n  fc.weight                      | grad norm: {2 * n:.4f}"), refused="No column is called like a gradient norm")

json.dump(expected, open(here / "layouts.json", "w"), indent=1, ensure_ascii=False)
