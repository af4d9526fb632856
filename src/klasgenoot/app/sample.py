"""What happened in the sample class's term, in the words of one language?"""

import json
from datetime import date

from klasgenoot.app.places import resources
from klasgenoot.domain.sample import SampleTerm, read_texts, sample_term


def sample_term_in(language: str, *, today: date) -> SampleTerm:
    """The term of the sample class as it looks today, from `resources/demo/<language>.json`."""
    path = resources() / "demo" / f"{language}.json"
    return sample_term(today, read_texts(json.loads(path.read_text(encoding="utf-8"))))
