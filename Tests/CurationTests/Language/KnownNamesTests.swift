import Testing

@testable import Curation

@Suite struct KnownNamesTests {
    private static func joined(_ text: String, _ language: Language = .english) -> [String] {
        PlaceNames.of(language).joined(Tokenizer.words(of: text)).map(\.text)
    }

    @Test(
        arguments: [
            ("North Korea and the south", .english, ["north korea", "and", "the", "south"], "KP"),
            ("N. Korea waits", .english, ["n korea", "waits"], "KP"),
            ("South Koreans vote", .english, ["south korean", "vote"], "KR"),
            ("US-UK talks fail", .english, ["US", "UK", "talks", "fail"], "US"),
            ("US-UK AI pact", .english, ["US", "UK", "ai", "pact"], "US"),
            ("U.S. bans owls", .english, ["US", "bans", "owls"], "US"),
            ("United States of America bans owls", .english, ["united states of america", "bans", "owls"], "US"),
            ("Les États-Unis cèdent", .french, ["les", "etats unis", "cedent"], "US"),
            ("Die Vereinigten Staaten geben nach", .german, ["die", "vereinigten staaten", "geben", "nach"], "US"),
            ("WHO warns EU", .english, ["WHO", "warns", "EU"], "WHO"),
            ("Weltbank warnt Nato", .german, ["weltbank", "warnt", "nato"], "WORLD-BANK"),
            ("США уступают", .russian, ["США", "уступают"], "US"),
        ] as [(String, Language, [String], String)])
    func aNameOfSeveralWordsOrInCapitalsIsOneWord(text: String, language: Language, words: [String], code: String) {
        #expect(Self.joined(text, language) == words)
        #expect(words.compactMap(PlaceNames.of(language).code(of:)).first == code)
    }

    @Test(arguments: [
        "Join us in the north", "The man who is in it", "United we stand", "LET US GO TO OSMAR NOW",
        "Stay north. Korea waits",
    ])
    func otherWordsStayApart(text: String) {
        #expect(Self.joined(text) == Tokenizer.words(of: text).map(\.text))
    }

    @Test func thePointsOfAnAbbreviationEndNoSentence() {
        let words = PlaceNames.of(.english).joined(Tokenizer.words(of: "U.S. Owls nest. Trams run"))
        #expect(words.map(\.startsSentence) == [true, false, false, true, false])
    }

    @Test func regionsThatAreCalledLikeACountryAreNone() {
        let names = PlaceNames.of(.english)
        let countries = ["south america", "new mexico", "northern ireland"].compactMap(names.code(of:))
        #expect(countries.count == 3 && Set(countries).isDisjoint(with: ["US", "MX", "IE"]))
    }

    @Test func aCountryIsTheSameInAllLanguages() {
        let documents = [
            Document.made("a", "Les États-Unis bloquent le port de Veldamar", language: "fr"),
            Document.made("b", "USA blockieren den Hafen von Veldamar", language: "de"),
            Document.made("c", "Choir seeks tenors for spring"), Document.made("d", "Mill reopens after forty years"),
        ]
        #expect(clusters(documents).map { $0.documents.map(\.id) }.contains(["a", "b"]))
    }
}
