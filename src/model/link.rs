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

/// The links of a cell that joins them by commas, semicolons or space; what is none stays with
/// the link before it, since commas occur in addresses too. Texts without any link are parted at commas.
#[must_use]
pub fn joined(text: &str) -> Vec<&str> {
    let begins_a_link = |at: &usize| {
        let rest = text.get(*at..).unwrap_or_default();
        rest.starts_with("http://") || rest.starts_with("https://")
    };
    let starts: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .filter(begins_a_link)
        .filter(|at| {
            let before = text
                .get(..*at)
                .and_then(|before| before.chars().next_back());
            before.is_none_or(|letter| letter.is_whitespace() || [',', ';', '|'].contains(&letter))
        })
        .collect();
    let Some(first) = starts.first() else {
        return text.split(',').map(str::trim).collect();
    };
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let links = starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end));
    text.get(..*first)
        .into_iter()
        .chain(links)
        .map(|link| link.trim_matches([' ', ',', ';', '|', '\n', '\r', '\t']))
        .filter(|link| !link.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{host, joined};

    #[test]
    fn links_are_parted_where_the_next_one_begins() {
        assert_eq!(
            joined("https://a.example/x,y, http://b.example\nhttps://c.example/?u=http://d"),
            [
                "https://a.example/x,y",
                "http://b.example",
                "https://c.example/?u=http://d"
            ]
        );
        assert_eq!(joined("src1, src2"), ["src1", "src2"]);
    }

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
