//! The marks of layers beside text: solid when certain, hollow when possible, dashed when
//! unconfirmed, dotted when of unknown status.

use egui::{
    Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, epaint, vec2,
};

use crate::{
    model::Layer,
    query::marks::Certainty,
    theme::{Colour, MarkShape, layer_shape, size},
    ui::PanelContext,
};

/// Length of a dash and of a gap, in points.
const DASH: [f32; 2] = [2.6, 2.0];

/// The same where the status is unknown.
const DOT: [f32; 2] = [1.0, 2.6];
/// Opacity where the status is unknown.
const UNKNOWN: f32 = 0.7;

/// Radius of a mark in a line of text, in points.
const RADIUS: f32 = 5.5;

/// Draws the mark of `layer` into a square that is as high as a line, and says nothing: the text
/// beside it does.
pub fn mark_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    layer: &Layer,
    certainty: Certainty,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(2.0 * RADIUS + 5.0), Sense::hover());
    response.widget_info(|| WidgetInfo::new(Role::GenericContainer));
    paint_mark(
        ui.painter(),
        rect.center(),
        RADIUS,
        layer_shape(layer),
        context.theme.layer(layer),
        certainty,
    );
    response
}

/// Paints a mark around `centre` with about the area of a circle of `radius` points.
pub fn paint_mark(
    painter: &Painter,
    centre: Pos2,
    radius: f32,
    shape: MarkShape,
    colour: Colour,
    certainty: Certainty,
) {
    let outline: Vec<Pos2> = shape
        .outline()
        .into_iter()
        .map(|[x, y]| centre + radius * vec2(x, y))
        .collect();
    let stroke = Stroke::new(size::MARK_STROKE * 0.85, colour);
    match certainty {
        Certainty::Certain => {
            painter.add(solid(&outline, centre, colour));
            painter.add(Shape::closed_line(outline, Stroke::new(1.0, colour)));
        }
        Certainty::Possible { .. } => {
            painter.add(Shape::closed_line(outline, stroke));
        }
        Certainty::Unconfirmed => {
            let closed: Vec<Pos2> = outline.iter().chain(outline.first()).copied().collect();
            painter.extend(Shape::dashed_line(&closed, stroke, DASH[0], DASH[1]));
        }
        Certainty::Unknown => {
            let closed: Vec<Pos2> = outline.iter().chain(outline.first()).copied().collect();
            let faint = Stroke::new(stroke.width, colour.gamma_multiply(UNKNOWN));
            painter.extend(Shape::dashed_line(&closed, faint, DOT[0], DOT[1]));
        }
    }
}

/// A fan around the centre: every shape of the theme is seen whole from there, convex or not.
fn solid(outline: &[Pos2], centre: Pos2, colour: Colour) -> Shape {
    let mut mesh = epaint::Mesh::default();
    mesh.colored_vertex(centre, colour);
    for corner in outline {
        mesh.colored_vertex(*corner, colour);
    }
    let corners = u32::try_from(outline.len()).unwrap_or(0);
    for corner in 0..corners {
        mesh.add_triangle(0, corner + 1, (corner + 1) % corners + 1);
    }
    Shape::mesh(mesh)
}
