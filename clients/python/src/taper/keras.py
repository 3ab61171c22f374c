"""Taper in Keras 3, on JAX or PyTorch: ``model.fit(…, callbacks=[TaperCallback("my-run")])``."""

import sys
import threading
import weakref
from types import CodeType
from typing import Any

import keras
import numpy
from keras import ops

from . import notices
from .callback_run import CallbackRun
from .schedules import Schedule
from .training_run import Run


class TaperCallback(keras.callbacks.Callback):
    """Logs ‖g‖₁ and ‖g‖₂ of the raw gradient and the learning rate of every optimizer step, and the validation loss of every epoch.

    Keras shows gradients to no callback. So during training the callback measures what the optimizer receives, as part of the compiled
    step; under ``mixed_float16`` what the inner optimizer receives, unscaled. It adds no variable to the optimizer: checkpoints stay as they
    are. Nothing of it stays when ``fit`` is over, also by an exception.

    :param run_or_id: a :class:`taper.Run`, or the id of one
    :param options: of :func:`taper.run`, if an id is given
    :raises TypeError: there is no such option
    """

    def __init__(self, run_or_id: Run | str, **options: Any) -> None:
        super().__init__()
        self._of = CallbackRun(run_or_id, None, options)
        #: The last step that was measured.
        self._last = -1
        self._fit: _Fit | None = None
        self._has_begun = False

    @property
    def run(self) -> Run | None:
        """The run that is logged; None before training begins."""
        return self._of.run

    def on_train_begin(self, logs: Any = None) -> None:
        outer = self.model.optimizer
        optimizer = _innermost(outer)
        self._has_begun = False
        if keras.backend.backend() not in ("jax", "torch") or optimizer.gradient_accumulation_steps:
            notices.once(
                "keras",
                "Taper measures Keras gradients only on JAX and PyTorch, without gradient accumulation. Log the norms with run.log instead.",
            )
            return
        constant = optimizer.get_config().get("learning_rate")
        self._of.begin(
            {
                "optimizer": type(optimizer).__name__,
                "peak_learning_rate": constant if isinstance(constant, float) else None,
                "weight_decay": optimizer.weight_decay,
                "clip_norm": optimizer.global_clipnorm,
            }
        )
        _undo(optimizer, self.model, vars(optimizer).get("apply"))
        self._fit = _Fit.of(self)
        apply = optimizer.apply
        fit = self._fit

        def measured(grads: Any, trainable_variables: Any = None) -> Any:
            if fit is None or fit.is_running():
                self._measure(optimizer, grads)
            elif keras.backend.backend() == "torch":
                # Nothing is compiled there, and another fit runs.
                _undo(optimizer, None, measured)
            return apply(grads, trainable_variables)

        optimizer.apply = measured
        self.model.make_train_function(force=True)
        if fit is not None:
            # The list goes when fit does, in whatever way; where a traceback holds on to it, is_running tells.
            weakref.finalize(fit.callbacks(), _undo, optimizer, self.model, measured).atexit = False

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        # Not when training begins: a callback further on in the list, BackupAndRestore, may restore the optimizer then.
        if self._has_begun or self.run is None:
            return
        self._has_begun = True
        done = int(ops.convert_to_numpy(_innermost(self.model.optimizer).iterations))
        steps = (self.params.get("steps") or 0) * ((self.params.get("epochs") or 0) - epoch)
        if steps > 0:
            self.run.update(total_steps=done + steps)
        self.run.resume_from(done)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        # Of the training loss Keras tells the mean since the epoch began; only the validation loss is of one moment.
        if self.run is None or not logs or "val_loss" not in logs:
            return
        _await_device()
        if self._last >= 0:
            self.run.log(self._last, eval_loss=logs["val_loss"])

    def on_train_end(self, logs: Any = None) -> None:
        _await_device()
        optimizer = _innermost(self.model.optimizer)
        _undo(optimizer, self.model, vars(optimizer).get("apply"))
        self._fit = None
        if self.run is not None:
            self.run.flush(5.0)

    def _measure(self, optimizer: Any, gradients: Any) -> None:
        scale = optimizer.loss_scale_factor
        given = [gradient if scale is None else gradient / scale for gradient in gradients if gradient is not None]
        if keras.backend.backend() == "jax":
            import jax

            from .optax import gradient_norms

            l1, l2 = gradient_norms(given)
            jax.debug.callback(self._log, ops.convert_to_tensor(optimizer.iterations), l1, l2, ops.convert_to_tensor(optimizer.learning_rate))
        elif self.run is not None:
            from .torch import norms_of

            l1, l2 = norms_of(given)
            self._last = int(optimizer.iterations)
            self.run.log(self._last, l1=l1, l2=l2, learning_rate=ops.convert_to_tensor(optimizer.learning_rate))

    def _log(self, step: Any, l1: Any, l2: Any, learning_rate: Any) -> None:
        if self.run is not None and (self._fit is None or not self._fit.is_over()):
            self._last = int(step)
            self.run.log(self._last, l1=float(l1), l2=float(l2), learning_rate=float(learning_rate))


class _Fit:
    """A call of ``fit``, told apart from others by its list of callbacks. Keras says to no callback that ``fit`` ended by an exception."""

    def __init__(self, callbacks: Any, code: CodeType) -> None:
        self.callbacks = weakref.ref(callbacks)
        self._code = code
        self._thread = threading.get_ident()

    @classmethod
    def of(cls, callback: TaperCallback) -> "_Fit | None":
        """The call that is on the stack; None if the callback is called by something else."""
        frame = sys._getframe(1)
        while frame is not None:
            found = frame.f_locals.get("self")
            if isinstance(found, keras.callbacks.CallbackList) and callback in found.callbacks and frame.f_back is not None:
                return cls(found, frame.f_back.f_code)
            frame = frame.f_back  # type: ignore[assignment]
        return None

    def is_running(self) -> bool:
        """Whether this call is on the stack."""
        running = self._running()
        return running is not None and running is self.callbacks()

    def is_over(self) -> bool:
        """Whether another call is on the stack. What a device reports late may come when none is."""
        running = self._running()
        return running is not None and running is not self.callbacks()

    def _running(self) -> Any:
        frame = sys._current_frames().get(self._thread)
        while frame is not None:
            if frame.f_code is self._code:
                return frame.f_locals.get("callbacks")
            frame = frame.f_back
        return None


def _innermost(optimizer: Any) -> Any:
    """The optimizer that receives unscaled gradients: under ``mixed_float16`` Keras wraps it into a ``LossScaleOptimizer``."""
    while hasattr(optimizer, "inner_optimizer"):
        optimizer = optimizer.inner_optimizer
    return optimizer


def _undo(optimizer: Any, model: Any, measured: Any) -> None:
    """Leaves optimizer and model as they were before they were measured, unless another fit measures them by now."""
    if measured is not None and vars(optimizer).get("apply") is measured:
        del optimizer.apply
        if model is not None:
            # The next fit compiles it anew, without measuring.
            model.train_function = None


def _await_device() -> None:
    if keras.backend.backend() == "jax":
        import jax

        jax.effects_barrier()


def schedule(schedule: Schedule, peak_learning_rate: float | None = None) -> "keras.optimizers.schedules.LearningRateSchedule":
    """The schedule for a Keras optimizer: ``keras.optimizers.AdamW(learning_rate=taper.keras.schedule(…))``.

    :param peak_learning_rate: the learning rate at multiplier 1. Default: the schedule's own
    :raises ValueError: the peak learning rate is neither given nor known
    """
    return _Schedule([schedule.learning_rate(step, peak_learning_rate) for step in range(len(schedule))])


@keras.saving.register_keras_serializable("taper", "Schedule")
class _Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, rates: Any) -> None:
        self._rates = numpy.asarray(rates, "float32")
        self._on_device: Any = None

    def __call__(self, step: Any) -> Any:
        last = len(self._rates) - 1
        if keras.backend.backend() == "torch":
            # Each step is a call of its own there: the tensor is made once, where the step is.
            at = ops.convert_to_tensor(step)
            if self._on_device is None or self._on_device.device != at.device:
                self._on_device = ops.convert_to_tensor(self._rates).to(at.device)
            return self._on_device[at.long().clamp(0, last)]
        return ops.take(ops.convert_to_tensor(self._rates), ops.clip(ops.cast(step, "int32"), 0, last))

    def get_config(self) -> dict[str, Any]:
        return {"rates": [float(rate) for rate in self._rates]}
