"""By which day? A day to come, to type as one says it, or to step through."""

from datetime import date, timedelta

from klasgenoot.domain.dates import BadDate, read_follow_up, read_when
from klasgenoot.ui.kit.day_field import DayField
from klasgenoot.ui.kit.look import Look

FARTHEST = timedelta(days=366)


class DueField(DayField):
    """A day from today on: "vr", "2 nov", "over twee weken", "next Monday".

    Keys and signals are those of `DayField`. A day that has passed can be shown, not chosen.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._today = date.min
        self._field.setAccessibleName(self.tr("By which day"))
        self._field.setToolTip(self.tr("Such as tomorrow, Friday, 2 Nov or in two weeks"))

    @property
    def day(self) -> date:
        """The day that stands there."""
        return self._day

    def show_due(self, day: date, *, today: date) -> None:
        """Show a day, without a signal."""
        self._today = today
        self.show_day(day, last=today + FARTHEST)

    def _read(self, phrase: str) -> date | BadDate | None:
        if read_when(phrase, today=self._today) == self._today:
            return self._today
        return read_follow_up(phrase, today=self._today)

    def _go(self, days: int) -> None:
        wanted = max(self._today, self._day + timedelta(days=days))
        self._pick(min(self._last, wanted))
        self._show(self._day)
