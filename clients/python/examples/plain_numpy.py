"""A plain loop: softmax regression by SGD in NumPy, then once more with the schedule that its own norms give.

python plain_numpy.py my-run
"""

import sys

import digits
import numpy

import taper

STEPS, BATCH, PEAK = 600, 64, 0.5


def train(run: taper.Run, schedule: taper.Schedule) -> float:
    """The loss on all digits after training."""
    images, labels = digits.load()
    random = numpy.random.default_rng(0)
    weights = numpy.zeros((64, 10), numpy.float32)
    for step in range(STEPS):
        batch = random.integers(0, len(images), BATCH)
        chances = softmax(images[batch] @ weights)
        gradient = images[batch].T @ (chances - numpy.eye(10)[labels[batch]]) / BATCH
        run.log_gradient_norms(gradient, loss=loss_of(chances, labels[batch]))
        weights -= PEAK * schedule(step) * gradient
    return loss_of(softmax(images @ weights), labels)


def loss_of(chances: numpy.ndarray, labels: numpy.ndarray) -> float:
    return float(-numpy.log(chances[numpy.arange(len(labels)), labels]).mean())


def softmax(logits: numpy.ndarray) -> numpy.ndarray:
    exponentials = numpy.exp(logits - logits.max(1, keepdims=True))
    return exponentials / exponentials.sum(1, keepdims=True)


def main(run_id: str) -> None:
    with taper.run(run_id, total_steps=STEPS, optimizer="SGD", peak_learning_rate=PEAK) as run:
        linear = train(run, taper.Schedule.linear(STEPS))
        refined = run.refine(steps=STEPS)
    with taper.run(f"{run_id}-refined", total_steps=STEPS, optimizer="SGD", peak_learning_rate=PEAK) as run:
        print(f"loss {linear:.4f} with linear decay, {train(run, refined):.4f} with that of preset robust")


if __name__ == "__main__":
    main(sys.argv[1])
