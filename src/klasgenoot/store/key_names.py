"""What are the files called that hold a way to the data key?"""

KEY_FILE = "klasgenoot.key"
"""The key itself, of a teacher who wants no passphrase."""

SEALED_KEYS = ("klasgenoot.keys", "klasgenoot.keys.2")
"""The key behind a passphrase and a recovery code, in two copies."""

KEY_NAMES = (*SEALED_KEYS, KEY_FILE)
