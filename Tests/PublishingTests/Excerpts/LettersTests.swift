import Testing

@testable import Publishing

@Suite struct LettersTests {
    @Test(arguments: [
        ("By Jane Doe, 23 Nov.", ["by", "jane", "doe", "23", "nov"]),
        ("  --  ", []), ("", []), ("ONE", ["one"]), ("a_b@c[d`e{f", ["a", "b", "c", "d", "e", "f"]),
        ("Über Öl – naïve", ["über", "öl", "naïve"]), ("東京 2026", ["東京", "2026"]),
    ])
    func wordsAreLettersAndDigitsInLowerCase(text: String, words: [String]) {
        #expect(Letters.words(text) == words)
    }

    @Test(arguments: ["one, two. three four", "eins, zwölf. drei vier"])
    func noMoreAreReadThanAreAskedFor(text: String) {
        let all = Letters.words(text)
        for most in 1...5 { #expect(Letters.words(text, atMost: most) == Array(all.prefix(most))) }
    }
}
