//! The board on the wall, over HTTP.

use std::time::Duration;

use futures::StreamExt;
use reqwest::{Client, Response, StatusCode};

use crate::world::{World, at, day};

async fn get(base: &str, path: &str) -> (StatusCode, String) {
    let answer = Client::new().get(format!("{base}{path}")).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

/// Two units of a cluster of two, the one with figures the other without, at a week's post.
async fn week_three(world: &mut World) {
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Hoa", "unit_lead", "AB").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("đang chờ");
    world.says("Thường trực", "/duyet 1 ok").await;
    world.clock.set(at(day(18), 9, 0));
    world.settle().await;
    world.says("Hoa", "/capnhat THUE 75").await.contains("#1");
    world.says("Thuế", "/thamdinh 1 ok").await;
}

/// Within this a change is told, whatever else the machine does.
const PATIENCE: Duration = Duration::from_secs(30);

/// The next state that a stream tells.
async fn told(
    stream: &mut (impl StreamExt<Item = reqwest::Result<axum::body::Bytes>> + Unpin),
) -> String {
    let next = async {
        loop {
            let bytes = stream.next().await.expect("the stream goes on").unwrap();
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            if let Some(data) = text.lines().find_map(|line| line.strip_prefix("data: ")) {
                assert!(text.contains("event: state"), "{text}");
                return data.to_owned();
            }
        }
    };
    tokio::time::timeout(PATIENCE, next).await.expect("a change is told")
}

async fn watch(base: &str, path: &str) -> Response {
    let answer = Client::new().get(format!("{base}{path}")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    answer
}

#[tokio::test]
async fn the_board_shows_the_day_at_once_and_places_with_the_post() {
    World::play(async |world| {
        let base = world.web().await;
        let (status, page) = get(&base, "/bang").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Ngày thứ <b>1/90</b>") && page.contains("Chưa đăng bảng"), "{page}");
        week_three(world).await;
        let stream = watch(&base, "/bang/TD90/tin?lang=vi").await;
        let mut stream = stream.bytes_stream();
        let first = told(&mut stream).await;
        // Closed on Sunday evening, told on Monday morning and not before.
        world.clock.set(at(day(22), 7, 29));
        world.settle().await;
        let (_, page) = get(&base, "/bang").await;
        assert!(!page.contains("An Biên</span>"), "{page}");
        world.clock.set(at(day(22), 7, 30));
        world.settle().await;
        // Time went on twice, and each change is told; the last of them is the page's own.
        let page = loop {
            let version = told(&mut stream).await;
            let (_, page) = get(&base, "/bang").await;
            let own = page.contains(&format!("data-version=\"{version}\""));
            if version != first && own && page.contains("An Biên</span>") {
                break page;
            }
        };
        // The total is the one that the chat tells.
        let table = world.says("Thường trực", "/xephang tuần 3").await.text();
        let total = table.split("1. An Biên – ").nth(1).expect("An Biên leads");
        let total = total.split_whitespace().next().unwrap();
        assert!(page.contains("Bảng thi đua tuần 3") && page.contains(total), "{total}:\n{page}");
        assert!(page.contains("Tiến bộ nhất tuần: An Biên"), "{page}");
        assert!(page.contains("1/4 đơn vị đạt trên 50%"), "{page}");
        assert!(page.contains("Dẫn đầu cụm") && page.contains("Lĩnh vực cần tập trung: Kinh tế"));
        // Of two only the first is named, and nobody is ever last.
        assert!(!page.contains("An Dương"), "{page}");
        let (_, page) = get(&base, "/bang?lang=en").await;
        assert!(page.contains("lang=\"en\"") && page.contains("1/4 units above 50%"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn who_asks_for_what_is_not_there_is_told_so() {
    World::play(async |world| {
        let base = world.web().await;
        for path in
            ["/bang/KHONG-CO", "/bang/%2e%2e%2fthidua.db", "/bang/<script>alert(1)</script>"]
        {
            let (status, page) = get(&base, path).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
            assert!(!page.contains("<script>alert"), "{page}");
        }
        for path in ["/bang/KHONG-CO/tin", "/thidua.db", "/assets/web/bang.js"] {
            assert_eq!(get(&base, path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
        let answer = Client::new().post(format!("{base}/bang")).body("x").send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
        let answer = Client::new().get(format!("{base}/bang?man=chieu")).send().await.unwrap();
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let page = answer.text().await.unwrap();
        assert!(page.contains("class=\"wall\"") && !page.contains("style=\""), "{page}");
        assert!(page.len() < 20_000);
    })
    .await;
}

#[tokio::test]
async fn names_of_a_definition_are_text_on_the_board() {
    let mut definition = crate::world::small();
    definition.name = "Đợt <img src=x onerror=alert(1)>".to_owned();
    definition.host = "UBND & \"quận\"".to_owned();
    World::play_in(definition, async |world| {
        let base = world.web().await;
        let (_, page) = get(&base, "/bang").await;
        assert!(page.contains("Đợt &lt;img src=x onerror=alert(1)&gt;"), "{page}");
        assert!(page.contains("UBND &amp; &quot;quận&quot;"), "{page}");
        assert!(!page.contains("<img"), "{page}");
    })
    .await;
}

/// The link that the bot gives somebody, without the address it begins with.
async fn link(world: &mut World, who: &str) -> String {
    world.says(who, "/giaoban").await.contains("[Mở trên web]");
    let text = world.presses(who, "Mở trên web").await.text();
    let at = text.find("/lanh-dao/vao/").expect("a link");
    text[at..].split_whitespace().next().unwrap().to_owned()
}

/// Opens a link: the cookie of the session.
async fn enter(base: &str, link: &str) -> Result<String, StatusCode> {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let answer = client.post(format!("{base}{link}")).send().await.unwrap();
    let Some(cookie) = answer.headers().get("set-cookie") else { return Err(answer.status()) };
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let cookie = cookie.to_str().unwrap().to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/lanh-dao", "Max-Age=43200"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    Ok(cookie.split(';').next().unwrap().to_owned())
}

async fn with(base: &str, path: &str, cookie: &str) -> (StatusCode, String) {
    let request = Client::new().get(format!("{base}{path}")).header("cookie", cookie);
    let answer = request.send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn a_leader_enters_once_by_a_link_and_sees_down_to_the_entries() {
    World::play(async |world| {
        week_three(world).await;
        world.joins("Chủ tịch", "leader", "").await;
        let base = world.web().await;
        let link = link(world, "Chủ tịch").await;
        // A preview uses nothing up; the press does.
        let (status, page) = get(&base, &link).await;
        assert!(status == StatusCode::OK && page.contains("method=\"post\""), "{page}");
        let cookie = enter(&base, &link).await.unwrap();
        assert_eq!(enter(&base, &link).await, Err(StatusCode::GONE));
        let (status, page) = with(&base, "/lanh-dao", &cookie).await;
        assert_eq!(status, StatusCode::OK);
        for unit in ["An Biên", "An Dương", "Lam Sơn", "Nghĩa Xá"] {
            assert!(page.contains(unit), "{unit}:\n{page}");
        }
        let (_, page) = with(&base, "/lanh-dao/don-vi/AB", &cookie).await;
        assert!(page.contains("Điểm của") && page.contains("75 tỷ đồng"), "{page}");
        assert!(page.contains("#1") && page.contains("Thu thuế"), "{page}");
        let (_, page) = with(&base, "/lanh-dao/giao-ban", &cookie).await;
        assert!(page.contains("BÁO CÁO GIAO BAN"), "{page}");
        let (status, _) = with(&base, "/lanh-dao/giao-ban.docx", &cookie).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(with(&base, "/lanh-dao/don-vi/XX", &cookie).await.0, StatusCode::NOT_FOUND);
        // Whoever leads no more is out at once.
        world.says("Chủ tịch", "/toi roi").await;
        world.presses("Chủ tịch", "Xác nhận").await;
        let (status, page) = with(&base, "/lanh-dao", &cookie).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        assert!(page.contains("/giaoban") && !page.contains("An Biên"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_enters() {
    World::play(async |world| {
        week_three(world).await;
        let base = world.web().await;
        let pages = [
            "/lanh-dao",
            "/lanh-dao/don-vi/AB",
            "/lanh-dao/giao-ban",
            "/lanh-dao/giao-ban.docx",
            "/lanh-dao/tin",
        ];
        for path in pages {
            for cookie in ["", "thidua=", "thidua=00000000000000000000000000000000", "other=1"] {
                let (status, page) = with(&base, path, cookie).await;
                assert_eq!(status, StatusCode::UNAUTHORIZED, "{path} {cookie}");
                assert!(!page.contains("An Biên"), "{path} {cookie}: {page}");
            }
        }
        let nobody = enter(&base, "/lanh-dao/vao/00000000000000000000000000000000").await;
        assert_eq!(nobody, Err(StatusCode::GONE));
        world.says("Hoa", "/giaoban web").await.contains("lãnh đạo").lacks("/lanh-dao/vao/");
        // A link grows old, and so does a session; a link is no session.
        let old = link(world, "Thường trực").await;
        world.advance(chrono::TimeDelta::minutes(15)).await;
        assert_eq!(enter(&base, &old).await, Err(StatusCode::GONE));
        let fresh = link(world, "Thường trực").await;
        let code = fresh.rsplit('/').next().unwrap();
        let posing = with(&base, "/lanh-dao", &format!("thidua={code}")).await;
        assert_eq!(posing.0, StatusCode::UNAUTHORIZED);
        let cookie = enter(&base, &fresh).await.unwrap();
        assert_eq!(with(&base, "/lanh-dao", &cookie).await.0, StatusCode::OK);
        world.advance(chrono::TimeDelta::hours(12)).await;
        assert_eq!(with(&base, "/lanh-dao", &cookie).await.0, StatusCode::UNAUTHORIZED);
        // Left on one machine is left on all.
        let cookies = [link(world, "Thường trực").await, link(world, "Thường trực").await];
        let one = enter(&base, &cookies[0]).await.unwrap();
        let other = enter(&base, &cookies[1]).await.unwrap();
        let left = Client::new().post(format!("{base}/lanh-dao/ra")).header("cookie", &one);
        left.send().await.unwrap();
        assert_eq!(with(&base, "/lanh-dao", &other).await.0, StatusCode::UNAUTHORIZED);
    })
    .await;
}
