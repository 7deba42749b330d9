//! A feature on one line.

/// Takes the line breaks and the space behind each out of what stands in `text` from `begin` on. Strings have
/// none in JSON, so that no value changes.
pub(super) fn put_on_one_line(text: &mut String, begin: usize) {
    let feature = text.get(begin..).unwrap_or_default();
    if memchr::memchr2(b'\n', b'\r', feature.as_bytes()).is_none() {
        return;
    }
    let lines = feature.split(['\n', '\r']);
    let lines: Vec<&str> = lines.map(|line| line.trim_matches([' ', '\t'])).collect();
    let line = lines.concat();
    text.truncate(begin);
    text.push_str(&line);
}

#[cfg(test)]
mod tests {
    use super::put_on_one_line;

    #[test]
    fn line_breaks_go_and_values_stay() {
        let pretty = "{\r\n  \"a\": [\n    1.50,\n    \"x  \\n y\"\n  ]\n}";
        let mut text = format!("before\n{pretty}");
        put_on_one_line(&mut text, 7);
        assert_eq!(text, "before\n{\"a\": [1.50,\"x  \\n y\"]}");
    }
}
