import Testing

@testable import Publishing

@Suite struct RawTextTests {
    @Test func neverEndsAScriptElement() {
        #expect(RawText.json(Array("</script><!--&".utf8)).text == #"\u003C/script\u003E\u003C!--\u0026"#)
        #expect(RawText.css("a{}</style>").text.isEmpty)
    }
}
