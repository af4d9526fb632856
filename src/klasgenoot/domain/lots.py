"""Who goes first when nothing else decides? A lot that falls the same way each time it is drawn."""

_WIDE = (1 << 64) - 1


def lot(*what: int) -> int:
    """A number that looks drawn by chance, yet is the same for the same numbers on every computer.

    Sorting by it shuffles a list without favouring names early in the alphabet. The mixing is that
    of SplitMix64 (Steele, Lea & Flood 2014). A hash from `hashlib` would do as well and brings in
    OpenSSL: four megabytes that the first page needs for nothing else.
    """
    mixed = 0
    for number in what:
        mixed = (mixed ^ number) + 0x9E3779B97F4A7C15 & _WIDE
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _WIDE
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _WIDE
        mixed ^= mixed >> 31
    return mixed
