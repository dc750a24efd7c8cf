import NewsModel
import TestSupport
import Testing

@Suite struct SecretPlaceholdersTests {
    private static let secrets = [
        Secret("k9Zq/77+pW&x2"), Secret("anna:Str4ndk0rb"), Secret("Str4ndk0rb"),
        Secret("0f3c9a7711de0f3c9a77", reach: .addressesOfSources), Secret("tide", reach: .values),
    ]
    private let placeholders = SecretPlaceholders(tag: "5f0c9a1e77b2", secrets: secrets)

    @Test(arguments: [
        "X-Key: k9Zq/77+pW&x2", "https://a.example/?key=k9Zq%2F77%2BpW%26x2&n=1",
        "<a href=\"?key=k9Zq/77+pW&amp;x2\">b</a>",
        #"{"key":"k9Zq\/77+pW&x2"}"#, "?k=k9Zq%2f77%2bpW%26x2", "https://anna:Str4ndk0rb@a.example/rss", "STR4NDK0RB",
        "k9Zq/77+pW&x2 and Str4ndk0rb, twice: Str4ndk0rb", "nothing at all", "", "?token=tide&x",
        "Str4ndk0rb9 Str4ndk0rb0a",
        "k9Zq/7 7+pW&x2 half",
    ])
    func whatWasWrittenIsWrittenAgain(_ text: String) {
        let hidden = placeholders.hiding(text)
        #expect(!Redactor(secrets: Self.secrets).finds(in: hidden), "\(hidden)")
        #expect(placeholders.restoring(hidden) == text, "\(hidden)")
    }

    @Test(arguments: [
        "Basic YW5uYTpTdHI0bmRrMHJi", "<i>Str4</i>ndk0rb", "Str4&#110;dk0rb", "S\u{AD}tr4ndk0rb",
        "537472346e646b307262",
    ])
    func whatIsWrittenOtherwiseIsReadAsTheSameSecret(_ text: String) {
        let redactor = Redactor(secrets: Self.secrets)
        let hidden = placeholders.hiding(text)
        #expect(!redactor.finds(in: hidden), "\(hidden)")
        #expect(redactor.redact(placeholders.restoring(hidden)) == redactor.redact(text), "\(hidden)")
    }

    @Test func anAddressLosesWhatHidesIt() {
        let url = "https://a.example/feed/0f3c9a7711de0f3c9a77/rss.xml"
        let hidden = placeholders.hiding(url, at: .address)
        #expect(hidden == "https://a.example/feed/secret-5f0c9a1e77b2-3a/rss.xml")
        #expect(placeholders.restoring(hidden) == url)
        #expect(placeholders.hiding("<link>\(url)</link>") == "<link>\(hidden)</link>")
    }

    @Test func whatServersToldHasNoWayBack() throws {
        let learned = try #require(placeholders.learned([Secret("s3ss10n-9911aa")]))
        let hidden = placeholders.hiding("/x?sid=s3ss10n-9911aa&k=Str4ndk0rb", learned: learned)
        #expect(hidden == "/x?sid=secret-5f0c9a1e77b2-0l&k=secret-5f0c9a1e77b2-2a")
        #expect(placeholders.restoring(hidden, unknown: .apart) == "/x?sid=secret-5f0c9a1e77b2-0l&k=Str4ndk0rb")
        #expect(placeholders.restoring(hidden) == "/x?sid=secret-5f0c9a1e77b2-learned&k=Str4ndk0rb")
        #expect(placeholders.learned([Secret("a")]) == nil)
        let two = try #require(placeholders.learned([Secret("s3ss10n-9911aa"), Secret("t0ken-8822bb")]))
        let both = placeholders.hiding("s3ss10n-9911aa t0ken-8822bb T0KEN-8822BB", learned: two)
        #expect(both == "secret-5f0c9a1e77b2-0l secret-5f0c9a1e77b2-1l secret-5f0c9a1e77b2-1l")
    }

    @Test(arguments: [
        "secret-5f0c9a1e77b2-", "secret-5f0c9a1e77b2-2y", "secret-000000000000-2a", "secret-5f0c9a1e77b2-99999999a",
        "secret-5f0c9a1e77b2-2", "secret-5f0c9a1e77b2-2pa1",
    ])
    func whatIsNoPlaceholderStays(_ text: String) {
        #expect(placeholders.restoring(text) == text)
        #expect(placeholders.restoring("a \(text) b") == "a \(text) b")
    }

    @Test(arguments: ["9a", "2pa3e99e", "2pa99e1e", "7z", "9pb0e2e"])
    func whatIsNotKnownIsAWordOfItsOwn(_ code: String) {
        let restored = placeholders.restoring("a secret-5f0c9a1e77b2-\(code) b")
        #expect(restored == "a secret-5f0c9a1e77b2-learned b")
        #expect(Redactor(secrets: [placeholders.irreversible]).redact(restored) == "a ••• b")
    }

    @Test func secretsAreKnownAgainByTheirSources() {
        let (a, b, c) = (Secret("Str4ndk0rb-881"), Secret("K1ste-77-Zq"), Secret("webhook-0f3c9a77"))
        let sources = [
            Source(id: "a", provider: .feed(url: "https://a.example/?key=Str4ndk0rb-881&token=K1ste-77-Zq")),
            Source(id: "b", provider: .feed(url: "https://b.example/?key=K1ste-77-Zq")),
        ]
        let names = NamedSecrets([a, b, c], of: sources).names
        #expect(names == [["a/0"], ["a/1", "b/0"], []])
        #expect(NamedSecrets([c, b], of: [sources[1]]).ordered(as: names) == [Secret(""), b, c])
        #expect(NamedSecrets([c, b], of: [sources[1]]).ordered(as: [[], []]) == [c, b])
        let placeholders = SecretPlaceholders(tag: "5f0c9a1e77b2", secrets: [Secret(""), b])
        let text = "secret-5f0c9a1e77b2-0a secret-5f0c9a1e77b2-0z secret-5f0c9a1e77b2-1a"
        #expect(placeholders.restoring(text).hasSuffix("-learned secret-5f0c9a1e77b2-learned K1ste-77-Zq"))
        #expect(placeholders.hiding("K1ste-77-Zq") == "secret-5f0c9a1e77b2-1a")
    }

    @Test func withoutSecretsAllIsRedacted() {
        let foreign = SecretPlaceholders(tag: "5f0c9a1e77b2", secrets: [])
        let hidden = placeholders.hiding("the key Str4ndk0rb of anna:Str4ndk0rb")
        let redactor = Redactor(secrets: [foreign.irreversible])
        #expect(redactor.redact(foreign.restoring(hidden)) == "the key ••• of •••")
    }

    @Test func tagsAreOfOneLength() {
        #expect(SecretPlaceholders.tag(of: 0xFED_CBA9_8765_4321) == "cba987654321")
        #expect(SecretPlaceholders.tag(of: 7) == "000000000007")
    }
}
