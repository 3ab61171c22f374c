"""Taper in a PyTorch loop: gradient norms without waiting for the device, and a schedule as a learning-rate scheduler."""

from .norms import gradient_norms, needs_all_processes, norms_of, norms_of_model
from .parameters import gradients_of, parameters_of
from .scheduler import TaperScheduler, scheduler
from .watch import Watch, watch
from .weights import WeightNorms, distance_of

__all__ = [
    "TaperScheduler",
    "Watch",
    "WeightNorms",
    "distance_of",
    "gradient_norms",
    "gradients_of",
    "needs_all_processes",
    "norms_of",
    "norms_of_model",
    "parameters_of",
    "scheduler",
    "watch",
]
