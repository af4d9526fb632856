"""Step 3, at the side: what becomes different, who is not in the list, and what stays out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont

from klasgenoot.domain.people import ClassId
from klasgenoot.ui.kit.card import Card
from klasgenoot.ui.kit.choice import Check
from klasgenoot.ui.kit.fonts import Text
from klasgenoot.ui.kit.labels import Label
from klasgenoot.ui.kit.look import Look
from klasgenoot.ui.kit.typeset import Run
from klasgenoot.ui.pages.importing.choices import NOTHING, field_words
from klasgenoot.viewmodels.import_classes import Unnamed
from klasgenoot.viewmodels.import_entries import Entry, Fate
from klasgenoot.viewmodels.importing import ImportViewModel

translate = QCoreApplication.translate

MOST_CHANGED, MOST_REFUSED = 12, 8


def changed_card(look: Look, entries: Sequence[Entry]) -> Card | None:
    """What the list has otherwise than the app; None if nothing."""
    changed = [entry for entry in entries if entry.fate is Fate.CHANGED]
    if not changed:
        return None
    card = Card(look, title=translate("ReviewCards", "Changed"), count=str(len(changed)))
    for entry in changed[:MOST_CHANGED]:
        label = Label(look, "", Text.SUPPORT)
        told = "; ".join(_changes(entry))
        label.set_runs(
            Run(entry.student.full_name, QFont.Weight.DemiBold), Run(f"\n{told}", None, "text_2")
        )
        card.body.addWidget(label)
    more = len(changed) - MOST_CHANGED
    if more > 0:
        _add_more(look, card, translate("ReviewCards", "And %n more.", None, more), count=more)
    return card


def missing_cards(look: Look, view_model: ImportViewModel) -> list[Card]:
    """For each class whom the list does not name in it, each with a box to tick."""
    names = {known.id: known.name for known in view_model.classes}
    title = translate("ReviewCards", "Not in this list")
    cards: dict[ClassId, Card] = {}
    for each in view_model.missing:
        if each.class_id not in cards:
            in_class = translate("ReviewCards", "Not in this list: {name}")
            name = in_class.format(name=names.get(each.class_id, ""))
            count = sum(other.class_id == each.class_id for other in view_model.missing)
            card = Card(look, title=name if view_model.is_each else title, count=str(count))
            words = translate("ReviewCards", "They stay in the class. Tick who has left.")
            card.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_2"))
            cards[each.class_id] = card
        cards[each.class_id].body.addWidget(_tick(look, view_model, each))
    return list(cards.values())


def _tick(look: Look, view_model: ImportViewModel, each: Unnamed) -> Check:
    tick = Check(look, each.student.full_name)
    tick.setChecked(each.leaves)
    tick.toggled.connect(
        lambda leaves: view_model.tick(each.student.id, class_id=each.class_id, leaves=leaves)
    )
    return tick


def refused_card(look: Look, view_model: ImportViewModel) -> Card | None:
    """Photos that nobody looked at, and files that cannot be used; None if all comes along."""
    sentences = list(view_model.refused[:MOST_REFUSED])
    more = len(view_model.refused) - len(sentences)
    if doubts := len(view_model.doubts):
        words = translate("ReviewCards", "%n photo(s) nobody looked at yet.", None, doubts)
        sentences.insert(0, words)
    if out := len(view_model.left_out):
        words = translate("ReviewCards", "%n student(s) whom you leave out.", None, out)
        sentences.insert(0, words)
    if not sentences:
        return None
    card = Card(look, title=translate("ReviewCards", "Stays out"), sunken=True)
    for sentence in sentences:
        card.body.addWidget(Label(look, sentence, Text.SUPPORT, colour="text_2"))
    _add_more(look, card, translate("ReviewCards", "And %n more file(s).", None, more), count=more)
    return card


def remarks_card(look: Look, view_model: ImportViewModel) -> Card | None:
    """What to know of how the list was read; None if there is nothing to say."""
    if not view_model.remarks:
        return None
    card = Card(look, title=translate("ReviewCards", "About the list"), sunken=True)
    for sentence in view_model.remarks:
        card.body.addWidget(Label(look, sentence, Text.SUPPORT, colour="text_2"))
    return card


def _changes(entry: Entry) -> list[str]:
    words = {field.value: text for field, text in field_words().items()}
    told = []
    if entry.was_called:
        told.append(translate("ReviewCards", "was {name}").format(name=entry.was_called))
    told += [
        translate("ReviewCards", "{what}: {before} becomes {after}").format(
            what=words[change.field],
            before=change.before or NOTHING,
            after=change.after or NOTHING,
        )
        for change in entry.changes
    ]
    if entry.has_new_photo:
        told.append(translate("ReviewCards", "another photo"))
    elif entry.photo != entry.student.photo:
        told.append(translate("ReviewCards", "now with a photo"))
    return told


def _add_more(look: Look, card: Card, words: str, *, count: int) -> None:
    if count > 0:
        card.body.addWidget(Label(look, words, Text.SUPPORT, colour="text_3"))
