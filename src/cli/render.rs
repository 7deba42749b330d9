//! `render`: the map as a picture, with a caption that says what it shows.
//!
//! The picture is drawn by the code of the window, in a context without one.

use std::{io::Write, path::Path, sync::Arc};

use egui::ColorImage;

use super::{
    Exit,
    args::RenderArgs,
    bookmark_arg,
    failure::{Failure, require_output, say},
    frames::{self, Film},
    input::refuse_ending,
};
use crate::{
    data::Filter,
    io::{Destination, WriteErrorKind, save},
    map::{Pose, basemap::Basemap, overlays, picture},
    query::{Engine, WindowResult},
    session::Selection,
    text::{Catalogue, args},
    theme::{Shade, Theme},
    timeline::TimeState,
    ui::picture::{PictureContent, SIDES, SIZE, Sheet, can_be_drawn, fitting, title},
    work::Progress,
};

pub(super) fn run(
    arguments: &RenderArgs,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let filter = arguments.filter.filter(words)?;
    let mut sheet = sheet(arguments, words)?;
    let film = Film::of(arguments.step.as_deref(), arguments.cumulative, words)?;
    let (centre, zoom) = (centre(arguments, words)?, zoom(arguments, words)?);
    refuse_ending(&arguments.out, &["png"], words)?;
    let destination = arguments.input.destination(&arguments.out, words)?;
    let dataset = Arc::new(arguments.input.dataset(words)?);
    let filter = arguments.filter.meant(filter, &dataset, words)?;
    sheet.title = title(&dataset, words.lang());
    let bookmark = arguments.bookmark.find(&dataset, words)?;
    let filter = bookmark_arg::overlay(filter, bookmark.as_ref());
    let engine = Engine::of(&dataset, &filter, &Progress::unwatched())
        .unwrap_or_else(|| Engine::unready(&dataset));
    if let Some(bookmark) = &bookmark {
        sheet.overlays.follow(&bookmark.view.overlays);
    }
    arguments.overlays.turn(&mut sheet.overlays);
    let kept = bookmark.and_then(|bookmark| bookmark.view.camera);
    let fitting = kept.unwrap_or_else(|| fitting(&engine, &filter, sheet.room()));
    let pose = Pose {
        lon: centre.map_or(fitting.lon, |[lon, _]| lon),
        lat: centre.map_or(fitting.lat, |[_, lat]| lat),
        zoom: zoom.unwrap_or(fitting.zoom),
    };
    let shot = Shot {
        sheet: &sheet,
        engine: &engine,
        filter: &filter,
        pose,
    };
    if let Some(film) = film {
        return draw_film(arguments, shot, film, &destination, words);
    }
    let visible = engine.visible(&filter);
    let image = shot.draw(&visible, words)?;
    write(&image, &destination, words, out)?;
    Ok(Exit::Done)
}

/// All that a picture depends on but what its window shows.
#[derive(Clone, Copy)]
struct Shot<'a> {
    sheet: &'a Sheet,
    engine: &'a Engine,
    filter: &'a Filter,
    pose: Pose,
}

impl Shot<'_> {
    /// Draws the picture of what its filter shows.
    fn draw(self, visible: &WindowResult, words: &Catalogue) -> Result<ColorImage, Failure> {
        let basemap = Basemap::embedded().map_err(|error| {
            Failure::Usage(words.with("cli-no-basemap", args!(reason: error.to_string())))
        })?;
        let seen = PictureContent {
            engine: self.engine,
            visible,
            filter: self.filter,
            selection: Selection::default(),
            pose: self.pose,
        };
        Ok(self.sheet.draw(&basemap, &seen))
    }
}

/// Draws one picture a step, all from the same place.
fn draw_film(
    arguments: &RenderArgs,
    shot: Shot<'_>,
    film: Film,
    destination: &Destination,
    words: &Catalogue,
) -> Result<Exit, Failure> {
    let Shot { engine, filter, .. } = shot;
    if arguments.out == Path::new("-") {
        return Err(Failure::Usage(words.get("cli-film-output").to_owned()));
    }
    let dataset = engine.dataset();
    let extent = TimeState::extent_or_default(dataset.extent_in_time());
    let windows = film.windows(&frames::whole(&filter.window, extent));
    let windows = windows.ok_or_else(|| Failure::Usage(words.get("cli-film-long").to_owned()))?;
    let mut shown_before = None;
    let mut drawn = 0;
    for window in &windows {
        let filter = Filter {
            window: *window,
            ..filter.clone()
        };
        let visible = WindowResult::among(dataset, &filter, engine.matching());
        let rows = visible.rows.iter();
        let rows = rows.map(|shown| (shown.row, shown.relation.is_certain()));
        let shown = (rows.collect::<Vec<_>>(), visible.aged);
        if arguments.skip_same && shown_before.replace(shown.clone()) == Some(shown) {
            continue;
        }
        drawn += 1;
        let filter = &filter;
        let image = Shot { filter, ..shot }.draw(&visible, words)?;
        let destination = Destination {
            path: frames::numbered(&arguments.out, drawn, windows.len()),
            ..destination.clone()
        };
        write(&image, &destination, words, &mut std::io::sink())?;
    }
    let skipped = windows.len() - drawn;
    say(&words.with("cli-film", args!(n: drawn, skipped: skipped)));
    Ok(Exit::Done)
}

fn sheet(arguments: &RenderArgs, words: &Catalogue) -> Result<Sheet, Failure> {
    let shade = match arguments.theme.as_deref() {
        None | Some("light") => Shade::Light,
        Some("dark") => Shade::Dark,
        Some(other) => return Err(Failure::value(words, "--theme", other, "cli-reason-theme")),
    };
    let size = match &arguments.size {
        None => SIZE,
        Some(text) => pair(text, 'x')
            .filter(|sides: &[f32; 2]| sides.iter().all(|side| SIDES.contains(side)))
            .ok_or_else(|| Failure::value(words, "--size", text, "cli-reason-size"))?,
    };
    let scale = match &arguments.scale {
        None if can_be_drawn(size, 1.0) => 1.0,
        None => {
            let size = arguments.size.as_deref().unwrap_or_default();
            return Err(Failure::value(words, "--size", size, "cli-reason-size"));
        }
        Some(text) => text
            .parse()
            .ok()
            .filter(|scale| can_be_drawn(size, *scale))
            .ok_or_else(|| Failure::value(words, "--scale", text, "cli-reason-scale"))?,
    };
    Ok(Sheet {
        // The size is of the picture in pixels at scale 1, so that scale 2 is twice as fine.
        size: size.into(),
        scale,
        theme: Theme::of(shade),
        words: Catalogue::new(words.lang()),
        overlays: overlays::at_first(),
        title: String::new(),
        has_legend: true,
        marks_of_many: false,
    })
}

fn centre(arguments: &RenderArgs, words: &Catalogue) -> Result<Option<[f64; 2]>, Failure> {
    let Some(text) = &arguments.center else {
        return Ok(None);
    };
    pair(text, ',')
        .filter(|[lon, lat]: &[f64; 2]| lon.abs() <= 180.0 && lat.abs() <= 90.0)
        .map(Some)
        .ok_or_else(|| Failure::value(words, "--center", text, "cli-reason-center"))
}

fn zoom(arguments: &RenderArgs, words: &Catalogue) -> Result<Option<f64>, Failure> {
    let Some(text) = &arguments.zoom else {
        return Ok(None);
    };
    let zoom = text.parse().ok().filter(|zoom: &f64| {
        (crate::map::camera::MIN_ZOOM..=crate::map::camera::MAX_ZOOM).contains(zoom)
    });
    zoom.map(Some)
        .ok_or_else(|| Failure::value(words, "--zoom", text, "cli-reason-zoom"))
}

/// Returns two numbers with a sign between them.
fn pair<T: std::str::FromStr>(text: &str, between: char) -> Option<[T; 2]> {
    let (first, second) = text.split_once(between)?;
    let number = |text: &str| text.trim().parse().ok();
    Some([number(first)?, number(second)?])
}

fn write(
    image: &ColorImage,
    destination: &Destination,
    words: &Catalogue,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let bytes = picture::png(image)
        .map_err(|error| Failure::of_output_kind(WriteErrorKind::from(error)))?;
    if destination.path == Path::new("-") {
        require_output()?;
        return out.write_all(&bytes).map_err(Failure::of_output);
    }
    let saved = save::save_to(destination, |file| Ok(file.write_all(&bytes)?))?;
    if let Some(remark) = saved.remark(&destination.path, words) {
        say(&remark);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_centres_are_two_numbers() {
        assert_eq!(pair::<f32>("1280x800", 'x'), Some([1280.0, 800.0]));
        assert_eq!(pair::<f64>("-8, 12.6", ','), Some([-8.0, 12.6]));
        assert_eq!(pair::<f64>("-8", ','), None);
        assert_eq!(pair::<f32>("1280xhigh", 'x'), None);
    }
}
