//! What is known or said of a whole file beside which property is which field, as an export writes it down: so that the
//! export is read as its file was.

use serde_json::{Map, Value, json};

use super::{Century, DateOrder, Field, Mapping, Zone};
use crate::model::crs::Crs;

impl Mapping {
    /// What is known or said of the file; nothing of one that needs no such word.
    #[must_use]
    pub fn said_of_file(&self) -> Map<String, Value> {
        let constants: Map<String, Value> = self
            .constants()
            .map(|(field, value)| (field.name().to_owned(), value.into()))
            .collect();
        let order = self.date_order.filter(|_| self.preset().is_none());
        let said = [
            ("date_order", order.map(|order| order.name().into())),
            ("epoch", self.epoch.map(|unit| json!(unit))),
            ("zone", self.zone.as_ref().map(|zone| zone.name().into())),
            (
                "century",
                self.century.map(|century| century.first_year().into()),
            ),
            (
                "set",
                (!constants.is_empty()).then(|| Value::from(constants)),
            ),
            (
                "otherwise",
                (!self.otherwise.is_empty()).then(|| json!(self.otherwise)),
            ),
            (
                "instead",
                (!self.instead.is_empty()).then(|| json!(self.instead)),
            ),
        ];
        let said = said.into_iter();
        said.filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }

    /// Reads the file as such words say; what makes no sense in them says nothing.
    pub fn follow(&mut self, said: &Map<String, Value>) {
        let text = |name: &str| said.get(name).and_then(Value::as_str);
        let parsed = |name: &str| said.get(name).cloned();
        if let Some(order) = text("date_order").and_then(DateOrder::from_name) {
            self.say_order(order);
        }
        if let Some(unit) = parsed("epoch").and_then(|it| serde_json::from_value(it).ok()) {
            self.epoch = Some(unit);
        }
        if let Some(zone) = text("zone").and_then(Zone::named) {
            self.zone = Some(zone);
        }
        self.is_swapped |= said.get("swapped").and_then(Value::as_bool) == Some(true);
        let crs = said.get("crs").map(ToString::to_string);
        if let Some(crs) = crs.as_deref().and_then(Crs::of_name) {
            self.say_crs(Some(crs), crs);
        }
        let century = said.get("century").map(ToString::to_string);
        if let Some(century) = century.as_deref().and_then(Century::named) {
            self.century = Some(century);
        }
        for (name, value) in said
            .get("set")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            if let (Some(field), Some(value)) = (Field::from_name(name), value.as_str()) {
                self.set_constant(field, Some(value));
            }
        }
        if let Some(names) = parsed("otherwise").and_then(|it| serde_json::from_value(it).ok()) {
            self.otherwise = names;
        }
        if let Some(names) = parsed("instead").and_then(|it| serde_json::from_value(it).ok()) {
            self.instead = names;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_file_is_said_again_of_its_export() {
        let mut mapping = Mapping::default();
        mapping.set(Field::Date, Some("when"));
        assert!(mapping.said_of_file().is_empty());
        mapping.zone = Zone::named("Africa/Bamako");
        mapping.century = Century::named("1900");
        mapping.say_order(DateOrder::Dmy);
        mapping.set_constant(Field::Kind, Some("presence"));
        mapping.otherwise = vec!["other".into()];
        mapping.set_instead("when", "then");
        let said = mapping.said_of_file();
        let mut again = Mapping::default();
        again.set(Field::Date, Some("when"));
        again.follow(&said);
        assert_eq!(again, mapping);
        let mut untouched = Mapping::default();
        untouched.follow(
            json!({"zone": "Nowhere", "set": 1, "century": "x"})
                .as_object()
                .unwrap(),
        );
        assert_eq!(untouched, Mapping::default());
    }
}
