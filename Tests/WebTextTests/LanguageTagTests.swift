import Testing
import WebText

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("en-us", "en-US"), ("EN_gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("de-x-private", "de"),
        ("pt-br", "pt-BR"),
        ("sr-Latn", "sr-Latn"), ("en-QQ-zz", "en"),
    ])
    func keepsWhatIsRegistered(text: String, expected: String) {
        #expect(LanguageTag.known(text) == expected)
    }

    @Test(arguments: [
        ("pt_BR", "pt-BR"), ("EN-us", "en-US"), ("de", "de"), ("DE", "de"), ("zh_hans_cn", "zh-Hans-CN"),
        ("sr-latn", "sr-Latn"), ("es-419", "es-419"), ("en_US.UTF-8", "en-US"), ("English", "en"), ("deutsch", "de"),
        ("Français", "fr"), ("iw", "he"), ("de-CH-1996", "de-CH-1996"), ("en-GB-x-Desk", "en-GB-x-desk"),
        ("fr, en", "fr"), ("gsw-ch", "gsw-CH"), (" nl ", "nl"), ("?", "?"), ("none of them", "none of them"),
    ])
    func isWrittenInOneWay(text: String, expected: String) {
        #expect(LanguageTag.normalised(text) == expected)
    }

    @Test(arguments: ["", "xx", "english", "\"><b", "-", "e"])
    func isNoneForAnUnknownLanguage(text: String) {
        #expect(LanguageTag.known(text) == nil)
    }
}
