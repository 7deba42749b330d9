//! The bar at the top and its menus.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use sahelscope::{command::Group, text::Words, ui};

use super::{Look, Part};
use crate::support::world::World;

/// A picture of the menu of `group` in each language.
fn look(group: Group) {
    let look = Look {
        name: group.key(),
        size: [760.0, 700.0],
        draw: ui::menu::menu_ui,
        prepare: move |part: &mut Part, words: &Words| {
            let button = part.get_by_role_and_label(Role::Button, words.get(group.key()));
            button.click();
            part.run_steps(4);
        },
    };
    look.in_each_language(|_| World::bundled());
}

#[test]
fn files() {
    look(Group::File);
}

#[test]
fn time() {
    look(Group::Time);
}

#[test]
fn the_map() {
    look(Group::Map);
}

#[test]
fn records() {
    look(Group::Record);
}

#[test]
fn analysis() {
    look(Group::Analysis);
}

#[test]
fn looks() {
    look(Group::View);
}
