import NIOCore
import Testing

@testable import HTTPTransport

/// Whole responses, however they are cut.
@Suite struct ResponseRepairTests {
    private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    private struct Result: Equatable {
        var text = ""
        var isChanged = false
    }

    /// What becomes of a response that comes in pieces of a size, and whether it had to be made good.
    private static func repaired(_ text: String, piece: Int = .max) -> Result {
        var repair = ResponseRepair()
        repair.responseIsDue()
        var result = ""
        var rest = ByteBuffer(string: text)
        while let bytes = rest.readSlice(length: min(piece, rest.readableBytes)), bytes.readableBytes > 0 {
            result += String(buffer: repair.add(bytes))
        }
        result += String(buffer: repair.finish())
        return Result(text: result, isChanged: repair.isChanged)
    }

    private static func chunks(_ text: String, piece: Int = .max) -> Result {
        var result = repaired(chunked + text, piece: piece)
        #expect(result.text.hasPrefix(chunked))
        result.text.removeFirst(chunked.count)
        return result
    }

    private static let cuts = [1, 2, 3, 7, Int.max]

    @Test(
        arguments: [
            "5\r\nhello\r\n0\r\n\r\n", "5\r\nhello\r\nA\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n", "0\r\n\r\n",
            "5\r\na\r\nb\n\r\n0\r\n\r\n",
        ], cuts)
    func soundChunksStayAsTheyAre(text: String, piece: Int) {
        #expect(Self.chunks(text, piece: piece) == Result(text: text))
    }

    @Test(
        arguments: [
            ("5;note=\"a\"\r\nhello\r\n0;last\r\n\r\n", false), ("00005\r\nhello\r\n000\r\n\r\n", false),
            ("5;\r\nhello\r\n0\r\n\r\n", false), ("5  \r\nhello\r\n0\r\n\r\n", true),
            ("5\t\r\nhello\r\n0 \r\n\r\n", true),
            (" 5\r\nhello\r\n0\r\n\r\n", true), ("5 ; note=a\r\nhello\r\n0\r\n\r\n", true), ("5\nhello\n0\n\n", true),
            ("5\r\nhello\n0\r\n\r\n", true), ("5\r\r\nhello\r\n0\r\n\r\n", true),
            ("5;a\rb\r\nhello\r\n0\r\n\r\n", true),
            ("5;\u{0}\r\nhello\r\n0\r\n\r\n", true), ("5\r\nhello\r\n0\r\nno field\r\n\r\n", true),
            ("5\r\nhello\r\n0\r\nX Y: 1\r\n folded\r\n\r\n", true), ("5\r\nhello\r\n0\r\n", true),
        ], cuts)
    func chunksAreMadeGood(given: (text: String, isChanged: Bool), piece: Int) {
        let sound = Result(text: "5\r\nhello\r\n0\r\n\r\n", isChanged: given.isChanged)
        #expect(Self.chunks(given.text, piece: piece) == sound)
    }

    @Test(
        arguments: [
            "zz\r\nhello", "-5\r\nhello\r\n", "+5\r\nhello", "0x5\r\nhello", "5 5\r\nhello", "\r\nhello",
            "FFFFFFFFFFFFFFFFFF\r\nhello", "<?xml version=\"1.0\"?>\n<rss/>", "5,\r\nhello\r\n",
        ], cuts)
    func sizesThatAreNoneAreLeftForTheDecoder(text: String, piece: Int) {
        #expect(Self.chunks(text, piece: piece).text == text)
    }

    @Test(arguments: ["5\r\nhello, you\r\n0\r\n\r\n", "5\r\nhello0\r\n\r\n"], cuts)
    func aChunkThatIsLongerThanItsSizeIsLeftForTheDecoder(text: String, piece: Int) {
        #expect(Self.chunks(text, piece: piece).text == text)
    }

    @Test(
        arguments: ["5", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n", "5\r\nhello\r\n0", "5\r\nhello\r\n0\r\nX-Su"], cuts
    )
    func whatEndsTooEarlyIsNotMadeWhole(text: String, piece: Int) {
        #expect(Self.chunks(text, piece: piece).text == text)
    }

    @Test(arguments: ["", "\r\nhello\r\n 0\r\n\r\n"], cuts)
    func aLineOfChunksThatGoesOnIsHandedOnUnread(behind: String, piece: Int) {
        let note = "5;" + String(repeating: "x", count: 20 << 10) + behind
        #expect(Self.chunks(note, piece: piece).text == note)
    }

    /// With its end 16 KiB, and one more.
    @Test(arguments: [0, 1], cuts) func aLineOfChunksHasABound(more: Int, piece: Int) {
        let line = "5;" + String(repeating: "x", count: (16 << 10) - 4 + more) + "\r\n"
        let rest = "hello\r\n0\r\n\r\n"
        #expect(Self.chunks(line + rest, piece: piece).text == (more == 0 ? "5\r\n" : line) + rest)
    }

    /// One with the end of its line at hand, and one that still goes on.
    @Test(arguments: cuts) func aStatusLineThatIsTooLongIsHandedOnHoweverItIsCut(piece: Int) {
        let response = "HTTP/1.1 200 " + String(repeating: "x", count: 9000) + "\nContent-Length : 0\n\n"
        #expect(Self.repaired(response, piece: piece) == Result(text: response))
    }

    @Test(arguments: cuts) func aHeadIsRepairedHoweverItIsCut(piece: Int) {
        let text = "HTTP/1.1 200 OK\nX Y: 1\r\nContent-Length: 5\r\n\r\nhello"
        let sound = Result(text: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", isChanged: true)
        #expect(Self.repaired(text, piece: piece) == sound)
    }

    @Test(arguments: ["\n", "\r\n\r\n", "\r\n\n\r\n"], cuts)
    func emptyLinesBeforeAHeadAreLeftOutHoweverItIsCut(lines: String, piece: Int) {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
        #expect(Self.repaired(lines + head, piece: piece) == Result(text: head, isChanged: true))
        #expect(Self.repaired(lines + "GARBAGE\r\n", piece: piece).text == lines + "GARBAGE\r\n")
    }

    @Test(arguments: cuts) func interimResponsesComeBeforeTheHeadThatIsRepaired(piece: Int) {
        let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        let result = Self.repaired(interim + Self.chunked + "2 \r\nhi\r\n0\r\n\r\n", piece: piece)
        #expect(result == Result(text: interim + Self.chunked + "2\r\nhi\r\n0\r\n\r\n", isChanged: true))
    }

    @Test(arguments: ["204 No Content", "304 Not Modified", "101 Switching Protocols"], cuts)
    func behindAHeadWithoutABodyNothingIsRepaired(status: String, piece: Int) {
        let text = "HTTP/1.1 \(status)\r\nTransfer-Encoding: chunked\r\n\r\n5 \r\nHTTP/1.1 200\tOK\n\n"
        #expect(Self.repaired(text, piece: piece) == Result(text: text))
    }

    @Test func behindTheLastChunkNothingIsRepaired() {
        let text = "2\r\nhi\r\n0\r\n\r\nHTTP/1.1  200 OK\n\n"
        #expect(Self.chunks(text) == Result(text: text))
    }

    @Test func whatComesUnaskedIsHandedOn() {
        var repair = ResponseRepair()
        #expect(String(buffer: repair.add(ByteBuffer(string: "HTTP/1.1  200\n"))) == "HTTP/1.1  200\n")
        repair.responseIsDue()
        #expect(repair.add(ByteBuffer(string: "HTTP/1.1 200 OK\r\nA: b")).readableBytes == 0)
        #expect(String(buffer: repair.finish()) == "HTTP/1.1 200 OK\r\nA: b")
        repair.responseIsDue()
        #expect(String(buffer: repair.add(ByteBuffer(string: "HTTP/1.1 200\n\n"))) == "HTTP/1.1 200\r\n\r\n")
        #expect(repair.isChanged)
    }
}
