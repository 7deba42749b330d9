//! The mark of several records: a count in a ring that is split by layer.

use std::f32::consts::TAU;

use egui::{Color32, Mesh, Pos2, Shape, vec2};

use crate::{query::marks::Cluster, typeset};

use super::{
    super::{Brush, by_file, pill::short_count_galley},
    donut::Donut,
};

/// Width of the ring of a stack, in points.
const RING: f32 = 4.5;
/// How far the soft ground of a mark reaches, in points, and how strong it is.
const AREA_SOFT: f32 = 7.0;
const AREA_OPACITY: f32 = 0.3;

impl Brush<'_> {
    /// Paints a disc with a ring that is split by layer; solid where certain, an outline where possible.
    pub(super) fn stack(&self, cluster: &Cluster, at: Pos2, radius: f32) {
        let input = self.frame.input;
        let palette = input.theme.palette;
        let mut mesh = Mesh::default();
        let mut donut = Donut {
            mesh: &mut mesh,
            at: at + vec2(0.0, 1.0),
            soft: 2.0,
        };
        if let Some(ground) = self.soft_ground(cluster) {
            donut.soft = AREA_SOFT;
            donut.disc(radius + AREA_SOFT, ground);
            donut.soft = 2.0;
        }
        donut.disc(radius + 2.4, palette.shadow.gamma_multiply(0.6));
        donut.at = at;
        donut.soft = 1.0 / self.painter.pixels_per_point();
        donut.disc(radius + 1.6, palette.halo);
        donut.disc(radius - RING + 0.5, palette.surface);
        self.donut_ring(&mut donut, cluster, radius);
        self.painter.add(Shape::mesh(mesh));
        let galley = short_count_galley(self.frame.ctx, cluster.count, input.theme, input.words);
        let min = at - galley.mesh_bounds.center().to_vec2();
        typeset::paint_galley(self.painter, min, galley, None);
    }

    /// Returns the soft ground of a mark some of whose records are areas, in the colour that most of its records have.
    fn soft_ground(&self, cluster: &Cluster) -> Option<Color32> {
        let leading = cluster.tallies.iter().max_by_key(|tally| tally.total());
        let leading = leading.filter(|_| cluster.has_areas)?;
        let by_file = by_file::colour_of_all(self.frame.input, cluster.members.iter());
        let colour = by_file.unwrap_or_else(|| self.look(leading.layer).0);
        Some(colour.gamma_multiply(AREA_OPACITY))
    }

    fn donut_ring(&self, donut: &mut Donut<'_>, cluster: &Cluster, radius: f32) {
        let total = cluster.count as f32;
        let pieces = self.pieces(cluster);
        let gap = if pieces.len() > 1 { 1.6 / radius } else { 0.0 };
        let mut angle = 0.0;
        for (colour, is_certain, count) in pieces {
            let sweep = TAU * count as f32 / total;
            let (from, to) = (angle + gap / 2.0, angle + sweep - gap / 2.0);
            let radii = [radius - RING, radius];
            if is_certain {
                donut.arc(radii, [from, to], colour);
            } else {
                donut.outline(radii, [from, to], 1.3, colour);
            }
            angle += sweep;
        }
    }

    /// Returns what the records of a stack are by colour, and how many of each are certain or not.
    fn pieces(&self, cluster: &Cluster) -> Vec<(Color32, bool, usize)> {
        let input = self.frame.input;
        let mut pieces: Vec<(Color32, bool, usize)> = Vec::new();
        if by_file::colour_of_all(input, cluster.members.iter()).is_none() {
            for tally in &cluster.tallies {
                let (colour, _) = self.look(tally.layer);
                pieces.push((colour, true, tally.certain));
                pieces.push((colour, false, tally.possible));
            }
        } else if cluster.members.is_empty() {
            let grey = input.theme.palette.text_weak;
            let certain: usize = cluster.tallies.iter().map(|tally| tally.certain).sum();
            pieces.push((grey, true, certain));
            pieces.push((grey, false, cluster.count - certain));
        } else {
            for mark in &cluster.members {
                let colour =
                    by_file::colour_of(input, mark).unwrap_or(input.theme.palette.text_weak);
                let is_certain = mark.certainty.is_certain();
                let alike = pieces
                    .iter_mut()
                    .find(|(known, certain, _)| *known == colour && *certain == is_certain);
                match alike {
                    Some((_, _, count)) => *count += 1,
                    None => pieces.push((colour, is_certain, 1)),
                }
            }
            pieces.sort_by_key(|(colour, is_certain, _)| (colour.to_array(), !is_certain));
        }
        pieces.retain(|(_, _, count)| *count > 0);
        pieces
    }
}
