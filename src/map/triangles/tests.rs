use super::*;
use egui::{pos2, vec2};

fn white() -> Textures {
    let mut textures = Textures::default();
    let pixel = ColorImage::filled([1, 1], Color32::WHITE);
    textures
        .textures
        .insert(TextureId::default(), (pixel, TextureFilter::Linear));
    textures
}

fn painted(mesh: Mesh) -> ColorImage {
    let mut image = ColorImage::filled([10, 10], Color32::BLACK);
    let primitive = ClippedPrimitive {
        clip_rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(8.0, 10.0)),
        primitive: Primitive::Mesh(mesh),
    };
    paint(&mut image, &[primitive], &white(), 1.0);
    image
}

#[test]
fn two_triangles_that_share_an_edge_paint_each_pixel_once() {
    let mut mesh = Mesh::default();
    let half = Color32::from_rgba_premultiplied(100, 100, 100, 100);
    mesh.add_colored_rect(Rect::from_min_max(pos2(1.0, 2.0), pos2(6.0, 9.0)), half);
    let image = painted(mesh);
    for (index, pixel) in image.pixels.iter().enumerate() {
        let (x, y) = (index % 10, index / 10);
        let is_inside = (1..6).contains(&x) && (2..9).contains(&y);
        assert_eq!(pixel.r(), if is_inside { 100 } else { 0 }, "{x}, {y}");
    }
}

#[test]
fn a_sliver_looks_at_few_pixels_and_misses_none() {
    let vertex = |x: f32, y: f32| Vertex {
        pos: pos2(x, y),
        ..Vertex::default()
    };
    // Corners all over, by a rule that comes round to none of them soon.
    let place = |number: u32| ((number * 7919) % 3037) as f32 / 30.0 - 10.0;
    for number in 0..300 {
        let corners = [0, 1, 2].map(|it| {
            let at = number * 6 + it * 2;
            vertex(place(at), place(at + 1))
        });
        let [a, b, c] = &corners;
        let Some(triangle) = Triangle::of([a, b, c], 1.0) else {
            continue;
        };
        for y in -12..95 {
            let one = SUBPIXELS as i64;
            let inside = |x: &i64| {
                let middle = [x * one + one / 2, y * one + one / 2];
                triangle.weights(middle).is_some()
            };
            let painted: Vec<i64> = (-12..95).filter(inside).collect();
            let looked_at = triangle.columns(y, -12..95);
            assert!(
                painted.iter().all(|x| looked_at.contains(x)),
                "{number} {y}"
            );
            let (top, bottom) = (
                a.pos.y.min(b.pos.y).min(c.pos.y),
                a.pos.y.max(b.pos.y).max(c.pos.y),
            );
            if (top..bottom).contains(&(y as f32 + 0.5)) {
                assert!(looked_at.count() <= painted.len() + 4, "{number} {y}");
            }
        }
    }
}

#[test]
fn nothing_is_painted_beyond_the_clip() {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(
        Rect::from_min_max(pos2(-5.0, -5.0), pos2(50.0, 50.0)),
        Color32::WHITE,
    );
    let image = painted(mesh);
    assert_eq!(image[(7, 5)], Color32::WHITE);
    assert_eq!(image[(8, 5)], Color32::BLACK);
}

#[test]
fn colours_run_evenly_between_corners() {
    let mut mesh = Mesh::default();
    for (x, colour) in [(0.0, Color32::BLACK), (10.0, Color32::WHITE)] {
        mesh.colored_vertex(pos2(x, 0.0), colour);
        mesh.colored_vertex(pos2(x, 10.0), colour);
    }
    mesh.add_triangle(0, 2, 1);
    mesh.add_triangle(1, 2, 3);
    let row: Vec<u8> = (0..8).map(|x| painted(mesh.clone())[(x, 4)].r()).collect();
    assert!(row.windows(2).all(|pair| pair[1] > pair[0]), "{row:?}");
    assert!((i32::from(row[4]) - 115).abs() < 2);
}
