import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct WordsTests {
    private func words(_ language: String = "en") throws -> Words {
        try TemplateSet(directory: nil, language: language).words
    }

    @Test func fillsPlacesAndChoosesForms() throws {
        #expect(try words().count("stories", 1) == "1 story")
        #expect(try words().count("stories", 41) == "41 stories")
        #expect(try words().separators(3) == ["", ", ", " and "])
        #expect(try words().separators(1) == [""])
    }

    @Test func fallsBackToEnglish() throws {
        #expect(try words("xx").count("stories", 2) == "2 stories")
        #expect(Words.fileNames(for: "de-CH") == ["en.txt", "de.txt", "de-ch.txt"])
    }

    @Test(arguments: [
        ("en", "ltr"), ("ar", "rtl"), ("AR-x", "rtl"), ("az-Latn", "ltr"), ("yi", "rtl"), ("fa-Latn-IR", "ltr"),
        ("he-IL", "rtl"), ("ar-Latn", "ltr"), ("pt-BR", "ltr"), ("ur", "rtl"),
    ])
    func knowsWhichWayALanguageRuns(language: String, direction: String) throws {
        #expect(try words(language).direction == direction)
    }

    /// The rules of CLDR, by the first letters of the forms (`t` for two, `x` for other): of 0…25 and of 98…121.
    @Test(arguments: [
        ("ar", "zotffffffffmmmmmmmmmmmmmmmmmxxxffffffffmmmmmmmmmmm"),
        ("en", "xoxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("fr", "ooxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("pl", "mofffmmmmmmmmmmmmmmmmmfffmmmmmfffmmmmmmmmmmmmmmmmm"),
        ("ru", "mofffmmmmmmmmmmmmmmmmofffmmmmofffmmmmmmmmmmmmmmmmo"),
        ("cs", "xofffxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("sl", "xotffxxxxxxxxxxxxxxxxxxxxxxxxotffxxxxxxxxxxxxxxxxx"),
        ("lt", "xoffffffffxxxxxxxxxxxoffffffxoffffffffxxxxxxxxxxxo"),
        ("lv", "zoxxxxxxxxzzzzzzzzzzzoxxxxxxzoxxxxxxxxzzzzzzzzzzzo"),
        ("ro", "foffffffffffffffffffxxxxxxxxxfffffffffffffffffffxx"),
        ("he", "xotxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("ga", "xotffffmmmmxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("cy", "zotfxxmxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("is", "xoxxxxxxxxxxxxxxxxxxxoxxxxxxxoxxxxxxxxxxxxxxxxxxxo"),
        ("ja", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
    ])
    func choosesTheFormOfACount(language: String, forms: String) {
        let letters: [PluralForm: Character] = [
            .zero: "z", .one: "o", .two: "t", .few: "f", .many: "m", .other: "x",
        ]
        let counts = Array(0...25) + Array(98...121)
        #expect(String(counts.map { letters[PluralForm.of($0, in: language)] ?? "?" }) == forms)
    }

    @Test(arguments: [
        (["fr", "pt-BR", "fa", "hi", "bn", "gu", "hy", "zu"], 0, PluralForm.one),
        (["ru", "uk", "be", "sr", "hr", "bs"], 21, .one),
        (["cs", "sk"], 4, .few), (["ro", "mo"], 0, .few), (["he", "iw"], 2, .two), (["is", "mk"], 21, .one),
        (["ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "yo"], 1, .other), (["DE", "sv"], 1, .one),
    ])
    func knowsTheLanguagesOfARule(languages: [String], count: Int, form: PluralForm) {
        for language in languages { #expect(PluralForm.of(count, in: language) == form, "\(language)") }
    }

    @Test(arguments: [("stories.one", "stories"), ("a.b.other", "a.b"), ("date.full", "date.full"), ("one", "one")])
    func knowsThePhraseOfAForm(key: String, phrase: String) {
        #expect(PluralForm.phrase(of: key) == phrase)
    }

    @Test(arguments: [
        (1.0, "1"), (0.5, "0.5"), (12.754, "12.75"), (-0.126, "−0.13"), (0.004, "0"), (.nan, "0"),
        (999_999_999_999, "999,999,999,999"), (1e12, "0"), (-0.5, "−0.5"), (2.1, "2.1"), (2.01, "2.01"),
    ])
    func writesNumberFormats(value: Double, expected: String) {
        #expect(NumberFormat().text(value) == expected)
    }

    @Test(arguments: [
        (9999, "9999"), (10_000, "10,000"), (1_234_567, "1,234,567"), (-12_345, "−12,345"), (0, "0"),
        (100_000, "100,000"),
    ])
    func setsThousandsApart(number: Int, expected: String) {
        #expect(NumberFormat().whole(number) == expected)
    }

    @Test func writesNumbersAsTheLanguageDoes() throws {
        #expect(try words("de").numbers.text(12_345.5) == "12.345,5")
        #expect(try words("fr").numbers.whole(12_345) == "12\u{202F}345")
        let eastern = Words(
            language: "ar", entriesOf: ["ar.txt": Array("number.digits = ٠١٢٣٤٥٦٧٨٩\nnumber.point = ٫".utf8)])
        #expect(eastern.numbers.text(20.5) == "٢٠٫٥")
        for digits in ["012", "٠١٢"] { #expect(NumberFormat(["number.digits": digits]).whole(1) == "1") }
    }

    @Test func takesAllFormsOfAPhraseFromOneLanguage() {
        let files = ["en.txt": "a.one = one\na.other = {n}\nb = b", "xx.txt": "a.other = {n} x"].mapValues {
            Array($0.utf8)
        }
        let words = Words(language: "xx", entriesOf: files)
        #expect(words.count("a", 1) == "1 x")
        #expect(words.count("b", 1) == "b")
    }

    @Test func tellsTheNamesInAPhraseApart() throws {
        let file = "k = <{a}> & {b}\nlist.next = ,_\nlist.last = _and_"
        let words = Words(language: "en", entriesOf: ["en.txt": Array(file.utf8)])
        let parts = words.parts("k", ["a": "1"], names: ["b": ["x", "y", "z"]])
        #expect(parts.map(\.text) == ["<", "1", "> & ", "x", ", ", "y", " and ", "z"])
        #expect(parts.map(\.isName) == [false, false, false, true, false, true, false, true])
        #expect(words.parts("k", names: [:]).map(\.text) == ["<", "{a}", "> & ", "{b}"])
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
        return Set(
            code.flatMap {
                $0.matches(of: /words(?:\.phrase\(|\.count\(|\.parts\(|\.form\(of: |\[)"([a-z.-]+)"/).map {
                    String($0.1)
                }
            }
        )
        .sorted()
    }()

    @Test(arguments: asked)
    func isThere(key: String) throws {
        let entries = Words.entries(
            of: String(
                decoding: try #require(TemplateSet(directory: nil, language: "en").file("en.txt")), as: UTF8.self))
        #expect(entries[key] != nil || entries["\(key).one"] != nil && entries["\(key).other"] != nil)
    }

    @Test(arguments: Outcome.allCases)
    func namesEveryOutcome(outcome: Outcome) throws {
        let words = try TemplateSet(directory: nil, language: "en").words
        #expect(words["outcome.\(outcome.rawValue)"] != "outcome.\(outcome.rawValue)")
    }

    @Test(arguments: HealthState.allCases)
    func namesEveryState(state: HealthState) throws {
        let words = try TemplateSet(directory: nil, language: "en").words
        #expect(words["state.\(state.rawValue)"] != "state.\(state.rawValue)")
    }

    @Test(arguments: Edition.LeftOut.Reason.allCases.filter { $0 != .told && $0 != .repeated })
    func namesEveryReason(reason: Edition.LeftOut.Reason) throws {
        #expect(
            try TemplateSet(directory: nil, language: "en").words.count("left-out.\(reason.rawValue)", 2).hasPrefix(
                "2 "))
    }
}
