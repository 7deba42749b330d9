//! Sahelscope: a map that scrubs documented events honestly.
//!
//! This page is the architecture. A reader should hold the whole program in the head: layers whose
//! arrows only point down, one place that mutates, one thread that draws, one profile of a record.
//!
//! ```text
//! main ─► { app ─► ui ─► {command, settings}, cli } ─► map ─► {io, typeset} ─► session ─► query
//!                                             ─► data ─► {text, timeline, theme, suggest} ─► {model, scan, work}
//! ```
//!
//! | module | what it is |
//! |---|---|
//! | [`model`] | what a record is: EDTF dates, four bounds, places, claims, issues; no I/O, no pixels |
//! | [`scan`] | bytes of JSON and of tables to spans: the only walkers over bytes |
//! | [`work`] | work off the drawing thread: jobs, background queries, their progress; all threads |
//! | [`text`] | languages: the catalogue, bidirectional order, dates in words, folding for search |
//! | [`timeline`] | time as arithmetic: scale, calendar ticks, histogram, lanes, playback |
//! | [`suggest`] | a text to what it says: dates, places, quantities, actors, each with its rule |
//! | [`theme`] | every colour, size, font and mark shape |
//! | [`data`] | what is open: bytes, rows, columns; what is asked of it: the filter |
//! | [`query`] | one engine for what a filter shows of it, at any size: counts, lists, marks, the axis, search, order, differences |
//! | [`session`] | how what is open is looked at: view, bookmarks, history, selection |
//! | [`io`] | bytes to datasets and back; the only place that touches files |
//! | [`typeset`] | logical text to lines that egui can draw, Arabic included |
//! | [`map`] | rows to pixels; the only place that knows walkers |
//! | [`command`] | what panels may ask for, and the one table of actions |
//! | [`settings`] | what is remembered between sessions |
//! | [`ui`] | panels: each reads a context and pushes commands |
//! | [`app`] | the shell: the document that is open, dispatch, frame |
//! | [`cli`] | the same work without a window |
//!
//! A module may name those below it, and of its own row only itself; `tests/layers` reads the
//! sources and holds this, with a sentence for each breach; inside the modules too no file imports in a circle,
//! and files and functions are short. What the picture has beyond the obvious:
//! `query` lies above `text`, because a search folds words; `io` lies above `query`, because it writes what a filter
//! shows; `typeset` is a layer of its own, because map and panels both write and `text` knows no egui.
//!
//! # The file is the truth, columns are derived
//!
//! A [`data::Dataset`] keeps the bytes it was read from. Each record is a span of those bytes; the
//! [`data::Columns`] hold what filtering and drawing need; the full [`model::Record`] is parsed from
//! its span when somebody looks at it. So an export copies untouched features byte for byte, nothing is lost
//! or rounded, and what cannot be read is kept with a [`model::Issue`] and written back.
//!
//! # Certain and possible
//!
//! Every dated record has four bounds: its start lies in `[s1, s2]`, its end in `[t1, t2]`
//! ([`model::Span`]). In a [`model::Window`] `[a, b]`, both ends included, it is *certain* when `s2 <= b` and
//! `t1 >= a`, else *possible* when `s1 <= b` and `t2 >= a`, else *out*. One rule serves events and presences,
//! map and timeline, window and command line; [`query::Counts`] always add up.
//!
//! # One engine
//!
//! A [`query::Engine`] is made for a dataset and for all of a filter but its window and layers: within a frame where
//! that can be done, else off the drawing thread while the one before answers. It knows by itself when to
//! list every record and when to count; whoever asks never looks at how many there are.
//!
//! # One frame
//!
//! [`app::App`] first takes in finished jobs and lets time pass; then panels are drawn from a
//! read-only [`ui::PanelContext`] and push [`command::Commands`]; dispatch, the only code that mutates the
//! state, carries them out; the map is drawn last, so that it shows this frame's time. Nothing is repainted
//! unless something moves. What is derived is remembered under its whole question, so there is no invalidation.
//!
//! # Words
//!
//! Names are the field's. Where a word is the program's own, or is used in one exact sense, it is in the [`glossary`].

pub mod app;
pub mod cli;
pub mod command;
#[doc = include_str!("glossary.md")]
pub mod glossary {}
pub mod data;
pub mod io;
pub mod map;
pub mod model;
pub mod query;
pub mod scan;
pub mod session;
pub mod settings;
pub mod suggest;
pub mod text;
pub mod theme;
pub mod timeline;
pub mod typeset;
pub mod ui;
pub mod work;
