//! What a panel derived from what it reads, kept until that changes.

use std::sync::Arc;

use egui::{Context, Id};

/// The value that `make` gave for `key`, made anew only when `key` is another than last time.
pub fn memo<K, V>(ctx: &Context, id: Id, key: K, make: impl FnOnce() -> V) -> Arc<V>
where
    K: PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let kept = ctx.data(|data| data.get_temp::<Arc<(K, Arc<V>)>>(id));
    if let Some(kept) = kept.filter(|kept| kept.0 == key) {
        return Arc::clone(&kept.1);
    }
    let value = Arc::new(make());
    let entry = Arc::new((key, Arc::clone(&value)));
    ctx.data_mut(|data| data.insert_temp(id, entry));
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_for_a_key() {
        let ctx = Context::default();
        let id = Id::unique("memo test");
        let of = |key: u8, value: u8| *memo(&ctx, id, key, || value);
        assert_eq!(
            [of(1, 10), of(1, 11), of(2, 12), of(1, 13)],
            [10, 10, 12, 13]
        );
    }
}
