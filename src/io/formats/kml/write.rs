//! KML 2.2 (OGC 12-007r2): a folder a layer, a placemark a record, with the time that programs which
//! show the globe animate by.
//!
//! What has one day has a `TimeStamp`; what may have happened on several, or held for some time, has
//! a `TimeSpan` from its earliest to its latest bound, open where that is. Every property stands in
//! `ExtendedData`, so that a reader gets it back.

use std::{collections::BTreeMap, io::Write};

use geo::{Coord, Geometry, LineString, Polygon};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use super::icons::{Icons, icon};
use crate::{
    io::{
        error::WriteErrorKind,
        export::Export,
        formats::csv::write::{properties, text},
    },
    model::{
        DAY, Kind, Lang, Layer, Record, Relation, RowId, Second, Span,
        bounds::{iso_day, iso_second},
    },
    theme::{Shade, Theme, layer_shape},
    work::Progress,
};

const NAMESPACE: &str = "http://www.opengis.net/kml/2.2";

type Xml<'a> = Writer<&'a mut dyn Write>;
type Written = Result<(), WriteErrorKind>;

impl Export<'_> {
    /// Writes `rows` as one document.
    pub(super) fn write_kml(
        &self,
        rows: &[RowId],
        icons: Icons,
        out: &mut dyn Write,
        progress: &Progress,
    ) -> Written {
        let mut xml = Writer::new_with_indent(out, b' ', 1);
        let lang = self.view.and_then(|seen| seen.lang).unwrap_or_default();
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        open(&mut xml, "kml", &[("xmlns", NAMESPACE)])?;
        open(&mut xml, "Document", &[])?;
        element(&mut xml, "name", &self.dataset.title(lang))?;
        let layers = self.dataset.layers();
        let mut by_layer: BTreeMap<usize, Vec<RowId>> = BTreeMap::new();
        for row in rows {
            let layer = self.dataset.columns().layer_index(*row);
            by_layer.entry(layer.into()).or_default().push(*row);
        }
        let used = || {
            by_layer
                .iter()
                .filter_map(|(number, rows)| Some((*number, layers.get(*number)?, rows)))
        };
        for (number, layer, _) in used() {
            style(&mut xml, number, layer, icons)?;
        }
        for (number, layer, of_layer) in used() {
            open(&mut xml, "Folder", &[])?;
            element(&mut xml, "name", layer.name())?;
            Self::for_each_row(of_layer, progress, |row| {
                self.placemark(&mut xml, row, number, lang)?;
                Ok(self.dataset.bytes(row).len())
            })?;
            close(&mut xml, "Folder")?;
        }
        close(&mut xml, "Document")?;
        close(&mut xml, "kml")?;
        Ok(xml.get_mut().write_all(b"\n")?)
    }

    fn placemark(&self, xml: &mut Xml, row: RowId, layer: usize, lang: Lang) -> Written {
        let Some(record) = self.dataset.read(row) else {
            return Ok(());
        };
        let id = record
            .id
            .as_ref()
            .map(crate::model::record::RecordId::as_str);
        open(xml, "Placemark", &[])?;
        let title = record.title.text(lang);
        element(
            xml,
            "name",
            if title.is_empty() {
                id.unwrap_or_default()
            } else {
                title
            },
        )?;
        element(xml, "description", &html(record.summary.text(lang)))?;
        if let Some(span) = self.dataset.columns().span(row) {
            time(xml, &span)?;
        }
        element(xml, "styleUrl", &format!("#layer-{layer}"))?;
        self.data(xml, row, &record)?;
        if let Some(geometry) = &record.geometry {
            shape(xml, geometry)?;
        }
        close(xml, "Placemark")
    }

    /// Every property, and how the record stands in the window.
    fn data(&self, xml: &mut Xml, row: RowId, record: &Record) -> Written {
        open(xml, "ExtendedData", &[])?;
        if let Some(id) = &record.id {
            datum(xml, "id", id.as_str())?;
        }
        for (name, value) in &properties(self, row) {
            datum(xml, name, &text(value))?;
        }
        if !self.as_read {
            let certainty = match self.relation(row) {
                Some(Relation::Certain) => "certain",
                Some(Relation::Possible { .. }) => "possible",
                Some(Relation::Out) | None => "undated",
            };
            datum(xml, "certainty", certainty)?;
        }
        close(xml, "ExtendedData")
    }
}

fn open(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> Written {
    let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
    Ok(xml.write_event(Event::Start(start))?)
}

fn close(xml: &mut Xml, name: &str) -> Written {
    Ok(xml.write_event(Event::End(BytesEnd::new(name)))?)
}

/// An element with a text in it; none for an empty text.
fn element(xml: &mut Xml, name: &str, text: &str) -> Written {
    if text.is_empty() {
        return Ok(());
    }
    let text = allowed(text);
    xml.create_element(name)
        .write_text_content(BytesText::new(&text))?;
    Ok(())
}

fn datum(xml: &mut Xml, name: &str, text: &str) -> Written {
    if text.is_empty() {
        return Ok(());
    }
    open(xml, "Data", &[("name", &allowed(name))])?;
    element(xml, "value", text)?;
    close(xml, "Data")
}

/// A text without the control characters that XML 1.0 has no way to write.
fn allowed(text: &str) -> String {
    let is_forbidden = |letter: char| {
        (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{7F}'..='\u{9F}'))
            || matches!(letter, '\u{FFFE}' | '\u{FFFF}')
    };
    text.chars()
        .map(|letter| {
            if is_forbidden(letter) {
                '\u{FFFD}'
            } else {
                letter
            }
        })
        .collect()
}

/// A text as HTML, which descriptions are shown as: nothing in it is a tag.
fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "<br>")
}

/// When the record shows while time is played.
fn time(xml: &mut Xml, span: &Span) -> Written {
    let (first, last) = (span.start.earliest, span.end.latest);
    let is_one_day = first != Second::MIN && last != Second::MAX && iso_day(first) == iso_day(last);
    if span.kind == Kind::Event && is_one_day {
        open(xml, "TimeStamp", &[])?;
        let is_whole_day = last - first == DAY - 1;
        let when = if is_whole_day {
            iso_day(first)
        } else {
            iso_second(first)
        };
        element(xml, "when", &when)?;
        return close(xml, "TimeStamp");
    }
    open(xml, "TimeSpan", &[])?;
    if first != Second::MIN {
        element(xml, "begin", &iso_second(first))?;
    }
    if last != Second::MAX {
        element(xml, "end", &iso_second(last))?;
    }
    close(xml, "TimeSpan")
}

/// Colour and shape of a layer, as the map has them by day.
fn style(xml: &mut Xml, number: usize, layer: &Layer, icons: Icons) -> Written {
    let colour = Theme::of(Shade::Light).layer(layer);
    let [red, green, blue, _] = colour.to_array();
    // KML writes alpha, blue, green, red.
    let hex = |alpha: u8| format!("{alpha:02x}{blue:02x}{green:02x}{red:02x}");
    open(xml, "Style", &[("id", &format!("layer-{number}"))])?;
    open(xml, "IconStyle", &[])?;
    element(xml, "color", &hex(0xFF))?;
    if icons == Icons::Inside {
        open(xml, "Icon", &[])?;
        element(xml, "href", icon(layer_shape(layer)).0)?;
        close(xml, "Icon")?;
    }
    close(xml, "IconStyle")?;
    open(xml, "LineStyle", &[])?;
    element(xml, "color", &hex(0xFF))?;
    element(xml, "width", "2")?;
    close(xml, "LineStyle")?;
    open(xml, "PolyStyle", &[])?;
    element(xml, "color", &hex(0x40))?;
    close(xml, "PolyStyle")?;
    close(xml, "Style")
}

fn shape(xml: &mut Xml, geometry: &Geometry<f64>) -> Written {
    match geometry {
        Geometry::Point(point) => {
            open(xml, "Point", &[])?;
            element(xml, "coordinates", &coordinate(&point.0))?;
            close(xml, "Point")
        }
        Geometry::LineString(it) => line(xml, "LineString", it),
        Geometry::Polygon(it) => polygon(xml, it),
        Geometry::Line(it) => line(xml, "LineString", &LineString::new(vec![it.start, it.end])),
        Geometry::Rect(it) => polygon(xml, &it.to_polygon()),
        Geometry::Triangle(it) => polygon(xml, &it.to_polygon()),
        Geometry::MultiPoint(all) => several(xml, all.iter().map(|it| Geometry::Point(*it))),
        Geometry::MultiLineString(all) => {
            several(xml, all.iter().map(|it| Geometry::LineString(it.clone())))
        }
        Geometry::MultiPolygon(all) => {
            several(xml, all.iter().map(|it| Geometry::Polygon(it.clone())))
        }
        Geometry::GeometryCollection(all) => several(xml, all.iter().cloned()),
    }
}

fn several(xml: &mut Xml, all: impl Iterator<Item = Geometry<f64>>) -> Written {
    open(xml, "MultiGeometry", &[])?;
    for geometry in all {
        shape(xml, &geometry)?;
    }
    close(xml, "MultiGeometry")
}

fn polygon(xml: &mut Xml, polygon: &Polygon<f64>) -> Written {
    open(xml, "Polygon", &[])?;
    let inner = polygon
        .interiors()
        .iter()
        .map(|ring| ("innerBoundaryIs", ring));
    for (name, ring) in std::iter::once(("outerBoundaryIs", polygon.exterior())).chain(inner) {
        open(xml, name, &[])?;
        line(xml, "LinearRing", ring)?;
        close(xml, name)?;
    }
    close(xml, "Polygon")
}

fn line(xml: &mut Xml, name: &str, line: &LineString<f64>) -> Written {
    open(xml, name, &[])?;
    element(xml, "tessellate", "1")?;
    let coordinates: Vec<String> = line.coords().map(coordinate).collect();
    element(xml, "coordinates", &coordinates.join(" "))?;
    close(xml, name)
}

fn coordinate(coord: &Coord<f64>) -> String {
    format!("{},{}", coord.x, coord.y)
}
