//! How the window is drawn: by OpenGL, or by wgpu where it was built in and is worth it.
//!
//! On Linux every graphics processor speaks OpenGL, and so does every system without one, at a sixth of what wgpu costs
//! there. So wgpu, which is a seventh of all that is compiled, is a feature there; elsewhere, where OpenGL may be missing or old, it
//! is always built in.

use eframe::Renderer;

/// How to draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Drawing {
    /// wgpu where it is built in and finds a graphics processor, else OpenGL.
    #[default]
    Auto,
    /// Always wgpu.
    #[cfg(any(feature = "wgpu", not(target_os = "linux")))]
    Wgpu,
    /// Always OpenGL, which is much cheaper when it is emulated.
    Glow,
}

impl Drawing {
    /// The ways to try, one after the other.
    #[cfg(not(any(feature = "wgpu", not(target_os = "linux"))))]
    pub(super) fn renderers(self) -> Vec<Renderer> {
        match self {
            Self::Auto | Self::Glow => vec![Renderer::Glow],
        }
    }

    /// The ways to try, one after the other: a driver may promise what it does not keep.
    #[cfg(any(feature = "wgpu", not(target_os = "linux")))]
    pub(super) fn renderers(self) -> Vec<Renderer> {
        match self {
            Self::Wgpu => vec![Renderer::Wgpu],
            Self::Auto if has_hardware() => vec![Renderer::Wgpu, Renderer::Glow],
            Self::Auto | Self::Glow => vec![Renderer::Glow],
        }
    }
}

/// Whether an error is one of a driver, which leaves hope for another way to draw.
#[cfg(any(feature = "wgpu", not(target_os = "linux")))]
pub(super) const fn is_of_driver(error: &eframe::Error) -> bool {
    matches!(error, eframe::Error::Wgpu(_))
}

/// Whether an error is one of a driver, which leaves hope for another way to draw: there is none.
#[cfg(not(any(feature = "wgpu", not(target_os = "linux"))))]
pub(super) const fn is_of_driver(_error: &eframe::Error) -> bool {
    false
}

/// Whether wgpu finds a graphics processor. Looking costs a tenth of a second where drivers have
/// to be loaded, so a system that shows no render node is not asked.
#[cfg(any(feature = "wgpu", not(target_os = "linux")))]
fn has_hardware() -> bool {
    use eframe::wgpu::{Backends, DeviceType, Instance};

    if !crate::io::small::may_have_graphics_processor() {
        return false;
    }
    pollster::block_on(Instance::default().enumerate_adapters(Backends::PRIMARY))
        .iter()
        .any(|adapter| {
            matches!(
                adapter.get_info().device_type,
                DeviceType::DiscreteGpu | DeviceType::IntegratedGpu | DeviceType::VirtualGpu
            )
        })
}
