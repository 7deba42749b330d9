//! Texts that were set before, as galleys or in rows, kept while they are used.

use std::{
    any::Any,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::{Arc, Mutex, PoisonError},
};

use egui::{Context, FontId, Galley, Id, text::LayoutJob};

use crate::theme::Colour;

/// Passes after which what nobody asked for is dropped.
const KEPT_PASSES: u64 = 90;

/// The memo of a context.
#[derive(Clone, Default)]
pub(super) struct Memo(Arc<Mutex<Galleys>>);

#[derive(Default)]
struct Galleys {
    kept: HashMap<u64, KeptText, BuildHasherDefault<IdentityHasher>>,
    pass: u64,
    /// How many textures there were before this one.
    generation: u64,
    witness: Option<Arc<Galley>>,
}

struct KeptText {
    text: Arc<dyn Any + Send + Sync>,
    last_pass: u64,
}

/// The keys are hashes already.
#[derive(Default)]
struct IdentityHasher(u64);

impl Hasher for IdentityHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl Memo {
    /// Finds the memo of `ctx`; made when it is first asked for.
    pub(super) fn of(ctx: &Context) -> Self {
        ctx.data_mut(|data| {
            data.get_temp_mut_or_default::<Self>(Id::unique("typeset memo"))
                .clone()
        })
    }

    /// Returns a number that changes when galleys of earlier passes can no longer be drawn.
    pub(super) fn generation(&self, ctx: &Context) -> u64 {
        let mut galleys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        galleys.begin_pass(ctx);
        galleys.generation
    }

    /// Returns what is kept under `key`, else what `set` makes.
    pub(super) fn get_or<T: Send + Sync + 'static>(
        &self,
        ctx: &Context,
        key: u64,
        set: impl FnOnce() -> Arc<T>,
    ) -> Arc<T> {
        let mut galleys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        galleys.begin_pass(ctx);
        let pass = galleys.pass;
        if let Some(kept) = galleys.kept.get_mut(&key)
            && let Ok(text) = Arc::clone(&kept.text).downcast()
        {
            kept.last_pass = pass;
            return text;
        }
        let text = set();
        let kept = KeptText {
            text: Arc::<T>::clone(&text),
            last_pass: pass,
        };
        galleys.kept.insert(key, kept);
        text
    }
}

impl Galleys {
    /// Drops what is out of use, and everything when egui has a new texture of glyphs.
    ///
    /// egui does not say when it begins a new one, but it then forgets its own galleys: a witness
    /// that is asked for in every pass comes back as another object.
    fn begin_pass(&mut self, ctx: &Context) {
        let pass = ctx.cumulative_pass_nr();
        if self.witness.is_some() && pass == self.pass {
            return;
        }
        self.pass = pass;
        let job = LayoutJob::simple_singleline(".".into(), FontId::default(), Colour::PLACEHOLDER);
        let witness = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let is_same = self
            .witness
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, &witness));
        if !is_same {
            self.kept.clear();
            self.generation += 1;
            self.witness = Some(witness);
        } else if pass.is_multiple_of(KEPT_PASSES) {
            self.kept
                .retain(|_, kept| kept.last_pass + KEPT_PASSES >= pass);
        }
    }
}
