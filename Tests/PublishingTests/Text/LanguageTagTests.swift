import Testing

@testable import Publishing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("en-us", "en-US"), ("EN_gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("de-x-private", "de"),
        ("pt-br", "pt-BR"),
        ("sr-Latn", "sr-Latn"), ("en-QQ-zz", "en"),
    ])
    func keepsWhatIsRegistered(text: String, expected: String) {
        #expect(LanguageTag.known(text) == expected)
    }

    @Test(arguments: ["", "xx", "english", "\"><b", "-", "e"])
    func isNoneForAnUnknownLanguage(text: String) {
        #expect(LanguageTag.known(text) == nil)
    }
}
