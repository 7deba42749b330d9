//! A feature on one line.

use std::borrow::Cow;

/// The feature without its line breaks and the space behind each. Text has none in JSON, so
/// that no value changes.
pub(super) fn on_one_line(feature: &str) -> Cow<'_, str> {
    if !feature.contains(['\n', '\r']) {
        return Cow::Borrowed(feature);
    }
    feature
        .split(['\n', '\r'])
        .map(|line| line.trim_matches([' ', '\t']))
        .collect::<Vec<_>>()
        .concat()
        .into()
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn line_breaks_go_and_values_stay() {
        let pretty = "{\r\n  \"a\": [\n    1.50,\n    \"x  \\n y\"\n  ]\n}";
        assert_eq!(on_one_line(pretty), "{\"a\": [1.50,\"x  \\n y\"]}");
    }
}
