//! The host of an address, in words.

use crate::{
    model::link::WebAddress,
    text::{Catalogue, args},
};

/// The host that a browser goes to; beside it how the record writes it, where that is something else.
pub fn host(words: &Catalogue, web: &WebAddress) -> String {
    match &web.written {
        None => web.host.clone(),
        Some(written) => {
            let arguments = args!(host: web.host.as_str(), written: written.as_str());
            words.with("link-host-written", arguments)
        }
    }
}
