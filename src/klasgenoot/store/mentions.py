"""Where is somebody spoken of in what is kept about others? Found by words, and taken out."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import sqlcipher3.dbapi2 as driver

from klasgenoot.domain.erasing import Mention, Spot, places_of, without
from klasgenoot.domain.names import fold_words
from klasgenoot.domain.quicklog_surroundings import BUILT_IN_TAGS
from klasgenoot.store.database import Vault
from klasgenoot.store.erasures import THOSE
from klasgenoot.store.searched import Place, place_of

_TEXTS = {
    "contacts": "SELECT c.id, 0, c.happened_on, c.text, 0 FROM contacts c WHERE c.id IN {found}"
    " AND c.id IN (SELECT contact_id FROM contact_students WHERE student_id NOT IN {gone})",
    "contact_students": "SELECT cs.contact_id, cs.student_id, c.happened_on, cs.private_text,"
    " cs.student_id FROM contact_students cs JOIN contacts c ON c.id = cs.contact_id"
    " WHERE cs.contact_id IN {found} AND cs.student_id NOT IN {gone}",
    "group_notes": "SELECT id, 0, noted_on, text, 0 FROM group_notes WHERE id IN {found}",
    "students": "SELECT id, 0, NULL, note, id FROM students"
    " WHERE id IN {found} AND id NOT IN {gone}",
    "mnemonics": "SELECT id, 0, NULL, mnemonic, id FROM students WHERE id NOT IN {gone}",
    "promises": "SELECT id, 0, due_on, text, student_id FROM promises"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
    "corrections": "SELECT id, 0, corrected_on, text, 0 FROM corrections WHERE contact_id IN"
    " (SELECT contact_id FROM contact_students WHERE student_id NOT IN {gone})",
    "own_views": "SELECT id, 0, said_on, text, student_id FROM own_views"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
    "snoozes": "SELECT student_id, 0, since, text, student_id FROM snoozes"
    " WHERE student_id NOT IN {gone}",
    "needs_asked": "SELECT id, 0, asked_on, did, 0 FROM needs_asked",
    "lesson_slots": "SELECT id, 0, first_on, subject, 0 FROM lesson_slots",
    "lessons": "SELECT id, 0, held_on, subject, 0 FROM lessons",
    "own_words": "SELECT id, 0, told_on, text, student_id FROM own_words"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
    "common_ground": "SELECT id, 0, NULL, text, student_id FROM common_ground"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
    "consents": "SELECT id, 0, said_on, about, student_id FROM consents"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
    "transfers": "SELECT id, 0, made_on, text, student_id FROM transfers"
    " WHERE id IN {found} AND student_id NOT IN {gone}",
}
"""The texts of each table that may stay: place, whose line, day, text, about whom."""
_INDEXED_WITH = {"contact_students": "contacts"}
"""Whose text stands in the row of the full-text index of another table."""


def mentions_of(
    vault: Vault, words: frozenset[str], *, without_students: Collection[int]
) -> tuple[Mention, ...]:
    """The texts that stay and speak of somebody by one of these folded words, newest first.

    Args:
        vault: where to look.
        words: see `domain.erasing.words_for`.
        without_students: who goes: what is kept about them alone is left out.
    """
    found = list(_mentions(vault.connection, words, gone=without_students))
    return tuple(sorted(found, key=lambda each: each.on or date.min, reverse=True))


def rewrite(connection: driver.Connection, texts: Mapping[Spot, str]) -> int:
    """Puts other words in the place of texts, in the index too. Returns how many were there."""
    return sum(_write(connection, spot, text) for spot, text in texts.items())


def take_names_out(
    connection: driver.Connection, spots: Iterable[Spot], *, words: frozenset[str]
) -> int:
    """Puts an ellipsis for each of the words: in a copy, where nobody chose other ones."""
    texts = {
        spot: without(text, places)
        for spot in spots
        if (text := _read(connection, spot)) and (places := places_of(words, text))
    }
    return rewrite(connection, texts)


def drop_tags_and_titles(connection: driver.Connection, words: frozenset[str]) -> int:
    """Drops what is no text to give other words to: tags, and titles out of a timetable.

    Returns from how many contacts a tag went, and how many titles.
    """
    known = connection.execute("SELECT name FROM lesson_names").fetchall()
    titles = [row for row in known if places_of(words, row[0])]
    connection.executemany("DELETE FROM lesson_names WHERE name = ?", titles)
    changed = []
    for row, tags in connection.execute("SELECT id, tags FROM contacts WHERE tags <> ''"):
        kept = [
            tag for tag in tags.split() if tag in BUILT_IN_TAGS or not places_of(words, tag)
        ]  # somebody may be called Top
        if len(kept) < len(tags.split()):
            changed.append((" ".join(kept), row))
    connection.executemany("UPDATE contacts SET tags = ? WHERE id = ?", changed)
    for _, row in changed:
        _fold_anew(connection, "contacts", row)
    return len(changed) + len(titles)


def words_of(connection: driver.Connection, tokens: Sequence[str]) -> frozenset[str]:
    """The folded words by which a text may speak of the students with these tokens."""
    from klasgenoot.domain.erasing import words_for
    from klasgenoot.domain.people import Student, StudentId

    found = connection.execute(
        "SELECT id, call_name, given_name, family_name, student_number, aliases FROM students"
        f" WHERE token IN {THOSE}",
        (json.dumps(list(tokens)),),
    )
    people = (
        Student(
            id=StudentId(number),
            call_name=call,
            given_name=given,
            family_name=family,
            student_number=school,
            aliases=tuple(aliases.splitlines()),
        )
        for number, call, given, family, school, aliases in found.fetchall()
    )
    return frozenset().union(*(words_for(each) for each in people))


def _mentions(
    connection: driver.Connection, words: frozenset[str], *, gone: Collection[int]
) -> Iterator[Mention]:
    places = _indexed(connection, words)
    for table, sql in _TEXTS.items():
        found = [row for owner, row in places if owner == _INDEXED_WITH.get(table, table)]
        query = sql.format(found=THOSE, gone=THOSE)
        values = [json.dumps(found)] * ("{found}" in sql) + [json.dumps(list(gone))] * (
            "{gone}" in sql
        )
        for row, student, day, text, about in connection.execute(query, values).fetchall():
            said = places_of(words, text)
            if said:
                yield Mention(
                    spot=Spot(table, row, student),
                    on=date.fromisoformat(day) if day else None,
                    text=text,
                    places=said,
                    about=about,
                )


def _indexed(connection: driver.Connection, words: frozenset[str]) -> list[Place]:
    if not words:
        return []
    # by how words begin, so that a possessive s is found too
    query = " OR ".join(f'"{word}"*' for word in sorted(words))
    found = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,))
    return [place_of(row[0]) for row in found.fetchall()]


_COLUMN = {
    "students": "note",
    "mnemonics": "mnemonic",
    "needs_asked": "did",
    "lesson_slots": "subject",
    "lessons": "subject",
    "consents": "about",
    "contact_students": "private_text",
}
"""In which column the text stands, where that is not `text`."""
_TABLE = {"mnemonics": "students"}
"""Of which table it is a text, where it is not the one it is called after."""
_KEYS = {"snoozes": ("student_id",), "contact_students": ("contact_id", "student_id")}
"""What a row is known by, where that is not its `id`."""
_FOLDED = {
    "contacts": "SELECT c.text || ' ' || coalesce((SELECT group_concat(private_text, ' ')"
    " FROM contact_students WHERE contact_id = c.id), '') || ' ' || c.tags"
    " FROM contacts c WHERE c.id = ?",
    "group_notes": "SELECT text FROM group_notes WHERE id = ?",
    "promises": "SELECT text FROM promises WHERE id = ?",
    "own_views": "SELECT text FROM own_views WHERE id = ?",
    "snoozes": "SELECT text FROM snoozes WHERE student_id = ?",
    "own_words": "SELECT text FROM own_words WHERE id = ?",
    "common_ground": "SELECT text FROM common_ground WHERE id = ?",
    "consents": "SELECT about FROM consents WHERE id = ?",
    "transfers": "SELECT text || ' ' || coach FROM transfers WHERE id = ?",
    "students": "SELECT call_name || ' ' || given_name || ' ' || infix || ' ' || family_name"
    " || ' ' || replace(aliases, char(10), ' ') || ' ' || note FROM students WHERE id = ?",
}
"""All that can be found of a row; see the store of each."""


def _key(spot: Spot) -> tuple[int, ...]:
    return (spot.row, spot.student) if spot.table == "contact_students" else (spot.row,)


def _read(connection: driver.Connection, spot: Spot) -> str:
    table, column, condition = _place(spot.table)
    sql = f"SELECT {column} FROM {table} WHERE {condition}"
    row = connection.execute(sql, _key(spot)).fetchone()
    return str(row[0]) if row else ""


def _write(connection: driver.Connection, spot: Spot, text: str) -> int:
    table, column, condition = _place(spot.table)
    sql = f"UPDATE {table} SET {column} = ? WHERE {condition}"
    done = connection.execute(sql, (text, *_key(spot))).rowcount
    found_in = _INDEXED_WITH.get(spot.table, spot.table)
    if done and found_in in _FOLDED:
        _fold_anew(connection, found_in, spot.row)
    return int(done)


def _fold_anew(connection: driver.Connection, table: str, row: int) -> None:
    """What can be found of a row, as its texts now are."""
    (all_of_it,) = connection.execute(_FOLDED[table], (row,)).fetchone()
    connection.execute(
        f"UPDATE {table} SET folded = ? WHERE {_place(table)[2]}", (fold_words(all_of_it), row)
    )


def _place(name: str) -> tuple[str, str, str]:
    """Table, column and condition by which a text is found; none of it is a teacher's word."""
    keys = _KEYS.get(name, ("id",))
    condition = " AND ".join(f"{key} = ?" for key in keys)
    return _TABLE.get(name, name), _COLUMN.get(name, "text"), condition
