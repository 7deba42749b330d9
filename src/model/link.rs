//! Addresses in records: only http and https lead anywhere, and what is shown is where they lead.

use url::Url;

/// An address that a browser may open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress {
    /// The address as a browser takes it: this is what is opened.
    pub address: String,
    /// Its host in ASCII, without user, port and path: `xn--80ak6aa92e.com`, `[2001:db8::1]`, `127.0.0.1`.
    pub host: String,
    /// The host as the record writes it, where that is something else: letters of another script that look like
    /// Latin ones, numbers in another form.
    pub written: Option<String>,
}

/// Why an address is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// It begins with neither http nor https.
    Scheme,
    /// It has spaces or characters in it that are not seen.
    Invisible,
    /// It has a user in it: that is made to look like another host.
    User,
    /// It names no host that there can be.
    Host,
}

impl NotOpened {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Scheme, Self::Invisible, Self::User, Self::Host];

    /// The reason in kebab-case, as the catalogue keys it (`link-not-…`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Invisible => "invisible",
            Self::User => "user",
            Self::Host => "host",
        }
    }
}

/// Reads an address as a browser does.
///
/// # Errors
/// Why it is not opened.
pub fn read(text: &str) -> Result<WebAddress, NotOpened> {
    let (scheme, rest) = text.split_once("://").ok_or(NotOpened::Scheme)?;
    if !["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
    {
        return Err(NotOpened::Scheme);
    }
    if text.chars().any(is_invisible) {
        return Err(NotOpened::Invisible);
    }
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(NotOpened::User);
    }
    if authority.is_empty() {
        return Err(NotOpened::Host);
    }
    let url = Url::parse(text).map_err(|_| NotOpened::Host)?;
    let host = url.host_str().filter(|host| !host.is_empty());
    let host = host.ok_or(NotOpened::Host)?.to_owned();
    let written = written_host(authority);
    Ok(WebAddress {
        written: (!written.eq_ignore_ascii_case(&host)).then(|| written.to_owned()),
        address: url.into(),
        host,
    })
}

/// The host of what stands before the path, without its port.
fn written_host(authority: &str) -> &str {
    let end = match (authority.starts_with('['), authority.find(']')) {
        (true, Some(bracket)) => bracket + 1,
        _ => authority.find(':').unwrap_or(authority.len()),
    };
    authority.get(..end).unwrap_or(authority)
}

/// Whether nobody sees a character, so that it can only mislead.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
    use super::{NotOpened, joined, read};

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

    fn shown(address: &str) -> (String, Option<String>) {
        let web = read(address).unwrap();
        (web.host, web.written)
    }

    #[test]
    fn the_host_that_is_shown_is_the_host_that_is_opened() {
        let plain = |host: &str| (host.to_owned(), None);
        assert_eq!(shown("https://example.org:8443/a?b"), plain("example.org"));
        assert_eq!(shown("HTTP://Example.org"), plain("example.org"));
        assert_eq!(shown("http://[2001:db8::1]:80/x"), plain("[2001:db8::1]"));
        for (address, host, written) in [
            // Cyrillic letters that look like Latin ones.
            (
                "https://\u{430}\u{440}\u{440}\u{4cf}\u{435}.com/",
                "xn--80ak6aa92e.com",
                "\u{430}\u{440}\u{440}\u{4cf}\u{435}.com",
            ),
            (
                "https://موقع.وزارة-الاتصالات.مصر",
                "xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c",
                "موقع.وزارة-الاتصالات.مصر",
            ),
            ("http://0x7f.1/", "127.0.0.1", "0x7f.1"),
            ("http://[0:0::1]/", "[::1]", "[0:0::1]"),
            // A full stop of another width.
            ("https://example。org/", "example.org", "example。org"),
        ] {
            assert_eq!(shown(address), (host.to_owned(), Some(written.to_owned())));
        }
        for address in [
            "https://\u{430}.example/\u{430}?\u{430}",
            "http://a.example\\@b.example",
        ] {
            let web = read(address).unwrap();
            assert!(web.address.is_ascii());
            assert_eq!(read(&web.address).unwrap().host, web.host);
        }
    }

    #[test]
    fn what_is_not_opened_says_why() {
        for (address, why) in [
            ("file:///etc/passwd", NotOpened::Scheme),
            ("javascript:alert(1)", NotOpened::Scheme),
            ("javascript://example.org/%0aalert(1)", NotOpened::Scheme),
            ("example.org", NotOpened::Scheme),
            ("https://", NotOpened::Host),
            ("https:///example.org", NotOpened::Host),
            ("https://[::1", NotOpened::Host),
            ("https://a b.example", NotOpened::Invisible),
            ("https://example.org/\nHost: evil", NotOpened::Invisible),
            ("https://exam\u{200b}ple.org", NotOpened::Invisible),
            ("https://example.org/\u{202e}gpj.exe", NotOpened::Invisible),
            ("https://bank.example@evil.example/", NotOpened::User),
            ("https://a:b@evil.example/", NotOpened::User),
        ] {
            assert_eq!(read(address), Err(why), "{address:?}");
        }
    }
}
