//! How high lanes and their rows are: the room there is, shared out.

use std::ops::RangeInclusive;

use super::Frame;
use crate::model::Lang;

/// Height of a row with the gap below it, at least and at most: titles stand in it, and Arabic ones are taller.
const PITCH: RangeInclusive<f32> = 14.0..=16.0;
const PITCH_ARABIC: RangeInclusive<f32> = 17.0..=19.0;

/// Room above and below the rows of a lane.
pub(super) const PADDING: f32 = 1.5;

/// How high a row is, at least and at most, with the gap below it.
pub(super) fn row_heights(frame: &Frame<'_>) -> RangeInclusive<f32> {
    if frame.context.words.lang() == Lang::Ar {
        PITCH_ARABIC
    } else {
        PITCH
    }
}

/// Takes rows from the lanes that have most until all are `least` high.
pub(super) fn shared_out(wanted: &[usize], height: f32, least: f32) -> Vec<usize> {
    let mut slots = wanted.to_vec();
    let padding = 2.0 * PADDING * slots.len() as f32;
    let room = ((height - padding) / least).max(1.0) as usize;
    while slots.iter().sum::<usize>() > room.max(slots.len()) {
        // The first of the highest, so that the choice is the same every time.
        let most = slots.iter().copied().max().unwrap_or(1);
        match slots.iter_mut().find(|slots| **slots == most) {
            Some(highest) if *highest > 1 => *highest -= 1,
            _ => break,
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_taken_from_the_lanes_that_have_most() {
        let slots = shared_out(&[6, 1, 2, 11], 150.0, *PITCH.start());
        assert_eq!(slots.get(1), Some(&1));
        assert_eq!(slots.get(2), Some(&2));
        assert!(slots.iter().sum::<usize>() as f32 * PITCH.start() <= 150.0);
    }

    #[test]
    fn every_lane_keeps_a_row_however_little_room_there_is() {
        assert_eq!(shared_out(&[5, 5, 5], 1.0, 14.0), [1, 1, 1]);
    }
}
