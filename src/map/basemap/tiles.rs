//! The basemap as `walkers` wants it: textures of tiles, drawn in the background.
//!
//! A tile is drawn for the exact size at which the map shows it once the map rests, and for the next
//! whole zoom while it moves. Until it is there, the part of an ancestor stands in for it. After a
//! change of style, the old look stays until the whole view has the new one, so nothing flashes.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, Rect, TextureHandle, TextureOptions, pos2};
use walkers::sources::Attribution;
use walkers::{Tile, TileId, TilePiece, Tiles};

use super::address::TileAddress;
use super::frame::TILE_POINTS;
use super::labels::{self, Label, is_within};
use super::source::Basemap;
use super::style::Style;
use super::workers::{Done, JobKey, Spawn, TileLook, TileWorkers};

/// Most bytes of textures and names kept that are not in view.
const TEXTURE_BYTES: usize = 40 << 20;
/// How long the zoom must stay the same before tiles are drawn for it, in seconds.
const REST: f64 = 0.12;
/// Levels above the view whose tiles are drawn in advance, to stand in when the map moves.
const STAND_IN_LEVELS: u8 = 2;

/// Tiles of a [`Basemap`], drawn on worker threads.
///
/// Each frame: [`BasemapTiles::begin_frame`], then `walkers::Map`, then [`BasemapTiles::end_frame`].
pub struct BasemapTiles {
    workers: TileWorkers,
    look: TileLook,
    /// Revision of `look`; tiles of an older one are shown until the view has this one.
    target: u32,
    shown: u32,
    slots: HashMap<(TileAddress, u32), TileSlot>,
    frame: u64,
    motion: Motion,
    /// What `walkers` asked for in this frame, nearest to the centre first.
    asked: Vec<TileAddress>,
    /// Names of the tiles asked for, and for which tiles and revisions they were collected.
    labels: Vec<Label>,
    labelled: Vec<(TileAddress, TileAddress, u32)>,
}

/// A drawn tile.
struct TileSlot {
    texture: Option<TextureHandle>,
    side_px: u32,
    labels: Arc<[Label]>,
    used: u64,
}

impl BasemapTiles {
    /// Starts the threads that draw tiles.
    #[must_use]
    pub fn new(ctx: &Context, basemap: Arc<Basemap>, style: Style, spawner: &dyn Spawn) -> Self {
        Self {
            workers: TileWorkers::start(ctx, spawner),
            look: TileLook {
                basemap,
                style,
                pixels_per_point: ctx.pixels_per_point(),
            },
            target: 0,
            shown: 0,
            slots: HashMap::new(),
            frame: 0,
            motion: Motion::default(),
            asked: Vec::new(),
            labels: Vec::new(),
            labelled: Vec::new(),
        }
    }

    /// Returns the basemap being drawn.
    #[must_use]
    pub fn basemap(&self) -> &Arc<Basemap> {
        &self.look.basemap
    }

    /// Draws another basemap from now on.
    pub fn set_basemap(&mut self, basemap: Arc<Basemap>) {
        if !Arc::ptr_eq(&basemap, &self.look.basemap) {
            self.look.basemap = basemap;
            self.target += 1;
        }
    }

    /// Draws in another style from now on.
    pub fn set_style(&mut self, style: Style) {
        if style != self.look.style {
            self.look.style = style;
            self.target += 1;
        }
    }

    /// Takes what has been drawn since the last frame and notes the zoom of this one.
    pub fn begin_frame(&mut self, ctx: &Context, zoom: f64) {
        self.frame += 1;
        self.asked.clear();
        self.look.pixels_per_point = ctx.pixels_per_point();
        self.motion.note(zoom, ctx.input(|input| input.time));
        while let Some(done) = self.workers.receive() {
            self.keep(ctx, done);
        }
    }

    /// Asks for what is missing, drops what is old.
    pub fn end_frame(&mut self, ctx: &Context) {
        self.show_target_when_complete();
        let stand_ins = self
            .asked
            .iter()
            .map(|tile| tile.at_most_zoom(tile.zoom.saturating_sub(STAND_IN_LEVELS)));
        let missing = self
            .asked
            .iter()
            .copied()
            .chain(stand_ins.filter(|tile| !self.slots.contains_key(&(*tile, self.target))))
            .filter_map(|tile| self.job(tile));
        self.workers.want(missing, &self.look);
        self.drop_unused();
        self.collect_labels();
        if !self.motion.is_resting {
            ctx.request_repaint_after(Duration::from_secs_f64(REST));
        }
    }

    /// Tells whether every tile of the view is drawn as it should be.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.shown == self.target && self.asked.iter().all(|tile| self.job(*tile).is_none())
    }

    /// Returns the names in view, ordered by their claim to room: see [`labels::place`].
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    fn keep(&mut self, ctx: &Context, done: Done) {
        let Done {
            key,
            picture,
            labels,
        } = done;
        if key.revision != self.target && key.revision != self.shown {
            return;
        }
        let name = || format!("basemap {}/{}/{}", key.tile.zoom, key.tile.x, key.tile.y);
        let texture =
            picture.map(|picture| ctx.load_texture(name(), picture, TextureOptions::LINEAR));
        let slot = TileSlot {
            texture,
            side_px: key.side_px,
            labels,
            used: self.frame,
        };
        self.slots.insert((key.tile, key.revision), slot);
    }

    /// Returns the job that a tile still needs, if any.
    fn job(&self, tile: TileAddress) -> Option<JobKey> {
        let zoom = self.motion.zoom?;
        let exact = side_px(zoom - f64::from(tile.zoom), self.look.pixels_per_point);
        let is_asked = zoom.round() as u8 == tile.zoom;
        let side_px = match self.slots.get(&(tile, self.target)) {
            Some(slot) if slot.side_px == exact || !is_asked || !self.motion.is_resting => {
                return None;
            }
            _ if self.motion.is_resting && is_asked => exact,
            _ => side_px(0.0, self.look.pixels_per_point),
        };
        Some(JobKey {
            tile,
            side_px,
            revision: self.target,
        })
    }

    fn show_target_when_complete(&mut self) {
        let is_ready = |tile: &TileAddress| self.slots.contains_key(&(*tile, self.target));
        let is_blank = !self
            .slots
            .keys()
            .any(|(_, revision)| *revision == self.shown);
        if self.shown != self.target && (is_blank || self.asked.iter().all(is_ready)) {
            self.shown = self.target;
            let shown = self.shown;
            self.slots.retain(|(_, revision), _| *revision == shown);
        }
    }

    /// Drops the textures that were longest out of view, down to the budget.
    fn drop_unused(&mut self) {
        let bytes =
            |slot: &TileSlot| (slot.side_px as usize).pow(2) * 4 + size_of_val(&*slot.labels);
        let mut idle: Vec<_> = self
            .slots
            .iter()
            .filter(|(_, slot)| slot.used != self.frame)
            .map(|(key, slot)| (slot.used, *key, bytes(slot)))
            .collect();
        idle.sort_unstable_by(|a, b| b.cmp(a));
        let mut kept = 0;
        for (_, key, bytes) in idle {
            kept += bytes;
            if kept > TEXTURE_BYTES {
                self.slots.remove(&key);
            }
        }
    }

    /// Returns the tile itself or its nearest drawn ancestor.
    fn drawn(&self, tile: TileAddress) -> Option<TileAddress> {
        let mut candidate = Some(tile);
        while let Some(address) = candidate {
            let slot = self.slots.get(&(address, self.shown));
            if slot.is_some_and(|slot| slot.texture.is_some()) {
                return Some(address);
            }
            candidate = address.parent();
        }
        None
    }

    /// Collects the names of the tiles in view, if those are others than in the last frame.
    fn collect_labels(&mut self) {
        let labelled: Vec<_> = self
            .asked
            .iter()
            .filter_map(|&tile| Some((tile, self.drawn(tile)?, self.shown)))
            .collect();
        if labelled == self.labelled {
            return;
        }
        self.labels.clear();
        for (tile, source, revision) in &labelled {
            if let Some(slot) = self.slots.get(&(*source, *revision)) {
                let within = slot
                    .labels
                    .iter()
                    .filter(|label| is_within(label.position, *tile));
                self.labels.extend(within.cloned());
            }
        }
        labels::sort(&mut self.labels);
        self.labelled = labelled;
    }
}

impl Tiles for BasemapTiles {
    fn at(&mut self, id: TileId) -> Option<TilePiece> {
        let tile = TileAddress::new(id.zoom, id.x, id.y)?;
        self.asked.push(tile);
        let source = self.drawn(tile)?;
        let slot = self.slots.get_mut(&(source, self.shown))?;
        slot.used = self.frame;
        let texture = slot.texture.clone()?;
        Some(TilePiece::new(Tile::Raster(texture), part_of(tile, source)))
    }

    fn attribution(&self) -> Attribution {
        // Drawn by the map itself, because an own archive's line is known only when it is opened.
        Attribution {
            text: "",
            url: "",
            logo_light: None,
            logo_dark: None,
        }
    }

    fn tile_size(&self) -> u32 {
        TILE_POINTS as u32
    }
}

/// Tells where a tile lies in an ancestor, as texture coordinates.
fn part_of(tile: TileAddress, ancestor: TileAddress) -> Rect {
    let levels = tile.zoom - ancestor.zoom;
    let share = (1.0 / f64::from(1_u32 << levels)) as f32;
    let corner = |at: u32, ancestor: u32| (at - (ancestor << levels)) as f32 * share;
    let (u, v) = (corner(tile.x, ancestor.x), corner(tile.y, ancestor.y));
    Rect::from_min_max(pos2(u, v), pos2(u + share, v + share))
}

/// Pixels along one side of a tile that is enlarged by some levels of zoom.
fn side_px(levels: f64, pixels_per_point: f32) -> u32 {
    let side = TILE_POINTS * levels.exp2() * f64::from(pixels_per_point);
    side.round().clamp(32.0, 2048.0) as u32
}

/// Whether the zoom is changing.
#[derive(Debug, Default)]
struct Motion {
    zoom: Option<f64>,
    /// When the zoom last changed, in seconds of the interface's clock.
    changed: f64,
    is_resting: bool,
}

impl Motion {
    fn note(&mut self, zoom: f64, now: f64) {
        if self.zoom != Some(zoom) {
            // The first view is at rest from the beginning.
            self.changed = if self.zoom.is_none() { now - REST } else { now };
            self.zoom = Some(zoom);
        }
        self.is_resting = now - self.changed >= REST;
    }
}
