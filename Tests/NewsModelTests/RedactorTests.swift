import Foundation
import NewsModel
import Testing

@Suite struct RedactorTests {
    static let key = "zQ7-echo/Sec+ret_5591=uVw"
    private static let redactor = Redactor(secrets: [Secret(key), Secret("hun7er"), Secret("paris"), Secret("us")])

    /// A spelling of the key, by what is odd in it.
    struct Spelling: CustomTestStringConvertible {
        let name: String
        let text: String

        var testDescription: String { name }
    }

    static let spellings: [Spelling] = [
        .init(name: "as it is", text: key), .init(name: "other case", text: key.uppercased()),
        .init(name: "percent", text: key.utf8.map { "%" + String($0, radix: 16) }.joined()),
        .init(name: "percent, in part", text: key.replacing("/", with: "%2F").replacing("e", with: "%65")),
        .init(name: "percent twice", text: key.utf8.map { "%25" + String($0, radix: 16, uppercase: true) }.joined()),
        .init(name: "decimal", text: key.unicodeScalars.map { "&#\($0.value);" }.joined()),
        .init(name: "hexadecimal", text: key.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()),
        .init(name: "escaped twice", text: key.unicodeScalars.map { "&amp;#\($0.value);" }.joined()),
        .init(name: "named", text: key.replacing("/", with: "&sol;").replacing("+", with: "&plus;")),
        .init(name: "JSON's slash", text: key.replacing("/", with: #"\/"#)),
        .init(
            name: "JSON's escapes",
            text: key.unicodeScalars.map { #"\u00"# + String($0.value, radix: 16) }.joined()),
        .init(name: "zero width", text: key.map(String.init).joined(separator: "\u{200B}")),
        .init(name: "soft hyphens", text: key.map(String.init).joined(separator: "\u{AD}")),
        .init(name: "escaped zero width", text: key.map(String.init).joined(separator: "&#8203;")),
        .init(name: "tags", text: key.map { "<b>\($0)</b>" }.joined()),
        .init(name: "comments", text: key.prefix(9) + "<!-- -->" + key.dropFirst(9)),
        .init(name: "escaped tags", text: key.map { "&lt;i&gt;\($0)&lt;/i&gt;" }.joined()),
        .init(name: "full width", text: key.unicodeScalars.map(fullWidth).joined()),
        .init(name: "first half", text: String(key.prefix(key.count / 2))),
        .init(name: "last half", text: String(key.suffix(key.count / 2))),
        .init(name: "base 16", text: key.utf8.map { String($0, radix: 16) }.joined()),
    ]

    private static func fullWidth(_ scalar: Unicode.Scalar) -> String {
        Unicode.Scalar(scalar.value + 0xFEE0).map(String.init) ?? ""
    }

    @Test(arguments: spellings)
    func aSecretIsFoundHoweverItIsSpelt(spelling: Spelling) {
        let redacted = Self.redactor.redact("before \(spelling.text) behind", as: .markup)
        #expect(redacted.replacing(/<[^>]*>|&lt;[^&]*&gt;/, with: "") == "before ••• behind")
    }

    @Test(arguments: ["", "a", "ab", "abc"], ["", "z", "zz"])
    func aSecretIsFoundInBase64WhereverItStands(before: String, behind: String) {
        let standard = Data((before + Self.key + behind).utf8).base64EncodedString()
        let safe = standard.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        for text in [standard, safe, standard.replacing("/", with: ","), standard.replacing("+", with: "%2B")] {
            #expect(Self.redactor.redact(text).utf8.count < 24, "\(text)")
        }
    }

    @Test(arguments: [
        ("https://a.example/?key=hun7er&x=1", "https://a.example/?key=•••&x=1"), ("the Hun7er word", "the ••• word"),
        ("xhun7erx", "xhun7erx"), ("Paris and us", "Paris and us"), ("key=paris", "key=•••"), ("us=us", "us=us"),
        ("", ""), ("nothing", "nothing"), ("\u{200B}é%", "\u{200B}é%"), ("&#", "&#"), (#"\u"#, #"\u"#), ("<", "<"),
    ])
    func whatIsShortCountsWhereItStandsAlone(text: String, redacted: String) {
        #expect(Self.redactor.redact(text) == redacted)
    }

    @Test func aLongerSecretGoesFirst() {
        let redactor = Redactor(secrets: [Secret("abc4"), Secret("abc4efgh")])
        #expect(redactor.redact("abc4efgh abc4") == "••• •••")
    }

    @Test func moreThanHalfOfASecretGoesAsFarAsItIsThere() {
        #expect(Self.redactor.redact("x \(Self.key.prefix(20))… y") == "x •••… y")
        #expect(Self.redactor.redact("x …\(Self.key.suffix(20)) y") == "x …••• y")
    }

    @Test func aFileStaysWellFormed() throws {
        let secret = "ab\"cd<ef>&gh'ij"
        let redactor = Redactor(secrets: [Secret(secret), Secret("nsecretvalue")])
        let data = try JSONSerialization.data(withJSONObject: [
            "a": secret, "b": "line\nsecretvalue", "c": "nsecretvalue",
        ])
        let bytes = redactor.redact(Array(data), as: .json)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String])
        #expect(read == ["a": "•••", "b": "line\nsecretvalue", "c": "•••"])
        let markup = "<p title=\"ab&quot;cd&lt;ef&gt;&amp;gh&#39;ij\">ab\"cd&lt;ef&gt;&amp;gh'ij &eacute;</p>"
        #expect(redactor.redact(markup, as: .markup) == "<p title=\"•••\">••• &eacute;</p>")
    }

    @Test func namesInAFileOfOursStay() throws {
        let redactor = Redactor(secrets: [
            Secret("published"), Secret("sesame-1234"), Secret("12345678"), Secret("datetime"),
        ])
        let page = """
            <?xml version="1.0"?><published datetime="published" a=published b='sesame-1234'>published</published>\
            <!-- published --><a href="?sesame-1234" published></a>
            """
        #expect(
            redactor.redact(page, as: .page) == """
                <?xml version="1.0"?><published datetime="•••" a=••• b='•••'>•••</published><!-- ••• -->\
                <a href="?•••" published></a>
                """)
        let document = #"{"published": "published", "count" :12345678, "a": ["12345678", {"datetime":"x datetime"}]}"#
        #expect(
            redactor.redact(document, as: .json)
                == #"{"published": "•••", "count" :12345678, "a": ["•••", {"datetime":"x •••"}]}"#)
    }

    @Test(arguments: ["electionKq83ZxT0k9", "Kq83ZxT0k9election", "president-Kq83ZxT0k9"])
    func halfOfASecretThatIsAWordStays(secret: String) {
        let redactor = Redactor(secrets: [Secret(secret)])
        let text = "The election of the president 2024"
        #expect(redactor.redact(text) == text)
        #expect(redactor.redact("x \(secret) y") == "x ••• y")
        #expect(!redactor.redact("x Kq83ZxT0k9 y").contains("Kq83ZxT0"))
    }

    @Test func ofTwoSecretsWithAHalfInCommonAsMuchGoesAsIsThere() {
        let secrets = ["aaaa1111", "bbbb2222", "cccc3333", "dddd4444"].map { Secret("q7w8e9r0" + $0) }
        let redactor = Redactor(secrets: secrets)
        for secret in secrets {
            #expect(redactor.redact("x \(secret.reveal()) y") == "x ••• y")
            #expect(redactor.redact("x \(secret.reveal().prefix(13)) y") == "x ••• y")
        }
    }

    @Test func ofWhatCountsWhollyNoHalfIsSearchedFor() {
        let redactor = Redactor.none.learning([Secret("atom.xmlaB3dE5gH", reach: .wholly)])
        #expect(redactor.redact("atom.xml atom.xmlaB3dE5gH") == "atom.xml •••")
        #expect(redactor.mark.isEmpty)
    }

    @Test func oneWithoutSecretsChangesNothing() {
        #expect(Redactor.none.isEmpty)
        #expect(Redactor.none.redact("a b") == "a b")
        #expect(Redactor(secrets: [Secret("us"), Secret("")]).isEmpty)
        #expect(Redactor.none.mark.isEmpty)
        #expect(Self.redactor.mark == Self.redactor.adding([Secret("us")]).mark)
        #expect(Self.redactor.mark != Self.redactor.adding([Secret("another-one")]).mark)
    }
}
