//! Sahelscope: a map that scrubs documented events honestly.

pub mod app;
pub mod cli;
pub mod command;
pub mod io;
pub mod map;
pub mod model;
pub mod settings;
pub mod store;
pub mod task;
pub mod text;
pub mod theme;
pub mod timeline;
pub mod typeset;
pub mod ui;
