"""The version of this package, which is also that of the contract that it was made for."""

__version__ = "0.1.0"
