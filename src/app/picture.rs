//! Pictures of the map: what the dialog has, its preview, and what is drawn for a file or the clipboard, always on
//! a thread of its own.

use std::{io::Write, sync::Arc};

use egui::{ColorImage, Context, TextureHandle, TextureOptions, Vec2};

use crate::{
    command::{Dialog, PictureCommand, PictureOptions},
    data::{Dataset, Filter},
    io::{Destination, WriteError, WriteErrorKind, export::ExportWritten, save::save_to},
    map::{basemap::Basemap, picture::png},
    model::{Pose, Switches},
    query::Engine,
    session::Selection,
    text::{Catalogue, Locale},
    theme::Theme,
    ui::{
        PictureView, Preview,
        notice::Tone,
        picture::{
            PictureContent, SCALES, SIDES, SIZE, Sheet, can_be_drawn, reframed, room, title,
        },
    },
    work::{BackgroundQuery, Progress},
};

use super::{App, clip::Clip, document::Document};

/// Longest side of the preview, in points.
const PREVIEW: f32 = 420.0;

/// A picture while it is asked about.
pub(super) struct PictureAsked {
    options: PictureOptions,
    /// Its title.
    title: String,
    /// The size of the map in the window, in points.
    window: [f32; 2],
    preview: BackgroundQuery<Question, ColorImage>,
    /// The preview on the screen, and what it shows.
    texture: Option<(Question, TextureHandle)>,
}

impl PictureAsked {
    fn new(options: PictureOptions, dataset: &Dataset) -> Self {
        Self {
            window: options.size,
            title: title_of(&options, dataset),
            options,
            preview: BackgroundQuery::default(),
            texture: None,
        }
    }

    /// What the dialog may see of it.
    pub(super) fn view(&self) -> PictureView<'_> {
        let shown = self.preview.shown().map(|(question, _)| question);
        let texture = self.texture.as_ref();
        PictureView {
            options: &self.options,
            window: self.window,
            title: &self.title,
            preview: texture.map(|(_, texture)| Preview {
                texture: texture.id(),
                size: texture.size_vec2(),
            }),
            is_awaited: shown.is_none_or(|question| question.options != self.options),
        }
    }

    /// Puts the last preview on the screen.
    fn show(&mut self, ctx: &Context) {
        let Some((question, image)) = self.preview.shown() else {
            return;
        };
        if self.texture.as_ref().is_none_or(|(of, _)| of != question) {
            let texture =
                ctx.load_texture("picture preview", image.clone(), TextureOptions::LINEAR);
            self.texture = Some((question.clone(), texture));
        }
    }
}

fn title_of(options: &PictureOptions, dataset: &Dataset) -> String {
    let given = options.title.clone();
    given.unwrap_or_else(|| title(dataset, options.lang))
}

/// All that a preview follows from.
#[derive(Clone, PartialEq)]
struct Question {
    options: PictureOptions,
    revision: u64,
    filter: Filter,
    selection: Selection,
    pose: Pose,
    overlays: Switches,
    marks_of_many: bool,
    scale: f32,
}

/// All that a picture is drawn from.
pub(super) struct Picture {
    options: PictureOptions,
    dataset: Arc<Dataset>,
    /// What answers about it; `None`: that is made first.
    engine: Option<Arc<Engine>>,
    basemap: Arc<Basemap>,
    filter: Filter,
    selection: Selection,
    pose: Pose,
    locale: Locale,
    overlays: Switches,
    marks_of_many: bool,
}

impl Picture {
    /// Draws it with so many pixels to a point; `None` when nobody waits for it any more.
    fn draw(&self, scale: f32, progress: &Progress) -> Option<ColorImage> {
        let engine = match &self.engine {
            Some(engine) => Arc::clone(engine),
            None => Arc::new(Engine::of(&self.dataset, &self.filter, progress)?),
        };
        let visible = engine.visible(&self.filter);
        let sheet = Sheet {
            size: self.options.size.into(),
            scale,
            theme: Theme::of(self.options.shade),
            words: Catalogue::in_locale(self.locale),
            title: title_of(&self.options, &self.dataset),
            has_legend: self.options.has_legend,
            overlays: self.overlays.clone(),
            marks_of_many: self.marks_of_many,
        };
        let seen = PictureContent {
            engine: &engine,
            visible: &visible,
            filter: &self.filter,
            selection: self.selection,
            pose: self.pose,
        };
        let image = progress
            .is_wanted()
            .then(|| sheet.draw(&self.basemap, &seen))?;
        progress.is_wanted().then_some(image)
    }

    /// Draws it into a file, all or nothing.
    pub(super) fn save(
        &self,
        destination: &Destination,
        progress: &Progress,
    ) -> Result<ExportWritten, WriteError> {
        let saved = save_to(destination, |out| {
            let image = self.draw(self.options.scale, progress);
            let image = image.ok_or(WriteErrorKind::Cancelled)?;
            Ok(out.write_all(&png(&image)?)?)
        })?;
        Ok(ExportWritten { records: 0, saved })
    }
}

impl Document {
    /// What the picture shows: a bookmark where one was chosen, else what the window shows.
    fn pictured(&self, options: &PictureOptions) -> (Filter, Option<Pose>) {
        let steps = self.briefing.steps();
        let kept = options.bookmark.and_then(|index| steps.get(index));
        match kept {
            Some(bookmark) => (bookmark.view.filter.clone(), bookmark.view.camera),
            None => (self.filter.clone(), None),
        }
    }
}

impl App {
    /// Carries out requests about pictures.
    pub(super) fn apply_picture(&mut self, command: PictureCommand) {
        match command {
            PictureCommand::Ask => {
                let asked = PictureAsked::new(self.usual_options(), &self.state.document.dataset);
                let chrome = &mut self.state.chrome;
                chrome.asked.picture = Some(asked);
                chrome.dialog = Some(Dialog::Picture);
            }
            PictureCommand::Set(options) => {
                if let Some(asked) = &mut self.state.chrome.asked.picture {
                    asked.title = title_of(&options, &self.state.document.dataset);
                    asked.options = options;
                }
            }
            PictureCommand::Copy => self.copy_picture(),
        }
    }

    /// A picture as the window looks now.
    fn usual_options(&self) -> PictureOptions {
        PictureOptions {
            lang: self.state.chrome.words.lang(),
            shade: self.state.chrome.theme.shade,
            ..PictureOptions::of_size(self.map_size())
        }
    }

    /// The size of the map in the window, as far as a picture can have it, in whole points.
    fn map_size(&self) -> [f32; 2] {
        let seen = self.map.seen().map(|view| view.rect.size());
        let size = seen.map_or(SIZE, Into::into);
        size.map(|side| side.round().clamp(*SIDES.start(), *SIDES.end()))
    }

    /// What is to be drawn for a file: as the dialog had it, else as the window looks.
    pub(super) fn picture(&self) -> Picture {
        let asked = self.state.chrome.asked.picture.as_ref();
        self.picture_of(asked.map_or_else(|| self.usual_options(), |asked| asked.options.clone()))
    }

    fn picture_of(&self, options: PictureOptions) -> Picture {
        let document = &self.state.document;
        let (filter, kept) = document.pictured(&options);
        let has_title = !title_of(&options, &document.dataset).is_empty();
        let seen = self.map.seen().map_or(Vec2::ZERO, |view| view.rect.size());
        let pose = reframed(
            kept.unwrap_or_else(|| self.map.camera.pose()),
            seen,
            room(options.size.into(), has_title),
            self.map.camera.max_zoom(),
        );
        let selected = document.selection.selected;
        Picture {
            dataset: Arc::clone(&document.dataset),
            engine: document.answers.derived.known(&document.dataset, &filter),
            basemap: Arc::clone(self.map.basemap()),
            filter,
            selection: Selection {
                selected: selected.filter(|_| options.bookmark.is_none()),
                hovered: None,
            },
            pose,
            locale: Locale {
                lang: options.lang,
                content: options.lang,
                digits: self.state.settings.digits,
            },
            overlays: self.state.settings.overlays.clone(),
            marks_of_many: self.state.settings.marks_of_many,
            options,
        }
    }

    fn copy_picture(&mut self) {
        let is_asked = self.state.chrome.dialog == Some(Dialog::Picture);
        let picture = if is_asked {
            self.picture()
        } else {
            self.picture_of(self.usual_options())
        };
        if !can_be_drawn(picture.options.size, picture.options.scale) {
            return;
        }
        let chrome = &mut self.state.chrome;
        let subject = chrome.words.get("picture-drawing");
        let job = self.room.start("picture", subject, move |progress| {
            Clip::Picture(picture.draw(picture.options.scale, progress))
        });
        chrome.jobs.clips.push(job);
    }

    /// Puts a picture on the clipboard.
    pub(super) fn drawn(&mut self, ctx: &Context, image: Option<ColorImage>) {
        if let Some(image) = image {
            ctx.copy_image(image);
            self.say(Tone::Done, "picture-copied");
        }
    }

    /// Draws the preview of the picture that is asked about, when what it shows has changed.
    pub(super) fn keep_preview(&mut self, ctx: &Context) {
        if self.state.chrome.dialog != Some(Dialog::Picture) {
            return;
        }
        let picture = self.picture();
        let options = &picture.options;
        if !can_be_drawn(options.size, options.scale) {
            return;
        }
        let longest = options.size[0].max(options.size[1]);
        let scale = PREVIEW * ctx.pixels_per_point() / longest;
        let question = Question {
            options: options.clone(),
            revision: picture.dataset.revision(),
            filter: picture.filter.clone(),
            selection: picture.selection,
            pose: picture.pose,
            overlays: picture.overlays.clone(),
            marks_of_many: picture.marks_of_many,
            // Finer than the picture itself would be a lie.
            scale: scale.clamp(*SCALES.start(), options.scale.max(*SCALES.start())),
        };
        let Some(asked) = &mut self.state.chrome.asked.picture else {
            return;
        };
        if asked.preview.wants(&question, |_| false) {
            let scale = question.scale;
            asked
                .preview
                .start(&self.room, "preview", question, move |progress| {
                    picture.draw(scale, progress)
                });
        }
        asked.show(ctx);
    }
}
