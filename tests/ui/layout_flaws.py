"""What is wrong with a layout on screen? Texts cut off or overlapping, widgets out of reach."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from klasgenoot.ui.kit.page import Page

WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)
"""Widgets with parts of Qt's own inside, which are looked at as one."""
LONGEST_QUOTE = 48


def flaws(root: QWidget) -> list[str]:
    """One sentence for each flaw in what can be seen of a window or widget.

    - A text or painted leaf that has less room than it needs. A text may be elided if the whole of
      it is in the tooltip.
    - Two texts whose visible parts lie on top of each other, unless one of them floats above.
    - A widget that sticks out of its parent, or contents that no scroll bar can reach.
    """
    shown = list(_shown(root))
    found = [*_out_of_reach(shown), *_on_top_of_each_other(root, shown)]
    for widget in shown:
        if _is_leaf(widget):
            found += _lack_of_room(widget)
        found += _sticking_out(widget)
    return found


def sideways(root: QWidget) -> list[str]:
    """One sentence for each page on screen that has to be scrolled sideways."""
    found = []
    for page in root.findChildren(Page):
        area = page.findChild(QScrollArea)
        inside = area.widget() if area is not None else None
        if not page.isVisible() or area is None or inside is None:
            continue
        if inside.width() > area.viewport().width():
            found.append(
                f"{_called(page)} is {inside.width()} wide and {area.viewport().width()} shown"
            )
    return found


# ---- the rules ----


def _lack_of_room(leaf: QWidget) -> Iterator[str]:
    needed, has = _needed(leaf), leaf.size()
    if needed.width() > has.width() or needed.height() > has.height():
        yield f"{_called(leaf)} needs {_size(needed)} and has {_size(has)}"
    elif _is_elided(leaf) and not leaf.toolTip():
        yield f"{_called(leaf)} is elided and has no tooltip"


def _needed(leaf: QWidget) -> QSize:
    """The least room in which all of a leaf can be read."""
    needed = leaf.minimumSizeHint()
    if isinstance(leaf, QAbstractButton) and not needed.isValid():
        needed = leaf.sizeHint()
    if isinstance(leaf, QLabel) and leaf.text():
        if leaf.hasHeightForWidth():
            needed.setHeight(leaf.heightForWidth(leaf.width()))
        elif leaf.sizeHint().height() > leaf.height():
            needed.setHeight(leaf.sizeHint().height())
    return needed


def _is_elided(leaf: QWidget) -> bool:
    """Whether a label of one line shows less than its text."""
    is_one_line = isinstance(leaf, QLabel) and not leaf.hasHeightForWidth()
    return is_one_line and leaf.sizeHint().width() > leaf.width()


def _sticking_out(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _is_viewport(parent):
        return
    # what floats is larger than its panel, for the shadow
    panel = getattr(widget, "panel_rect", None)
    box = panel().translated(widget.pos()) if panel else widget.geometry()
    if not box.isEmpty() and not parent.rect().contains(box):
        around = f"{_called(parent)} {_size(parent.size())}"
        yield f"{_called(widget)} at {_box(box)} sticks out of {around}"


def _out_of_reach(shown: list[QWidget]) -> Iterator[str]:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for area in shown:
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if not isinstance(area, QScrollArea) or inside is None:
            continue
        room, contents = area.viewport().size(), inside.size()
        is_too_wide = contents.width() > room.width() and area.horizontalScrollBarPolicy() == off
        is_too_high = contents.height() > room.height() and area.verticalScrollBarPolicy() == off
        if is_too_wide or is_too_high:
            yield f"{_called(area)} shows {_size(room)} of {_size(contents)} and does not scroll"


def _on_top_of_each_other(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    texts = [
        (widget, box, _layer(root, widget))
        for widget in shown
        if _is_text(widget) and not (box := _visible_box(root, widget)).isEmpty()
    ]
    for (one, one_box, one_layer), (other, other_box, other_layer) in combinations(texts, 2):
        if one_layer is other_layer and one_box.intersects(other_box):
            yield f"{_called(one)} {_box(one_box)} lies on {_called(other)} {_box(other_box)}"


# ---- what is on screen ----


def _shown(root: QWidget) -> Iterator[QWidget]:
    yield root
    if isinstance(root, WHOLE):
        return
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _shown(child)


def _is_leaf(widget: QWidget) -> bool:
    if isinstance(widget, WHOLE):
        return True
    return not any(isinstance(child, QWidget) for child in widget.children())


def _is_text(widget: QWidget) -> bool:
    if isinstance(widget, WHOLE):
        return True
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _visible_box(root: QWidget, widget: QWidget) -> QRect:
    """The part of a widget that its ancestors let through, as seen from the root."""
    box = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
    above = widget.parentWidget()
    while widget is not root and above is not None:
        box &= QRect(above.mapTo(root, above.rect().topLeft()), above.size())
        if above is root:
            break
        above = above.parentWidget()
    return box


def _layer(root: QWidget, widget: QWidget) -> QWidget:
    """The nearest ancestor that floats above its siblings, else the root."""
    above = widget.parentWidget()
    while widget is not root and above is not None:
        layout = above.layout()
        if layout is not None and not _holds(layout, widget):
            return widget
        widget, above = above, above.parentWidget()
    return root


def _holds(layout: QLayout, widget: QWidget) -> bool:
    items = (layout.itemAt(place) for place in range(layout.count()))
    for item in filter(None, items):
        inner = item.layout()
        if item.widget() is widget or (inner is not None and _holds(inner, widget)):
            return True
    return False


# ---- words ----


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    text = text or widget.accessibleName() or widget.objectName()
    if len(text) > LONGEST_QUOTE:
        text = f"{text[:LONGEST_QUOTE]}…"
    return f'{type(widget).__name__} "{text}"' if text else type(widget).__name__


def _size(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def _box(box: QRect) -> str:
    return f"({box.x()}, {box.y()}, {box.width()}x{box.height()})"
