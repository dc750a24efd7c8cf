import Testing
import WebText

@Suite struct StableHashTests {
    private static func hash(_ texts: String?...) -> Int64 {
        var hash = StableHash()
        for text in texts { hash.combine(text) }
        return hash.finish()
    }

    /// The ids of stories stand in published feeds: they must never change. Worked out apart from this code.
    @Test(arguments: [("ferry", "39fef95828c3bfab"), ("The ferry returns to the harbour", "fd64b5c2411a9a58")])
    func theHashIsTheSameInEveryVersionAndOnEveryMachine(text: String, expected: String) {
        var hash = StableHash()
        hash.combine(text)
        #expect(String(UInt64(bitPattern: hash.finish()), radix: 16) == expected)
    }

    @Test func whereTextsAreCutMatters() {
        #expect(Self.hash("ab", "c") != Self.hash("a", "bc"))
        #expect(Self.hash("") != Self.hash(nil))
        #expect(Self.hash("a", nil) != Self.hash(nil, "a"))
    }

    @Test(arguments: 0...17) func everyByteMatters(length: Int) {
        let text = String(repeating: "x", count: length)
        let hashes = (0..<length).map { index in
            var bytes = Array(text.utf8)
            bytes[index] = UInt8(ascii: "y")
            return Self.hash(String(decoding: bytes, as: UTF8.self))
        }
        #expect(Set(hashes + [Self.hash(text), Self.hash(text + "x")]).count == length + 2)
    }
}
