"""What stands beside a student, as plain values: their own words, the coach, the monthly round."""

from typing import Any

from klasgenoot.domain.people import StudentId
from klasgenoot.store import month_answers, own_words, study_coaches, transfers
from klasgenoot.store.database import Vault

Plain = dict[str, Any]


def beside(vault: Vault, student_id: StudentId) -> Plain:
    """All of it about one student."""
    said = own_words.own_words_of(vault, student_id)
    coach = study_coaches.coach_of(vault, student_id)
    return {
        "what_helps": {"text": said.text, "told": said.told_on, "may_share": said.may_share}
        if said
        else None,
        "in_common": own_words.common_ground_with(vault, student_id),
        "study_coach": {"name": coach.name, "is_teacher": coach.is_teacher} if coach else None,
        "consents": [
            {"date": each.said_on, "yes": each.is_yes, "about": each.about}
            for each in study_coaches.consents_of(vault, student_id)
        ],
        "transfers": [
            {
                "date": each.made_on,
                "coach": each.coach,
                "text": each.text,
                "return": each.return_on,
                "done": each.done_on,
            }
            for each in transfers.transfers_of(vault, student_id)
        ],
        "monthly_round": [
            {"month": each.month, "would_come": each.would_come, "footing": each.footing}
            for each in month_answers.month_answers_on(vault, student_id)
        ],
    }
