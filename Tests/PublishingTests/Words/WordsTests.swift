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

    @Test(arguments: [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("ar-Latn", "ltr"), ("pt-BR", "ltr"), ("ur", "rtl")])
    func knowsWhichWayALanguageRuns(language: String, direction: String) throws {
        #expect(try words(language).direction == direction)
    }

    @Test(arguments: [
        ("en", 1, PluralForm.one), ("en", 0, .other), ("fr", 0, .one), ("fr", 2, .other), ("ar", 0, .zero), ("ar", 2, .two),
        ("ar", 103, .few), ("ar", 111, .many), ("ar", 100, .other), ("pl", 22, .few), ("pl", 21, .many), ("ru", 21, .one),
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
