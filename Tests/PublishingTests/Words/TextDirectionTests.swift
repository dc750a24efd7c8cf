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

    /// A tie is no majority, and nobody reads on behind so many letters.
    @Test func goesByTheMajorityOfTheFirstLetters() {
        #expect(TextDirection.of("abאב", in: "he") == "auto")
        #expect(TextDirection.of("abאבג", in: "he") == "rtl")
        let text = String(repeating: "א", count: 61) + String(repeating: "a", count: 59)
        #expect(TextDirection.of(text + String(repeating: "a", count: 100), in: "he") == "rtl")
        #expect(TextDirection.of("a" + text.dropFirst() + String(repeating: "א", count: 100), in: "he") == "auto")
    }

    @Test(arguments: [
        "\u{0590}\u{05D0}", "\u{08FF}\u{08A0}", "\u{FB1D}", "\u{FDFB}", "\u{FE70}", "\u{10800}", "\u{1E900}",
    ])
    func knowsTheLettersThatRunTheOtherWay(text: String) {
        #expect(TextDirection.of(text, in: "ar") == "rtl")
    }

    @Test func leavesWhatIsNotKnownToTheBrowser() {
        #expect(TextDirection.of("Ferry returns", in: nil) == "auto")
    }
}
