"""vCards as phones and mail programs write them, each in its own way."""

from base64 import b64encode
from quopri import encodestring

from made_files import jpeg

PICTURE = jpeg(60, 80)
LETTERS = b64encode(PICTURE).decode()
FOLDED = "\r\n ".join(LETTERS[at : at + 74] for at in range(0, len(LETTERS), 74))
NOT_INDENTED = "\r\n".join(LETTERS[at : at + 74] for at in range(0, len(LETTERS), 74))


def card(*lines: str, version: str = "3.0") -> str:
    """One card of these lines."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


PERSONAL = (
    "BDAY:2006-03-01",
    "ADR;TYPE=HOME:;;Dorpsstraat 1;Haarlem;;2011 AB;Nederland",
    "NOTE:woont bij opa",
    "TEL;TYPE=CELL:+31612345678",
)
"""What phones keep and we do not."""

CARDS = {
    "3.0, folded": card(
        "N:Berg;Sanne;van der;;",
        "FN:Sanne van der Berg",
        "item1.EMAIL;type=INTERNET;type=pref:sanne@school.example",
        *PERSONAL,
        f"PHOTO;ENCODING=b;TYPE=JPEG:{FOLDED}",
    ),
    "3.0, grouped": card(
        "N:van der Berg;Sanne;;;",
        f"item2.PHOTO;TYPE=JPEG;ENCODING=BASE64:{FOLDED}",
        "item1.EMAIL:sanne@school.example",
        *PERSONAL,
    ),
    "2.1, as Outlook": card(
        "N;LANGUAGE=nl:van der Berg;Sanne",
        f"PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n {FOLDED}\r\n",
        *PERSONAL,
        "EMAIL;PREF;INTERNET:sanne@school.example",
        version="2.1",
    ),
    "2.1, as Android": card(
        "N:van der Berg;Sanne;;;",
        "EMAIL:sanne@school.example",
        f"PHOTO;ENCODING=BASE64;JPEG:{NOT_INDENTED}",
        "",
        *PERSONAL,
        version="2.1",
    ),
    "4.0": card(
        *PERSONAL,
        "N:van der Berg;Sanne;;;",
        "EMAIL:mailto:sanne@school.example",
        f"PHOTO:data:image/jpeg;base64\\,{FOLDED}".replace("\\,", ","),
        version="4.0",
    ),
}
"""One card each, of the same student."""

QUOTED = encodestring("Aydın;Zoë".encode()).decode().replace("\n", "\r\n").replace(";", "=3B")
