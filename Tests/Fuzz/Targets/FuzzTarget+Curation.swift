import Curation
import Foundation
import NewsModel
import WebText

extension FuzzTarget {
    /// Headlines with their summaries, a story a line: each is told once or left out, whatever the order they come in.
    static let curation = FuzzTarget(
        name: "curation",
        corpus: texts([
            """
            Ferry to Skye returns after 21 days\tIt sailed at 07:30 with 1,200 passengers.
            Skye ferry back after three weeks\tThe first in twenty-one days.
            Skye ferry will not return, says operator\tNot before May 3.
            Fähre nach Skye fährt wieder\tNach einundzwanzig Tagen.
            Le ferry de Skye repart après vingt et un jours\tQuatre-vingt-dix-neuf passagers.
            """,
            """
            Bank raises rate to 4.25%\tA quarter point.
            Bank cuts rate to 4,25 %\tDown from 4 1/2.
            Опрос: 12 млн человек против\tДвенадцать миллионов.
            世论调查：一千二百万人反对\t１２００万人
            Quiz of the week: No. 14 | The Paper\tWhat do you know?
            Quiz of the week: No. 15 | The Paper\tWhat do you know?
            مليون وربع\t١٢٫٥
            """,
        ])
    ) { bytes, _ in
        let stories = stories(String(decoding: bytes.prefix(12_000), as: UTF8.self))
        let (there, back) = (curated(stories), curated(stories.reversed()))
        guard there == back else { return "depends on the order of the stories" }
        let told = there.clusters.flatMap(\.stories).map(\.id) + there.leftOut.map(\.story.id)
        guard Set(told).count == told.count else { return "tells a story twice" }
        return Set(told) == Set(stories.map(\.id)) ? nil : "loses a story"
    }

    private static let instant = Date(timeIntervalSince1970: 1_795_415_400)
    private static let mostStories = 60

    private static func stories(_ text: String) -> [Story] {
        text.split(separator: "\n").prefix(mostStories).enumerated().map { index, line in
            let parts = line.split(separator: "\t", maxSplits: 1).map { PlainText.headline(String($0)) }
            let link = "https://s\(index % 3).example/\(index)"
            return Story(
                id: StoryID(rawValue: String(index)), source: SourceID(rawValue: "s\(index % 3)"),
                key: CanonicalURL.key(of: link) ?? link, link: WebAddress(link), title: parts.first ?? "",
                published: instant.addingTimeInterval(Double(-index) * 900), firstSeen: instant,
                summary: parts.count > 1 ? Markup(.text, parts[1]) : nil)
        }
    }

    private static func curated(_ stories: [Story]) -> Edition {
        let sources = (0..<3).map { SourceTraits(id: SourceID(rawValue: "s\($0)")) }
        let date = EditionDate(instant, in: .gmt)
        return Curator.curated(
            for: CurationRequest(date: date, now: instant, stories: stories, sources: sources)
        ).edition
    }
}
