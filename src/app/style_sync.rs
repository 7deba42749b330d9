//! The colours and the scale that egui draws with.

use egui::Context;

use crate::theme::{Shade, Theme};

use super::App;

/// What egui's style depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StyleKey {
    shade: Shade,
    scale: f32,
    less_motion: bool,
}

impl App {
    /// Gives egui the theme and the scale that the settings and the system ask for. Only between
    /// frames: what a frame draws on has its style before the frame is asked what to draw, and one that
    /// changed its mind on the way would be drawn half in the one theme and half in the other.
    pub(super) fn sync_style(&mut self, ctx: &Context) {
        let settings = &self.state.settings;
        let style = StyleKey {
            shade: self.state.shade(ctx),
            scale: self.state.settings.scale,
            less_motion: settings.motion.is_less(self.state.chrome.system_motion),
        };
        let chrome = &mut self.state.chrome;
        if chrome.style == Some(style) {
            return;
        }
        chrome.theme = Theme::of(style.shade);
        chrome.theme.apply(ctx);
        if style.less_motion {
            ctx.all_styles_mut(|style| style.animation_time = 0.0);
        }
        self.map.camera.set_calm(style.less_motion);
        ctx.set_zoom_factor(style.scale);
        ctx.request_repaint();
        chrome.style = Some(style);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, RawInput};

    use super::*;
    use crate::{
        command::ViewCommand,
        settings::{Loaded, Settings},
        theme::ThemeChoice,
    };

    /// The ground that egui has for the panels of a frame, and the one of the theme of its parts.
    fn grounds(app: &mut App, ctx: &Context) -> [Color32; 2] {
        let mut grounds = [Color32::TRANSPARENT; 2];
        let output = ctx.run_ui(RawInput::default(), |ui| {
            app.begin_frame(ui.ctx());
            grounds = [
                ui.visuals().panel_fill,
                app.state.chrome.theme.palette.canvas,
            ];
            app.draw_frame(ui);
        });
        output.drop_without_applying_deltas();
        grounds
    }

    #[test]
    fn no_frame_is_drawn_in_two_themes_the_first_included() {
        let ctx = Context::default();
        let settings = Settings {
            theme: ThemeChoice::Light,
            ..Settings::default()
        };
        let loaded = Loaded::from(settings);
        let mut app = App::new(&ctx, loaded, None).unwrap();
        let light = Theme::of(Shade::Light).palette.canvas;
        assert_eq!(grounds(&mut app, &ctx), [light; 2]);
        app.commands.push(ViewCommand::Theme(ThemeChoice::Dark));
        assert_eq!(grounds(&mut app, &ctx), [light; 2]);
        let dark = Theme::of(Shade::Dark).palette.canvas;
        assert_eq!(grounds(&mut app, &ctx), [dark; 2]);
    }
}
