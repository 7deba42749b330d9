//! The window driven by keys and pointer: panels, fields, menus and dialogs, without looking at pixels.

mod around;
mod authoring;
mod editing;
mod exporting;
mod keyboard;
mod keys;
mod languages;
mod layout;
mod long_words;
mod map_ui;
mod mapping_ui;
mod menus;
mod motion;
mod panels_ui;
mod reader;
mod reload;
mod restart;
mod room;
mod several_files;
mod shapes;
mod soak;
#[path = "../support/mod.rs"]
mod support;
mod table_ui;
mod timeline_ui;
mod typeset;
mod typing;
mod views;
