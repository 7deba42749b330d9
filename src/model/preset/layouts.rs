//! What is known of each dataset: its marks, its columns, what they count.
//!
//! Headers are those of the public code books; names in lower case with underscores.

use super::{
    Preset,
    codes::{self, Counted},
};
use crate::model::{date_order::DateOrder, layer::Kind, mapping::Field};

/// What is known of a dataset.
pub(super) struct PresetLayout {
    /// The name on the command line.
    pub(super) name: &'static str,
    /// What the dataset calls itself.
    pub(super) title: &'static str,
    /// Columns that no other dataset has together; of each group one must be there.
    pub(super) marks: &'static [&'static [&'static str]],
    /// Which column stands for which field; where several stand for a list, in their order; later lines win where a
    /// field is no list.
    pub(super) columns: &'static [(Field, &'static str)],
    /// The columns that a date stands in a part each: a year, a month, a day.
    pub(super) parts: &'static [&'static str],
    /// What columns count.
    pub(super) counted: &'static [Counted],
    /// Columns that are read by a rule of the dataset, beside all of these.
    pub(super) understood: &'static [&'static str],
    /// Columns that are left out unless somebody asks for them.
    pub(super) withheld: &'static [&'static str],
    /// The order of numeric dates, where the dataset lays it down.
    pub(super) date_order: Option<DateOrder>,
    /// What every record of it is, where that is not told by its layer.
    pub(super) kind: Option<Kind>,
}

const NOTHING: PresetLayout = PresetLayout {
    name: "",
    title: "",
    marks: &[],
    columns: &[],
    parts: &[],
    counted: &[],
    understood: &[],
    withheld: &[],
    date_order: None,
    kind: None,
};

impl Preset {
    /// What is known of it.
    pub(super) const fn layout(self) -> &'static PresetLayout {
        match self {
            Self::Acled => &ACLED_EVENTS,
            Self::AcledMonthly => &ACLED_MONTHLY,
            Self::AcledWeekly => &ACLED_WEEKLY,
            Self::UcdpGed => &UCDP,
            Self::TimeMap => &TIMEMAP_EVENTS,
            Self::GeoConfirmed => &GEOCONFIRMED_EVENTS,
            Self::InsecurityInsight => &INSECURITY_INSIGHT,
            Self::ThreeW => &THREE_W,
            Self::Gdelt => &GDELT,
            Self::LinkedPlaces => &LINKED_PLACES,
            Self::DarwinCore => &DARWIN_CORE,
            Self::Usgs => &USGS,
            Self::OpenHistoricalMap => &OPEN_HISTORICAL_MAP,
            Self::Wikidata => &WIKIDATA,
            Self::Telegram => &TELEGRAM,
            Self::Sahelscope => &SAHELSCOPE_CSV,
        }
    }
}

static ACLED_EVENTS: PresetLayout = PresetLayout {
    name: "acled",
    title: "ACLED",
    marks: &[
        &["event_id_cnty", "data_id", "event_id_no_cnty"],
        &["event_date"],
        &["sub_event_type"],
        &["actor1"],
    ],
    columns: ACLED,
    counted: &[Counted::exactly(codes::DEATHS, "fatalities")],
    ..NOTHING
};

/// By month and district, as on the Humanitarian Data Exchange: violence, violence against civilians, demonstrations.
static ACLED_MONTHLY: PresetLayout = PresetLayout {
    name: "acled-monthly",
    title: "ACLED (HDX)",
    marks: &[
        &["admin1", "admin2", "country"],
        &["iso3"],
        &["month"],
        &["year"],
        &["events"],
    ],
    columns: &[
        (Field::Place, "country"),
        (Field::Place, "admin1"),
        (Field::Place, "admin2"),
    ],
    parts: &["year", "month"],
    counted: &[
        Counted::exactly(codes::EVENTS, "events"),
        Counted::exactly(codes::DEATHS, "fatalities"),
    ],
    kind: Some(Kind::Presence),
    ..NOTHING
};

/// By week and region.
static ACLED_WEEKLY: PresetLayout = PresetLayout {
    name: "acled-weekly",
    title: "ACLED (aggregated)",
    marks: &[
        &["week"],
        &["events"],
        &["event_type", "disorder_type"],
        &["population_exposure", "centroid_latitude"],
    ],
    columns: &[
        (Field::Date, "week"),
        (Field::Title, "sub_event_type"),
        (Field::Layer, "sub_event_type"),
        (Field::Place, "admin1"),
        (Field::Latitude, "centroid_latitude"),
        (Field::Longitude, "centroid_longitude"),
    ],
    counted: &[
        Counted::exactly(codes::EVENTS, "events"),
        Counted::exactly(codes::DEATHS, "fatalities"),
    ],
    kind: Some(Kind::Presence),
    ..NOTHING
};

static UCDP: PresetLayout = PresetLayout {
    name: "ucdp-ged",
    title: "UCDP GED",
    marks: &[
        &["type_of_violence"],
        &["date_prec"],
        &["where_prec"],
        &["date_start"],
        &["best", "best_est"],
    ],
    columns: UCDP_GED,
    counted: &[
        Counted::between(codes::DEATHS, ["low", "low_est"], ["high", "high_est"]),
        Counted::between(
            codes::DEATHS_BEST,
            ["best", "best_est"],
            ["best", "best_est"],
        ),
    ],
    understood: &["type_of_violence"],
    ..NOTHING
};

static TIMEMAP_EVENTS: PresetLayout = PresetLayout {
    name: "timemap",
    title: "TimeMap",
    marks: &[
        &["date"],
        &["latitude"],
        &["longitude"],
        &["description"],
        &["sources"],
        &["associations", "filters"],
    ],
    columns: TIMEMAP,
    date_order: Some(DateOrder::Mdy),
    ..NOTHING
};

static GEOCONFIRMED_EVENTS: PresetLayout = PresetLayout {
    name: "geoconfirmed",
    title: "GeoConfirmed",
    marks: &[&["pluscode"], &["faction"], &["geolocation"], &["date"]],
    columns: GEOCONFIRMED,
    understood: &["equipment"],
    withheld: &["units", "orbatunits"],
    ..NOTHING
};

/// Incidents against health care, aid workers, education and food, as on the Humanitarian Data Exchange.
static INSECURITY_INSIGHT: PresetLayout = PresetLayout {
    name: "insecurity-insight",
    title: "Insecurity Insight",
    marks: &[
        &["date"],
        &["reported_perpetrator"],
        &["reported_perpetrator_name"],
        &["weapon_carried/used"],
    ],
    columns: &[
        (Field::Id, "event_id"),
        (Field::Id, "sind_event_id"),
        (Field::Date, "date"),
        (Field::Summary, "event_description"),
        (Field::Summary, "event_public_description"),
        (Field::Place, "country"),
        (Field::Place, "admin_1"),
        (Field::Latitude, "latitude"),
        (Field::Longitude, "longitude"),
        (Field::Actors, "reported_perpetrator_name"),
    ],
    counted: &[
        Counted::exactly(codes::KILLED, "total_killed"),
        Counted::exactly(codes::INJURED, "total_injured"),
        Counted::exactly(codes::KIDNAPPED, "total_kidnapped"),
        Counted::exactly(codes::ARRESTED, "total_arrested"),
        Counted::exactly(codes::HEALTH_KILLED, "health_workers_killed"),
        Counted::exactly(codes::HEALTH_INJURED, "health_workers_injured"),
        Counted::exactly(codes::HEALTH_KIDNAPPED, "health_workers_kidnapped"),
        Counted::exactly(codes::HEALTH_ARRESTED, "health_workers_arrested"),
        Counted::exactly(codes::AID_KILLED, "aid_workers_killed"),
        Counted::exactly(codes::AID_INJURED, "aid_workers_injured"),
        Counted::exactly(codes::AID_KIDNAPPED, "aid_workers_kidnapped"),
        Counted::exactly(codes::AID_ARRESTED, "aid_workers_arrested"),
    ],
    ..NOTHING
};

/// Who does what where: a presence of an organisation. Each country has its own columns; these are the usual ones.
static THREE_W: PresetLayout = PresetLayout {
    name: "3w",
    title: "3W",
    marks: &[
        &[
            "organisation",
            "organization",
            "org",
            "org_name",
            "organisation_name",
            "implementing_organisation",
            "implementing_partner",
            "#org",
            "#org+name",
        ],
        &[
            "sector",
            "secteur",
            "cluster",
            "sector_cluster",
            "sector_name",
            "#sector",
            "#sector+name",
            "#sector+cluster",
        ],
        &[
            "admin1",
            "admin_1",
            "adm1",
            "adm1_name",
            "admin1_name",
            "admin1name",
            "region",
            "région",
            "#adm1",
            "#adm1+name",
        ],
    ],
    columns: &[
        (Field::Date, "date"),
        (Field::Date, "#date+start"),
        (Field::Date, "from_date"),
        (Field::Date, "date_debut"),
        (Field::Date, "date_de_début"),
        (Field::Date, "start_date"),
        (Field::Date, "reference_period_start"),
        (Field::EndDate, "#date+end"),
        (Field::EndDate, "to_date"),
        (Field::EndDate, "date_fin"),
        (Field::EndDate, "date_de_fin"),
        (Field::EndDate, "end_date"),
        (Field::EndDate, "reference_period_end"),
        (Field::Layer, "#sector"),
        (Field::Layer, "#sector+name"),
        (Field::Layer, "#sector+cluster"),
        (Field::Layer, "sector_cluster"),
        (Field::Layer, "sector_name"),
        (Field::Layer, "cluster"),
        (Field::Layer, "secteur"),
        (Field::Layer, "sector"),
        (Field::Title, "#activity"),
        (Field::Title, "activité"),
        (Field::Title, "activity"),
        (Field::Place, "#adm1"),
        (Field::Place, "#adm1+name"),
        (Field::Place, "région"),
        (Field::Place, "region"),
        (Field::Place, "admin_1"),
        (Field::Place, "adm1"),
        (Field::Place, "adm1_name"),
        (Field::Place, "admin1_name"),
        (Field::Place, "admin1name"),
        (Field::Place, "admin1"),
        (Field::Place, "cercle"),
        (Field::Place, "#adm2"),
        (Field::Place, "#adm2+name"),
        (Field::Place, "admin_2"),
        (Field::Place, "adm2"),
        (Field::Place, "adm2_name"),
        (Field::Place, "admin2_name"),
        (Field::Place, "admin2name"),
        (Field::Place, "admin2"),
        (Field::Latitude, "#geo+lat"),
        (Field::Latitude, "latitude"),
        (Field::Longitude, "#geo+lon"),
        (Field::Longitude, "longitude"),
        (Field::Actors, "#org"),
        (Field::Actors, "#org+name"),
        (Field::Actors, "org"),
        (Field::Actors, "org_name"),
        (Field::Actors, "organisation"),
        (Field::Actors, "organization"),
        (Field::Actors, "organisation_name"),
        (Field::Actors, "implementing_organisation"),
        (Field::Actors, "implementing_partner"),
    ],
    kind: Some(Kind::Presence),
    ..NOTHING
};

static GDELT: PresetLayout = PresetLayout {
    name: "gdelt",
    title: "GDELT",
    marks: &[
        &["globaleventid"],
        &["sqldate", "day"],
        &["quadclass"],
        &["actiongeo_lat"],
    ],
    columns: &[
        (Field::Id, "globaleventid"),
        (Field::Date, "day"),
        (Field::Date, "sqldate"),
        (Field::Reported, "dateadded"),
        (Field::Layer, "quadclass"),
        (Field::Place, "actiongeo_fullname"),
        (Field::PlacePrecision, "actiongeo_type"),
        (Field::Latitude, "actiongeo_lat"),
        (Field::Longitude, "actiongeo_long"),
        (Field::Actors, "actor1name"),
        (Field::Actors, "actor2name"),
        (Field::Sources, "sourceurl"),
    ],
    ..NOTHING
};

/// The delimited form of Linked Places; the other is GeoJSON with `when`.
static LINKED_PLACES: PresetLayout = PresetLayout {
    name: "linked-places",
    title: "Linked Places",
    marks: &[
        &["id"],
        &["title"],
        &["title_source"],
        &["start", "attestation_year"],
    ],
    columns: &[
        (Field::Id, "id"),
        (Field::Date, "attestation_year"),
        (Field::Date, "start"),
        (Field::EndDate, "end"),
        (Field::Title, "title"),
        (Field::Summary, "description"),
        (Field::Place, "title"),
        (Field::Latitude, "lat"),
        (Field::Longitude, "lon"),
        (Field::Geometry, "geowkt"),
        (Field::Sources, "title_source"),
    ],
    kind: Some(Kind::Presence),
    ..NOTHING
};

static DARWIN_CORE: PresetLayout = PresetLayout {
    name: "darwin-core",
    title: "Darwin Core",
    marks: &[
        &["eventdate"],
        &["decimallatitude", "footprintwkt"],
        &["basisofrecord", "occurrenceid", "scientificname"],
    ],
    columns: &[
        (Field::Id, "gbifid"),
        (Field::Id, "occurrenceid"),
        (Field::Date, "eventdate"),
        (Field::Title, "scientificname"),
        (Field::Summary, "occurrenceremarks"),
        (Field::Place, "verbatimlocality"),
        (Field::Place, "locality"),
        (Field::Geometry, "footprintwkt"),
        (Field::Latitude, "decimallatitude"),
        (Field::Longitude, "decimallongitude"),
        (Field::Sources, "bibliographiccitation"),
        (Field::Sources, "references"),
    ],
    counted: &[Counted::exactly(codes::INDIVIDUALS, "individualcount")],
    ..NOTHING
};

static USGS: PresetLayout = PresetLayout {
    name: "usgs",
    title: "USGS",
    marks: &[&["time"], &["mag"], &["magtype"], &["net"], &["gap"]],
    columns: &[
        (Field::Id, "id"),
        (Field::Date, "time"),
        (Field::Reported, "updated"),
        (Field::Layer, "type"),
        (Field::Title, "place"),
        (Field::Title, "title"),
        (Field::Place, "place"),
        (Field::Latitude, "latitude"),
        (Field::Longitude, "longitude"),
        (Field::Sources, "url"),
    ],
    ..NOTHING
};

static OPEN_HISTORICAL_MAP: PresetLayout = PresetLayout {
    name: "openhistoricalmap",
    title: "OpenHistoricalMap",
    marks: &[
        &["@id", "osm_id", "@type"],
        &["start_date", "start_date:edtf", "end_date", "end_date:edtf"],
    ],
    columns: &[
        (Field::Id, "osm_id"),
        (Field::Id, "@id"),
        (Field::Date, "start_date"),
        (Field::Date, "start_date:edtf"),
        (Field::EndDate, "end_date"),
        (Field::EndDate, "end_date:edtf"),
        (Field::Title, "name"),
        (Field::Summary, "description"),
        (Field::Sources, "source"),
    ],
    kind: Some(Kind::Presence),
    ..NOTHING
};

/// A table of the query service, whose names are those of the question that was asked; these are the usual ones.
static WIKIDATA: PresetLayout = PresetLayout {
    name: "wikidata",
    title: "Wikidata",
    marks: &[
        &["item", "item.value", "event", "event.value"],
        &[
            "itemlabel",
            "itemlabel.value",
            "eventlabel",
            "eventlabel.value",
        ],
        &[
            "precision",
            "dateprecision",
            "timeprecision",
            "startprecision",
            "precision.value",
            "dateprecision.value",
            "timeprecision.value",
            "startprecision.value",
        ],
    ],
    columns: &[
        (Field::Id, "event"),
        (Field::Id, "event.value"),
        (Field::Id, "item"),
        (Field::Id, "item.value"),
        (Field::Date, "time"),
        (Field::Date, "time.value"),
        (Field::Date, "starttime"),
        (Field::Date, "starttime.value"),
        (Field::Date, "start"),
        (Field::Date, "start.value"),
        (Field::Date, "pointintime"),
        (Field::Date, "pointintime.value"),
        (Field::Date, "date"),
        (Field::Date, "date.value"),
        (Field::EndDate, "endtime"),
        (Field::EndDate, "endtime.value"),
        (Field::EndDate, "end"),
        (Field::EndDate, "end.value"),
        (Field::DatePrecision, "startprecision"),
        (Field::DatePrecision, "startprecision.value"),
        (Field::DatePrecision, "timeprecision"),
        (Field::DatePrecision, "timeprecision.value"),
        (Field::DatePrecision, "dateprecision"),
        (Field::DatePrecision, "dateprecision.value"),
        (Field::DatePrecision, "precision"),
        (Field::DatePrecision, "precision.value"),
        (Field::EndPrecision, "endprecision"),
        (Field::EndPrecision, "endprecision.value"),
        (Field::Title, "eventlabel"),
        (Field::Title, "eventlabel.value"),
        (Field::Title, "itemlabel"),
        (Field::Title, "itemlabel.value"),
        (Field::Summary, "itemdescription"),
        (Field::Summary, "itemdescription.value"),
        (Field::Place, "placelabel"),
        (Field::Place, "placelabel.value"),
        (Field::Place, "locationlabel"),
        (Field::Place, "locationlabel.value"),
        (Field::Geometry, "coordinates"),
        (Field::Geometry, "coordinates.value"),
        (Field::Geometry, "coords"),
        (Field::Geometry, "coords.value"),
        (Field::Geometry, "location.value"),
        (Field::Geometry, "coordinate"),
        (Field::Geometry, "coordinate.value"),
        (Field::Geometry, "coord"),
        (Field::Geometry, "coord.value"),
    ],
    ..NOTHING
};

/// The messages of an exported channel: when each became known, and not when what it tells of happened.
static TELEGRAM: PresetLayout = PresetLayout {
    name: "telegram",
    title: "Telegram",
    marks: &[
        &["id"],
        &["date"],
        &["date_unixtime"],
        &["text_entities", "text"],
    ],
    columns: &[
        (Field::Id, "id"),
        (Field::Reported, "date_unixtime"),
        (Field::Title, "from"),
        (Field::Summary, "text"),
        (Field::Place, "address"),
        (Field::Place, "place_name"),
        (Field::Latitude, "location_information.latitude"),
        (Field::Longitude, "location_information.longitude"),
    ],
    understood: &["date"],
    ..NOTHING
};

static SAHELSCOPE_CSV: PresetLayout = PresetLayout {
    name: "sahelscope",
    title: "Sahelscope",
    marks: &[
        &["layer"],
        &["kind"],
        &["date"],
        &["place_precision"],
        &["start_earliest"],
        &["end_latest"],
    ],
    columns: SAHELSCOPE,
    ..NOTHING
};

const ACLED: &[(Field, &str)] = &[
    (Field::Id, "data_id"),
    (Field::Id, "event_id_no_cnty"),
    (Field::Id, "event_id_cnty"),
    (Field::Date, "event_date"),
    (Field::DatePrecision, "time_precision"),
    (Field::Reported, "timestamp"),
    (Field::Layer, "sub_event_type"),
    (Field::Title, "sub_event_type"),
    (Field::Summary, "notes"),
    (Field::Place, "location"),
    (Field::PlacePrecision, "geo_precision"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "actor1"),
    (Field::Actors, "assoc_actor_1"),
    (Field::Actors, "actor2"),
    (Field::Actors, "assoc_actor_2"),
    (Field::Sources, "source"),
];

const UCDP_GED: &[(Field, &str)] = &[
    (Field::Id, "id"),
    (Field::Date, "date_start"),
    (Field::EndDate, "date_end"),
    // The interval says the same in days, and always.
    (Field::DatePrecision, "date_prec"),
    (Field::Reported, "source_date"),
    (Field::Title, "dyad_name"),
    (Field::Summary, "source_headline"),
    (Field::Place, "where_coordinates"),
    (Field::PlacePrecision, "where_prec"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "side_a"),
    (Field::Actors, "side_b"),
    (Field::Sources, "source_office"),
];

const TIMEMAP: &[(Field, &str)] = &[
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Title, "location"),
    (Field::Summary, "description"),
    (Field::Place, "location"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Sources, "sources"),
];

const GEOCONFIRMED: &[(Field, &str)] = &[
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Title, "name"),
    (Field::Summary, "description"),
    (Field::Latitude, "latitude"),
    (Field::Longitude, "longitude"),
    (Field::Actors, "faction"),
    (Field::Sources, "source"),
    (Field::Sources, "geolocation"),
];

const SAHELSCOPE: &[(Field, &str)] = &[
    (Field::Id, "id"),
    (Field::Date, "date"),
    (Field::Reported, "reported"),
    (Field::Layer, "layer"),
    (Field::Kind, "kind"),
    (Field::Title, "title"),
    (Field::Summary, "summary"),
    (Field::Place, "place"),
    (Field::PlacePrecision, "place_precision"),
    (Field::Longitude, "longitude"),
    (Field::Latitude, "latitude"),
    (Field::Geometry, "geometry"),
    (Field::Status, "status"),
    (Field::Actors, "actors"),
    (Field::Sources, "sources"),
];
