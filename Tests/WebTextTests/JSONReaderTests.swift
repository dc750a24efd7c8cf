import Testing
import WebText

@Suite struct JSONReaderTests {
    private struct Reading {
        let value: JSONValue
        let isComplete: Bool
    }

    private func read(_ text: String) throws -> Reading {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            let value = try reader.value()
            return Reading(value: value, isComplete: reader.isComplete)
        }
    }

    private func document(_ text: String, _ limits: JSONReader.Limits = .init()) throws(JSONError) -> JSONValue {
        try JSONReader.document(Array(text.utf8), limits: limits)
    }

    @Test(
        arguments: [
            (#"{"a": "b"}"#, "b"), (#"{"a":"\"\\\/\b\f\n\r\t"}"#, "\"\\/  \n\r\t"),
            (#"{"a":"\u00e9\uD83C\uDF0A"}"#, "é🌊"), (#"{"a":"\u00E9\u0041"}"#, "éA"), (#"{"a":"\q"}"#, "q"),
            (#"{"a":"\ud83cx"}"#, "\u{FFFD}x"), (#"{"a":"\ud83c\u0041"}"#, "\u{FFFD}A"),
            (#"{"a":"\udc00"}"#, "\u{FFFD}"), (#"{"a":1.5e3}"#, "1.5e3"), (#"{"a":-12}"#, "-12"),
            (#"{"a":"x","a":"y"}"#, "y"), (#" { "b" : [ 1 , { } ] , "a" : "z" } "#, "z"), (#"{"a":null}"#, nil),
            (#"{"a":true}"#, "true"), (#"{"a":FALSE}"#, "false"), (#"{"a":[]}"#, nil), (#"{"a":""}"#, nil),
            (#"{"b":"a"}"#, nil), (#"{"a":"x",}"#, "x"), ("{\"a\":\"x\ny\"}", "x\ny"),
        ] as [(String, String?)])
    func readsAMember(_ json: String, _ expected: String?) throws {
        let reading = try read(json)
        #expect(reading.value["a"].text == expected)
        #expect(reading.isComplete)
    }

    @Test(arguments: [
        #"{"a":"x","b"#, #"{"a":"x","b":"#, #"{"a":"x""#, #"{"a":"x","b":["#, #"{"a":"x" "b":1}"#, #"{"a":"x",b:1}"#,
        #"{"a":"x","b":"\u12"#, #"{"a":"x","b":tru"#, #"{"a":"x","b":"\u12g4"}"#, #"{"a":"x","b":"\"#,
        #"{"a":"x","b":"\ud83c\u12"}"#, #"{"a":"x","b":[1 2]}"#, #"{"a":"x","b":[1,2"#, #"{"a":"x","b":+1}"#,
    ])
    func keepsWhatCameBeforeTheBreak(_ json: String) throws {
        let reading = try read(json)
        #expect(reading.value["a"].text == "x")
        #expect(!reading.isComplete)
    }

    @Test func readsTheEscapesOfTheSecondHalfOnlyBehindTheFirst() throws {
        #expect(try document(#"["\uD800\uDC00","\uDBFF\uDFFF"]"#) == .array([.string("𐀀"), .string("\u{10FFFF}")]))
    }

    @Test(arguments: ["", " \n\t", "\u{FEFF}", "\u{FEFF} "]) func saysWhereThereIsNothing(text: String) {
        #expect(throws: JSONError.empty) { try document(text) }
    }

    @Test(arguments: ["\u{FEFF}[1]", " [1] ", "[1]\n", "[1,]"]) func readsAWholeDocument(text: String) throws {
        #expect(try document(text) == .array([.number("1")]))
    }

    @Test func whatIsNoNumberIsNothing() throws {
        #expect(try document("[NaN,Infinity,-Infinity]") == .array([.null, .null, .null]))
    }

    @Test(arguments: ["{} {}", "[1,2", #"{"a":1"#, "[1] x", "[1]]", "\"a"]) func halfADocumentOrTwoAreNone(text: String)
    {
        #expect(throws: JSONError.self) { try document(text) }
    }

    @Test(arguments: [("<html>", 1), ("\n\nx", 3), ("nul", 1), ("-", nil)]) func namesTheLine(text: String, line: Int?)
        throws
    {
        guard let line else {
            #expect(try document(text) == .number("-"))
            return
        }
        #expect(throws: JSONError.malformed(line: line, reason: "this is no JSON")) { try document(text) }
    }

    @Test func isNestedAsDeepAsItMayBeAndNoDeeper() throws {
        let limits = JSONReader.Limits(maxDepth: 3)
        #expect(try !document("[[[]]]", limits).isNull)
        #expect(try !document(#"[{"a":[]},[[]]]"#, limits).isNull)
        #expect(throws: JSONError.tooDeep(3)) { try document("[[[[]]]]", limits) }
        #expect(throws: JSONError.tooDeep(3)) { try document(#"{"a":{"a":{"a":{}}}}"#, limits) }
    }

    @Test func hasAsManyValuesAsItMayAndNoMore() throws {
        let limits = JSONReader.Limits(maxValues: 4)
        #expect(try document("[1,2,3]", limits).elements?.count == 3)
        #expect(throws: JSONError.tooManyValues(4)) { try document("[1,2,3,4]", limits) }
        #expect(throws: JSONError.tooManyValues(4)) { try document(#"{"a":1,"b":2,"c":[],"d":4}"#, limits) }
    }

    @Test func hasListsAsLongAsTheyMayBeAndNoLonger() throws {
        let limits = JSONReader.Limits(maxElements: 2)
        #expect(try document("[[1,2],[3,4]]", limits).elements?.count == 2)
        #expect(throws: JSONError.tooManyElements(2)) { try document("[[1,2,3]]", limits) }
    }

    @Test func isGivenUpWhereTheTaskIsCancelled() async {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try document("[" + String(repeating: "1,", count: 600) + "]")
        }
        await #expect(throws: JSONError.cancelled) { try await task.value }
    }
}

@Suite struct JSONValueTests {
    private let value: JSONValue = [
        "text": .string("12"), "digits": .number("9223372036854775807"), "fraction": .number("2.5"),
        "list": .array([.string("x"), .string("y")]), "b": .bool(true), "long": .number("9223372036854775808"),
        "empty": .string(""), "word": .string("w"), "huge": .number("1e999"), "scaled": .number("1e3"),
    ]

    @Test(
        arguments: [
            ("text", "12", 12), ("digits", "9223372036854775807", Int.max), ("fraction", "2.5", 3), ("b", "true", nil),
            ("long", "9223372036854775808", nil), ("empty", nil, nil), ("word", "w", nil), ("huge", "1e999", nil),
            ("scaled", "1e3", 1000), ("list", nil, nil), ("missing", nil, nil),
        ] as [(String, String?, Int?)])
    func isReadAsTextAndAsANumber(name: String, text: String?, integer: Int?) {
        #expect(value[name].text == text)
        #expect(value[name].integer == integer)
    }

    @Test func whatIsNotThereIsNull() {
        #expect(value["missing"]["deeper"][3].isNull)
        #expect(value["list"][1].text == "y")
        #expect(value["list"][2].isNull)
        #expect(value["list"][-1].isNull)
        #expect(value["word"][0].isNull)
        #expect(value["b"].isTrue)
        #expect(!value["word"].isTrue)
        #expect(!value["word"].isNull)
    }

    @Test func anObjectHasItsValuesInTheOrderOfTheirNames() {
        let object = JSONValue.object([
            .init(name: "b", value: .string("1")), .init(name: "a", value: .string("2")),
            .init(name: "b", value: .string("3")),
        ])
        #expect(object.names == ["a", "b"])
        #expect(object.elements == [.string("2"), .string("3")])
        #expect(JSONValue.string("x").elements == nil)
        #expect(JSONValue.string("x").names.isEmpty)
    }

    @Test func wholeNumbersAreWrittenWithoutAFraction() {
        #expect(JSONValue.number(100.0) == .number("100"))
        #expect(JSONValue.number(-0.5) == .number("-0.5"))
        #expect(JSONValue.integer(-7) == .number("-7"))
    }
}
