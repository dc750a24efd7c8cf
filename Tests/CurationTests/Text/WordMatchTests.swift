import Testing

@testable import Curation

@Suite struct WordMatchTests {
    @Test(arguments: [
        ("storm", "Storm hits coast"), ("STORM", "the storm."), ("storm", "“Storm”: what we know"),
        ("cafe", "Le Café ferme"), ("Café", "cafe\u{301} culture"), ("heavy snow", "Heavy  snow, again"),
        ("o'brien", "O’Brien resigns"), ("apple", "Apple's new lamp"), ("c++", "Notes on C++ modules"),
        ("c#", "C# turns old"), ("straße", "STRASSE gesperrt"), ("東京", "今日の東京都の天気"), ("ตลาด", "เปิดตลาดเช้า"),
        ("삼성", "삼성이 발표했다"), ("łódź", "Lodz wins prize"), ("is", "TASIS IS here"), ("мост", "Новый МОСТ открыт"),
        ("☂", "Rain ☂ ahead"), ("US", "US owls return"), ("us", "US owls return"), ("US owls", "The US owls return"),
        ("ALL THE BEST", "All the best of the week"), ("US", "US-UK AI pact"), ("NASA", "Nasa counts owls"),
    ])
    func wholeWordIsFound(phrase: String, text: String) {
        #expect(WordMatch(phrase).isFound(in: SearchableText([text])))
    }

    @Test(arguments: [
        ("storm", "Brainstorming at the council"), ("storm", "Storms ahead"), ("heavy snow", "Snow, heavy at times"),
        ("c++", "Vitamin C and you"), ("", "anything"), ("!?", "anything!?"), ("art", "Article 5"), ("US", "Join us"),
        ("WHO", "Who counts owls"), ("IT jobs", "It jobs on"), ("東京", "京東の店"),
    ])
    func partOfAWordIsNot(phrase: String, text: String) {
        #expect(!WordMatch(phrase).isFound(in: SearchableText([text])))
    }

    @Test func phraseDoesNotReachFromTitleToSummary() {
        #expect(!WordMatch("snow falls").isFound(in: SearchableText(["First snow", "Falls expected"])))
    }
}
