import NewsModel
import TestSupport
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
