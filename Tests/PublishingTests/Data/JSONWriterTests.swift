import Foundation
import Testing

@testable import Publishing

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

    @Test func neverEndsAScriptElement() {
        #expect(RawText.json(Array("</script><!--&".utf8)).text == #"\u003C/script\u003E\u003C!--\u0026"#)
        #expect(RawText.css("a{}</style>").text.isEmpty)
    }
}
