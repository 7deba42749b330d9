//! A virtual screen with a window manager, eyes (pictures of the screen) and hands (xdotool).
//!
//! Everything the program could read or write of the person who runs the tests (settings, caches,
//! message bus) is replaced by an empty folder.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::{picture::Picture, skip::skip};

/// Software rendering without optimisation on a busy machine is slow; success never waits so long.
const PATIENCE: Duration = Duration::from_mins(2);

/// What a caret covers, which blinks for as long as a field has the keyboard.
const CARET_PIXELS: usize = 64;

/// A key that has had no effect for so long was not heard: a loaded window manager misses some.
const KEY_IS_LOST: Duration = Duration::from_secs(5);

/// A running virtual screen; ends with everything on it when dropped.
pub(crate) struct Screen {
    display: String,
    home: TempDir,
    children: Vec<Child>,
}

impl Screen {
    /// `None`, with a message, where the tools are missing; in continuous integration that fails.
    pub(crate) fn start() -> Option<Self> {
        let tools = ["Xvfb", "openbox", "xdotool"];
        let missing: Vec<_> = tools.into_iter().filter(|tool| !is_in_path(tool)).collect();
        if !missing.is_empty() {
            skip(&format!(
                "{} not installed; tests/run installs them",
                missing.join(", ")
            ));
            return None;
        }
        let mut xvfb = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1400x900x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(xvfb.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        let mut screen = Self {
            display: format!(":{}", number.trim()),
            home: TempDir::new().unwrap(),
            children: vec![xvfb],
        };
        let manager = screen
            .command("openbox")
            .arg("--sm-disable")
            .spawn()
            .expect("openbox starts");
        screen.children.insert(0, manager);
        wait_for("the window manager", || screen.is_managed().then_some(()));
        Some(screen)
    }

    /// Whether a window manager has announced itself on the root window.
    fn is_managed(&self) -> bool {
        let (connection, _) = RustConnection::connect(Some(&self.display)).unwrap();
        let root = connection.setup().roots[0].root;
        let name = b"_NET_SUPPORTING_WM_CHECK";
        let atom = connection
            .intern_atom(false, name)
            .unwrap()
            .reply()
            .unwrap()
            .atom;
        let property = connection
            .get_property(false, root, atom, AtomEnum::WINDOW, 0, 1)
            .unwrap();
        property.reply().unwrap().value_len > 0
    }

    /// The empty folder that stands for the person's home.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A command that sees this screen and the empty home, and nothing of the person's session.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("HOME", self.home())
            .env("XDG_CONFIG_HOME", self.home().join("config"))
            .env("XDG_CACHE_HOME", self.home().join("cache"))
            .env("XDG_DATA_HOME", self.home().join("data"))
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env_remove("WAYLAND_DISPLAY")
            .current_dir(self.home())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Starts the program and waits for its window.
    pub(crate) fn launch(&self, arguments: &[&str]) -> Window<'_> {
        let child = self
            .command(env!("CARGO_BIN_EXE_sahelscope"))
            .args(arguments)
            .spawn()
            .expect("the program starts");
        let mut window = Window {
            screen: self,
            child,
            id: String::new(),
        };
        window.id = wait_for("the program's window", || window.find());
        window.xdotool(&["windowactivate", "--sync", &window.id]);
        window
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The program's window; positions are in its own pixels. The program ends when this is dropped.
pub(crate) struct Window<'a> {
    screen: &'a Screen,
    child: Child,
    id: String,
}

impl Window<'_> {
    fn find(&mut self) -> Option<String> {
        if let Some(status) = self.child.try_wait().unwrap() {
            panic!("the program ended before it showed a window: {status}");
        }
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "Sahelscope"]);
        found.lines().last().map(str::to_owned)
    }

    fn xdotool(&self, arguments: &[&str]) -> String {
        let output = self
            .screen
            .command("xdotool")
            .args(arguments)
            .stdout(Stdio::piped())
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub(crate) fn title(&self) -> String {
        self.xdotool(&["getwindowname", &self.id])
    }

    pub(crate) fn move_to(&self, x: u32, y: u32) {
        self.xdotool(&[
            "mousemove",
            "--window",
            &self.id,
            &x.to_string(),
            &y.to_string(),
        ]);
        pause(60);
    }

    pub(crate) fn click(&self, x: u32, y: u32) {
        self.move_to(x, y);
        self.settled();
        self.xdotool(&["mousedown", "1"]);
        pause(60);
        self.xdotool(&["mouseup", "1"]);
        pause(60);
    }

    /// Presses at one point, moves in small steps as a hand does, and lets go at the other. Like a
    /// hand it waits for the eye: a press and its release within one slow frame would be a click.
    pub(crate) fn drag(&self, from: (u32, u32), to: (u32, u32)) {
        const STEPS: u32 = 12;
        self.move_to(from.0, from.1);
        self.settled();
        self.xdotool(&["mousedown", "1"]);
        self.settled();
        for step in 1..=STEPS {
            let between = |a: u32, b: u32| (a * (STEPS - step) + b * step) / STEPS;
            self.move_to(between(from.0, to.0), between(from.1, to.1));
        }
        self.settled();
        self.xdotool(&["mouseup", "1"]);
        self.settled();
    }

    /// A key or chord in xdotool's words: `ctrl+k`, `Return`.
    pub(crate) fn key(&self, chord: &str) {
        self.xdotool(&["key", "--clearmodifiers", chord]);
        pause(150);
    }

    pub(crate) fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", "15", text]);
        pause(150);
    }

    /// What the window shows now.
    pub(crate) fn picture(&self) -> Picture {
        let (connection, _) = RustConnection::connect(Some(&self.screen.display)).unwrap();
        let id = self.id.parse().unwrap();
        let size = connection.get_geometry(id).unwrap().reply().unwrap();
        let image = connection
            .get_image(
                ImageFormat::Z_PIXMAP,
                id,
                0,
                0,
                size.width,
                size.height,
                u32::MAX,
            )
            .unwrap()
            .reply()
            .unwrap();
        assert_eq!(connection.setup().bitmap_format_scanline_pad, 32);
        Picture::from_bgrx(u32::from(size.width), u32::from(size.height), &image.data)
    }

    /// Waits until two pictures a third of a second apart are equal but for a blinking caret, and
    /// returns the last.
    pub(crate) fn settled(&self) -> Picture {
        let mut before = self.picture();
        wait_for("the window to come to rest", || {
            pause(333);
            let now = self.picture();
            let rests = now.is_like(&before, CARET_PIXELS);
            before = now;
            rests.then_some(())
        });
        before
    }

    /// Closes the window as the cross of its title bar does, and waits for the program to end well.
    pub(crate) fn close(mut self) {
        let mut asked = None::<Instant>;
        let status = wait_for("the program to end", || {
            let ended = self.child.try_wait().unwrap();
            if ended.is_none() && asked.is_none_or(|at| at.elapsed() > KEY_IS_LOST) {
                asked = Some(Instant::now());
                self.key("alt+F4");
            }
            ended
        });
        assert!(status.success(), "the program ended with {status}");
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("end_to_end.png");
            self.picture().save(&path);
            eprintln!("what the window showed last: {}", path.display());
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks again and again until there is an answer.
pub(crate) fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            began.elapsed() < PATIENCE,
            "waited {PATIENCE:?} in vain for {what}"
        );
        pause(100);
    }
}

pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

fn is_in_path(tool: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file()))
}
