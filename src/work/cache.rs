//! What was made and may be asked for again, within a budget of bytes.

use std::hash::Hash;

use lru::LruCache;

/// Keeps what was asked for last, as long as all of it together stays within `BUDGET` bytes. How many entries that are
/// says nothing: a hostile file makes each of them large.
#[derive(Debug)]
pub struct ByteCache<Key: Hash + Eq, Value, const BUDGET: usize> {
    entries: LruCache<Key, (Value, usize)>,
    bytes: usize,
}

impl<Key: Hash + Eq, Value, const BUDGET: usize> Default for ByteCache<Key, Value, BUDGET> {
    fn default() -> Self {
        Self {
            entries: LruCache::unbounded(),
            bytes: 0,
        }
    }
}

impl<Key: Hash + Eq, Value, const BUDGET: usize> ByteCache<Key, Value, BUDGET> {
    /// What is kept under `key`; it is then the last that was asked for.
    pub fn get(&mut self, key: &Key) -> Option<&Value> {
        self.entries.get(key).map(|(value, _)| value)
    }

    /// Keeps a value that takes `bytes`, in the place of those that were not asked for the longest. One that is larger
    /// than the whole budget is not kept.
    pub fn insert(&mut self, key: Key, value: Value, bytes: usize) {
        if bytes > BUDGET {
            return;
        }
        if let Some((_, old)) = self.entries.put(key, (value, bytes)) {
            self.bytes = self.bytes.saturating_sub(old);
        }
        self.bytes = self.bytes.saturating_add(bytes);
        while self.bytes > BUDGET {
            let Some((_, (_, old))) = self.entries.pop_lru() else {
                break;
            };
            self.bytes = self.bytes.saturating_sub(old);
        }
    }

    /// Bytes of all that is kept.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cache_holds_bytes_and_not_entries() {
        let mut cache = ByteCache::<u32, &str, 100>::default();
        for key in 0..1000 {
            cache.insert(key, "small", 10);
            assert!(cache.bytes() <= 100);
        }
        assert!(cache.get(&989).is_none() && cache.get(&990).is_some());
        cache.insert(1000, "large", 95);
        assert_eq!((cache.bytes(), cache.get(&990)), (95, None));
        cache.insert(1001, "larger than all of it", 101);
        assert!(cache.get(&1001).is_none() && cache.get(&1000).is_some());
        cache.insert(1000, "smaller now", 5);
        assert_eq!(cache.bytes(), 5);
        cache.clear();
        assert_eq!(cache.bytes(), 0);
    }

    #[test]
    fn what_was_asked_for_last_is_kept() {
        let mut cache = ByteCache::<u32, (), 30>::default();
        for key in 0..3 {
            cache.insert(key, (), 10);
        }
        assert!(cache.get(&0).is_some());
        cache.insert(3, (), 10);
        assert!(cache.get(&0).is_some() && cache.get(&1).is_none());
    }
}
