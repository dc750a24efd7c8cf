import Testing
import WebText

@Suite struct TagTests {
    private struct Found: Equatable {
        let name: String
        let isEnd: Bool
        let end: Int
    }

    private func tag(_ text: String, at offset: Int = 0, named names: Set<String>? = nil) -> Found? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = TagReader(bytes)
            return reader.tag(at: offset, named: names).map { Found(name: $0.name, isEnd: $0.isEnd, end: $0.end) }
        }
    }

    @Test(arguments: [
        ("<b>x", "b", false, 3), ("</B >x", "b", true, 5), ("<h1/>", "h1", false, 5),
        ("<my-tag_a:b c>", "my-tag_a:b", false, 14),
        ("<a title='x > y'>z", "a", false, 17), ("<a title = \"x > y\">z", "a", false, 19),
        ("<a href=x\">quote</a>", "a", false, 11),
        ("<a href='x>never closed", "a", false, 11), ("<br\n>", "br", false, 5),
    ])
    func findsTheEndOfATag(text: String, name: String, isEnd: Bool, end: Int) {
        #expect(tag(text) == Found(name: name, isEnd: isEnd, end: end))
    }

    @Test(arguments: ["<", "< b>", "<1>", "</>", "</ b>", "<b", "<b title='x'", "<!-- x -->"])
    func whatIsNoTagIsNone(text: String) {
        #expect(tag(text) == nil)
    }

    @Test func takesOnlyTheNamesThatAreAskedFor() {
        #expect(tag("<T>", named: HTMLNames.all) == nil)
        #expect(tag("<B>", named: HTMLNames.all)?.name == "b")
        #expect(tag("x<B>", at: 1, named: ["b"])?.end == 4)
    }

    @Test func hasANameNoLongerThanAnyMayBe() {
        let name = String(repeating: "x", count: 64)
        #expect(tag("<\(name)>")?.name == name)
        #expect(tag("<\(name)x>") == nil)
    }

    @Test(arguments: [
        (#"a b=c"#, ["a=|-", "b=c|-"]), (#"a="x y" b='z'"#, ["a=x y|+", "b=z|+"]), (#"a = "x""#, ["a=x|+"]),
        (#"a="x"b"#, ["a=x|+", "b=|-"]), (#"a="x b"#, ["a=x|-", "b=|-"]), (#"/a/ /"#, ["a=|-"]), ("=a", ["=a=|-"]),
        (#"a=/x/y"#, ["a=/x/y|-"]), ("", []), ("a=", ["a=|-"]), (#"a=''"#, ["a=|+"]),
    ])
    func goesThroughAttributes(text: String, expected: [String]) {
        let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
            var scanner = AttributeScanner(bytes: bytes, at: 0, end: bytes.count)
            var found: [String] = []
            while let attribute = scanner.next() {
                let value = bytes.part(attribute.value).string
                found.append("\(bytes.part(attribute.name).string)=\(value)|\(attribute.isWellFormed ? "+" : "-")")
            }
            return found
        }
        #expect(found == expected)
    }

    @Test func aValueEndsWithItsTag() {
        let found = Array(#"a="x> "y"#.utf8).withUnsafeBufferPointer { bytes in
            var scanner = AttributeScanner(bytes: bytes, at: 0, end: 4)
            return scanner.next().map { bytes.part($0.value).string }
        }
        #expect(found == "x")
    }

    @Test func theNextOccurrenceIsTheFirstBehindAnOffset() {
        Array("a-->b-->".utf8).withUnsafeBufferPointer { bytes in
            var next = NextOccurrence(of: "-->")
            #expect([0, 1, 2, 5, 6, 0].map { next.from($0, in: bytes) } == [1, 1, 5, 5, nil, 1])
            var never = NextOccurrence(of: "->x")
            #expect([0, 7, 8].map { never.from($0, in: bytes) } == [nil, nil, nil])
        }
    }
}
