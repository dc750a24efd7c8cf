import Testing

@testable import Publishing

@Suite struct CompactStyleTests {
    @Test(arguments: [
        ("a { color: red; }", "a{color:red}"), ("a,\n  b > c { x: y }", "a,b>c{x:y}"),
        ("/* a remark */ a { } /* another", "a{}"),
        (".a :is(b, i) { width: calc(1px + 2px); }", ".a :is(b,i){width:calc(1px + 2px)}"),
        ("a::before { content: \"·  /* no remark */ ;\"; }", "a::before{content:\"·  /* no remark */ ;\"}"),
        ("a { content: 'it\\'s  so'; }", "a{content:'it\\'s  so'}"), ("a { content: \"open", "a{content:\"open"),
        ("", ""),
        ("@media (min-width: 44rem) and (x) { a { b: c; } }", "@media (min-width:44rem) and (x){a{b:c}}"),
    ])
    func leavesOutWhatHasNoMeaning(style: String, expected: String) {
        #expect(CompactStyle.text(style) == expected)
    }
}
