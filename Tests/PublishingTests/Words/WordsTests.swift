import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct WordsTests {
    private func words(_ language: String = "en") throws -> Words {
        Words(language: language, files: try TemplateSet())
    }

    @Test func fillsPlacesAndChoosesForms() throws {
        #expect(try words().count("stories", 1) == "1 story")
        #expect(try words().count("stories", 41) == "41 stories")
        #expect(try words().list(["A", "B", "C"]) == "A, B and C")
        #expect(try words().list(["A"]) == "A")
    }

    @Test func fallsBackToEnglish() throws {
        #expect(try words("xx").count("stories", 2) == "2 stories")
        #expect(Words.fileNames(for: "de-CH") == ["en.txt", "de.txt", "de-ch.txt"])
    }

    @Test(arguments: [
        ("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("ar-Latn", "ltr"), ("pt-BR", "ltr"), ("ur", "rtl"),
    ])
    func knowsWhichWayALanguageRuns(language: String, direction: String) throws {
        #expect(try words(language).direction == direction)
    }

    @Test(arguments: [
        ("en", 1, PluralForm.one), ("en", 0, .other), ("fr", 0, .one), ("fr", 2, .other), ("ar", 0, .zero),
        ("ar", 2, .two),
        ("ar", 103, .few), ("ar", 111, .many), ("ar", 100, .other), ("pl", 22, .few), ("pl", 21, .many),
        ("ru", 21, .one),
        ("ru", 11, .many), ("ja", 1, .other),
    ])
    func choosesTheFormOfACount(language: String, count: Int, form: PluralForm) {
        #expect(PluralForm.of(count, in: language) == form)
    }

    @Test(arguments: [(1.0, "1"), (0.5, "0.5"), (12.754, "12.75"), (-0.126, "−0.13"), (0.004, "0"), (.nan, "0")])
    func writesFigures(value: Double, expected: String) {
        #expect(Figure.text(value) == expected)
    }

    @Test(arguments: [(0, "0 ms"), (999, "999 ms"), (1000, "1 s"), (3249, "3.2 s")])
    func writesTimesTaken(milliseconds: Int, expected: String) {
        #expect(Figure.duration(milliseconds: milliseconds) == expected)
    }
}

/// Every phrase that the code asks for stands in the English file.
@Suite struct WordKeyTests {
    private static let asked: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Publishing")
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let code = files.filter { $0.pathExtension == "swift" }.compactMap {
            try? String(contentsOf: $0, encoding: .utf8)
        }
        return Set(code.flatMap { $0.matches(of: /words(?:\.phrase\(|\.count\(|\[)"([a-z.-]+)"/).map { String($0.1) } })
            .sorted()
    }()

    @Test(arguments: asked)
    func isThere(key: String) throws {
        let entries = Words.entries(of: String(decoding: try #require(TemplateSet().file("en.txt")), as: UTF8.self))
        #expect(entries[key] != nil || entries["\(key).one"] != nil && entries["\(key).other"] != nil)
    }

    @Test(arguments: Outcome.allCases)
    func namesEveryOutcome(outcome: Outcome) throws {
        let words = Words(language: "en", files: try TemplateSet())
        #expect(words["outcome.\(outcome.rawValue)"] != "outcome.\(outcome.rawValue)")
        #expect(words["state.\(HealthState(outcome).rawValue)"] != "state.\(HealthState(outcome).rawValue)")
    }

    @Test(arguments: Edition.LeftOut.Reason.allCases.filter { $0 != .told })
    func namesEveryReason(reason: Edition.LeftOut.Reason) throws {
        #expect(try Words(language: "en", files: TemplateSet()).count("left-out.\(reason.rawValue)", 2).hasPrefix("2 "))
    }
}
