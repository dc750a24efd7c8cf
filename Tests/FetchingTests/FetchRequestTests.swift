import HTTPTransport
import NIOHTTP1
import NewsModel
import Testing
import TransportTestSupport

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct FetchRequestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func aBodyIsHashedAsItIsRead(text: String, hash: String) async throws {
        let body = BoundedBody(
            ResponseBody(bytes: Array(text.utf8), chunk: 2), coding: .identity, maxBytes: 9, budget: BodyBudget())
        var read: [UInt8] = []
        #expect(try await body.hashedRead { read += $0 } == hash)
        #expect(read == Array(text.utf8))
    }

    @Test func theAgentNamesWhoRunsIt() {
        #expect(UserAgent.standard(site: nil) == "Broadsheet/\(Product.version) (+\(Product.address))")
        #expect(UserAgent.standard(site: "https://a.example/").hasSuffix("(+https://a.example/)"))
    }

    @Test(arguments: [("Not Found", "404 Not Found"), ("", "404")]) func aStatusIsSaidWithItsReason(
        reason: String, line: String
    ) {
        let status = HTTPResponseStatus.custom(code: 404, reasonPhrase: reason)
        #expect(ResponseHead(url: "https://a.example/", status: status, headers: [:]).line == line)
    }

    @Test(arguments: [
        (1_500, "1500 ms"), (2_000, "2 s"), (119_000, "119 s"), (120_000, "2 min"), (150_000, "150 s"),
        (3_600_000, "1 h"), (5_400_000, "90 min"),
    ])
    func durationsAreSaidInTheirLargestWholeUnit(milliseconds: Int, words: String) {
        #expect(Duration.milliseconds(milliseconds).words == words)
    }
}
