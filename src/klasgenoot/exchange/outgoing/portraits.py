"""Cuts the portrait out of a stored photo: what leaves is the face that is shown, and nothing else.

Who stands beside them in the picture does not come along, and neither does anything that is told
beside the picture.
"""

from io import BytesIO

from klasgenoot.domain.people import Crop

QUALITY = 90
ALL_OF_IT = 0.99
"""From so much of width and height on it is the whole picture, give or take a pixel."""


def portrait_of(photo: bytes, crop: Crop) -> bytes:
    """The portrait as a JPEG without metadata; a photo that is a portrait already stays as it is.

    Args:
        photo: a JPEG as our own reader wrote it.
        crop: the part of it that is shown.
    """
    if min(crop.width, crop.height) >= ALL_OF_IT:
        return photo
    from PIL.JpegImagePlugin import JpegImageFile

    with JpegImageFile(BytesIO(photo)) as image:
        left, top = round(crop.left * image.width), round(crop.top * image.height)
        width = max(1, round(crop.width * image.width))
        height = max(1, round(crop.height * image.height))
        cut = image.crop((left, top, left + width, top + height))
    held = BytesIO()
    cut.save(held, "JPEG", quality=QUALITY)
    return held.getvalue()
