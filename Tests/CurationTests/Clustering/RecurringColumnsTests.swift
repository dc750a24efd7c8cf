import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct RecurringColumnsTests {
    private func title(_ text: String) -> RecurringColumns.Title {
        RecurringColumns.Title(Headline(text, names: []))
    }

    private func columns(_ documents: [Document]) -> RecurringColumns {
        RecurringColumns(documents, titles: documents.map { RecurringColumns.Title(Headline($0)) })
    }

    @Test(arguments: [
        ("Harbour notes for Monday", "harbour notes for"), ("Harbour notes", "harbour notes"),
        ("Harbour notes, 12 May 2026", "harbour notes"), ("Harbour notes No. 17", "harbour notes no"),
        ("Harbour notes 17: No way", "harbour notes no way"), ("17 owls nest in harbour", "17 owls nest in harbour"),
        ("Owls nest 17 times", "owls nest 17 times"), ("Morning briefing 17", "morning briefing"),
        ("Folge 3: Der Hafen", "folge der hafen"), ("3 May", ""), ("Nests of 2026", "nests of 2026"),
        ("Episode harbour 4", "episode harbour 4"), ("4 episode harbour", "episode harbour"),
    ])
    func thePatternHasNoDatesAndNumbersOfIssues(text: String, pattern: String) {
        #expect(title(text).pattern == pattern)
    }

    @Test(arguments: [
        ("Morning briefing", true), ("Morning briefing for Monday", true), ("Harbour briefing", false), ("???", true),
        ("Weather: 3 May 2026", true), ("Bilder des Tages", true),
    ])
    func aTitleOfGeneralWordsIsGeneric(text: String, isGeneric: Bool) {
        #expect(title(text).isGeneric == isGeneric)
    }

    @Test(
        arguments: [
            ("Deal", nil), ("Big deal", "big deal"), ("", nil), ("大阪", nil), ("大阪城", nil), ("大阪城公", "大 阪 城 公"),
            ("Osaka 大", "osaka 大"), ("大阪 castle", nil),
        ] as [(String, String?)])
    func aShortTitleIsNoEvidence(text: String, evidence: String?) {
        #expect(title(text).evidence == evidence)
    }

    /// A title that one source uses again after 16 hours, at another address.
    @Test(arguments: [(16.0, true), (15.9, false), (24, true)])
    func issuesLieSixteenHoursApart(apart: Double, isColumn: Bool) {
        let documents = [0, apart].map { (age: Double) in
            Document.made("\(age)", "Ask the gardener", source: "post", age: age)
        }
        let columns = columns(documents)
        #expect(columns.isColumn(0) == isColumn)
        #expect(columns.isColumn(1) == isColumn)
        #expect((columns.titleEvidence(of: 0) == nil) == isColumn)
    }

    @Test func oneAddressIsNoColumn() {
        let documents = [0.0, 24].map { (age: Double) in
            Document.made("\(age)", "Ask the gardener", source: "post", age: age, key: "post.example/gardener")
        }
        #expect(!columns(documents).isColumn(0))
        let other = Document.made("x", "Ask the gardener", source: "post", age: 0)
        #expect(columns(documents + [other]).isColumn(0))
    }

    @Test func undatedIssuesAreNoColumn() {
        let documents = ["a", "b"].map { Document.made($0, "Ask the gardener", source: "post", age: nil) }
        #expect(!columns(documents).isColumn(0))
    }

    @Test func oneSourcesColumnIsNoneOfOthersAndTwoSourcesColumnIsAllOthers() {
        func issues(_ source: String) -> [Document] {
            [0.0, 24].map { (age: Double) in
                Document.made("\(source)-\(age)", "Ask the gardener", source: source, age: age)
            }
        }
        let other = Document.made("other", "Ask the gardener", source: "herald", age: 3)
        let one = columns(issues("post") + [other])
        #expect((0..<3).map(one.isColumn) == [true, true, false])
        let two = columns(issues("post") + issues("ledger") + [other])
        #expect((0..<5).map(two.isColumn) == [true, true, true, true, true])
    }

    @Test func issuesOfOneColumnStayApart() {
        let documents =
            [0.0, 24].map { (age: Double) in Document.made("a\(age)", "Ask the gardener", source: "post", age: age) }
            + [0.0, 24].map { (age: Double) in Document.made("b\(age)", "Ask the plumber", source: "post", age: age) }
            + [.made("c", "Ask the mayor")]
        let columns = columns(documents)
        #expect(columns.keepApart([0], [1]))
        #expect(columns.keepApart([4, 0], [2, 1]))
        #expect(!columns.keepApart([0], [2]))
        #expect(!columns.keepApart([0], [4]))
        #expect(!columns.keepApart([4], [0]))
        #expect(!columns.keepApart([], [0]))
    }
}
