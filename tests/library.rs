//! The kept scenarios: nothing is lost by an edit, a second window or a damaged file.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::export::library::file::{Doubt, NoScenarios, read, write};
use ombuigen::export::library::{Change, Kept, Library, NAME_LENGTH, NOTE_LENGTH, Namesake, Refused, Unfit};
use proptest::prelude::*;

const LINK: &str = "v=1&d=2019.1&t=37641003&base.pgb=3100000&reden.base.pgb=jaarrekening%202018";
const OTHER: &str = "v=1&d=2019.1&t=43023519&s=geen";

fn kept(name: &str, link: &str, minute: u32) -> Kept {
    let saved = format!("2026-11-22T19:{minute:02}:00.000Z");
    Kept::typed(name, "", saved, link.to_string()).expect("a name")
}

fn names(library: &Library) -> Vec<&str> {
    library.kept().iter().map(|kept| kept.name.as_str()).collect()
}

fn three() -> Library {
    Library::of(vec![kept("A", LINK, 1), kept("B", OTHER, 2), kept("C", LINK, 3)])
}

/// Makes an edit and gives the library after it, with the change as it was made.
fn after(library: &Library, change: Change) -> (Library, Change) {
    let mut next = library.clone();
    let done = next.apply(change);
    (next, done)
}

#[test]
fn the_newest_stand_first_and_every_edit_can_be_taken_back() {
    let library = three();
    assert_eq!(names(&library), ["C", "B", "A"]);
    let b = library.named("B").expect("B");
    let renamed = Kept { name: "D".to_string(), note: "voor de raad".to_string(), ..b.clone() };
    let edits = [
        library.save(kept("D", OTHER, 4), Namesake::Ask),
        library.save(kept("A", OTHER, 4), Namesake::Replace),
        library.save(kept("A", OTHER, 4), Namesake::Beside),
        library.rewrite(b, renamed),
        library.copy(b, "2026-11-23T08:00:00.000Z".to_string()),
        library.delete(b),
    ];
    let expected: [&[&str]; 6] = [
        &["D", "C", "B", "A"],
        &["A", "C", "B"],
        &["A (2)", "C", "B", "A"],
        &["C", "D", "A"],
        &["B (2)", "C", "B", "A"],
        &["C", "A"],
    ];
    for (edit, expected) in edits.into_iter().zip(expected) {
        let (next, done) = after(&library, edit.expect("an edit"));
        assert_eq!(names(&next), expected);
        assert_eq!(after(&next, done.reversed()).0, library, "back from {expected:?}");
    }
}

#[test]
fn a_name_that_is_taken_is_asked_about_and_said() {
    let library = three();
    let a = library.named("A").expect("A").clone();
    assert_eq!(library.save(kept("A", OTHER, 9), Namesake::Ask), Err(Refused::Taken(a.clone())));
    assert_eq!(library.save(kept("A", LINK, 9), Namesake::Ask), Err(Refused::There("A".to_string())));
    let b = library.named("B").expect("B");
    let refused = library.rewrite(b, Kept { name: "A".to_string(), ..b.clone() }).expect_err("taken");
    assert_eq!(refused.to_string(), "Er is al een scenario met de naam “A”. Kies een andere naam.");
    assert_eq!(library.rewrite(b, b.clone()), Ok(Change::default()), "nothing typed is no edit");
}

/// Two windows read, then both write: what the one did stays when the other goes on.
#[test]
fn an_edit_is_made_to_what_is_there_now() {
    let library = three();
    let b = library.named("B").expect("B").clone();
    let delete = library.delete(&b).expect("an edit");
    let (without, done) = after(&library, delete.clone());
    let (meanwhile, _) = after(&without, without.save(kept("B", LINK, 5), Namesake::Ask).expect("an edit"));
    assert_eq!(names(&after(&meanwhile, done.reversed()).0), ["B", "C", "B (2)", "A"]);
    assert_eq!(after(&without, delete).1, Change::default(), "what is gone cannot go again");
    let gone = without.delete(&b).expect_err("gone");
    assert!(gone.to_string().starts_with("“B” is intussen ergens anders gewijzigd of verwijderd"));
}

#[test]
fn importing_twice_doubles_nothing_and_pushes_nothing_aside() {
    let library = three();
    let theirs = vec![kept("A", LINK, 1), kept("B", LINK, 2), kept("E", OTHER, 5)];
    let import = || Change { removed: Vec::new(), added: theirs.clone() };
    let (once, done) = after(&library, import());
    assert_eq!(names(&once), ["E", "C", "B", "B (2)", "A"]);
    assert_eq!(done.added.len(), 2);
    assert_eq!(after(&once, import()), (once.clone(), Change::default()));
    let noted = Kept { note: "andere notitie".to_string(), ..kept("A", LINK, 1) };
    let (beside, _) = after(&once, Change { removed: Vec::new(), added: vec![noted] });
    assert!(beside.named("A (2)").is_some_and(|kept| kept.note == "andere notitie"), "a note is not lost");
}

#[test]
fn names_are_text_and_nothing_else() {
    let typed = |name: &str| Kept::typed(name, "", String::new(), LINK.to_string()).map(|kept| kept.name);
    for odd in ["<script>alert(1)</script>", "\"; DROP TABLE", "👩‍👩‍👧‍👦 & 💶", "תרחיש", "“a” \\ {}", "Ω≈ç√"]
    {
        assert_eq!(typed(odd), Ok(odd.to_string()));
    }
    assert_eq!(typed("  a\t\n b \u{7}"), Ok("a b".to_string()));
    assert_eq!(
        typed("tekort \u{202e}51 nlm\u{202c}"),
        Ok("tekort 51 nlm".to_string()),
        "nothing turns the words around it"
    );
    for blank in ["", "   ", "\u{200b}\u{feff}", "\n\t"] {
        assert_eq!(typed(blank), Err(Unfit::NoName), "{blank:?}");
    }
    assert_eq!(typed(&"é".repeat(NAME_LENGTH)), Ok("é".repeat(NAME_LENGTH)));
    assert_eq!(typed(&"é".repeat(500)), Err(Unfit::LongName(500)));
    let note = Kept::typed("a", &"x".repeat(NOTE_LENGTH + 1), String::new(), LINK.to_string());
    assert_eq!(note, Err(Unfit::LongNote(NOTE_LENGTH + 1)));
    let long = Library::of(vec![kept(&"x".repeat(NAME_LENGTH), LINK, 1), kept(&"x".repeat(NAME_LENGTH), OTHER, 2)]);
    assert!(long.kept().iter().all(|kept| kept.name.chars().count() == NAME_LENGTH), "a number fits in the length");
    assert_eq!(long.kept().len(), 2);
}

#[test]
fn the_file_is_the_one_that_was_promised() {
    let text = write(&Library::of(vec![kept("A", LINK, 1)]));
    let expected = concat!(
        "{\n  \"bestand\": \"ombuigen-scenarios\",\n  \"versie\": 1,\n  \"scenarios\": [\n    {\n",
        "      \"naam\": \"A\",\n      \"notitie\": \"\",\n      \"bewaard\": \"2026-11-22T19:01:00.000Z\",\n",
        "      \"link\": \"v=1&d=2019.1&t=37641003&base.pgb=3100000&reden.base.pgb=jaarrekening%202018\"\n    }\n  ]\n}",
    );
    assert_eq!(text, expected);
}

#[test]
fn a_foreign_file_is_refused_with_what_was_expected() {
    let foreign =
        ["%PDF-1.7 {<</Type /Page>>}", "{\"link\": \"https://elders\"}", "[1, 2]", "\u{fffd}PNG{{{", "{", "null"];
    for text in foreign {
        let why = read(text).expect_err(text);
        assert_eq!(why, NoScenarios::Foreign);
        assert!(why.to_string().contains("begint met ombuigen-scenarios en eindigt op .json"), "{why}");
    }
    assert_eq!(read("\u{feff} \n"), Err(NoScenarios::Empty));
    assert_eq!(
        read("{\"bestand\": \"ombuigen-scenarios\", \"versie\": 1, \"scenarios\": []}").map(|r| r.kept),
        Ok(Vec::new())
    );
}

/// Wherever the text is cut or hit, the scenarios that are whole are read.
#[test]
fn of_a_damaged_file_everything_whole_is_kept() {
    let library = three();
    let text = write(&library);
    let second = text.find("\"B\"").expect("B");
    let cut = read(&text[..second]).expect("a part");
    assert_eq!((names(&Library::of(cut.kept)), cut.doubts), (vec!["C"], vec![Doubt::Broken]));
    let hit = read(&format!("{}\u{0}{}", &text[..second], &text[second..])).expect("a part");
    assert_eq!((names(&Library::of(hit.kept)), hit.doubts), (vec!["C", "A"], vec![Doubt::Broken]));
    let headless = read(&text[text.find('[').expect("a list")..]).expect("a part");
    assert_eq!(Library::of(headless.kept), library);
}

#[test]
fn a_later_file_is_read_as_far_as_this_version_can() {
    let text = write(&three()).replace("\"versie\": 1", "\"versie\": 2").replace("\"scenarios\"", "\"mappen\"");
    let later = read(&text).expect("scenarios");
    assert_eq!((names(&Library::of(later.kept)), &later.doubts[..]), (vec!["C", "B", "A"], &[Doubt::Later(2)][..]));
    assert!(later.doubts[0].to_string().contains("nieuwere versie (2)"));
}

#[test]
fn entries_that_are_not_right_are_named_and_the_rest_kept() {
    let long = "n".repeat(NAME_LENGTH + 1);
    let text = format!(
        "{{\"bestand\": \"ombuigen-scenarios\", \"versie\": 1, \"scenarios\": [{}]}}",
        [
            "7".to_string(),
            "{\"naam\": \"zonder link\"}".to_string(),
            format!("{{\"naam\": 3, \"link\": \"#{OTHER}\"}}"),
            format!("{{\"naam\": \"{long}\", \"link\": \"{LINK}\"}}"),
            "{\"naam\": \"kapotte link\", \"link\": \"onzin\"}".to_string(),
        ]
        .join(",")
    );
    let reading = read(&text).expect("scenarios");
    assert_eq!(reading.doubts, [Doubt::NoLink(vec![1, 2]), Doubt::Cut(1)]);
    let found: Vec<(&str, &str)> = reading.kept.iter().map(|kept| (kept.name.as_str(), kept.link.as_str())).collect();
    assert_eq!(found, [("Zonder naam", OTHER), (&long[..NAME_LENGTH], LINK), ("kapotte link", "onzin")]);
    let told: Vec<String> = reading.doubts.iter().map(Doubt::to_string).collect();
    assert!(
        told[0].ends_with("nummer 1, 2 van het bestand.") && told[1].contains("hoogstens 80 en 500 tekens"),
        "{told:?}"
    );
    assert!(Doubt::NoLink((1..=500).collect()).to_string().contains("nummer 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en nog 490"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_file_reads_back_as_the_same_library(
        typed in prop::collection::vec((".{1,90}", ".{0,90}", 0..60u32, "[ -~]{1,40}"), 0..20),
    ) {
        let of = |(name, note, minute, link): (String, String, u32, String)| {
            let saved = format!("2026-11-22T19:{minute:02}:00.000Z");
            Kept::typed(&name, &note, saved, format!("v=1&{}", link.trim())).ok()
        };
        let library = Library::of(typed.into_iter().filter_map(of).collect());
        let reading = read(&write(&library)).expect("a file");
        prop_assert_eq!(&reading.doubts, &[]);
        prop_assert_eq!(&reading.kept[..], library.kept());
        prop_assert_eq!(Library::of(reading.kept), library);
    }

    #[test]
    fn any_text_reads_as_scenarios_or_a_sentence(text in "[{}\\[\\]\":,a-z=0-9é\\\\ ]{0,300}") {
        if let Ok(reading) = read(&text) {
            prop_assert!(reading.kept.iter().all(|kept| !kept.name.is_empty() && !kept.link.is_empty()));
        }
    }

    #[test]
    fn a_file_hit_anywhere_still_reads(at in any::<prop::sample::Index>(), sign in "[ -~]") {
        let mut text: Vec<char> = write(&three()).chars().collect();
        let at = at.index(text.len());
        text.splice(at..=at, sign.chars());
        let reading = read(&text.into_iter().collect::<String>()).expect("scenarios");
        prop_assert!(reading.kept.len() >= 2, "one sign costs at most one scenario");
    }
}
