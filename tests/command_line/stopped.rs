//! What a command leaves behind that is told to stop while it writes.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

use super::program;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_command_that_is_stopped_while_it_writes_leaves_the_old_file_and_nothing_else() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out.geojson");
        fs::write(&out, "old").unwrap();
        // More than it could write before it is stopped.
        let mut child = program()
            .args(["bench", "make", "900000000"])
            .arg(&out)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while names(folder.path()).len() < 2 {
            assert_eq!(child.try_wait().unwrap(), None, "it ended by itself");
            sleep(Duration::from_millis(5));
        }
        let id = child.id().to_string();
        let told = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(told.unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(status), "{signal}");
        assert_eq!(names(folder.path()), ["out.geojson"], "{signal}");
        assert_eq!(fs::read_to_string(&out).unwrap(), "old");
    }
}
