"""Where does a class list come from? For each system that a school may have, what to do there.

The texts are content, in `resources/lists/`; here is their shape. The user guide says the same on a
page of its own, kept alike by a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSystem:
    """One system and the steps by which a list comes out of it, in the order to take them."""

    name: str
    steps: tuple[str, ...]


def read_list_systems(data: Mapping[str, Any]) -> tuple[ListSystem, ...]:
    """The systems from their JSON, as parsed.

    Raises:
        ValueError: A field is missing or unknown, a system has no steps, or two have one name. It
            is our own file, so this is a bug.
    """
    try:
        systems = tuple(
            ListSystem(**{**entry, "steps": tuple(entry["steps"])}) for entry in data["systems"]
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"the systems lack their shape: {error!r}") from error
    if not all(each.name and each.steps for each in systems):
        raise ValueError("a system has no name or no steps")
    if len({each.name for each in systems}) != len(systems):
        raise ValueError("two systems have one name")
    return systems
