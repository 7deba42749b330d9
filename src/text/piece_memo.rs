//! Widths of pieces of text that were measured before, so that a keystroke in a long text measures one piece anew.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash},
    sync::Arc,
};

use foldhash::quality::FixedState;

/// Pieces beyond which those that the last text did not have are forgotten.
const MOST_PIECES: usize = 4096;

/// Widths by what was measured. It holds for one measure: another font wants another memo.
#[derive(Clone, Debug, Default)]
pub struct PieceMemo {
    kept: HashMap<u64, KeptWidths, FixedState>,
    /// Counts the texts that were set with it.
    turn: u64,
}

/// How wide pieces of text are.
pub struct Measure<'a> {
    /// What was measured before.
    pub memo: &'a mut PieceMemo,
    /// Measures a run by itself.
    pub width: &'a mut dyn FnMut(&str) -> f32,
}

#[derive(Clone, Debug)]
struct KeptWidths {
    widths: Arc<[f32]>,
    turn: u64,
}

impl PieceMemo {
    /// Begins with another text, or with the same after a change.
    pub fn begin(&mut self) {
        if self.kept.len() > MOST_PIECES {
            let turn = self.turn;
            self.kept.retain(|_, kept| kept.turn == turn);
        }
        self.turn += 1;
    }

    /// Makes the key of a piece, which says all that its widths hang on. A key of 64 bits stands for its piece: two of a few
    /// thousand are alike once in a million million texts.
    pub(super) fn key(piece: impl Hash) -> u64 {
        FixedState::default().hash_one(piece)
    }

    /// Returns the widths that were kept under a key.
    pub(super) fn find(&mut self, key: u64) -> Option<Arc<[f32]>> {
        let kept = self.kept.get_mut(&key)?;
        kept.turn = self.turn;
        Some(Arc::clone(&kept.widths))
    }

    /// Keeps widths under a key.
    pub(super) fn keep(&mut self, key: u64, widths: Vec<f32>) -> Arc<[f32]> {
        let widths: Arc<[f32]> = widths.into();
        let kept = KeptWidths {
            widths: Arc::clone(&widths),
            turn: self.turn,
        };
        self.kept.insert(key, kept);
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_use_is_forgotten_once_there_is_much() {
        let mut memo = PieceMemo::default();
        let gao = PieceMemo::key("Gao");
        memo.begin();
        memo.keep(gao, vec![3.0]);
        for number in 0..=MOST_PIECES {
            memo.keep(PieceMemo::key(number), vec![1.0]);
        }
        memo.begin();
        assert_eq!(*memo.find(gao).unwrap(), [3.0]);
        memo.begin();
        assert_eq!(memo.kept.len(), 1);
        assert!(memo.find(gao).is_some());
    }
}
