import Testing

@testable import Publishing

@Suite struct TextDirectionTests {
    @Test(arguments: [
        ("Ferry returns", "en", "ltr"), ("عودة العبّارة", "ar", "rtl"), ("Apple تعلن عن هاتف جديد", "ar", "rtl"),
        ("عودة العبّارة", "en", "auto"), ("Ferry returns", "he", "auto"), ("12 345", "en", "ltr"),
        ("12 345", "ar", "auto"),
    ])
    func believesALanguageThatTheLettersAgreeWith(text: String, language: String, direction: String) {
        #expect(TextDirection.of(text, in: language) == direction)
    }

    @Test func leavesWhatIsNotKnownToTheBrowser() {
        #expect(TextDirection.of("Ferry returns", in: nil) == "auto")
    }
}
