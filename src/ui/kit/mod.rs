//! What panels are built from: marks, badges, chips, sections, rows of records.
//!
//! Nothing here holds state of the program; each piece draws a value and answers with a
//! [`egui::Response`]. Rows and columns follow the direction of the language (`flow`).

mod badge;
mod complain;
mod date;
mod field;
mod filled_button;
mod flow;
mod host;
mod keys;
mod line_button;
mod list;
mod mark;
mod memo;
mod menu;
mod number;
mod progress;
mod record_row;
mod scroll;
mod section;
mod steps;
mod switch;
mod then;
mod virtual_rows;
mod worded;

pub use badge::{
    chip, count_text, counts_head_ui, counts_ui, language_tag, pill, status_badge, status_icon,
    tint,
};
pub use complain::complain;
pub use date::date;
pub use field::{FieldResponse, SearchField, text_field};
pub use filled_button::filled_button;
pub use flow::{
    below, block_row, column, confined, fill, from_start, is_rtl, line, line_end, row, row_top,
    wrapped_row,
};
pub use host::host;
pub use keys::keys;
pub use line_button::{Line, line_button};
pub use list::{fold_list, list_opens};
pub use mark::{mark_ui, paint_mark};
pub use memo::memo;
pub use menu::{
    Choice, button_menu, choice, context_menu, entry_width, list_entry, menu_button, menu_entry,
    open_menu, sub_menu, ticked_entry,
};
pub use number::{Number, next_whole, number_field};
pub use progress::progress_bar;
pub use record_row::{RecordRow, let_go_of_hover, pass_on_hover, record_row};
pub use scroll::{scroll, scroll_by};
pub use section::{Section, section};
pub use steps::{step_buttons, step_icons};
pub use switch::switch;
pub use then::{status_text, status_ui, written_later};
pub use virtual_rows::virtual_rows;
pub use worded::{Worded, is_profile, set_apart, title};
