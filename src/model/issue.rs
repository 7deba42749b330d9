//! What is wrong with a record: structured, so that a window, a command line and a test can each
//! say it in their own way.

use super::date::WhenError;

/// One thing wrong with one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The property or member, as the file names it; empty when it is the whole record.
    pub field: Box<str>,
    /// What is wrong.
    pub kind: IssueKind,
    /// The text that is wrong, shortened; empty when there is none to show.
    pub value: Box<str>,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IssueKind {
    /// The bytes are not JSON.
    Syntax,
    /// `NaN` or `Infinity`, which JSON does not have.
    NotANumber,
    /// An escape of JavaScript in a text, which JSON does not have.
    EscapeUnknown,
    /// A row with fewer cells than there are columns.
    RowShort,
    /// A row with more cells than there are columns.
    RowLong,
    /// A quote that is never closed.
    QuoteOpen,
    /// A quote in the middle of a quoted cell, whose text stays as it is written.
    QuoteInside,
    /// Rows with nothing of their own, which were passed over.
    RowsPassedOver,
    /// Lines above the header of a table, which are no records.
    LinesAbove,
    /// Earlier versions of records that are there in a later one, which were passed over.
    Superseded,
    /// A key that an object has twice, of which the last value counts.
    KeyDuplicate,
    /// A comment, which JSON has none of.
    Comment,
    /// A NUL in the text.
    NulCharacter,
    /// A column without a name.
    HeaderEmpty,
    /// Two columns of one name.
    HeaderDuplicate,
    /// A header without a row below it.
    NoRows,
    /// Things in a file that are no records, and how many.
    NotRead,
    /// Cells of a sheet that hold a formula and no value, and how many: the formula is read as a text.
    FormulaAlone,
    /// No record in a file of a format that has other things too.
    NoRecords,
    /// A file in which no property was taken for a date.
    NoDateColumn,
    /// A file in which nothing was taken for a place.
    NoPlaceColumns,
    /// Lines in different encodings.
    EncodingMixed,
    /// Text in another encoding than the file says.
    EncodingWrong,
    /// The file ends in the middle of the record.
    Truncated,
    /// Longer than what is safe to take apart.
    TooLarge,
    /// JSON, but not a GeoJSON feature.
    NotAFeature,
    /// The geometry is not one of RFC 7946.
    GeometryMalformed,
    /// A ring whose last position is not its first.
    RingOpen,
    /// A ring of fewer than four positions.
    RingShort,
    /// A line of fewer than two positions.
    LineShort,
    /// A `bbox` without a number for each end of each dimension.
    BboxMalformed,
    /// A member that says that the object is something else.
    MemberMisplaced,
    /// A member that a feature must have.
    MemberMissing,
    /// A longitude beyond 180 or a latitude beyond 90 degrees.
    CoordinateOutOfRange,
    /// A coordinate that is no number of degrees, but most likely metres.
    CoordinateMetres,
    /// Coordinates in a reference system that the file names, which were converted.
    CrsConverted,
    /// Coordinates in a reference system that is not known.
    CrsUnknown,
    /// A place at 0, 0, which is most likely none.
    PlaceZero,
    /// A date far from those of all other records of the file.
    DateFar,
    /// A date that is empty or not text.
    DateMissing,
    /// A date in another form than the profile's.
    DateMalformed,
    /// A date that the calendar does not have.
    DateNoSuchDay,
    /// A date whose day and month cannot be told apart.
    DateAmbiguous,
    /// A time of day without an offset from UTC.
    DateNoZone,
    /// A date whose year has two digits.
    DateShortYear,
    /// An interval that ends before it begins.
    DateReversed,
    /// A date of which only the bounds are read (EDTF level 2).
    DateBoundsOnly,
    /// EDTF that has no bounds here.
    DateUnread,
    /// A time of day in a zone that is named.
    DateZoneNamed,
    /// A date of the Hijri calendar.
    DateOtherCalendar,
    /// A number of days that a spreadsheet has counted.
    DateDayNumber,
    /// A presence that was last confirmed before it began.
    ConfirmedBefore,
    /// A word that the profile does not have at this place.
    ValueUnknown,
    /// A value of another JSON type than the profile's.
    TypeWrong,
    /// A number range whose low end lies above its high end.
    RangeReversed,
    /// An id that an earlier record already has.
    IdDuplicate,
    /// A source that the collection does not list.
    SourceUnknown,
    /// A related record that the dataset does not hold.
    RelatedUnknown,
    /// `after` and `before` that lead back to the record itself.
    OrderCircular,
    /// `after` or `before` that the dates of the records contradict.
    OrderContradicted,
}

impl IssueKind {
    /// Every kind.
    pub const ALL: [Self; 60] = [
        Self::Syntax,
        Self::NotANumber,
        Self::EscapeUnknown,
        Self::RowShort,
        Self::RowLong,
        Self::QuoteOpen,
        Self::QuoteInside,
        Self::RowsPassedOver,
        Self::LinesAbove,
        Self::Superseded,
        Self::KeyDuplicate,
        Self::Comment,
        Self::NulCharacter,
        Self::HeaderEmpty,
        Self::HeaderDuplicate,
        Self::NoRows,
        Self::NotRead,
        Self::FormulaAlone,
        Self::NoRecords,
        Self::NoDateColumn,
        Self::NoPlaceColumns,
        Self::EncodingMixed,
        Self::EncodingWrong,
        Self::Truncated,
        Self::TooLarge,
        Self::NotAFeature,
        Self::GeometryMalformed,
        Self::RingOpen,
        Self::RingShort,
        Self::LineShort,
        Self::BboxMalformed,
        Self::MemberMisplaced,
        Self::MemberMissing,
        Self::CoordinateOutOfRange,
        Self::CoordinateMetres,
        Self::CrsConverted,
        Self::CrsUnknown,
        Self::PlaceZero,
        Self::DateFar,
        Self::DateMissing,
        Self::DateMalformed,
        Self::DateNoSuchDay,
        Self::DateAmbiguous,
        Self::DateNoZone,
        Self::DateShortYear,
        Self::DateReversed,
        Self::DateBoundsOnly,
        Self::DateUnread,
        Self::DateZoneNamed,
        Self::DateOtherCalendar,
        Self::DateDayNumber,
        Self::ConfirmedBefore,
        Self::ValueUnknown,
        Self::TypeWrong,
        Self::RangeReversed,
        Self::IdDuplicate,
        Self::SourceUnknown,
        Self::RelatedUnknown,
        Self::OrderCircular,
        Self::OrderContradicted,
    ];

    /// The kind in kebab-case, as `check --json` prints it and the catalogue keys it (`issue-…`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::NotANumber => "not-a-number",
            Self::EscapeUnknown => "escape-unknown",
            Self::RowShort => "row-short",
            Self::RowLong => "row-long",
            Self::QuoteOpen => "quote-open",
            Self::QuoteInside => "quote-inside",
            Self::RowsPassedOver => "rows-passed-over",
            Self::LinesAbove => "lines-above",
            Self::Superseded => "superseded",
            Self::KeyDuplicate => "key-duplicate",
            Self::Comment => "comment",
            Self::NulCharacter => "nul-character",
            Self::HeaderEmpty => "header-empty",
            Self::HeaderDuplicate => "header-duplicate",
            Self::NoRows => "no-rows",
            Self::NotRead => "not-read",
            Self::FormulaAlone => "formula-alone",
            Self::NoRecords => "no-records",
            Self::NoDateColumn => "no-date-column",
            Self::NoPlaceColumns => "no-place-columns",
            Self::EncodingMixed => "encoding-mixed",
            Self::EncodingWrong => "encoding-wrong",
            Self::Truncated => "truncated",
            Self::TooLarge => "too-large",
            Self::NotAFeature => "not-a-feature",
            Self::GeometryMalformed => "geometry-malformed",
            Self::RingOpen => "ring-open",
            Self::RingShort => "ring-short",
            Self::LineShort => "line-short",
            Self::BboxMalformed => "bbox-malformed",
            Self::MemberMisplaced => "member-misplaced",
            Self::MemberMissing => "member-missing",
            Self::CoordinateOutOfRange => "coordinate-out-of-range",
            Self::CoordinateMetres => "coordinate-metres",
            Self::CrsConverted => "crs-converted",
            Self::CrsUnknown => "crs-unknown",
            Self::PlaceZero => "place-zero",
            Self::DateFar => "date-far",
            Self::DateMissing => "date-missing",
            Self::DateMalformed => "date-malformed",
            Self::DateNoSuchDay => "date-no-such-day",
            Self::DateAmbiguous => "date-ambiguous",
            Self::DateNoZone => "date-no-zone",
            Self::DateShortYear => "date-short-year",
            Self::DateReversed => "date-reversed",
            Self::DateBoundsOnly => "date-bounds-only",
            Self::DateUnread => "date-unread",
            Self::DateZoneNamed => "date-zone-named",
            Self::DateOtherCalendar => "date-other-calendar",
            Self::DateDayNumber => "date-day-number",
            Self::ConfirmedBefore => "confirmed-before",
            Self::ValueUnknown => "value-unknown",
            Self::TypeWrong => "type-wrong",
            Self::RangeReversed => "range-reversed",
            Self::IdDuplicate => "id-duplicate",
            Self::SourceUnknown => "source-unknown",
            Self::RelatedUnknown => "related-unknown",
            Self::OrderCircular => "order-circular",
            Self::OrderContradicted => "order-contradicted",
        }
    }
}

impl IssueKind {
    /// Whether it is wrong with a date.
    #[must_use]
    pub const fn is_of_date(self) -> bool {
        matches!(
            self,
            Self::DateMissing
                | Self::DateMalformed
                | Self::DateNoSuchDay
                | Self::DateAmbiguous
                | Self::DateNoZone
                | Self::DateShortYear
                | Self::DateReversed
                | Self::DateUnread
                | Self::DateZoneNamed
                | Self::DateOtherCalendar
                | Self::DateDayNumber
        )
    }

    /// Whether it is wrong with a place.
    #[must_use]
    pub const fn is_of_place(self) -> bool {
        matches!(
            self,
            Self::GeometryMalformed
                | Self::CoordinateOutOfRange
                | Self::CoordinateMetres
                | Self::CrsUnknown
        )
    }
}

impl From<WhenError> for IssueKind {
    fn from(error: WhenError) -> Self {
        match error {
            WhenError::Empty => Self::DateMissing,
            WhenError::Malformed => Self::DateMalformed,
            WhenError::NoSuchDate => Self::DateNoSuchDay,
            WhenError::Ambiguous => Self::DateAmbiguous,
            WhenError::NoZone => Self::DateNoZone,
            WhenError::Reversed => Self::DateReversed,
            WhenError::Unread => Self::DateUnread,
            WhenError::ZoneNamed => Self::DateZoneNamed,
            WhenError::OtherCalendar => Self::DateOtherCalendar,
            WhenError::DayNumber => Self::DateDayNumber,
        }
    }
}

/// Characters of an offending value that an issue keeps.
const VALUE_LENGTH: usize = 80;

impl Issue {
    /// An issue with `field` whose text is `value`.
    #[must_use]
    pub fn new(field: &str, kind: IssueKind, value: &str) -> Self {
        let mut shown: String = value.chars().take(VALUE_LENGTH).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        Self {
            field: field.into(),
            kind,
            value: shown.into(),
        }
    }

    /// An issue that stands for `count` cases; `None` where there is none.
    #[must_use]
    pub fn counted(field: &str, kind: IssueKind, count: usize) -> Option<Self> {
        (count > 0).then(|| Self::new(field, kind, &count.to_string()))
    }
}
