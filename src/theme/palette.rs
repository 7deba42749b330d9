//! The colours: paper and laterite by day, slate by night.
//!
//! Layers take the blue, vermilion, green and purple that stay apart for colour-blind readers
//! (Okabe and Ito), darkened on paper and lightened on slate until each reads on the map.

use super::Colour;

/// One shade's colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Behind panels.
    pub canvas: Colour,
    /// Cards, dialogs, menus.
    pub surface: Colour,
    /// Fields and resting buttons.
    pub field: Colour,
    /// Buttons under the pointer.
    pub hover: Colour,
    /// Lines between panels and around cards.
    pub outline: Colour,
    /// Lines around fields.
    pub outline_strong: Colour,
    /// Text.
    pub text: Colour,
    /// Text that matters less.
    pub text_weak: Colour,
    /// What is on, selected, focused or leads somewhere.
    pub accent: Colour,
    /// The window of time and what moves it.
    pub time: Colour,
    /// A wash of it behind the axis.
    pub time_wash: Colour,
    /// Text on the accent and on the colour of time.
    pub on_accent: Colour,
    /// A wash of the accent behind what is selected.
    pub accent_wash: Colour,
    /// Behind dialogs.
    pub scrim: Colour,
    /// Shadows of floating things.
    pub shadow: Colour,
    /// Something is wrong.
    pub error: Colour,
    /// Something wants attention.
    pub warning: Colour,
    /// Something went well.
    pub success: Colour,
    /// The edge that lifts a mark or a label off the map.
    pub halo: Colour,
    /// Bars of the histogram.
    pub density: Colour,
    /// How many records lie where, on the map.
    pub crowd: Colour,

    /// Layer of deployments.
    pub deployment: Colour,
    /// Layer of incidents.
    pub incident: Colour,
    /// Layer of deliveries.
    pub delivery: Colour,
    /// Layer of context.
    pub context: Colour,
    /// Foreign layers, in turn.
    pub foreign: [Colour; 8],

    /// Status badges.
    pub confirmed: Colour,
    /// Status badges.
    pub reported: Colour,
    /// Status badges.
    pub claimed: Colour,
    /// Status badges.
    pub disputed: Colour,
    /// Status badges.
    pub speculated: Colour,
    /// Status badges.
    pub denied: Colour,
}

const fn rgb(hex: u32) -> Colour {
    Colour::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// By day.
pub const LIGHT: Palette = Palette {
    canvas: rgb(0x00FA_F8F4),
    surface: rgb(0x00FF_FFFF),
    field: rgb(0x00F1_EDE6),
    hover: rgb(0x00E8_E2D8),
    outline: rgb(0x00E0_D9CD),
    outline_strong: rgb(0x00A8_9F91),
    text: rgb(0x0024_211D),
    text_weak: rgb(0x0069_6156),
    accent: rgb(0x0043_49A8),
    time: rgb(0x009A_4A1C),
    time_wash: rgb(0x00F6_E3D8),
    on_accent: rgb(0x00FF_FFFF),
    accent_wash: rgb(0x00E4_E5F8),
    scrim: Colour::from_rgba_premultiplied(12, 10, 8, 96),
    shadow: Colour::from_rgba_premultiplied(0, 0, 0, 40),
    error: rgb(0x00B3_261E),
    warning: rgb(0x008A_5A00),
    success: rgb(0x001E_6B3C),
    halo: rgb(0x00FF_FFFF),
    density: rgb(0x00D8_CFC1),
    crowd: rgb(0x006B_2C91),
    deployment: rgb(0x0000_5F99),
    incident: rgb(0x00C4_1E3A),
    delivery: rgb(0x0000_7857),
    context: rgb(0x0082_4B8F),
    foreign: [
        rgb(0x008C_6A00),
        rgb(0x0047_6A7A),
        rgb(0x0099_3355),
        rgb(0x004D_7A1F),
        rgb(0x0000_7A8C),
        rgb(0x007D_4A2A),
        rgb(0x00A8_2C94),
        rgb(0x0033_418F),
    ],
    confirmed: rgb(0x001E_6B3C),
    reported: rgb(0x0000_5F99),
    claimed: rgb(0x006B_5B00),
    disputed: rgb(0x00B0_3A00),
    speculated: rgb(0x0070_4A8A),
    denied: rgb(0x0069_6156),
};

/// By night.
pub const DARK: Palette = Palette {
    canvas: rgb(0x0016_1A1E),
    surface: rgb(0x001F_2429),
    field: rgb(0x0029_2F35),
    hover: rgb(0x0035_3C43),
    outline: rgb(0x0030_373E),
    outline_strong: rgb(0x0069_7580),
    text: rgb(0x00EC_E8E1),
    text_weak: rgb(0x00A6_AEB5),
    accent: rgb(0x00AE_B6FF),
    time: rgb(0x00E8_A06C),
    time_wash: rgb(0x0047_2E22),
    on_accent: rgb(0x0021_130A),
    accent_wash: rgb(0x002C_3052),
    scrim: Colour::from_rgba_premultiplied(0, 0, 0, 150),
    shadow: Colour::from_rgba_premultiplied(0, 0, 0, 110),
    error: rgb(0x00FF_8A80),
    warning: rgb(0x00F2_C14E),
    success: rgb(0x0078_D19A),
    halo: rgb(0x0010_1418),
    density: rgb(0x003C_454D),
    crowd: rgb(0x00C9_A2F0),
    deployment: rgb(0x0056_B4E9),
    incident: rgb(0x00FF_7C85),
    delivery: rgb(0x0033_C79B),
    context: rgb(0x00D1_9BE0),
    foreign: [
        rgb(0x00E3_C04A),
        rgb(0x008F_B8C9),
        rgb(0x00F0_8AAA),
        rgb(0x00A4_D06A),
        rgb(0x004F_D1D9),
        rgb(0x00D2_A679),
        rgb(0x00F0_8AE6),
        rgb(0x009F_A8FF),
    ],
    confirmed: rgb(0x0078_D19A),
    reported: rgb(0x0056_B4E9),
    claimed: rgb(0x00E3_C04A),
    disputed: rgb(0x00FF_8A4C),
    speculated: rgb(0x00D1_9BE0),
    denied: rgb(0x00A6_AEB5),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2).
    fn luminance(colour: Colour) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_reads_at_4_5_to_1_on_every_ground() {
        for palette in [LIGHT, DARK] {
            let grounds = [palette.canvas, palette.surface, palette.field];
            let inks = [
                palette.text,
                palette.text_weak,
                palette.accent,
                palette.time,
                palette.error,
                palette.warning,
                palette.success,
            ];
            for ground in grounds {
                for ink in inks {
                    let ratio = contrast(ink, ground);
                    assert!(ratio >= 4.5, "{ink:?} on {ground:?}: {ratio:.2}");
                }
            }
            for ground in [palette.accent, palette.time] {
                assert!(contrast(palette.on_accent, ground) >= 4.5);
            }
        }
    }

    /// `ink` laid thinly over `ground`, as badges lay the colour of a status over a card.
    fn tinted(ink: Colour, ground: Colour, share: f32) -> Colour {
        let mix = |a: u8, b: u8| (f32::from(a) * share + f32::from(b) * (1.0 - share)) as u8;
        Colour::from_rgb(
            mix(ink.r(), ground.r()),
            mix(ink.g(), ground.g()),
            mix(ink.b(), ground.b()),
        )
    }

    #[test]
    fn what_is_pointed_at_or_chosen_still_reads_at_4_5_to_1() {
        for palette in [LIGHT, DARK] {
            for ground in [palette.hover, palette.accent_wash] {
                for ink in [palette.text, palette.text_weak, palette.accent] {
                    let ratio = contrast(ink, ground);
                    assert!(ratio >= 4.5, "{ink:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn badges_read_at_4_5_to_1_on_their_tint() {
        for palette in [LIGHT, DARK] {
            let inks = [
                palette.confirmed,
                palette.reported,
                palette.claimed,
                palette.disputed,
                palette.speculated,
                palette.denied,
            ];
            for ink in inks {
                for ground in [palette.surface, palette.canvas] {
                    let tint = tinted(ink, ground, 0.11);
                    let ratio = contrast(ink, tint);
                    assert!(ratio >= 4.5, "{ink:?} on {tint:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn layers_and_statuses_read_at_4_5_to_1_on_cards() {
        for palette in [LIGHT, DARK] {
            let inks = [
                palette.deployment,
                palette.incident,
                palette.delivery,
                palette.context,
                palette.confirmed,
                palette.reported,
                palette.claimed,
                palette.disputed,
                palette.speculated,
                palette.denied,
            ];
            for ink in inks.into_iter().chain(palette.foreign) {
                let ratio = contrast(ink, palette.surface);
                assert!(ratio >= 4.5, "{ink:?}: {ratio:.2}");
            }
        }
    }
}
