"""A PyTorch loop: a network with one hidden layer by AdamW, clipped, then once more with the refined schedule.

python pytorch.py my-run
"""

import sys

import digits
import torch

import taper

STEPS, BATCH, PEAK = 400, 64, 3e-3


def train(run: taper.Run, schedule: taper.Schedule) -> float:
    """The loss on all digits after training."""
    images, labels = map(torch.from_numpy, digits.load())
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.Tanh(), torch.nn.Linear(64, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, taper.lr_lambda(schedule))
    for _ in range(STEPS):
        batch = torch.randint(len(images), (BATCH,))
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        run.log_gradient_norms(model, loss=loss)  # before clipping
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
    return float(torch.nn.functional.cross_entropy(model(images), labels))


def main(run_id: str) -> None:
    with taper.run(run_id, total_steps=STEPS, optimizer="AdamW", peak_learning_rate=PEAK) as run:
        linear = train(run, taper.Schedule.linear(STEPS))
        refined = run.refine(steps=STEPS)
    with taper.run(f"{run_id}-refined", total_steps=STEPS, optimizer="AdamW", peak_learning_rate=PEAK) as run:
        print(f"loss {linear:.4f} with linear decay, {train(run, refined):.4f} with that of preset robust")


if __name__ == "__main__":
    main(sys.argv[1])
