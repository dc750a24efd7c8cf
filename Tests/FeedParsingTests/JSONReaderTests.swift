import Testing

@testable import FeedParsing

@Suite struct JSONReaderTests {
    private struct Reading {
        let value: JSONValue
        let isComplete: Bool
    }

    private func read(_ text: String) throws -> Reading {
        let bytes = Array(text.utf8)
        let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { storage.deallocate() }
        _ = storage.initialize(from: bytes)
        var reader = JSONReader(Bytes(storage), limits: .standard)
        let value = try reader.value()
        return Reading(value: value, isComplete: reader.isComplete)
    }

    @Test(
        arguments: [
            (#"{"a": "b"}"#, "b"), (#"{"a":"\"\\\/\b\f\n\r\t"}"#, "\"\\/"), (#"{"a":"\u00e9\uD83C\uDF0A"}"#, "é🌊"),
            (#"{"a":"\ud83cx"}"#, "\u{FFFD}x"), (#"{"a":1.5e3}"#, "1.5e3"), (#"{"a":-12}"#, "-12"),
            (#"{"a":"x","a":"y"}"#, "y"), (#" { "b" : [ 1 , { } ] , "a" : "z" } "#, "z"), (#"{"a":null}"#, nil),
            (#"{"a":true}"#, nil), (#"{"a":[]}"#, nil), (#"{"a":""}"#, nil), (#"{"b":"a"}"#, nil),
            (#"{"a":"x",}"#, "x"),
        ] as [(String, String?)])
    func readsAMember(_ json: String, _ expected: String?) throws {
        let reading = try read(json)
        #expect(reading.value["a"]?.text == expected)
        #expect(reading.isComplete)
    }

    @Test(arguments: [
        #"{"a":"x","b"#, #"{"a":"x","b":"#, #"{"a":"x""#, #"{"a":"x","b":["#, #"{"a":"x" "b":1}"#, #"{"a":"x",b:1}"#,
        #"{"a":"x","b":"\u12"#, #"{"a":"x","b":tru"#,
    ])
    func keepsWhatCameBeforeTheBreak(_ json: String) throws {
        let reading = try read(json)
        #expect(reading.value["a"]?.text == "x")
        #expect(!reading.isComplete)
    }
}
