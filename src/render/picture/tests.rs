use resvg::usvg::{Node, Tree};

use super::board::Board;
use super::*;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::figure::Fixed;
use crate::domain::ids::{ClusterCode, UnitCode};
use crate::domain::ranking::{League, Standing, Table};
use crate::domain::testkit::{Plan, at};
use crate::text::{Lang, plain};

pub(super) const LONGEST: &str =
    "Ủy ban nhân dân phường Phan Rang - Tháp Chàm, khu kinh tế Đông Nam Nghệ An";

pub(super) fn row(name: &str, place: u32, moved: i64, total: i128) -> Standing {
    Standing {
        unit: UnitCode::new(name),
        name: name.to_owned(),
        place: Some(place),
        moved: Some(moved).filter(|moved| *moved != 0),
        total: Fixed::from_units(total),
        results: Fixed::from_units(total * 10 - 2725),
        discipline: Fixed::from_units(1225),
        accuracy: Fixed::from_units(1500),
        bonus: Fixed::from_units(100),
        penalty: Fixed::from_units(100),
    }
}

pub(super) fn table(clusters: &[(&str, Vec<Standing>)]) -> Table {
    let leagues = clusters.iter().map(|(name, standings)| League {
        code: ClusterCode::new(name),
        name: (*name).to_owned(),
        standings: standings.clone(),
    });
    Table {
        campaign: "LC2022".to_owned(),
        week: Week(5),
        as_of: at("2022-10-30 18:00"),
        frozen: false,
        digest: Some("0a1b2c3d4e5f".to_owned()),
        clusters: leagues.collect(),
        overall: clusters.iter().flat_map(|(_, standings)| standings.clone()).collect(),
    }
}

pub(super) fn small() -> Table {
    table(&[
        (
            "Cụm 1",
            vec![
                row("An Biên", 1, 2, 861),
                row("Dư Hàng Kênh", 2, -1, 700),
                row("Nghĩa Xá", 3, 0, 655),
                row("Kẻ cuối bảng", 4, -1, 421),
            ],
        ),
        ("Cụm <2>", vec![row("Lam Sơn & Trại Cau", 1, 0, 500), row("Vĩnh Niệm", 1, 0, 500)]),
    ])
}

pub(super) fn campaign() -> Campaign {
    Plan::new().units(Some("C1"), &["AB"]).story().campaign
}

fn posted(table: &Table, at: &str) -> String {
    let at = crate::domain::testkit::at(at);
    Board::posted(&campaign(), table, None, at, Lang::Vi).svg()
}

/// What is written on a drawing, in the order of the drawing.
pub(super) fn written(svg: &str) -> Vec<String> {
    let texts = svg.lines().filter(|line| line.starts_with("<text"));
    texts.map(plain).collect()
}

/// Every text of a drawing with its left and right edge.
pub(super) fn edges(svg: &str) -> Vec<(String, f64, f64)> {
    let tree = Tree::from_str(svg, &OPTIONS).unwrap();
    let mut found = Vec::new();
    for node in tree.root().children() {
        let Node::Text(text) = node else { continue };
        let words: String = text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect();
        let edges = text.abs_bounding_box();
        found.push((words, f64::from(edges.left()), f64::from(edges.right())));
    }
    found
}

/// Fails where a letter runs over an edge or the picture is higher than it may be.
pub(super) fn assert_inside(svg: &str) {
    let texts = edges(svg);
    assert!(texts.len() > 4, "{texts:?}");
    for (text, left, right) in texts {
        assert!(left >= 40.0 && right <= WIDTH - 40.0, "«{text}» from {left} to {right}");
    }
    let size = Tree::from_str(svg, &OPTIONS).unwrap().size();
    assert!(f64::from(size.height()) <= HEIGHT + 1.0, "{}", size.height());
}

#[test]
fn a_post_shows_the_leaders_with_their_totals_and_nobody_else() {
    let svg = posted(&small(), "2022-10-31 07:30");
    assert_eq!(
        written(&svg),
        [
            "90 ngày nước rút",
            "Bảng thi đua tuần 5",
            "Chốt lúc 30/10/2022 18:00",
            "Ngày thứ 35/90 của đợt thi đua",
            "Cụm 1",
            "1",
            "An Biên",
            "86,1",
            "2",
            "Dư Hàng Kênh",
            "70,0",
            "Cụm <2>",
            "1",
            "Lam Sơn & Trại Cau",
            "50,0",
            "1",
            "Vĩnh Niệm",
            "50,0",
            "UBND quận Lê Chân · mã 0a1b2c3d",
        ]
    );
    // Neither an arrow nor a part of a total: the text has none.
    assert!(!svg.contains(" Z\" fill=\"#174a7c\"") && !svg.contains("#6ea6d7"));
    assert_inside(&svg);
}

#[test]
fn the_full_table_has_every_figure_of_every_row() {
    let table = small();
    let pages = Board::full(&campaign(), &table, Lang::Vi).pages();
    assert_eq!(pages.len(), 1);
    let shown = written(&pages[0]).join("|");
    for part in [
        "1|2|An Biên|58,85|12,25|15,00|0,00|86,1|2|1|Dư Hàng Kênh|42,75",
        "4|1|Kẻ cuối bảng|14,85|12,25|15,00|0,00|42,1|Cụm <2>|1|Lam Sơn & Trại Cau|22,75",
        "Đơn vị|Kết quả|Kỷ luật|Số liệu|+/−|Tổng",
        "Kết quả (tối đa 70)|Kỷ luật (tối đa 15)|Số liệu (tối đa 15)",
    ] {
        assert!(shown.contains(part), "no {part} in {shown}");
    }
    assert_inside(&pages[0]);
}

#[test]
fn what_the_last_days_keep_is_on_no_post() {
    let table = Table { as_of: at("2022-12-18 18:00"), frozen: true, ..small() };
    let kept = posted(&table, "2022-12-19 07:30");
    assert!(written(&kept).join(" ").contains("bảng công khai tạm dừng"), "{kept}");
    for name in ["An Biên", "Lam Sơn", "86,1", "Cụm", "0a1b"] {
        assert!(!kept.contains(name), "{name}");
    }
    let over = posted(&table, "2022-12-26 07:30");
    assert!(over.contains("An Biên"), "what is withheld is revealed with the end");
    let leaders = Board::full(&campaign(), &table, Lang::Vi).pages().concat();
    assert!(leaders.contains("đề nghị không") && leaders.contains("Kẻ cuối bảng"));
}

#[test]
fn before_there_are_places_a_post_names_nobody() {
    let mut table = small();
    let leagues = table.clusters.iter_mut().flat_map(|league| &mut league.standings);
    for row in leagues.chain(&mut table.overall) {
        (row.place, row.moved) = (None, None);
    }
    let svg = posted(&table, "2022-10-31 07:30");
    assert!(svg.contains("đang khởi động") && !svg.contains("An Biên"));
    let nobody =
        posted(&Table { clusters: Vec::new(), overall: Vec::new(), ..table }, "2022-10-31 07:30");
    assert!(nobody.contains("Chưa có đơn vị nào"));
}

#[test]
fn the_longest_names_and_forty_units_stay_inside() {
    let rows: Vec<Standing> =
        (1..=40).map(|place| row(LONGEST, place, -9, 1099 - i128::from(place))).collect();
    let table = table(&[(LONGEST, rows)]);
    let campaign = campaign();
    let pages = Board::full(&campaign, &table, Lang::Vi).pages();
    assert!(pages.len() > 1);
    for page in &pages {
        assert_inside(page);
        assert!(written(page).join(" ").contains(&format!("/{}", pages.len())));
    }
    let totals = pages.iter().flat_map(|page| written(page));
    assert_eq!(totals.filter(|text| text.starts_with("10") && text.contains(',')).count(), 40);
    assert_inside(&Board::posted(&campaign, &table, None, table.as_of, Lang::En).svg());
    let english = Board::full(&campaign, &table, Lang::En).svg();
    let columns = ["Results", "Reports", "Accuracy", "+/−", "Total"].map(|name| {
        let found = edges(&english).into_iter().find(|(text, ..)| text == name);
        found.unwrap_or_else(|| panic!("{name} is cut"))
    });
    assert!(columns.windows(2).all(|pair| pair[0].2 < pair[1].1), "{columns:?}");
    let many: Vec<(&str, Vec<Standing>)> = (0..60).map(|_| (LONGEST, small().overall)).collect();
    let post = Board::posted(&campaign, &super::tests::table(&many), None, table.as_of, Lang::Vi);
    assert_inside(&post.svg());
    assert!(post.svg().contains("dòng nữa"));
}

#[test]
fn text_is_never_wider_than_it_was_measured() {
    let style = kit::Style::new(kit::Face::Bold, 50.0, kit::INK);
    let text = style.fit("Ữ Ợ Ẳ Ặ Ỹ TÀVẠ LÝTỰ An Biên 1.234,5", 990.0);
    let mut canvas = kit::Canvas::default();
    canvas.text((0.0, 60.0), kit::Anchor::Start, style, 990.0, &text);
    let (_, left, right) = edges(&canvas.finish(100.0)).remove(0);
    assert!(right - left <= style.width(&text) + 2.0 && right - left > style.width(&text) * 0.9);
}

#[test]
fn a_png_has_the_size_and_the_colours_of_its_drawing() {
    let mut canvas = kit::Canvas::default();
    canvas.rect((0.0, 0.0), (540.0, 100.0), kit::DARK, None);
    let bytes = png(&canvas.finish(100.0)).unwrap();
    assert_eq!(
        bytes,
        png(&{
            let mut canvas = kit::Canvas::default();
            canvas.rect((0.0, 0.0), (540.0, 100.0), kit::DARK, None);
            canvas.finish(100.0)
        })
        .unwrap()
    );
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (1080, 100));
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let pixel = |x: usize, y: usize| &pixels[(y * 1080 + x) * 3..][..3];
    assert_eq!((pixel(100, 50), pixel(900, 50)), (&[0x17, 0x4a, 0x7c][..], &[255; 3][..]));
    assert!(png("<p>").is_err());
}
