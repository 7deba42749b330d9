//! What the desktop says that its user wants of all programs, asked over the session's bus (Linux).
//!
//! Windows and macOS say so through calls that need `unsafe`, which this program does without: there nothing is known.

#[cfg(target_os = "linux")]
use std::time::Duration;

#[cfg(target_os = "linux")]
use zbus::{Connection, conn, zvariant::OwnedValue};

/// How long the desktop may take to answer.
#[cfg(target_os = "linux")]
const PATIENCE: Duration = Duration::from_secs(2);

/// A setting of the desktop portal: its namespace, its key, and whether a value asks for less motion.
#[cfg(target_os = "linux")]
type MotionKey = (&'static str, &'static str, fn(&Answer) -> bool);

/// Where desktops keep the wish for less motion, the common place first.
#[cfg(target_os = "linux")]
const MOTION: [MotionKey; 3] = [
    (
        "org.freedesktop.appearance",
        "reduced-motion",
        Answer::is_one,
    ),
    (
        "org.gnome.desktop.interface",
        "enable-animations",
        Answer::is_no,
    ),
    (
        "org.kde.kdeglobals.KDE",
        "AnimationDurationFactor",
        Answer::is_zero_in_words,
    ),
];

/// A value of the portal.
#[cfg(target_os = "linux")]
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    Number(u32),
    Switch(bool),
    Text(String),
}

#[cfg(target_os = "linux")]
impl Answer {
    fn is_one(&self) -> bool {
        *self == Self::Number(1)
    }

    fn is_no(&self) -> bool {
        *self == Self::Switch(false)
    }

    fn is_zero_in_words(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().parse::<f64>().is_ok_and(|it| it == 0.0))
    }
}

/// Tells whether the desktop asks for less motion; `None` where it says nothing about it. Takes up to some seconds where the
/// desktop does not answer, so it is not for the thread that draws.
#[cfg(target_os = "linux")]
#[must_use]
pub fn wants_less_motion() -> Option<bool> {
    pollster::block_on(ask()).unwrap_or_else(|error| {
        log::debug!("the desktop says nothing about motion: {error}");
        None
    })
}

/// Nothing is known of it here.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub const fn wants_less_motion() -> Option<bool> {
    None
}

/// Asks for each setting in turn; the first that the desktop has decides.
#[cfg(target_os = "linux")]
async fn ask() -> zbus::Result<Option<bool>> {
    let bus = conn::Builder::session()?
        .method_timeout(PATIENCE)
        .build()
        .await?;
    for (namespace, key, asks_for_less) in MOTION {
        match setting(&bus, namespace, key).await {
            Ok(Some(answer)) => return Ok(Some(asks_for_less(&answer))),
            // Desktops answer with an error for what they do not have.
            Ok(None) | Err(zbus::Error::MethodError(..)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

#[cfg(target_os = "linux")]
async fn setting(bus: &Connection, namespace: &str, key: &str) -> zbus::Result<Option<Answer>> {
    let reply = bus
        .call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.portal.Settings"),
            "Read",
            &(namespace, key),
        )
        .await?;
    let value: OwnedValue = reply.body().deserialize()?;
    Ok(answer(&value))
}

/// The number, switch or text in a value, in however many wrappings: portals differ in that.
#[cfg(target_os = "linux")]
fn answer(value: &zbus::zvariant::Value<'_>) -> Option<Answer> {
    use zbus::zvariant::Value;
    match value {
        Value::Value(inner) => answer(inner),
        Value::U32(number) => Some(Answer::Number(*number)),
        Value::Bool(switch) => Some(Answer::Switch(*switch)),
        Value::Str(text) => Some(Answer::Text(text.as_str().to_owned())),
        _ => None,
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use zbus::zvariant::Value;

    use super::*;

    #[test]
    fn each_desktop_is_understood_in_its_own_words() {
        let wrapped = |value: Value<'static>| Value::Value(Box::new(value));
        let asks = |at: usize, value: Value<'static>| {
            let (_, _, asks_for_less) = MOTION.get(at)?;
            answer(&wrapped(value)).map(|it| asks_for_less(&it))
        };
        assert_eq!(asks(0, Value::U32(1)), Some(true));
        assert_eq!(asks(0, Value::U32(0)), Some(false));
        assert_eq!(asks(1, Value::Bool(false)), Some(true));
        assert_eq!(asks(1, wrapped(Value::Bool(true))), Some(false));
        assert_eq!(asks(2, Value::from("0")), Some(true));
        assert_eq!(asks(2, Value::from("0.5")), Some(false));
        assert_eq!(asks(2, Value::from("none")), Some(false));
        assert_eq!(asks(0, Value::from(vec![1_u8])), None);
    }
}
