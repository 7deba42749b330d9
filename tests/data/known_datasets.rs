//! Datasets with the columns that their publishers document; every row is made up.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::sync::Arc;

use sahelscope::{
    data::{Dataset, FileOrigin},
    io::{Watch, read::read_part},
    model::{IssueKind, Lang, Record, RowId, preset::Preset},
};

fn opened(name: &str, text: &str) -> Dataset {
    let bytes = text.as_bytes().to_vec();
    let part = read_part(name, FileOrigin::Stdin, bytes, &Watch::nobody()).unwrap();
    Dataset::from_parts(vec![part])
}

fn records(dataset: &Dataset) -> Vec<Arc<Record>> {
    let rows: Vec<RowId> = dataset.rows().collect();
    rows.into_iter()
        .map(|row| dataset.record(row).unwrap())
        .collect()
}

fn date(record: &Record) -> &str {
    record.date.as_ref().map_or("", |date| date.text())
}

fn kinds(dataset: &Dataset) -> Vec<IssueKind> {
    dataset
        .issues()
        .iter()
        .map(|filed| filed.issue.kind)
        .collect()
}

fn preset(dataset: &Dataset) -> Option<Preset> {
    dataset.parts().first().unwrap().mapping.preset()
}

#[test]
fn answers_of_wikidata_are_as_exact_as_their_precision_says() {
    let table = "item,itemLabel,date,precision,coord\n\
        http://www.wikidata.org/entity/Q1,a,2012-03-22T00:00:00Z,11,Point(-4.18 14.48)\n\
        http://www.wikidata.org/entity/Q2,b,2012-03-01T00:00:00Z,10,Point(-4.18 14.48)\n\
        http://www.wikidata.org/entity/Q3,c,2012-01-01T00:00:00Z,9,Point(-4.18 14.48)\n";
    let dataset = opened("query.csv", table);
    assert_eq!(preset(&dataset), Some(Preset::Wikidata));
    let read = records(&dataset);
    let dates: Vec<&str> = read.iter().map(|it| date(it)).collect();
    assert_eq!(dates, ["2012-03-22", "2012-03", "2012"]);
}

#[test]
fn the_last_day_of_a_span_of_wikidata_has_a_precision_of_its_own() {
    let item = |end: &str, precision: &str| {
        format!(
            r#"{{"item":"http://www.wikidata.org/entity/Q1","itemLabel":"a","start":"2012-03-22T00:00:00Z","startPrecision":"11",
            "end":"{end}","endPrecision":"{precision}","coord":"Point(-4.18 14.48)"}}"#
        )
    };
    let both = [
        item("2013-04-01T00:00:00Z", "10"),
        item("2014-01-01T00:00:00Z", "9"),
    ];
    let dataset = opened("query.json", &format!("[{}]", both.join(",")));
    let read = records(&dataset);
    let dates: Vec<&str> = read.iter().map(|it| date(it)).collect();
    assert_eq!(dates, ["2012-03-22/2013-04", "2012-03-22/2014"]);
}

#[test]
fn answers_of_wikidata_with_their_types_are_read_by_their_values() {
    let text = r#"{"head":{"vars":["item","itemLabel","date","precision","coord"]},"results":{"bindings":[{
        "item":{"type":"uri","value":"http://www.wikidata.org/entity/Q3"},
        "itemLabel":{"xml:lang":"en","type":"literal","value":"Battle c"},
        "date":{"datatype":"http://www.w3.org/2001/XMLSchema#dateTime","type":"literal","value":"2012-01-01T00:00:00Z"},
        "precision":{"datatype":"http://www.w3.org/2001/XMLSchema#integer","type":"literal","value":"9"},
        "coord":{"datatype":"http://www.opengis.net/ont/geosparql#wktLiteral","type":"literal","value":"Point(-4.18 14.48)"}}]}}"#;
    let dataset = opened("sparql.json", text);
    assert_eq!(kinds(&dataset), []);
    let read = records(&dataset);
    let record = read.first().unwrap();
    assert_eq!(date(record), "2012");
    assert_eq!(record.title.text(Lang::En), "Battle c");
    assert!(record.geometry.is_some());
}

/// A channel, with the members of the program that exports it.
const CHANNEL: &str = r#"{"name":"Made up","type":"public_channel","id":1234567890,"messages":[
 {"id":1,"type":"service","date":"2022-01-01T10:00:00","date_unixtime":"1641027600","actor":"Made up",
  "actor_id":"channel1234567890","action":"create_channel","title":"Made up","text":"","text_entities":[]},
 {"id":2,"type":"message","date":"2022-03-30T18:05:00","date_unixtime":"1648659900","from":"Made up",
  "from_id":"channel1234567890","text":["Helicopters over ",{"type":"bold","text":"Moura"},"."],
  "text_entities":[{"type":"plain","text":"Helicopters over "},{"type":"bold","text":"Moura"},{"type":"plain","text":"."}]},
 {"id":3,"type":"message","date":"2022-03-30T19:05:00","date_unixtime":"1648663500","edited":"2022-03-30T19:10:00",
  "edited_unixtime":"1648663800","from":"Made up","from_id":"channel1234567890","place_name":"Sévaré","address":"Airport\x0Broad",
  "location_information":{"latitude":14.52,"longitude":-4.09},"text":"","text_entities":[]}]}"#;

#[test]
fn messages_of_a_channel_are_known_from_their_time_and_their_texts_are_whole() {
    let dataset = opened("result.json", CHANNEL);
    assert_eq!(preset(&dataset), Some(Preset::Telegram));
    assert_eq!(kinds(&dataset), [IssueKind::EscapeUnknown]);
    let read = records(&dataset);
    let reported: Vec<&str> = read
        .iter()
        .map(|it| it.reported.as_ref().unwrap().text())
        .collect();
    assert_eq!(reported[1], "2022-03-30T17:05:00Z");
    assert_eq!(read[1].summary.text(Lang::En), "Helicopters over Moura.");
    assert_eq!(read[2].place.name.text(Lang::En), "Sévaré");
    assert!(read[2].geometry.is_some() && read.iter().all(|it| it.date.is_none()));
    let written = dataset.feature(dataset.rows().nth(1).unwrap());
    assert!(written.contains("Helicopters over Moura."), "{written}");
}

#[test]
fn operational_presence_of_the_humanitarian_data_exchange_is_a_presence_of_its_period() {
    let table = "location_code,has_hrp,in_gho,provider_admin1_name,provider_admin2_name,admin1_code,admin1_name,admin2_code,admin2_name,\
        admin_level,org_acronym,org_name,org_type_description,sector_code,sector_name,reference_period_start,reference_period_end\n\
        #country+code,#meta+has_hrp,#meta+in_gho,#adm1+name+provider,#adm2+name+provider,#adm1+code,#adm1+name,#adm2+code,#adm2+name,\
        #adm+level,#org+acronym,#org+name,#org+type+description,#sector+code+type,#sector+name+type,#date+start,#date+end\n\
        MLI,True,True,Mopti,Mopti,ML05,Mopti,ML0501,Mopti,2,MU,Made up,NGO,HEA,Health,2024-01-01T00:00:00,2024-03-31T23:59:59\n";
    let dataset = opened("hdx.csv", table);
    assert_eq!(preset(&dataset), Some(Preset::ThreeW));
    let read = records(&dataset);
    let record = read.first().unwrap();
    // A midnight without a zone is the day, whose text stays as it is.
    assert_eq!(date(record), "2024-01-01T00:00:00/2024-03-31");
    let bounds = record.date.as_ref().unwrap().bounds();
    assert_eq!(bounds.length(), 91 * 86_400);
    assert_eq!(record.actors.first().map(|it| &**it), Some("Made up"));
    assert_eq!(record.place.name.text(Lang::En), "Mopti");
}

#[test]
fn earthquakes_are_read_from_the_table_and_from_the_feed() {
    let table = "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,horizontalError,depthError,\
        magError,magNst,status,locationSource,magSource\n\
        2025-03-17T10:31:08.290Z,14.5,-4.1,4.47,2.54,md,27,44,0.18,0.15,us,us1,2025-03-17T12:42:18.823Z,\"10 km NNE of Nowhere\",earthquake,\
        0.27,1.8,0.17,26,automatic,us,us\n";
    let feed = r#"{"type":"FeatureCollection","metadata":{"generated":1,"title":"USGS","status":200,"api":"1.10.3","count":1},"features":[
        {"type":"Feature","properties":{"mag":2.54,"place":"10 km NNE of Nowhere","time":1742207468290,"updated":1742215338823,"tz":null,
        "url":"https://earthquake.usgs.gov/earthquakes/eventpage/us1","detail":"","felt":null,"cdi":null,"mmi":null,"alert":null,
        "status":"automatic","tunami":0,"sig":99,"net":"us","code":"1","ids":",us1,","sources":",us,","types":",origin,","nst":27,
        "dmin":0.18,"rms":0.15,"gap":44,"magType":"md","type":"earthquake","title":"M 2.5 - 10 km NNE of Nowhere"},
        "geometry":{"type":"Point","coordinates":[-4.1,14.5,4.47]},"id":"us1"}],"bbox":[-4.1,14.5,4.47,-4.1,14.5,4.47]}"#;
    for (name, text) in [("all.csv", table), ("all.geojson", feed)] {
        let dataset = opened(name, text);
        assert_eq!(preset(&dataset), Some(Preset::Usgs), "{name}");
        assert_eq!(kinds(&dataset), [], "{name}");
        let read = records(&dataset);
        let record = read.first().unwrap();
        assert!(date(record).starts_with("2025-03-17T10:31:08"), "{name}");
        assert_eq!(record.id.as_ref().unwrap().as_str(), "us1", "{name}");
    }
}
