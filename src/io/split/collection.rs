//! An object with `features`, a lone feature or geometry, or an array of features.

mod record;

use std::ops::Range;

use super::{Ledger, RecordsShape, Split, SplitError, nested::only_list};
use crate::{
    model::{Issue, IssueKind},
    scan::{
        json::{
            Broken, Member, RecordsOpening, skip_space, string_end, trim_end, unescaped, value_end,
        },
        looked_at,
    },
};

/// Times that the splitter looks again behind the start of a record which swallowed the whole
/// rest of the text; each costs one pass over it.
const LOOKS_BACK: usize = 8;

/// The types of RFC 7946, section 1.4, that are geometries.
const GEOMETRIES: [&str; 7] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// Splits the object that begins at `start`.
pub(super) fn split_object(text: &str, start: usize, ledger: Ledger) -> Result<Split, SplitError> {
    let mut splitter = Splitter::new(text, start + 1, ledger);
    splitter.members()?;
    splitter.finish(start)
}

/// Splits the array that begins at `start`.
pub(super) fn split_array(text: &str, start: usize, ledger: Ledger) -> Result<Split, SplitError> {
    let mut splitter = Splitter::new(text, start + 1, ledger);
    splitter.array()?;
    splitter.rest_is_a_record()?;
    let has_features = splitter
        .ledger
        .records
        .iter()
        .any(|record| splitter.slice(record).contains("\"Feature\""));
    let has_objects = splitter
        .ledger
        .records
        .iter()
        .any(|record| splitter.slice(record).starts_with('{'));
    if has_features {
        Ok(splitter.into_split(RecordsShape::Array))
    } else if has_objects {
        Ok(splitter.into_split(RecordsShape::Objects))
    } else {
        Err(SplitError::NotGeoJson("array".into()))
    }
}

/// Whether the `type` of an object says that it is JSON of another kind, whose lists are no records.
fn is_other_json(stated: &str) -> bool {
    ["Topology", "FeatureCollection", "Sphere"].contains(&stated)
}

/// What became of the member `features`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Features {
    Absent,
    Found,
    OtherType(usize),
}

struct Splitter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    ledger: Ledger<'a>,
    members: Vec<Member>,
    issues: Vec<Issue>,
    opening: Option<RecordsOpening>,
    looks_back: usize,
    features: Features,
    /// Where the text around the records stops being JSON.
    broken: Option<Broken>,
    /// Whether a comma stands where none belongs.
    has_stray_comma: bool,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str, at: usize, ledger: Ledger<'a>) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at,
            ledger,
            members: Vec::new(),
            issues: Vec::new(),
            opening: None,
            looks_back: LOOKS_BACK,
            features: Features::Absent,
            broken: None,
            has_stray_comma: false,
        }
    }

    fn slice(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The next byte that is not space.
    fn peek(&mut self) -> Option<u8> {
        self.at = skip_space(self.bytes, self.at);
        self.bytes.get(self.at).copied()
    }

    fn into_split(self, shape: RecordsShape) -> Split {
        Split {
            shape,
            records: self.ledger.records,
            members: self.members,
            issues: self.issues,
        }
    }

    /// Reads members up to the brace that closes the object.
    fn members(&mut self) -> Result<(), SplitError> {
        let mut is_behind_value = false;
        loop {
            let start = self.at;
            let broken = match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b',') => {
                    self.comma(is_behind_value, b'}');
                    is_behind_value = false;
                    continue;
                }
                Some(b'"') => match self.member()? {
                    Ok(()) => {
                        is_behind_value = true;
                        continue;
                    }
                    Err(broken) => broken,
                },
                Some(_) => Broken::At(self.at),
                None => Broken::End,
            };
            self.broken.get_or_insert(broken);
            if !self.skip_to_features(start) {
                return Ok(());
            }
        }
    }

    /// Reads one member; the outer error ends the splitting, the inner one says where it breaks.
    fn member(&mut self) -> Result<Result<(), Broken>, SplitError> {
        let key_start = self.at;
        let Some(key_end) = string_end(self.bytes, key_start) else {
            return Ok(Err(Broken::End));
        };
        let colon = skip_space(self.bytes, key_end);
        if self.bytes.get(colon) != Some(&b':') {
            return Ok(Err(self.broken_at(colon)));
        }
        let value = skip_space(self.bytes, colon + 1);
        let name = unescaped(self.slice(&(key_start..key_end)));
        if name == "features" {
            if self.bytes.get(value) == Some(&b'[') {
                self.at = value + 1;
                self.features = Features::Found;
                return self.array().map(Ok);
            }
            if self.features == Features::Absent && value < self.bytes.len() {
                self.features = Features::OtherType(value);
            }
        }
        Ok(value_end(self.bytes, value).map(|end| {
            self.at = end;
            if name != "features" {
                self.members.push(Member {
                    name,
                    key: key_start..key_end,
                    value: value..end,
                });
            }
        }))
    }

    fn broken_at(&self, at: usize) -> Broken {
        if at < self.bytes.len() {
            Broken::At(at)
        } else {
            Broken::End
        }
    }

    /// After a member that is broken: goes on at `features`, if that is still to come.
    fn skip_to_features(&mut self, from: usize) -> bool {
        if self.features == Features::Found {
            return false;
        }
        let rest = self.bytes.get(from + 1..).unwrap_or_default();
        let found = memchr::memmem::find_iter(rest, b"\"features\"")
            .map(|offset| from + 1 + offset)
            .find(|at| {
                let colon = skip_space(self.bytes, at + b"\"features\"".len());
                let value = skip_space(self.bytes, colon + 1);
                self.bytes.get(colon) == Some(&b':') && self.bytes.get(value) == Some(&b'[')
            });
        looked_at::note(found.unwrap_or(self.bytes.len()).saturating_sub(from));
        let Some(at) = found else { return false };
        let value = self.slice(&(from..trim_end(self.bytes, at)));
        self.issues.push(Issue::new("", IssueKind::Syntax, value));
        self.broken = None;
        self.at = at;
        true
    }

    /// Reads records up to the bracket that closes their array.
    fn array(&mut self) -> Result<(), SplitError> {
        let mut is_behind_value = false;
        loop {
            match self.peek() {
                None => {
                    self.broken.get_or_insert(Broken::End);
                    return Ok(());
                }
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b',') => {
                    self.comma(is_behind_value, b']');
                    is_behind_value = false;
                }
                Some(b'/') if self.skip_comment() => {}
                Some(b'}') if self.is_last_brace() => {
                    self.broken.get_or_insert(Broken::At(self.at));
                    return Ok(());
                }
                Some(first) => {
                    self.record(first)?;
                    is_behind_value = true;
                }
            }
        }
    }

    fn note(&mut self, kind: IssueKind, value: &str) {
        self.issues.push(Issue::new("", kind, value));
    }

    /// Some text from `at` on.
    fn around(&self, at: usize) -> &'a str {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    /// Decides what the object that begins at `start` is.
    fn finish(mut self, start: usize) -> Result<Split, SplitError> {
        let stated = self.stated_type();
        match (stated.as_deref(), self.features) {
            (Some("Feature"), _) => self.whole(start, RecordsShape::Feature),
            (Some(name), Features::Absent) if GEOMETRIES.contains(&name) => {
                self.whole(start, RecordsShape::Geometry)
            }
            (_, Features::Found) => {
                if stated.as_deref() != Some("FeatureCollection") {
                    let value = stated.unwrap_or_default();
                    let issue = Issue::new("type", IssueKind::ValueUnknown, &value);
                    self.issues.push(issue);
                }
                self.rest_is_a_record()?;
                Ok(self.into_split(RecordsShape::Collection))
            }
            (_, Features::OtherType(at)) => Err(SplitError::FeaturesNotArray(at)),
            (stated, Features::Absent)
                if self.broken.is_none() && !stated.is_some_and(is_other_json) =>
            {
                let stated = stated.unwrap_or("object").into();
                self.nested(start).ok_or(SplitError::NotGeoJson(stated))?
            }
            (stated, Features::Absent) => Err(match self.broken {
                Some(Broken::End) => SplitError::Truncated,
                Some(Broken::At(at)) => SplitError::NotJson(at),
                None if stated == Some("FeatureCollection") => SplitError::NoFeatures,
                None => SplitError::NotGeoJson(stated.unwrap_or("object").into()),
            }),
        }
    }

    /// The records of the only list, or collection, that stands somewhere in the object that begins at `start`, with
    /// the members of the object around it.
    fn nested(self, start: usize) -> Option<Result<Split, SplitError>> {
        let list = only_list(self.text, start..self.at)?;
        let inside = self.text.get(..list.end)?;
        let split = if self.bytes.get(list.start) == Some(&b'[') {
            split_array(inside, list.start, self.ledger)
        } else {
            split_object(inside, list.start, self.ledger)
        };
        let around = self.members;
        Some(split.map(|mut split| {
            let is_around = |member: &Member| !member.value.contains(&list.start);
            let mut members: Vec<Member> = around.into_iter().filter(is_around).collect();
            members.append(&mut split.members);
            Split { members, ..split }
        }))
    }

    /// The whole object is the one record.
    fn whole(mut self, start: usize, shape: RecordsShape) -> Result<Split, SplitError> {
        self.members.clear();
        self.ledger.records.clear();
        if self.broken.is_some() {
            self.at = self.bytes.len();
        }
        let end = trim_end(self.bytes, self.at);
        self.ledger.push(start..end)?;
        self.rest_is_a_record()?;
        Ok(self.into_split(shape))
    }

    /// The text of the last member `type`, as JSON readers take it.
    fn stated_type(&self) -> Option<String> {
        let member = self.members.iter().rfind(|member| member.name == "type")?;
        serde_json::from_str(self.slice(&member.value)).ok()
    }
}
