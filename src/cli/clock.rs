//! The only clock: `check` asks what day it is, unless it is told.

use jiff::civil::Date;

/// Today, by the clock of the machine and in UTC, so that a team in two time zones gets one answer.
pub(super) fn today() -> Date {
    jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date()
}
