import NewsModel
import Testing

@Suite struct SecretTests {
    @Test func noWayOfPrintingShowsIt() {
        let secret = Secret("open sesame")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("sesame"))
        }
    }

    @Test func whoAsksByNameGetsIt() {
        #expect(Secret("open sesame").reveal() == "open sesame")
    }

    @Test func aSourceWithASecretHeaderCanBePrintedSafely() {
        let header = Source.Header(name: "Authorization", value: Secret("Bearer sesame"))
        #expect(!"\(Source(id: "a", provider: .feed(url: "https://a.example/"), headers: [header]))".contains("sesame"))
    }
}

@Suite struct RedactorTests {
    @Test(arguments: [
        "key=p&ss w/rd", "https://a.example/?key=p%26ss%20w%2Frd", "p&ss w/rd", "error: p&ss w/rd refused",
    ])
    func aSecretIsTakenOutHoweverItIsWritten(text: String) {
        let redacted = Redactor(secrets: [Secret("p&ss w/rd")]).redact(text)
        #expect(!redacted.contains("ss w/rd"))
        #expect(!redacted.contains("ss%20w"))
        #expect(redacted.contains("•••"))
    }

    @Test func aLongerSecretGoesFirst() {
        let redactor = Redactor(secrets: [Secret("abcd"), Secret("abcdefgh")])
        #expect(redactor.redact("abcdefgh abcd") == "••• •••")
    }

    @Test func whatIsTooShortToProtectAnythingLeavesWordsAlone() {
        #expect(Redactor(secrets: [Secret("us"), Secret("")]).redact("the house of us") == "the house of us")
    }
}
