//! The columns of a file as a whole: what they are called, and which have no place in the profile.

use sha2::{Digest as _, Sha256};

use super::{digest::hexadecimal, source_file::SourceFile};

impl SourceFile {
    /// The names of the columns, or of the properties of some records.
    #[must_use]
    pub fn property_names(&self) -> Vec<String> {
        if let Some(table) = &self.table {
            table.names.iter().map(ToString::to_string).collect()
        } else {
            let samples = self.sample_properties();
            samples.into_iter().map(|sample| sample.name).collect()
        }
    }

    /// The columns that have no place in the profile and are kept as extra properties.
    #[must_use]
    pub fn extras(&self) -> Vec<String> {
        if self.follows_profile() {
            return Vec::new();
        }
        let names = self.property_names();
        let mut extras = names.clone();
        extras.retain(|name| !self.mapping.uses(name) && !self.mapping.withholds(name));
        extras
    }

    /// The columns that the preset leaves out.
    #[must_use]
    pub fn withheld(&self) -> Vec<String> {
        // Names are looked for in the records: that is left alone where no preset leaves any out.
        if self
            .mapping
            .preset()
            .is_none_or(|it| it.withheld().is_empty())
        {
            return Vec::new();
        }
        let mut names = self.property_names();
        names.retain(|name| self.mapping.withholds(name));
        names
    }

    /// What tells one layout of columns from another: a digest of their names in order.
    #[must_use]
    pub fn layout_key(&self) -> String {
        let names = self.property_names().join("\u{1F}");
        hexadecimal(&Sha256::digest(names))
    }
}
