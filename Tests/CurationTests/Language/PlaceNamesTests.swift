import Testing

@testable import Curation

@Suite struct PlaceNamesTests {
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
        #expect(PlaceNames.of(language).code(of: word) == code)
    }

    @Test(
        arguments: [
            ("geneva", .english, nil), ("prague", .english, "prague"), ("prag", .german, "prague"),
            ("prager", .german, "prague"), ("varsovie", .french, "warsaw"), ("atene", .italian, "athens"),
            ("kopenhamns", .swedish, "copenhagen"), ("lizbonie", .polish, "lisbon"), ("москве", .russian, "moscow"),
            ("lontoossa", .finnish, nil), ("алжир", .russian, "DZ"), ("парижский", .russian, "paris"),
            ("القاهرة", .arabic, "cairo"),
        ] as [(String, Language, String?)])
    func aCityIsCalledByItsEnglishName(word: String, language: Language, city: String?) {
        #expect(PlaceNames.of(language).code(of: word) == city)
    }

    @Test(
        arguments: [
            ("bridge", .english), ("germ", .english), ("francesco", .spanish), ("duitend", .dutch),
            ("росток", .russian),
            ("italic", .english), ("frank", .german),
        ] as [(String, Language)]) func otherWordsAreNone(word: String, language: Language)
    {
        #expect(PlaceNames.of(language).code(of: word) == nil)
    }
}
