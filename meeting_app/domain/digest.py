"""Digests of records: SHA-256 over a canonical JSON text, so that the same content gives the same digest on
every machine.
"""

import hashlib
import json


def canonical(value: object) -> bytes:
    """Sorted keys, no blanks, UTF-8, no floats (they are refused)."""
    return json.dumps(_exact(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise TypeError("a digest takes exact numbers only")
    if isinstance(value, dict):
        return {str(key): _exact(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_exact(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return str(value)


def digest(value: object) -> str:
    """64 hexadecimal characters."""
    return hashlib.sha256(canonical(value)).hexdigest()
