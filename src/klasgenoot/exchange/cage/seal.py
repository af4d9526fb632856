"""What may a caged process ask of the system? On Linux: to read and write its pipe, and memory.

A filter of system calls (seccomp), put on after all modules are loaded and before the first strange
byte. From then on no file can be opened, not even to read; no process started or looked into; no
socket made, so there is no network. It needs no rights, and cannot be taken off.
"""

import ctypes
import platform
import struct
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from errno import EPERM

_PR_SET_SECCOMP = 22
_MODE_FILTER = 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_ALLOWED = 0x7FFF0000
_REFUSED = 0x00050000 | EPERM
_ENDED = 0x80000000
_NUMBER_AT, _KIND_AT = 0, 4
"""Where the number of the call and the kind of processor stand in what the filter sees."""
_OTHER_NUMBERING = 0x40000000
"""From here on the calls of an Intel processor are counted in another way (x32)."""


@dataclass(frozen=True, slots=True)
class Calls:
    """The system calls of one kind of processor.

    Attributes:
        kind: what the system calls this processor.
        refused: the numbers of the calls that are refused.
    """

    kind: int
    refused: tuple[int, ...]


# The names beside the numbers are those of the kernel's own tables (syscall_64.tbl, unistd.h).
_EVERYWHERE = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "pidfd_open": 434,
    "clone3": 435,
    "openat2": 437,
    "pidfd_getfd": 438,
}
_INTEL = {
    "open": 2,
    "shmget": 29,
    "shmat": 30,
    "socket": 41,
    "connect": 42,
    "accept": 43,
    "sendto": 44,
    "sendmsg": 46,
    "recvmsg": 47,
    "bind": 49,
    "listen": 50,
    "socketpair": 53,
    "clone": 56,
    "fork": 57,
    "vfork": 58,
    "execve": 59,
    "kill": 62,
    "semget": 64,
    "msgget": 68,
    "truncate": 76,
    "ftruncate": 77,
    "chdir": 80,
    "rename": 82,
    "mkdir": 83,
    "rmdir": 84,
    "creat": 85,
    "link": 86,
    "unlink": 87,
    "symlink": 88,
    "chmod": 90,
    "fchmod": 91,
    "chown": 92,
    "fchown": 93,
    "lchown": 94,
    "ptrace": 101,
    "utime": 132,
    "mknod": 133,
    "setrlimit": 160,
    "chroot": 161,
    "mount": 165,
    "umount2": 166,
    "setxattr": 188,
    "tkill": 200,
    "tgkill": 234,
    "utimes": 235,
    "mq_open": 240,
    "add_key": 248,
    "request_key": 249,
    "keyctl": 250,
    "openat": 257,
    "mkdirat": 258,
    "mknodat": 259,
    "fchownat": 260,
    "unlinkat": 263,
    "renameat": 264,
    "linkat": 265,
    "symlinkat": 266,
    "fchmodat": 268,
    "unshare": 272,
    "utimensat": 280,
    "accept4": 288,
    "perf_event_open": 298,
    "prlimit64": 302,
    "open_by_handle_at": 304,
    "sendmmsg": 307,
    "setns": 308,
    "process_vm_readv": 310,
    "process_vm_writev": 311,
    "renameat2": 316,
    "memfd_create": 319,
    "bpf": 321,
    "execveat": 322,
    "userfaultfd": 323,
}
_ARM = {
    "setxattr": 5,
    "mknodat": 33,
    "mkdirat": 34,
    "unlinkat": 35,
    "symlinkat": 36,
    "linkat": 37,
    "renameat": 38,
    "umount2": 39,
    "mount": 40,
    "truncate": 45,
    "ftruncate": 46,
    "chdir": 49,
    "chroot": 51,
    "fchmod": 52,
    "fchmodat": 53,
    "fchownat": 54,
    "fchown": 55,
    "openat": 56,
    "utimensat": 88,
    "unshare": 97,
    "ptrace": 117,
    "kill": 129,
    "tkill": 130,
    "tgkill": 131,
    "setrlimit": 164,
    "mq_open": 180,
    "msgget": 186,
    "semget": 190,
    "shmget": 194,
    "shmat": 196,
    "socket": 198,
    "socketpair": 199,
    "bind": 200,
    "listen": 201,
    "accept": 202,
    "connect": 203,
    "sendto": 206,
    "sendmsg": 211,
    "recvmsg": 212,
    "add_key": 217,
    "request_key": 218,
    "keyctl": 219,
    "clone": 220,
    "execve": 221,
    "perf_event_open": 241,
    "accept4": 242,
    "prlimit64": 261,
    "open_by_handle_at": 265,
    "setns": 268,
    "sendmmsg": 269,
    "process_vm_readv": 270,
    "process_vm_writev": 271,
    "renameat2": 276,
    "memfd_create": 279,
    "bpf": 280,
    "execveat": 281,
    "userfaultfd": 282,
}
CALLS: Mapping[str, Calls] = {
    "x86_64": Calls(0xC000003E, tuple(sorted({*_INTEL.values(), *_EVERYWHERE.values()}))),
    "aarch64": Calls(0xC00000B7, tuple(sorted({*_ARM.values(), *_EVERYWHERE.values()}))),
}


def put_seal_on() -> bool:
    """Refuses from now on what reading does not need; False where that cannot be done."""
    calls = CALLS.get(platform.machine())
    if sys.platform != "linux" or calls is None:
        return False
    steps = b"".join(_steps(calls))
    program = struct.pack("@HP", len(steps) // 8, _address(steps))
    try:
        control = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    control.argtypes = [ctypes.c_int, ctypes.c_ulong, ctypes.c_char_p]
    return bool(control(_PR_SET_SECCOMP, _MODE_FILTER, program) == 0)


def _address(data: bytes) -> int:
    return ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value or 0


def _steps(calls: Calls) -> Sequence[bytes]:
    """The filter, a step each: the processor's kind, the two numberings, the refused numbers."""

    def step(code: int, value: int, *, if_so: int = 0, if_not: int = 0) -> bytes:
        return struct.pack("=HBBI", code, if_so, if_not, value)

    refused = calls.refused
    return [
        step(_LOAD, _KIND_AT),
        step(_IF_EQUAL, calls.kind, if_so=1),
        step(_ANSWER, _ENDED),
        step(_LOAD, _NUMBER_AT),
        step(_IF_AT_LEAST, _OTHER_NUMBERING, if_so=len(refused) + 1),
        *(
            step(_IF_EQUAL, number, if_so=len(refused) - place)
            for place, number in enumerate(refused)
        ),
        step(_ANSWER, _ALLOWED),
        step(_ANSWER, _REFUSED),
    ]
