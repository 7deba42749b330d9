//! Addresses in records: only http and https lead anywhere.

/// The host of an http or https address, without user, port or path; `None` for anything else.
///
/// Addresses with a user part are refused: they are made to look like another host.
#[must_use]
pub fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    if !["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
    {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    if authority.contains('@') || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let host = authority.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn the_host_is_shown_without_port_and_path() {
        assert_eq!(host("https://example.org:8443/a?b"), Some("example.org"));
        assert_eq!(host("HTTP://example.org"), Some("example.org"));
    }

    #[test]
    fn nothing_else_leads_anywhere() {
        for address in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://",
            "https://bank.example@evil.example/",
            "https://example.org/\nHost: evil",
            "example.org",
        ] {
            assert_eq!(host(address), None, "{address}");
        }
    }
}
