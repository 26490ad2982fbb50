"""Takes from LocalStack's resolution of references a guard that compares every caller with every other at every call."""

from types import ModuleType


def unguarded(module: ModuleType, *names: str) -> None:
    """Endless recursion ends all the same: Python has a limit of its own, and raises the same error."""
    for name in names:
        setattr(module, name, getattr(module, name).__wrapped__)
