//! What words say of a date, before it is known which year they mean; and what that comes to.

use jiff::civil::Date;

use super::{
    calendar::{Piece, WINTER, end_of, latest_weekday, month_on, on, week},
    words::TimeUnit,
};

/// Which of several of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The year stands there.
    Given(i16),
    /// Nothing says it: the latest up to the day of publication, unless the sentence gave a year.
    Unsaid,
    Last,
    This,
    Next,
    /// That of the year of publication, or of one so many years beside it.
    Beside(i16),
}

/// What words say.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    Fixed(Piece),
    Day(u8, Box<Self>),
    Month(u8, Which),
    Year(Which),
    Season(u8, Which),
    Weekday(u8, Which, Option<Box<Self>>),
    /// So many days beside the day of publication.
    Beside(i64),
    /// A week, month or year of the day of publication, or beside it.
    Stretch(TimeUnit, i64),
    /// So many units before the day of publication.
    Ago(i64, TimeUnit),
    /// So many units behind the date before, or before it.
    Shifted(i64, TimeUnit),
    /// The stretch of the date before, or beside it.
    OfBefore(TimeUnit, i64),
    /// So many units up to the day of publication.
    Past(i64, TimeUnit),
    Third(u8, Box<Self>),
    Half(u8, Box<Self>),
    Quarter(u8, Box<Self>),
    /// The week that a day lies in.
    WeekOf(Box<Self>),
    Range(Box<Self>, Box<Self>),
    Since(Box<Self>),
    Until(Box<Self>),
    Before(Box<Self>),
    After(Box<Self>),
    Around(Box<Self>),
}

/// What is known when a date is worked out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// The year that the sentence gave.
    pub(super) year: Option<i16>,
    /// The date before.
    pub(super) before: Option<Piece>,
}

impl Expr {
    /// Its value as EDTF; `None` where what it hangs on is not known, or the calendar has no such day.
    pub(super) fn edtf(&self, context: &Context) -> Option<String> {
        Some(match self {
            Self::Range(first, last) => {
                let (first, last) = ends(first, last, context)?;
                if first.first() > last.last() {
                    return None;
                }
                format!("{}/{}", first.begin(), last.end())
            }
            Self::Since(from) => format!("{}/..", from.piece(context)?.begin()),
            Self::Until(until) => format!("../{}", until.piece(context)?.end()),
            Self::After(from) => format!("{}/..", from.piece(context)?.after()?.begin()),
            Self::Before(until) => format!("../{}", until.piece(context)?.before()?.end()),
            Self::Around(piece) => {
                let edtf = piece.edtf(context)?;
                let ends: Vec<String> = edtf.split('/').map(|end| format!("{end}~")).collect();
                ends.join("/")
            }
            other => other.piece(context)?.edtf(),
        })
    }

    /// The piece of the calendar that it is; for what has two ends the later one.
    pub(super) fn piece(&self, context: &Context) -> Option<Piece> {
        let today = context.published;
        match self {
            Self::Fixed(piece) => Some(*piece),
            Self::Day(day, month) => day_of(*day, month, context),
            Self::Month(month, which) => month_of(month.cast_signed(), *which, context),
            Self::Year(which) => Some(Piece::Year(year_of(*which, today)?)),
            Self::Season(code, which) => season_of(*code, *which, context),
            Self::Weekday(number, which, of) => weekday_of(*number, *which, of.as_deref(), context),
            Self::Beside(days) => on(today?, *days).map(Piece::Day),
            Self::Stretch(unit, units) => stretch(today?, *unit, *units),
            Self::Ago(units, unit) => stretch(today?, *unit, -units),
            Self::Shifted(units, unit) => shifted(context.before?, *units, *unit),
            Self::OfBefore(unit, units) => stretch(context.before?.last(), *unit, *units),
            Self::Past(units, unit) => past(today?, *units, *unit),
            Self::Third(third, of) => of.piece(context)?.third(*third),
            Self::Half(half, of) => of.piece(context)?.half(*half),
            Self::Quarter(quarter, of) => match of.piece(context)? {
                Piece::Year(year) => Some(Piece::Part(year, 33 + quarter)),
                _ => None,
            },
            Self::WeekOf(day) => week(day.piece(context)?.first(), 0),
            Self::Range(_, last) => last.piece(context),
            Self::Since(piece)
            | Self::Until(piece)
            | Self::Before(piece)
            | Self::After(piece)
            | Self::Around(piece) => piece.piece(context),
        }
    }

    /// The year that it names itself.
    pub(super) fn given_year(&self) -> Option<i16> {
        match self {
            Self::Fixed(piece) => Some(piece.first().year()),
            Self::Month(_, Which::Given(year))
            | Self::Year(Which::Given(year))
            | Self::Season(_, Which::Given(year)) => Some(*year),
            Self::Day(_, of)
            | Self::Third(_, of)
            | Self::Half(_, of)
            | Self::Quarter(_, of)
            | Self::WeekOf(of)
            | Self::Since(of)
            | Self::Until(of)
            | Self::Before(of)
            | Self::After(of)
            | Self::Around(of) => of.given_year(),
            Self::Range(first, last) => last.given_year().or_else(|| first.given_year()),
            _ => None,
        }
    }

    /// The same with a year, where nothing said which; `None` where it names none or has one.
    fn with_year(&self, year: i16) -> Option<Self> {
        let boxed = |of: &Self| of.with_year(year).map(Box::new);
        Some(match self {
            Self::Month(month, Which::Unsaid) => Self::Month(*month, Which::Given(year)),
            Self::Season(code, Which::Unsaid) => Self::Season(*code, Which::Given(year)),
            Self::Day(day, of) => Self::Day(*day, boxed(of)?),
            Self::Third(third, of) => Self::Third(*third, boxed(of)?),
            Self::Half(half, of) => Self::Half(*half, boxed(of)?),
            _ => return None,
        })
    }
}

/// The ends of a range. The first takes the year of the last where it has none of its own, or the one before.
fn ends(first: &Expr, last: &Expr, context: &Context) -> Option<(Piece, Piece)> {
    let end = last.piece(context)?;
    let year = end.last().year();
    let mut begin = first.with_year(year).unwrap_or_else(|| first.clone());
    let mut piece = begin.piece(context)?;
    if piece.first() > end.last() {
        begin = first.with_year(year - 1)?;
        piece = begin.piece(context)?;
    }
    // `from March 2022 to May`: the last is the first behind the begin.
    if let Some(given) = first.given_year()
        && let Some(last) = last.with_year(given)
        && last.given_year().is_some()
    {
        let same = last.piece(context)?;
        let next = || last_of_next(&last, given + 1, context);
        let end = if same.last() >= piece.first() {
            Some(same)
        } else {
            next()
        };
        return Some((first.piece(context)?, end?));
    }
    Some((piece, end))
}

fn last_of_next(last: &Expr, year: i16, context: &Context) -> Option<Piece> {
    match last {
        Expr::Month(month, _) => Some(Piece::Month(year, month.cast_signed())),
        Expr::Day(day, of) => match &**of {
            Expr::Month(month, _) => Piece::day(year, month.cast_signed(), day.cast_signed()),
            _ => None,
        },
        other => other.piece(context),
    }
}

fn year_of(which: Which, today: Option<Date>) -> Option<i16> {
    let year = || today.map(Date::year);
    match which {
        Which::Given(year) => Some(year),
        Which::Last => Some(year()? - 1),
        Which::This | Which::Unsaid => year(),
        Which::Next => Some(year()? + 1),
        Which::Beside(years) => Some(year()? + years),
    }
}

/// A day of a month: of one without a year the latest such day up to the day of publication.
fn day_of(day: u8, month: &Expr, context: &Context) -> Option<Piece> {
    let day = day.cast_signed();
    let today = context.published;
    if let Expr::Month(number, which @ (Which::Unsaid | Which::Last)) = month {
        let number = number.cast_signed();
        if let (Which::Unsaid, Some(year)) = (which, context.year) {
            return Piece::day(year, number, day);
        }
        let today = today?;
        let year = today.year();
        // A leap day may be years away.
        let mut years = (year - 8..=year).rev();
        return years.find_map(|year| {
            let piece = Piece::day(year, number, day)?;
            let is_over = piece.last() < today || *which == Which::Unsaid && piece.last() == today;
            is_over.then_some(piece)
        });
    }
    match month.piece(context)? {
        Piece::Month(year, month) => Piece::day(year, month, day),
        _ => None,
    }
}

fn month_of(month: i8, which: Which, context: &Context) -> Option<Piece> {
    let today = context.published;
    let year = match which {
        Which::Given(year) => year,
        Which::Unsaid => match (context.year, today) {
            (Some(year), _) => year,
            (None, Some(today)) => today.year() - i16::from(month > today.month()),
            (None, None) => return None,
        },
        Which::Last => {
            let today = today?;
            today.year() - i16::from(end_of(today.year(), month) >= today)
        }
        Which::This => today?.year(),
        Which::Next => {
            let today = today?;
            today.year() + i16::from(month <= today.month())
        }
        Which::Beside(_) => year_of(which, today)?,
    };
    Some(Piece::Month(year, month))
}

fn season_of(code: u8, which: Which, context: &Context) -> Option<Piece> {
    let part = |year| Piece::Part(year, code);
    let today = context.published;
    let latest = |is_it: &dyn Fn(Piece) -> bool| {
        let year = today?.year();
        [year, year - 1, year - 2]
            .into_iter()
            .map(part)
            .find(|piece| is_it(*piece))
    };
    match which {
        Which::Given(year) => Some(part(year)),
        Which::Beside(_) => year_of(which, today).map(part),
        Which::Unsaid => match context.year {
            Some(year) => Some(part(year)),
            None => latest(&|piece| Some(piece.first()) <= today),
        },
        Which::Last => latest(&|piece| Some(piece.last()) < today),
        // A winter that has begun began in the year before.
        Which::This if code == WINTER && today?.month() < 3 => Some(part(today?.year() - 1)),
        Which::This => Some(part(today?.year())),
        Which::Next => {
            let year = today?.year();
            [year, year + 1]
                .into_iter()
                .map(part)
                .find(|piece| Some(piece.first()) > today)
        }
    }
}

fn weekday_of(number: u8, which: Which, of: Option<&Expr>, context: &Context) -> Option<Piece> {
    if let Some(of) = of {
        let Piece::Days(monday, _) = of.piece(context)? else {
            return None;
        };
        return on(monday, i64::from(number) - 1).map(Piece::Day);
    }
    let today = context.published?;
    let day = match which {
        Which::Last => latest_weekday(number, on(today, -1)?),
        Which::Next => on(latest_weekday(number, today)?, 7),
        _ => latest_weekday(number, today),
    };
    day.map(Piece::Day)
}

/// The stretch of this unit that a day lies in, some units on.
fn stretch(day: Date, unit: TimeUnit, units: i64) -> Option<Piece> {
    match unit {
        TimeUnit::Day => on(day, units).map(Piece::Day),
        TimeUnit::Week => week(day, units),
        TimeUnit::Weekend => {
            let Piece::Days(_, sunday) = week(day, units)? else {
                return None;
            };
            Some(Piece::Days(on(sunday, -1)?, sunday))
        }
        TimeUnit::Month => month_on(day, units),
        TimeUnit::Year => Some(Piece::Year(day.year() + i16::try_from(units).ok()?)),
        TimeUnit::Decade => {
            let decade = day.year().div_euclid(10) * 10;
            Some(Piece::Decade(decade + i16::try_from(units * 10).ok()?))
        }
    }
}

/// A date some units on, no more exact than it is and than the unit.
fn shifted(before: Piece, units: i64, unit: TimeUnit) -> Option<Piece> {
    match (before, unit) {
        (Piece::Day(day), unit) => stretch(day, unit, units),
        (Piece::Month(..), TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade)
        | (Piece::Year(_), TimeUnit::Year | TimeUnit::Decade) => {
            stretch(before.first(), unit, units)
        }
        _ => None,
    }
}

fn past(today: Date, units: i64, unit: TimeUnit) -> Option<Piece> {
    let from = stretch(today, unit, -units)?;
    Some(match (from, stretch(today, unit, 0)?) {
        (Piece::Day(from), Piece::Day(to)) => Piece::Days(from, to),
        (Piece::Days(from, _), Piece::Days(..)) => Piece::Days(from, today),
        (Piece::Month(year, month), Piece::Month(to, last)) => {
            Piece::Months((year, month), (to, last))
        }
        (Piece::Year(from), Piece::Year(to)) => Piece::Years(from, to),
        _ => return None,
    })
}
