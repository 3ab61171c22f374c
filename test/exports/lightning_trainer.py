"""A Trainer of Lightning that trains: the rate that each step of the model finds."""

from exported import imported, peak_of, run_exports
from lightning_model import Model, package, trainer_of


def rates_of(file, steps, peak):
    exported = imported(file)
    model = Model(exported, peak_of(exported, peak))
    trainer_of(steps).fit(model, Model.data())
    return model.rates


run_exports(package, rates_of)
