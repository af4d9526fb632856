"""How long from an answer key to the painted next card? Real keys, a real file, 56 faces.

    python benchmarks/next_card.py

Practised in a window on whatever display there is: each answer is judged, written to an encrypted
file and durable before the next face is painted. A measurement starts before the key goes down and
ends when the frame with the next face has been painted and handed to the window system.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from klasgenoot.domain.answering import Mode
from klasgenoot.domain.faces import Backdrop, Cloth, Clothes, Face, FaceShape, Hair, SkinTone
from klasgenoot.domain.people import Student, StudentId
from klasgenoot.exchange.photos import read_photo
