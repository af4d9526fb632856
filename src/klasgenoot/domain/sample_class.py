"""Who is in the sample class? Twenty-eight invented students, each with a face to draw."""

from dataclasses import dataclass
from typing import Final

from klasgenoot.domain.faces import Face
from klasgenoot.domain.sample_faces import FACES

CLASS_NAME: Final = "CMV-1B"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStudent:
    """One invented student: the columns of a class list, and the face for the photo.

    Attributes:
        key: The short plain name by which the term's plan and texts point at the student.
        call_name: Only where the student goes by another name than the given one.
        student_number: Six digits, all different.
        email: At a domain that can never exist.
        face: What to draw as the photo.
    """

    key: str
    given_name: str
    infix: str
    family_name: str
    call_name: str
    student_number: str
    email: str
    face: Face


_NAMES: Final = (
    # key, given name, infix, family name, call name
    ("sanne", "Sanne", "van 't", "Hoff", ""),
    ("hanne", "Hanne", "", "Verbeek", ""),
    ("yagmur", "Yağmur", "", "Kaya", ""),
    ("lukasz", "Łukasz", "", "Brzoza", ""),
    ("esmee", "Esmée", "de", "Wit", ""),
    ("aisha", "Aïsha", "", "El Idrissi", ""),
    ("jip", "Jip", "van den", "Berg", ""),
    ("zoe", "Zoë", "", "Rijnders", ""),
    ("daniel", "Daniël", "", "Abebe", ""),
    ("lan", "Thị Lan Anh", "", "Nguyễn", "Lan"),
    ("maud", "Maud", "ter", "Laak", ""),
    ("fleur", "Fleur", "", "Dijkstra", ""),
    ("rowan", "Rowan", "van der", "Zande", ""),
    ("shanelle", "Shanelle", "", "Pinas", ""),
    ("kwame", "Kwame", "", "Mensah", ""),
    ("xiomara", "Xiomara", "", "Winklaar", ""),
    ("bas", "Bas", "", "Hoekema", ""),
    ("joris", "Joris", "", "Kuiper", ""),
    ("emre", "Emre", "", "Çelik", ""),
    ("ilyas", "Ilyas", "", "Bouazza", ""),
    ("hatice", "Hatice", "", "Yıldırım", ""),  # noqa: RUF001 - a Turkish letter, not a slip
    ("meilin", "Meilin", "", "Zhao", ""),
    ("priya", "Priya", "", "Ramdin", ""),
    ("sem", "Sem", "de", "Boer", ""),
    ("jelte", "Jelte", "", "Wierdsma", ""),
    ("amara", "Amara", "", "Diallo", ""),
    ("lex", "Alexander", "ter", "Horst", "Lex"),
    ("ines", "Inés", "", "Castillo Vega", ""),
)

STUDENTS: Final[tuple[SampleStudent, ...]] = tuple(
    SampleStudent(
        key=key,
        given_name=given_name,
        infix=infix,
        family_name=family_name,
        call_name=call_name,
        student_number=str(900_107 + 7 * place),
        email=f"{key}{place + 1:02d}@student.example.org",
        face=FACES[key],
    )
    for place, (key, given_name, infix, family_name, call_name) in enumerate(_NAMES)
)
"""In the order of the list. A student's index in the term is the place here."""
