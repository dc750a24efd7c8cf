import NewsModel
import TestSupport
import Testing

@testable import Newsroom

/// What of a server's own words leaves the program.
@Suite struct RedactedReportTests {
    private static let redactor = Redactor(secrets: [Secret("swordfish")])

    private static func detail(_ text: String) -> String? {
        SourceReport(source: "api", outcome: .httpError, detail: text).redacted(by: redactor).detail
    }

    @Test func itIsOneLineThatNoTerminalObeys() {
        #expect(Self.detail("403:\n\u{1B}[2Jgo\taway\u{202E}\0") == "403: [2Jgo away")
    }

    @Test func ofAPrivateSourceNoHostIsSaid() {
        let source = Source(
            id: "a", provider: .feed(url: "http://[fd00::5]:8080/feed?token=abcd"), isPrivate: true)
        let detail = "http://[fd00::5]:8080/feed?token=abcd: FD00::5 refused"
        let said = SourceReport(source: "a", outcome: .httpError, detail: detail).redacted(by: .none, of: source).detail
        #expect(said == "•••:8080: ••• refused")
    }

    @Test func itIsCutOnlyOnceSecretsAreOut() throws {
        let text = String(repeating: "a", count: 495) + "swordfish" + String(repeating: "b", count: 1_000_000)
        let said = try #require(Self.detail(text))
        #expect(said.count == 501)
        #expect(said.hasSuffix("a•••bb…"))
    }

    @Test func oneCharacterOfAnyLengthIsCutToo() throws {
        let said = try #require(Self.detail("a" + String(repeating: "\u{903}", count: 100_000)))
        #expect(said.unicodeScalars.count < 5_000)
    }
}
