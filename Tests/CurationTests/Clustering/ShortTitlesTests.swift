import NewsModel
import Testing

@testable import Curation

/// A short title is one story's only where the texts have more in common.
@Suite struct ShortTitlesTests {
    private static let policies: [RankingPolicy.Clustering] = [.strict, .normal, .loose]

    private func pair(
        _ title: String, _ one: String, _ other: String, key: String? = nil, links: [String] = []
    ) -> [Document] {
        [
            Document.made("a", title, age: 2, summary: one, links: links),
            Document.made("b", title, summary: other, key: key, links: links),
        ]
    }

    @Test(arguments: [
        ("Bridge closed", "The swing span at Aldham waits for a new gear", "Ice blocks the road over the Furka"),
        ("Question", "Which oil suits the spindle of a lathe", "How do I descale a copper kettle"),
        ("Autumn fair", "Potters sell their ware in the market hall", "Pupils show rabbits and hens behind the school"),
        (
            "Plugin system added", "The editor loads add-ons from a folder",
            "Our invoice service takes third-party modules"
        ),
        ("Staff wanted", "A bakery looks for two apprentices", "The observatory hires a lens grinder"),
        ("Herbstkonzert", "Der Chor singt Schütz im Dom", "Die Blaskapelle spielt Märsche auf dem Platz"),
        ("Storm warning", "Gusts of 120 km/h over the Faroes tonight", "Thunder and hail in the Po valley on Friday"),
    ])
    func oneTitleOfTwoHostsIsNotEnough(title: String, one: String, other: String) {
        for policy in Self.policies { #expect(grouped(pair(title, one, other), policy) == [["a"], ["b"]]) }
    }

    @Test(arguments: [
        (
            "Karsk resigns", "Minister Karsk stepped down over the harbour deal",
            "The harbour deal has cost Karsk her office"
        ),
        (
            "Quake hits Ormond", "Twelve people died in Ormond when the earth shook",
            "The earth shook at dawn; twelve died"
        ),
        ("Bridge closed", "The swing span at Aldham is shut", "The span at Aldham is shut for a week"),
        // What has no text has no other story to tell, where its title tells one.
        ("Karsk resigns", "", ""), ("Karsk resigns", "Minister Karsk stepped down over the harbour deal", ""),
        ("Quake hits Ormond", "", ""), ("Storm sinks Velda", "Read more", "Comments"),
        ("Mill reopens as library", "", ""),
        ("Quillfox 3.1", "", ""), ("Senate dissolved", "", ""), ("Landtag aufgelöst", "", ""),
        ("Séisme à Ormond", "", ""),
        (
            "오르몬드 지진", "오르몬드 항구에서 새벽 지진으로 열두 명이 숨졌다",
            "새벽 오르몬드 항구를 흔든 지진에 열두 명 사망"
        ),
        (
            "港で火災", "オルモンド港の倉庫で十二日未明に火災があり二人が負傷した",
            "十二日未明、オルモンド港の倉庫が燃え、二人が負傷"
        ),
    ])
    func withWordsInCommonItIsOneStory(title: String, one: String, other: String) {
        #expect(grouped(pair(title, one, other)) == [["a", "b"]])
    }

    @Test func aLinkIsAPieceOfEvidenceToo() {
        let texts = ("The swing span at Aldham waits for a new gear", "Ice blocks the road over the Furka")
        let documents = pair("Bridge closed", texts.0, texts.1, links: ["roads.example/notice/7"])
        #expect(grouped(documents) == [["a", "b"]])
    }

    @Test(arguments: [
        "We are hiring", "Public notice", "Scheduled maintenance", "(no title)", "Hello world", "Retraction notice",
        "Vol. 12 No. 3", "Chapter 7", "Season 2, Episode 4", "Fall 2026", "Winter issue", "Firmware 4.1.2", "Sürüm 2.4",
        "إصدار 2.4", "发布 v1.2.0", "第12卷第3期", "バージョン1.2.0リリース", "버전 1.2.0 출시", "Security advisory",
        "Road closed", "Staff Wanted", "Straße gesperrt", "Town hall closed", "Chapter 7 of 30", "Class cancelled",
        "Greatest Hits", "Stellenangebot", "Untitled", "공지", "第七章", "Thank you all", "Erdbeben im Überblick", "공지사항",
        "重要なお知らせ",
    ])
    func withoutATextItSaysNothing(title: String) {
        for texts in [("", ""), ("Volume 3", "Issue 9"), ("Read more", "Comments")] {
            #expect(grouped(pair(title, texts.0, texts.1)) == [["a"], ["b"]])
        }
    }

    /// Titles of which the feeds of towns and companies consist, and sentences that share characters and formulas.
    @Test(arguments: [
        (
            ["重要なお知らせ", "お知らせ", "更新情報", "入札公告", "臨時休館のお知らせ", "メンテナンスのお知らせ"],
            "市立図書館は月曜日に蔵書の点検が行われますので、ご利用になれません。", "水道の工事に伴い、土曜日の午後は断水されます。ご協力をお願いします。"
        ),
        (
            ["공지사항", "보도자료", "채용 공고", "입찰 공고", "휴관 안내"], "시립 도서관은 다음 달부터 주말에도 문을 연다고 밝혔다.",
            "수도관 교체 공사로 토요일 오후에 물이 나오지 않는다고 한다."
        ),
        (
            ["国庆节放假通知", "年度报告", "招标公告"], "我公司将于十月一日至七日放假，客服热线照常开通。", "学校图书馆假期闭馆，食堂每日供应午餐，请同学们注意时间。"
        ),
    ])
    func charactersInCommonAreNoEvidence(titles: [String], one: String, other: String) {
        for title in titles { #expect(grouped(pair(title, one, other)) == [["a"], ["b"]], "\(title)") }
    }

    /// Where many people share a host, it is no evidence that they are one.
    @Test(arguments: [
        ("Initial release", "github.com/anders/abacus/releases/tag/v1", "github.com/berta/barometer/releases/tag/v1"),
        ("Dark mode", "git.example/anders/abacus/issues/4", "git.example/berta/barometer/issues/9"),
        ("Merge pull request #12 from x/y", "gitlab.com/a/b/-/commit/1a", "gitlab.com/c/d/-/commit/2b"),
        ("Bump lodash from 4.17.20 to 4.17.21", "github.com/a/b/pull/7", "github.com/c/d/pull/8"),
        ("My setup", "youtube.com/watch?v=aaaaaaaaaaa", "youtube.com/watch?v=bbbbbbbbbbb"),
        ("Need help", "reddit.com/r/lathes/comments/1a/need_help", "reddit.com/r/looms/comments/2b/need_help"),
        ("Road closed", "reddit.com/r/aldham/comments/1a/road_closed", "reddit.com/r/aldham/comments/2b/road_closed"),
        ("On writing", "medium.com/@anders/on-writing-1a", "medium.com/@berta/on-writing-2b"),
        ("Spring walk", "social.example/@anders/101", "social.example/@berta/102"),
        ("Question about brakes", "forum.example/t/question-about-brakes/7", "forum.example/t/question-about-brakes/8"),
    ])
    func aSharedHostIsNoEvidence(title: String, one: String, other: String) {
        let texts = ["A counting frame for the terminal, in colour", "Reads the pressure of the air from a sensor"]
        let documents = [("a", one), ("b", other)].enumerated().map { index, page in
            Document.made(page.0, title, summary: texts[index], key: page.1)
        }
        #expect(grouped(documents) == [["a"], ["b"]])
        // A feed that gathers what many wrote.
        let gathered = documents.map { document in
            Document.made(
                document.id, title, source: "planet", summary: document.id == "a" ? texts[0] : texts[1],
                key: document.key)
        }
        guard !one.hasPrefix("youtube") else { return }
        #expect(grouped(gathered) == [["a"], ["b"]])
    }

    @Test func whatFeedsHangOnIsNoEvidence() {
        let texts = ["Which oil for the spindle? ", "The shuttle of a used one sticks. "]
        let documents = ["a", "b"].enumerated().map { index, id in
            Document.made(
                id, "Need help", summary: texts[index] + "submitted by /u/\(id) [link] [comments]",
                key: "reddit.com/r/x/comments/\(id)/need_help")
        }
        #expect(grouped(documents) == [["a"], ["b"]])
    }

    @Test func oneOwnerOfASharedHostNeedsNoSecondPiece() {
        let documents = ["a", "b"].enumerated().map { index, id in
            Document.made(
                id, "Dark mode", age: Double(index), summary: ["For the editor", "At last the night is dark"][index],
                key: "github.com/anders/abacus/discussions/\(id)")
        }
        #expect(grouped(documents) == [["a", "b"]])
    }

    @Test func oneHostNeedsNoSecondPiece() {
        let documents = pair(
            "Bridge closed", "The swing span waits for a new gear", "Ice blocks the road", key: "paper-a.example/n/9")
        #expect(grouped(documents) == [["a", "b"]])
    }

    @Test func aLongTitleIsEvidenceByItself() {
        let title = "Harbour bridge at Aldham closed after crane falls"
        #expect(grouped(pair(title, "Two were hurt", "Ships wait outside")) == [["a", "b"]])
    }

    /// Who has no more in common than the title with one of a group may have it with another.
    @Test func aGroupIsJoinedByTheBestOfIt() {
        let documents = [
            Document.made("a", "Karsk resigns", summary: "The harbour deal has cost the minister her office"),
            Document.made("b", "Karsk resigns", summary: "The harbour deal was too much; successor is mayor Lind"),
            Document.made("c", "Karsk resigns", summary: "Mayor Lind is to be the successor"),
            Document.made("d", "Karsk resigns", summary: "Our goalkeeper hangs up his gloves"),
        ]
        #expect(grouped(documents) == [["a", "b", "c"], ["d"]])
    }
}
