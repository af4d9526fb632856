"""Where does a photo come from, and which part of it is shown? Chosen, pasted and cropped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from klasgenoot.domain.people import Crop, MorePhotoId
from klasgenoot.ui.kit.brought import copied
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.one_panel import OnePanel
from klasgenoot.ui.pages.student.choosing import chosen_photos
from klasgenoot.ui.pages.student.crop_panel import CropPanel
from klasgenoot.ui.pages.student.more_photos import MorePhotos
from klasgenoot.ui.pages.student.pasting import pasted
from klasgenoot.ui.pages.student.photo_side import PhotoSide
from klasgenoot.viewmodels.student import StudentViewModel
from klasgenoot.viewmodels.target import PageId, Target


class PhotoWork(QObject):
    """Answers what the photo of a student, and those beside it, ask of the page.

    Args:
        look: how everything looks.
        view_model: of the page.
        side: the photo.
        more: those beside it.
        panels: where a photo is cropped.
        page: what dialogs belong to.

    Signals:
        open_requested: a Target, where what was copied is no photo but a list.
    """

    open_requested = Signal(object)

    def __init__(
        self,
        look: Look,
        view_model: StudentViewModel,
        *,
        side: PhotoSide,
        more: MorePhotos,
        panels: OnePanel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._look = look
        self._view_model = view_model
        self._side = side
        self._more = more
        self._panels = panels
        self._page = page
        side.dropped.connect(view_model.set_photos)
        side.file_requested.connect(self._on_file_requested)
        side.more_requested.connect(self._on_more_requested)
        side.crop_requested.connect(self._on_crop_requested)
        side.remove_photo_requested.connect(view_model.photos.remove_main)
        more.add_requested.connect(self._on_more_requested)
        more.crop_requested.connect(self._on_crop_more_requested)

    @Slot()
    def paste(self) -> None:
        """What was copied becomes the photo, or one more beside it; a list is imported."""
        source = pasted()
        if source is None:
            if things := copied():
                self.open_requested.emit(Target(PageId.IMPORT, paths=things))
            return
        self._side.set_trouble("")
        student = self._view_model.student
        if student is not None and student.photo is not None:
            self._view_model.photos.add(source)
        else:
            self._view_model.set_photo(source)

    def _chosen_files(self, *, several: bool) -> tuple[Path, ...]:
        """The photos that are chosen in a dialog; what was wrong with others is over then."""
        paths = chosen_photos(self._page, several=several)
        if paths:
            self._side.set_trouble("")
        return paths

    def _crop(self, photo: bytes, crop: Crop | None, save: Callable[[Crop], None]) -> None:
        student = self._view_model.student
        if student is None or not photo or not self._panels.is_free:
            return
        ground, name = self._panels.ground, student.full_name
        panel = CropPanel(self._look, ground, photo=photo, crop=crop, name=name)
        panel.saved.connect(save)
        self._panels.open(panel, panel.view)

    @Slot()
    def _on_file_requested(self) -> None:
        for path in self._chosen_files(several=False):
            self._view_model.set_photo(path)

    @Slot()
    def _on_more_requested(self) -> None:
        self._more.add(self._chosen_files(several=True))

    @Slot()
    def _on_crop_requested(self) -> None:
        student = self._view_model.student
        if student is not None:
            photo = self._view_model.photo_bytes()
            self._crop(photo, student.crop, self._view_model.crop_photo)

    @Slot(object)
    def _on_crop_more_requested(self, number: MorePhotoId) -> None:
        photos = self._view_model.photos
        photo, crop = photos.one(number)
        self._crop(photo, crop, lambda chosen: photos.crop(number, chosen))
