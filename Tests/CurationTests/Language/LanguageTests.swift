import Testing

@testable import Curation

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ("Die Fähre nach Karsk ist wieder da", .german), ("Le pont de Brenoux est fermé pour travaux", .french),
            ("El puente de Brenal cierra por las obras", .spanish),
            ("Il ponte della Valle chiude per lavori", .italian),
            ("De brug over het kanaal blijft dicht", .dutch), ("The bridge at Karsk is closed for repairs", .english),
            ("U.S. bans the import of owls", .english), ("UN warns of the owls", .english),
            ("Y en Brenal nadie lo vio", .spanish),
            ("Мост через Вельду закрыт", .russian), ("Міст через Вельду закрили", .ukrainian),
            ("Έκλεισε η γέφυρα", .greek), ("إغلاق الجسر", .arabic), ("הגשר נסגר", .hebrew), ("पुल बंद", .hindi),
        ] as [(String, Language)]) func aTextShowsItsLanguage(text: String, language: Language)
    {
        #expect(LanguageDetection.language(of: Tokenizer.words(of: text)) == language)
    }

    @Test(arguments: [
        "Los Angeles Zoo Adopts Owl", "Kayak found", "El Paso votes", "", "1 2 3", "U.S. owl", "J. O. Tamm",
    ])
    func whatDoesNotTellHasNone(text: String) {
        #expect(LanguageDetection.language(of: Tokenizer.words(of: text)) == nil)
    }

    @Test func tagsAreReadByTheirLanguage() {
        #expect(
            Language(tag: "pt-BR") == .portuguese && Language(tag: "nb_NO") == .norwegian && Language(tag: "xx") == nil)
    }

    @Test(
        arguments: [
            (.german, "verhaftungen", "verhaftung"), (.french, "arrestations", "arrestation"),
            (.spanish, "detenciones", "detencion"), (.russian, "арестован", "арестованныи"),
            (.swedish, "bilarna", "bilar"),
        ] as [(Language, String, String)]) func formsOfAWordHaveOneStem(language: Language, one: String, other: String)
    {
        let stemmers = StemmerCache()
        #expect(stemmers.stem(one, in: language) == stemmers.stem(other, in: language))
    }

    @Test func whatHasNoStemmerIsReadAsBefore() {
        #expect(StemmerCache().stem("ferries", in: nil) == Stemmer.stem("ferries"))
        #expect(StemmerCache().stem("mosty", in: .polish) == Stemmer.stem("mosty"))
        #expect(SnowballStemmer("no such language") == nil)
    }

    @Test(arguments: [
        ("вольноморск", "volnomorsk"), ("ζερβουδακης", "zervoudakis"), ("वेल्दपुर", "veldpur"),
        ("велдаморском", "veldamorsk"),
    ]) func spellingsOfANameShareTheirConsonants(one: String, other: String) throws {
        let skeleton = try #require(ConsonantSkeleton.of(other))
        #expect(ConsonantSkeleton.all(of: one).contains { $0.hasPrefix(skeleton) })
    }

    @Test func shortNamesHaveNoSkeleton() {
        #expect(ConsonantSkeleton.of("ava") == nil && ConsonantSkeleton.of("東嶺大") == nil)
    }

    @Test func textsThatDoNotTellTakeTheLanguageOfThoseTheyShareWordsWith() {
        let documents = [
            Document.made("a", "Il museo di Valle riapre dopo il restauro", key: "x.example/1"),
            .made("b", "Museo Valle, restauro finito"), .made("c", "Kayak found"),
        ]
        let headlines = documents.map { Headline($0.title, names: []) }
        let languages = DocumentLanguages.of(documents, at: [0, 1, 2], headlines: headlines)
        #expect(languages == [.italian, .italian, nil])
    }
}
