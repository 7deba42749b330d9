//! The map of the window: the camera, the basemap, what was laid out before, and one frame of it.

mod still;

use crate::model::RowId;
use std::{rc::Rc, sync::Arc};

use egui::{Context, Pos2, Rect, Response, Ui};
use walkers::Map;

use crate::{
    data::{Dataset, mercator::unit_from_degrees},
    query::{
        Engine, extent,
        index::{Cell, MercatorRect},
        marks::MarkLayout,
    },
    theme::{Theme, basemap::BasemapPalette, size},
};

use super::{
    basemap::{Basemap, BasemapTiles, Spawn, Style},
    camera::{Camera, Pose},
    drawing::{AreaSketch, AreaTool},
    frame::MapFrame,
    gestures,
    hit::Hit,
    input::{Click, MapInput, MapOutput},
    overlays::{Legend, OverlayStack, Painted, relief},
    sketch::ShapeSketch,
    swipe::{PaintedSide, SideView, Swipe},
    viewport::Viewport,
};

/// Room around what the camera fits, in points.
const FIT_PADDING: f32 = 72.0;
/// Revealing a record zooms in to this at least.
const REVEAL_ZOOM: f64 = 7.0;

/// The map of the window.
pub struct MapView {
    /// Where it looks.
    pub camera: Camera,
    tiles: BasemapTiles,
    overlays: OverlayStack,
    /// Of the side that is compared with.
    overlays_before: OverlayStack,
    swipe: Swipe,
    spiderfied: Option<RowId>,
    listed: Option<Cell>,
    drawing: Option<AreaSketch>,
    sketch: Option<ShapeSketch>,
    id: Option<egui::Id>,
    /// What the last frame showed.
    seen: Option<Viewport>,
    /// How large the window was then.
    window: Rect,
    /// What was fitted into the view last.
    fitted: Option<geo::Rect<f64>>,
    /// What lies over the map and hides what is under it, in points: names and labels keep off it.
    pub covered: Vec<Rect>,
    /// What the looks on the map mean, for whoever says so beside it.
    pub legends: Vec<Legend>,
    /// What the pointer was last on, for whoever must know when that changes.
    pub pointed: Option<RowId>,
}

impl MapView {
    /// Makes a map that looks at `pose`; `spawner` starts the threads that draw the basemap.
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
            overlays: OverlayStack::default(),
            overlays_before: OverlayStack::default(),
            swipe: Swipe::default(),
            spiderfied: None,
            listed: None,
            drawing: None,
            sketch: None,
            id: None,
            seen: None,
            window: Rect::NOTHING,
            fitted: None,
            covered: Vec::new(),
            legends: Vec::new(),
            pointed: None,
        };
        view.set_basemap(basemap);
        view
    }

    /// Returns the basemap that is drawn.
    #[must_use]
    pub fn basemap(&self) -> &Arc<Basemap> {
        self.tiles.basemap()
    }

    /// Draws another basemap from now on.
    pub fn set_basemap(&mut self, basemap: Arc<Basemap>) {
        self.camera.set_max_zoom(f64::from(basemap.max_zoom()));
        self.tiles.set_basemap(basemap);
    }

    /// Flies to where these longitudes and latitudes fill the view.
    pub fn fit(&mut self, bounds: geo::Rect<f64>) {
        self.fitted = Some(bounds);
        self.camera.fit(bounds, FIT_PADDING, true);
    }

    /// Looks at once at where these longitudes and latitudes fill the view, once it is known how large that is.
    pub fn begin_at(&mut self, bounds: Option<geo::Rect<f64>>) {
        self.fitted = bounds;
        match bounds {
            Some(bounds) => self.camera.fit(bounds, FIT_PADDING, false),
            None => self.camera.look_at(Pose::MALI),
        }
    }

    /// Flies there, or to all of Mali where there is nothing to be seen.
    pub fn fit_or_home(&mut self, bounds: Option<geo::Rect<f64>>) {
        match bounds {
            Some(bounds) => self.fit(bounds),
            None => self.camera.fly_to(Pose::MALI),
        }
    }

    /// Tells whether a mark at `place` is seen well in `rect`: not at its edge, and not below the buttons.
    fn is_free(&self, place: Pos2, rect: Rect) -> bool {
        let is_below = |button: &Rect| button.expand(size::MARK).contains(place);
        rect.shrink(FIT_PADDING / 2.0).contains(place) && !self.covered.iter().any(is_below)
    }

    /// Flies to a row unless its mark is in view.
    pub fn reveal(&mut self, dataset: &Dataset, row: RowId) {
        let Some(bounds) = extent::of_rows(dataset.columns(), [row]) else {
            return;
        };
        let seen = self.seen.is_some_and(|view| {
            let at = unit_from_degrees(bounds.center().into());
            self.is_free(view.screen_from_map(at), view.rect)
        });
        if !seen {
            let fitting = Pose::fitting(bounds, self.camera.size(), FIT_PADDING);
            let zoom = fitting.zoom.min(self.camera.pose().zoom.max(REVEAL_ZOOM));
            self.camera.fly_to(Pose { zoom, ..fitting });
        }
    }

    /// Opens the stack that a row stands in; `None` closes it.
    pub fn spiderfy(&mut self, row: Option<RowId>) {
        self.spiderfied = row;
    }

    /// Returns a row of the stack that is open.
    #[must_use]
    pub const fn spiderfied(&self) -> Option<RowId> {
        self.spiderfied
    }

    /// Lists the records of a cell; `None` closes the list.
    pub fn list(&mut self, cell: Option<Cell>) {
        self.listed = cell;
    }

    /// Returns the cell whose records are listed.
    #[must_use]
    pub const fn listed(&self) -> Option<Cell> {
        self.listed
    }

    /// Begins to draw an area; `None` leaves off drawing.
    pub fn draw(&mut self, tool: Option<AreaTool>) {
        self.drawing = tool.map(AreaSketch::with);
        self.sketch = None;
    }

    /// Returns the area that is being drawn.
    #[must_use]
    pub const fn drawing(&self) -> Option<&AreaSketch> {
        self.drawing.as_ref()
    }

    /// Returns the area that is being drawn, to be drawn further.
    pub const fn drawing_mut(&mut self) -> Option<&mut AreaSketch> {
        self.drawing.as_mut()
    }

    /// Begins with the shape of a record; `None` leaves it as it was.
    pub fn set_sketch(&mut self, sketch: Option<ShapeSketch>) {
        self.drawing = None;
        self.sketch = sketch;
    }

    /// Returns the shape that is drawn or moved.
    #[must_use]
    pub const fn sketch(&self) -> Option<&ShapeSketch> {
        self.sketch.as_ref()
    }

    /// Returns the same, to be changed.
    pub const fn sketch_mut(&mut self) -> Option<&mut ShapeSketch> {
        self.sketch.as_mut()
    }

    /// Moves the map as far as it takes for a longitude and latitude to be in view.
    pub fn keep_in_view(&mut self, at: geo::Point<f64>) {
        let Some(view) = self.seen else { return };
        let at = view.screen_from_map(unit_from_degrees(at));
        let room = view.rect.shrink(FIT_PADDING / 2.0);
        let offset = room.clamp(at) - at;
        if offset != egui::Vec2::ZERO {
            self.camera.pan(offset, view.rect);
        }
    }

    /// Tells what the last frame showed.
    #[must_use]
    pub const fn seen(&self) -> Option<Viewport> {
        self.seen
    }

    /// Returns the part of the map that is looked at; `None`: everything placed lies in it, or it was not shown yet.
    #[must_use]
    pub fn in_view(&self, engine: &Engine) -> Option<MercatorRect> {
        let seen = self.seen?.mercator();
        let reach = engine.reach();
        reach.filter(|reach| !seen.holds(reach)).map(|_| seen)
    }

    /// Returns the id of the map as a widget, once it was shown: it tells whether the map has the keyboard.
    #[must_use]
    pub const fn id(&self) -> Option<egui::Id> {
        self.id
    }

    /// Tells whether the basemap of the view is drawn in full.
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
        self.tiles.set_style(relief::style(input));
        self.camera.zoom_by_wheel(ui, rect);
        let shrunk = self.keep_still(ui, rect);
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
        let wants_all = self.sketch.is_none() && self.camera.take_keys(ui, &response, rect);
        if let Some(before) = shrunk {
            self.uncover(input, &before, rect);
        }
        let viewport = self.camera.viewport(rect);
        self.seen = Some(viewport);
        let aim = response.hover_pos().filter(|_| !response.dragged());
        let (layout, painted) = self.paint_overlays(ui, input, before, &viewport, aim);
        if before.is_some() {
            self.swipe.show(ui, rect, input.theme, input.words);
        }
        gestures::set_cursor(ui, &response, painted.hovered.as_ref());
        name(&response, input);
        let clicked = self.clicked(ui, &response, painted.hovered.as_ref());
        MapOutput {
            response,
            hovered: painted.hovered,
            clicked,
            viewport,
            layout,
            badges: painted.badges,
            is_any_in_view: painted.is_any_in_view,
            legends: painted.legends,
            wants_all,
        }
    }

    /// Paints what lies on the basemap, of one side or of two; also returns the layout of `input`.
    fn paint_overlays(
        &mut self,
        ui: &Ui,
        input: &MapInput<'_>,
        before: Option<&MapInput<'_>>,
        viewport: &Viewport,
        aim: Option<Pos2>,
    ) -> (Rc<MarkLayout>, Painted) {
        let painter = ui.painter().with_clip_rect(viewport.rect);
        let layout = self.overlays.layout(input, viewport, self.spiderfied);
        let frame = MapFrame {
            ctx: ui.ctx(),
            is_still: false,
            input,
            view: viewport,
            layout: &layout,
            names: self.tiles.labels(),
            credit: self.tiles.basemap().attribution(),
            covered: &self.covered,
            spiderfied: self.spiderfied,
        };
        let Some(before) = before else {
            let outcome = self.overlays.paint(&painter, &frame, aim);
            return (layout, outcome);
        };
        let layout_before = self
            .overlays_before
            .layout(before, viewport, self.spiderfied);
        let frame_before = MapFrame {
            input: before,
            layout: &layout_before,
            ..frame
        };
        let side_before = SideView {
            frame: &frame_before,
            overlays: &mut self.overlays_before,
        };
        let side_after = SideView {
            frame: &frame,
            overlays: &mut self.overlays,
        };
        match self.swipe.paint(&painter, side_before, side_after, aim) {
            PaintedSide::Before(outcome) => (layout_before, outcome),
            PaintedSide::After(outcome) => (layout, outcome),
        }
    }

    /// Tells what was clicked, if anything was; a double click beside everything zooms in.
    fn clicked(&mut self, ui: &Ui, response: &Response, hovered: Option<&Hit>) -> Option<Click> {
        if response.double_clicked()
            && hovered.is_none()
            && self.drawing.is_none()
            && self.sketch.is_none()
            && let Some(at) = response.hover_pos()
        {
            self.camera.zoom_about(1.0, at, response.rect);
            ui.ctx().request_repaint();
        }
        response.clicked().then(|| {
            response.request_focus();
            hovered.cloned().map_or(Click::Beside, Click::On)
        })
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
}

/// Says to a screen reader what the map is.
fn name(response: &Response, input: &MapInput<'_>) {
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::accesskit::Role::Canvas,
            true,
            input.words.get("map-name"),
        )
    });
}
