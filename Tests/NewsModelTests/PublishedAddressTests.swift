import NewsModel
import Testing

@Suite struct PublishedAddressTests {
    @Test(arguments: [
        "https://paper.example/feed.xml", "https://paper.example/2026/11/some-long-headline-words/feed",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCBa659QWEk1AI4Tg--mrJ2A",
        "https://paper.example/rss?lang=en&tag=swift&format=atom",
        "https://paper.example/world/technologyandscience.xml",
        "http://127.0.0.1:8080/faults/iphone-15-pro-max-review/", "https://paper.example/section-world-20261123/rss",
        "https://paper.example/der-spiegel-schlagzeilen-tops", "https://paper.example/?feed",
        "https://paper.example/author/somebody-or-other/rss.xml?author=7",
    ])
    func anOrdinaryAddressStaysAsItIs(address: String) {
        let published = PublishedAddress(of: address)
        #expect(published.text == address)
        #expect(published.isWhole)
        #expect(AddressSecrets.all(in: address).isEmpty)
    }

    @Test(arguments: [
        "https://me:word@paper.example/feed.xml", "https://paper.example/feed.xml?token=abc",
        "https://paper.example/feed.xml?lang=en&X-Amz-Signature=0a", "https://paper.example/f/0123456789abcdef/rss",
        "https://paper.example/f/550e8400-e29b-41d4-a716-446655440000.xml", "https://paper.example/f/token/ab12/rss",
        "https://paper.example/f/zQ8hT3kPzXwaLmNcvRtb", "https://paper.example/f;jsessionid=ABC1/x",
        "https://paper.example/?q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0", "https://paper.example/x?zQ8hT3kPzXwaLmNc",
        "https://paper.example/f/%30123456789abcdef/rss", "https://paper.example/feed-hunter2hunter2hunter2.xml",
        "https://paper.example/f/1234567890123456789", #"https://paper.example\f\0123456789abcdef"#,
    ])
    func ofOneThatLooksSecretTheHostIsShown(address: String) {
        let published = PublishedAddress(of: address)
        #expect(published.text == "paper.example")
        #expect(!published.isWhole)
    }

    @Test func parametersThatNobodyKnowsAreLeftOut() {
        let published = PublishedAddress(of: "https://paper.example/rss?lang=en&foo=bar#top")
        #expect(published.text == "https://paper.example/rss?lang=en")
        #expect(!published.isWhole)
    }

    @Test func whatIsKnownToBeSecretHidesTheAddress() {
        let redactor = Redactor(secrets: [
            Secret("plain-words-only", reach: .addressesOfSources), Secret("swordfish"),
        ])
        for path in ["plain-words-only/rss", "a?q=swordfish"] {
            #expect(PublishedAddress(of: "https://paper.example/\(path)", besides: redactor).text == "paper.example")
        }
        #expect(redactor.redact("plain-words-only") == "plain-words-only")
    }

    @Test(arguments: [
        ("moved to https://a.example/f?sig=0f3c: change it", "moved to a.example: change it"),
        ("see https://a.example/f, and (http://b.example/).", "see https://a.example/f, and (http://b.example/)."),
        ("http://a.example/hook#Zq55wordZq1: no answer", "http://a.example/hook: no answer"),
        ("ftp://me:word@a.example/x", "a.example"), ("write http:// before it", "write http:// before it"),
        ("such as Reader/1.0 (+https://a.example/)", "such as Reader/1.0 (+https://a.example/)"),
        ("://", "://"), ("1+://a", "1+://a"), ("no address", "no address"),
    ])
    func addressesInAMessageAreShownAsTheyMayBe(text: String, shown: String) {
        #expect(Redactor.none.said(text) == shown)
    }

    @Test(arguments: [
        "u:MBeTdwTMTeTrpEunnM", "x,MBeTdwTMTeTrpEunnM,y", "@MBeTdwTMTeTrpEunnM", "MBeTdwTMTeTrpEunnM.xml",
    ])
    func aTokenIsFoundWithinASegment(segment: String) {
        let redactor = Redactor(secrets: AddressSecrets.all(in: "https://paper.example/\(segment)/rss"))
        #expect(redactor.redact("it is mbetdwtmtetrpeunnm here") == "it is ••• here")
    }

    @Test(arguments: [
        "election2024feed.xml", "olympics2024news", "championsleague2024", "newsletter20241123",
        "secretary-of-state-2024",
    ])
    func wordsWithAYearAreNoKey(segment: String) {
        let address = "https://paper.example/\(segment)/rss?list=\(segment)&odd=\(segment)"
        let redactor = Redactor(secrets: AddressSecrets.all(in: address))
        let text = "https://paper.example/\(segment)/1 election olympics champions newsletter"
        #expect(redactor.redact(text) == text)
    }

    @Test(arguments: ["1234567890123456789", "1234567890123456789-some-title"])
    func anIDOfDigitsHidesAnAddressAndIsPublicElsewhere(id: String) {
        let address = "https://paper.example/feeds/\(id)/posts"
        #expect(PublishedAddress(of: address).text == "paper.example")
        let redactor = Redactor(secrets: AddressSecrets.all(in: address + "?blog=\(id)"))
        #expect(redactor.redact("https://paper.example/\(id)/1") == "https://paper.example/\(id)/1")
        let keyed = Redactor(secrets: AddressSecrets.all(in: "https://paper.example/feed?token=\(id)"))
        #expect(keyed.redact("it is \(id)") == "it is •••")
    }

    @Test(arguments: [
        "0123456789abcdef", "550e8400-e29b-41d4-a716-446655440000", "pathTok3nAb9Xy7Qw2Er5", "tk9f8e7d6c5b4a39281706",
        "qzxkvjwpmtbhgfdnqr", "MBeTdwTMTeTrpEunnM",
    ])
    func whatIsRandomIsSecretEverywhere(token: String) {
        for address in ["https://paper.example/\(token)/rss", "https://paper.example/rss?odd=\(token)"] {
            #expect(Redactor(secrets: AddressSecrets.all(in: address)).redact("it is \(token)") == "it is •••")
        }
    }

    @Test func theHostOfAnAddressIsWithoutPortAndBrackets() {
        #expect(PublishedAddress.host(of: "http://me:word@[fd00::5]:8080/feed") == "fd00::5")
        #expect(PublishedAddress.host(of: "http://paper.example:8080/feed") == "paper.example")
    }

    @Test func aWebhooksAddressIsSecretAsAWhole() {
        let secrets = AddressSecrets.all(
            in: "https://hooks.example/services/T0K3N/letters?x=ab12cd34#Zq5", isWhole: true)
        #expect(Set(secrets.map { $0.reveal() }) == ["T0K3N", "ab12cd34"])
        #expect(
            AddressSecrets.all(in: "https://hooks.example/#Zq55word", isWhole: true).map { $0.reveal() } == ["Zq55word"]
        )
    }

    @Test(arguments: [
        ("Authorization", "Bearer abc4efgh", ["Bearer abc4efgh", "abc4efgh"]),
        (
            "Authorization", "Basic bWU6aHVudGVyMg==",
            ["Basic bWU6aHVudGVyMg==", "bWU6aHVudGVyMg==", "me:hunter2", "hunter2"]
        ),
        ("Cookie", "a=b; session=s3ss10n", ["b", "s3ss10n"]),
        ("Accept", "text/xml", []), ("X-Anything", "val-0815-x", ["val-0815-x"]),
    ])
    func headersHoldSecrets(name: String, value: String, secrets: [String]) {
        #expect(HeaderSecrets.all(in: value, of: name).map { $0.reveal() } == secrets)
    }

    @Test func aWordAmongOthersInAHeaderStaysAWord() {
        let headers = [
            ("Cookie", "consent=accepted; session=s3ss10n-0815"), ("X-Client", "Newsletter reader/2 (contact)"),
        ]
        let redactor = Redactor(secrets: headers.flatMap { HeaderSecrets.all(in: $1, of: $0) })
        #expect(redactor.redact("accepted by a newsletter contact") == "accepted by a newsletter contact")
        #expect(redactor.redact("it was s3ss10n-0815") == "it was •••")
    }
}
