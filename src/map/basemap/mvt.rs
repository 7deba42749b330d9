//! Mapbox vector tiles, decoded as far as the style looks.
//!
//! A decoder of our own, because a tile may come from anybody: memory stays proportional to the bytes
//! of the tile (the published readers copy every value into every feature and reserve a feature's
//! whole length for each of its lines), and layers and keys that no rule reads are skipped.

use std::sync::Arc;

use super::error::ArchiveError;
use super::geometry::{Geometry, GeometryType};
use super::schema::{LayerKind, PropertyKey};
use super::varint::{ByteReader, unzigzag};

/// Most features of a tile; the densest city tiles have a tenth of it.
const FEATURE_LIMIT: usize = 200_000;
/// Tile units along one side, where a layer does not say.
const DEFAULT_EXTENT: u32 = 4096;

/// The layers of one tile that a style may draw.
#[derive(Debug, Default)]
pub struct VectorTile {
    /// In the order of the tile.
    pub layers: Vec<TileLayer>,
}

/// One layer of a tile.
#[derive(Debug)]
pub struct TileLayer {
    /// Which layer of the schema it is.
    pub kind: LayerKind,
    /// Tile units along one side.
    pub extent: u32,
    /// The features, in drawing order.
    pub features: Vec<TileFeature>,
    values: Vec<TagValue>,
}

/// One feature: a geometry in tile units and the properties that the style reads.
#[derive(Debug)]
pub struct TileFeature {
    /// What the geometry is.
    pub shape: GeometryType,
    /// Its points.
    pub geometry: Geometry,
    properties: Vec<(PropertyKey, u32)>,
}

#[derive(Debug)]
enum TagValue {
    Text(Arc<str>),
    Number(f64),
    Other,
}

impl VectorTile {
    /// Decodes the bytes of a tile.
    pub fn decode(bytes: &[u8]) -> Result<Self, ArchiveError> {
        let mut budget = FEATURE_LIMIT;
        tile(bytes, &mut budget).ok_or(ArchiveError::Tile)
    }

    /// Returns the number of bytes that it takes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let layers = self.layers.iter().map(TileLayer::bytes);
        layers.sum::<usize>() + size_of::<Self>()
    }

    /// Returns the features of every layer, each with its layer.
    pub fn features(&self) -> impl Iterator<Item = (&TileLayer, &TileFeature)> {
        self.layers
            .iter()
            .flat_map(|layer| layer.features.iter().map(move |feature| (layer, feature)))
    }
}

impl TileLayer {
    fn bytes(&self) -> usize {
        let features = self.features.iter().map(|feature| {
            let properties = feature.properties.capacity() * size_of::<(PropertyKey, u32)>();
            size_of::<TileFeature>() + properties + feature.geometry.bytes()
        });
        let values = self.values.iter().map(|value| match value {
            TagValue::Text(text) => size_of::<TagValue>() + text.len(),
            _ => size_of::<TagValue>(),
        });
        size_of::<Self>() + features.sum::<usize>() + values.sum::<usize>()
    }

    /// Returns a property that is a text.
    #[must_use]
    pub fn text(&self, feature: &TileFeature, key: PropertyKey) -> Option<&Arc<str>> {
        match self.value(feature, key)? {
            TagValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a property that is a number.
    #[must_use]
    pub fn number(&self, feature: &TileFeature, key: PropertyKey) -> Option<f64> {
        match self.value(feature, key)? {
            TagValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Tells whether a feature has a property that is neither false, zero nor an empty text.
    #[must_use]
    pub fn flag(&self, feature: &TileFeature, key: PropertyKey) -> bool {
        match self.value(feature, key) {
            Some(TagValue::Text(text)) => !text.is_empty(),
            Some(TagValue::Number(number)) => *number != 0.0,
            Some(TagValue::Other) | None => false,
        }
    }

    fn value(&self, feature: &TileFeature, key: PropertyKey) -> Option<&TagValue> {
        let (_, index) = feature.properties.iter().find(|(known, _)| *known == key)?;
        self.values.get(*index as usize)
    }
}

/// One field of a message.
enum WireField<'a> {
    Varint(u64),
    Bytes(&'a [u8]),
    Fixed64([u8; 8]),
    Fixed32([u8; 4]),
}

/// Returns the next field: its number and content.
fn field<'a>(cursor: &mut ByteReader<'a>) -> Option<(u64, WireField<'a>)> {
    let tag = cursor.varint()?;
    let content = match tag & 7 {
        0 => WireField::Varint(cursor.varint()?),
        1 => WireField::Fixed64(cursor.take(8)?.try_into().ok()?),
        2 => WireField::Bytes(cursor.delimited()?),
        5 => WireField::Fixed32(cursor.take(4)?.try_into().ok()?),
        _ => return None,
    };
    Some((tag >> 3, content))
}

fn tile(bytes: &[u8], budget: &mut usize) -> Option<VectorTile> {
    let mut cursor = ByteReader::new(bytes);
    let mut tile = VectorTile::default();
    while !cursor.is_empty() {
        if let (3, WireField::Bytes(bytes)) = field(&mut cursor)? {
            layer(bytes, budget, &mut tile.layers)?;
        }
    }
    Some(tile)
}

/// Adds a layer, unless no rule reads it.
fn layer(bytes: &[u8], budget: &mut usize, layers: &mut Vec<TileLayer>) -> Option<()> {
    let mut cursor = ByteReader::new(bytes);
    let mut name = None;
    let mut extent = DEFAULT_EXTENT;
    let (mut features, mut keys, mut values) = (Vec::new(), Vec::new(), Vec::new());
    while !cursor.is_empty() {
        match field(&mut cursor)? {
            (1, WireField::Bytes(bytes)) => name = Some(std::str::from_utf8(bytes).ok()?),
            (2, WireField::Bytes(bytes)) => features.push(bytes),
            (3, WireField::Bytes(bytes)) => {
                keys.push(
                    std::str::from_utf8(bytes)
                        .ok()
                        .and_then(PropertyKey::from_name),
                );
            }
            (4, WireField::Bytes(bytes)) => values.push(value(bytes)?),
            (5, WireField::Varint(units)) => extent = u32::try_from(units).ok()?,
            _ => {}
        }
    }
    let Some(kind) = name.and_then(LayerKind::from_name) else {
        return Some(());
    };
    *budget = budget.checked_sub(features.len())?;
    if !(1..=1 << 20).contains(&extent) {
        return None;
    }
    let features = features
        .into_iter()
        .filter_map(|bytes| feature(bytes, &keys))
        .collect();
    layers.push(TileLayer {
        kind,
        extent,
        features,
        values,
    });
    Some(())
}

/// Returns a feature; `None` for one that is damaged, which leaves the others alone.
fn feature(bytes: &[u8], keys: &[Option<PropertyKey>]) -> Option<TileFeature> {
    let mut cursor = ByteReader::new(bytes);
    let (mut shape, mut geometry, mut properties) = (None, None, Vec::new());
    while !cursor.is_empty() {
        match field(&mut cursor)? {
            (2, WireField::Bytes(bytes)) => properties = tags(bytes, keys)?,
            (3, WireField::Varint(code)) => shape = GeometryType::from_code(code),
            (4, WireField::Bytes(bytes)) => geometry = Geometry::decode(bytes),
            _ => {}
        }
    }
    Some(TileFeature {
        shape: shape?,
        geometry: geometry?,
        properties,
    })
}

/// Returns the tags whose keys a rule reads, as (key, index of the value).
fn tags(bytes: &[u8], keys: &[Option<PropertyKey>]) -> Option<Vec<(PropertyKey, u32)>> {
    let mut cursor = ByteReader::new(bytes);
    let mut known = Vec::new();
    while !cursor.is_empty() {
        let key = usize::try_from(cursor.varint()?).ok()?;
        let value = u32::try_from(cursor.varint()?).ok()?;
        if let Some(key) = *keys.get(key)? {
            known.push((key, value));
        }
    }
    Some(known)
}

fn value(bytes: &[u8]) -> Option<TagValue> {
    let mut cursor = ByteReader::new(bytes);
    let mut value = TagValue::Other;
    while !cursor.is_empty() {
        value = match field(&mut cursor)? {
            (1, WireField::Bytes(bytes)) => TagValue::Text(String::from_utf8_lossy(bytes).into()),
            (2, WireField::Fixed32(raw)) => TagValue::Number(f64::from(f32::from_le_bytes(raw))),
            (3, WireField::Fixed64(raw)) => TagValue::Number(f64::from_le_bytes(raw)),
            (4, WireField::Varint(raw)) => TagValue::Number(raw.cast_signed() as f64),
            (5 | 7, WireField::Varint(raw)) => TagValue::Number(raw as f64),
            (6, WireField::Varint(raw)) => TagValue::Number(unzigzag(raw) as f64),
            _ => value,
        };
    }
    Some(value)
}

#[cfg(test)]
mod tests;
