"""What a time expression is read against, and how to work with a publication date that is known only to the month or year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.expressions import Outlook
from dragoman.model.time import BadTime, Time

MOST_ALTERNATIVES = 6


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is read against: when it was published, the dates given before it (by the text, by its sentence), the outlook.

    `period` is the month or year that the publication is said to lie in, where the text narrows it; `before` are the dates of the sentence
    before.
    """

    published: Time | None
    anchors: tuple[Time, ...] = ()
    beside: tuple[Time, ...] = ()
    outlook: Outlook | None = None
    period: Time | None = None
    before: tuple[Time, ...] = ()

    def direction(self, way: int | None = None) -> int:
        """-1 back, 1 ahead, 0 the nearer."""
        if way:
            return way
        return {"future": 1, "present": 0}.get(self.outlook or "past", -1)

    def anchor(self, longest: int) -> Time:
        """The last date of the text that spans no more than so many days, else the last of the sentence, else the publication.

        Nothing that has happened is counted from a date still to come. Raises `BadTime` without any.
        """
        found = [t for t in self.anchors if _spans(t, longest) and (self.outlook == "future" or not self._later(t))]
        return found[-1] if found else self.beside[-1] if self.beside else self.now()

    def partner(self, longest: int) -> Time:
        """The last such date of the same sentence; raises `BadTime` without one."""
        found = [t for t in self.beside if _spans(t, longest)]
        if not found:
            raise BadTime("nothing in the sentence to count from")
        return found[-1]

    def _later(self, time: Time) -> bool:
        """Whether it begins after the publication."""
        latest = self.published.latest if self.published else None
        return bool(latest and time.earliest and time.earliest > latest)

    def now(self) -> Time:
        if self.published is None:
            raise BadTime("relative to an unknown publication")
        return self.published


def _spans(time: Time, longest: int) -> bool:
    return all(m.earliest and m.latest and (m.latest - m.earliest).days < longest for m in time.members or (time,))


def over(scene: Scene, work: Callable[[date], Time], inside: bool = False) -> Time:
    """What `work` makes of the day of publication, or of each day that it may have been.

    Where nothing narrows these days, `inside` keeps only what lies within them, unless it is still to come.
    """
    now = scene.now()
    if now.is_day and now.earliest:
        return work(now.earliest)
    days = now.days()
    found = list(dict.fromkeys(work(d) for d in (days if len(days) < 40 else days[:: len(days) // 24])))
    if inside and scene.outlook != "future" and scene.period in (None, now):
        found = [t for t in found if now.contains(t)] or found
    return Time.one_of(found) if len(found) <= MOST_ALTERNATIVES else replace(scene.period or now, approximate=False)
