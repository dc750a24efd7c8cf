import Testing

@testable import Curation

@Suite struct TitleIdentityTests {
    @Test(arguments: [
        ("Bridge closed after storm", "BRIDGE CLOSED AFTER STORM"),
        ("Grève à l’école", "Greve a l'ecole"),
        ("Bridge closed – again", "Bridge closed - again"),
        ("Bridge closed after storm", "Bridge closed after storm | The Gazette"),
        ("Bridge closed after storm", "Bridge closed after storm - gazette.example"),
        ("Bridge closed after storm", "Bridge closed after storm - Reuters"),
        ("Bridge closed after storm", "UPDATE 2-Bridge closed after storm"),
        ("Bridge closed after storm", "BREAKING: Bridge closed after storm"),
    ])
    func spellingsOfOneTitleAreEqual(one: String, other: String) {
        let names = ["The Gazette", "gazette", "gazette.example"]
        #expect(TitleIdentity.key(of: one, names: names) == TitleIdentity.key(of: other, names: names))
    }

    @Test(arguments: [
        ("Bridge closed after storm", "Bridge closed after storm: mayor"),
        ("Talks - day two", "Talks - day three"),
        ("Rovers 2-1 Albion", "Rovers 1-2 Albion"),
        ("かき", "がき"),
    ])
    func otherTitlesAreNot(one: String, other: String) {
        #expect(TitleIdentity.key(of: one, names: ["Gazette"]) != TitleIdentity.key(of: other, names: ["Gazette"]))
    }

    @Test(arguments: ["", "???", " – ", "…"])
    func titleWithoutWordsHasNoKey(title: String) {
        #expect(TitleIdentity.key(of: title) == nil)
    }
}
