#!/usr/bin/env python3
"""Makes Sources/Annotation/Resources/feast-days.txt: the days of feasts that go by the moon, from the tables of the package
holidays (MIT), and of the Eastern churches' Easter by dateutil. Needs both: pip install holidays==0.109 python-dateutil.

Usage: compile-feasts.py OUTPUT
"""

import datetime
import pathlib
import sys

from dateutil import easter
from holidays.calendars.chinese import _ChineseLunisolar as chinese
from holidays.calendars.hebrew import _HebrewLunisolar as hebrew
from holidays.calendars.hindu import _HinduLunisolar as hindu
from holidays.calendars.islamic import _IslamicLunar as islamic

YEARS = range(1980, 2051)
HEAD = """# Days of feasts that go by the moon: the feast's key in time-words.txt, "~" where the day hangs on who sees the moon
# and may be one off (else "-"), its days. Made by scripts/compile-feasts.py.
"""


def listed(table):
    """The days of a table of the package: a month and day a year, or several."""
    for year, days in table.items():
        if year in YEARS:
            for month, day in [days] if isinstance(days[0], int) else days:
                yield datetime.date(year, month, day)


def main():
    feasts = {
        "diwali": ("-", listed(hindu.DIWALI_INDIA_DATES)),
        "eid-al-adha": ("~", listed(islamic.EID_AL_ADHA_DATES)),
        "eid-al-fitr": ("~", listed(islamic.EID_AL_FITR_DATES)),
        "hanukkah": ("-", listed(hebrew.HANUKKAH_DATES)),
        "holi": ("-", listed(hindu.HOLI_DATES)),
        "lunar-new-year": ("-", listed(chinese.LUNAR_NEW_YEAR_DATES)),
        "mawlid": ("~", listed(islamic.MAWLID_DATES)),
        "mid-autumn": ("-", listed(chinese.MID_AUTUMN_DATES)),
        "orthodox-easter": ("-", (easter.easter(year, easter.EASTER_ORTHODOX) for year in YEARS)),
        "passover": ("-", listed(hebrew.PASSOVER_DATES)),
        "rosh-hashanah": ("-", listed(hebrew.ROSH_HASHANAH_DATES)),
        "yom-kippur": ("-", listed(hebrew.YOM_KIPPUR_DATES)),
    }
    lines = [f"{key}\t{sure}\t{' '.join(str(day) for day in sorted(days))}" for key, (sure, days) in sorted(feasts.items())]
    pathlib.Path(sys.argv[1]).write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
