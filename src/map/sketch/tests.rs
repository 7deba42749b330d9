use serde_json::json;

use super::*;

fn sketch(tool: ShapeTool, geometry: &Value) -> Result<ShapeSketch, &'static str> {
    ShapeSketch::begin(tool, RowId::new(0), 1, Some(geometry), None)
}

fn position(x: f64, y: f64) -> Position {
    [json!(x), json!(y)]
}

fn drawn(tool: ShapeTool, corners: &[(f64, f64)]) -> ShapeSketch {
    let mut sketch = sketch(tool, &Value::Null).unwrap();
    for (x, y) in corners {
        sketch.click(&position(*x, *y));
    }
    sketch
}

#[test]
fn an_area_drawn_with_the_clock_is_written_closed_and_against_it() {
    let sketch = drawn(
        ShapeTool::Area,
        &[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.0)],
    );
    assert_eq!(
        sketch.finished().unwrap().0,
        json!({"type": "Polygon", "coordinates":
            [[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]})
    );
}

#[test]
fn a_shape_that_is_none_is_refused_with_its_reason() {
    let area = |corners: &[(f64, f64)]| drawn(ShapeTool::Area, corners).finished();
    assert_eq!(area(&[(0.0, 0.0), (1.0, 0.0)]), Err("sketch-few-area"));
    let bow = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)];
    assert_eq!(area(&bow), Err("sketch-crosses"));
    let wide = [(-170.0, 0.0), (170.0, 0.0), (0.0, 9.0)];
    assert_eq!(area(&wide), Err("sketch-too-wide"));
    let line = drawn(ShapeTool::Line, &[(0.0, 0.0)]);
    assert_eq!(line.finished(), Err("sketch-few-line"));
    let point = json!({"type": "Point", "coordinates": [1, 2]});
    assert_eq!(
        sketch(ShapeTool::Corners, &point).unwrap_err(),
        "sketch-no-corners"
    );
    assert_eq!(
        sketch(ShapeTool::Radius, &Value::Null).unwrap_err(),
        "sketch-no-point"
    );
    let many: Vec<Value> = (0..=MOST_CORNERS).map(|it| json!([it, 0])).collect();
    let many = json!({"type": "LineString", "coordinates": many});
    assert_eq!(
        sketch(ShapeTool::Corners, &many).unwrap_err(),
        "sketch-too-many"
    );
}

#[test]
fn corners_that_are_not_moved_keep_their_digits_and_steps_are_taken_back_in_order() {
    let text = r#"{"type":"MultiPolygon","coordinates":[[[[0.00,0,7],[4,0.10],[4,4],[0,4],[0.00,0,7]],[[1,1],[1,2],[2,2],[1,1]]]]}"#;
    let geometry: Value = serde_json::from_str(text).unwrap();
    let mut sketch = sketch(ShapeTool::Corners, &geometry).unwrap();
    assert_eq!(sketch.finished().unwrap().0.to_string(), text);
    assert_eq!(sketch.middles().count(), 7);
    let id = CornerId { path: 0, corner: 2 };
    sketch.move_to(id, &position(5.0, 5.0), true);
    sketch.move_to(id, &position(6.0, 6.0), false);
    sketch.insert(CornerId { path: 0, corner: 4 }, &position(-1.0, 2.0));
    assert!(
        !sketch.remove(CornerId { path: 1, corner: 0 }),
        "three stay"
    );
    assert!(sketch.remove(CornerId { path: 0, corner: 3 }));
    assert_eq!(
        sketch.finished().unwrap().0["coordinates"][0][0].to_string(),
        "[[0.00,0,7],[4,0.10],[6.0,6.0],[-1.0,2.0],[0.00,0,7]]"
    );
    for _ in 0..4 {
        sketch.step_back();
    }
    assert_eq!(sketch.finished().unwrap().0.to_string(), text);
}

#[test]
fn a_radius_is_as_far_as_the_click_and_as_round_as_a_hand() {
    let point = json!({"type": "Point", "coordinates": [-4.183, 14.4843]});
    let mut sketch = sketch(ShapeTool::Radius, &point).unwrap();
    assert!(!sketch.is_enough());
    sketch.click(&position(-4.6, 14.327_78));
    assert_eq!(sketch.km(), Some(48.0));
    sketch.step_km(true);
    assert_eq!(sketch.km(), Some(53.0));
    for _ in 0..200 {
        sketch.step_km(false);
    }
    assert!(sketch.km().is_none_or(|km| km > 0.0));
}

#[test]
fn a_shape_that_was_wrong_is_mended_step_by_step() {
    let bow = json!({"type": "MultiPolygon", "coordinates": [
        [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]], [[[5, 5], [6, 5], [5, 5]]]]});
    let mut mended = sketch(ShapeTool::Corners, &bow).unwrap();
    assert_eq!(
        mended.finished().unwrap(),
        (bow, Some("sketch-few-area")),
        "not turned round either"
    );
    mended.insert(CornerId { path: 1, corner: 2 }, &position(5.0, 6.0));
    assert_eq!(mended.finished().unwrap().1, Some("sketch-crosses"));
    mended.move_to(CornerId { path: 0, corner: 1 }, &position(2.0, -1.0), true);
    assert_eq!(mended.finished().unwrap().1, None);
}

#[test]
fn several_shapes_of_different_kinds_are_refused_as_what_they_are() {
    let collection = json!({"type": "GeometryCollection", "geometries": []});
    let refused = sketch(ShapeTool::Corners, &collection).unwrap_err();
    assert_eq!(refused, "sketch-collection");
    let lines = json!({"type": "MultiLineString", "coordinates": [[], [[0, 0], [1, 1]]]});
    let lines = sketch(ShapeTool::Corners, &lines).unwrap();
    assert_eq!(lines.middles().count(), 1);
}

#[test]
fn a_step_back_brings_a_carried_corner_to_where_it_was_taken_still_carried() {
    let line = json!({"type": "LineString", "coordinates": [[0, 0], [1, 1]]});
    let mut sketch = sketch(ShapeTool::Corners, &line).unwrap();
    let id = CornerId { path: 0, corner: 1 };
    sketch.move_to(id, &position(1.0, 1.0), true);
    sketch.held = Some(id);
    sketch.move_to(id, &position(3.0, 3.0), false);
    sketch.step_back();
    assert_eq!(sketch.at(id), Some(Point::new(1.0, 1.0)));
    assert_eq!((sketch.held, sketch.aim), (Some(id), sketch.at(id)));
    sketch.step_back();
    assert_eq!((sketch.held, sketch.is_begun()), (None, false));
}
