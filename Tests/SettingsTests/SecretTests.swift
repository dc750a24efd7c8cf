import NewsModel
import Settings
import Testing

@Suite struct SecretTests {
    @Test func variablesAreFilledInWhereverTheyStand() throws {
        let settings = try Sample.settings(
            "title: ${A} and ${B_2}, ${A}\nlanguage: ${LANG_TAG}\nfetch: {retries: ${N}}",
            environment: ["A": "one", "B_2": "two: #", "LANG_TAG": "fr", "N": "3"])
        #expect(settings.site.title == "one and two: #, one")
        #expect(settings.site.language == "fr")
        #expect(settings.fetch.retries == 3)
        // A title or a language is there to be read.
        #expect(settings.secrets.isEmpty)
    }

    @Test(arguments: [("$${A}", "${A}"), ("$5 $", "$5 $"), ("$$", "$$"), ("a$$${A}", "a$${A}"), ("$A", "$A")])
    func twoDollarsStandForOne(raw: String, value: String) throws {
        #expect(try Sample.settings("title: \(raw)", environment: ["A": "x"]).site.title == value)
    }

    @Test func aValueFromTheEnvironmentIsNotReadAsAVariable() throws {
        #expect(try Sample.settings("title: ${A}", environment: ["A": "${B}"]).site.title == "${B}")
    }

    @Test func missingVariablesAreNamedWhereTheyStand() {
        let mistakes = Sample.mistakes(
            "title: ${ONE} ${TWO}\nsources:\n  - guardian: {key: ${GUARDIAN_API_KEY}}\n", environment: ["TWO": ""])
        #expect(
            mistakes == [
                "1:8: the variable `ONE` is not set in the environment; set it before the run",
                "1:8: the variable `TWO` is set in the environment, but empty; give it a value",
                "3:21: the variable `GUARDIAN_API_KEY` is not set in the environment; set it before the run",
            ])
    }

    @Test(arguments: ["'${}'", "'${A'", "'${A B}'", "'${A:-b}'", "'${1A}'"])
    func brokenVariablesAreExplained(raw: String) {
        #expect(
            Sample.mistakes(in: "title: \(raw)", environment: ["A": "x"]) == [
                "1:8: `${` begins a variable, written `${NAME}`; write `$${` for the characters themselves"
            ])
    }

    @Test(arguments: [
        ("newsapi: {key: k-literal, country: us}", ["k-literal"]),
        ("feed: 'https://me:pa%20ss@a.example/'", ["me:pa%20ss", "me:pa ss", "pa%20ss", "pa ss"]),
        ("feed: 'https://token-only@a.example/'", ["token-only"]),
        ("feed: 'https://a.example/?q=ordinary-words&api_key=abcdefgh'", ["abcdefgh"]),
        ("feed: 'https://a.example/', headers: {authorization: Bearer abc, Accept: text/xml}", ["Bearer abc", "abc"]),
        ("feed: 'https://a.example/', headers: {X-Api-Key: k1, Cookie: a=b}", ["k1", "b"]),
    ])
    func literalSecretsAreKnown(source: String, secrets: [String]) throws {
        let settings = try Sample.read("sources: [{\(source)}]")
        #expect(Set(settings.secrets.map { $0.reveal() }) == Set(secrets))
    }

    /// The file is shown with the record of a night.
    @Test func whatLooksLikeOneInKeysOfTheUsersOwnIsKnown() throws {
        let settings = try Sample.settings(
            "x-keys: {spare: &s SPAREk3y5Rq8Zx1Wv7, token: hunter-2-Kx9, old: ['https://ann:pa55w0rd@a.example/'], n: 20}\n"
                + "x-notes: {language: en, key: '${NOT_SET}'}\n")
        let secrets = Set(settings.secrets.map { $0.reveal() })
        #expect(secrets == ["SPAREk3y5Rq8Zx1Wv7", "hunter-2-Kx9", "ann:pa55w0rd", "pa55w0rd"])
    }

    @Test func webhookSecretsAndProxyPasswordsAreKnown() throws {
        let settings = try Sample.settings(
            "network: {proxy: 'http://me:secret-a@p:1'}\n"
                + "notify: [{webhook: {url: 'https://a.example/', secret: secret-b}}]")
        #expect(Set(settings.secrets.map { $0.reveal() }).isSuperset(of: ["me:secret-a", "secret-a", "secret-b"]))
    }

    /// Whatever is wrong with a text that holds a secret, the message does not hold it.
    @Test(arguments: [
        "sources: [{feed: 'https://me:hunter22@'}]", "sources: [{feed: 'htp://me:hunter22@a.example/'}]",
        "sources: [{feed: 'me:hunter22@a.example/x'}]", "sources: [{feed: ${S}}]", "sources: [{feed: 'ftp://${S}'}]",
        "sources: [{guardian: {key:hunter22}}]", "sources: [{guardian: {key hunter22}}]",
        "sources: [{guardian: hunter22}]",
        "sources: [{guardian: {key: 'hunter22 hunter22'}}]", "sources: [{guardian: [hunter22]}]",
        "sources: [{newsapi: {key: hunter22}, titel: hunter22}]",
        "sources: [{feed: x, headers: {Authorization hunter22}}]",
        "sources: [{feed: x, headers: {Authorization: \"hunter22\\n\"}, weight: ${S}}]",
        "sources: [{feed: x, headers: {\"Bearer hunter22\": x}}]", "network: {proxy: 'socks5://me:hunter22@p'}",
        "network: {proxy: 'https://me:hunter22@p'}", "notify: [{webhook: {secret: [hunter22]}}]",
        "notify: [{webhook: {secret: hunter22}}]", "fetch: {retries: ${S}}", "timezone: ${S}", "pages: {theme: ${S}}",
        "language: ${S}", "sources: [{id: ${S}, feed: x}, {id: ${S}, feed: x}]",
        "url: 'https://me:hunter22@a.example/?x'",
        "sections: [\"${S}\", \"${S}\"]", "pages: {extra-css: \"${S}.css\"}", "title: \"hunter22",
    ])
    func noSecretStandsInAMessage(text: String) {
        let mistakes = Sample.mistakes(text, environment: ["S": "hunter22"])
        #expect(!mistakes.isEmpty)
        #expect(!mistakes.contains { $0.contains("hunter22") })
    }

    @Test func aBrokenProxyOfTheEnvironmentIsNotQuoted() {
        let environment = ["HTTPS_PROXY": "socks5://me:hunter22@p"]
        #expect(
            Sample.mistakes(Sample.sources, environment: environment) == [
                "the variable `HTTPS_PROXY` of the environment is no proxy such as http://proxy.example.org:3128; "
                    + "only proxies that speak HTTP can be used"
            ])
    }
}
