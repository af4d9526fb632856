"""What can be undone? One label per deed; the view-models put it in words."""

from enum import StrEnum


class Deed(StrEnum):
    """What a teacher did, as the undo bar names it."""

    IMPORT_CLASS = "import_class"
    ADD_CLASS = "add_class"
    RENAME_CLASS = "rename_class"
    PLAN_FIRST_LESSON = "plan_first_lesson"
    PLAN_END = "plan_end"
    REMOVE_CLASS = "remove_class"
    ADD_STUDENT = "add_student"
    EDIT_STUDENT = "edit_student"
    REMOVE_STUDENTS = "remove_students"
    SET_PHOTO = "set_photo"
    CROP_PHOTO = "crop_photo"
    LOG_CONTACT = "log_contact"
    EDIT_CONTACT = "edit_contact"
    REMOVE_CONTACT = "remove_contact"
    KEEP_PROMISE = "keep_promise"
    NOTE_GROUP = "note_group"
    EDIT_GROUP_NOTE = "edit_group_note"
    REMOVE_GROUP_NOTE = "remove_group_note"
    ANSWER_CARD = "answer_card"
    REGRADE_ANSWER = "regrade_answer"
    MARK_RECOMMENDATION = "mark_recommendation"
    KEEP_LONGER = "keep_longer"
    FILL_SAMPLE = "fill_sample"
