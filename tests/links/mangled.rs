//! Links as they come out of mails, chats, office programs and trackers: in the address and in what people paste.

use ombuigen::model::catalogue::Catalogue;
use ombuigen::scenario::link::{Verdict, read};
use ombuigen::scenario::paste::{as_text, find};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use super::any::{any_scenario, is_noticed};
use super::{catalogue, link_of, verdict};

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

const LINK: &str = "v=1&d=2019.1&poh.fte=9.5";

/// What a link says, with nothing told.
fn silently(text: &str, catalogue: &Catalogue) -> String {
    let opened = read(text, catalogue);
    assert_eq!(opened.notes, [], "{text}");
    opened.came.unwrap_or_default()
}

#[test]
fn an_address_is_read_whatever_was_done_to_it() {
    let catalogue = catalogue();
    let once = encoded(LINK);
    let addresses = [
        format!("#{LINK}"),
        format!("?{LINK}"),
        format!("%23{LINK}"),
        format!("/%23{LINK}"),
        format!("?%23{LINK}&utm_source=nieuwsbrief"),
        format!("#{once}"),
        format!("?%2523{}", encoded(&once)),
        format!("#{once}&fbclid=abc&mc_eid=1"),
        format!("#{}", LINK.replace('&', "%26")),
        format!("#{}", LINK.replace('&', "&amp;")),
        format!("#{}", LINK.replace('&', "&amp;amp;")),
        format!("#{}", LINK.replace('=', "=3D")),
        format!("#{LINK}?utm_source=nieuwsbrief&utm_medium=mail"),
        format!("#{LINK}?fbclid=x"),
        format!("#{LINK}:~:text=Tekort"),
        format!("#{LINK}\u{200b}"),
        format!("#{LINK}%E2%80%8B"),
        format!("\u{feff}#{LINK}"),
        format!("#{LINK}).%22"),
        "#v=1&d=2019%2E1&poh%2Efte=9%2E5".to_string(),
        "#v=1&d=2019.1&poh.fte%3D9.5".to_string(),
    ];
    for address in addresses {
        assert_eq!(silently(&address, &catalogue), LINK, "{address}");
    }
    let run = read("#v=1&start.3-6=2022%2C%2C2023%2C", &catalogue);
    assert_eq!((run.notes, run.scenario.changes(&catalogue).len()), (vec![], 2), "empty places of a run count");
}

#[test]
fn what_is_no_number_is_told_and_not_guessed() {
    let catalogue = catalogue();
    for value in ["9.5x", "9.5e1", "-", "%20", "9%205", "9.5#kop", "9.5=3"] {
        let opened = read(&format!("#v=1&d=2019.1&poh.fte={value}"), &catalogue);
        assert_eq!((opened.notes.len(), opened.scenario.changes(&catalogue).len()), (1, 0), "{value}");
    }
}

#[test]
fn a_filter_s_address_gives_the_link_within() {
    let catalogue = catalogue();
    let (page, safe) = ("https://h.example/sim/", "https://eur03.safelinks.protection.outlook.com/?url=");
    let query = encoded(&format!("{page}?{LINK}"));
    let once = encoded(&format!("{page}#{LINK}"));
    let twice = encoded(&format!("{page}{}", encoded(&format!("#{LINK}"))));
    let second = encoded(&format!("{page}#{LINK}")).replace("%2E", ".").replace("%2F", "_").replace('%', "-");
    let stars = LINK.replace('&', "*").replacen("=1*", "=1**A", 1);
    let texts = [
        format!("{safe}{once}&data=05%7C02%7C&sdata=x%3D&reserved=0"),
        format!("{safe}{twice}&data=05%7C02"),
        format!("{safe}{query}&data=05"),
        format!("{safe}{}&data=05", encoded(&format!("{safe}{once}&data=04"))),
        format!("https://www.google.com/url?q={once}&sa=D"),
        format!("https://secure-web.cisco.com/1abc/{once}"),
        format!("https://urldefense.proofpoint.com/v2/url?u={second}&d=DwMFAg&c=x-y_z"),
        format!("https://urldefense.com/v3/__https://h.example/sim/*{LINK}__;Iw!!abc!x$"),
        // `#`, then `&` for a run of two of which one is superfluous, then `&`.
        format!("https://urldefense.com/v3/__https://h.example/sim/*{stars}__;IyYmJg!!abc"),
        format!("{page}%23{LINK}"),
        format!("{page}?{LINK}"),
        format!("[{page}#{LINK}]({page}#{LINK})"),
    ];
    for text in texts {
        let found = find(&format!("VVD: {text}, zie de bijlage"), &catalogue);
        let [only] = &found[..] else { panic!("{text}: {found:?}") };
        assert_eq!((only.name.as_deref(), only.link.as_str()), (Some("VVD"), LINK), "{text}");
    }
    let reason = format!("v=1&d=2019.1&base.pgb=3100000&reden.base.pgb=zie%20{}", encoded(&format!("{page}#{LINK}")));
    assert_eq!(find(&format!("{page}#{reason}"), &catalogue)[0].link, reason, "a link in a reason is none of its own");
}

#[test]
fn a_mail_as_it_was_sent_is_read() {
    let mail = "VVD caf=C3=A9: https://h.example/sim/#v=3D1&d=3D2019.1&poh=\r\n.fte=3D9.5\r\n\r\nGroet";
    let found = find(mail, &catalogue());
    assert_eq!((found[0].name.as_deref(), found[0].link.as_str()), (Some("VVD café"), LINK));
}

#[test]
fn html_gives_the_addresses_under_the_words() {
    let page = "https://h.example/sim/#v=1&amp;d=2019.1&amp;poh.fte=9.5";
    let cases = [
        (format!("VVD: <a href=\"{page}\">ons voorstel</a>"), "VVD"),
        (format!("<p><a class='x' HREF='{page}'><b>Ons</b> voorstel</a></p>"), "Ons voorstel"),
        (format!("<P>CDA&nbsp;en D66 <A title=a href={page}>{page}</A></P>"), "CDA en D66"),
        (format!("<style>p {{ }} </style><!-- <a href='x'> --><td>SP</td><td><a\nhref=\"{page}\">hier</a></td>"), "SP"),
        (format!("<p>Beste griffier,<br>PvdA &amp; GL: <a href=\"{page}\">link</a></p><p>Groet</p>"), "PvdA & GL"),
    ];
    for (html, name) in cases {
        let found = find(&as_text(&html), &catalogue());
        let [only] = &found[..] else { panic!("{html}: {found:?}, {:?}", as_text(&html)) };
        assert_eq!((only.name.as_deref(), only.link.as_str()), (Some(name), LINK), "{html}");
    }
    let bare = format!("<p><a href=\"{page}\">{page}</a></p>");
    assert_eq!(find(&as_text(&bare), &catalogue())[0].name, None);
}

/// What programs do to a link that stands in a text, one after the other.
const IN_TEXT: [fn(&str) -> String; 4] = [
    |link| link.to_string(),
    |link| link.replace('&', "&amp;"),
    |link| link.replace('=', "=3D"),
    |link| link.replace('&', "&amp;amp;"),
];
const BEHIND: [&str; 7] =
    ["", "&utm_source=mail&utm_id=3", "?utm_source=mail", "?fbclid=a&gclid=b", ":~:text=Tekort,2025", "\u{200b}", "&"];
const HEADS: [&str; 6] = ["#", "%23", "?%23", "/%23", "?", "%2523"];

proptest! {
    // The same cases each time: whoever looks for others takes another seed.
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, rng_seed: RngSeed::Fixed(17), ..ProptestConfig::default() })]

    #[test]
    fn what_programs_do_to_a_link_leaves_its_scenario(
        scenario in any_scenario(),
        (in_text, behind, layers, head) in (select(&IN_TEXT[..]), select(&BEHIND[..]), 0..3_usize, select(&HEADS[..])),
        name in "[A-Z][a-z]{1,9}",
    ) {
        let catalogue = catalogue();
        let link = format!("{}{behind}", in_text(&link_of(&scenario, &catalogue)));
        let link = (0..layers).fold(link, |link, _| encoded(&link));
        let address = format!("{head}{link}");
        let opened = read(&address, &catalogue);
        prop_assert_eq!(&opened.notes, &[], "{}", address);
        prop_assert_eq!(&opened.scenario, &scenario, "{}", address);
        prop_assert_eq!(verdict(&opened, &catalogue), Verdict::Reproduces, "{}", address);
        let found = find(&format!("{name}: https://h.example/{address}"), &catalogue);
        prop_assert_eq!(found.len(), 1, "{}", address);
        prop_assert_eq!(found[0].name.as_deref(), Some(name.as_str()));
        prop_assert_eq!(&read(&found[0].link, &catalogue).scenario, &scenario, "{}", address);
    }

    #[test]
    fn whatever_else_is_done_to_a_link_is_told(
        scenario in any_scenario(),
        harms in prop::collection::vec((any::<Index>(), select(&HARMS[..])), 1..4),
    ) {
        let catalogue = catalogue();
        let mut text = format!("https://h.example/#{}", link_of(&scenario, &catalogue));
        for (at, harm) in harms {
            // Within the link: where it has lost its beginning, it is none.
            let at = at.index(text.len() - "https://h.example/#v=2&".len()) + "https://h.example/#v=2&".len();
            if text.is_char_boundary(at) {
                text.insert_str(at, harm);
            }
        }
        for html in [text.clone(), as_text(&text)] {
            for pasted in find(&html, &catalogue) {
                let opened = read(&pasted.link, &catalogue);
                prop_assert!(opened.scenario == scenario || is_noticed(&opened, &catalogue), "{}", text);
            }
        }
    }

    #[test]
    fn any_html_is_read(parts in prop::collection::vec(select(&HTML[..]), 0..40)) {
        let html = parts.concat();
        for pasted in find(&as_text(&html), &catalogue()) {
            prop_assert!(!pasted.link.is_empty());
        }
    }
}

const HARMS: [&str; 18] = [
    " ", "\n", "\n> ", "=\n", "#", "?", "%", "%23", "&amp;", "<", ")", ".", "=3D", "\u{200b}", "*", "__;Iw!!",
    "https%3A", "0",
];
const HTML: [&str; 24] = [
    "<",
    ">",
    "<a href=",
    "\"",
    "'",
    "https://h.example/#v=1&amp;poh.fte=9",
    "</a>",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<style>",
    "</style>",
    "<td>",
    "<br/>",
    "é",
    "&",
    "&amp;",
    "&#39;",
    " ",
    "/",
    "\n",
    "VVD",
    "<A HREF",
];
