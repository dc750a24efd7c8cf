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

    private func languages(_ titles: [(source: String, title: String)]) -> [Language?] {
        let documents = titles.enumerated().map { number, text in
            Document.made("\(number)", text.title, source: text.source)
        }
        let headlines = documents.map { Headline($0.title, names: []) }
        return DocumentLanguages.of(documents, at: Array(documents.indices), headlines: headlines)
    }

    @Test(
        arguments: [
            ("Rautatieasema suljettiin myrskyn jälkeen", .finnish), ("Sturmflut überspült Hafenviertel", .german),
            ("Regeringen hæver afgiften næste år", .danish), ("Minister zapowiada remont dworca", .polish),
            ("Kayak found under railway bridge, sheriff says", .english),
            ("Belediye köprüyü onarıma kapattı", .turkish),
            ("Ayuntamiento reabre puente histórico", .spanish),
            ("Hasiči zachránili řidiče z potoka, říká mluvčí", .czech),
        ] as [(String, Language)]) func lettersShowTheLanguageOfATitleWithoutFunctionWords(
            title: String, language: Language
        )
    {
        #expect(languages([("a", title)]) == [language])
    }

    @Test func aTitleThatMayBeOfTwoLanguagesIsOfThatOfItsSource() {
        let norwegian = ["Regjeringen vil ha flere ferger i fjordene", "Været blir bedre på Vestlandet i helgen"]
        let danish = ["Regeringen vil have flere færger i bælterne", "Vejret bliver bedre på Lolland i weekenden"]
        let texts = (0..<20).flatMap { _ in norwegian.map { ("no", $0) } + danish.map { ("da", $0) } }
        #expect(
            languages(texts + [("no", "Brand i Lorrvik"), ("da", "Brand i Lorrvik")]).suffix(2) == [
                .norwegian, .danish,
            ])
    }

    @Test func whatIsInNoLanguageThatIsReadIsLeftAsItIs() {
        #expect(
            languages([("a", "Thủ tướng khánh thành cây cầu mới tại cảng"), ("b", "12:30"), ("c", "洪水 iPhone 注意")]) == [
                nil, nil, nil,
            ])
    }
}
