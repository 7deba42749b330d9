//! The bar at the top and its menus.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use sahelscope::{command::Group, model::Lang, text::Catalogue, ui};

use super::{DrawnPart, Look};
use crate::support::world::World;

/// Looks at the menu of `group`, with a picture in the language `drawn_in`.
fn look(group: Group, drawn_in: Option<Lang>) {
    let look = Look {
        name: group.key(),
        size: [760.0, 700.0],
        draw: ui::menu::menu_ui,
        prepare: move |part: &mut DrawnPart, words: &Catalogue| {
            let button = part.get_by_role_and_label(Role::Button, words.get(group.key()));
            button.click();
            part.run_steps(4);
        },
    };
    look.compare(drawn_in, |_| World::bundled());
}

#[test]
fn files() {
    look(Group::File, Some(Lang::Ar));
}

#[test]
fn time() {
    look(Group::Time, None);
}

#[test]
fn the_map() {
    look(Group::Map, None);
}

#[test]
fn records() {
    look(Group::Record, None);
}

#[test]
fn analysis() {
    look(Group::Analysis, None);
}

#[test]
fn looks() {
    look(Group::View, None);
}
