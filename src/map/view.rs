//! The map of the window: the camera, the basemap, what was laid out before, and one frame of it.

use std::{rc::Rc, sync::Arc};

use egui::{Context, CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Ui, Vec2, vec2};
use walkers::Map;

use crate::{
    model::Lang,
    query::{
        Density, Indexed, LISTED, Visible,
        index::{Cell, MercatorRect},
    },
    store::{Dataset, Filter, Selection},
    text::Words,
    theme::{Theme, basemap::BasemapPalette},
};

use super::{
    basemap::{Basemap, BasemapTiles, Spawn, Style},
    camera::{Camera, Pose},
    extent,
    marks::Layout,
    pick::Hit,
    scene::{Memos, Painted, Scene},
    swipe::Swipe,
    viewport::{Viewport, unit_from_degrees},
};

/// Points of the wheel to one step of zoom.
const WHEEL_POINTS: f32 = 90.0;
/// Room around what the camera fits, in points.
const FIT_PADDING: f32 = 72.0;
/// Revealing a record zooms in to this at least.
const REVEAL_ZOOM: f64 = 7.0;
/// How far an arrow key moves the map, in points.
const KEY_STEP: f32 = 90.0;

/// All that a frame of the map reads.
#[derive(Clone, Copy)]
pub struct MapInput<'a> {
    /// What is open.
    pub dataset: &'a Dataset,
    /// What `filter` shows of it.
    pub visible: &'a Visible,
    /// How it is asked where records are many.
    pub indexed: Option<&'a Indexed>,
    /// The filter, with its window.
    pub filter: &'a Filter,
    /// What is selected and hovered anywhere.
    pub selection: Selection,
    /// Colours and shapes.
    pub theme: &'a Theme,
    /// The words of the program, in the language of names too.
    pub words: &'a Words,
    /// How many records lie where, to be shown instead of their marks.
    pub density: Option<&'a Arc<Density>>,
    /// Whether the land is shaded.
    pub relief: bool,
}

impl MapInput<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.words.lang()
    }

    fn style(&self) -> Style {
        Style {
            shade: self.theme.shade,
            relief: self.relief,
        }
    }
}

/// A click on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Click {
    /// On something.
    On(Hit),
    /// On nothing.
    Beside,
}

/// What came of a frame.
pub struct MapOutput {
    /// The map as a widget.
    pub response: Response,
    /// What is under the pointer.
    pub hovered: Option<Hit>,
    /// What was clicked.
    pub clicked: Option<Click>,
    /// What is in view.
    pub viewport: Viewport,
    /// What was laid out.
    pub layout: Rc<Layout>,
    /// The badges that found room: index into the layout's, and where.
    pub badges: Vec<(usize, Rect)>,
    /// Whether any mark or area is in view.
    pub is_any_in_view: bool,
    /// Whether a key asked for all marks.
    pub wants_all: bool,
}

/// The map of the window.
pub struct MapView {
    /// Where it looks.
    pub camera: Camera,
    tiles: BasemapTiles,
    memos: Memos,
    /// Of the side that is compared with.
    memos_before: Memos,
    swipe: Swipe,
    fanned: Option<usize>,
    listed: Option<Cell>,
    /// The box around everything placed of a dataset with this revision.
    reach: Option<(u64, Option<MercatorRect>)>,
    id: Option<egui::Id>,
    /// What the last frame showed.
    seen: Option<Viewport>,
    /// What the pointer was last on, for whoever must know when that changes.
    pub pointed: Option<usize>,
}

impl MapView {
    /// A map that looks at `pose`; `spawner` starts the threads that draw the basemap.
    #[must_use]
    pub fn new(
        ctx: &Context,
        basemap: Arc<Basemap>,
        pose: Pose,
        theme: &Theme,
        spawner: &dyn Spawn,
    ) -> Self {
        let style = Style {
            shade: theme.shade,
            relief: true,
        };
        let mut view = Self {
            camera: Camera::new(pose),
            tiles: BasemapTiles::new(ctx, Arc::clone(&basemap), style, spawner),
            memos: Memos::default(),
            memos_before: Memos::default(),
            swipe: Swipe::default(),
            fanned: None,
            listed: None,
            reach: None,
            id: None,
            seen: None,
            pointed: None,
        };
        view.set_basemap(basemap);
        view
    }

    /// Draws another basemap from now on.
    pub fn set_basemap(&mut self, basemap: Arc<Basemap>) {
        self.camera.set_max_zoom(f64::from(basemap.max_zoom()));
        self.tiles.set_basemap(basemap);
    }

    /// Flies to where these longitudes and latitudes fill the view.
    pub fn fit(&mut self, bounds: geo::Rect<f64>) {
        self.camera.fit(bounds, FIT_PADDING, true);
    }

    /// Flies there, or to all of Mali where there is nothing to be seen.
    pub fn fit_or_home(&mut self, bounds: Option<geo::Rect<f64>>) {
        match bounds {
            Some(bounds) => self.fit(bounds),
            None => self.camera.fly_to(Pose::MALI),
        }
    }

    /// Flies to a row unless its mark is in view.
    pub fn reveal(&mut self, dataset: &Dataset, row: usize) {
        let Some(bounds) = extent::of_rows(dataset.columns(), [row]) else {
            return;
        };
        let seen = self.seen.is_some_and(|view| {
            let at = unit_from_degrees(bounds.center().into());
            view.rect
                .shrink(FIT_PADDING / 2.0)
                .contains(view.screen_from_map(at))
        });
        if !seen {
            let fitting = Pose::fitting(bounds, self.camera.size(), FIT_PADDING);
            let zoom = fitting.zoom.min(self.camera.pose().zoom.max(REVEAL_ZOOM));
            self.camera.fly_to(Pose { zoom, ..fitting });
        }
    }

    /// Opens the stack that a row stands in; `None` closes it.
    pub fn fan(&mut self, row: Option<usize>) {
        self.fanned = row;
    }

    /// A row of the stack that is open.
    #[must_use]
    pub const fn fanned(&self) -> Option<usize> {
        self.fanned
    }

    /// Lists the records of a cell; `None` closes the list.
    pub fn list(&mut self, cell: Option<Cell>) {
        self.listed = cell;
    }

    /// The cell whose records are listed.
    #[must_use]
    pub const fn listed(&self) -> Option<Cell> {
        self.listed
    }

    /// What the last frame showed.
    #[must_use]
    pub const fn seen(&self) -> Option<Viewport> {
        self.seen
    }

    /// The part of the map that is looked at; `None`: everything placed lies in it, or it was not shown yet.
    pub fn in_view(
        &mut self,
        dataset: &Dataset,
        indexed: Option<&Indexed>,
    ) -> Option<MercatorRect> {
        let seen = self.seen?.mercator();
        let reach = match indexed {
            Some(indexed) => indexed.reach(),
            None if dataset.len() > LISTED => None,
            None => self.reach_of_few(dataset),
        };
        reach.filter(|reach| !seen.holds(reach)).map(|_| seen)
    }

    /// The box around everything placed, found once for each dataset.
    fn reach_of_few(&mut self, dataset: &Dataset) -> Option<MercatorRect> {
        let revision = dataset.revision();
        if self.reach.is_none_or(|(known, _)| known != revision) {
            let columns = dataset.columns();
            let positions = (0..columns.len()).filter_map(|row| columns.position(row));
            self.reach = Some((revision, MercatorRect::around(positions)));
        }
        self.reach.and_then(|(_, reach)| reach)
    }

    /// The map as a widget, once it was shown: whether it has the keyboard hangs on this.
    #[must_use]
    pub const fn id(&self) -> Option<egui::Id> {
        self.id
    }

    /// Whether the basemap of the view is drawn in full.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.tiles.is_complete()
    }

    /// Shows the map in all the room of `ui`.
    pub fn show(&mut self, ui: &mut Ui, input: &MapInput<'_>) -> MapOutput {
        self.show_beside(ui, input, None)
    }

    /// Shows the map in all the room of `ui`: what `before` has left of a divider, if there is one, and
    /// what `input` has right of it.
    pub fn show_beside(
        &mut self,
        ui: &mut Ui,
        input: &MapInput<'_>,
        before: Option<&MapInput<'_>>,
    ) -> MapOutput {
        let rect = ui.available_rect_before_wrap();
        self.tiles.set_style(input.style());
        self.zoom_by_wheel(ui, rect);
        let now = ui.input(|input| input.time);
        if self.camera.step(rect.size(), now) {
            ui.ctx().request_repaint();
        }
        // Tiles that are all there hide what is behind them, and every pixel costs.
        if !self.tiles.is_complete() {
            ui.painter()
                .rect_filled(rect, 0.0, BasemapPalette::of(input.theme.shade).sea);
        }
        let response = self.show_tiles(ui);
        self.id = Some(response.id);
        let wants_all = self.take_keys(ui, &response, rect);
        let viewport = self.camera.viewport(rect);
        self.seen = Some(viewport);
        let aim = response.hover_pos().filter(|_| !response.dragged());
        let painter = ui.painter().with_clip_rect(rect);
        let scene = Scene {
            input,
            viewport: &viewport,
            labels: self.tiles.labels(),
            credit: self.tiles.basemap().attribution(),
            fanned: self.fanned,
        };
        let Painted {
            layout,
            hovered,
            badges,
            is_any_in_view,
        } = match before {
            None => scene.paint(&painter, &mut self.memos, aim),
            Some(before) => {
                let before = Scene {
                    input: before,
                    ..scene
                };
                let memos = (&mut self.memos_before, &mut self.memos);
                self.swipe.paint(&painter, (&before, &scene), memos, aim)
            }
        };
        if before.is_some() {
            self.swipe.show(ui, rect, input.theme, input.words);
        }
        set_cursor(ui, &response, hovered.as_ref());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::accesskit::Role::Canvas,
                true,
                input.words.get("map-name"),
            )
        });
        if response.double_clicked()
            && hovered.is_none()
            && let Some(at) = response.hover_pos()
        {
            self.camera.zoom_about(1.0, at, rect);
            ui.ctx().request_repaint();
        }
        let clicked = response
            .clicked()
            .then(|| hovered.clone().map_or(Click::Beside, Click::On));
        if clicked.is_some() {
            response.request_focus();
        }
        MapOutput {
            response,
            hovered,
            clicked,
            viewport,
            layout,
            badges,
            is_any_in_view,
            wants_all,
        }
    }

    fn show_tiles(&mut self, ui: &mut Ui) -> Response {
        let ctx = ui.ctx().clone();
        self.tiles.begin_frame(&ctx, self.camera.pose().zoom);
        let Pose { lon, lat, .. } = self.camera.pose();
        let map = Map::new(
            Some(&mut self.tiles),
            &mut self.camera.memory,
            walkers::lon_lat(lon, lat),
        )
        .zoom_gesture(false)
        .panning(false);
        let response = map.show(ui, |_, _, _, _| ()).response;
        self.tiles.end_frame(&ctx);
        if response.dragged() {
            self.camera.hold();
        }
        self.camera.clamp();
        response
    }

    /// Wheel and pinch zoom about the pointer.
    fn zoom_by_wheel(&mut self, ui: &Ui, rect: Rect) {
        let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        if !ui.rect_contains_pointer(rect) || !ui.is_enabled() {
            return;
        }
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let steps = f64::from(wheel / WHEEL_POINTS) + f64::from(pinch.max(1e-3).log2());
        if steps.abs() > 1e-4 {
            self.camera.zoom_about(steps, pointer, rect);
            ui.input_mut(|input| input.smooth_scroll_delta = Vec2::ZERO);
            ui.ctx().request_repaint();
        }
    }

    /// Arrows, plus and minus, while the map has the keyboard; whether zero was pressed, which asks for
    /// all marks.
    fn take_keys(&mut self, ui: &Ui, response: &Response, rect: Rect) -> bool {
        if !response.has_focus() {
            return false;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let moves = [
            (Key::ArrowLeft, vec2(KEY_STEP, 0.0)),
            (Key::ArrowRight, vec2(-KEY_STEP, 0.0)),
            (Key::ArrowUp, vec2(0.0, KEY_STEP)),
            (Key::ArrowDown, vec2(0.0, -KEY_STEP)),
        ];
        for (key, offset) in moves {
            if pressed(key) {
                self.camera.pan(offset, rect);
            }
        }
        let zooms = [(Key::Plus, 1.0), (Key::Equals, 1.0), (Key::Minus, -1.0)];
        for (key, steps) in zooms {
            if pressed(key) {
                self.camera.zoom_by(steps);
            }
        }
        if self.camera.is_moving() {
            ui.ctx().request_repaint();
        }
        pressed(Key::Num0)
    }
}

fn set_cursor(ui: &Ui, response: &Response, hovered: Option<&Hit>) {
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if hovered.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
}
