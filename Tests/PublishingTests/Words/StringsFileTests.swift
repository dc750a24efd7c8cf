import Testing

@testable import Publishing

/// Every language that comes with us says everything, in all the forms that it has.
@Suite struct StringsFileTests {
    static let languages = ["de", "fr", "es", "ar"]
    /// What a language may leave to English, or add to it.
    private static func isOwn(_ key: String) -> Bool {
        ["day.first", "months.alone", "number.digits"].contains(key) || key.hasPrefix("zone.")
    }

    private func entries(_ language: String) throws -> [String: String] {
        Words.entries(
            of: String(
                decoding: try #require(TemplateSet(directory: nil, language: "en").file("\(language).txt")),
                as: UTF8.self))
    }

    private func phrases(_ language: String) throws -> Set<String> {
        Set(try entries(language).keys.map(PluralForm.phrase).filter { !Self.isOwn($0) })
    }

    @Test(arguments: languages)
    func saysAllThatEnglishSays(language: String) throws {
        #expect(try phrases(language) == phrases("en"))
    }

    @Test(arguments: languages + ["en"])
    func hasTheFormsOfItsCounts(language: String) throws {
        let entries = try entries(language)
        let counted = Set(entries.keys.filter { PluralForm.phrase(of: $0) != $0 }.map(PluralForm.phrase))
        for phrase in counted { #expect(entries["\(phrase).other"] != nil, "\(phrase)") }
    }

    /// A form may say its number in a word; anything else that English fills in has a place.
    @Test(arguments: languages)
    func fillsInWhatEnglishFillsIn(language: String) throws {
        let (own, english) = (try entries(language), try entries("en"))
        for (key, value) in own where !Self.isOwn(key) {
            let phrase = PluralForm.phrase(of: key)
            let model = try #require(english[key] ?? english["\(phrase).other"] ?? english[phrase])
            let counts: Set = key == phrase ? [] : ["n", "asked", "answered", "fine", "names"]
            #expect(places(value).isSubset(of: places(model).union(counts)), "\(key)")
            #expect(places(model).subtracting(counts).isSubset(of: places(value)), "\(key)")
        }
    }

    @Test(arguments: languages + ["en"])
    func namesMonthsAndDays(language: String) throws {
        let words = try TemplateSet(directory: nil, language: language).words
        #expect(words.names("months").count == 12 && words.names("months.short").count == 12)
        #expect(words.names("weekdays").count == 7 && words.names("weekdays.short").count == 7)
    }

    private func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
    }
}
