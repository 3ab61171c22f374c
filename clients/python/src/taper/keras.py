"""Taper in Keras 3, on JAX or PyTorch: ``model.fit(…, callbacks=[TaperCallback("my-run")])``."""

from typing import Any

import keras
from keras import ops

from . import notices
from .schedules import Schedule
from .training_run import Run, run


class TaperCallback(keras.callbacks.Callback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient and the learning rate of every optimizer step, and the validation loss of every epoch.

    Keras shows gradients to no callback. So during training the callback measures what the optimizer receives, as part of the compiled
    step. It adds no variable to the optimizer: checkpoints stay as they are.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param options: of :func:`taper.run`, if an id is given
    """

    def __init__(self, run_or_id: Run | str, **options: Any) -> None:
        super().__init__()
        self._given = run_or_id
        self._options = options
        self.run: Run | None = run_or_id if isinstance(run_or_id, Run) else None
        #: The last step that was measured.
        self._last = -1

    def on_train_begin(self, logs: Any = None) -> None:
        optimizer = self.model.optimizer
        if keras.backend.backend() not in ("jax", "torch") or optimizer.gradient_accumulation_steps:
            notices.once(
                "keras",
                "Taper measures Keras gradients only on JAX and PyTorch, without gradient accumulation. Log the norms with run.log instead.",
            )
            return
        if self.run is None:
            steps = (self.params.get("steps") or 0) * (self.params.get("epochs") or 0)
            constant = optimizer.get_config().get("learning_rate")
            known = {
                "total_steps": steps or None,
                "optimizer": type(optimizer).__name__,
                "peak_learning_rate": constant if isinstance(constant, float) else None,
                "weight_decay": optimizer.weight_decay,
                "clip_norm": optimizer.global_clipnorm,
            }
            self.run = run(str(self._given), **{**known, **self._options})
        self.run.resume_from(int(ops.convert_to_numpy(optimizer.iterations)))
        apply = optimizer.apply

        def measured(grads: Any, trainable_variables: Any = None) -> Any:
            self._measure(optimizer, grads)
            return apply(grads, trainable_variables)

        optimizer.apply = measured
        self.model.make_train_function(force=True)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        # Of the training loss Keras tells the mean since the epoch began; only the validation loss is of one moment.
        if self.run is None or not logs or "val_loss" not in logs:
            return
        if keras.backend.backend() == "jax":
            import jax

            jax.effects_barrier()
        if self._last >= 0:
            self.run.log(self._last, eval_loss=logs["val_loss"])

    def on_train_end(self, logs: Any = None) -> None:
        optimizer = self.model.optimizer
        if "apply" in vars(optimizer):
            del optimizer.apply
            self.model.make_train_function(force=True)
        if keras.backend.backend() == "jax":
            import jax

            jax.effects_barrier()
        if self.run is not None:
            self.run.flush(5.0)

    def _measure(self, optimizer: Any, gradients: Any) -> None:
        scale = optimizer.loss_scale_factor
        given = [gradient if scale is None else gradient / scale for gradient in gradients if gradient is not None]
        if keras.backend.backend() == "jax":
            import jax

            from .optax import gradient_norms

            l1, l2 = gradient_norms(given)
            jax.debug.callback(self._log, optimizer.iterations.value, l1, l2, ops.convert_to_tensor(optimizer.learning_rate))
        elif self.run is not None:
            from .torch import norms_of

            l1, l2 = norms_of(given)
            self._last = int(optimizer.iterations)
            self.run.log(self._last, l1=l1, l2=l2, learning_rate=ops.convert_to_tensor(optimizer.learning_rate))

    def _log(self, step: Any, l1: Any, l2: Any, learning_rate: Any) -> None:
        if self.run is not None:
            self._last = int(step)
            self.run.log(self._last, l1=float(l1), l2=float(l2), learning_rate=float(learning_rate))


def schedule(schedule: Schedule, peak_learning_rate: float | None = None) -> "keras.optimizers.schedules.LearningRateSchedule":
    """The schedule for a Keras optimizer: ``keras.optimizers.AdamW(learning_rate=taper.keras.schedule(…))``.

    :param peak_learning_rate: the learning rate at multiplier 1. Default: the schedule's own
    :raises ValueError: the peak learning rate is neither given nor known
    """
    return _Schedule([schedule.learning_rate(step, peak_learning_rate) for step in range(len(schedule))])


@keras.saving.register_keras_serializable("taper", "Schedule")
class _Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, rates: Any) -> None:
        self._rates = [float(rate) for rate in rates]

    def __call__(self, step: Any) -> Any:
        rates = ops.convert_to_tensor(self._rates, "float32")
        return ops.take(rates, ops.clip(ops.cast(step, "int32"), 0, len(self._rates) - 1))

    def get_config(self) -> dict[str, Any]:
        return {"rates": self._rates}
