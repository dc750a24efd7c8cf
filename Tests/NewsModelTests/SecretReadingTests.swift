import NewsModel
import Testing

@Suite struct SecretReadingTests {
    private static let key = "deadbeef42Kq7z"
    private static let redactor = Redactor(secrets: [Secret(key)])

    @Test(arguments: [
        "see &\(key); now", "see &amp;\(key); now", "see &amp;amp;\(key); now", "100%\(key)", #"C:\u\#(key)"#,
        #"C:\\u\#(key)"#, "x&amp;#\(key)", "&%2365;&%2365; \(key)", "&amp;#x\(key)", "a?lang=en&\(key);x=1",
    ])
    func whatMayBeAnEncodingIsReadAsItselfToo(text: String) {
        // In JSON a single backslash is an escape and nothing else.
        let isJSON = text.replacing(#"\\"#, with: "").contains(#"\"#) ? [] : [Redactor.Form.json]
        for form in [.text, .markup] + isJSON {
            let written = form == .json ? "\"\(text)\"" : text
            #expect(!Self.redactor.redact(written, as: form).contains("beef42"), "\(form)")
        }
        #expect(Self.redactor.finds(in: text))
    }

    @Test func aNumberBehindAnEncodedHashIsALetter() {
        for hash in ["%23", "%2523", #"\u0023"#] {
            #expect(Self.redactor.redact("deadbeef42Kq7&\(hash)122;") == "•••")
        }
    }

    @Test func escapesOfTheFileStayWhole() {
        let redactor = Redactor(secrets: [Secret("nightkey42x7q")])
        #expect(redactor.redact(#""a\nightkey42x7q""#, as: .json) == #""a\nightkey42x7q""#)
        #expect(redactor.redact(#""a\\nightkey42x7q""#, as: .json) == #""a\\•••""#)
    }

    @Test func partsOfAKeyAreKeys() {
        let token = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
        let parts = ["AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", String(token.prefix(22)), String(token.suffix(22))]
        let secrets =
            [[Secret(token)], HeaderSecrets.all(in: "Bearer " + token, of: "Authorization")]
            + ["bot\(token)/x", "x?token=\(token)"].map { AddressSecrets.all(in: "https://a.example/\($0)") }
        for secrets in secrets {
            let redactor = Redactor(secrets: secrets)
            for part in parts { #expect(redactor.redact("T \(part)") == "T •••") }
        }
        for mark in [".", "-", "_", "|"] {
            let redactor = Redactor(secrets: [Secret("harbourbridgeharbour\(mark)x7q2w9zk")])
            #expect(redactor.redact("T x7q2w9zk") == "T •••", "\(mark)")
        }
    }

    @Test(arguments: [
        "t", "k", "code", "author", "authors", "AUTHOR", "MONKEY", "monkey", "keyword", "keywords", "keynote",
        "passage",
        "sign", "compass", "secretary", "design", "turkey",
    ])
    func namesOfOrdinaryThingsAreNone(name: String) {
        #expect(!CredentialName.isOne(name))
        for value in ["technology", "politics", "Shakespeare"] {
            #expect(AddressSecrets.all(in: "https://a.example/rss?\(name)=\(value)").isEmpty)
        }
    }

    @Test(arguments: [
        "auth", "Authorization", "key", "apikey", "api_key", "APIKey", "X-Api-Key", "NEWSAPI_KEY", "token",
        "accessToken",
        "access_token", "userToken2", "sig", "X-Amz-Signature", "secret", "pass", "password", "passwd", "pwd",
        "session",
        "PHPSESSID", "jsessionid", "sid", "credentials", "jwt", "bearer", "hmac", "feedkey", "X-Goog-Credential",
        "KEY1",
    ])
    func namesOfCredentialsAreSome(name: String) {
        #expect(CredentialName.isOne(name))
    }

    @Test func whatLooksMadeUpIsSecretUnderAnyName() {
        for name in ["t", "k", "code", "author"] {
            let redactor = Redactor(
                secrets: AddressSecrets.all(in: "https://a.example/rss?\(name)=Kq7zT4wB9xP2mR6vLs3d"))
            #expect(redactor.redact("Kq7zT4wB9xP2mR6vLs3d") == "•••")
        }
    }

    @Test func aWordInAParameterCountsAtItsPlace() {
        let redactor = Redactor(secrets: AddressSecrets.all(in: "https://a.example/rss?token=technology&partner=daily"))
        #expect(redactor.redact("Technology stocks rise daily") == "Technology stocks rise daily")
        #expect(redactor.finds(in: "https://a.example/1?token=technology"))
        #expect(!redactor.finds(in: "https://a.example/1?partner=daily&id=3"))
        let header = Redactor(secrets: HeaderSecrets.all(in: "swordfish", of: "X-Api-Key"))
        #expect(header.redact("a swordfish") == "a •••")
    }

    @Test(arguments: ["v=dQw4w9WgXc1", "bvid=BV1xx411c7mD", "max_results=20", "title=Harbour", "ned=us"])
    func whatEverybodyMaySeeIsNoSecret(query: String) {
        #expect(AddressSecrets.all(in: "https://a.example/rss?\(query)").isEmpty)
        #expect(PublishedAddress(of: "https://a.example/rss?\(query)").isWhole)
    }
}
