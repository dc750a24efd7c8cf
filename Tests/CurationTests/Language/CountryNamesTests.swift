import Testing

@testable import Curation

@Suite struct CountryNamesTests {
    @Test(
        arguments: [
            ("germany", .english, "DE"), ("german", .english, "DE"), ("germans", .english, "DE"),
            ("dutch", .english, "NL"), ("swiss", .english, "CH"), ("iraqi", .english, "IQ"),
            ("deutschland", .german, "DE"), ("franzosischen", .german, "FR"), ("frankreichs", .german, "FR"),
            ("niederlandische", .german, "NL"), ("allemande", .french, "DE"), ("italiennes", .french, "IT"),
            ("alemanes", .spanish, "DE"), ("francesa", .spanish, "FR"), ("portugues", .spanish, "PT"),
            ("tedesca", .italian, "DE"), ("francia", .italian, "FR"), ("duitse", .dutch, "DE"),
            ("tyska", .swedish, "DE"), ("tysk", .danish, "DE"), ("niemieckiego", .polish, "DE"),
            ("немецкого", .russian, "DE"), ("германии", .russian, "DE"), ("saksassa", .finnish, "DE"),
            ("alman", .turkish, "DE"),
        ] as [(String, Language, String)])
    func aCountryIsFoundByItsNameAndItsPeople(word: String, language: Language, code: String) {
        #expect(CountryNames.of(language).code(of: word) == code)
    }

    @Test(
        arguments: [
            ("bridge", .english), ("germ", .english), ("francesco", .spanish), ("duitend", .dutch),
            ("росток", .russian),
            ("italic", .english), ("frank", .german),
        ] as [(String, Language)]) func otherWordsAreNone(word: String, language: Language)
    {
        #expect(CountryNames.of(language).code(of: word) == nil)
    }
}
