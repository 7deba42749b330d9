//! Spacing and text sizes, in points. Everything sits on a grid of four.

/// The grid.
pub const GRID: f32 = 4.0;
/// Between things that belong together.
pub const GAP: f32 = 8.0;
/// Between groups.
pub const GROUP: f32 = 16.0;
/// Margin inside panels and cards.
pub const MARGIN: f32 = 12.0;
/// Corners of buttons and fields.
pub const CORNER: u8 = 6;
/// Corners of cards and dialogs.
pub const CARD_CORNER: u8 = 10;
/// Least height of anything that is clicked.
pub const TARGET: f32 = 28.0;
/// Small print: credits, ticks, legends.
pub const SMALL: f32 = 12.5;
/// Body text.
pub const BODY: f32 = 14.0;
/// Section headings.
pub const HEADING: f32 = 16.0;
/// The title of a record.
pub const TITLE: f32 = 20.0;
/// The date under the playhead.
pub const DISPLAY: f32 = 20.0;

/// Icons on buttons.
pub const ICON: f32 = 17.0;
/// Width of a hint.
pub const HINT: f32 = 280.0;

/// Height of the bar of menus.
pub const BAR: f32 = 34.0;
/// Width of the panel of layers.
pub const LEFT_PANEL: f32 = 304.0;
/// Width of the pane of documents.
pub const READER: f32 = 440.0;
/// Width of the inspector.
pub const RIGHT_PANEL: f32 = 364.0;
/// Height of the table of records.
pub const TABLE: f32 = 232.0;
/// Height of the timeline.
pub const TIMELINE: f32 = 264.0;

/// How long panels, switches and the wheel's zoom take, in seconds.
pub const EASE: f32 = 0.15;

/// Radius of a mark on the map.
pub const MARK: f32 = 8.0;
/// Width of the outline of a mark.
pub const MARK_STROKE: f32 = 1.75;
