//! Archives that are not as they should be, and bags of other programs.

use std::{
    fs,
    io::{Cursor, Write as _},
};

use serde_json::json;

use super::{
    bundle::{DOCUMENT, Desk, faults, remarks, sha256, text, verified},
    run, status,
};

/// A file of an archive that is made by hand: its name, its bytes, its mode.
type RawFile<'a> = (&'a str, &'a [u8], u32);

/// An archive of stored files under any names, made by hand; the mode stands in the list at its end.
fn raw_archive(files: &[RawFile]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut list = Vec::new();
    for (name, bytes, mode) in files {
        let place = out.len() as u32;
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let length = (bytes.len() as u32).to_le_bytes();
        let mut common = Vec::new();
        common.extend([20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]);
        common.extend(crc.sum().to_le_bytes());
        common.extend(length);
        common.extend(length);
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        list.extend(b"PK\x01\x02\x14\x03");
        list.extend(&common);
        list.extend([0; 6]);
        list.extend((mode << 16).to_le_bytes());
        list.extend(place.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let begin = out.len() as u32;
    let count = (files.len() as u16).to_le_bytes();
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend((list.len() as u32).to_le_bytes());
    out.extend(begin.to_le_bytes());
    out.extend([0, 0]);
    out
}

const DECLARATION: &[u8] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const FILE: u32 = 0o100_644;

#[test]
fn names_that_are_not_obeyed_are_refused_with_one_sentence() {
    let desk = Desk::new();
    let path = desk.path("bad.zip");
    let cases: [(&[RawFile], &str); 7] = [
        (&[("/etc/x", b"x", FILE)], "root of a disk"),
        (&[("C:\\x", b"x", FILE)], "root of a disk"),
        (&[("data/../../x", b"x", FILE)], "out of the bag"),
        (&[("data\\..\\..\\x", b"x", FILE)], "out of the bag"),
        (
            &[("data/a", b"x", FILE), ("data/a", b"y", FILE)],
            "same name",
        ),
        (
            &[("data/A", b"x", FILE), ("data/a", b"y", FILE)],
            "one file on some systems",
        ),
        (&[("data/l", b"/etc/passwd", 0o120_777)], "is a link"),
    ];
    for (files, sentence) in cases {
        let mut all = vec![("bagit.txt", DECLARATION, FILE)];
        all.extend(files);
        fs::write(&path, raw_archive(&all)).unwrap();
        let output = run(&["verify", path.to_str().unwrap()]);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 3, "{sentence}: {said}");
        assert!(
            said.contains(sentence) && said.lines().count() == 1,
            "{sentence}: {said}"
        );
    }
    // What a list names is not obeyed either.
    let manifest = format!("{}  data/../../x\n", sha256(b"x"));
    let all: [RawFile; 2] = [
        ("bagit.txt", DECLARATION, FILE),
        ("manifest-sha256.txt", manifest.as_bytes(), FILE),
    ];
    fs::write(&path, raw_archive(&all)).unwrap();
    assert_eq!(status(&run(&["verify", path.to_str().unwrap()])), 3);
}

#[test]
fn a_bomb_is_refused_and_a_length_that_lies_is_named() {
    let desk = Desk::new();
    let path = desk.path("bomb.zip");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("bagit.txt", options).unwrap();
    archive.write_all(DECLARATION).unwrap();
    archive.start_file("data/bomb", options).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..80 {
        archive.write_all(&zeros).unwrap();
    }
    fs::write(&path, archive.finish().unwrap().into_inner()).unwrap();
    let output = run(&["verify", path.to_str().unwrap()]);
    assert_eq!(status(&output), 3);
    assert!(text(&output.stderr).contains("far more than itself"));
    let desk = Desk::new();
    let bundle = desk.seal("a.zip", &[]);
    let digest = sha256(DOCUMENT);
    // The last place of the name is in the list at the end; the length stands 22 bytes before it.
    let name = format!("data/sources/{digest}.html");
    let at = bundle
        .windows(name.len())
        .rposition(|it| it == name.as_bytes())
        .unwrap()
        - 22;
    let mut lying = bundle;
    lying[at] = lying[at].wrapping_add(1);
    fs::write(desk.path("lying.zip"), lying).unwrap();
    let (code, said) = verified(&desk.path("lying.zip"));
    assert!(
        code == 3 || said.to_string().contains(&name),
        "{code} {said}"
    );
}

#[test]
fn bags_of_other_programs_are_read_as_the_standard_says() {
    let desk = Desk::new();
    let bag = |name: &str, files: &[(&str, &str)]| {
        let files = files.iter();
        let files = files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        desk.unpacked(name, &files.collect())
    };
    let declaration = "\u{feff}BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n";
    let x = sha256(b"x");
    let upper = x.to_uppercase();
    let manifest = format!(
        "{upper}  data/a%25b\r\n{x} ./data/a b.txt\r\n{x} *data/marked\r\n{x}  data/line%0Abreak\r\n"
    );
    let folder = bag(
        "odd",
        &[
            ("bagit.txt", declaration),
            ("manifest-sha256.txt", &manifest),
            ("manifest-blake3.txt", "00  data/a\n"),
            ("data/a%b", "x"),
            ("data/a b.txt", "x"),
            ("data/marked", "x"),
            ("data/line\nbreak", "x"),
            (
                "bag-info.txt",
                "BagIt-Profile-Identifier: https://example.org/p.json\nPayload-Oxum: 4.4\n",
            ),
        ],
    );
    let (code, said) = verified(&folder);
    assert_eq!((code, &said["kind"]), (0, &json!("bag")), "{said}");
    let found = remarks(&said);
    for remark in [
        "mark",
        "version",
        "profile",
        "unknown-algorithm",
        "not-covered",
        "other-name",
    ] {
        assert!(found.iter().any(|it| it == remark), "{remark}: {found:?}");
    }
    let manifest =
        "9dd4e461268c8034f5c8564e155c67a6  data/x\n9dd4e461268c8034f5c8564e155c67a6  data/far\n";
    let folder = bag(
        "fetched",
        &[
            (
                "bagit.txt",
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            ),
            ("manifest-md5.txt", manifest),
            ("fetch.txt", "https://example.org/far - data/far\n"),
            ("data/x", "x"),
        ],
    );
    let (code, said) = verified(&folder);
    assert_eq!(code, 1);
    assert_eq!(
        faults(&said),
        [("missing".to_owned(), "data/far".to_owned())]
    );
    let found = remarks(&said);
    assert!(found.iter().any(|it| it == "fetch") && found.iter().any(|it| it == "weak-algorithm"));
    let folder = bag(
        "unknown",
        &[
            ("bagit.txt", "BagIt-Version: 1.0\n"),
            ("manifest-blake3.txt", "00  data/x\n"),
            ("data/x", "x"),
        ],
    );
    let (code, said) = verified(&folder);
    assert_eq!((code, faults(&said)[0].0.as_str()), (1, "no-manifest"));
    // A folder on top, as the standard wants it in archives.
    let digest = format!("{x}  data/x\n");
    let all: [RawFile; 3] = [
        ("bag/bagit.txt", DECLARATION, FILE),
        ("bag/manifest-sha256.txt", digest.as_bytes(), FILE),
        ("bag/data/x", b"x", FILE),
    ];
    let path = desk.path("top.zip");
    fs::write(&path, raw_archive(&all)).unwrap();
    assert_eq!(verified(&path).0, 0);
}
