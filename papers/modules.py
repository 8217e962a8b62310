"""The modules of a folder, found by being there: how rules, documents and input formats join without a list."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection
from types import ModuleType
from typing import TypeVar

Kind = TypeVar("Kind")


def found_in(package: ModuleType, name: str, kind: type[Kind], besides: Collection[str] = ()) -> list[Kind]:
    """What each module in and below `package` calls `name`, in the order of the modules' names.

    `besides` are the modules and folders in it that are none of the kind, but what the kind is made of.
    Raises TypeError, naming the module, where one has no such thing: a half-written module fails loudly.
    """
    found = []
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        below = module.name.removeprefix(f"{package.__name__}.").split(".")
        if module.ispkg or not set(below).isdisjoint(besides):
            continue
        thing = getattr(importlib.import_module(module.name), name, None)
        if not isinstance(thing, kind):
            raise TypeError(f"{module.name} has no {name} of type {kind.__name__}")
        found.append(thing)
    return found
