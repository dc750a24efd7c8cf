import Foundation
import TestSupport
import Testing

@testable import WebArchive

@Suite struct WARCFileTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func record(_ number: Int, _ type: WARCType = .resource, payload: String) -> [UInt8] {
        var spooled = SpooledBytes(folder: folder.path)
        try? spooled.append(Array(payload.utf8))
        let head = WARCHead(
            type, id: WARCRecordID.text(file: 7, number: number), date: Date(timeIntervalSince1970: 1_795_410_000.25),
            uri: "https://paper.example/\(number)", contentType: "text/plain; charset=utf-8")
        return WARCRecordEncoder().encode([WARCRecord(head, payload: spooled)])
    }

    private func write(_ bytes: [UInt8], _ name: String = "a.warc.gz") throws -> String {
        try Data(bytes).write(to: folder.url.appending(path: name))
        return folder.path(name)
    }

    /// The payloads of a file, and why it could not be read on.
    private func read(_ path: String) -> ([String], WARCError?) {
        var found: [String] = []
        do throws(WARCError) {
            var reader = try WARCReader(path: path)
            while try reader.next() != nil {
                found.append(String(decoding: try reader.block(most: 1 << 20) ?? [], as: UTF8.self))
            }
            return (found, nil)
        } catch {
            return (found, error)
        }
    }

    @Test func whatIsWrittenReadsBack() throws {
        let long = String(repeating: "Ferry returns. ", count: 40_000)
        let path = try write(record(1, payload: "one") + record(2, payload: "") + record(3, payload: long))
        var reader = try WARCReader(path: path)
        let (head, count) = try #require(try reader.next())
        #expect(head.type == .resource && head.uri == "https://paper.example/1" && count == 3)
        #expect(head.date == Date(timeIntervalSince1970: 1_795_410_000.25) && head.contentType == "text/plain")
        #expect(read(path) == (["one", "", long], nil))
    }

    @Test func digestsAreThoseOfTheStandard() throws {
        var reader = try WARCReader(path: try write(record(1, payload: "abc")))
        let head = try #require(try reader.next()).head
        // FIPS 180: the SHA-1 of "abc" is A9993E36 4706816A BA3E2571 7850C26C 9CD0D89D.
        #expect(head["warc-payload-digest"] == "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")
        #expect(head["WARC-Block-Digest"] == head["WARC-Payload-Digest"])
    }

    @Test func aCutFileCountsUpToItsCut() throws {
        let (one, two) = (record(1, payload: "one"), record(2, payload: "two"))
        for kept in 1..<two.count {
            let (found, error) = read(try write(one + two[..<kept]))
            #expect(found.first == "one" && error == .cut, "\(kept) bytes of the second")
        }
    }

    @Test func wholeRecordsEndBeforeACut() throws {
        let (one, two) = (record(1, payload: "one"), record(2, payload: "two"))
        #expect(try WARCReader.wholeBytes(of: try write(one + two)) == one.count + two.count)
        for kept in [0, 1, two.count / 2, two.count - 1] {
            #expect(try WARCReader.wholeBytes(of: try write(one + two[..<kept])) == one.count, "\(kept) of the second")
        }
        let plain = Array("WARC/1.0\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n".utf8)
        #expect(try WARCReader.wholeBytes(of: try write(plain + plain[..<9], "a.warc")) == plain.count)
    }

    @Test func aFileThatIsNotCompressedIsRead() throws {
        let text =
            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: 2\r\n\r\nhi\r\n\r\n"
        let path = try write(Array(text.utf8), "a.warc")
        #expect(read(path) == (["hi"], nil))
        var reader = try WARCReader(path: path)
        #expect(try reader.next()?.head.uri == "http://a.example/")
    }

    @Test(arguments: [
        ("nothing of the kind", "it is no WARC file"), ("WARC/1.1\r\nContent-Length: 3\r\n\r\nhello\r\n\r\n", "longer"),
        ("WARC/1.1\r\nContent-Length: -3\r\n\r\n", "how long"), ("WARC/1.1\r\nWARC-Type: x\r\n\r\n", "how long"),
        ("WARC/1.1\r\nX: \(String(repeating: "y", count: 70_000))", "has no end"),
        ("WARC/1.1\r\nContent-Length: 2\r\n\r\nhi\r\n\r\nmore of it", "record 2 begins otherwise"),
        ("\u{1F}nonsense of all kinds", "is no gzip"),
    ])
    func nonsenseIsRefusedInOneSentence(_ text: String, _ words: String) throws {
        let (_, error) = read(try write(Array(text.utf8)))
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "-")")
    }

    @Test func whatCannotBeReadIsSaid() {
        #expect(read(folder.path("none")).1 == .unreadable("there is no such file"))
        #expect(read(folder.path).1 == .unreadable("it is a folder"))
    }

    @Test func onlyWhatMayBeIsReplaced() throws {
        let path = folder.path("new/folder/b.warc.gz")
        var spooled = SpooledBytes(folder: folder.path)
        try spooled.append(record(1, payload: "old"))
        let older = try WARCFile(path: path) { _ in false }
        try older.append(spooled)
        let newer = try WARCFile(path: path) { $0 == path }
        // The writer of the older one, should it live on, does not spoil the new one.
        try older.append(spooled)
        #expect(read(path) == ([], nil))
        try newer.append(spooled)
        #expect(read(path) == (["old"], nil))
        let other = try folder.write("title: News\n", to: "broadsheet.yml")
        #expect(throws: WARCFileFailure.self) { try WARCFile(path: other) { _ in false } }
        #expect(throws: WARCFileFailure.self) { try WARCFile(path: folder.path) { _ in true } }
        #expect(try folder.read("broadsheet.yml") == "title: News\n")
    }

    @Test(arguments: [10, 4096]) func bytesBeyondTheLimitLeaveTheMemory(_ limit: Int) throws {
        var spooled = SpooledBytes(folder: folder.path, limit: limit)
        var expected: [UInt8] = []
        for number in 0..<400 {
            let piece = Array("line \(number)\n".utf8)
            expected += piece
            try spooled.append(piece)
        }
        #expect(spooled.bytes == expected && spooled.count == expected.count)
        #expect(spooled.prefix(9) == Array(expected[..<9]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func idsAreUUIDs() {
        let id = WARCRecordID.text(file: 0x0123_4567_89AB_CDEF, number: 258)
        #expect(
            id.wholeMatch(of: /<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>/) != nil)
        #expect(id != WARCRecordID.text(file: 0x0123_4567_89AB_CDEF, number: 259))
    }

    @Test func headsOfMessagesAreRead() throws {
        let block = HTTPMessageBlock(
            startLine: "HTTP/1.1 404 Not Found", fields: [.init("Content-Type", "text/html"), .init("x", "a: b")])
        let read = try #require(HTTPMessageBlock.read(block.bytes + Array("body\r\n\r\n".utf8)))
        #expect(read.head == block && read.payload == block.bytes.count)
        #expect(read.head.status == 404 && read.head.reason == "Not Found")
        #expect(HTTPMessageBlock.read(Array("HTTP/1.1 200 OK\r\nno end".utf8)) == nil)
    }
}
