import Foundation
import Testing
import WebText

@Suite struct JSONWriterTests {
    @Test func writesInTheOrderItIsTold() {
        var json = JSONWriter()
        json.object {
            $0.text("b", "x")
            $0.array("a") {
                $0.number(nil, 1); $0.text(nil, "two"); $0.object { _ in }
            }
            $0.strings("empty", [])
            $0.null("n")
            $0.number("d", 0.5)
            $0.text("absent", ifAny: nil)
        }
        let expected = """
            {
             "b": "x",
             "a": [
              1,
              "two",
              {}
             ],
             "empty": [],
             "n": null,
             "d": 0.5
            }

            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: ["plain", "\"\\/\n\r\t\u{8}\u{1F}", "é漢😀\u{2028}", "</script>", ""])
    func writesStringsThatReadBack(text: String) throws {
        var json = JSONWriter(indent: nil)
        json.array { $0.text(nil, text) }
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
    }

    @Test func writesWhatCannotBeANumberAsZero() {
        var json = JSONWriter(indent: nil)
        json.array {
            $0.number(nil, Double.nan); $0.number(nil, Double.infinity)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == "[0,0]")
    }

    @Test func writesWhatIsAbsentAsNull() {
        var json = JSONWriter(indent: nil)
        json.object {
            $0.text("a", orNull: nil)
            $0.text("b", orNull: "x")
            $0.number("c", ifAny: nil)
            $0.number("d", ifAny: 2)
            $0.bool("e", false)
            $0.bool("f", true)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":null,"b":"x","d":2,"e":false,"f":true}"#)
    }

    @Test func escapesWhatStringsMayNotHold() {
        var json = JSONWriter(indent: nil)
        json.array { $0.text(nil, "\u{0}\u{1F}\u{20}\u{7F}\"a\\\u{8}\u{C}\n\r\t/") }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "[\"\\u0000\\u001f \u{7F}\\\"a\\\\\\u0008\\u000c\\n\\r\\t/\"]")
    }

    @Test func writesAValueAsItWasRead() throws {
        let text = #"{"b":[1.50,"x\ny",null,true,[],{}],"a":{"c":-0}}"#
        var json = JSONWriter(indent: nil)
        json.value(nil, try JSONReader.document(Array(text.utf8)))
        #expect(String(decoding: json.bytes, as: UTF8.self) == text)
    }

    @Test func endsWithALineFeedAtTheOutermostLevelOnly() {
        var json = JSONWriter(indent: 2)
        json.value(nil, ["a": ["b": .array([.integer(1)])]])
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {
                  "a": {
                    "b": [
                      1
                    ]
                  }
                }

                """)
    }
}
